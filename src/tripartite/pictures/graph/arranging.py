"""What stands where in a picture: words in boxes, relations merged into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import measure
from tripartite.pictures.graph.layout import Link, lay_out
from tripartite.pictures.graph.nodes import SMALL, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.pictures.graph.layout import Layout
    from tripartite.pictures.graph.scene import Edge, Scene

WORDED: Final = 60  # lines; among more of them only numbers have room
_LABEL_ROOM: Final = 110.0


class Line:
    """The relations of one standing between two nodes, drawn as one line."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.edges = tuple(edges)
        self.first = self.edges[0]
        self.labels = tuple(dict.fromkeys(edge.label for edge in self.edges))
        self.words = tuple(
            w for label in self.labels for w in measure.lines(label, SMALL, _LABEL_ROOM)
        )


def arrange(scene: Scene) -> tuple[list[Words], list[Line], Layout]:
    """Return the words of each node, the lines, and where they stand, in one order."""
    texts = [Words(node, scene.language) for node in scene.nodes]
    places = {node.iri: number for number, node in enumerate(scene.nodes)}
    merged: dict[tuple[str, str, str, bool], list[Edge]] = {}
    for edge in scene.edges:
        merged.setdefault((edge.source, edge.target, edge.standing, edge.disputed), []).append(edge)
    found = [Line(edges) for edges in merged.values()]
    is_worded = len(found) <= WORDED
    links = [_link(each, places, is_worded=is_worded) for each in found]
    return texts, found, lay_out([text.box() for text in texts], links, _columns(scene))


def _columns(scene: Scene) -> list[int]:
    """Return the column of each node of a star: as many to the left of its centre as right."""
    centre = scene.focus[0] if len(scene.focus) == 1 else ""
    if not all(centre in (edge.source, edge.target) for edge in scene.edges):
        return []
    pointing = {edge.source for edge in scene.edges}
    others = [node for node in scene.nodes if node.iri != centre]
    others.sort(key=lambda node: (node.iri not in pointing, node.kind, node.label))
    left = {node.iri for node in others[: (len(others) + 1) // 2]}
    return [1 if n.iri == centre else 0 if n.iri in left else 2 for n in scene.nodes]


def _link(line_: Line, places: Mapping[str, int], *, is_worded: bool) -> Link:
    wide = max(measure.width(words, SMALL) for words in line_.words)
    # Room for the words above their line, and as much below it.
    label = (wide + 6, 2 * len(line_.words) * (SMALL + 2) + 6) if is_worded else None
    return Link(places[line_.first.source], places[line_.first.target], label)
