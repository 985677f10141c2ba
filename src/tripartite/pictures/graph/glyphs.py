"""The signs of a page's legend: a shape for each family, a line for each standing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from tripartite.messages import say
from tripartite.pictures.canvas import add
from tripartite.pictures.graph import shapes
from tripartite.pictures.lines import STROKES, stroke

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.pictures.graph.listing import Listing
    from tripartite.pictures.graph.scene import Scene

CODES: Final = tuple(STROKES)  # the page's script numbers its patterns in this order
# Small signs that differ at a glance, in a box of 20; frontend/src/programs.js draws the same.
_PATHS: Final[Mapping[shapes.Family, str]] = {
    shapes.ACTOR: "M3 3H17V17H3Z",
    shapes.CHANNEL: "M10 .5L20 10L10 19.5L0 10Z",
    shapes.WORK: "M10 1L19.5 17H.5Z",
    shapes.EVENT: "M10 0L12.6 6.6L19.6 7L14.2 11.5L16 18.4L10 14.6L4 18.4L5.8 11.5L.4 7L7.4 6.6Z",
    shapes.PLACE: "M10 1A9 9 0 0 1 10 19A9 9 0 0 1 10 1Z",
    shapes.TEXT: "M4 1H12L17 6V19H4Z",
    shapes.OTHER: "M10 1A9 9 0 0 1 10 19A9 9 0 0 1 10 1ZM10 5A5 5 0 0 0 10 15A5 5 0 0 0 10 5Z",
}


class Entry(NamedTuple):
    """A box of the legend.

    Attributes:
        key: Number of the family, or of the standing.
        types: Of a family: number, label and number of nodes of each type.
    """

    key: int
    words: str
    sign: Markup
    total: int
    types: tuple[tuple[int, str, int], ...] = ()


def legend(scene: Scene, listing: Listing) -> tuple[Entry, ...]:
    """Return a box for each family that the scene has."""
    counts = Counter(shapes.family(node.kind) for node in scene.nodes)
    of_type = Counter(place for node in scene.nodes for place in listing.types_of(node))
    return tuple(
        Entry(
            number,
            say(f"family-{family.key}", scene.language),
            _sign(_PATHS[family]),
            counts[family],
            tuple(
                (place, label, of_type[place])
                for place, (of, label) in enumerate(listing.types)
                if of == number
            ),
        )
        for number, family in enumerate(shapes.FAMILIES)
        if counts[family]
    )


def standings(scene: Scene) -> tuple[Entry, ...]:
    """Return a box for each standing that a relation of the scene has."""
    counts = Counter(edge.standing for edge in scene.edges)
    return tuple(
        Entry(
            number,
            scene.standings.get(code) or say("no-claim", scene.language),
            _line(code),
            counts[code],
        )
        for number, code in enumerate(CODES)
        if counts[code]
    )


def _sign(path: str) -> Markup:
    root = Element("svg", {"class": "sign", "viewBox": "0 0 20 20", "aria-hidden": "true"})
    add(root, "path", d=path)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 (our own)


def _line(code: str) -> Markup:
    root = Element("svg", {"class": "line-sign", "viewBox": "0 0 36 12", "aria-hidden": "true"})
    stroke(root, "M0 6H36", code)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 (our own)
