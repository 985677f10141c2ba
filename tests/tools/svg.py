"""The SVG of a picture, taken apart: groups by class, what they say, the boxes they fill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from tripartite.pictures.drawing import Drawing

SVG: Final = "{http://www.w3.org/2000/svg}"
_STEP: Final = re.compile(r"([MLHVQAZ])([^MLHVQAZ]*)")


def svg(drawing: Drawing) -> ET.Element:
    """Return a picture's SVG as a tree."""
    written = drawing.write("svg")
    assert isinstance(written, str)
    return ET.fromstring(written)  # noqa: S314 (our own drawing)


def groups(picture: ET.Element, kind: str) -> list[ET.Element]:
    """Return the groups of a picture whose first class is ``kind``."""
    return [g for g in picture.iter(f"{SVG}g") if (g.get("class") or "").split()[:1] == [kind]]


def said(group: ET.Element) -> str:
    """Return what a mark says when the pointer rests on it."""
    title = group.find(f"{SVG}title")
    assert title is not None
    return title.text or ""


def box_of(group: ET.Element) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a group's first path."""
    path = group.find(f"{SVG}path")
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
