"""A dossier as a workbook, a sheet a part, numbers as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite import vocabulary as v
from tripartite.dossier.content import numbers, plain
from tripartite.dossier.words import text
from tripartite.exports.xlsx import as_workbook
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.dossier.content import Dossier, Grid, Line, Section
    from tripartite.model import Cell


def as_xlsx(dossier: Dossier) -> bytes:
    """Return a workbook: what it is about, a sheet for each part, the notes."""
    head = (("IRI", dossier.iri), (text("title", dossier.language), dossier.title), *dossier.facts)
    rows = tuple((Literal(name), Literal(value)) for name, value in head)
    columns = (text("fact", dossier.language), text("what", dossier.language))
    tables = {text("dossier", dossier.language): Table(columns, rows)}
    for section in dossier.sections:
        found = _section(section, dossier.language)
        if found:
            tables[section.title] = found
    tables[text("notes", dossier.language)] = _notes(dossier)
    return as_workbook(tables)


def _section(section: Section, language: str) -> Table | None:
    """Return a part as one table; titles of its grids are its first column."""
    note = text("note", language)
    if section.lines:
        lines = ((Literal(plain(line)), *_marks((line,))) for line in section.lines)
        return Table((text("text", language), note), tuple(lines))
    if not section.grids:
        said = (Literal(section.remark),)
        return Table((text("text", language),), (said,)) if section.remark else None
    titled = any(grid.title for grid in section.grids)
    first = section.grids[0]
    extra = tuple(name for name, _ in first.numbers)
    title = (text("title", language),) if titled else ()
    columns = (*title, *first.columns, *extra, note)
    width = len(first.columns)
    rows = (row for grid in section.grids for row in _rows(grid, width, titled=titled))
    return Table(columns, tuple(rows))


def _rows(grid: Grid, width: int, *, titled: bool) -> Iterator[tuple[Cell, ...]]:
    title: tuple[Cell, ...] = (Literal(grid.title),) if titled else ()
    if grid.lead:
        yield (*title, Literal(plain(grid.lead)), *(None,) * (width - 1), *_marks((grid.lead,)))
    extra = list(zip(*(cells for _, cells in grid.numbers), strict=True))
    for place, row in enumerate(grid.rows):
        cells: tuple[Cell, ...] = tuple(Literal(plain(line)) if line else None for line in row)
        more = extra[place] if extra else ()
        yield (*title, *cells, *more, *_marks(row))


def _marks(lines: tuple[Line, ...]) -> tuple[Cell]:
    found = sorted({number for line in lines for number in numbers(line)})
    return (Literal(" ".join(f"[{number}]" for number in found)) if found else None,)


def _notes(dossier: Dossier) -> Table:
    """Return one row a passage; a note without any has one row all the same."""
    names = ("note", "standing", "document", "heading", "characters", "words", "remark", "claim")
    rows: list[tuple[Cell, ...]] = []
    for note in dossier.notes:
        places = [
            (place.source, place.heading, *span) for place in note.places for span in place.spans
        ] or [("", "", "", None)]
        standing = ", ".join(filter(None, (note.standing, note.verdict)))
        remark = " · ".join(filter(None, (note.rule, note.remark)))
        number = Literal(str(note.number), datatype=v.XSD_INTEGER)
        for place in places:
            cells = (standing, *place, remark, note.claim)
            rows.append((number, *(Literal(cell) if cell else None for cell in cells)))
    return Table(tuple(text(name, dossier.language) for name in names), tuple(rows))
