"""What entities are called, in both languages, and how names are compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.store import EmbeddedStore

_UNNAMED = frozenset(
    (
        "claim",
        "derivation",
        "designation",
        "rule",
        "section",
        "selector",
        "shape",
        "unmodelled",
    )
)
_NAMED = tuple(f"{v.BASE}{kind}/" for kind in (*v.KINDS, *v.CODE_LISTS) if kind not in _UNNAMED)


def fold(text: str) -> str:
    """Return text as it is compared: width, case and white space do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def names(store: EmbeddedStore) -> Iterator[tuple[str, NamedNode, bool]]:
    """Yield every name of every entity and code: the text, the entity, whether a label."""
    for predicate in (v.RDFS_LABEL, v.SKOS_ALT_LABEL):
        for quad in store.quads(None, predicate, None, DefaultGraph()):
            subject, name = quad.subject, quad.object
            if not (isinstance(subject, NamedNode) and isinstance(name, Literal)):
                continue
            if subject.value.startswith(_NAMED):
                yield name.value, subject, predicate == v.RDFS_LABEL
