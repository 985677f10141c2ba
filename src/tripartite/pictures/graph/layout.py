"""Where nodes, lines and their words stand: a layered drawing by graphlay.

Each node is a box as large as its text, so no label can cover another, however many there are;
lines go around the boxes.
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
}
# Few lines are slanted, which is easier to follow; many keep to channels between the boxes.
_SLANTED: Final = {**_OPTIONS, "routing": {"style": "diagonal"}}
# A longer search for fewer crossings takes twice the time and finds 2 in 100.
_DENSE: Final = {
    **_OPTIONS,
    "routing": {"style": "orthogonal"},
    "tuning": {"order": {"kick_rounds": 300}},
}
_QUICK: Final = {**_DENSE, "effort": "fast"}
_MANY: Final = (60, 200)  # lines, above which a picture is dense, and very dense


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


def lay_out(boxes: Sequence[Box], links: Sequence[Link], columns: Sequence[int] = ()) -> Layout:
    """Return boxes and links with their places; the same for the same input, everywhere.

    Args:
        boxes: The nodes.
        links: The lines; where no columns are given, most lead to the right.
        columns: In which column each box stands; empty where the lines decide.
    """
    graph = graphlay.Graph()
    for number, box in enumerate(boxes):
        graph.node(number, width=box.width, height=box.height)
    # A line that leads to the left is laid out as one to the right and turned round again.
    turned = [bool(columns) and columns[k.source] > columns[k.target] for k in links]
    for link, is_turned in zip(links, turned, strict=True):
        ends = (link.target, link.source) if is_turned else (link.source, link.target)
        graph.edge(*ends, **_label(link))
    dense, very_dense = _MANY
    options = _SLANTED if len(links) <= dense else _DENSE if len(links) <= very_dense else _QUICK
    found = graphlay.layout(graph, options=options)
    low, high = found.bounds["min"], found.bounds["max"]

    def at(point: dict[str, float]) -> tuple[float, float]:
        return point["x"] - low["x"], point["y"] - low["y"]

    placed = (
        Box(box.width, box.height, *at(node["center"]))
        for box, node in zip(boxes, found.nodes, strict=True)
    )
    drawn = (
        link._replace(
            points=tuple(map(at, edge["points"][::-1] if is_turned else edge["points"])),
            anchor=at(edge["label_anchor"]) if link.label and edge.get("label_anchor") else None,
        )
        for link, edge, is_turned in zip(links, found.edges, turned, strict=True)
    )
    width, height = high["x"] - low["x"], high["y"] - low["y"]
    return Layout(tuple(placed), tuple(drawn), width, height)


def _label(link: Link) -> dict[str, Any]:
    if link.label is None:
        return {}
    width, height = link.label
    return {"label_size": {"width": width, "height": height}}
