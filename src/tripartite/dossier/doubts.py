"""Where the documents disagree, and what they do not say."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader
    from tripartite.model import Cell, Table

_MEASURE: Final = v.tp("measure")


def tensions(reader: Reader, table: Table) -> Section:
    """Return each disagreement: the explanation, and the claims side by side."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    groups = groupby(rows, key=lambda row: (row["tension"], row["label"], row["explanation"]))
    grids = tuple(_tension(reader, list(group)) for _, group in groups)
    remark = "" if grids else reader.text("no-tensions")
    return Section("tensions", reader.text("tensions"), remark, grids=grids)


def gaps(reader: Reader, table: Table) -> Section:
    """Return what is normally said of such a thing and no document states."""
    text = reader.text
    rows = tuple(_gaps(reader, table))
    grid = Grid("", (text("fact"), text("state")), (5, 8), rows)
    empty = text("gaps-undeclared" if table.notes else "no-gaps")
    return Section("gaps", text("gaps"), "" if rows else empty, grids=(grid,) if rows else ())


def _tension(reader: Reader, rows: list[dict[str, Cell]]) -> Grid:
    text = reader.text
    claims = [row["claim"] for row in rows if isinstance(row["claim"], NamedNode)]
    notes = reader.notes.mark(claims)
    first = rows[0]
    reasons = _text(first["because"]).replace("; ", text("semicolon"))
    judgement = text("comma").join(filter(None, (_text(first["judgement"]), reasons)))
    title = f"{_text(first['label'])}{text('open')}{judgement}{text('close')}"
    body = tuple(_claim(reader, row) for row in rows)
    lead = (Span(_text(first["explanation"]), notes),)
    return Grid(title, (text("claim"), text("standing")), (11, 2), body, lead)


def _claim(reader: Reader, row: dict[str, Cell]) -> tuple[Line, ...]:
    claim = row["claim"]
    sources = (claim,) if isinstance(claim, NamedNode) else ()
    said = _figure(reader, claim) or _text(row["value"]).replace(": ", reader.text("colon"))
    return (Span(said, reader.notes.mark(sources)),), reader.standing(sources) if sources else ()


def _figure(reader: Reader, claim: Cell) -> str:
    """Return the figure that a claim gives, spelled as in the other parts; empty for none."""
    if not isinstance(claim, NamedNode):
        return ""
    for quad in reader.store.quads(None, _MEASURE, None, claim):
        if isinstance(quad.subject, NamedNode):
            figure = Figure(reader, quad.subject)
            about = reader.text("comma").join(map(reader.label, figure.subjects))
            scopes = [reader.text("scope", reader.label(scope)) for scope in figure.scopes]
            said = reader.text("comma").join((figure.detail, *scopes))
            return reader.text("of-figure", about=about, figure=said)
    return ""


def _gaps(reader: Reader, table: Table) -> Iterator[tuple[Line, ...]]:
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        said = reader.label(cells["state"])
        more = [reader.label(cells[name]) for name in ("value", "through") if cells.get(name)]
        claim = cells.get("claim")
        notes = reader.notes.mark((claim,)) if isinstance(claim, NamedNode) else ()
        if more:
            said += f"{reader.text('colon')}{reader.text('comma').join(more)}"
        yield (Span(reader.label(cells["fact"])),), (Span(said, notes),)


def _text(cell: Cell) -> str:
    return cell.value if isinstance(cell, Literal) else ""
