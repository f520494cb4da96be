"""Every message to users has its Chinese, with the same parameters, and the compiled catalogue is up to date."""

import gettext
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import kg

ROOT = Path(kg.__file__).parent
FOLDER = ROOT / "locale" / "zh" / "LC_MESSAGES"


def used() -> dict[str, str]:
    """Messages of the code, with the file each stands in."""
    found = extract_from_dir(str(ROOT), method_map=[("**.py", "python")], keywords={"_": None})
    return {message: name for name, _line, message, _comments, _context in found if isinstance(message, str)}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (FOLDER / "kg.po").open("rb") as file:
        return read_po(file, locale="zh")


def parameters(text: str) -> list[str]:
    return sorted(name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)


def test_no_message_lacks_its_chinese(catalogue: Catalog) -> None:
    missing = {text: place for text, place in used().items() if text not in catalogue or not catalogue[text].string}
    assert not missing, "run `make messages` and translate them"


def test_no_translation_is_left_over(catalogue: Catalog) -> None:
    texts = used()
    assert not [message.id for message in catalogue if message.id and message.id not in texts]


def test_translations_keep_their_parameters(catalogue: Catalog) -> None:
    def differs(message: Message) -> bool:
        return parameters(str(message.id)) != parameters(str(message.string))

    assert not [message.id for message in catalogue if message.id and differs(message)]


def test_translations_are_chinese(catalogue: Catalog) -> None:
    assert not [m.id for m in catalogue if m.id and not re.search("[\u4e00-\u9fff]", str(m.string)) and re.search("[a-z]{4}", str(m.id))]


def test_the_compiled_catalogue_is_up_to_date(catalogue: Catalog) -> None:
    compiled = gettext.translation("kg", str(ROOT / "locale"), languages=["zh"])
    assert not [m.id for m in catalogue if m.id and compiled.gettext(str(m.id)) != m.string], "run `make messages`"
