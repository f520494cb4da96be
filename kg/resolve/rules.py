"""The words that identity rests on, read from rules.yaml."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property, lru_cache
from importlib.resources import files

import msgspec
import yaml

VERSION = 1  # of the code of identity; raise it when keys come out otherwise
VIEW = 2  # of the code that makes entities and facts; raise it when they come out otherwise


class Rules(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """Word lists; see the comments in the file."""

    common_offices: tuple[str, ...]
    wide_places: frozenset[str]
    organs: tuple[str, ...]
    ranks: tuple[str, ...]
    prefixes: tuple[str, ...]
    venues: frozenset[str]
    events: frozenset[str]
    documents: frozenset[str]

    @cached_property
    def digest(self) -> str:
        """Hash of the words and of the code's version."""
        return hashlib.sha256(msgspec.json.encode((VERSION, self), order="deterministic")).hexdigest()[:16]

    @property
    def view(self) -> str:
        """What tells a view made by these rules and this code from others."""
        return f"{self.digest}-{VIEW}"

    @cached_property
    def bare_office(self) -> re.Pattern[str]:
        """Matches an office that does not say whose it is: 副市长, 党委书记."""
        return re.compile(f"(?:{_any(self.prefixes)})*(?:{_any(self.organs)})*(?:{_any(self.ranks)})?")

    @cached_property
    def prefix(self) -> re.Pattern[str]:
        """Matches what stands before an office and is no part of it: 前, 时任."""
        return re.compile("(?:前|原|时任|候任|现任|当选)+")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def load_rules() -> Rules:
    """The rules of the package."""
    text = (files("kg.resolve") / "rules.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Rules)
