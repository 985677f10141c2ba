"""What is to be explained: a query, the cells that were shown, and what may be asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite.syntax.scope import certain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.evidence.sharing import Row
    from tripartite.syntax.nodes import Query

_NAMED = 1000  # more rows than these cost more to name than they save


class Task(NamedTuple):
    """Rows of a query or a subselect to be explained.

    Attributes:
        columns: Names with their ``?``, without those whose values are other ones each time.
        rows: The cells under ``columns``; ``None`` explains whatever the query makes.
        graph: The graph that a subselect stands in; empty for the default graph.
    """

    query: Query
    columns: tuple[str, ...]
    rows: Sequence[Row] | None
    graph: str = ""

    @property
    def aggregates(self) -> bool:
        """Whether a row stands for a group of solutions."""
        columns = (column.expression for column in self.query.columns or ())
        grouped = bool(self.query.keys or self.query.having)
        return grouped or any(one.aggregates for one in columns if one)

    def beforehand(self) -> str:
        """Return ``VALUES`` of the rows, for the columns where this lets no other row through."""
        rows, query = self.rows, self.query
        # Only what was cut can be found sooner; else a restriction spoils the engine's plan.
        if rows is None or len(rows) > _NAMED or not query.sliced:
            return ""
        plain = {column.variable for column in query.columns or () if not column.expression}
        if query.columns is None:
            plain = set(self.columns)
        if self.aggregates:
            plain = {key.variable for key in query.keys if not key.expression}
        safe = plain & {*certain(query.where)}
        at = [
            index
            for index, name in enumerate(self.columns)
            if name in safe and all(isinstance(row[index], (NamedNode, Literal)) for row in rows)
        ]
        distinct = dict.fromkeys(tuple(row[index] for index in at) for row in rows)
        return values([self.columns[index] for index in at], distinct) if at else ""


def values(names: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a ``VALUES`` clause of these rows."""
    lines = " ".join(
        f"({' '.join('UNDEF' if cell is None else str(cell) for cell in row)})" for row in rows
    )
    return f"VALUES ({' '.join(names)}) {{ {lines} }}"
