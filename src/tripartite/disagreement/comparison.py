"""Larger, smaller, overlapping, equal; or not comparable, and everything that forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.disagreement.figures import Figure

LARGER: Final = "larger"
SMALLER: Final = "smaller"
OVERLAPPING: Final = "overlapping"
EQUAL: Final = "equal"
NOT_COMPARABLE: Final = "not-comparable"


class Comparison(NamedTuple):
    """How the first figure stands to the second.

    Attributes:
        relation: One of the codes of this module.
        reasons: What forbids to compare: ``measure``, ``unit``, ``currency``, ``scope``,
            ``basis``, ``period``, ``no-period``; ``same-sum`` for a restatement.
    """

    relation: str
    reasons: tuple[str, ...] = ()


def compare(first: Figure, second: Figure) -> Comparison:
    """Compare two figures as they stand, without other currencies of their sums."""
    if first.iri == second.iri:
        return Comparison(EQUAL)
    reasons = tuple(_reasons(first, second))
    if reasons:
        return Comparison(NOT_COMPARABLE, reasons)
    return Comparison(_relation(first, second))


def compare_sums(first: Iterable[Figure], second: Iterable[Figure]) -> Comparison:
    """Compare two sums, each given in one or more currencies.

    A restatement is the same sum as the figure it restates: between the two there is nothing
    to compare. Of two sums, those expressions are compared that share a currency or unit.

    Args:
        first: A figure first, then what restates the same sum.
        second: The same of the other.
    """
    ours, theirs = tuple(first), tuple(second)
    if {figure.iri for figure in ours} & {figure.iri for figure in theirs}:
        same = ours[0].iri == theirs[0].iri
        return Comparison(EQUAL, () if same else ("same-sum",))
    pairs = [(a, b) for a in ours for b in theirs if (a.currency, a.unit) == (b.currency, b.unit)]
    return compare(*(pairs[0] if pairs else (ours[0], theirs[0])))


def _reasons(first: Figure, second: Figure) -> Iterable[str]:
    if first.measure != second.measure:
        yield "measure"
    if bool(first.currency) != bool(second.currency) or first.unit != second.unit:
        yield "unit"
    elif first.currency != second.currency:
        yield "currency"
    if first.scopes != second.scopes:
        yield "scope"
    if first.basis != second.basis:
        yield "basis"
    if not (first.is_length_of_time and second.is_length_of_time):
        yield from _period(first, second)


def _period(first: Figure, second: Figure) -> Iterable[str]:
    """Two unknown periods are not the same period."""
    if first.period and second.period:
        if first.days != second.days:
            yield "period"
    else:
        yield "no-period"


def _relation(first: Figure, second: Figure) -> str:
    ours, theirs = first.interval, second.interval
    if ours.is_below(theirs):
        return SMALLER
    if theirs.is_below(ours):
        return LARGER
    return EQUAL if ours.is_point() and ours == theirs else OVERLAPPING
