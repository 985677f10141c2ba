"""A picture with everything that its other forms need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from tripartite.model import Table


class Drawing(NamedTuple):
    """A picture: what it shows in words and rows, and how it is written in each format.

    Attributes:
        title: Its heading.
        summary: What it shows, in a sentence or two.
        table: What stands behind each mark, a row a mark, with its claims cited.
        writers: For each format, such as ``svg``, what writes it when it is asked for.
        twin: The rows for people, on a page beside the picture, where they need fewer columns.
        is_cut: Whether a limit left something out; ``table.notes`` says what.
    """

    title: str
    summary: str
    table: Table
    writers: Mapping[str, Callable[[], str | bytes]]
    is_cut: bool = False
    twin: Table | None = None

    def write(self, form: str) -> str | bytes:
        """Return the picture in one of the formats that ``writers`` names."""
        return self.writers[form]()

    def _repr_svg_(self) -> str:
        """Return what a notebook shows."""
        svg = self.write("svg")
        assert isinstance(svg, str)  # noqa: S101 (only png is bytes)
        return svg


def narrowed(table: Table, names: Collection[str]) -> Table:
    """Return some columns of a table, each with its label's."""
    kept = [n for n, column in enumerate(table.columns) if column.removesuffix("Label") in names]
    return table._replace(
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
    )
