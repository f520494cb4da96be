"""Messages in Chinese and English. The language is KG_LANG's or else the locale's; ids are the English texts."""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _translation() -> gettext.NullTranslations:
    wanted = os.environ.get("KG_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    return gettext.translation("kg", str(files("kg") / "locale"), languages=[wanted.split(".")[0]], fallback=True)


def _(message: str) -> str:
    """Translate a message; parameters are put in afterwards with ``.format``."""
    return _translation().gettext(message)
