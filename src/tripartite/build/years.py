"""The years a period falls in: calendar, Japanese fiscal, ILO biennium; never mixed.

A fiscal year of Japan begins on 1 April. A biennium of the ILO is two calendar years from an
even one; it is reckoned also for years before the ILO budgeted so. A period that is only a
year lies in one of two fiscal years, and its name says both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.build.as_of import bounds
from tripartite.build.derivation import Derivation, slug
from tripartite.build.periods import first_and_last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from pyoxigraph import Quad

    from tripartite.build.derivation import Premises

_PERIODS: Final = tuple(v.tp(name) for name in ("period", "startPeriod", "endPeriod"))
_APRIL: Final = 4
# The first fiscal year that begins in an era, and the year before the era's first. That of
# 2019 began in Heisei 31; the Government calls it the first of Reiwa.
_ERAS: Final = (
    (2019, "令和", 2018),
    (1989, "平成", 1988),
    (1927, "昭和", 1925),
    (1913, "大正", 1911),
)
# What is said of two years that are possible, of more, and of spans closed and open.
_OR, _ONE_OF, _SPAN, _FROM, _UNTIL = range(5)
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("{} or {}", "one of {} to {}", "{} to {}", "from {}", "until {}"),
    "ja": ("{}または{}", "{}から{}のいずれか", "{}から{}まで", "{}から", "{}まで"),
}


class Years(NamedTuple):
    """The years of one system that a period falls in.

    Attributes:
        numbers: The calendar year in which each begins, in order; of an open period, those
            of its known end.
        names: What a reader is told, by language: ``FY2010 or FY2011``.
    """

    numbers: tuple[int, ...]
    names: Mapping[str, str]


class System(NamedTuple):
    """One way to count years.

    Attributes:
        term: Local name of the property that holds the numbers; ``…Name`` holds the names.
        number: Gives the calendar year in which the year of a day begins.
        step: Calendar years from one to the next.
        name: Says what a year is called, by its number and language.
    """

    term: str
    number: Callable[[date], int]
    step: int
    name: Callable[[int, str], str]


def place(premises: Premises, description: Iterable[Quad]) -> Iterator[Derivation]:
    """Place every period in its years, and every document by its as-of bounds."""
    for triple, claims in premises.items():
        subject, period = triple.subject, triple.object
        if triple.predicate not in _PERIODS:
            continue
        if not (isinstance(subject, NamedNode) and isinstance(period, Literal)):
            continue
        name = triple.predicate.value.removeprefix(v.TP).lower()
        what = f"{name}-{slug(subject)}-{period.value.replace('/', '-').strip('.-')}"
        try:
            found = [of_period(period.value, system) for system in SYSTEMS]
        except ValueError:
            continue  # a shape names the period that is not EDTF
        yield _placed(what, subject, found, claims)
    for document, (first, last) in bounds(description).items():
        if first and last:
            found = [of_days(first, last, system) for system in SYSTEMS]
            yield _placed(slug(document), document, found, (document,))


def of_period(period: str, system: System) -> Years:
    """Return the years of a period as the shapes allow it (EDTF).

    Raises:
        ValueError: ``period`` is not of the supported subset.
    """
    start, slash, end = period.partition("/")
    if not slash:
        return _of_point(start, system)
    if ".." in (start, end):
        known, words = (
            (_of_point(start, system), _FROM) if end == ".." else (_of_point(end, system), _UNTIL)
        )
        return Years(known.numbers, _said(words, known.names))
    first, last = _of_point(start, system), _of_point(end, system)
    numbers = tuple(range(first.numbers[0], last.numbers[-1] + 1, system.step))
    one = len(numbers) == 1
    return Years(numbers, first.names if one else _said(_SPAN, first.names, last.names))


def of_days(first: date, last: date, system: System) -> Years:
    """Return the years of what happened on one day, not known, from ``first`` to ``last``."""
    numbers = tuple(range(system.number(first), system.number(last) + 1, system.step))
    ends = [{k: system.name(n, k) for k in _WORDS} for n in (numbers[0], numbers[-1])]
    if len(numbers) == 1:
        return Years(numbers, ends[0])
    return Years(numbers, _said(_OR if len(numbers) == 2 else _ONE_OF, *ends))  # noqa: PLR2004


def fiscal_year(day: date) -> int:
    """Return the calendar year in which the Japanese fiscal year of a day begins."""
    return day.year if day.month >= _APRIL else day.year - 1


def biennium(day: date) -> int:
    """Return the first year of the ILO biennium of a day."""
    return day.year - day.year % 2


def calendar_name(year: int, language: str) -> str:
    """Return ``2011`` or ``2011年``."""
    return f"{year}年" if language == "ja" else str(year)


def fiscal_name(year: int, language: str) -> str:
    """Return ``FY2011`` or ``平成23年度``, for April 2011 to March 2012."""
    if language != "ja":
        return f"FY{year}"
    era, zero = next(((era, zero) for first, era, zero in _ERAS if year >= first), ("", 0))
    return f"{era}{'元' if year == zero + 1 else year - zero}年度"


def biennium_name(year: int, language: str) -> str:
    """Return ``2010–11`` or ``2010–11年``."""  # noqa: RUF002 (an en dash joins years)
    name = f"{year}–{(year + 1) % 100:02}"  # noqa: RUF001 (the same)
    return f"{name}年" if language == "ja" else name


SYSTEMS: Final = (
    System("calendarYear", lambda day: day.year, 1, calendar_name),
    System("fiscalYear", fiscal_year, 1, fiscal_name),
    System("biennium", biennium, 2, biennium_name),
)


def _of_point(point: str, system: System) -> Years:
    first, last = first_and_last_day(point)
    if first is None or last is None:
        raise ValueError(f"{point!r} is no point of time")
    return of_days(first, last, system)


def _said(words: int, *names: Mapping[str, str]) -> Mapping[str, str]:
    return {k: _WORDS[k][words].format(*(name[k] for name in names)) for k in _WORDS}


def _placed(
    what: str, subject: NamedNode, found: Sequence[Years], premises: Sequence[NamedNode]
) -> Derivation:
    triples = []
    for system, years in zip(SYSTEMS, found, strict=True):
        numbers = (Literal(str(n), datatype=v.XSD_INTEGER) for n in years.numbers)
        triples += [Triple(subject, v.tp(system.term), number) for number in numbers]
        named = (Literal(name, language=key) for key, name in years.names.items())
        triples += [Triple(subject, v.tp(f"{system.term}Name"), name) for name in named]
    return Derivation(f"years-{what}", "years", tuple(sorted(premises, key=str)), tuple(triples))
