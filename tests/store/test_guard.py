"""What may pass as a reading query, before any store is asked."""

import pytest
from attacks import ALLOWED, BROKEN, REFUSED
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, QueryRefused
from kg.store.guard import FORBIDDEN_WORDS, check_plan, check_query


@pytest.mark.parametrize("query", ALLOWED)
def test_reading_passes(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("query", REFUSED)
def test_more_than_reading_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        check_query(query)
    assert refused.value.what and refused.value.do


@pytest.mark.parametrize("query", BROKEN)
def test_broken_text_is_an_error(query: str) -> None:
    with pytest.raises(QueryError):
        check_query(query)


@given(
    st.sampled_from(sorted(FORBIDDEN_WORDS)),
    st.sampled_from([" ", "\n", "\t", "/* */", "//x\n", ")", "]", "\u3000"]),
    st.booleans(),
)
def test_a_forbidden_word_is_found_after_anything(word: str, gap: str, lower: bool) -> None:
    with pytest.raises(QueryRefused):
        check_query(f"MATCH (n){gap}{word.lower() if lower else word}{gap}n RETURN n")


@given(st.text(max_size=200))
def test_any_text_in_quotes_passes(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    try:
        check_query(f"RETURN '{quoted}' AS x")
    except QueryRefused as refused:
        assert "escape" in refused.what  # a backslash and u before a quotation mark's code, read differently by stores


@given(st.text(max_size=300))
def test_any_text_ends_in_an_answer(text: str) -> None:
    try:
        check_query(text)
    except QueryError as error:
        assert str(error)


def plan(kind: str, details: str = "", *children: object) -> dict[str, object]:
    return {"operatorType": f"{kind}@neo4j", "args": {"Details": details}, "children": list(children)}


def test_plans() -> None:
    check_plan(plan("ProduceResults", "", plan("ProcedureCall", "db.labels() :: (label :: STRING)")), "r")
    for bad in (plan("LoadCSV"), plan("ProcedureCall", "dbms.components() :: (name)")):
        with pytest.raises(QueryRefused):
            check_plan(plan("ProduceResults", "", bad), "r")
    with pytest.raises(QueryRefused):
        check_plan(plan("ProduceResults"), "rw")
