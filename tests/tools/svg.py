"""The SVG of a picture, taken apart: groups by class, what they say, the boxes they fill."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from tripartite.pictures import measure

if TYPE_CHECKING:
    from tripartite.pictures.drawing import Drawing

Box = tuple[float, float, float, float]  # left, top, right, low
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


def words(picture: ET.Element) -> list[tuple[str, Box]]:
    """Return the words and numbers at the lines of a graph's picture, and where each stands."""
    drawing = picture.find(f"{SVG}g[@transform]")
    assert drawing is not None
    found = []
    for text in drawing.findall(f"{SVG}text"):
        x, y, size = (float(text.get(name) or 0) for name in ("x", "y", "font-size"))
        half = measure.width(text.text or "", size) / 2
        found.append((text.text or "", (x - half, y - 0.75 * size, x + half, y + 0.1 * size)))
    return found


def papers(picture: ET.Element) -> list[Box]:
    """Return the white boxes that lie over the lines of a graph's picture."""
    return [
        (x, y, x + width, y + height)
        for rect in picture.findall(f"{SVG}g/{SVG}rect[@class='paper']")
        for x, y, width, height in [
            [float(rect.get(name) or 0) for name in ("x", "y", "width", "height")]
        ]
    ]


def visible(line: ET.Element, covers: list[Box]) -> list[float]:
    """Return how long each piece of a line is that nothing covers, from its start to its end."""
    numbers = [
        (float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line.get("d") or "")
    ]
    pieces, is_open = [0.0], True
    for (a, b), (c, d) in pairwise(numbers):
        steps = max(1, round(math.dist((a, b), (c, d))))
        for step in range(steps):
            x, y = (a + (c - a) * (step + 0.5) / steps, b + (d - b) * (step + 0.5) / steps)
            hidden = any(left < x < right and top < y < low for left, top, right, low in covers)
            if hidden and is_open:
                pieces.append(0.0)
            is_open = not hidden
            pieces[-1] += 0.0 if hidden else math.dist((a, b), (c, d)) / steps
    return pieces
