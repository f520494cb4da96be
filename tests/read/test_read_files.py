"""Files of all kinds into pages and articles; what cannot be used is told once and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from kg.errors import BadRecord, InputError, UnreadableFile
from kg.model import Article, Page
from kg.read import files, read
from kg.read import records as records_module

PAGE = """# 市政府召开常务会议

本报讯（记者 包小满）5月7日，市长尚清和主持召开市政府常务会议，研究部署防汛工作。会议强调，要压实责任。
"""
ARTICLE = {"id": "a1", "date": "2024-05-01", "title": "标题", "text": "正文第一段。\n正文第二段。"}


class Told(list[InputError]):
    """Collects errors."""

    def __call__(self, error: InputError) -> None:
        self.append(error)


PACKED = [pytest.param(gzip.compress, ".gz", id="gz"), pytest.param(lzma.compress, ".xz", id="xz")]


@pytest.mark.parametrize(("pack", "ending"), PACKED)
def test_compressed_files_are_read_as_what_they_hold(tmp_path: Path, told: Told, pack, ending: str) -> None:
    write(tmp_path / f"2024-05-08.md{ending}", pack(PAGE.encode()))
    write(tmp_path / f"all.jsonl{ending}", pack(f"{line()}\n{line(id='a2')}\n".encode()))
    page, *found = read([tmp_path], on_error=told)
    assert isinstance(page, Page)
    assert page.date == "2024-05-08"
    assert [one.id for one in found if isinstance(one, Article)] == ["a1", "a2"]
    assert not told


@pytest.mark.parametrize(("pack", "ending"), PACKED)
def test_compressed_files_that_are_cut_off_are_told(tmp_path: Path, told: Told, pack, ending: str) -> None:
    lines = "".join(f"{line(id=f'a{number}', text=os.urandom(200).hex())}\n" for number in range(200)).encode()
    cut = write(tmp_path / f"cut.jsonl{ending}", pack(lines)[:-2000])
    other = write(tmp_path / f"other.jsonl{ending}", b"no such thing" * 9)
    list(read([cut, other], on_error=told))
    assert [type(error) for error in told] == [UnreadableFile, UnreadableFile]
    assert [error.where for error in told] == [str(cut), str(other)]


@pytest.fixture
def told() -> Told:
    return Told()


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(**fields: object) -> str:
    return json.dumps(ARTICLE | fields, ensure_ascii=False)


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda s: s.encode(), id="utf-8"),
        pytest.param(lambda s: s.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(lambda s: s.encode("gb18030"), id="gb18030"),
        pytest.param(lambda s: s.encode("utf-16"), id="utf-16 with mark"),
        pytest.param(lambda s: s.encode("utf-16-le"), id="utf-16 little-endian"),
        pytest.param(lambda s: s.encode("utf-16-be"), id="utf-16 big-endian"),
        pytest.param(lambda s: s.replace("\n", "\r\n").encode(), id="CRLF"),
    ],
)
@pytest.mark.parametrize("name", ["2024-05-08.md", "2024-05-08.txt"])
def test_encodings(tmp_path: Path, told: Told, encode: object, name: str) -> None:
    path = write(tmp_path / name, encode(PAGE))  # type: ignore[operator]
    [page] = read([path], on_error=told)
    assert isinstance(page, Page)
    assert (page.id, page.date, page.source) == ("2024-05-08", "2024-05-08", str(path))
    assert page.raw.replace("\r\n", "\n") == PAGE
    assert [page.raw[f.start : f.end] for f in page.fragments] == [
        *PAGE.split("\n\n")[0:1],
        PAGE.split("\n\n")[1].strip(),
    ]
    assert not told


def test_big5_is_decoded_or_refused_but_never_garbled(tmp_path: Path, told: Told) -> None:
    path = write(tmp_path / "2024-05-08.txt", "本報訊，市長出席會議並發表講話。".encode("big5"))
    for page in read([path], on_error=told):
        assert isinstance(page, Page)
        assert "會議" in page.raw or told


def test_a_directory_is_read_in_order_of_names(tmp_path: Path, told: Told) -> None:
    write(tmp_path / "b" / "2024-01-02.md", PAGE)
    write(tmp_path / "a" / "2024-01-03.txt", PAGE)
    write(tmp_path / "c.jsonl", line() + "\n")
    write(tmp_path / "a" / "images" / "1.jpg", b"\xff\xd8\xff\x00")
    write(tmp_path / ".hidden" / "x.md", PAGE)
    assert [item.id for item in read([tmp_path], on_error=told)] == ["a1", "2024-01-03", "2024-01-02"]
    assert not told


@pytest.mark.parametrize("first", ["{", "\ufeff{"])
def test_standard_input_tells_its_kind(monkeypatch: pytest.MonkeyPatch, told: Told, first: str) -> None:
    def give(content: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))

    give(line().replace("{", first, 1) + "\n" + line(id="a2"))
    assert [item.id for item in read(["-"], on_error=told)] == ["a1", "a2"]
    give(PAGE)
    [page] = read(["-"], date="2024-05-08", on_error=told)
    assert isinstance(page, Page)
    assert (page.id, page.source, page.date) == ("stdin", "-", "2024-05-08")
    assert not told


def test_articles_keep_what_they_say(tmp_path: Path, told: Told) -> None:
    rows = [
        line(reporters=["包小满"], paper="榆林日报", place="榆林市", page="A03"),
        line(id=7, date="2024年5月2日"),
        line(
            id="xw-20240503-01",
            date=None,
            entities=[],
            relations=[{"s": "e1"}],
            map=[[0, 10, 2], [3, 20, 13]],
            digest="d",
        ),
        line(id="", date=None),
    ]
    path = write(tmp_path / "some.jsonl", "\n\n".join(rows) + "\n")
    a, b, c, d = [x for x in read([path], date="2024-05-09", place="钦州市", on_error=told) if isinstance(x, Article)]
    assert (a.id, a.date, a.reporters, a.paper, a.place, a.page) == (
        "a1",
        "2024-05-01",
        ("包小满",),
        "榆林日报",
        "榆林市",
        "A03",
    )
    assert a.map == ((0, 0, len(a.full)),)
    assert (b.id, b.date, b.place) == ("7", "2024-05-02", "钦州市")
    assert (c.date, c.map, c.digest) == ("2024-05-03", ((0, 10, 2), (3, 20, 13)), "d")
    assert (d.id, d.date) == ("some-7", "2024-05-09")
    assert a.digest != b.digest
    assert not told


def test_broken_lines_are_told_and_passed_over(tmp_path: Path, told: Told) -> None:
    rows = [line(id=str(i)) for i in range(1, 10)]
    rows[6] = rows[6][:-9]
    rows[7] = '{"id": "8", "title": "没有正文"}'
    path = write(tmp_path / "some.jsonl", "\n".join(rows))
    assert [x.id for x in read([path], on_error=told)] == ["1", "2", "3", "4", "5", "6", "9"]
    assert [type(error) for error in told] == [BadRecord, BadRecord]
    assert str(path) in told[0].where
    assert "7" in told[0].where
    assert "text" in told[1].what


def test_a_line_in_another_encoding_is_still_an_article(tmp_path: Path, told: Told) -> None:
    path = write(tmp_path / "some.jsonl", (line() + "\n").encode() + (line(id="a2") + "\n").encode("gb18030"))
    assert [x.id for x in read([path], on_error=told)] == ["a1", "a2"]
    assert not told


GARBLED = "本报讯，市长出席会议。\n".encode() * 3 + "市委书记调研农业生产。\n".encode("gb18030") * 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("blank.txt", b"\xef\xbb\xbf \n\t\n"),
        ("binary.md", bytes(range(256)) * 40),
        ("zeros.txt", b"\0" * 5000),
        ("scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("random.txt", os.urandom(4000)),
        ("mixed.md", GARBLED),
        ("torn.txt", PAGE.encode("utf-16")[:-1]),
        ("line.md", ("市" * 1_500_000).encode()),
        ("nothing.html", b"<html><body><script>var a = 1;</script></body></html>"),
    ],
)
def test_bad_files_are_told_once_and_the_rest_goes_on(tmp_path: Path, told: Told, name: str, content: bytes) -> None:
    write(tmp_path / name, content)
    write(tmp_path / "z-2024-05-08.md", PAGE)
    assert [item.id for item in read([tmp_path], on_error=told)] == ["z-2024-05-08"]
    [error] = told
    assert isinstance(error, UnreadableFile)
    assert name in error.where
    assert error.do


def test_the_line_where_the_encoding_changes_is_named(tmp_path: Path, told: Told) -> None:
    assert not list(read([write(tmp_path / "mixed.md", GARBLED)], on_error=told))
    assert "4" in told[0].what


def test_missing_paths_and_directories_without_a_page(tmp_path: Path, told: Told) -> None:
    (tmp_path / "images").mkdir()
    assert not list(read([tmp_path / "none.md", tmp_path / "images"], on_error=told))
    assert [type(error) for error in told] == [UnreadableFile, UnreadableFile]


def test_a_directory_without_permission(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    write(closed / "2024-05-07.md", PAGE)
    write(tmp_path / "open" / "2024-05-08.md", PAGE)
    scandir = os.scandir

    def refusing(path: str | Path) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(closed))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [item.id for item in read([tmp_path], on_error=told)] == ["2024-05-08"]
    [error] = told
    assert isinstance(error, UnreadableFile)
    assert "closed" in error.where


def test_a_file_without_permission(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "2024-05-07.md", PAGE)

    def refusing(self: Path, *args: object) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refusing)
    assert not list(read([path], on_error=told))
    assert isinstance(told[0], UnreadableFile)


def test_a_missing_date_is_told_and_the_page_read(tmp_path: Path, told: Told) -> None:
    [page] = read([write(tmp_path / "page.md", PAGE)], on_error=told)
    assert page.date == ""
    assert "--date" in told[0].do


def test_memory_stays_flat(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "LONGEST", 1_000_000)
    path = tmp_path / "long.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.write(line() + "\n")
        out.write(line(text="长" * 8_000_000) + "\n")
        for i in range(3000):
            out.write(line(id=str(i), text="正文。" * 400) + "\n")
    tracemalloc.start()
    count = sum(1 for _ in read([path], on_error=told))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3001
    assert len(told) == 1
    assert peak < 12_000_000


def test_files_larger_than_a_page_are_refused(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    assert not list(read([write(tmp_path / "2024-05-08.txt", PAGE * 50)], on_error=told))
    assert "JSONL" in told[0].do
