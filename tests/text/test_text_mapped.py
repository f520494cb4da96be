"""Every character of a repaired text leads back to its place on the raw page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Piece, Span
from kg.text import Edit, Mapped, concat, raw_spans, repair, strip_marks, whole

RAW = st.text(
    st.sampled_from(
        list("会议签暑市长王小明，，。。、；：“”《》（）()12９０lO 　\t*#_|<>&;brp/![]\\·ＡｂQ\u200b末能，末")
    )
    | st.characters(),
    max_size=80,
)


def places(text: Mapped) -> list[int]:
    """The raw place of each character, -1 for inserted ones."""
    found = [-1] * len(text.text)
    for piece in text.pieces:
        for i in range(piece.length):
            assert found[piece.text + i] == -1
            found[piece.text + i] = piece.raw + i
    return found


@given(RAW, st.integers(0, 20), st.integers(0, 20))
def test_a_map_stays_within_the_fragment_and_rises(raw: str, before: int, after: int) -> None:
    page = "前" * before + raw + "后" * after
    line = repair(strip_marks(whole(page, before, before + len(raw))))
    at = [place for place in places(line) if place >= 0]
    assert all(before <= place < before + len(raw) for place in at)
    assert at == sorted(set(at))


@given(RAW)
def test_repair_inserts_nothing_but_spelled_out_entities(raw: str) -> None:
    text = strip_marks(whole(raw))
    line = repair(text)
    for char, place in zip(line.text, places(line), strict=True):
        assert place >= 0 or "&" in raw or char == " "


@given(RAW)
def test_repair_is_stable(raw: str) -> None:
    once = repair(whole(raw))
    assert repair(once) == once


@given(RAW, RAW)
def test_parts_in_a_row_keep_their_places(left: str, right: str) -> None:
    page = left + "\n" + right
    parts = whole(page, 0, len(left)), whole(page, len(left) + 1)
    joined = concat((parts[0], "；", parts[1]))
    assert joined.text == f"{left}；{right}"
    assert places(joined) == [*places(parts[0]), -1, *places(parts[1])]


@given(RAW, st.data())
def test_a_cut_keeps_the_places_of_what_it_keeps(raw: str, data: st.DataObject) -> None:
    text = repair(whole(raw))
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    assert places(text.cut(start, end)) == places(text)[start:end]


def test_an_edit_of_the_same_length_keeps_places_any_other_the_first() -> None:
    text = whole("本报讯&ldquo;签暑")
    edited = text.edit([Edit(3, 10, "“"), Edit(10, 12, "签署")])
    assert edited.text == "本报讯“签署"
    assert places(edited) == [0, 1, 2, 3, 10, 11]


def article(*pieces: tuple[int, int, int], text: str = "一二三四五六七八九十") -> Article:
    return Article(id="a#1", title="题", text=text, map=tuple(Piece(*piece) for piece in pieces))


def test_spans_of_neighbouring_pieces_are_one() -> None:
    one = article((0, 100, 1), (2, 110, 3), (5, 114, 4))
    assert raw_spans(one, 2, 9) == (Span(110, 118),)
    assert raw_spans(one, 3, 6) == (Span(111, 115),)


def test_a_clause_over_two_columns_has_two_spans() -> None:
    assert raw_spans(article((0, 0, 1), (2, 50, 4), (6, 900, 4)), 3, 8) == (Span(51, 54), Span(900, 902))


def test_a_column_that_stands_before_keeps_the_order_of_reading() -> None:
    assert raw_spans(article((2, 500, 4), (6, 20, 4)), 2, 10) == (Span(500, 504), Span(20, 24))


def test_inserted_characters_stand_nowhere() -> None:
    assert raw_spans(article((0, 0, 1), (2, 10, 9)), 1, 2) == ()
