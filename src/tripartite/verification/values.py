"""What is compared with the documents: claims, spans, designations, and a reading of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Quad


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
        same = self.document == other.document
        return same and other.start <= self.start and self.end <= other.end

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

    def cited(self) -> tuple[Span, ...]:
        """Return the claim's passages and contexts."""
        return (*self.passages, *self.contexts)

    def terms(self) -> set[str]:
        """Return the IRIs of what the claim's triples relate."""
        ends = (end for quad in self.quads for end in (quad.subject, quad.object))
        return {end.value for end in ends if isinstance(end, NamedNode)}

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
        owners: Every span that is cited, with the IRIs of what cites it.
    """

    claims: Mapping[str, Claim]
    names: Mapping[str, frozenset[str]]
    wordings: Mapping[str, frozenset[str]]
    notes: Mapping[str, frozenset[str]]
    designations: Mapping[str, tuple[Designation, ...]]
    documents: Mapping[str, Document]
    sections: Mapping[str, tuple[tuple[Span, str], ...]]
    unmodelled: tuple[Span, ...]
    owners: Mapping[Span, tuple[str, ...]]
