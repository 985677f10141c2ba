"""What a period or a hedged amount can mean, by table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tripartite.build import periods


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2011", "2011-01-01", "2011-12-31"),
        ("2011-12", "2011-12-01", "2011-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2017-05-12", "2017-05-12", "2017-05-12"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2004/2009", "2004-01-01", "2009-12-31"),
        ("2004-04/2009-03", "2004-04-01", "2009-03-31"),
        ("2020/..", "2020-01-01", None),
        ("../198X", None, "1989-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(
    period: str, first: str | None, last: str | None
) -> None:
    found = periods.first_and_last_day(period)

    assert found == tuple(None if day is None else date.fromisoformat(day) for day in (first, last))


@pytest.mark.parametrize(
    "period", ["", "11", "2011-13", "2011-02-30", "about 2011", "201X-02-30", "2011/about"]
)
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        periods.first_and_last_day(period)


@pytest.mark.parametrize(
    ("qualifier", "amount", "lower", "upper"),
    [
        ("exact", "1400000", "1400000", "1400000"),
        ("about", "4000000", "3500000", "4500000"),
        ("about", "0.5", "0.45", "0.55"),
        ("equivalent", "1400000", "1350000", "1450000"),
        ("nearly", "40", "35", "40"),
        ("more-than", "4000000", "4000000", None),
        ("at-least", "3", "3", None),
        ("up-to", "10", None, "10"),
    ],
)
def test_a_hedge_has_its_bounds(
    qualifier: str, amount: str, lower: str | None, upper: str | None
) -> None:
    found = periods.amount_bounds(qualifier, Decimal(amount), None, None)

    assert found == tuple(None if bound is None else Decimal(bound) for bound in (lower, upper))


def test_a_printed_range_is_its_own_bounds() -> None:
    found = periods.amount_bounds("between", None, Decimal(1), Decimal(2))

    assert found == (Decimal(1), Decimal(2))


@pytest.mark.parametrize(("qualifier", "amount"), [("exact", None), ("roughly", Decimal(4))])
def test_an_unknown_hedge_or_no_amount_is_refused(qualifier: str, amount: Decimal | None) -> None:
    with pytest.raises(ValueError, match=qualifier):
        periods.amount_bounds(qualifier, amount, None, None)
