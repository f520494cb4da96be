"""HanLP with one model, loaded once a process, checked before it is trusted."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg.annotate.hanlp.files import DEFAULT, locate, require_extra
from kg.annotate.options import HanlpOptions
from kg.errors import AnnotatorError, MissingModel
from kg.i18n import _

_NEEDED = ("tok", "ner", "srl")
_WANTED = ("tok", "pos", "ner", "srl", "dep")
_MEMORY = ("out of memory", "not enough memory", "can't allocate memory")  # what torch says, on GPU and CPU
_KIND = "MultiTaskLearning"


class HanlpPipeline:
    """A loaded model; reads sentences in batches, smaller ones when memory is short."""

    def __init__(self, component: Any, name: str, batch: int) -> None:
        self._component = component
        self._batch = batch
        self._tasks = _chosen(list(component.tasks))
        self.name = name

    def read(self, sentences: Sequence[str]) -> Mapping[str, object]:
        """HanLP's document of some sentences: tasks by name, each with an item a sentence.

        Raises:
            AnnotatorError: one sentence alone is more than memory holds.
        """
        while True:
            try:
                return dict(self._predict(sentences))
            except (RuntimeError, MemoryError) as error:
                if not _out_of_memory(error):
                    raise
                if self._batch == 1:
                    what = _("there is not enough memory for HanLP to read one sentence")
                    do = _("free memory, or take the smaller model: --model {id}").format(id=DEFAULT)
                    raise AnnotatorError(what, do=do) from error
                self._batch = max(1, self._batch // 2)

    def _predict(self, sentences: Sequence[str]) -> Mapping[str, object]:
        from hanlp.common.dataset import SortingSamplerBuilder  # noqa: PLC0415

        for name in self._tasks:
            self._component.tasks[name].sampler_builder = SortingSamplerBuilder(batch_size=self._batch)
        found: Mapping[str, object] = self._component(list(sentences), tasks=list(self._tasks))
        return found


def load(options: HanlpOptions) -> HanlpPipeline:
    """The model that the options name, warm after the first call of a process.

    Raises:
        MissingExtra: HanLP is not installed.
        MissingModel: the model is not on this machine, or its files are not whole.
        AnnotatorError: it lacks semantic roles, or cannot be loaded.
    """
    require_extra()
    place = locate(options.model)
    device = _device(options.device)
    return HanlpPipeline(_component(place, device), _name(place), max(1, options.batch))


@lru_cache(maxsize=1)
def _name(place: Path) -> str:
    """HanLP's version, and the model by directory and content."""
    with (place / "model.pt").open("rb") as weights:
        digest = hashlib.file_digest(weights, "sha256").hexdigest()
    return f"hanlp-{version('hanlp')}/{place.name}-{digest[:8]}"


@lru_cache(maxsize=1)
def _component(place: Path, device: int) -> Any:
    _require_tasks(place)
    weights = _weights(place)
    try:
        component = _loaded(place, device)
    except (RuntimeError, MemoryError) as error:
        if _out_of_memory(error):
            what = _("there is not enough memory to load the model")
            raise AnnotatorError(
                what, where=str(place), do=_("set --model to a smaller one, or free memory")
            ) from error
        raise _not_loaded(place, error) from error
    except Exception as error:  # whatever HanLP makes of a file that is not what it should be
        raise _not_loaded(place, error) from error
    _require_weights(place, component, weights)
    return component


def _loaded(place: Path, device: int) -> Any:
    # hanlp.load() would look for a newer HanLP on the network when something fails; this is what it does otherwise.
    from hanlp_common.reflection import object_from_classpath  # noqa: PLC0415

    component = object_from_classpath(_config(place)["classpath"])
    component.load(str(place), devices=device, verbose=False)
    return component


def _config(place: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((place / "config.json").read_text(encoding="utf-8"))
    return config


def _require_tasks(place: Path) -> None:
    config = _config(place)
    tasks = [str(name) for name in config.get("task_names") or ()]
    if not str(config.get("classpath", "")).endswith(_KIND) or not tasks:
        what = _("the model is not a multi-task one")
        raise AnnotatorError(what, where=str(place), do=_("use one such as {id}").format(id=DEFAULT))
    missing = [name for name in _NEEDED if not any(task.split("/")[0] == name for task in tasks)]
    if missing:
        what = _("the model lacks {missing}; it has {tasks}").format(missing=", ".join(missing), tasks=", ".join(tasks))
        raise AnnotatorError(what, where=str(place), do=_("use one such as {id}").format(id=DEFAULT))


def _weights(place: Path) -> frozenset[str]:
    """Names of the weights in the model's file."""
    import torch  # noqa: PLC0415

    try:
        return frozenset(torch.load(place / "model.pt", map_location="cpu", weights_only=True))
    except (OSError, EOFError, RuntimeError, pickle.UnpicklingError, TypeError, ValueError) as error:
        what = _("the weights cannot be read: {error}").format(
            error=str(error).splitlines()[0] if str(error) else error
        )
        raise MissingModel(what, where=str(place / "model.pt"), do=_("download or copy the model again")) from error


def _require_weights(place: Path, component: Any, weights: frozenset[str]) -> None:
    """Check that the file held every weight, since HanLP leaves those it does not find random, without a word."""
    wanted = {name for name, value in component.model.named_parameters() if value.requires_grad}
    missing = sorted(wanted - weights)
    if missing:
        what = _("{n} of {all} weights are not in the file, {example} for one; the model would guess").format(
            n=len(missing), all=len(wanted), example=missing[0]
        )
        raise MissingModel(what, where=str(place / "model.pt"), do=_("download or copy the model again"))


def _not_loaded(place: Path, error: BaseException) -> AnnotatorError:
    what = _("HanLP cannot load the model: {error}").format(
        error=str(error).splitlines()[0] if str(error) else repr(error)
    )
    return AnnotatorError(
        what, where=str(place), do=_("download or copy it again; `pip install -U hanlp` if it is newer")
    )


def _chosen(tasks: Sequence[str]) -> tuple[str, ...]:
    """One task of each kind that is used: fine tokens, names as MSRA has them where there are several."""
    best: list[str] = []
    for kind in _WANTED:
        found = sorted(
            (one for one in tasks if one.split("/")[0] == kind),
            key=lambda one: (one not in (kind, f"{kind}/fine", f"{kind}/ctb", f"{kind}/msra"), one),
        )
        best.extend(found[:1])
    return tuple(best)


def _device(wanted: str) -> int:
    """HanLP's number of a device: -1 is the CPU."""
    import torch  # noqa: PLC0415

    if not wanted:
        return 0 if torch.cuda.is_available() else -1
    kind, _colon, number = wanted.partition(":")
    return int(number or 0) if kind == "cuda" else -1


def _out_of_memory(error: BaseException) -> bool:
    return isinstance(error, MemoryError) or any(words in str(error).lower() for words in _MEMORY)
