"""Which sums may be drawn as widths side by side: only those that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.disagreement.comparison import compare
from tripartite.disagreement.rollup import family

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from pyoxigraph import NamedNode

    from tripartite.disagreement.figures import Figure
    from tripartite.pictures.flow.values import Flow, Ribbon, Sum
    from tripartite.store import EmbeddedStore

WIDEST: Final = 84.0  # pixels of the largest sum
CONSTANT: Final = 9.0  # pixels of what has no width of its own
_FEWEST: Final = 2  # a width says something only beside another


class Scale(NamedTuple):
    """A scale of widths.

    Attributes:
        figures: IRIs of the figures that are drawn to it.
        largest: The largest of them.
    """

    figures: frozenset[NamedNode]
    largest: Figure

    @property
    def top(self) -> Decimal:
        """The amount that is drawn widest."""
        assert self.largest.amount is not None  # noqa: S101 (a range has no width)
        return self.largest.amount


def scale(store: EmbeddedStore, flow: Flow) -> Scale | None:
    """Return the scale that most sums of a flow share; ``None`` where no two share one.

    Two sums share a scale if ``compare`` finds nothing between them but another measure of one
    family (assessed and voluntary contributions): the same currency, basis, period and scope,
    and both periods known. A range has no width, nor has what is only disputed. Of scales with
    as many sums, that of the latest period is taken, then the first by currency and basis.
    """
    groups: list[list[Figure]] = []
    for figure in _measured(ribbon.sum for ribbon in flow.ribbons):
        for group in groups:
            if _share(store, group[0], figure):
                group.append(figure)
                break
        else:
            groups.append([figure])
    best = max(groups, key=_worth, default=[])
    if len(best) < _FEWEST:
        return None
    largest = max(best, key=lambda figure: figure.amount or 0)
    return Scale(frozenset(figure.iri for figure in best), largest)


def width(ribbon: Ribbon, scale: Scale | None) -> float:
    """Return how wide a ribbon is drawn."""
    if scale and is_to_scale(ribbon, scale):
        amount = ribbon.sum.money.amount if ribbon.sum else None
        return float((amount or 0) / scale.top) * WIDEST
    return CONSTANT


def is_to_scale(ribbon: Ribbon, scale: Scale | None) -> bool:
    """Tell whether a ribbon's width says its amount."""
    return scale is not None and ribbon.sum is not None and ribbon.sum.money.iri in scale.figures


def _measured(sums: Iterable[Sum | None]) -> list[Figure]:
    """Return each figure that could have a width once, in the order of their IRIs."""
    money = {
        one.money.iri: one.money
        for one in sums
        if one and one.money.currency and one.money.amount and not one.is_disputed
    }
    return [money[iri] for iri in sorted(money, key=str)]


def _share(store: EmbeddedStore, first: Figure, second: Figure) -> bool:
    reasons = set(compare(first, second).reasons)
    return not reasons or (
        reasons == {"measure"}
        and family(store, first.measure)[-1] == family(store, second.measure)[-1]
    )


def _worth(group: list[Figure]) -> tuple[object, ...]:
    """Rank a group: the most sums, then the latest last day, then by its words."""
    figure = group[0]
    days = figure.days or ("", "")
    words = [-ord(letter) for letter in f"{figure.currency} {figure.basis} {figure.iri.value}"]
    return len(group), days[1], days[0], words
