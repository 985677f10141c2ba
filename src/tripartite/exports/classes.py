"""The entities of several classes as CSV: a file a class, or one long table.

The table of a class has the columns ``entity``, ``label`` and one a property; an entity with
several values of a property has several rows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from tripartite.exports.delimited import as_csv
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.model import Cell

LONG_COLUMNS: Final = ("class", "entity", "label", "property", "value")


def as_files(tables: Mapping[str, Table]) -> Mapping[str, str]:
    """Return the text of each file by its name, ``decent-work.csv`` for ``Decent work``."""
    files: dict[str, str] = {}
    for label, table in tables.items():
        files[_file_name(label, files)] = as_csv(table)
    return files


def as_long_table(tables: Mapping[str, Table]) -> Table:
    """Return one row a value: class, entity, label, property, value; none twice."""
    rows = ((Literal(name), *row) for name, table in tables.items() for row in _long_rows(table))
    return Table(LONG_COLUMNS, tuple(dict.fromkeys(rows)))


def as_long_csv(tables: Mapping[str, Table]) -> str:
    """Write the long table as CSV."""
    return as_csv(as_long_table(tables))


def _long_rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    for entity, label, *cells in table.rows:
        for column, cell in zip(table.columns[2:], cells, strict=True):
            if cell is not None:
                yield (entity, label, Literal(column), cell)


def _file_name(label: str, taken: Mapping[str, str]) -> str:
    """Return a name that any file system accepts; Japanese labels stay as they are."""
    stem = re.sub(r"[^\w]+", "-", label.casefold()).strip("-") or "table"
    names = (f"{stem}-{number}.csv" for number in range(2, len(taken) + 3))
    return next(name for name in (f"{stem}.csv", *names) if name not in taken)
