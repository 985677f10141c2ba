"""Tensions for people to read: what stands against what, with proof, and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite.curie import shorten
from tripartite.exports.layout import wrap
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.model import Cell, Table

_WIDTH: Final = 100


def as_tensions(table: Table, lang: str = "en", width: int | None = None) -> str:
    """Return the tensions as plain text: claims side by side, then the explanation.

    Args:
        table: Rows of ``disagreement.table``, a row a claim, those of a tension together.
        lang: Language of the few words around the data.
        width: Columns of the terminal; ``None`` is one hundred.
    """
    rows = (dict(zip(table.columns, map(_text, row), strict=True)) for row in table.rows)
    parts: list[str] = []
    for _, group in groupby(rows, key=lambda row: (row["tension"], row["about"], row["kind"])):
        parts += [*_tension(list(group), lang, width or _WIDTH), ""]
    total = len(table.rows)
    parts.append(say("one-row", lang) if total == 1 else say("rows", lang, count=total))
    return "\n".join(parts) + "\n"


def _tension(rows: list[dict[str, str]], lang: str, width: int) -> Iterator[str]:
    first = rows[0]
    name = f"  ({first['tension']})" if first["tension"] else ""
    because = f": {first['because']}" if first["because"] else ""
    yield from wrap(f"{first['label']}{name}", width)
    yield from _indented(
        f"{first['about']} · {first['kind']} · {first['judgement']}{because}", width
    )
    for row in rows:
        doubt = f", {row['verdict']}" if row["verdict"] else ""
        yield from _indented(f"- {row['value']}  [{row['standing']}{doubt}]", width)
        yield from _indented(_proof(row, lang), width, 6)
    if first["tension"]:
        yield from _indented(first["explanation"], width)


def _proof(row: dict[str, str], lang: str) -> str:
    heading = f" {say('section-mark', lang)} {row['heading']}" if row["heading"] else ""
    words = f" “{row['words']}”" if row["words"] else ""
    spans = row["passage"].replace(",", "–")  # noqa: RUF001 (an en dash joins a span)
    return f"{row['document']}{heading} · {spans}{words}"


def _indented(text: str, width: int, margin: int = 2) -> list[str]:
    return [" " * margin + line for line in wrap(text, width - margin)]


def _text(cell: Cell) -> str:
    if isinstance(cell, NamedNode):
        return shorten(cell)
    return "" if cell is None else str(getattr(cell, "value", cell))
