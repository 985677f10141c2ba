"""Outlines of the world's countries, as the build made them of Natural Earth's data."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import MissingInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Point = tuple[float, float]
    Ring = tuple[Point, ...]

_FILE: Final = "assets/world.json"
_NUMBER: Final = re.compile(r"-?\d+")


class Box(NamedTuple):
    """A rectangle; ``y`` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its extent from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its extent from top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        """Return the box with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def has(self, point: Point) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def holds(self, other: Box) -> bool:
        """Tell whether another box lies in it."""
        return self.has((other.left, other.top)) and self.has((other.right, other.bottom))


class Outline(NamedTuple):
    """A country's shape in units of the projection.

    Attributes:
        box: Around its larger parts.
        point: Furthest inside the largest part.
    """

    box: Box
    point: Point
    rings: tuple[Ring, ...]


class World:
    """All countries, by ISO 3166 code.

    Attributes:
        source: Names and versions of the data sets.
        centre: Its central meridian, in degrees east.
        scale: Units a degree of longitude.
        sphere: What it covers.
        codes: Of all countries.
    """

    def __init__(self, text: str) -> None:
        """Read the file that the build wrote."""
        data = json.loads(text)
        self.source: str = data["source"]
        self.centre: int = data["centre"]
        self.scale: int = data["scale"]
        self.sphere = Box(*data["sphere"])
        self._countries: Mapping[str, Mapping[str, object]] = data["countries"]
        self._others: str = data["others"]
        self.codes = tuple(self._countries)
        self._outlines: dict[str, Outline] = {}

    def outline(self, code: str) -> Outline:
        """Return a country's outline."""
        if code not in self._outlines:
            data: Mapping[str, object] = self._countries[code]
            x, y = _numbers(data["point"])
            box = Box(*_numbers(data["box"]))
            self._outlines[code] = Outline(box, (x, y), tuple(_rings(str(data["path"]))))
        return self._outlines[code]

    def rest(self, codes: Iterable[str]) -> Iterator[Ring]:
        """Yield the rings of everything but some countries."""
        left_out = set(codes)
        yield from _rings(self._others)
        for code in self.codes:
            if code not in left_out:
                yield from self.outline(code).rings


@cache
def world() -> World:
    """Return the world; it is read once.

    Raises:
        MissingInputError: The build has not made it.
    """
    try:
        return World(files("tripartite.pictures").joinpath(_FILE).read_text("utf-8"))
    except FileNotFoundError as error:
        raise MissingInputError("no-geometry", path=_FILE) from error


def _rings(path: str) -> Iterator[Ring]:
    """Yield the rings of a path that has a start and relative lines for each."""
    for part in path.split("z")[:-1]:
        numbers = list(map(int, _NUMBER.findall(part)))
        x = y = 0
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        yield tuple(ring)


def _numbers(value: object) -> tuple[int, ...]:
    assert isinstance(value, list)  # noqa: S101 (the build wrote it)
    return tuple(value)
