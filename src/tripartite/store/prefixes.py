"""Prefixes that a query may use undeclared: ours, and one a document for its passages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode

from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

_LONGEST: Final = 255  # characters of a slug, which names a file; a name may be longer


def used(prefixes: Mapping[str, str], text: str) -> dict[str, str]:
    """Return those of ``prefixes`` that a query may use.

    The engine reads all that it is given, for each query: 3 ms for those of 3,000 documents. A
    name ends at its colon and holds no space; where it begins the engine decides, so any
    beginning counts.
    """
    return {name: prefixes[name] for name in _names(text) if name in prefixes}


@lru_cache(maxsize=64)  # one query is often asked of one entity after the other
def _names(text: str) -> frozenset[str]:
    words = {word for part in text.split(":")[:-1] for word in part.rsplit(None, 1)[-1:]}
    endings = (
        word[start:] for word in words for start in range(max(0, len(word) - _LONGEST), len(word))
    )
    return frozenset(("", *endings))


def of_documents(engine: Store) -> dict[str, str]:
    """Return ``{slug: IRI#char=}``, so that a slug and an escaped span are a passage."""
    document = NamedNode(f"{PREFIXES['tp']}SourceDocument")
    kind = NamedNode(f"{PREFIXES['rdf']}type")
    found = engine.quads_for_pattern(None, kind, document, DefaultGraph())
    iris = sorted(quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))
    return {iri.rpartition("/")[2]: f"{iri}#char=" for iri in iris}
