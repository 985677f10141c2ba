"""The one place where a query of the shapes is run: shapes may come from anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tripartite.model import Table
    from tripartite.store import EmbeddedStore


def ask(store: EmbeddedStore, text: str) -> Table:
    """Return the rows of a constraint's query."""
    return store.select(text)


def tell(store: EmbeddedStore, text: str) -> bool:
    """Return the truth of an ``ASK`` query."""
    return store.query(text) is True
