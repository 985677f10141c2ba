"""Tables as CSV and TSV: data, and nothing but."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tripartite.exports.cells import full, one_line

if TYPE_CHECKING:
    from tripartite.model import Table


def as_csv(table: Table) -> str:
    """Write a header and one line a row, quoted as in RFC 4180; no cell breaks its line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([one_line(full(cell)) for cell in row] for row in table.rows)
    return stream.getvalue()


def as_tsv(table: Table) -> str:
    """Write a header and one line a row; tabs and line breaks in cells become spaces."""
    rows = [table.columns, *([full(cell) for cell in row] for row in table.rows)]
    return "".join(
        "\t".join(one_line(cell).replace("\t", " ") for cell in row) + "\n" for row in rows
    )
