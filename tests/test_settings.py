"""Flags go before variables, variables before the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SettingsError
from kg.settings import Settings, load_settings

FIELDS = {
    "store": st.text(min_size=1),
    "annotator": st.text(min_size=1),
    "jobs": st.integers(min_value=1, max_value=64),
    "rows": st.integers(min_value=1, max_value=10**6),
}


@given(st.fixed_dictionaries({}, optional=FIELDS), st.fixed_dictionaries({}, optional=FIELDS))
def test_flags_win_over_variables(flags: dict[str, object], variables: dict[str, object]) -> None:
    environ = {f"KG_{name.upper()}": str(value) for name, value in variables.items()}
    chosen = load_settings(flags, environ=environ)
    for name in FIELDS:
        assert getattr(chosen, name) == flags.get(name, variables.get(name, getattr(Settings(), name)))


def test_variables_win_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kg.toml"
    file.write_text('store = "one"\nllm-url = "http://localhost:1"\njobs = 3\n', encoding="utf-8")
    chosen = load_settings({"jobs": None}, environ={"KG_STORE": "two"}, path=file)
    assert (chosen.store, chosen.llm_url, chosen.jobs) == ("two", "http://localhost:1", 3)


def test_the_file_of_the_working_directory_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={}) == Settings()
    Path("kg.toml").write_text("rows = 5", encoding="utf-8")
    assert load_settings(environ={}).rows == 5


def test_an_empty_variable_is_not_given() -> None:
    assert load_settings(environ={"KG_STORE": ""}).store == Settings().store


@pytest.mark.parametrize(
    ("flags", "environ", "where"),
    [({"jobs": 0}, {}, "--jobs"), ({}, {"KG_JOBS": "many"}, "KG_JOBS"), ({}, {"KG_SECONDS": "-1"}, "KG_SECONDS")],
)
def test_a_bad_value_names_its_place(flags: dict[str, object], environ: dict[str, str], where: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(flags, environ=environ)
    assert caught.value.where == where
    assert caught.value.do


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('stroe = "x"', "did you mean store?"),
        ("jobs = '4'", "kg.toml: jobs"),
        ("jobs = ", "kg.toml"),
        ("rows = true", "kg.toml: rows"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "kg.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(environ={}, path=file)
    assert says in str(caught.value)


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        load_settings(environ={}, path=tmp_path / "none.toml")
