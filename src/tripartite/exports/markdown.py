"""Tables as GitHub's Markdown, the proof as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.exports import footnotes
from tripartite.exports.cells import one_line, short
from tripartite.exports.terminal import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Cell, Table

_MARKUP = re.compile(r"([\\`*_<>|\[\]])")


def as_markdown(table: Table, lang: str = "en") -> str:
    """Write a table of GitHub's Markdown with footnotes; the count is the last line."""
    marks = footnotes.marks(table, "[^{}]")
    rows = [
        [_escape(name) for name in table.columns],
        ["---"] * len(table.columns),
        *([_markdown_cell(cell, marks) for cell in row] for row in table.rows),
    ]
    proof = [
        f"[^{number}]: {_escape(line)}"
        for number, line in enumerate(footnotes.lines(table, lang, ""), start=1)
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, "", *proof, *([""] if proof else []), count(table, lang), ""])


def _markdown_cell(cell: Cell, marks: Mapping[NamedNode, str]) -> str:
    text = short(cell, marks)
    return _escape(text) if isinstance(cell, Literal) else text.replace("|", "\\|")


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))
