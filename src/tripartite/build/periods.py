"""Bounds of EDTF periods and of hedged amounts: pure functions, no graph.

The subset of EDTF is what the shapes allow: a year, month or day, a decade (``198X``),
an interval of these, and an open end (``..``). Source: Library of Congress, EDTF, level 1.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal

_POINT = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")

Amount = Decimal | None


def first_and_last_day(period: str) -> tuple[date | None, date | None]:
    """Return the first and the last day a period can mean; ``None`` is an open end.

    Raises:
        ValueError: ``period`` is not of the supported subset.
    """
    start, slash, end = period.partition("/")
    if not slash:
        return _days(start)
    return (
        None if start in ("..", "") else _days(start)[0],
        None if end in ("..", "") else _days(end)[1],
    )


def amount_bounds(
    qualifier: str, amount: Amount, minimum: Amount, maximum: Amount
) -> tuple[Amount, Amount]:
    """Return the least and the greatest amount the words allow; ``None`` is no bound.

    A hedge means half a unit of the last significant digit: about 4,000,000 is from
    3,500,000 to 4,500,000. ``more-than``, ``less-than`` and ``nearly`` do not
    reach the amount itself.

    Raises:
        ValueError: The qualifier is unknown, or its amount is missing.
    """
    if qualifier == "between":
        return minimum, maximum
    if amount is None:
        raise ValueError(f"qualifier {qualifier!r} needs an amount")
    margin = _half_unit(amount)
    bounds: dict[str, tuple[Amount, Amount]] = {
        "exact": (amount, amount),
        "about": (amount - margin, amount + margin),
        "equivalent": (amount - margin, amount + margin),
        "nearly": (amount - margin, amount),
        "more-than": (amount, None),
        "at-least": (amount, None),
        "up-to": (None, amount),
        "less-than": (None, amount),
    }
    if qualifier not in bounds:
        raise ValueError(f"unknown qualifier {qualifier!r}; known: between, {', '.join(bounds)}")
    return bounds[qualifier]


def _days(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"{point!r} is not a year, month, day or decade (EDTF)")
    year, month, day = match["year"], match["month"], match["day"]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    if day:
        return date(first_year, first_month, int(day)), date(last_year, last_month, int(day))
    length = calendar.monthrange(last_year, last_month)[1]
    return date(first_year, first_month, 1), date(last_year, last_month, length)


def _half_unit(amount: Decimal) -> Decimal:
    """Return half a unit of the last digit that is not a trailing zero."""
    exponent = amount.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{amount} is not a finite amount")  # noqa: TRY004 (a value, not a type)
    return Decimal(5).scaleb(exponent - 1)
