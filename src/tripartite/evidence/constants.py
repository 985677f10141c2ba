"""The terms of a query, as the engine reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.model import Term
    from tripartite.store import EmbeddedStore


class Constants:
    """Reads terms as one query spells them; each is read once.

    The engine does it: it knows the prefixes, the base and every spelling, and it spells
    values as the store holds them.
    """

    def __init__(self, store: EmbeddedStore, prologue: str) -> None:
        """Read by the prefixes and the base of ``prologue``."""
        self._store = store
        self._prologue = prologue
        self._terms: dict[str, Term] = {}

    def __getitem__(self, text: str) -> Term:
        """Return the term spelled ``text``."""
        self.read((text,))
        return self._terms[text]

    def read(self, texts: Iterable[str]) -> None:
        """Read many terms at once, which is cheaper than one after the other."""
        new = sorted({*texts} - self._terms.keys())
        if new:
            names = " ".join(f"?c{number}" for number, _ in enumerate(new))
            body = f"VALUES ({names}) {{ ({' '.join(new)}) }}"
            table = self._store.select(f"{self._prologue}\nSELECT {names} WHERE {{ {body} }}")
            pairs = zip(new, table.rows[0], strict=True)
            self._terms.update((text, term) for text, term in pairs if term is not None)
