"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path


@contextmanager
def whole_file(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIOWrapper]:
    """Open a file for writing beside ``path`` and give it that name once it is complete.

    Raises:
        OSError: the directory cannot be made or written, or the disk is full; an older file at ``path`` stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())  # mkstemp's 0600 would keep the file from those whom the umask lets in
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
