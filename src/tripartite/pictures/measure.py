"""How wide a text is, and how it breaks into lines, without a font at hand."""

from __future__ import annotations

import unicodedata
from typing import Final

# Advance widths in thousandths of the size, from space to tilde: of each letter the wider in
# Helvetica (Adobe's font metrics) and in Noto Sans JP (its table hmtx), so that no text is cut.
_LATIN: Final = (
    *(278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833, 723, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559),
    *(606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606),
    *(620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584),
)
_WIDE: Final = 1000
_OTHER: Final = 620
_ELLIPSIS: Final = "…"
# What must not begin a line in Japanese (JIS X 4051, the common part).
_NOT_FIRST: Final = frozenset(
    "、。，．・：；？！）」』】〕〉》々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…)"  # noqa: RUF001 (the same)
)
_NOT_LAST: Final = frozenset("（「『【〔〈《(")  # noqa: RUF001 (Japanese)


def width(text: str, size: float) -> float:
    """Return how wide a line of text is at most, in the unit of ``size``."""
    return sum(map(_advance, text)) * size / 1000


def lines(text: str, size: float, room: float, most: int = 3) -> tuple[str, ...]:
    """Break a text into lines no wider than ``room``; what is left over ends in an ellipsis.

    Args:
        text: What is broken; a line may end behind a space or a hyphen, or between wide letters.
        size: Of the letters, in the unit of ``room``.
        room: The width of a line.
        most: So many lines at most.
    """
    found: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip(), size) > room:
            found.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    found.append(line.rstrip())
    kept = [_cut(line, size, room) for line in found[:most]]
    if len(found) > most:
        kept[-1] = _cut(f"{kept[-1]}{_ELLIPSIS}", size, room)
    return tuple(kept)


def _cut(line: str, size: float, room: float) -> str:
    """Shorten a line that is too wide; it then ends in an ellipsis."""
    if width(line, size) <= room:
        return line
    body = line.removesuffix(_ELLIPSIS)
    while body and width(body + _ELLIPSIS, size) > room:
        body = body[:-1]
    return body.rstrip() + _ELLIPSIS


def _pieces(text: str) -> list[str]:
    """Split a text where a line may end: behind a space or hyphen, between wide letters."""
    found: list[str] = []
    for letter in text:
        if found and not _may_break(found[-1][-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    return before in " -/" or _is_wide(before) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")


def _advance(letter: str) -> int:
    place = ord(letter) - ord(" ")
    if 0 <= place < len(_LATIN):
        return _LATIN[place]
    return _WIDE if unicodedata.east_asian_width(letter) in ("W", "F", "A") else _OTHER
