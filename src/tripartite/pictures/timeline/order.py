"""Phases in their order, drawn without dates: what followed what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import measure
from tripartite.pictures.canvas import PAPER, QUIET, add, group
from tripartite.pictures.lines import arrow, stroke
from tripartite.pictures.timeline.layout import LEADING, SIZE
from tripartite.pictures.timeline.marks import surest
from tripartite.pictures.timeline.paths import box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from pyoxigraph import NamedNode

    from tripartite.pictures.timeline.marks import Step, Timeline
    from tripartite.pictures.timeline.page import Page
    from tripartite.pictures.timeline.words import Words

_WIDEST: Final = 230.0
_ARROW: Final = 44.0
_PADDING: Final = 8.0


def draw(parent: Element, timeline: Timeline, words: Words, page: Page, y: float) -> float:
    """Draw each row of phases from left to right; return where they end."""
    for chain in chains(timeline.steps):
        y = _Chain(timeline, words, page, chain).draw(parent, y) + 14
    return y


def chains(steps: tuple[Step, ...]) -> tuple[tuple[NamedNode, ...], ...]:
    """Return what followed what, from each that followed nothing to each that nothing followed."""
    later: dict[NamedNode, list[NamedNode]] = {}
    for step in steps:
        later.setdefault(step.earlier, []).append(step.later)
    followed = {step.later for step in steps}

    def ways(node: NamedNode, before: tuple[NamedNode, ...]) -> Iterator[tuple[NamedNode, ...]]:
        found = [other for other in later.get(node, ()) if other not in before]
        if not found:
            yield (*before, node)
        for other in found:
            yield from ways(other, (*before, node))

    firsts = sorted((node for node in later if node not in followed), key=str)
    return tuple(way for node in firsts for way in ways(node, ()))


class _Chain:
    """One row of phases."""

    def __init__(
        self, timeline: Timeline, words: Words, page: Page, nodes: tuple[NamedNode, ...]
    ) -> None:
        self._timeline = timeline
        self._words = words
        self._nodes = nodes
        room = page.right - page.margin - (len(nodes) - 1) * _ARROW
        self._wide = min(_WIDEST, room / len(nodes))
        self._left = page.margin
        self._texts = [self._text(node) for node in nodes]
        most = max(len(name) + bool(rest) for name, rest in self._texts)
        self._high = most * LEADING + 2 * _PADDING

    def draw(self, parent: Element, y: float) -> float:
        """Draw it; return where it ends."""
        middle = y + self._high / 2
        for place, node in enumerate(self._nodes):
            x = self._left + place * (self._wide + _ARROW)
            self._box(parent, node, (x, y))
            if place:
                earlier = self._nodes[place - 1]
                step = next(
                    s for s in self._timeline.steps if (s.earlier, s.later) == (earlier, node)
                )
                drawn = group(parent, self._words.of_step(step), class_="mark step")
                ends = (x - _ARROW + 3, middle), (x - 2, middle)
                stroke(drawn, f"M{ends[0][0]:.1f} {middle:.1f}H{x - 8:.1f}", surest(step.sources))
                arrow(drawn, *ends)
        return y + self._high

    def _box(self, parent: Element, node: NamedNode, corner: tuple[float, float]) -> None:
        x, y = corner
        phase = next((p for p in self._timeline.phases if p.subject == node), None)
        title = self._words.of_phase(phase) if phase else self._words.label(node)
        drawn = group(parent, title, class_="mark phase" if phase else "phase")
        path = box(x, x + self._wide, y + self._high / 2, self._high / 2)
        add(drawn, "path", class_="hollow", d=path, fill=PAPER)
        stroke(drawn, path, self._standing(node))
        name, rest = self._texts[self._nodes.index(node)]
        for place, text in enumerate(name):
            base = y + _PADDING + 10 + place * LEADING
            add(drawn, "text", text, x=x + 10, y=base, font_size=SIZE)
        if rest:
            base = y + _PADDING + 10 + len(name) * LEADING
            add(drawn, "text", rest, class_="quiet", x=x + 10, y=base, fill=QUIET, font_size=SIZE)

    def _text(self, node: NamedNode) -> tuple[tuple[str, ...], str]:
        """Return the lines of a name; its number, its dates if it has some, its standing."""
        phases = [p for p in self._timeline.phases if p.subject == node]
        dates = [
            self._words.beside(mark)
            for mark in self._timeline.marks
            if mark.subject == node and mark.period
        ]
        said = [self._words.say("timeline-phase", number=phase.number) for phase in phases]
        doubts = self._words.doubts(phases[0].sources) if phases else []
        rest = measure.lines(" · ".join([*said, *dates, *doubts]), SIZE, self._wide - 20, 1)[0]
        return measure.lines(self._words.label(node), SIZE, self._wide - 20, 3), rest

    def _standing(self, node: NamedNode) -> str:
        """Return by whose word there is such a phase: that of its number, else of its order."""
        numbered = [s for p in self._timeline.phases if p.subject == node for s in p.sources]
        ordered = [
            s for st in self._timeline.steps if node in (st.earlier, st.later) for s in st.sources
        ]
        return surest(numbered or ordered)
