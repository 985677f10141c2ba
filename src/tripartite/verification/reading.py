"""Claims as a second reader sees them: what is said, and where the words stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Quad

    from tripartite.build.sources import Sources

_NAMES = (v.RDFS_LABEL, v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL, v.SKOS_ALT_LABEL)
_WORDINGS = (*_NAMES, v.SKOS_HIDDEN_LABEL)
_SPANS = {v.PASSAGE: "passages", v.CONTEXT: "contexts"}


class Span(NamedTuple):
    """A stretch of a document, in code points; ``end`` is behind the last."""

    document: str
    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Tell whether two spans share a code point."""
        same = self.document == other.document
        return same and self.start < other.end and other.start < self.end

    def lies_in(self, other: Span) -> bool:
        """Tell whether this span is a part of another, or the same."""
        return (
            self.document == other.document and other.start <= self.start and self.end <= other.end
        )

    def __str__(self) -> str:
        return f"{self.start},{self.end}"


@dataclass(slots=True)
class Claim:
    """One claim: how it stands, where its words are, and its triples.

    Attributes:
        iri: Its address, which is its graph's name.
        standing: ``stated``, ``implied`` or ``editorial``.
        is_personal: Whether it is kept from the reader.
    """

    iri: NamedNode
    standing: str = ""
    is_personal: bool = False
    passages: list[Span] = field(default_factory=list)
    contexts: list[Span] = field(default_factory=list)
    quads: list[Quad] = field(default_factory=list)

    def quotes(self, slug: str) -> bool:
        """Tell whether the claim cites a document."""
        return any(span.document == slug for span in (*self.passages, *self.contexts))

    def terms(self) -> set[str]:
        """Return the IRIs of what the claim's triples relate."""
        ends = (end for quad in self.quads for end in (quad.subject, quad.object))
        return {end.value for end in ends if isinstance(end, NamedNode)}

    def holds_figures(self) -> bool:
        """Tell whether the claim says a number, a date or a currency."""
        return bool(self.literals())

    def literals(self) -> list[Literal]:
        """Return the values of the claim's triples."""
        return [quad.object for quad in self.quads if isinstance(quad.object, Literal)]


class Document(NamedTuple):
    """A source document as the data describes it."""

    slug: str
    file_name: str
    sha256: str
    length: int


class Designation(NamedTuple):
    """Words that mean an entity within a span, though they do not name it."""

    entity: str
    span: Span
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a project's files say, ordered for comparison with the documents.

    Attributes:
        claims: By IRI; personal and disputed ones too.
        names: Labels and aliases of every entity and code, by its IRI.
        wordings: The same, and other words by which texts mean it.
        notes: What the curator remarks on a claim, by its IRI.
        designations: By the IRI of the entity that is meant.
        documents: By slug.
        sections: Headings and their spans, by document, sorted.
        unmodelled: Spans that are left out with a reason.
    """

    claims: Mapping[str, Claim]
    names: Mapping[str, frozenset[str]]
    wordings: Mapping[str, frozenset[str]]
    notes: Mapping[str, frozenset[str]]
    designations: Mapping[str, tuple[Designation, ...]]
    documents: Mapping[str, Document]
    sections: Mapping[str, tuple[tuple[Span, str], ...]]
    unmodelled: tuple[Span, ...]


def read(project: Sources) -> Reading:
    """Read the claims, names, documents and sections of a project's files."""
    quads = [quad for source in project.all() for quad in source.quads]
    described = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    subjects = _by_subject(described)
    sections: dict[str, list[tuple[Span, str]]] = {}
    unmodelled: list[Span] = []
    designations: dict[str, list[Designation]] = {}
    for iri, facts in subjects.items():
        span = _span(facts.get(v.SPAN, ()))
        if span and iri.startswith(f"{v.BASE}section/"):
            sections.setdefault(span.document, []).append((span, _text(facts.get(v.RDFS_LABEL))))
        elif span and v.DESIGNATES in facts:
            entity = _text(facts[v.DESIGNATES])
            wordings = tuple(sorted(map(_value, facts.get(v.WORDING, ()))))
            designations.setdefault(entity, []).append(Designation(entity, span, wordings))
        elif span:
            unmodelled.append(span)
    return Reading(
        claims=_claims(quads),
        names=_texts(described, _NAMES),
        wordings=_texts(described, _WORDINGS),
        notes=_texts(described, (v.SKOS_NOTE,)),
        designations={iri: tuple(found) for iri, found in designations.items()},
        documents={
            document.slug: document
            for iri, facts in sorted(subjects.items())
            if (document := _document(iri, facts))
        },
        sections={slug: tuple(sorted(found)) for slug, found in sections.items()},
        unmodelled=tuple(unmodelled),
    )


def _claims(quads: Iterable[Quad]) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for quad in quads:
        subject = quad.graph_name if quad.graph_name != DefaultGraph() else quad.subject
        if not (isinstance(subject, NamedNode) and subject.value.startswith(f"{v.BASE}claim/")):
            continue
        claim = claims.setdefault(subject.value, Claim(subject))
        if quad.graph_name != DefaultGraph():
            claim.quads.append(quad)
        elif quad.predicate in _SPANS and isinstance(quad.object, NamedNode):
            if found := split_passage(quad.object.value):
                getattr(claim, _SPANS[quad.predicate]).append(Span(*found))
        elif quad.predicate == v.STANDING and isinstance(quad.object, NamedNode):
            claim.standing = quad.object.value.rpartition("/")[2]
        elif quad.predicate == v.PRIVACY:
            claim.is_personal = quad.object == v.PERSONAL
    return claims


def _texts(quads: Iterable[Quad], predicates: Sequence[NamedNode]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate in predicates and isinstance(quad.object, Literal):
            names.setdefault(_value(quad.subject), set()).add(quad.object.value)
    return {iri: frozenset(found) for iri, found in names.items()}


def _document(iri: str, facts: Mapping[NamedNode, list[object]]) -> Document | None:
    if v.SOURCE_DOCUMENT not in facts.get(v.RDF_TYPE, ()):
        return None
    name, sha256, length = (_text(facts.get(v.tp(key))) for key in ("fileName", "sha256", "length"))
    return Document(iri.rpartition("/")[2], name, sha256, int(length) if length.isdigit() else -1)


def _by_subject(quads: Iterable[Quad]) -> dict[str, dict[NamedNode, list[object]]]:
    subjects: dict[str, dict[NamedNode, list[object]]] = {}
    for quad in quads:
        subjects.setdefault(_value(quad.subject), {}).setdefault(quad.predicate, []).append(
            quad.object
        )
    return subjects


def _span(values: Iterable[object]) -> Span | None:
    for value in values:
        if isinstance(value, NamedNode) and (found := split_passage(value.value)):
            return Span(*found)
    return None


def _text(values: list[object] | None) -> str:
    return _value(values[0]) if values else ""


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
