"""A table as a person reads it: labels for codes, no IRI beside its label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from tripartite.model import Cell, Table
    from tripartite.store import EmbeddedStore

_LABEL: Final = "Label"
_CODES: Final = tuple(f"{v.BASE}{scheme}/" for scheme in v.CODE_LISTS)


def readable(store: EmbeddedStore, table: Table, language: str) -> Table:
    """Return the table for people; data formats keep every column and IRI.

    A column whose label stands in another (``fund`` and ``fundLabel``) gives way to that
    one, which takes its name; a code such as ``standing:stated`` becomes its label.
    """
    kept = [
        index for index, name in enumerate(table.columns) if f"{name}{_LABEL}" not in table.columns
    ]
    columns = tuple(table.columns[index].removesuffix(_LABEL) for index in kept)
    rows = (tuple(_worded(store, row[index], language) for index in kept) for row in table.rows)
    return table._replace(columns=columns, rows=tuple(rows))


def _worded(store: EmbeddedStore, cell: Cell, language: str) -> Cell:
    if isinstance(cell, NamedNode) and cell.value.startswith(_CODES):
        label = store.text(cell, v.RDFS_LABEL, language)
        return Literal(label) if label else cell
    return cell
