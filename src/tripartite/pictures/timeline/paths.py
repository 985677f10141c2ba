"""The outlines of marks, as in the attribute ``d``: a closed end has a line, no other has."""

from __future__ import annotations

from typing import Final

from tripartite.pictures.canvas import number

HALF: Final = 5.0  # half the height of a bar
STUB: Final = 26.0  # what an open end needs beside its last day
_HEAD: Final = 6.0
EDGE: Final = STUB - _HEAD - 4  # how far the edges of an open bar run on
_WAVE: Final = 3.5


def diamond(x: float, y: float, half: float = HALF + 1) -> str:
    """Return the mark of a day."""
    return (
        f"M{number(x - half)} {number(y)}L{number(x)} {number(y - half)}"
        f"L{number(x + half)} {number(y)}L{number(x)} {number(y + half)}Z"
    )


def box(left: float, right: float, y: float, half: float = HALF) -> str:
    """Return a bar with both its ends."""
    return f"M{number(left)} {number(y - half)}H{number(right)}V{number(y + half)}H{number(left)}Z"


def between(left: float, right: float, y: float, closed: tuple[bool, bool] = (True, True)) -> str:
    """Return the days between which a document was written."""
    ends = (x for x, is_closed in zip((left, right), closed, strict=True) if is_closed)
    caps = "".join(f"M{number(x)} {number(y - HALF)}V{number(y + HALF)}" for x in ends)
    return f"M{number(left)} {number(y)}H{number(right)}{caps}"


def bar(
    left: float,
    right: float,
    y: float,
    closed: tuple[bool, bool] = (True, True),
    *,
    sharp: bool = True,
) -> str:
    """Return the line around a bar.

    Args:
        left: Where its edges begin.
        right: Where they end.
        y: Its middle.
        closed: Whether the left, the right end has a line.
        sharp: Whether this line is straight; else it is wavy.
    """
    top, low = y - HALF, y + HALF
    path = f"M{number(left)} {number(top)}H{number(right)}"
    path += _side(right, top, low, sharp=sharp) if closed[1] else f"M{number(right)} {number(low)}"
    path += f"H{number(left)}"
    return path + _side(left, low, top, sharp=sharp) if closed[0] else path


def chevron(x: float, y: float, way: int) -> str:
    """Return the head beyond an open end, which points left (-1) or right (1)."""
    back, half = number(x - way * _HEAD), HALF - 1
    return f"M{back} {number(y - half)}L{number(x)} {number(y)}L{back} {number(y + half)}"


def gap(x: float, y: float) -> tuple[str, str]:
    """Return where a bar is broken: the gap, and the two strokes beside it."""
    top, low = y - HALF - 2, y + HALF + 2
    inner = f"M{number(x - 1)} {number(top)}H{number(x + 5)}L{number(x + 1)} {number(low)}"
    strokes = (
        f"M{number(x + shift + 2)} {number(top)}L{number(x + shift - 2)} {number(low)}"
        for shift in (-3, 3)
    )
    return f"{inner}H{number(x - 5)}Z", "".join(strokes)


def _side(x: float, start: float, end: float, *, sharp: bool) -> str:
    """Return a closed end from one corner to the other."""
    if sharp:
        return f"V{number(end)}"
    middle = (start + end) / 2
    bends = ((x + _WAVE, (start + middle) / 2, middle), (x - _WAVE, (middle + end) / 2, end))
    return "".join(f"Q{number(u)} {number(w)} {number(x)} {number(z)}" for u, w, z in bends)
