"""Frozen values that cross layers: tables, findings, queries, passages, citations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Mapping

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Cell: TypeAlias = Term | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document, in Unicode code points of the untouched file (RFC 5147).

    Attributes:
        document: The document's slug.
        start: Offset of the first code point.
        end: Offset behind the last code point.
        heading: The heading of the section it stands in; empty if none is recorded.
        words: The words themselves; ``None`` where the document is not at hand.
    """

    document: str
    start: int
    end: int
    heading: str = ""
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What stands behind one claim: its standing and its passages in their order.

    Attributes:
        claim: The claim's IRI, which is also the name of its graph.
        standing: Code of the standing: ``stated``, ``implied``, ``editorial``, ``inferred``.
        verdict: ``disputed``, or empty where the claim is accepted.
        note: The curator's remark in the language asked for; empty if there is none.
    """

    claim: NamedNode
    standing: str
    verdict: str
    passages: tuple[Passage, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of terms under named columns, as a query, a search or a check returns them.

    Attributes:
        columns: Names, in the order of the projection.
        rows: One tuple a row, as long as ``columns``; ``None`` is an unbound cell.
        notes: Remarks for the reader that belong to no row.
        citations: The claims that the rows name, in order of first appearance.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query: its name, its kind, and what it stands for.

    Attributes:
        kind: ``iri``, ``number``, ``date``, ``period`` or ``text``.
    """

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query file of the catalogue with its header.

    Attributes:
        name: Path below ``queries/`` without its ending: ``projects/by-donor``.
        questions: The question it answers, keyed by language (``en``, ``ja``).
        empty: Why an empty answer is the honest one; empty where rows are expected.
        messages: What a row of a check query means, keyed by language.
    """

    name: str
    summary: str
    questions: Mapping[str, str]
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    empty: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the data breaks a shape or a check query.

    Attributes:
        entity: The label of what is wrong.
        focus: Its IRI as a CURIE.
        property: The label of the property concerned; empty where the whole is meant.
        value: The value concerned, as a person reads it; empty where one is missing.
        message: What would be right.
        claim: CURIE of the claim it comes from; empty for editorial files.
        place: ``file:line`` relative to the project; empty where no file names it.
        rule: CURIE of the shape, or name of the check query.
    """

    entity: str
    focus: str
    property: str
    value: str
    message: str
    claim: str
    place: str
    rule: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that a search found.

    Attributes:
        iri: The entity.
        matched: The label or alias that matched.
        score: 1 for the same text, less the further away.
    """

    iri: NamedNode
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    Attributes:
        folder: The snapshot's folder as a string.
        counts: Numbers by name, in reading order.
        rebuilt: Names of the inputs that had changed; empty if nothing had.
    """

    folder: str
    counts: Mapping[str, int] = field(default_factory=dict)
    rebuilt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """An entity as ``show`` presents it.

    Attributes:
        kinds: Labels of its classes.
        aliases: Other names, sorted, in both languages.
        identifiers: ``name value`` pairs, such as ``ISO 3166 VN``.
        facts: One row a passage of a claim of which it is the subject.
        incoming: The same for claims that refer to it.
        disagreements: Claims about it that are disputed or differ from another.
    """

    iri: NamedNode
    label: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    identifiers: tuple[str, ...]
    facts: Table
    incoming: Table
    disagreements: Table

    def table(self) -> Table:
        """Return all rows in one table; column ``part`` tells which is which."""
        rows = self.facts.rows + self.incoming.rows + self.disagreements.rows
        return Table(self.facts.columns, rows)
