"""What is dated, of the entity and its works, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite.dossier.content import Grid, Section, Span
from tripartite.periods import fiscal_year, period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader
    from tripartite.model import Cell


def section(reader: Reader, subjects: Iterable[NamedNode], picture: str) -> Section | None:
    """Return the dated facts of some subjects; ``None`` where nothing is dated."""
    found: dict[tuple[str, str, str], list[dict[str, Cell]]] = {}
    # One question for all is answered in the time of one for each.
    wanted = set(subjects)
    table = reader.ask("time/milestones", {})
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        if cells["subject"] not in wanted:
            continue
        key = (
            _text(cells["earliest"]),
            _text(cells["period"]),
            f"{cells['subject']} {cells['relation']} {cells['standing']}",
        )
        found.setdefault(key, []).append(cells)
    if not found:
        return None
    text = reader.text
    names = ("when", *(("fiscal-year",) if reader.language == "ja" else ()), "what", "standing")
    weights = (3, *((5,) if reader.language == "ja" else ()), 8, 2)
    rows = tuple(_row(reader, found[key]) for key in sorted(found))
    grid = Grid("", tuple(text(name) for name in names), weights, rows)
    return Section(
        "timeline", text("timeline"), text("timeline-remark"), grids=(grid,), picture=picture
    )


def _row(reader: Reader, claims: list[dict[str, Cell]]) -> tuple[Line, ...]:
    cells = claims[0]
    edtf, language = _text(cells["period"]), reader.language
    sources = [row["claim"] for row in claims if isinstance(row["claim"], NamedNode)]
    about = f"{reader.label(cells['subject'])}{reader.text('colon')}{_label(reader, cells)}"
    year = ((Span(fiscal_year(edtf, language)),),) if language == "ja" else ()
    return (
        (Span(period(edtf, language)),),
        *year,
        (Span(about, reader.notes.mark(sources)),),
        reader.badge(reader.surest(sources)),
    )


def _label(reader: Reader, cells: dict[str, Cell]) -> str:
    named = cells.get("relationLabel")
    return _text(named) if named else reader.label(cells["relation"])


def _text(cell: Cell) -> str:
    return cell.value if isinstance(cell, Literal) else ""
