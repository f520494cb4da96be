"""Trains a tiny multi-task model of HanLP on the hand-made documents: of no use but to run the real pipeline."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hanlp_documents import Example, examples

TASKS = ("tok", "pos", "ner", "srl", "dep")


def train(place: Path, tasks: Sequence[str] = TASKS, *, epochs: int = 20, layers: int = 2, width: int = 64) -> Path:
    """Train on the hand-made documents and return the directory of the model; wide ones are only good for speed."""
    import torch
    from hanlp.common.dataset import SortingSamplerBuilder
    from hanlp.components.mtl.multi_task_learning import MultiTaskLearning
    from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding

    _bring_back_adamw()
    torch.manual_seed(1)
    random.seed(1)
    known = examples()
    data = place / "data"
    data.mkdir(parents=True)
    encoder = _encoder(place / "encoder", known, layers, width)
    made = _tasks(_write(data, "train", known), _write(data, "dev", known[:8]), SortingSamplerBuilder(batch_size=8))
    model = place / "model"
    MultiTaskLearning().fit(
        ContextualWordEmbedding("token", str(encoder), average_subwords=True, max_sequence_length=128),
        {name: made[name] for name in tasks},
        str(model),
        epochs,
        lr=5e-3,
        encoder_lr=2e-3,
        eval_trn=False,
        devices=-1,
        seed=1,
        logger=_silent(),
    )
    return model


def _silent() -> logging.Logger:
    logger = logging.Logger("tiny")
    logger.addHandler(logging.NullHandler())
    return logger


def _bring_back_adamw() -> None:
    """HanLP trains with an optimizer that transformers has dropped; torch has the same."""
    import torch
    from transformers import optimization

    if not hasattr(optimization, "AdamW"):
        optimization.AdamW = torch.optim.AdamW


def _encoder(place: Path, known: Sequence[Example], layers: int, width: int) -> Path:
    from transformers import BertConfig, BertModel, BertTokenizer

    place.mkdir()
    chars = sorted({char for example in known for char in example.text} | set("0123456789，。、；：“”《》（）"))
    vocabulary = place / "vocab.txt"
    vocabulary.write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *chars]), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(chars) + 5,
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=max(2, width // 64),
        intermediate_size=4 * width,
        max_position_embeddings=160,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    BertModel(config).save_pretrained(place)
    BertTokenizer(str(vocabulary)).save_pretrained(place)
    return place


def _write(data: Path, part: str, known: Sequence[Example]) -> dict[str, str]:
    writers = {"tok": _tok, "pos": _pos, "ner": _ner, "srl": _srl, "dep": _dep}
    ends = {"tok": "txt", "pos": "tsv", "ner": "tsv", "srl": "jsonlines", "dep": "conllx"}
    paths = {}
    for name, writer in writers.items():
        path = data / f"{part}-{name}.{ends[name]}"
        path.write_text("".join(writer(example) for example in known), encoding="utf-8")
        paths[name] = str(path)
    return paths


def _tok(example: Example) -> str:
    return " ".join(example.document["tok/fine"][0]) + "\n"


def _pos(example: Example) -> str:
    pairs = zip(example.document["tok/fine"][0], example.document["pos/ctb"][0], strict=True)
    return "".join(f"{word}\t{tag}\n" for word, tag in pairs) + "\n"


def _ner(example: Example) -> str:
    words = example.document["tok/fine"][0]
    tags = ["O"] * len(words)
    for _text, label, start, end in example.document["ner/msra"][0]:
        size = end - start
        marks = ["S"] if size == 1 else ["B", *["M"] * (size - 2), "E"]
        tags[start:end] = [f"{mark}-{label}" for mark in marks]
    return "".join(f"{word}\t{tag}\n" for word, tag in zip(words, tags, strict=True)) + "\n"


def _srl(example: Example) -> str:
    rows = [row for frame in example.document["srl"][0] for row in _arguments(frame)]
    return json.dumps({"sentences": [example.document["tok/fine"][0]], "srl": [rows]}, ensure_ascii=False) + "\n"


def _arguments(frame: Sequence[tuple[str, str, int, int]]) -> Iterator[tuple[int, int, int, str]]:
    verb = next(start for _text, label, start, _end in frame if label == "PRED")
    for _text, label, start, end in frame:
        if label != "PRED":
            yield verb, start, end - 1, label


def _dep(example: Example) -> str:
    words, tags = example.document["tok/fine"][0], example.document["pos/ctb"][0]
    rows = [
        f"{i}\t{word}\t_\t{tag}\t{tag}\t_\t{head}\t{relation}\t_\t_\n"
        for i, (word, tag, (head, relation)) in enumerate(zip(words, tags, example.document["dep"][0], strict=True), 1)
    ]
    return "".join(rows) + "\n"


def _tasks(training: dict[str, str], dev: dict[str, str], sampler: Any) -> dict[str, Any]:
    from hanlp.components.mtl.tasks.dep import BiaffineDependencyParsing
    from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition
    from hanlp.components.mtl.tasks.pos import TransformerTagging
    from hanlp.components.mtl.tasks.srl.rank_srl import SpanRankingSemanticRoleLabeling
    from hanlp.components.mtl.tasks.tok.tag_tok import TaggingTokenization

    def files(name: str) -> tuple[str, str, str]:
        return training[name], dev[name], dev[name]

    small = {"sampler_builder": sampler, "dependencies": "tok"}
    return {
        "tok": TaggingTokenization(*files("tok"), sampler, cls_is_bos=True, sep_is_eos=True, max_seq_len=120),
        "pos": TransformerTagging(*files("pos"), **small),
        "ner": TaggingNamedEntityRecognition(*files("ner"), **small, tagging_scheme="BMES"),
        "srl": SpanRankingSemanticRoleLabeling(
            *files("srl"),
            **small,
            doc_level_offset=False,
            ffnn_size=50,
            mlp_label_size=50,
            with_argument="",
            lexical_dropout=0.0,
            dropout=0.0,
        ),
        "dep": BiaffineDependencyParsing(*files("dep"), **small, n_mlp_arc=50, n_mlp_rel=50, punct=True, tree=True),
    }
