"""Where nodes, lines and their words stand: a layered drawing by graphlay.

Each node is a box as large as its text and each line goes around the boxes, so nothing can
cover a label, however many nodes there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import graphlay

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTIONS: Final = {
    "spacing": {
        "layer_gap": 40,
        "node_gap": 16,
        "dummy_gap": 10,
        "port_gap": 8,
        "port_stroke_clear": 6,
        "edge_label_margin": 8,
        "isolated_gap": 16,
    },
    "routing": {"style": "diagonal"},
}
_QUICK: Final = {**_OPTIONS, "effort": "fast"}
_MANY: Final = 100  # nodes, from which on the search for fewer crossings is cut short


class Box(NamedTuple):
    """A node's size, and once laid out its centre."""

    width: float
    height: float
    x: float = 0
    y: float = 0


class Link(NamedTuple):
    """A line from one box to another, by their places in the sequence of boxes.

    Attributes:
        label: Width and height of its words; ``None`` where it has none.
        points: Once laid out: from border to border.
        anchor: Once laid out: the middle of its words.
    """

    source: int
    target: int
    label: tuple[float, float] | None = None
    points: tuple[tuple[float, float], ...] = ()
    anchor: tuple[float, float] | None = None


class Layout(NamedTuple):
    """Boxes and lines in their places, from 0,0 to the right and down."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    width: float
    height: float


def lay_out(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    """Return boxes and links with their places; the same for the same input, everywhere."""
    graph = graphlay.Graph()
    for number, box in enumerate(boxes):
        graph.node(number, width=box.width, height=box.height)
    for link in links:
        graph.edge(link.source, link.target, **_label(link))
    found = graphlay.layout(graph, options=_OPTIONS if len(boxes) < _MANY else _QUICK)
    low, high = found.bounds["min"], found.bounds["max"]

    def at(point: dict[str, float]) -> tuple[float, float]:
        return point["x"] - low["x"], point["y"] - low["y"]

    placed = (
        Box(box.width, box.height, *at(node["center"]))
        for box, node in zip(boxes, found.nodes, strict=True)
    )
    drawn = (
        link._replace(
            points=tuple(map(at, edge["points"])),
            anchor=at(edge["label_anchor"]) if link.label and edge.get("label_anchor") else None,
        )
        for link, edge in zip(links, found.edges, strict=True)
    )
    width, height = high["x"] - low["x"], high["y"] - low["y"]
    return Layout(tuple(placed), tuple(drawn), width, height)


def _label(link: Link) -> dict[str, Any]:
    if link.label is None:
        return {}
    width, height = link.label
    return {"label_size": {"width": width, "height": height}}
