"""What claims say of work and places, and by which claim the work belongs to an entity.

Two named queries answer: ``geography/places-of-work`` and ``geography/work-of``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.network.facts import STANDINGS
from tripartite.pictures.world.kinds import kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from tripartite.model import Cell, Table

PLACES: Final = "geography/places-of-work"
TIES: Final = "geography/work-of"

if TYPE_CHECKING:
    Ask = Callable[[str, Mapping[str, str]], Table]
    Row = Mapping[str, Cell]


class Step(NamedTuple):
    """One claim or derivation that a fact rests on."""

    claim: NamedNode
    standing: str
    disputed: bool = False


class Tie(NamedTuple):
    """By what the work belongs to an entity.

    Attributes:
        relation: Between the work and ``by``; ``None`` where the entity is the work or the place.
        by: The entity, or a body of it that the claim names.
        step: The claim; ``None`` where the entity is the work or the place.
    """

    entity: NamedNode
    relation: NamedNode | None = None
    by: NamedNode | None = None
    step: Step | None = None


class Fact(NamedTuple):
    """One relation of work to a place, by one chain of claims.

    Attributes:
        country: That the place is or lies in; ``None`` for a region, a group, an unknown country.
        kind: A key of ``kinds.KINDS``.
        activity: What is counted: the subject, or what it is a component or an action of.
        subject: Of the claim.
        step: The claim that says the relation.
        within: The claim that says where the place lies; ``None`` for a country.
        tie: Why an entity's picture shows it; ``None`` on the picture of everything.
    """

    country: NamedNode | None
    kind: str
    relation: NamedNode
    place: NamedNode
    activity: NamedNode
    subject: NamedNode
    step: Step
    within: Step | None = None
    tie: Tie | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the fact rests on."""
        tied = self.tie.step if self.tie else None
        return tuple(step for step in (self.step, self.within, tied) if step)

    @property
    def standing(self) -> str:
        """The code of the least sure step."""
        return max((step.standing for step in self.steps), key=STANDINGS.index)

    @property
    def disputed(self) -> bool:
        """Whether one of the steps is disputed."""
        return any(step.disputed for step in self.steps)


def read(ask: Ask, entities: Iterable[NamedNode], include: Collection[str]) -> tuple[Fact, ...]:
    """Return the facts of some entities, or all: one for each claim of a relation.

    Of several claims that say where a place lies, or join the work to the entity, the surest
    stands for all.

    Args:
        ask: Answers a named query.
        entities: None for everything.
        include: ``implied``, ``disputed``: also what only such claims say.
    """
    found = filter(None, (_fact(row, include) for row in _rows(ask(PLACES, {}))))
    every = _surest(found, lambda fact: fact._replace(within=None))
    wanted = tuple(entities)
    if not wanted:
        return every
    return tuple(fact for entity in wanted for fact in _of(entity, every, ask, include))


def _of(
    entity: NamedNode, every: Iterable[Fact], ask: Ask, include: Collection[str]
) -> tuple[Fact, ...]:
    """Return the facts that belong to an entity, each with its tie."""
    ties: dict[Cell, list[Tie]] = {}
    for row in _rows(ask(TIES, {"entity": entity.value})):
        step = _step(row, "", include)
        if step:
            tie = Tie(entity, _node(row["tie"]), _node(row["by"]), step)
            ties.setdefault(row["subject"], []).append(tie)
    itself = [Tie(entity)]
    found = (
        fact._replace(tie=tie)
        for fact in every
        for tie in (
            itself
            if entity in (fact.subject, fact.place, fact.country)
            else ties.get(fact.subject, ())
        )
    )
    return _surest(found, lambda fact: fact._replace(tie=fact.tie and fact.tie._replace(step=None)))


def _surest(facts: Iterable[Fact], alike: Callable[[Fact], Fact]) -> tuple[Fact, ...]:
    """Return the surest of the facts that are alike, in the order of the first of each."""
    best: dict[Fact, Fact] = {}
    for fact in facts:
        key = alike(fact)
        best[key] = min(best.get(key, fact), fact, key=_doubt)
    return tuple(best.values())


def _doubt(fact: Fact) -> tuple[bool, int, list[str]]:
    return fact.disputed, STANDINGS.index(fact.standing), [s.claim.value for s in fact.steps]


def _fact(row: Row, include: Collection[str]) -> Fact | None:
    """Return what a row says; ``None`` where one of its claims is not to be shown."""
    step = _step(row, "", include)
    within = _step(row, "place", include)
    if step is None or (row["placeClaim"] and within is None):
        return None
    relation = _node(row["relation"])
    return Fact(
        _node(row["country"]) if row["country"] else None,
        kind(relation),
        relation,
        _node(row["place"]),
        _node(row["activity"]),
        _node(row["subject"]),
        step,
        within,
    )


def _step(row: Row, part: str, include: Collection[str]) -> Step | None:
    claim = row["placeClaim" if part else "claim"]
    standing = row["placeStanding" if part else "standing"]
    if not (isinstance(claim, NamedNode) and isinstance(standing, NamedNode)):
        return None
    code = standing.value.rpartition("/")[2]
    disputed = not part and row["verdict"] == v.DISPUTED
    shown = (code != "implied" or "implied" in include) and (not disputed or "disputed" in include)
    return Step(claim, code, disputed) if shown else None


def _rows(table: Table) -> Iterator[Row]:
    for row in table.rows:
        yield dict(zip(table.columns, row, strict=True))


def _node(cell: Cell) -> NamedNode:
    assert isinstance(cell, NamedNode)  # noqa: S101 (the query binds it)
    return cell
