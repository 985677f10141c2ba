"""What the claims say of the way of money: which statements join two spots of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.pictures.flow import spots
from tripartite.pictures.flow.sums import Sums
from tripartite.pictures.flow.values import Kind, Spot, Statement, Sum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Facts, Source

_COMPONENT_OF: Final = v.tp("componentOf")
_HAS_ACTION: Final = v.tp("hasAction")
_SUPPORTS: Final = v.tp("supports")


class _Link(NamedTuple):
    """How a property joins two spots.

    Attributes:
        start: Gives the spot of the end that stands to the left.
        is_forward: Whether that end is the subject.
    """

    start: spots.SpotOf
    end: spots.SpotOf
    is_forward: bool = True


_MONEY: Final[Mapping[NamedNode, _Link]] = {
    v.tp("fundedBy"): _Link(spots.start, spots.end, is_forward=False),
    v.tp("fundedThrough"): _Link(spots.channel, spots.end, is_forward=False),
}
_OTHER: Final[Mapping[NamedNode, _Link]] = {
    _SUPPORTS: _Link(spots.start, spots.supported),
    v.PART_OF: _Link(spots.channel, spots.member, is_forward=False),
    _HAS_ACTION: _Link(spots.start, spots.action),
}
_PLACES: Final[Mapping[NamedNode, _Link]] = {
    v.tp(name): _Link(spots.carried, spots.place)
    for name in (
        "implementedIn",
        "benefits",
        "covers",
        "assistedIn",
        "plannedIn",
        "participantsFrom",
    )
}


class Told(NamedTuple):
    """All that is said.

    Attributes:
        notes: Sums that flow nowhere, each at the spot that it is about.
    """

    statements: tuple[Statement, ...]
    notes: tuple[tuple[Spot, Sum], ...]


def read(said: Facts, include: Collection[str]) -> Told:
    """Return every statement on the way of money, and on the places of what it pays for.

    Args:
        said: What the graph's claims say.
        include: ``implied`` and ``disputed`` add what only such claims state.

    Raises:
        UnknownNameError: ``include`` names what cannot be added.
    """
    known = said.chosen(include)
    sums = Sums(said.store, known)
    flowing = {each: sums.statements(each) for each in sums}
    found = [statement for way in flowing.values() for statement in way]
    found += _joined(known, _MONEY, Kind.MONEY)
    paid = _ends(found)
    found += [one for one in _joined(known, _OTHER, Kind.OTHER) if _belongs(one, paid)]
    drawn = _ends(found)
    places = (*_joined(known, _PLACES, Kind.PLACE), *_in_parts(known))
    found += [one for one in places if one.start in drawn]
    placed = ((sums.place(each), each) for each, way in flowing.items() if not way)
    notes = tuple((spot, each) for spot, each in placed if spot)
    return Told(tuple(sorted(found, key=_order)), notes)


def _joined(
    known: Mapping[Triple, list[Source]], links: Mapping[NamedNode, _Link], kind: Kind
) -> Iterable[Statement]:
    for triple, sources in known.items():
        link = links.get(triple.predicate)
        if link is None or not isinstance(triple.subject, NamedNode):
            continue
        ends = (triple.subject, triple.object)
        left, right = ends if link.is_forward else ends[::-1]
        start, end = link.start(left), link.end(right)
        if start and end and start != end:
            yield Statement(start, end, kind, triple.predicate, (tuple(sources),))


def _ends(found: Iterable[Statement]) -> frozenset[Spot]:
    return frozenset(spot for one in found for spot in (one.start, one.end))


def _belongs(one: Statement, paid: Collection[Spot]) -> bool:
    """Tell whether what is said without money belongs to a picture of money.

    Support of a channel or a project does. What a channel is part of, or has as a part, does
    where money passes either; an action only where money is said to reach it.
    """
    if one.predicate == _HAS_ACTION:
        return one.end in paid
    return one.predicate == _SUPPORTS or one.start in paid or one.end in paid


def _in_parts(known: Mapping[Triple, list[Source]]) -> Iterable[Statement]:
    """Yield where the components of a project are: they are drawn as the project's places."""
    wholes: dict[NamedNode, list[tuple[Spot, tuple[Source, ...]]]] = {}
    for triple, sources in known.items():
        project = spots.work(triple.object)
        if triple.predicate == _COMPONENT_OF and project and isinstance(triple.subject, NamedNode):
            wholes.setdefault(triple.subject, []).append((project, tuple(sources)))
    for triple, sources in known.items():
        place = spots.place(triple.object)
        if triple.predicate in _PLACES and place and isinstance(triple.subject, NamedNode):
            for project, of in wholes.get(triple.subject, ()):
                facts = (tuple(sources), of)
                part = triple.subject.value
                yield Statement(project, place, Kind.PLACE, triple.predicate, facts, part=part)


def _order(one: Statement) -> tuple[object, ...]:
    figure = one.sum.figure.iri.value if one.sum else ""
    return one.start, one.end, one.kind, one.rank, one.predicate.value, figure, one.part
