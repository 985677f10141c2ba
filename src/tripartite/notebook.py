"""Rows as a table of HTML, as a notebook shows them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite.curie import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.model import Cell, Table

_MOST = 200  # rows; a notebook keeps its output, so it says how many more there are


def as_html(table: Table) -> str:
    """Return a table as HTML: IRIs in short form as links, its notes and its size below."""
    head = "".join(f"<th>{escape(name)}</th>" for name in table.columns)
    body = "\n".join(f"<tr>{_cells(row)}</tr>" for row in table.rows[:_MOST])
    more = len(table.rows) - _MOST
    size = f"{len(table.rows)} rows" + (f", {more} of them not shown here" if more > 0 else "")
    notes = "".join(f"<p>{escape(note)}</p>" for note in (*table.notes, size))
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n{notes}"


def _cells(row: Iterable[Cell]) -> str:
    return "".join(f"<td>{_cell(cell)}</td>" for cell in row)


def _cell(cell: Cell) -> str:
    if isinstance(cell, NamedNode):
        return f'<a href="{escape(cell.value)}">{escape(shorten(cell))}</a>'
    if isinstance(cell, Literal):
        return escape(cell.value)
    return "" if cell is None else escape(str(cell))
