"""Tables as GitHub's Markdown, the proof as footnotes."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.exports import footnotes
from tripartite.exports.cells import one_line, short
from tripartite.exports.terminal import count
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Cell, Table

_MARKUP = re.compile(r"([\\`*_<>|\[\]])")


def as_markdown(table: Table, lang: str = "en") -> str:
    """Write a table of GitHub's Markdown with footnotes; the count is the last line."""
    marks = footnotes.marks(table, "[^{}]")
    ends = footnotes.of_rows(table, "[^{}]", runs=False)
    names = [*map(_escape, table.columns), *([say("evidence", lang)] if ends else [])]
    rows = [
        names,
        ["---"] * len(names),
        *(
            [*(_markdown_cell(cell, marks) for cell in row), *end]
            for row, end in zip_longest(table.rows, ([end] for end in ends), fillvalue=())
        ),
    ]
    proof = [f"[^{mark}]: {_escape(line)}" for mark, line in footnotes.lines(table, lang)]
    general = list(map(_escape, footnotes.general(table, lang)))
    parts = ([f"| {' | '.join(row)} |" for row in rows], proof, general, [count(table, lang)])
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def _markdown_cell(cell: Cell, marks: Mapping[NamedNode, str]) -> str:
    text = short(cell, marks)
    return _escape(text) if isinstance(cell, Literal) else text.replace("|", "\\|")


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))
