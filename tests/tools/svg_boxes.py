"""Boxes of what an SVG draws, from the numbers of its own paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_STEP: Final = re.compile(r"([MLHVQAZ])([^MLHVQAZ]*)")


def box_of(group: Element) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a group's first path."""
    path = group.find(f"{_SVG}path")
    assert path is not None
    xs, ys = [], []
    for step, rest in _STEP.findall(path.get("d") or ""):
        numbers = [float(n) for n in rest.split()]
        if step == "H":
            xs += numbers
        elif step == "V":
            ys += numbers
        elif numbers:
            xs.append(numbers[-2])
            ys.append(numbers[-1])
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
