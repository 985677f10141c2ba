"""Choose claims and make the graph that questions are asked of.

Oxigraph's union default graph counts a triple once for each graph that holds it, so the
default graph is written out: every COUNT is then right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad

from tripartite import vocabulary as v
from tripartite.build import as_of
from tripartite.build.rules import derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tripartite.build.sources import Sources

_DEFAULT = DefaultGraph()
_LABELS = (v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims enter the default graph.

    Attributes:
        day: Only what stood on this day, by the rules of ``as_of``; ``None`` is everything.
    """

    standings: frozenset[NamedNode] = frozenset({v.STATED, v.EDITORIAL})
    disputed: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A graph ready to be asked.

    Attributes:
        default: What questions see without ``GRAPH``; no duplicates.
        claims: Every claim's own graph, accepted or not; no personal one.
        derivations: Every derivation's own graph.
        contacts: Personal claims with their graphs and what they alone mention.
    """

    default: tuple[Quad, ...]
    claims: tuple[Quad, ...]
    derivations: tuple[Quad, ...]
    contacts: tuple[Quad, ...]

    def quads(self) -> tuple[Quad, ...]:
        """Return everything that is public."""
        return self.default + self.claims + self.derivations


def materialise(sources: Sources, choice: Choice | None = None) -> Dataset:
    """Return the dataset of the claims chosen; by default stated, editorial, accepted."""
    choice = choice or Choice()
    description, graphs = _split(q for source in sources.claims for q in source.quads)
    if choice.day:
        description, graphs = as_of.known_on(description, graphs, choice.day)
    personal = {
        q.subject for q in description if q.predicate == v.PRIVACY and q.object == v.PERSONAL
    }
    public = [quad for quad in description if quad.subject not in personal]
    claims = [quad for quad in graphs if quad.graph_name not in personal]
    accepted = _accepted(public, choice)
    chosen = [quad for quad in claims if quad.graph_name in accepted]
    former: list[Quad] = []
    if choice.day:
        chosen, former = _on(choice.day, chosen, public)
    entities = [quad for source in sources.entities for quad in source.quads]
    mentioned = _terms(claims) | _terms(public)
    if choice.day:
        entities = as_of.of_known_claims(entities, mentioned)
    mentioned |= {
        q.object for q in entities if q.predicate == v.IN_TENSION and q.subject in mentioned
    }
    mentioned |= _judged(entities, mentioned)
    default = [quad for source in sources.vocabulary for quad in source.quads]
    default += public
    default += (quad for quad in entities if quad.subject in mentioned)
    default += (Quad(q.subject, q.predicate, q.object) for q in chosen)
    default += [
        Quad(quad.subject, v.RDFS_LABEL, quad.object)
        for quad in default
        if quad.predicate in _LABELS
    ]
    derived = [quad for derivation in derive(chosen, public, former) for quad in derivation.quads()]
    default += (Quad(q.subject, q.predicate, q.object) for q in derived)
    inferred = [quad for quad in derived if quad.graph_name != _DEFAULT]
    contacts = [quad for quad in description if quad.subject in personal]
    contacts += (quad for quad in graphs if quad.graph_name in personal)
    unseen = _terms(contacts) - mentioned
    contacts += (quad for quad in entities if quad.subject in unseen)
    return Dataset(tuple(dict.fromkeys(default)), tuple(claims), tuple(inferred), tuple(contacts))


def _on(day: date, chosen: list[Quad], description: list[Quad]) -> tuple[list[Quad], list[Quad]]:
    """Return what holds on the day, and the memberships that do not."""
    members = as_of.out_of_period(chosen, day)
    past = as_of.superseded(chosen, description, day) | members
    return (
        [quad for quad in chosen if quad.graph_name not in past],
        [quad for quad in chosen if quad.graph_name in members],
    )


def _split(quads: Iterable[Quad]) -> tuple[list[Quad], list[Quad]]:
    description: list[Quad] = []
    graphs: list[Quad] = []
    for quad in quads:
        (description if quad.graph_name == _DEFAULT else graphs).append(quad)
    return description, graphs


def _accepted(description: Iterable[Quad], choice: Choice) -> set[object]:
    disputed: set[object] = set()
    standing: set[object] = set()
    for quad in description:
        if quad.predicate == v.VERDICT and quad.object == v.DISPUTED:
            disputed.add(quad.subject)
        if quad.predicate == v.STANDING and quad.object in choice.standings:
            standing.add(quad.subject)
    return standing if choice.disputed else standing - disputed


def _judged(entities: Sequence[Quad], mentioned: set[object]) -> set[object]:
    """Return the identity judgements on entities of which claims mention both."""
    judging = [quad for quad in entities if quad.predicate == v.JUDGES]
    unknown = {quad.subject for quad in judging if quad.object not in mentioned}
    return {quad.subject for quad in judging if quad.subject not in unknown}


def _terms(quads: Iterable[Quad]) -> set[object]:
    return set(_subjects_and_objects(quads))


def _subjects_and_objects(quads: Iterable[Quad]) -> Iterator[object]:
    for quad in quads:
        yield quad.subject
        yield quad.object
