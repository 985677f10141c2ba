"""The order of boxes in their columns, by graphlay, and their heights on the paper."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

import graphlay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tripartite.pictures.flow.columns import Knot, Way

    Step: TypeAlias = tuple[Knot, Knot]

_BETWEEN: Final = 14.0  # pixels between two boxes of a column
_SWEEPS: Final = 24


def steps(ways: Sequence[Way], thick: Sequence[float]) -> Mapping[Step, float]:
    """Return how thick all is that goes from one knot to the next, in the order of the ways."""
    found: dict[Step, float] = {}
    for way, each in zip(ways, thick, strict=True):
        for step in pairwise(way):
            found[step] = found.get(step, 0) + each
    return found


def ordered(
    every: Sequence[Knot], steps: Mapping[Step, float], high: Mapping[Knot, float]
) -> tuple[tuple[Knot, ...], ...]:
    """Return the knots of each column from top to bottom, so that few ribbons cross.

    Args:
        every: The knots, in an order that is always the same.
        steps: How thick all is that goes from one knot to the next.
        high: The height of each knot.
    """
    graph = graphlay.Graph()
    for number, knot in enumerate(every):
        graph.node(number, height=high[knot], rank={"fixed": knot.column})
    numbers = {knot: number for number, knot in enumerate(every)}
    for (start, end), thick in steps.items():
        graph.edge(numbers[start], numbers[end], weight=thick, thickness=thick)
    found = graphlay.layout(graph).positions()
    ranked = sorted(every, key=lambda knot: (knot.column, found[numbers[knot]][1], numbers[knot]))
    return tuple(tuple(knots) for _, knots in groupby(ranked, key=lambda knot: knot.column))


def middles(
    columns: Sequence[Sequence[Knot]], steps: Mapping[Step, float], high: Mapping[Knot, float]
) -> dict[Knot, float]:
    """Return the height at which the middle of each knot stands, within the fullest column.

    Each box is drawn as near to those it is joined to as the order and the paper allow.
    """
    full = max(sum(high[knot] + _BETWEEN for knot in column) for column in columns) - _BETWEEN
    found = {knot: full / 2 for column in columns for knot in column}
    near: dict[Knot, list[tuple[Knot, float]]] = {knot: [] for knot in found}
    for (start, end), thick in steps.items():
        near[start].append((end, thick))
        near[end].append((start, thick))
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 else columns[::-1]:
            wanted = [_mean([(found[o], n) for o, n in near[knot]], full / 2) for knot in column]
            weights = [sum(thick for _, thick in near[knot]) or 1 for knot in column]
            heights = [high[knot] for knot in column]
            found |= zip(column, _spread(wanted, weights, heights, full), strict=True)
    return found


def _mean(values: Sequence[tuple[float, float]], otherwise: float) -> float:
    whole = sum(weight for _, weight in values)
    return sum(value * weight for value, weight in values) / whole if whole else otherwise


def _spread(
    wanted: Sequence[float], weights: Sequence[float], heights: Sequence[float], full: float
) -> list[float]:
    """Return middles nearest to those wanted that keep the order, apart and on the paper.

    Least squares under an order: neighbours that would overlap are pooled and share their
    weighted mean (pool adjacent violators), then all are brought within the bounds.
    """
    tops = [0.0, *accumulate(height + _BETWEEN for height in heights)]
    offsets = [top + height / 2 for top, height in zip(tops, heights, strict=False)]
    pools: list[tuple[float, float, int]] = []  # mean, weight, members
    for value, offset, weight in zip(wanted, offsets, weights, strict=True):
        mean, mass, members = value - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, more, others = pools.pop()
            mean = (before * more + mean * mass) / (more + mass)
            mass, members = mass + more, members + others
        pools.append((mean, mass, members))
    room = full - (tops[-1] - _BETWEEN)
    shifts = [min(max(mean, 0), room) for mean, _, members in pools for _ in range(members)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]
