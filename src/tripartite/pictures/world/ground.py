"""Who covers what on a map, on a coarse grid: where a label would hide something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.pictures.world.geometry import Box, Point, Ring

_CELL: Final = 5.0  # pixels


class Ground:
    """The cells that each country covers."""

    def __init__(self, countries: Mapping[str, Iterable[Ring]]) -> None:
        """Fill in the countries; of two in one cell the later counts."""
        self._owner = {
            cell: code for code, rings in countries.items() for cell in _cells(tuple(rings))
        }

        self._sizes = Counter(self._owner.values())

    def under(self, box: Box) -> Mapping[str, int]:
        """Return how many cells of each country are below a box."""
        cells = (
            (column, row)
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
            for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        )
        return Counter(self._owner[cell] for cell in cells if cell in self._owner)

    def share(self, code: str, cells: int) -> float:
        """Return what share of a country so many cells are."""
        return cells / self._sizes[code]

    def along(self, start: Point, end: Point, code: str) -> int:
        """Return how many steps of a line lie in other countries."""
        (x, y), (u, w) = start, end
        steps = int(max(abs(u - x), abs(w - y)) // _CELL)
        found = 0
        for step in range(1, steps + 1):
            share = step / (steps + 1)
            place = (int((x + (u - x) * share) // _CELL), int((y + (w - y) * share) // _CELL))
            found += self._owner.get(place, code) != code
        return found


def _cells(rings: tuple[Ring, ...]) -> Iterator[tuple[int, int]]:
    """Yield the cells whose middle lies inside, by the crossings of each row of middles."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
            (x, y), (u, w) = sorted((one, other), key=lambda point: point[1])
            for row in range(int(y / _CELL + 0.5), int(w / _CELL + 0.5)):
                middle = (row + 0.5) * _CELL
                crossings.setdefault(row, []).append(x + (u - x) * (middle - y) / (w - y))
    for row, found in crossings.items():
        found.sort()
        for left, right in zip(found[::2], found[1::2], strict=False):
            for column in range(int(left / _CELL + 0.5), int(right / _CELL + 0.5)):
                yield column, row
