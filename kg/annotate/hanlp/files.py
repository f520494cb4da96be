"""Where HanLP's models lie on this machine, found without loading one and without the network."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from kg.errors import MissingExtra, MissingModel
from kg.i18n import _

DEFAULT = "CLOSE_TOK_POS_NER_SRL_DEP_SDP_CON_ELECTRA_SMALL_ZH"
_FILES = ("config.json", "model.pt")


def require_extra() -> None:
    """Check that HanLP is installed.

    Raises:
        MissingExtra: it is not.
    """
    if find_spec("hanlp") is None:
        raise MissingExtra(_("HanLP is not installed"), do="pip install 'kg[hanlp]'")


def locate(model: str) -> Path:
    """The directory of a model.

    Args:
        model: a directory, an official id whose files HanLP has downloaded before, or empty for `DEFAULT`.

    Raises:
        MissingExtra: HanLP is not installed.
        MissingModel: there is no such model here, or files of it are missing; says how to get it.
    """
    require_extra()
    given = Path(model).expanduser() if model else None
    place = given if given and given.is_dir() else _downloaded(model or DEFAULT)
    missing = [name for name in _FILES if not (place / name).is_file()]
    if missing:
        what = _("the directory is not a whole HanLP model: {names} missing").format(names=", ".join(missing))
        raise MissingModel(what, where=str(place), do=_("name a directory that HanLP saved a model into"))
    _require_encoder(place)
    return place


def _downloaded(name: str) -> Path:
    from hanlp.pretrained import ALL  # noqa: PLC0415 — imports torch, which takes seconds
    from hanlp.utils.io_util import path_from_url, split_if_compressed  # noqa: PLC0415

    url = ALL.get(name)
    if url is None:
        what = _("{name} is neither a directory nor one of HanLP's models").format(name=name)
        raise MissingModel(what, do=_("name a directory, or an id such as {id}").format(id=DEFAULT))
    place = Path(split_if_compressed(path_from_url(url))[0])
    if not place.is_dir():
        what = _("the model {name} is not on this machine").format(name=name)
        raise MissingModel(what, do=_download(name))
    return place


def _require_encoder(place: Path) -> None:
    """Check that the tokenizer and shape of the model's encoder are here too, which HanLP keeps apart."""
    from hanlp.layers.transformers.resource import model_mirrors, tokenizer_mirrors  # noqa: PLC0415
    from hanlp.utils.io_util import path_from_url, split_if_compressed  # noqa: PLC0415

    name = _encoder(place)
    url = tokenizer_mirrors.get(name) or model_mirrors.get(name)
    here = Path(split_if_compressed(path_from_url(url))[0]) if url else Path(name)
    if here.is_dir() or (not url and _in_cache(name)):
        return
    what = _("the encoder {name} of the model is not on this machine").format(name=name)
    raise MissingModel(what, where=str(place), do=_download(str(place)))


def _encoder(place: Path) -> str:
    try:
        config = json.loads((place / "config.json").read_text(encoding="utf-8"))
        return str(config["encoder"]["transformer"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = _("config.json is not that of a multi-task model: {error}").format(error=repr(error))
        raise MissingModel(what, where=str(place), do=_("name a model such as {id}").format(id=DEFAULT)) from error


def _in_cache(name: str) -> bool:
    from transformers.utils import cached_file  # noqa: PLC0415

    found = cached_file(name, "config.json", local_files_only=True, _raise_exceptions_for_missing_entries=False)
    return found is not None


def _download(name: str) -> str:
    return _("download it once: {command}").format(command=f"python -c \"import hanlp; hanlp.load('{name}')\"")
