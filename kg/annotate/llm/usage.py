"""What a run has used, and the limit on it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import AnnotatorError
from kg.i18n import _
from kg.model import Record


class BudgetError(AnnotatorError):
    """The next request might use more tokens than the run may."""


class Tokens(Record):
    """Tokens of one answer, as the server counts them, or estimated when it does not."""

    prompt: int = 0
    answer: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.prompt + self.answer


class Budget:
    """Tokens used by all requests of a run, which never exceed the limit as long as a request keeps what it reserved.

    Args:
        limit: tokens, 0 for no limit.
    """

    def __init__(self, limit: int = 0) -> None:
        self.used = Tokens()
        self.requests = 0
        self._limit = limit
        self._reserved = 0
        self._free = threading.Condition()

    @contextmanager
    def reserve(self, tokens: int) -> Iterator[None]:
        """Hold tokens for one request; waits while others hold what it needs.

        Raises:
            BudgetError: they are more than is left when nobody holds any.
        """
        with self._free:
            self._free.wait_for(lambda: self._fits(tokens) or not self._reserved)
            if not self._fits(tokens):
                raise _reached(self._limit, self.used.total)
            self._reserved += tokens
        try:
            yield
        finally:
            with self._free:
                self._reserved -= tokens
                self._free.notify_all()

    def spend(self, tokens: Tokens) -> None:
        """Count what one request has used."""
        with self._free:
            self.used = Tokens(prompt=self.used.prompt + tokens.prompt, answer=self.used.answer + tokens.answer)
            self.requests += 1

    def _fits(self, tokens: int) -> bool:
        return not self._limit or self.used.total + self._reserved + tokens <= self._limit


class Tally:
    """Counts of what happened to articles and to what was answered about them; safe for threads."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def add(self, what: str, count: int = 1) -> None:
        """Count something."""
        with self._lock:
            self._counts[what] += count

    def counts(self) -> dict[str, int]:
        """All counts so far."""
        with self._lock:
            return dict(self._counts)


def _reached(limit: int, used: int) -> BudgetError:
    return BudgetError(
        _("the budget of {limit} tokens is used up ({used} used)").format(limit=limit, used=used),
        do=_("run the same command with a higher --max-tokens; what was answered is kept"),
    )
