"""Prefixes that a query may use undeclared: ours, and one a document for its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode

from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

_BEFORE_COLON: Final = re.compile(r"(?<![\w.-])[\w.-]++(?=:)")
_LONGEST: Final = 1000  # characters of a prefix; a name may be as long as the query


def used(prefixes: Mapping[str, str], text: str) -> dict[str, str]:
    """Return those of ``prefixes`` that a query may use.

    The engine reads all that it is given, for each query: 3 ms for those of 3,000 documents. A
    name ends at its colon; where it begins the engine decides, so any beginning counts.
    """
    names = {""}
    for run in set(_BEFORE_COLON.findall(text)):
        names.update(run[start:] for start in range(max(0, len(run) - _LONGEST), len(run)))
    return {name: prefixes[name] for name in names & prefixes.keys()}


def of_documents(engine: Store) -> dict[str, str]:
    """Return ``{slug: IRI#char=}``, so that a slug and an escaped span are a passage."""
    document = NamedNode(f"{PREFIXES['tp']}SourceDocument")
    kind = NamedNode(f"{PREFIXES['rdf']}type")
    found = engine.quads_for_pattern(None, kind, document, DefaultGraph())
    iris = sorted(quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))
    return {iri.rpartition("/")[2]: f"{iri}#char=" for iri in iris}
