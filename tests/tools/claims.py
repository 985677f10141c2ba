"""Claims as a second reader sees them: what is said, and the words that should say it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten, split_passage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pyoxigraph import Quad

    from tripartite import KnowledgeGraph

Span = tuple[str, int, int]


@dataclass(slots=True)
class Claim:
    """One claim: its standing, its spans in the order of the text, its triples."""

    standing: str = ""
    passages: list[Span] = field(default_factory=list)
    contexts: list[Span] = field(default_factory=list)
    quads: list[Quad] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """All claims of a project beside the documents they come from.

    Attributes:
        claims: By CURIE; personal ones too.
        names: Labels and aliases of every entity, by its IRI.
        texts: Documents by slug.
    """

    claims: Mapping[str, Claim]
    names: Mapping[str, frozenset[str]]
    texts: Mapping[str, str]

    def words(self, spans: list[Span]) -> str:
        """Return the words of some spans, kept apart."""
        return " | ".join(self.texts[slug][start:end] for slug, start, end in sorted(spans))


def read(graph: KnowledgeGraph, documents: Path) -> Reading:
    """Read every claim, and every document that the graph describes."""
    claims: dict[str, Claim] = {}
    names: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    for quad in graph.quads("all", with_contacts=True):
        if quad.graph_name != DefaultGraph():
            _own(claims, quad.graph_name).quads.append(quad)
        elif quad.predicate in (v.PASSAGE, v.CONTEXT) and isinstance(quad.object, NamedNode):
            claim = _own(claims, quad.subject)
            span = split_passage(quad.object.value)
            assert span is not None, quad
            (claim.passages if quad.predicate == v.PASSAGE else claim.contexts).append(span)
        elif quad.predicate == v.STANDING:
            _own(claims, quad.subject).standing = str(quad.object).strip("<>").rpartition("/")[2]
        elif isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
            if quad.predicate in (v.RDFS_LABEL, v.SKOS_ALT_LABEL):
                names.setdefault(quad.subject.value, set()).add(quad.object.value)
            if quad.predicate == v.tp("fileName"):
                slug = quad.subject.value.rpartition("/")[2]
                texts[slug] = (documents / quad.object.value).read_bytes().decode()
    return Reading(
        {name: claim for name, claim in claims.items() if name.startswith("claim:")},
        {iri: frozenset(found) for iri, found in names.items()},
        texts,
    )


def _own(claims: dict[str, Claim], name: object) -> Claim:
    assert isinstance(name, NamedNode), name
    return claims.setdefault(shorten(name), Claim())
