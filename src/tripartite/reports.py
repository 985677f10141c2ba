"""Frozen values that single commands return: findings, hits, views, build reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tripartite.model import Table
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode


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
        path: The property's IRI, for a SHACL report; empty as ``property`` may be.
        component: The constraint component's IRI, for a SHACL report.
    """

    entity: str
    focus: str
    property: str
    value: str
    message: str
    claim: str
    place: str
    rule: str
    path: str = ""
    component: str = f"{STANDARDS['sh']}SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that a search found.

    Attributes:
        iri: The entity.
        matched: The label or alias that matched.
        score: 1 for the same text, less the further away; above 0.5 the words are there.
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
        is_new: Whether this build made it, rather than found it there.
    """

    folder: str
    counts: Mapping[str, int] = field(default_factory=dict)
    rebuilt: tuple[str, ...] = ()
    is_new: bool = False


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
        identities: One row an entity that a reader may take for it, with the reason.
        gaps: What such an entity normally has and no document states of it.
    """

    iri: NamedNode
    label: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    identifiers: tuple[str, ...]
    facts: Table
    incoming: Table
    disagreements: Table
    identities: Table
    gaps: Table

    def table(self) -> Table:
        """Return all rows in one table; column ``part`` tells which is which."""
        rows = self.facts.rows + self.incoming.rows + self.disagreements.rows
        rows += self.identities.rows + self.gaps.rows
        return Table(self.facts.columns, rows)


@dataclass(frozen=True, slots=True)
class Reply:
    """Rows that a person reads in fewer columns than a program does.

    Attributes:
        table: Every column.
        brief: The same answer as a person reads it.
        is_cut: Whether a limit left rows out.
    """

    table: Table
    brief: Table
    is_cut: bool = False
