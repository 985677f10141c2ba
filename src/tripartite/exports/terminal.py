"""Tables as aligned plain text; a full-width character counts two columns."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from tripartite.exports import footnotes
from tripartite.exports.cells import is_number, short
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tripartite.model import Table

_GAP = "  "
_NARROWEST = 8
# Escape sequences in data must not steer the reader's terminal.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def as_text(table: Table, lang: str = "en", width: int | None = None) -> str:
    """Align the columns, wrap cells so that lines fit, end with proof and count.

    Args:
        table: Nothing of it is cut, so a table of many columns may exceed ``width``.
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
    natural = _natural_widths([columns, *rows])
    widths = natural if width is None else _fitting_widths(natural, width)
    numeric = [_is_numeric(table, index) for index in range(len(table.columns))]
    numeric += [False] * (len(columns) - len(numeric))
    wrapped = [_wrap_row(row, widths) for row in rows]
    apart = [""] if any(len(lines) > 1 for row in wrapped for lines in row) else []
    body = [apart + _lines(row, widths, numeric) for row in wrapped]
    parts = [
        _lines(
            [wrap(name, size) for name, size in zip(columns, widths, strict=True)],
            widths,
            numeric,
        ),
        [_GAP.join("─" * size for size in widths)],
        *body,
    ]
    proof = [f"[{mark}] {line}" for mark, line in footnotes.lines(table, lang)]
    below = (proof, footnotes.general(table, lang), [count(table, lang)])
    table_lines = [line for part in parts for line in part]
    paragraphs = [table_lines, *([_safe(line) for line in part] for part in below if part)]
    return "\n".join("".join(f"{line}\n" for line in part) for part in paragraphs)


def count(table: Table, lang: str) -> str:
    """Return the last line of a table for people: how many rows it has."""
    total = len(table.rows)
    return say("one-row" if total == 1 else "rows", lang, count=total)


def display_width(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` into lines of at most ``width`` columns.

    A line breaks at a space or beside a full-width character, inside a word only where
    the word alone is too long.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width)]


def _wrap_paragraph(text: str, width: int) -> list[str]:
    lines = []
    while (cut := _fitting(text, width)) < len(text):
        place = next((at for at in range(cut, 0, -1) if _breaks_at(text, at)), cut)
        lines.append(text[:place].rstrip(" "))
        text = text[place:].lstrip(" ")
    return [*lines, text]


def _breaks_at(text: str, at: int) -> bool:
    return " " in text[at - 1 : at + 1] or any(_is_wide(c) for c in text[at - 1 : at + 1])


def _fitting(text: str, width: int) -> int:
    """Return how many characters fit, at least one of a text that is not empty."""
    used = 0
    for index, character in enumerate(text):
        used += _character_width(character)
        if used > width and index:
            return index
    return len(text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "FW"


def _character_width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if _is_wide(character) else 1


def _safe(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))


def _is_numeric(table: Table, index: int) -> bool:
    cells = [row[index] for row in table.rows if row[index] is not None]
    return bool(cells) and all(map(is_number, cells))


def _natural_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max(display_width(line) for cell in column for line in cell.split("\n"))
        for column in zip(*rows, strict=True)
    ]


def _fitting_widths(natural: Sequence[int], width: int) -> list[int]:
    """Narrow the widest columns first, none below what a short word takes."""
    room = width - len(_GAP) * (len(natural) - 1)
    limit = max(natural, default=0)
    while limit > _NARROWEST and sum(min(size, limit) for size in natural) > room:
        limit -= 1
    return [min(size, limit) for size in natural]


def _wrap_row(row: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    return [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]


def _lines(
    row: Sequence[Sequence[str]], widths: Sequence[int], numeric: Sequence[bool]
) -> list[str]:
    height = max(map(len, row), default=0)
    return [
        _GAP.join(
            _pad(lines[index] if index < len(lines) else "", size, right=right)
            for lines, size, right in zip(row, widths, numeric, strict=True)
        ).rstrip(" ")
        for index in range(height)
    ]


def _pad(text: str, size: int, *, right: bool) -> str:
    space = " " * (size - display_width(text))
    return space + text if right else text + space
