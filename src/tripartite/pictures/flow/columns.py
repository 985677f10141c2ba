"""Which column each spot of a flow stands in, and the steps of each ribbon between columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tripartite.pictures.flow.values import Spot, Stage, passed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.pictures.flow.values import Flow


class Knot(NamedTuple):
    """What something is drawn through: a spot, or a place in a column that it passes by.

    Attributes:
        column: From 0, from left to right.
        spot: The spot; where it only passes by, the one it comes from.
        toward: The spot it goes to where it only passes by; else ``None``.
    """

    column: int
    spot: Spot
    toward: Spot | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether it is a box ``not stated``."""
        return not self.spot.iri and not self.toward

    @property
    def is_passed(self) -> bool:
        """Whether ribbons go through it: one height for both of its sides."""
        return self.toward is not None or self.is_unknown


Way: TypeAlias = tuple[Knot, ...]


def columns(flow: Flow) -> Mapping[Spot, int]:
    """Return the column of each spot; channels that pay through channels need several."""
    spots = flow.spots
    depths = _depths(flow)
    deepest = max(depths.values(), default=0)
    wanted = {
        spot: (spot.stage, (depths[spot] if spot.iri else deepest) if _is_channel(spot) else 0)
        for spot in spots
    }
    used = {place: number for number, place in enumerate(sorted(set(wanted.values())))}
    return {spot: used[place] for spot, place in wanted.items()}


def knots(flow: Flow) -> tuple[Way, ...]:
    """Return what each ribbon, then each gap, is drawn through: a knot in each column."""
    of = columns(flow)
    ways = [(ribbon.start, *passed(ribbon), ribbon.end) for ribbon in flow.ribbons]
    return tuple(_way(way, of) for way in (*ways, *flow.gaps))


def alone(flow: Flow, ways: Iterable[Way]) -> tuple[Knot, ...]:
    """Return the knots of spots that nothing is drawn to: only a sum is about them."""
    drawn = {knot.spot for way in ways for knot in way}
    of = columns(flow)
    return tuple(Knot(of[spot], spot) for spot in flow.spots if spot not in drawn)


def _way(spots: tuple[Spot, ...], of: Mapping[Spot, int]) -> Way:
    found = [Knot(of[spots[0]], spots[0])]
    for spot in spots[1:]:
        start = found[-1]
        between = range(start.column + 1, of[spot])
        found += [Knot(column, start.spot, spot) for column in between]
        found.append(Knot(of[spot], spot))
    return tuple(found)


def _depths(flow: Flow) -> Mapping[Spot, int]:
    """Return how many channels stand before each channel; what closes a circle runs back."""
    found = {spot: 0 for spot in flow.spots if _is_channel(spot) and spot.iri}
    onward: dict[Spot, set[Spot]] = {spot: set() for spot in found}
    for ribbon in flow.ribbons:
        if ribbon.start in found and ribbon.end in found:
            onward[ribbon.start].add(ribbon.end)
            if ribbon.start in _reached(ribbon.end, onward):
                onward[ribbon.start].remove(ribbon.end)
    for _ in found:
        for start, ends in onward.items():
            found |= {end: max(found[end], found[start] + 1) for end in ends}
    return found


def _reached(spot: Spot, onward: Mapping[Spot, set[Spot]]) -> set[Spot]:
    found: set[Spot] = set()
    todo = [spot]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += onward[one]
    return found


def _is_channel(spot: Spot) -> bool:
    return spot.stage == Stage.CHANNEL
