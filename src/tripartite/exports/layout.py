"""Lay cells out in the columns of a terminal, or as a block a row where they do not fit."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "
_NARROWEST = 12


def lay_out(
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    width: int | None,
) -> list[str]:
    """Return the lines of a table.

    Args:
        names: Of the columns.
        rows: Cells that hold no control character but line breaks.
        numeric: Of each column, whether it holds numbers: they stand to the right, unbroken.
        width: Columns of the terminal; ``None`` wraps nothing.
    """
    natural = _natural_widths([names, *rows])
    widths = natural if width is None else _fitting_widths(natural, width)
    if width is None or not rows or _fits(rows, widths, numeric, width):
        return _columns(names, rows, widths, numeric)
    return _blocks(names, rows, width)


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


def _natural_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max(display_width(line) for cell in column for line in cell.split("\n"))
        for column in zip(*rows, strict=True)
    ]


def _fitting_widths(natural: Sequence[int], width: int) -> list[int]:
    """Narrow the widest columns first, none below what a word takes."""
    room = width - len(_GAP) * (len(natural) - 1)
    limit = max(natural, default=0)
    while limit > _NARROWEST and sum(min(size, limit) for size in natural) > room:
        limit -= 1
    return [min(size, limit) for size in natural]


def _fits(
    rows: Sequence[Sequence[str]], widths: Sequence[int], numeric: Sequence[bool], width: int
) -> bool:
    """Return whether the columns fit and no number would be broken into two lines."""
    numbers = (
        (cell, size)
        for row in rows
        for cell, size, is_one in zip(row, widths, numeric, strict=True)
        if is_one
    )
    return sum(widths) + len(_GAP) * (len(widths) - 1) <= width and all(
        display_width(cell) <= size for cell, size in numbers
    )


def _columns(
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    numeric: Sequence[bool],
) -> list[str]:
    wrapped = [_wrap_row(row, widths) for row in rows]
    apart = [""] if any(len(lines) > 1 for row in wrapped for lines in row) else []
    return [
        *_lines(_wrap_row(names, widths), widths, numeric),
        _GAP.join("─" * size for size in widths),
        *(line for row in wrapped for line in (*apart, *_lines(row, widths, numeric))),
    ]


def _blocks(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Lay each row out as a block under a rule: a line a filled cell, its name before it."""
    margin = max(map(display_width, names))
    rest = max(width - margin - len(_GAP), _NARROWEST)
    text = []
    for row in rows:
        text.append("─" * width)
        for name, cell in zip(names, row, strict=True):
            first, *more = wrap(cell, rest)
            text += [_pad(name, margin, right=False) + _GAP + first] if cell else []
            text += [" " * margin + _GAP + line for line in more]
    return text


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
