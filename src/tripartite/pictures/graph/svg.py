"""The picture of a scene as SVG: readable without colour, and by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.exports.footnotes import line
from tripartite.messages import say
from tripartite.pictures import legend, measure
from tripartite.pictures.canvas import INK, PAPER, QUIET, Canvas, add, group
from tripartite.pictures.graph import nodes, shapes
from tripartite.pictures.graph.arranging import WORDED, arrange
from tripartite.pictures.graph.ground import around
from tripartite.pictures.graph.nodes import SIZE, SMALL
from tripartite.pictures.graph.wording import LEADING, Sign, middle, word
from tripartite.pictures.lines import arrow, polyline, stroke

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.graph.arranging import Line
    from tripartite.pictures.graph.layout import Layout
    from tripartite.pictures.graph.scene import Edge, Scene
    from tripartite.pictures.graph.wording import Wording

_LEADING: Final = 15.0
_MARGIN: Final = 24.0


def as_svg(scene: Scene, name: str = "graph") -> str:
    """Return the picture of all nodes of a scene.

    Args:
        scene: What is shown.
        name: Begins every id, so that two pictures can stand on one page.
    """
    canvas = Canvas(scene.title, twin(scene), scene.language, name)
    texts, found, layout = arrange(scene)
    wording = word(found, layout, is_worded=len(found) <= WORDED)
    width = max(layout.width + 2 * _MARGIN, 480)
    top = _draw_head(canvas.root, scene, width) + _MARGIN
    drawing = add(canvas.root, "g", transform=f"translate({_MARGIN:g} {top:g})")
    _draw_lines(drawing, scene, found, layout, wording)
    for text, box in zip(texts, layout.boxes, strict=True):
        nodes.draw(drawing, text, box, is_focus=text.node.iri in scene.focus)
    low = top + layout.height + _MARGIN
    low = _draw_key(canvas.root, scene, wording, low, width)
    low = legend.draw(canvas.root, _MARGIN, low, width - 2 * _MARGIN, _legend(scene))
    canvas.resize(width, low + _MARGIN)
    return canvas.write()


def twin(scene: Scene) -> str:
    """Return what the picture shows in words: every relation with its standing and proof."""
    said = [f"{edge.sentence} {_proof(scene, edge)}" for edge in scene.edges]
    related = {end for edge in scene.edges for end in (edge.source, edge.target)}
    alone = [node.label for node in scene.nodes if node.iri not in related]
    if alone:
        names = say("list-comma", scene.language).join(alone)
        said.append(say("scene-alone", scene.language, names=names))
    return "\n".join((scene.summary, *said))


def _draw_head(root: Element, scene: Scene, width: float) -> float:
    """Draw what the picture is and shows; return where that ends."""
    room = width - 2 * _MARGIN
    low = 10.0
    for words in measure.lines(scene.title, 18, room, 3):
        low += 24
        add(root, "text", words, x=_MARGIN, y=low, font_size=18, class_="title")
    low += 5
    for words in measure.lines(scene.summary, SIZE, room, 4):
        low += _LEADING
        add(root, "text", words, x=_MARGIN, y=low, fill=QUIET, class_="quiet")
    return low


def _draw_lines(
    parent: Element, scene: Scene, found: Sequence[Line], layout: Layout, wording: Wording
) -> None:
    for each, link in zip(found, layout.links, strict=True):
        said = "\n".join(f"{edge.sentence} {_proof(scene, edge)}" for edge in each.edges)
        drawn = group(parent, said, class_="edge")
        colour = QUIET if each.first.disputed else INK
        stroke(drawn, polyline(link.points), each.first.standing, colour)
        arrow(drawn, link.points[-2], link.points[-1], colour)
    for each, link, sign in zip(found, layout.links, wording.signs, strict=True):
        if sign:
            _draw_sign(parent, sign)
        elif each.first.disputed:
            area = around(middle(link), measure.width(legend.DISPUTED, SMALL) + 4, LEADING)
            _draw_sign(parent, Sign((legend.DISPUTED,), area, is_on=True))


def _draw_sign(parent: Element, sign: Sign) -> None:
    left, top, right, low = sign.area
    if sign.is_on:
        add(
            parent,
            "rect",
            class_="paper",
            x=left,
            y=top,
            width=right - left,
            height=low - top,
            fill=PAPER,
        )
    base = (top + low) / 2 - len(sign.words) * LEADING / 2 - 3
    for number, text in enumerate(sign.words, 1):
        add(
            parent,
            "text",
            text,
            class_="word quiet",
            x=(left + right) / 2,
            y=base + number * LEADING + 0.4,
            fill=QUIET,
            font_size=SMALL,
            text_anchor="middle",
        )


def _proof(scene: Scene, edge: Edge) -> str:
    """Return the standing and passages of an edge in brackets."""
    cited = [line(scene.citations[c], scene.language) for c in edge.claims if c in scene.citations]
    said = "; ".join(cited) or say("no-claim", scene.language)
    return f"[{said}]"


def _legend(scene: Scene) -> tuple[legend.Entry, ...]:
    drawn = {shapes.family(node.kind) for node in scene.nodes}
    families = (
        legend.Entry(
            say(f"family-{family.key}", scene.language),
            shape=shapes.outline(family, 0, 0, 34, 18),
            fill=family.fill,
        )
        for family in shapes.FAMILIES
        if family in drawn
    )
    standings = legend.standings(
        {edge.standing for edge in scene.edges}, scene.standings, scene.language
    )
    disputed = (
        (legend.Entry(say("disputed", scene.language), mark=legend.DISPUTED),)
        if any(edge.disputed for edge in scene.edges)
        else ()
    )
    return (*families, *standings, *disputed)


def _draw_key(root: Element, scene: Scene, wording: Wording, low: float, width: float) -> float:
    """Draw what the numbers at the lines stand for; return where that ends."""
    if not wording.key:
        return low
    words = say("scene-key", scene.language)
    if wording.bare:
        words += say("scene-bare", scene.language, count=wording.bare)
    add(root, "text", words, class_="quiet", x=_MARGIN, y=low + 13, fill=QUIET, font_size=11)
    entries = (legend.Entry(words, mark=str(number)) for number, words in enumerate(wording.key, 1))
    return legend.draw(root, _MARGIN, low + 20, width - 2 * _MARGIN, entries)
