"""What a model says of each character: the weights of its features, without making the strings that name these.

Characters become numbers, and runs of them keys; what these weigh is fetched for all characters of many sentences at
once. :func:`kg.grammar.features.features` is what the models are trained with: a test holds that both say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.grammar.crf import Floats, Ints, Model
from kg.grammar.features import BEGUN, BEHIND, CODES, ENDED, PLACES, SURNAMES, Marks, codes, fold, marks
from kg.model import Span

Keys = npt.NDArray[np.int64]

# The features of characters by which of them they look at in a row: of each its mark, and where the row begins.
_LOOKS = {
    (0,): {"0": 0, "1": -1, "2": 1, "3": -2, "4": 2},
    (0, 1): {"5": -1, "6": 0, "7": -2, "8": 1},
    (0, 2): {"9": -1},
    (0, 1, 2): {"x": -2, "y": 0, "z": -1},
}
_STATES = [edge + surname for edge in ENDED for surname in SURNAMES]
_AHEAD = ["".join(edges) for edges in product(BEGUN, repeat=BEHIND)]
_NEW = -1  # a code that has not been met


class _Grams(NamedTuple):
    """What a model knows of characters in a row."""

    keys: Keys  # sorted, the last one higher than all
    rows: dict[int, Ints]  # of each place where such a row begins, the weights of each key


class Weighing:
    """Adds up the weights of a model."""

    def __init__(self, model: Model) -> None:
        """Sort what a model knows by its kinds."""
        self._weights = model.weights
        names, kinds = model.attributes, defaultdict[str, list[int]](list)
        for row, name in enumerate(names):
            kinds[name[:1]].append(row)
        alphabet = np.unique(codes("".join([names[row][1:] for kind in _LOOKS[(0,)] for row in kinds[kind]])))
        self._numbers = np.full(CODES, _NEW, np.int16)  # of each code, once it has been met; 0 for unknown ones
        self._numbers[alphabet] = np.arange(1, 1 + len(alphabet))
        self._base = 1 + len(alphabet)
        self._grams = {look: self._known(look, names, kinds) for look in _LOOKS}
        self._rows = {names[row]: row for kind in "speRVfGHgh" for row in kinds[kind]}
        self._edges = np.array([self._edge(state, ahead) for state in _STATES for ahead in _AHEAD])
        self._places = np.array(
            [self._sum("G" + here, "H" + before + here) for before in ("", *PLACES) for here in PLACES]
            + [self._sum("G" + here, "H") for here in PLACES]
        )
        self._last, self._older = (
            np.array([*(self._sum(kind + state + edge) for state in _STATES for edge in BEGUN), self._sum(kind + "^")])
            for kind in "gh"
        )

    def _known(self, look: tuple[int, ...], names: Sequence[str], kinds: Mapping[str, Sequence[int]]) -> _Grams:
        found = {start: self._listed(names, kinds[kind], len(look)) for kind, start in _LOOKS[look].items()}
        keys = np.unique(np.concatenate([keys for keys, _ in found.values()]))
        table = {start: np.full(len(keys) + 1, len(names), np.intp) for start in found}
        for start, (mine, rows) in found.items():
            table[start][np.searchsorted(keys, mine)] = rows
        return _Grams(np.append(keys, np.iinfo(np.int64).max), table)

    def _listed(self, names: Sequence[str], rows: Sequence[int], size: int) -> tuple[Keys, Ints]:
        """The key and the row of weights of each feature of a kind."""
        known = [row for row in rows if len(names[row]) == 1 + size]
        numbers = self._numbered("".join([names[row][1:] for row in known])).reshape(-1, size).T
        return self._keys(list(numbers)), np.array(known, np.intp)

    def _numbered(self, text: str) -> Keys:
        """The numbers of characters in the alphabet of the model."""
        found = codes(text)
        numbers = self._numbers[found]
        if (numbers == _NEW).any():
            for code in np.unique(found[numbers == _NEW]).tolist():
                self._numbers[code] = max(0, self._numbers[ord(fold(chr(code)))])
            numbers = self._numbers[found]
        return numbers.astype(np.int64)

    def _keys(self, columns: Sequence[Keys]) -> Keys:
        keys = columns[0]
        for column in columns[1:]:
            keys = keys * self._base + column
        return keys

    def _sum(self, *attributes: str) -> Floats:
        rows = [self._rows[attribute] for attribute in attributes if attribute in self._rows]
        total: Floats = self._weights[np.array(rows, np.intp)].sum(axis=0)
        return total

    def _edge(self, state: str, ahead: str) -> Floats:
        return self._sum("s" + state[1], "p" + state, "e" + ahead, "R" + state[0], "V" + ahead[0], f"f{state}{ahead}")

    def scores(self, text: str, sentences: Sequence[Span], places: Ints) -> Floats:
        """The sum of weights of each label (rows) at each place of a text (columns).

        Args:
            text: sentences with :data:`~kg.grammar.features.BEFORE` and ``AFTER`` around each.
            sentences: where they stand, without these.
            places: characters of the sentences in any order.
        """
        numbers = self._numbered(text)
        total = self._marked(marks(text, sentences), sentences, places)
        for look, (known, rows) in self._grams.items():
            keys = self._keys([numbers[offset : len(numbers) - look[-1] + offset] for offset in look])
            at = np.searchsorted(known, keys)
            at[known[at] != keys] = -1
            for start, table in rows.items():
                total += self._weights[table[at[places + start]]]
        return np.ascontiguousarray(total.T)

    def _marked(self, found: Marks, sentences: Sequence[Span], places: Ints) -> Floats:
        """What edges, surnames and names of places weigh."""
        starts, ends = np.array(sentences, np.intp).reshape(-1, 2).T
        state = found.left.astype(np.intp) * len(SURNAMES) + found.surname
        right = found.right.astype(np.intp)
        ahead = np.zeros(len(state), np.intp)
        for offset in range(1, BEHIND + 1):
            ahead = ahead * len(BEGUN) + right[offset : offset + len(state)]
        last, older = (self._before(state, right, starts, back) for back in (1, 2))
        place = found.place.astype(np.intp)
        pair = place.copy()
        pair[1:] += (place[:-1] + 1) * len(PLACES)
        pair[starts] = place[starts] + np.where(ends - starts > 1, (1 + len(PLACES)) * len(PLACES), 0)
        total: Floats = self._edges[(state * len(_AHEAD) + ahead)[places]]
        for table, at in ((self._places, pair), (self._last, last), (self._older, older)):
            total += table[at[places]]
        return total

    @staticmethod
    def _before(state: Ints, right: Ints, starts: Ints, back: int) -> Ints:
        """Of each character the state of one before it and what begins behind it; for the first ones their own."""
        found = np.roll(state, back) * len(BEGUN) + right[1 : 1 + len(state)]
        for offset in range(back):
            found[starts + offset] = len(_STATES) * len(BEGUN)
        return found
