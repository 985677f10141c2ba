"""A box of a flow: the name of an entity, what it is, and the sums that are about it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite.network.kinds import kind
from tripartite.pictures import measure
from tripartite.pictures.canvas import ACCENT, INK, PAPER, QUIET, add, group
from tripartite.pictures.flow.layout import Size
from tripartite.pictures.flow.values import Stage
from tripartite.pictures.graph import shapes
from tripartite.pictures.lines import STROKES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.flow.layout import Rect
    from tripartite.pictures.flow.values import Spot, Sum
    from tripartite.pictures.flow.words import Words

_WIDTHS: Final[Mapping[Stage, float]] = {
    Stage.FUNDER: 150.0,
    Stage.CHANNEL: 170.0,
    Stage.WORK: 250.0,
    Stage.PLACE: 150.0,
}
_SIZE: Final = 12.0
_SMALL: Final = 10.0
_LEADING: Final = 15.0
_PADDING: Final = (8.0, 6.0)
_APART: Final = 8.0  # pixels between a name and what follows on its line
_MOST: Final = 3  # lines of a name


class BoxText:
    """The words of a spot, broken into lines."""

    def __init__(self, spot: Spot, notes: Sequence[Sum], words: Words) -> None:
        """Break them for the width that the spot's stage has."""
        self.spot = spot
        self.width = _WIDTHS[spot.stage]
        room = self.width - 2 * _PADDING[0]
        name, what = words.name(spot), words.kind(spot)
        self.name = measure.lines(name, _SIZE, room, _MOST)
        said = [words.note(note) for note in notes]
        self.kind = measure.lines(what, _SMALL, room, 1)[0] if what else ""
        after = measure.width(self.name[-1], _SIZE) + _APART
        self.is_beside = after + measure.width(self.kind, _SMALL) <= room
        self.small = [self.kind] if self.kind and not self.is_beside else []
        self.small += [text for each in said for text in measure.lines(each, _SMALL, room, _MOST)]
        proofs = [f"{words.sum(note)} {words.proof(note.sources)}" for note in notes]
        self.title = "\n".join((f"{name} ({what})" if what else name, *proofs))

    def size(self) -> Size:
        """Return the width of the box and the height of its words."""
        high = len(self.name) * _LEADING + len(self.small) * (_SMALL + 3)
        return Size(self.width, high + 2 * _PADDING[1])


def draw(parent: Element, text: BoxText, place: Rect, *, is_focus: bool) -> None:
    """Draw a box; what is not stated has a loose border and room for what passes it."""
    family = shapes.family(kind(NamedNode(text.spot.iri))) if text.spot.iri else shapes.OTHER
    drawn = group(parent, text.title, class_=f"node {family.key}")
    border = {"stroke_dasharray": STROKES[""].dashes} if not text.spot.iri else {}
    add(
        drawn,
        "rect",
        class_="shape focus" if is_focus else "shape",
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        rx=3,
        fill=family.fill if text.spot.iri else PAPER,
        stroke=ACCENT if is_focus else INK,
        stroke_width=3 if is_focus else 1.2,
        **border,
    )
    size = text.size()
    free = place.height - size.height if text.spot.iri else 0
    y = place.y + free / 2 + _PADDING[1] - 3
    for line in text.name:
        y += _LEADING
        add(drawn, "text", line, x=place.x + _PADDING[0], y=y, font_size=_SIZE)
    if text.is_beside and text.kind:
        x = place.x + place.width - _PADDING[0]
        quiet: dict[str, str | float] = {"class_": "quiet", "fill": QUIET, "font_size": _SMALL}
        add(drawn, "text", text.kind, x=x, y=y, text_anchor="end", **quiet)
    for line in text.small:
        y += _SMALL + 3
        add(
            drawn,
            "text",
            line,
            class_="quiet",
            x=place.x + _PADDING[0],
            y=y,
            fill=QUIET,
            font_size=_SMALL,
        )
