"""What a caller may set about annotators, in one frozen record for each."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import AnnotatorError
from kg.ontology import Ontology, load_ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class HanlpOptions:
    """Which HanLP model, and where it runs."""

    model: str = ""  # an official id (CLOSE_TOK_POS_NER_SRL_DEP_SDP_CON_ELECTRA_SMALL_ZH) or a directory
    device: str = ""  # "cpu", "cuda", "cuda:1"; empty takes a GPU when there is one
    batch: int = 32  # sentences a forward pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmOptions:
    """Which language model, and how much of it may be used."""

    url: str = ""  # the server's base, such as http://localhost:8000/v1; empty is the client's default
    model: str = ""
    key: str = field(default="", repr=False)  # empty: OPENAI_API_KEY, and without one a server that asks for none
    max_tokens: int = 0  # of all requests of a run together, prompts included; 0 is no limit
    answer_tokens: int = 8192  # of one answer
    concurrency: int = 4  # requests at a time
    timeout: float = 120.0  # seconds without a sign of life from the server
    retries: int = 5  # of a request that failed in a way that may pass
    cache: Path | None = None  # the directory that answers are kept in; None is `default_cache()`
    price: tuple[float, float] = (0.0, 0.0)  # of a million prompt tokens and of a million answer tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorOptions:
    """Everything an annotator may need to be made; each takes its part."""

    ontology: Ontology = field(default_factory=load_ontology, repr=False)
    hanlp: HanlpOptions = HanlpOptions()
    llm: LlmOptions = LlmOptions()
    tagger: str = ""  # the built-in annotator's model; empty for the one in the package
    note: Callable[[str], None] | None = None  # told how the work stands, in a line for a progress bar
    on_error: Callable[[AnnotatorError], None] | None = None  # told of each article that failed


def default_cache() -> Path:
    """Where answers of language models are kept: ``$XDG_CACHE_HOME/kg``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg"
