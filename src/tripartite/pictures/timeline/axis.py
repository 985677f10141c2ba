"""The axis: years with their names, above and below, and where it is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import measure
from tripartite.pictures.canvas import LINE, PAPER, QUIET, add, number
from tripartite.pictures.timeline.scale import FISCAL, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from tripartite.pictures.timeline.scale import Scale

_SIZE: Final = 10.0
_STEPS: Final = (1, 2, 5, 10, 20, 50)
_TOOTH: Final = 5.0


def grid(parent: Element, scale: Scale, top: float, low: float, language: str) -> None:
    """Draw a line where each year begins, the named ones stronger."""
    named = dict(_named(scale, language))
    root = add(parent, "g", class_="grid", stroke=LINE)
    for year in scale.shown():
        x = scale.at(scale.begins(year))
        width = 1 if year in named else 0.4
        add(root, "path", d=f"M{number(x)} {number(top)}V{number(low)}", stroke_width=width)
    add(root, "path", d=f"M{number(scale.right)} {number(top)}V{number(low)}", stroke_width=0.4)


def folds(parent: Element, scale: Scale, top: float, low: float) -> None:
    """Draw each folded stretch as a strip with jagged edges, behind all lanes."""
    for stretch in scale.stretches:
        if not stretch.is_folded:
            continue
        left, right = stretch.x + 5, stretch.x + stretch.width - 5
        strip = f"M{number(left)} {number(top)}{_jagged(left, top, low)}"
        strip += f"L{number(right)} {number(low)}{_jagged(right, low, top)}Z"
        add(parent, "path", class_="paper", d=strip, fill=PAPER)
        for x in (left, right):
            path = f"M{number(x)} {number(top)}{_jagged(x, top, low)}"
            add(parent, "path", class_="grid", d=path, fill="none", stroke=LINE)


def names(parent: Element, scale: Scale, y: float, language: str) -> None:
    """Draw the names of the years, as many as have room."""
    root = add(parent, "g", class_="quiet", fill=QUIET, font_size=_SIZE, text_anchor="middle")
    for year, lines in _named(scale, language):
        x = (scale.at(scale.begins(year)) + scale.at(scale.begins(year + 1))) / 2
        for number_, words in enumerate(lines):
            add(root, "text", words, x=x, y=y + 12 + number_ * 12)


def height(scale: Scale, language: str) -> float:
    """Return how high the names of the years are."""
    return 8 + 12.0 * len(_lines(next(scale.shown()), scale, language))


def year_name(year: int, scale: Scale, language: str) -> str:
    """Return what a year is called: ``2011``, ``FY2011``, ``平成23年度``."""
    return YEARS[scale.years].name(year, language)


def _named(scale: Scale, language: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the years that are named, with the lines of their names; they never touch."""
    step = next((s for s in _STEPS if s * scale.year >= _room(scale, language)), _STEPS[-1])
    taken = float("-inf")
    for stretch in scale.stretches:
        if stretch.is_folded:
            continue
        every = range(stretch.first, stretch.first + stretch.years)
        # The first year of a stretch tells where it goes on behind a fold.
        for year in every:
            middle = scale.at(scale.begins(year)) + scale.year / 2
            is_named = year % step == 0 or year == every[0]
            half = _room(scale, language) / 2
            if is_named and middle - half >= taken:
                yield year, _lines(year, scale, language)
                taken = middle + half


def _lines(year: int, scale: Scale, language: str) -> tuple[str, ...]:
    name = year_name(year, scale, language)
    is_era = scale.years == FISCAL and language == "ja"
    return (f"{year}年度", name) if is_era else (name,)


def _room(scale: Scale, language: str) -> float:
    """Return how wide the widest name is, with a space beside it."""
    widths = (measure.width(w, _SIZE) for y in scale.shown() for w in _lines(y, scale, language))
    return max(widths) + 6


def _jagged(x: float, start: float, end: float) -> str:
    """Return the path of a jagged line down or up."""
    steps = max(2, int(abs(end - start) / (2 * _TOOTH)))
    each = (end - start) / steps
    ways = 1 if end > start else -1
    middles = (
        f"L{number(x + _side(n, steps, ways) * _TOOTH / 2)} {number(start + (n + 0.5) * each)}"
        for n in range(steps)
    )
    return "".join(middles) + f"L{number(x)} {number(end)}"


def _side(step: int, steps: int, ways: int) -> int:
    """Return to which side a tooth points, so that a line up covers the line down."""
    place = step if ways > 0 else steps - 1 - step
    return 1 if place % 2 else -1
