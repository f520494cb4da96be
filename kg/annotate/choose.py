"""Annotators by name: the only module that knows which there are."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from kg.annotate.base import Annotator
from kg.annotate.options import AnnotatorOptions, HanlpOptions
from kg.annotate.union import Union
from kg.errors import AnnotatorError, MissingModel
from kg.i18n import _
from kg.model import Record

AUTO = "auto"
_JOIN = "+"


class Availability(Record):
    """Whether an annotator can be used here and now, and what to do if not."""

    name: str
    usable: bool
    what: str  # what it is made of, or what is missing
    do: str = ""


def choose(spec: str, options: AnnotatorOptions) -> Annotator:
    """The annotator that a name stands for, ready to work; nothing is downloaded.

    Args:
        spec: ``builtin``, ``hanlp``, ``llm``, several joined by ``+``, or ``auto``: the best that needs neither a
            download nor a server.
        options: what the annotators may need; each takes its part.

    Raises:
        AnnotatorError: there is none of that name, or it cannot be used here; says what to do.
        SettingsError: an option it needs is not set.
    """
    names = [name.strip() for name in (_best(options) if spec == AUTO else spec).split(_JOIN)]
    unknown = [name for name in names if name not in _MAKERS]
    if unknown:
        known = ", ".join([*_MAKERS, AUTO])
        what = _("there is no annotator {name}").format(name=unknown[0] or spec)
        raise AnnotatorError(what, do=_("choose from {known}, or join some by +").format(known=known))
    if len(set(names)) < len(names):
        raise AnnotatorError(_("{spec} names an annotator twice").format(spec=spec), do=_("name each once"))
    made = [_MAKERS[name](options) for name in names]
    return made[0] if len(made) == 1 else Union(made)


def available(options: AnnotatorOptions) -> tuple[Availability, ...]:
    """All annotators by name, with what each lacks; loads no model and asks no server."""
    return (_state_of_builtin(), _state_of_hanlp(options.hanlp), _state_of_llm(options))


def _best(options: AnnotatorOptions) -> str:
    return "builtin+hanlp" if _state_of_hanlp(options.hanlp).usable else "builtin"


def _builtin(options: AnnotatorOptions) -> Annotator:
    from kg.annotate.builtin import BuiltinAnnotator  # noqa: PLC0415 — what is not chosen is not loaded
    from kg.grammar.tagger import Tagger  # noqa: PLC0415

    return BuiltinAnnotator(Tagger(Path(options.tagger) if options.tagger else None))


def _hanlp(options: AnnotatorOptions) -> Annotator:
    from kg.annotate.hanlp import HanlpAnnotator  # noqa: PLC0415

    return HanlpAnnotator(options)


def _llm(options: AnnotatorOptions) -> Annotator:
    from kg.annotate.llm import LlmAnnotator  # noqa: PLC0415

    return LlmAnnotator(options)


_MAKERS: dict[str, Callable[[AnnotatorOptions], Annotator]] = {"builtin": _builtin, "hanlp": _hanlp, "llm": _llm}


def _state_of_builtin() -> Availability:
    return Availability(name="builtin", usable=True, what=_("grammars and a tagger, both in the package"))


def _state_of_hanlp(options: HanlpOptions) -> Availability:
    if find_spec("hanlp") is None:
        return Availability(name="hanlp", usable=False, what=_("not installed"), do="pip install 'kg[hanlp]'")
    from kg.annotate.hanlp.files import locate  # noqa: PLC0415

    try:
        found = locate(options.model)
    except MissingModel as error:
        return Availability(name="hanlp", usable=False, what=error.what, do=error.do)
    return Availability(name="hanlp", usable=True, what=_("model in {place}").format(place=found))


def _state_of_llm(options: AnnotatorOptions) -> Availability:
    if find_spec("openai") is None:
        return Availability(name="llm", usable=False, what=_("not installed"), do="pip install 'kg[llm]'")
    if not options.llm.model:
        return Availability(
            name="llm", usable=False, what=_("no model is named"), do=_("set --llm-url and --llm-model")
        )
    server = options.llm.url or _("the client's default server")
    return Availability(
        name="llm", usable=True, what=_("{model} at {server}").format(model=options.llm.model, server=server)
    )
