"""The real HanLP with a tiny model trained here: what it finds does not matter, that the line works does."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hanlp_documents import examples

from kg.annotate.choose import available, choose
from kg.annotate.options import AnnotatorOptions, HanlpOptions
from kg.cli import run
from kg.errors import AnnotatorError, KgError, MissingModel
from kg.model import Annotation, Article

pytestmark = [
    pytest.mark.hanlp,
    pytest.mark.skipif(find_spec("hanlp") is None, reason="needs HanLP: make test-hanlp"),
]

TEXTS = [one.text for one in examples()]
Options = Callable[..., AnnotatorOptions]


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_model import train

    return train(tmp_path_factory.mktemp("hanlp"))


@pytest.fixture
def model(trained: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(trained, tmp_path / "model"))


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that so much as looks up a name."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


def options(place: Path | str, **more: Any) -> AnnotatorOptions:
    return AnnotatorOptions(hanlp=HanlpOptions(model=str(place), **more))


def articles(texts: list[str]) -> list[Article]:
    return [Article(id=str(n), title="要闻", text=text, date="2024-05-20") for n, text in enumerate(texts)]


def annotate(place: Path, texts: list[str], **more: Any) -> list[Annotation]:
    return list(choose("hanlp", options(place, **more)).annotate(articles(texts)))


@pytest.mark.usefixtures("offline")
def test_the_whole_line_runs_by_a_flag(trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    rows = [{"id": f"a{n}", "date": "2024-05-20", "title": "要闻", "text": text} for n, text in enumerate(TEXTS)]
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    status = run(["extract", str(source), "--annotator", "hanlp", "--model", str(trained), "--out", str(out)])
    assert status == 0, capsys.readouterr().err
    graphs = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(graphs) == len(rows)
    relations = [(graph, one) for graph in graphs for one in graph["relations"]]
    assert len(relations) > 10
    for graph, one in relations:
        full = f"{graph['title']}\n{graph['text']}"
        assert full[one.get("start", 0) : one["end"]] == one["evidence"]


def test_offsets_are_those_of_the_article(trained: Path) -> None:
    texts = [
        "  罗海宁　17日 出席第三届滨江港口座谈会。\n\n贺知秋 会见 安德烈·沃尔科夫。",
        "ＡＢＣ　①㎏😀。程云起访问埃及、越南。",
    ]
    found = annotate(trained, texts)
    for article, annotation in zip(articles(texts), found, strict=True):
        assert all(article.full[one.start : one.end] == one.text for one in annotation.mentions)
        for frame in annotation.frames:
            assert frame.sentence.start <= frame.start < frame.end <= frame.sentence.end
    assert any(one.mentions for one in found)


def test_reading_together_gives_what_reading_alone_gives(trained: Path) -> None:
    texts = TEXTS[:12]
    alone = [next(iter(choose("hanlp", options(trained)).annotate([one]))) for one in articles(texts)]
    assert annotate(trained, texts, batch=5) == alone


def test_a_sentence_of_any_length_is_read(trained: Path) -> None:
    (found,) = annotate(trained, ["罗海宁出席第三届滨江港口座谈会，" * 80 + "会议结束。" + "长" * 700])
    assert found.sentences


def test_a_process_loads_a_model_once(trained: Path) -> None:
    from kg.annotate.hanlp.model import load

    assert load(HanlpOptions(model=str(trained)))._component is load(HanlpOptions(model=str(trained)))._component


@pytest.mark.usefixtures("offline")
def test_a_model_that_was_not_downloaded_is_told_without_the_network() -> None:
    with pytest.raises(
        MissingModel, match=r"not on this machine.*hanlp\.load\('CLOSE_TOK_POS_NER_SRL_DEP_SDP_CON_ELECTRA_BASE_ZH'\)"
    ):
        choose("hanlp", options("CLOSE_TOK_POS_NER_SRL_DEP_SDP_CON_ELECTRA_BASE_ZH"))


@pytest.mark.usefixtures("offline")
def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="neither a directory nor"):
        choose("hanlp", options("NO_SUCH_MODEL"))
    with pytest.raises(MissingModel, match=r"config\.json, model\.pt missing"):
        choose("hanlp", options(tmp_path))
    (tmp_path / "model.pt").write_bytes(b"")
    (tmp_path / "config.json").write_text("[]")
    with pytest.raises(MissingModel, match="not that of a multi-task model"):
        choose("hanlp", options(tmp_path))


@pytest.mark.usefixtures("offline")
def test_a_missing_encoder_is_told_without_the_network(model: Path) -> None:
    config = json.loads((model / "config.json").read_text())
    config["encoder"]["transformer"] = "somebody/no-such-encoder"
    (model / "config.json").write_text(json.dumps(config))
    with pytest.raises(MissingModel, match="encoder somebody/no-such-encoder"):
        choose("hanlp", options(model))


def test_a_model_without_roles_is_told(tmp_path: Path) -> None:
    from tiny_model import train

    place = train(tmp_path / "small", tasks=("tok", "pos", "ner"), epochs=1)
    with pytest.raises(AnnotatorError, match="lacks srl; it has tok, pos, ner"):
        choose("hanlp", options(place))


@pytest.mark.parametrize("keep", [0.0, 0.9], ids=["none", "most"])
def test_weights_that_did_not_load_are_told(model: Path, keep: float) -> None:
    import torch

    weights = torch.load(model / "model.pt", weights_only=True)
    kept = dict(list(weights.items())[: int(len(weights) * keep)])
    torch.save(kept, model / "model.pt")
    with pytest.raises(MissingModel, match=r"weights are not in the file.*would guess"):
        choose("hanlp", options(model))


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("content", [b"", b"garbage" * 1000], ids=["empty", "garbage"])
def test_a_file_that_holds_no_weights_is_told(model: Path, content: bytes) -> None:
    (model / "model.pt").write_bytes(content)
    with pytest.raises(MissingModel, match=r"weights cannot be read.*copy the model again"):
        choose("hanlp", options(model))


@pytest.mark.usefixtures("offline")
def test_a_model_with_files_missing_is_told(model: Path) -> None:
    (model / "srl_vocabs.json").unlink()
    with pytest.raises(KgError, match="cannot load the model"):
        choose("hanlp", options(model))


def test_short_memory_makes_smaller_batches_and_then_a_message(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.annotate.hanlp.model import HanlpPipeline

    predict = HanlpPipeline._predict
    room = 4
    monkeypatch.setattr(
        HanlpPipeline, "_predict", lambda self, sentences: predict(self, sentences) if self._batch <= room else _full()
    )
    annotator = choose("hanlp", options(trained, batch=32))
    assert len(list(annotator.annotate(articles(TEXTS[:3])))) == 3
    room = 0
    with pytest.raises(AnnotatorError, match=r"not enough memory.*--model"):
        list(annotator.annotate(articles(TEXTS[:3])))


def _full() -> None:
    raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")


def test_auto_takes_a_model_that_is_here_and_downloads_none(trained: Path, offline: None) -> None:
    assert choose("auto", options(trained)).name.startswith("builtin")
    assert "+hanlp-" in choose("auto", options(trained)).name
    assert "hanlp" not in choose("auto", options("")).name


def test_both_together_find_what_each_finds_sure(trained: Path) -> None:
    texts = TEXTS[:10]
    both = list(choose("builtin+hanlp", options(trained)).annotate(articles(texts)))
    assert any(frame.confidence > 0.95 for one in both for frame in one.frames)


def test_the_table_of_annotators_knows_the_model(trained: Path) -> None:
    table = {one.name: one for one in available(options(trained))}
    assert table["hanlp"].usable and str(trained) in table["hanlp"].what
