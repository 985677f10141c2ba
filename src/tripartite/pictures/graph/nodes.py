"""A node as it is drawn: its words in a box of its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.messages import say
from tripartite.pictures import measure
from tripartite.pictures.canvas import ACCENT, INK, QUIET, add, group
from tripartite.pictures.graph import shapes
from tripartite.pictures.graph.layout import Box

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tripartite.pictures.graph.scene import Node

SIZE: Final = 12.0
SMALL: Final = 10.0
_LEADING: Final = 15.0
_ROOM: Final = 150.0  # the widest line of a label
_PADDING: Final = (12.0, 7.0)


class Words:
    """A node's words, broken into lines."""

    def __init__(self, node: Node, language: str) -> None:
        self.node = node
        self.name = f"{node.label} ({kinds(node, language)})" if node.types else node.label
        self.lines = measure.lines(node.label, SIZE, _ROOM)
        self.kind = measure.lines(kinds(node, language), SMALL, _ROOM, 1) if node.types else ()

    def box(self) -> Box:
        """Return the size of the node: its words and room around them."""
        widths = [measure.width(text, SIZE) for text in self.lines]
        widths += [measure.width(text, SMALL) for text in self.kind]
        across, down = _PADDING
        height = len(self.lines) * _LEADING + (SMALL + 4 if self.kind else 0)
        return Box(max(widths) + 2 * across + 8, height + 2 * down)


def kinds(node: Node, language: str) -> str:
    """Return what a node is."""
    return say("list-comma", language).join(node.types)


def draw(parent: Element, text: Words, box: Box, *, is_focus: bool) -> None:
    """Draw a node in its place; what the picture is about has a strong border."""
    family = shapes.family(text.node.kind)
    left, top = box.x - box.width / 2, box.y - box.height / 2
    drawn = group(parent, text.name, class_=f"node {family.key}")
    add(
        drawn,
        "path",
        class_="shape focus" if is_focus else "shape",
        d=shapes.outline(family, left, top, box.width, box.height),
        fill=family.fill,
        stroke=ACCENT if is_focus else INK,
        stroke_width=3 if is_focus else 1.2,
    )
    low = top + _PADDING[1] - 4
    for words in text.lines:
        low += _LEADING
        add(drawn, "text", words, x=box.x, y=low, text_anchor="middle")
    for words in text.kind:
        low += SMALL + 3
        add(
            drawn,
            "text",
            words,
            class_="quiet",
            x=box.x,
            y=low,
            fill=QUIET,
            font_size=SMALL,
            text_anchor="middle",
        )
