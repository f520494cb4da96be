"""Files as they are or compressed, told by the end of their names."""

from __future__ import annotations

import gzip
import lzma
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import UnreadableFile
from kg.i18n import _

DAMAGES = (EOFError, lzma.LZMAError, zlib.error)  # of a file that is cut off or is not what its name says
_ENDINGS = (".gz", ".xz")


def opened(path: Path) -> BinaryIO:
    """Open a file to be read; one of ``.gz`` or ``.xz`` gives what was compressed.

    Raises:
        OSError: as :meth:`pathlib.Path.open`; reading raises one of :data:`DAMAGES` too.
    """
    ending = path.suffix.lower()
    if ending == ".gz":
        return cast("BinaryIO", gzip.open(path))
    return cast("BinaryIO", lzma.open(path) if ending == ".xz" else path.open("rb"))


def inner(path: Path) -> Path:
    """The path without the ending that says how it is compressed."""
    return path.with_suffix("") if path.suffix.lower() in _ENDINGS else path


def damaged(file: Path | str, error: BaseException) -> UnreadableFile:
    """The error of a compressed file that cannot be read to its end."""
    failed = UnreadableFile(
        _("the compressed file is damaged: {error}").format(error=error), where=str(file), do=_("get it again")
    )
    failed.__cause__ = error
    return failed
