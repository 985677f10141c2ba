"""Where everything stands: a lane a subject, a row a mark, words beside the mark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures import measure
from tripartite.pictures.timeline.paths import STUB
from tripartite.pictures.timeline.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from tripartite.pictures.timeline.marks import Mark
    from tripartite.pictures.timeline.page import Page
    from tripartite.pictures.timeline.scale import Scale
    from tripartite.pictures.timeline.shapes import Shape
    from tripartite.pictures.timeline.words import Words

SIZE: Final = 11.0
LEADING: Final = 13.5
ROW: Final = 17.0
_PADDING: Final = 4.0  # below a lane
_APART: Final = 6.0  # between a mark and its words
_HALVES: Final = {"day": 6.0, "month": 2.5}  # half of the least width
_LEAST: Final = 120.0  # words that have less room beside their mark stand below it


class Row(NamedTuple):
    """A mark in its place.

    Attributes:
        y: Its middle.
        inner: From where to where its days are.
        x: The same with open ends and tails.
        cut: Whether it reaches beyond the axis to the left, to the right.
        lines: Its words.
        text: Where they stand: the place of the first line, and ``start`` or ``end``.
    """

    mark: Mark
    shape: Shape
    y: float
    inner: tuple[float, float]
    x: tuple[float, float]
    cut: tuple[bool, bool]
    lines: tuple[str, ...]
    text: tuple[float, float, str]

    @property
    def closed(self) -> tuple[bool, bool]:
        """Whether the left, the right end of it has a line."""
        is_open = (self.shape.open_left, self.shape.open_right)
        left, right = (not o and not c for o, c in zip(is_open, self.cut, strict=True))
        return left, right


class Lane(NamedTuple):
    """The marks of one subject.

    Attributes:
        label: The lines of its name.
        indent: How far the name stands to the right.
    """

    subject: NamedNode
    document: NamedNode | None
    label: tuple[str, ...]
    indent: float
    y: float
    height: float
    rows: tuple[Row, ...]


class Layout:
    """Lays lanes out from the top."""

    def __init__(self, page: Page, scale: Scale, words: Words) -> None:
        """Keep what every lane needs."""
        self.page = page
        self.scale = scale
        self._words = words

    def lanes(self, marks: Iterable[Mark], y: float) -> Iterator[Lane]:
        """Yield the lanes of one part, each below the one before."""
        for (subject, document), group in _grouped(marks):
            lane = self._lane(subject, document, group, y)
            yield lane
            y += lane.height

    def _lane(
        self, subject: NamedNode, document: NamedNode | None, marks: list[Mark], y: float
    ) -> Lane:
        indent = 14.0 if document and document != subject else 0.0
        room = self.page.labels - indent
        rows: list[Row] = []
        low = y
        for mark in marks:
            row, height = self._row(mark, low)
            rows.append(row)
            low += height
        most = max(2, int((low - y) / LEADING))
        label = measure.lines(self._words.label(subject), SIZE, room, most)
        height = max(low - y, len(label) * LEADING + 2) + _PADDING
        return Lane(subject, document, label, indent, y, height, tuple(rows))

    def _row(self, mark: Mark, y: float) -> tuple[Row, float]:
        looks, cut = self._cropped(shape(mark))
        inner = self._days(looks)
        x = _ends(looks, inner)
        words = self._words.beside(mark)
        middle = y + ROW / 2
        wide = measure.width(words, SIZE)
        rooms = {
            "start": self.page.right - x[1] - _APART,
            "end": x[0] - self.page.left - _APART,
        }
        side = next(
            (side for side in rooms if wide <= rooms[side]), max(rooms, key=rooms.__getitem__)
        )
        if rooms[side] >= min(wide, _LEAST):
            lines = measure.lines(words, SIZE, rooms[side], 4)
            at = x[1] + _APART if side == "start" else x[0] - _APART
            return (
                Row(mark, looks, middle, inner, x, cut, lines, (at, middle + 4, side)),
                max(ROW, len(lines) * LEADING + 3),
            )
        lines = measure.lines(words, SIZE, self.page.right - self.page.left, 2)
        row = Row(mark, looks, middle, inner, x, cut, lines, (self.page.left, y + ROW + 9, "start"))
        return row, ROW + len(lines) * LEADING

    def _days(self, looks: Shape) -> tuple[float, float]:
        """Return from where to where the days of a mark are, wide enough to be seen."""
        first, last = self.scale.at(looks.first), self.scale.after(looks.last)
        half = max((last - first) / 2, _HALVES.get(looks.look, 2.0))
        return (first + last) / 2 - half, (first + last) / 2 + half

    def _cropped(self, looks: Shape) -> tuple[Shape, tuple[bool, bool]]:
        """Return a shape without what lies beyond the axis, and on which sides it does."""
        left = looks.first < self.scale.first
        right = looks.last > self.scale.last
        tail = looks.tail
        kept = looks._replace(
            open_left=looks.open_left and not left,
            open_right=looks.open_right and not right,
            tail="" if (tail == "left" and left) or (tail == "right" and right) else tail,
        )
        return kept, (left, right)


def _ends(looks: Shape, inner: tuple[float, float]) -> tuple[float, float]:
    """Return from where to where a mark is drawn, open ends and tails included."""
    is_left = looks.open_left or looks.tail == "left"
    is_right = looks.open_right or looks.tail == "right"
    return inner[0] - STUB * is_left, inner[1] + STUB * is_right


def _grouped(
    marks: Iterable[Mark],
) -> Iterator[tuple[tuple[NamedNode, NamedNode | None], list[Mark]]]:
    """Yield the marks of each lane, a document before what is said as of it."""
    order: dict[tuple[NamedNode, NamedNode | None], list[Mark]] = {}
    for mark in marks:
        order.setdefault((mark.subject, mark.document), []).append(mark)
    documents = [subject for subject, document in order if subject == document]

    def place(item: tuple[tuple[NamedNode, NamedNode | None], list[Mark]]) -> tuple[int, bool]:
        (subject, document), _ = item
        return documents.index(document) if document in documents else 0, subject != document

    for _, group in groupby(sorted(order.items(), key=place), key=place):
        yield from group
