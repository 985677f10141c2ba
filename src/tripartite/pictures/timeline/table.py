"""The twin of a timeline in rows: a row for each claim of each mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.build.years import SYSTEMS, of_days, of_period
from tripartite.model import Table
from tripartite.pictures.timeline.marks import PHASE, PREDECESSOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tripartite.build.years import System
    from tripartite.model import Cell
    from tripartite.network.facts import Source
    from tripartite.pictures.timeline.marks import Mark, Timeline
    from tripartite.pictures.timeline.reading import Reading
    from tripartite.pictures.timeline.words import Words

COLUMNS: Final = (
    "mark",
    "part",
    "partLabel",
    "subject",
    "subjectLabel",
    "kind",
    "kindLabel",
    "relation",
    "relationLabel",
    "detail",
    "period",
    "periodLabel",
    "earliest",
    "latest",
    "precision",
    "precisionLabel",
    "calendarYearLabel",
    "fiscalYearLabel",
    "fact",
    "claim",
    "standing",
)


class _Rows:
    """Writes rows, each mark with its number."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words
        self._number = 0

    def mark(self, mark: Mark) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a dated statement."""
        calendar, fiscal, _ = (_years(mark, each, self._words.language) for each in SYSTEMS)
        cells: dict[str, Cell] = {
            **self._how(mark.relation, mark.precision),
            "detail": _text(mark.detail),
            "period": Literal(mark.period, datatype=v.EDTF) if mark.period else None,
            "periodLabel": _text(self._words.when(mark)),
            "earliest": _day(mark.earliest),
            "latest": _day(mark.latest),
            "calendarYearLabel": _text(calendar),
            "fiscalYearLabel": _text(fiscal),
            "fact": mark.fact,
        }
        yield from self.rows(mark.part, mark.subject, cells, mark.sources)

    def other(
        self, part: str, subject: NamedNode, relation: NamedNode | None, detail: str
    ) -> tuple[str, NamedNode, dict[str, Cell]]:
        """Return what a row holds of what has no place on the axis."""
        precision = {"lengths": "length"}.get(part, part)
        return part, subject, {**self._how(relation, precision), "detail": _text(detail)}

    def rows(
        self, part: str, subject: NamedNode, cells: dict[str, Cell], sources: Iterable[Source] = ()
    ) -> Iterator[tuple[Cell, ...]]:
        """Yield a row a claim; one without a claim where no claim says it."""
        self._number += 1
        say = self._words.say
        kinds = self._reading.objects(subject, v.RDF_TYPE)
        known: dict[str, Cell] = {
            "mark": Literal(str(self._number), datatype=v.XSD_INTEGER),
            "part": Literal(part),
            "partLabel": Literal(say(f"timeline-name-{part}")),
            "subject": subject,
            "subjectLabel": Literal(self._words.label(subject)),
            "kind": kinds[0] if kinds else None,
            "kindLabel": Literal(self._words.label(kinds[0])) if kinds else None,
            **cells,
        }
        # A document's bounds are ours, in no claim.
        every = [(s.iri, v.entity("standing", s.standing)) for s in sources]
        ours = [(None, v.EDITORIAL if part == "documents" else None)]
        for claim, standing in every or ours:
            row = {**known, "claim": claim, "standing": standing}
            yield tuple(row.get(name) for name in COLUMNS)

    def _how(self, relation: NamedNode | None, precision: str) -> dict[str, Cell]:
        return {
            "relation": relation,
            "relationLabel": _text(self._words.label(relation)) if relation else None,
            "precision": Literal(precision),
            "precisionLabel": Literal(self._words.say(f"timeline-precision-{precision}")),
        }


def table(timeline: Timeline, reading: Reading, words: Words) -> Table:
    """Return the rows of all that a timeline shows, in the order of the picture."""
    return Table(COLUMNS, tuple(_all(timeline, _Rows(reading, words), words)))


def _all(timeline: Timeline, rows: _Rows, words: Words) -> Iterator[tuple[Cell, ...]]:
    for _, marks in timeline.parts():
        for mark in marks:
            yield from rows.mark(mark)
    for one in timeline.lengths:
        part, subject, cells = rows.other("lengths", one.subject, one.measure, one.words)
        yield from rows.rows(part, subject, {**cells, "fact": one.fact}, one.sources)
    for phase in timeline.phases:
        said = words.say("timeline-phase", number=phase.number)
        yield from rows.rows(*rows.other("order", phase.subject, PHASE, said), phase.sources)
    for step in timeline.steps:
        said = words.say("timeline-follows", earlier=words.label(step.earlier))
        yield from rows.rows(*rows.other("order", step.later, PREDECESSOR, said), step.sources)
    for iri in timeline.undated:
        yield from rows.rows(*rows.other("undated", iri, None, ""))


def _years(mark: Mark, system: System, language: str) -> str:
    found = of_days(*mark.bounds, system) if mark.bounds else of_period(mark.period, system)
    return found.names[language]


def _day(day: date | None) -> Cell:
    return Literal(day.isoformat(), datatype=v.XSD_DATE) if day else None


def _text(text: str) -> Cell:
    return Literal(text) if text else None
