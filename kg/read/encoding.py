"""Bytes into text, whatever of the usual encodings of Chinese they are in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import UnreadableFile
from kg.i18n import _

SAMPLE = 65_536  # bytes that are looked at to guess an encoding
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KNOWN = ("utf_8", "gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp950", "utf_16", "utf_16_le", "utf_16_be", "hz")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
HAN = re.compile("[\u4e00-\u9fff]")
LAST_COMMON = 0xD7  # the first byte of the last of the common ideographs in GB 2312


def decode(data: bytes, where: str) -> str:
    """Decode a whole file: by its byte order mark, as UTF-8, as UTF-16 or GB18030, or as what looks most likely.

    Args:
        data: the file's bytes.
        where: the file's name for messages.

    Raises:
        UnreadableFile: it is binary, mixes encodings, or is in none that is known.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, where)
    if b"\0" in data[:SAMPLE]:
        return _wide(data, where)
    try:
        return _text(data.decode("utf-8"), where)
    except UnicodeDecodeError as error:
        mixed = _mixed(data)
        if mixed:
            what = _("the file mixes encodings: line {line} is not in the encoding of the lines before it")
            raise _unreadable(what.format(line=mixed), where) from error
    return _text(_guessed(data, where), where)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return _text(data.decode(name), where)
    except UnicodeDecodeError as error:
        what = _("the file is not {name}, though its first bytes say so").format(name=name.upper())
        raise _unreadable(what, where) from error


def _wide(data: bytes, where: str) -> str:
    """UTF-16 without a mark: its high bytes are seldom those of control characters in the right order only."""
    texts = []
    for name in ("utf-16-le", "utf-16-be"):
        try:
            texts.append(data.decode(name))
        except UnicodeDecodeError:
            continue
    for text in texts:
        if _plausible(text):
            return _text(text, where)
    raise binary(where)


def _mixed(data: bytes) -> int:
    """The number of the first line in another encoding than the lines before it, or 0.

    UTF-8 is strict: a line with several Chinese characters that decodes as UTF-8 is in UTF-8.
    """
    kinds: set[bool] = set()
    for number, line in enumerate(data.splitlines(), 1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            utf = True
        except UnicodeDecodeError:
            utf = False
            if not _decodes(line, "gb18030"):
                continue
        kinds.add(utf)
        if len(kinds) == 2:
            return number
    return 0


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes, where: str) -> str:
    best = from_bytes(data[:SAMPLE], cp_isolation=[*KNOWN], threshold=0.5).best()
    for name in ("gb18030", best.encoding if best else ""):
        if name and _decodes(data, name) and _plausible(text := data.decode(name)):
            return text
    raise binary(where)


def _plausible(text: str) -> bool:
    """Whether decoded text looks like Chinese: its ideographs are mostly of the 3,755 common ones of GB 2312.

    Bytes of anything else decode into rare ones.
    """
    han = HAN.findall(text[:SAMPLE])
    return bool(han) and sum(map(_common, han)) >= 0.8 * len(han)


def _common(char: str) -> bool:
    code = char.encode("gb2312", "replace")
    return len(code) == 2 and code[0] <= LAST_COMMON


def _text(text: str, where: str) -> str:
    if len(CONTROL.findall(text[:SAMPLE])) > len(text[:SAMPLE]) * 0.02:
        raise binary(where)
    return text.removeprefix("\ufeff")


def binary(where: str) -> UnreadableFile:
    """The error for a file that holds no text."""
    return _unreadable(_("the file holds no text that kg can read: it is binary or in an unknown encoding"), where)


def _unreadable(what: str, where: str) -> UnreadableFile:
    return UnreadableFile(what, where=where, do=_("save it as UTF-8 text"))
