"""Tables as CSV, TSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.exports import footnotes
from tripartite.exports.cells import full, native, one_line, short
from tripartite.exports.terminal import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Cell, Citation, Table

_MARKUP = re.compile(r"([\\`*_<>|\[\]])")


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


def as_json(table: Table) -> str:
    """Write one object: columns, rows, total, notes, and citations where there are any."""
    content: dict[str, object] = {
        "columns": table.columns,
        "rows": [dict(zip(table.columns, map(native, row), strict=True)) for row in table.rows],
        "total": len(table.rows),
        "notes": table.notes,
    }
    if table.citations:
        content["citations"] = [_citation(citation) for citation in table.citations]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


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


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "claim": citation.claim.value,
        "standing": citation.standing,
        "verdict": citation.verdict or None,
        "note": citation.note or None,
        "passages": [
            {
                "document": passage.document,
                "start": passage.start,
                "end": passage.end,
                "heading": passage.heading or None,
                "words": passage.words,
            }
            for passage in citation.passages
        ],
    }
