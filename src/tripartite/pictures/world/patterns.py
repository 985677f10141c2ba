"""How a kind of relation fills a country: patterns that can be told apart without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.canvas import ACCENT, PAPER, add

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_TINT: Final = "#e6eff7"
_FULL: Final = "#8ab4d8"  # light enough for an outline of any standing to be seen on it


class Pattern(NamedTuple):
    """A pattern.

    Attributes:
        size: Of the square that repeats, in pixels.
        lines: A path that is stroked.
        width: Of the stroke; 0 where the path is filled.
        ground: Class of what is below: ``tint``, ``paper`` or ``full``.
        angle: Degrees that the whole is turned by.
    """

    size: float
    lines: str = ""
    width: float = 0
    ground: str = "tint"
    angle: float = 0


PATTERNS: Final[Mapping[str, Pattern]] = {
    "implemented": Pattern(8, ground="full"),
    "assisted": Pattern(6, "M0 3H6", 2.2, angle=-45),
    "benefits": Pattern(6, "M0 0h2.8v2.8h-2.8zM3 3h2.8v2.8h-2.8z"),
    "covered": Pattern(5, "M0 2.5H5", 1.4),
    "participants": Pattern(6, "M0 3H6M3 0V6", 1.2, angle=-45),
    "planned": Pattern(6, "M0 3H6", 1.2, angle=90),
    "context": Pattern(8, ground="paper"),
}
_GROUNDS: Final = {"tint": _TINT, "paper": PAPER, "full": _FULL}


def define(defs: Element, name: str, kinds: tuple[str, ...]) -> None:
    """Add the patterns of some kinds; ``url`` names them."""
    for kind in kinds:
        pattern = PATTERNS[kind]
        place = add(
            defs,
            "pattern",
            id=f"{name}-{kind}",
            patternUnits="userSpaceOnUse",
            width=pattern.size,
            height=pattern.size,
            patternTransform=f"rotate({pattern.angle:g})",
        )
        fill = _GROUNDS[pattern.ground]
        add(
            place, "rect", class_=pattern.ground, width=pattern.size, height=pattern.size, fill=fill
        )
        if pattern.width:
            add(
                place,
                "path",
                class_="hatch",
                d=pattern.lines,
                stroke=ACCENT,
                stroke_width=pattern.width,
            )
        elif pattern.lines:
            add(place, "path", class_="dots", d=pattern.lines, fill=ACCENT)


def url(name: str, kind: str) -> str:
    """Return the fill of a kind."""
    return f"url(#{name}-{kind})"
