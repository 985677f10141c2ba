"""A table as a person reads it: labels for codes, no IRI beside its label."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.model import Cell, Table
    from tripartite.store import GraphStore

_LABEL: Final = "Label"
_TRUTH: Final = ("answer",)
_WORDS: Final = ((True, "answer-true"), (False, "answer-false"))
_CLAIM: Final = ("claim", "Claim")
_VERDICT: Final = "verdict"
_CODES: Final = tuple(f"{v.BASE}{scheme}/" for scheme in v.CODE_LISTS)


def readable(store: GraphStore, table: Table, language: str) -> Table:
    """Return the table for people; data formats keep every column and IRI.

    A column whose label stands in another (``fund`` and ``fundLabel``) takes the label as
    its value, where there is one; a code such as ``standing:stated`` becomes its label, and
    the answer to ASK a word. A column that is empty in every row is named in a note only.
    """
    columns = tuple(
        name
        for name in table.columns
        if not (name.endswith(_LABEL) and name.removesuffix(_LABEL) in table.columns)
    )
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        best = (cells.get(f"{name}{_LABEL}") or cells[name] for name in columns)
        rows.append(tuple(_worded(store, cell, language) for cell in best))
    headings = tuple(name.removesuffix(_LABEL) for name in columns)
    if headings == _TRUTH:
        words: dict[Cell, Cell] = {
            Literal(truth): Literal(say(key, language)) for truth, key in _WORDS
        }
        rows = [(words.get(cell, cell),) for (cell,) in rows]
    return _without_empty(table._replace(columns=headings, rows=tuple(rows)), language)


def _without_empty(table: Table, language: str) -> Table:
    """Return the table without the columns that no row fills; a note names them."""
    filled = [any(row[n] is not None for row in table.rows) for n in range(len(table.columns))]
    if not any(filled) or all(filled):
        return table
    empty = ", ".join(itertools.compress(table.columns, (not each for each in filled)))
    return table._replace(
        columns=tuple(itertools.compress(table.columns, filled)),
        rows=tuple(tuple(itertools.compress(row, filled)) for row in table.rows),
        notes=(*table.notes, say("empty-columns", language, columns=empty)),
    )


def with_verdicts(store: GraphStore, table: Table) -> Table:
    """Return a table that names claims with a column that tells the disputed ones.

    Asked with disputed claims, a row's standing alone would pass them off as accepted.
    """
    claims = [i for i, name in enumerate(table.columns) if name.endswith(_CLAIM)]
    if _VERDICT in table.columns or not claims:
        return table
    rows = ((*row, _verdict(store, (row[index] for index in claims))) for row in table.rows)
    return table._replace(columns=(*table.columns, _VERDICT), rows=tuple(rows))


def _verdict(store: GraphStore, claims: Iterable[Cell]) -> Cell:
    given = (store.objects(c, v.VERDICT) for c in claims if isinstance(c, NamedNode))
    return v.DISPUTED if any(v.DISPUTED in verdicts for verdicts in given) else None


def _worded(store: GraphStore, cell: Cell, language: str) -> Cell:
    if isinstance(cell, NamedNode) and cell.value.startswith(_CODES):
        label = store.text(cell, v.RDFS_LABEL, language)
        return Literal(label) if label else cell
    return cell
