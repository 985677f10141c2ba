"""At which height each ribbon leaves and reaches a box."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tripartite.pictures.flow.columns import Knot, Way
    from tripartite.pictures.flow.values import Spot

_BETWEEN: Final = 3.0  # pixels between two ribbons at one box
_LEFT, _RIGHT = 0, 1


class Mark(NamedTuple):
    """Of a ribbon or gap: how thick it is, and the room that its words need."""

    thickness: float
    label: tuple[float, float] = (0, 0)

    def slot(self, *, is_end: bool) -> float:
        """Return the height it takes at a box: where it ends, that of its words too."""
        return (max(self.thickness, self.label[1]) if is_end else self.thickness) + _BETWEEN


def heights(
    every: Sequence[Knot], ways: Sequence[Way], marks: Sequence[Mark], words: Mapping[Spot, float]
) -> dict[Knot, float]:
    """Return the height of each knot: of its words or of the ribbons at its fuller side.

    What is not stated has its words above what passes it.
    """
    found: dict[Knot, float] = {}
    sides = _sides(ways)
    for knot in every:
        full = [
            sum(_slot(knot, ways[n], marks[n]) for n in sides.get((knot, side), ()))
            for side in (_LEFT, _RIGHT)
        ]
        if knot.toward:
            found[knot] = full[_LEFT]
        elif knot.is_unknown:
            found[knot] = words[knot.spot] + full[_LEFT]
        else:
            found[knot] = max(words[knot.spot], *full)
    return found


def ports(
    ways: Sequence[Way],
    marks: Sequence[Mark],
    high: Mapping[Knot, float],
    middle: Mapping[Knot, float],
) -> Mapping[tuple[int, Knot], tuple[float, float]]:
    """Return at which height each way reaches and leaves each of its knots.

    What passes a knot is ordered by where it ends, so that it crosses the others once; at a
    box each side is ordered by where its ribbons come from or go to.
    """
    found: dict[tuple[int, Knot], tuple[float, float]] = {}
    sides = _sides(ways)

    def stacked(knot: Knot, numbers: Sequence[int]) -> Iterator[tuple[int, float]]:
        slots = [_slot(knot, ways[n], marks[n]) for n in numbers]
        yield from zip(numbers, _stack(slots, knot, high[knot], middle[knot]), strict=True)

    for (knot, side), numbers in sides.items():
        if knot.is_passed and side == _LEFT:
            ends = {n: (middle[ways[n][-1]], middle[ways[n][0]], n) for n in numbers}
            ranked = sorted(numbers, key=ends.__getitem__)
            found |= {(n, knot): (y, y) for n, y in stacked(knot, ranked)}
    passed = dict(found)
    for (knot, side), numbers in sides.items():
        if not knot.is_passed:
            near = {n: _next(ways[n], knot, side) for n in numbers}
            order = {n: passed.get((n, near[n]), (middle[near[n]],))[0] for n in numbers}
            for n, y in stacked(knot, sorted(numbers, key=lambda n: (order[n], n))):
                left, right = found.get((n, knot), (y, y))
                found[n, knot] = (y, right) if side == _LEFT else (left, y)
    return found


def _slot(knot: Knot, way: Way, mark: Mark) -> float:
    return mark.slot(is_end=knot == way[-1])


def _stack(slots: Sequence[float], knot: Knot, high: float, middle: float) -> list[float]:
    """Return the middles of slots stacked at one side of a knot; at the foot of a box unknown.

    The words of such a box stand above what passes it.
    """
    whole = sum(slots)
    y = middle + high / 2 - whole if knot.is_unknown else middle - whole / 2
    return [y + low - slot / 2 for slot, low in zip(slots, accumulate(slots), strict=True)]


def _next(way: Way, knot: Knot, side: int) -> Knot:
    return way[way.index(knot) + (1 if side == _RIGHT else -1)]


def _sides(ways: Sequence[Way]) -> dict[tuple[Knot, int], list[int]]:
    """Return the ways at the left and at the right of each knot; what passes is at both."""
    found: dict[tuple[Knot, int], list[int]] = {}
    for number, way in enumerate(ways):
        for place, knot in enumerate(way):
            if place or knot.is_passed:
                found.setdefault((knot, _LEFT), []).append(number)
            if place < len(way) - 1 or knot.is_passed:
                found.setdefault((knot, _RIGHT), []).append(number)
    return found
