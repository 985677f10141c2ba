"""Lengths of time: how long, where no document says from when to when."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.build.periods import amount_bounds
from tripartite.messages import say
from tripartite.network import contraction
from tripartite.network.kinds import kind
from tripartite.pictures.timeline.marks import ABOUT, MEASURE, PERIODS, Length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.pictures.timeline.reading import Reading

_MEASURES: Final = tuple(v.entity("measure", name) for name in ("duration", "tenure"))
_SCOPE: Final = v.tp("scope")
_NUMBERS: Final = ("amount", "minimum", "maximum")
# Years of one unit.
_UNITS: Final[Mapping[str, float]] = {"year": 1, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}


def lengths(reading: Reading) -> Iterator[Length]:
    """Yield lengths of works, posts and the like: what the query time/durations answers.

    The time since a happening and the tenure of groups of people are left out, as there.
    """
    for fact, known in reading.facts.items():
        measures = [m for m in reading.objects(fact, MEASURE) if m in _MEASURES]
        subject = next(iter(reading.objects(fact, ABOUT)), None)
        since = any(kind(scope) == "happening" for scope in reading.objects(fact, _SCOPE))
        if not measures or subject is None or since or kind(subject) in v.CODE_LISTS:
            continue
        sources = next(s for triple, s in known if triple.predicate == MEASURE)
        low, high = _bounds(reading, fact)
        words = _words(reading, fact)
        yield Length(subject, measures[0], fact, tuple(sources), low, high, words)


def _bounds(reading: Reading, fact: NamedNode) -> tuple[float | None, float | None]:
    """Return at least and at most how many years; nothing where the unit is no time."""
    numbers = [_number(reading, fact, name) for name in _NUMBERS]
    qualifier = _code(reading, fact, "qualifier")
    each = _UNITS.get(_code(reading, fact, "unit"))
    if each is None:
        return None, None
    low, high = amount_bounds(qualifier or "exact", *numbers)
    return tuple(None if n is None else float(n) * each for n in (low, high))  # type: ignore[return-value]  # two of them


def _words(reading: Reading, fact: NamedNode) -> str:
    """Return a length as a person reads it: ``more than 37 years``."""
    numbers = [n for n in (_number(reading, fact, name) for name in _NUMBERS) if n is not None]
    qualifier = _code(reading, fact, "qualifier") or "exact"
    if _code(reading, fact, "unit") != "year":
        rest = [(t, s) for t, s in reading.facts[fact] if t.predicate not in (*PERIODS, v.RDF_TYPE)]
        return contraction.saying(rest, reading.label, reading.language)[1]
    key = "timeline-one-year" if numbers[-1] == 1 else "timeline-years"
    years = say(key, reading.language, count=numbers[-1])
    return say(f"timeline-length-{qualifier}", reading.language, low=numbers[0], years=years)


def _number(reading: Reading, fact: NamedNode, name: str) -> Decimal | None:
    found = (t.object for t, _ in reading.facts[fact] if t.predicate == v.tp(name))
    return next((Decimal(term.value) for term in found if isinstance(term, Literal)), None)


def _code(reading: Reading, fact: NamedNode, name: str) -> str:
    found = reading.objects(fact, v.tp(name))
    return found[0].value.rpartition("/")[2] if found else ""
