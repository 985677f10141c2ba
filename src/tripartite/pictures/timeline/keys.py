"""The legend of a timeline: only what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.messages import say
from tripartite.network.facts import STANDINGS
from tripartite.pictures import legend
from tripartite.pictures.canvas import INK, PAPER
from tripartite.pictures.timeline import glyphs, paths
from tripartite.pictures.timeline.marks import surest
from tripartite.pictures.timeline.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.pictures.timeline.marks import Timeline
    from tripartite.pictures.timeline.words import Words

_MIDDLE: Final = 9.0
# Path and fill of each sign, within 34 by 18.
SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    "day": (paths.diamond(17, _MIDDLE), INK),
    "month": (paths.box(14.5, 19.5, _MIDDLE, paths.HALF + 1), INK),
    "within": (paths.box(3, 31, _MIDDLE), PAPER),
    "decade": (paths.bar(5, 29, _MIDDLE, sharp=False), PAPER),
    "sure": (paths.box(3, 31, _MIDDLE), glyphs.SURE),
    "open": (
        f"{paths.bar(4, 23, _MIDDLE, (True, False))}{paths.chevron(33, _MIDDLE, 1)}",
        "none",
    ),
    "tail": (f"{paths.box(3, 13, _MIDDLE)}M13 9H31{paths.chevron(33, _MIDDLE, 1)}", "none"),
    "bounds": (paths.between(3, 31, _MIDDLE), "none"),
    "cut": ("".join(paths.gap(17, _MIDDLE)[1:]), "none"),
}
_LOOKS: Final[Mapping[str, str]] = {INK: "head", PAPER: "hollow", glyphs.SURE: "sure"}


def keys(timeline: Timeline, words: Words) -> tuple[legend.Entry, ...]:
    """Return an entry for each sign and each standing that the picture shows."""
    shown = set(_shown(timeline))
    signs = (
        legend.Entry(
            words.say(f"timeline-sign-{name}"), path, fill, look=f"sign {_LOOKS.get(fill, '')}"
        )
        for name, (path, fill) in SIGNS.items()
        if name in shown
    )
    codes = {mark.standing for mark in timeline.marks} | {surest(s) for s in timeline.said if s}
    labels = {code: words.standing(code) for code in STANDINGS}
    disputed = (
        (legend.Entry(say("disputed", words.language), mark=legend.DISPUTED),)
        if any(mark.is_disputed for mark in timeline.marks)
        else ()
    )
    return (*signs, *legend.standings(codes, labels, words.language), *disputed)


def _shown(timeline: Timeline) -> Iterator[str]:
    for looks in map(shape, timeline.marks):
        yield {"box": "within", "bar": "within"}.get(looks.look, looks.look)
        yield from ["sure"] if looks.sure else []
        yield from ["open"] if looks.open_left or looks.open_right else []
        yield from ["tail"] if looks.tail else []
    yield from ["cut"] if timeline.clipped else []
    for length in timeline.lengths:
        yield "sure"
        yield from ["open"] if length.high is None else []
        yield from ["within"] if length.high not in (None, length.low) else []
