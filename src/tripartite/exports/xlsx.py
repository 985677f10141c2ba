"""Tables as workbooks that a spreadsheet opens with numbers, dates and Japanese intact."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

from tripartite.curie import shorten
from tripartite.errors import UnsupportedFormatError
from tripartite.exports import footnotes
from tripartite.exports.cells import XSD, native, short
from tripartite.exports.layout import display_width
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Cell, Passage

_WIDEST = 60
_NARROWEST = 8
_LONGEST_TEXT = 32_767  # characters; Excel cuts what is longer
_EXACT = 2**53  # a spreadsheet keeps numbers as doubles
_FIRST_DAY = date(1900, 3, 1)  # Excel's calendar is wrong before
_LONGEST_NAME = 31
_PROOF_COLUMNS = (
    "mark",
    "claim",
    "standing",
    "verdict",
    "document",
    "heading",
    "start",
    "end",
    "words",
    "note",
    "rule",
    "premises",
)
_Place: TypeAlias = tuple[str, str, int | None, int | None, str | None]
_NOWHERE: _Place = ("", "", None, None, None)
# Fixed, so that the same table gives the same bytes.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  the file format keeps no zone
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def as_xlsx(table: Table, name: str = "Table") -> bytes:
    """Return a workbook of the table, and its citations on a second sheet if it has any."""
    return as_workbook({name: table})


def as_workbook(tables: Mapping[str, Table], pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return a workbook of one sheet a table, in order, then one of all their citations.

    Args:
        tables: By the names of their sheets.
        pictures: PNGs that stand beside a table, by the same names.
    """
    drawn = pictures or {}
    cited = {citation.claim: citation for table in tables.values() for citation in table.citations}
    all_cited = Table((), (), citations=tuple(cited.values()))
    marks = footnotes.marks(all_cited)
    proof = _proof(all_cited, marks)
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    taken: list[str] = []
    for name, table in {**tables, **({"Citations": proof} if cited else {})}.items():
        taken.append(_sheet_name(name, taken))
        sheet = _Sheet(book, taken[-1])
        sheet.write(table, {} if table is proof else marks)
        if name in drawn:
            sheet.draw(drawn[name], len(table.columns) + 1)
    book.close()
    return stream.getvalue()


class _Sheet:
    """One sheet, with the formats of its book."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._bold = book.add_format({"bold": True})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})

    def write(self, table: Table, marks: Mapping[NamedNode, str]) -> None:
        for column, name in enumerate(table.columns):
            self._sheet.write_string(0, column, name, self._bold)
            texts = [name, *(short(row[column], marks) for row in table.rows)]
            longest = max(display_width(line) for text in texts for line in text.split("\n"))
            self._sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
        for place, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                self._write_cell(place, column, cell, marks)
        self._sheet.freeze_panes(1, 0)

    def draw(self, png: bytes, column: int) -> None:
        """Set a picture of two pixels for one, beside the rows."""
        place = {"image_data": io.BytesIO(png), "x_scale": 0.5, "y_scale": 0.5}
        self._sheet.insert_image(1, column, "picture.png", place)

    def _write_cell(
        self, row: int, column: int, cell: Cell, marks: Mapping[NamedNode, str]
    ) -> None:
        value = native(cell) if isinstance(cell, Literal) else short(cell, marks)
        day = _day(cell)
        if day:
            self._sheet.write_datetime(row, column, day, self._date)
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value)
        elif isinstance(value, int | float) and abs(value) <= _EXACT:
            self._sheet.write_number(row, column, value)
        elif cell is not None:
            text = short(cell, marks)
            if len(text) > _LONGEST_TEXT:
                raise UnsupportedFormatError("cell-too-long", limit=_LONGEST_TEXT)
            wide = display_width(text) > _WIDEST or "\n" in text
            # Never write(): it would read a text that begins with "=" as a formula.
            self._sheet.write_string(row, column, text, self._wrap if wide else None)


def _day(cell: Cell) -> date | None:
    if not isinstance(cell, Literal) or cell.datatype.value != f"{XSD}date":
        return None
    try:
        day = date.fromisoformat(cell.value)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _proof(table: Table, marks: Mapping[NamedNode, str]) -> Table:
    """Return one row a passage; a claim without any has one row all the same."""
    rows = [
        (
            marks[citation.claim],
            shorten(citation.claim),
            citation.standing,
            citation.verdict,
            *place,
            citation.note,
            citation.rule,
            " ".join(marks.get(name) or shorten(name) for name in citation.premises),
        )
        for citation in table.citations
        for place in [_place(passage) for passage in citation.passages] or [_NOWHERE]
    ]
    return Table(_PROOF_COLUMNS, tuple(tuple(map(_cell, row)) for row in rows))


def _place(passage: Passage) -> _Place:
    return (passage.document, passage.heading, passage.start, passage.end, passage.words)


def _cell(value: str | int | None) -> Cell:
    return None if value is None or value == "" else Literal(value)


def _sheet_name(name: str, taken: Collection[str]) -> str:
    """Return a name that Excel accepts and no other sheet has, whatever its case."""
    plain = _FORBIDDEN.sub(" ", name).strip(" '")[:_LONGEST_NAME] or "Table"
    folded = {"history", *(other.casefold() for other in taken)}  # History is Excel's own
    numbers = (f" {number}" for number in range(2, len(folded) + 2))
    names = (plain, *(plain[: _LONGEST_NAME - len(end)] + end for end in numbers))
    return next(candidate for candidate in names if candidate.casefold() not in folded)
