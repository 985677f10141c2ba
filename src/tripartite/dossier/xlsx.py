"""A dossier as a workbook, a sheet a part, numbers as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from pyoxigraph import Literal

from tripartite import vocabulary as v
from tripartite.dossier.content import numbers, plain
from tripartite.dossier.reading import SUREST
from tripartite.dossier.words import text
from tripartite.exports.xlsx import as_workbook
from tripartite.model import Table
from tripartite.pictures.png import as_png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.dossier.content import Dossier, Grid, Line, Section
    from tripartite.model import Cell

_SVG: Final = "http://www.w3.org/2000/svg"


def as_xlsx(dossier: Dossier) -> bytes:
    """Return a workbook: what it is about, a sheet for each part, the notes."""
    head = (("IRI", dossier.iri), (text("name", dossier.language), dossier.title), *dossier.facts)
    rows = tuple((Literal(name), Literal(value)) for name, value in head)
    columns = (text("item", dossier.language), text("what", dossier.language))
    tables = {text("dossier", dossier.language): Table(columns, rows)}
    pictures: dict[str, bytes] = {}
    for section in dossier.sections:
        found = _section(section, dossier)
        if found:
            tables[section.title] = found
        if section.picture:
            pictures[section.title] = as_png(section.picture)
    tables[text("notes", dossier.language)] = _notes(dossier)
    return as_workbook(tables, pictures)


def _section(section: Section, dossier: Dossier) -> Table | None:
    """Return a part as one table; titles of its grids are its first column."""
    language = dossier.language
    note = text("note", language)
    if section.lines:
        lines = (
            (Literal(plain(line)), Literal(_standing(line, dossier)), *_marks((line,)))
            for line in section.lines
        )
        return Table((text("text", language), text("standing", language), note), tuple(lines))
    if section.picture and not section.grids:
        return _twin(section.picture, language)
    if not section.grids:
        said = (Literal(section.remark),)
        return Table((text("text", language),), (said,)) if section.remark else None
    titled = any(grid.title for grid in section.grids)
    first = section.grids[0]
    extra = tuple(name for name, _ in first.numbers)
    title = (text("part", language),) if titled else ()
    columns = (*title, *first.columns, *extra, note)
    width = len(first.columns)
    rows = (row for grid in section.grids for row in _rows(grid, width, titled=titled))
    return Table(columns, tuple(rows))


def _standing(line: Line, dossier: Dossier) -> str:
    """Return the standing of a sentence: what it says, or that its notes are stated."""
    said = [span.text for span in line if span.badge]
    of_notes = [note.standing for note in dossier.notes if note.number in numbers(line)]
    stated = [note.standing for note in dossier.notes if note.badge == SUREST]
    return said[0] if said else next(iter((*stated, *of_notes)), "")


def _twin(picture: str, language: str) -> Table:
    """Return a picture in words, a line each, and what proves it."""
    told = ET.fromstring(picture).findtext(f"{{{_SVG}}}desc", "")  # noqa: S314 (our own drawing)
    rows = []
    for line in told.splitlines():
        said, _, proof = line.partition(" [")
        rows.append((Literal(said), Literal(proof.removesuffix("]")) if proof else None))
    return Table((text("text", language), text("proof", language)), tuple(rows))


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
    names = ("note", "standing", "document", "heading", "characters", "words", "remark", "claim-id")
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
