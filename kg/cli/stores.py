"""Opening the store that a command works on."""

from __future__ import annotations

from kg.settings import Settings
from kg.store import open_store
from kg.store.base import Store


def opened(chosen: Settings, *, create: bool = False) -> Store:
    """The store that the settings name, which must exist unless ``create``.

    Raises:
        StoreError: it is not there, does not answer, or lets nobody in.
    """
    return open_store(chosen.store, user=chosen.user, password=chosen.password, create=create)
