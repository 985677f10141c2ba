"""Figures compared: larger, smaller, overlapping, equal, or everything that forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.disagreement.comparison import compare, compare_sums
from tripartite.disagreement.figures import Figure, read

if TYPE_CHECKING:
    from decimal import Decimal

OPPOSITE = {"larger": "smaller", "smaller": "larger"}


def figure(name: str = "a", amount: int | None = 4, **changed: Any) -> Figure:
    """Return a figure of money in one year; ``changed`` names codes or numbers."""
    values: dict[str, Any] = {
        "measure": v.entity("measure", "contribution"),
        "amount": amount,
        "qualifier": v.entity("qualifier", "exact"),
        "basis": v.entity("basis", "per-year"),
        "currency": "USD",
        "period": "2018",
        **changed,
    }
    pairs = [
        (v.tp(key), value if isinstance(value, NamedNode) else Literal(str(value)))
        for key, value in values.items()
        if value is not None
    ]
    found = read(v.entity("figure", name), pairs)
    assert found is not None
    return found


def code(scheme: str, name: str) -> NamedNode:
    return v.entity(scheme, name)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (("exact", 5), ("exact", 4), "larger"),
        (("exact", 4), ("exact", 4), "equal"),
        (("more-than", 20), ("exact", 18), "larger"),
        (("more-than", 4), ("exact", 4), "larger"),
        (("at-least", 4), ("exact", 4), "overlapping"),
        (("more-than", 4), ("about", 4), "overlapping"),
        (("nearly", 40), ("more-than", 37), "overlapping"),
        (("nearly", 40), ("exact", 40), "smaller"),
        (("less-than", 25), ("at-least", 25), "smaller"),
        (("up-to", 25), ("at-least", 25), "overlapping"),
        (("about", 4), ("about", 4), "overlapping"),
    ],
    ids=str,
)
def test_intervals_decide(first: tuple[str, int], second: tuple[str, int], relation: str) -> None:
    ours, theirs = (
        figure(name, amount, qualifier=code("qualifier", qualifier))
        for name, (qualifier, amount) in (("a", first), ("b", second))
    )

    assert compare(ours, theirs).relation == relation
    assert compare(theirs, ours).relation == OPPOSITE.get(relation, relation)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"measure": code("measure", "allocation")}, "measure"),
        ({"currency": "JPY"}, "currency"),
        ({"currency": None, "unit": code("unit", "country")}, "unit"),
        ({"scope": code("region", "asia")}, "scope"),
        ({"basis": code("basis", "total-over-period")}, "basis"),
        ({"period": "2019"}, "period"),
        ({"period": None}, "no-period"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_difference_that_forbids_to_compare_is_named(
    changed: dict[str, Any], reason: str
) -> None:
    found = compare(figure("a"), figure("b", **changed))

    assert found.relation == "not-comparable"
    assert found.reasons == (reason,)


def test_all_reasons_are_given_not_the_first_alone() -> None:
    other = figure("b", basis=code("basis", "one-off"), period=None, currency="JPY")

    assert compare(figure("a"), other).reasons == ("currency", "basis", "no-period")


def test_two_unknown_periods_are_not_the_same_period() -> None:
    ours, theirs = (figure(name, 4, period=None) for name in "ab")

    assert compare(ours, theirs).reasons == ("no-period",)


def test_a_length_of_time_needs_no_period() -> None:
    ours, theirs = (
        figure(name, amount, period=None, currency=None, unit=code("unit", "year"))
        for name, amount in (("a", 5), ("b", 2))
    )

    assert compare(ours, theirs).relation == "larger"


def test_a_restatement_is_the_same_sum() -> None:
    dollars = figure("dollars", 500000)
    yen = figure("yen", 50000000, currency="JPY", restates=dollars.iri)

    found = compare_sums((yen, dollars), (dollars, yen))

    assert found.relation == "equal"
    assert found.reasons == ("same-sum",)


def test_a_restated_sum_is_compared_in_the_currency_both_have() -> None:
    dollars = figure("dollars", 500000)
    yen = figure("yen", 50000000, currency="JPY", restates=dollars.iri)

    assert compare_sums((yen, dollars), (figure("other", 1000000),)).relation == "smaller"


def test_a_figure_without_a_number_is_none() -> None:
    values = [
        (v.tp("measure"), v.entity("measure", "share")),
        (v.tp("qualifier"), v.entity("qualifier", "about")),
    ]

    assert read(v.entity("figure", "empty"), values) is None


_QUALIFIERS = st.sampled_from(
    ["exact", "about", "nearly", "more-than", "less-than", "at-least", "up-to", "equivalent"]
)


@given(_QUALIFIERS, st.integers(1, 500), _QUALIFIERS, st.integers(1, 500))
def test_larger_holds_of_every_value_and_turned_round_is_smaller(
    one: str, amount: int, other: str, other_amount: int
) -> None:
    ours = figure("a", amount, qualifier=code("qualifier", one))
    theirs = figure("b", other_amount, qualifier=code("qualifier", other))

    relation = compare(ours, theirs).relation

    assert compare(theirs, ours).relation == OPPOSITE.get(relation, relation)
    if relation == "larger":
        assert ours.interval.lower is not None
        assert theirs.interval.upper is not None
        assert ours.interval.lower >= theirs.interval.upper
        assert not _fits(ours, ours.interval.lower) or not _fits(theirs, ours.interval.lower)


def _fits(one: Figure, value: Decimal) -> bool:
    lower, upper, open_below, open_above = one.interval
    above = lower is None or value > lower or (value == lower and not open_below)
    below = upper is None or value < upper or (value == upper and not open_above)
    return above and below
