"""Tables as aligned plain text; a full-width character counts two columns."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from tripartite.exports import footnotes
from tripartite.exports.cells import is_number, short
from tripartite.exports.layout import lay_out
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.model import Table

# Escape sequences in data must not steer the reader's terminal.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def as_text(table: Table, lang: str = "en", width: int | None = None) -> str:
    """Align the columns, wrap cells so that lines fit, end with proof and count.

    Args:
        table: Nothing of it is cut; columns that do not fit become lines, a block a row.
        lang: Language of the count.
        width: Columns of the terminal; ``None`` wraps nothing.
    """
    marks = footnotes.marks(table)
    ends = footnotes.of_rows(table)
    columns = (*table.columns, *([say("evidence", lang)] if ends else []))
    rows = [
        [*(_safe(short(cell, marks)) for cell in row), *end]
        for row, end in zip_longest(table.rows, ([end] for end in ends), fillvalue=())
    ]
    numeric = [_is_numeric(table, index) for index in range(len(table.columns))]
    numeric += [False] * (len(columns) - len(numeric))
    table_lines = lay_out(columns, rows, numeric, width)
    proof = [f"[{mark}] {line}" for mark, line in footnotes.lines(table, lang)]
    below = (proof, footnotes.general(table, lang), [count(table, lang)])
    paragraphs = [table_lines, *([_safe(line) for line in part] for part in below if part)]
    return "\n".join("".join(f"{line}\n" for line in part) for part in paragraphs)


def count(table: Table, lang: str) -> str:
    """Return the last line of a table for people: how many rows it has."""
    total = len(table.rows)
    return say("one-row" if total == 1 else "rows", lang, count=total)


def _safe(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))


def _is_numeric(table: Table, index: int) -> bool:
    cells = [row[index] for row in table.rows if row[index] is not None]
    return bool(cells) and all(map(is_number, cells))
