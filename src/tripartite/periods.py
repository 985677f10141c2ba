"""Periods and days as a person reads them, with the Japanese fiscal year they fall in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.build.years import SYSTEMS, of_days, of_period
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tripartite.model import Term
    from tripartite.store import GraphStore

_FISCAL: Final = SYSTEMS[1]
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def period(edtf: str, language: str) -> str:
    """Return ``2011``, ``May 2011``, ``2018 to 2022`` or ``since 2020`` for an EDTF period."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf, language)
    if first == "..":
        return say("until", language, when=_point(last, language))
    if last == "..":
        return say("since", language, when=_point(first, language))
    return _span(_point(first, language), _point(last, language), language)


def told(store: GraphStore, claims: Iterable[Term], edtf: str, language: str) -> str:
    """Return a period as its claims' documents hedge it: ``after 1987``, not since 1988."""
    point = said_after(store, claims)
    if point and edtf.endswith("/.."):
        return say("after", language, when=_point(point, language))
    return period(edtf, language)


def said_after(store: GraphStore, claims: Iterable[Term]) -> str:
    """Return the point (EDTF) after which all of some claims say that something lies, or nothing.

    Their periods begin with the day that follows.
    """
    known = [claim for claim in claims if isinstance(claim, NamedNode)]
    found = {store.text(claim, v.STATED_AFTER, "en") for claim in known}
    return found.pop() if len(found) == 1 else ""


def fiscal_year(edtf: str, language: str) -> str:
    """Return the Japanese fiscal years that a period falls in; empty where none is sure."""
    try:
        return of_period(edtf, _FISCAL).names[language]
    except ValueError:
        return ""


def fiscal_years(first: date, last: date, language: str) -> str:
    """Return the Japanese fiscal years that some day between two days may fall in."""
    return of_days(first, last, _FISCAL).names[language]


def day(value: date, language: str) -> str:
    """Return ``11 May 2017`` or ``2017年5月11日``."""
    return _point(value.isoformat(), language)


def days(first: date, last: date, language: str) -> str:
    """Return ``1 December 2011 to 31 December 2014``."""
    return _span(day(first, language), day(last, language), language)


def _span(first: str, last: str, language: str) -> str:
    return say("span", language, first=first, last=last)


def _point(point: str, language: str) -> str:
    if point.endswith("X"):
        return say("decade", language, year=f"{point[:3]}0")
    parts = [int(part) for part in point.split("-")]
    if language == "ja":
        return "".join(f"{n}{unit}" for n, unit in zip(parts, "年月日", strict=False))
    year, *rest = parts
    month = [_MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(n) for n in rest[1:]), *month, str(year)])
