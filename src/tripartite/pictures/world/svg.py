"""The map as SVG: the views, the lists of what cannot be painted, and what the marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures import legend, measure
from tripartite.pictures.canvas import LINE, PAPER, QUIET, Canvas, add
from tripartite.pictures.world import patterns
from tripartite.pictures.world.kinds import KINDS
from tripartite.pictures.world.lists import Lists
from tripartite.pictures.world.painting import Painter
from tripartite.pictures.world.view import Room, groups, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from pyoxigraph import NamedNode

    from tripartite.pictures.world.geometry import Box, World
    from tripartite.pictures.world.spots import Spot, Spots
    from tripartite.pictures.world.telling import Teller

_WIDTH: Final = 1120.0
_MARGIN: Final = 24.0
_INNER: Final = _WIDTH - 2 * _MARGIN
_MAIN: Final = Room(_INNER, (430, 780), (46, 30))
_WHOLE: Final = Room(_INNER, (500, 500), (0, 0))
_INSET: Final = Room(300, (150, 240), (24, 14))
_CLOSEST: Final = 0.5  # pixels a unit: nearer, the outlines would show their corners
_GAP: Final = 16.0
_SIZES: Final = (18.0, 12.0, 11.0)  # of the title, the summary, the remarks
_BASES: Final = (34.0, 54.0)  # of the title and the summary
_LEADING: Final = 16.0
_SAMPLE: Final = "M0 0h34v18h-34z"


class Scene(NamedTuple):
    """What a map shows.

    Attributes:
        told: What each place says of itself.
        remarks: Said below the map.
    """

    title: str
    summary: str
    spots: Spots
    told: Mapping[NamedNode, str]
    remarks: tuple[str, ...]


def as_svg(scene: Scene, world: World, teller: Teller, name: str = "map") -> str:
    """Return the picture.

    Args:
        scene: What is shown.
        world: The geometry.
        teller: Says each place.
        name: Begins every id, so that two pictures can stand on one page.
    """
    told = (scene.told[spot.iri] for spot in (*scene.spots.countries, *scene.spots.others))
    twin = "\n".join((scene.summary, *told, *scene.remarks))
    canvas = Canvas(scene.title, twin, teller.language, name)
    root = canvas.root
    patterns.define(add(root, "defs"), name, KINDS)
    add(root, "text", scene.title, class_="title", x=_MARGIN, y=_BASES[0], font_size=_SIZES[0])
    low = _words(root, scene.summary, _BASES[1], _SIZES[1])
    low = _maps(root, scene, world, teller, name, low)
    for entries in (_kinds(scene.spots, teller, name), _standings(scene.spots, teller)):
        low = legend.draw(root, _MARGIN, low, _INNER, entries) if entries else low
    low += _GAP / 2
    for remark in scene.remarks:
        low = _words(root, remark, low + _SIZES[2], _SIZES[2])
    canvas.resize(_WIDTH, low + _MARGIN)
    return canvas.write()


def _maps(  # noqa: PLR0913, PLR0917 (what the whole picture is made of)
    root: Element, scene: Scene, world: World, teller: Teller, name: str, top: float
) -> float:
    """Draw the main view, then insets and lists below it; return where they end."""
    spots = scene.spots.countries
    titles = {spot.code: scene.told[spot.iri] for spot in spots}
    first, *far = groups(world, [spot.code for spot in spots]) or ((),)
    painter = Painter(root, name, world, spots, titles)
    main = view(world, first, _MAIN if spots else _WHOLE, (_MARGIN, top), _CLOSEST)
    painter.draw(main, first)
    if not spots:
        _say_none(root, teller.say("map-no-country"), main.frame)
    low = main.frame.bottom + _GAP
    y = low
    for codes in far:
        inset = view(world, codes, _INSET, (_MARGIN, y), main.scale)
        painter.draw(inset, codes)
        y = inset.frame.bottom + _GAP
    left = _MARGIN + (_INSET.width + 2 * _GAP if far else 0)
    lists = Lists(root, name, teller, scene.told)
    for key, listed in (("map-regions", scene.spots.others), ("map-parts", scene.spots.parts)):
        low = lists.draw(teller.say(key), listed, (left, low), _WIDTH - _MARGIN - left)
    return max(low, y)


def _say_none(root: Element, text: str, frame: Box) -> None:
    """Say on the map that no country is painted."""
    x, y = frame.centre
    wide = measure.width(text, _SIZES[1]) + 2 * _GAP
    box = {"x": x - wide / 2, "y": y - 24, "width": wide, "height": 40.0}
    add(root, "rect", class_="plate", fill=PAPER, stroke=LINE, rx=3.0, **box)
    add(root, "text", text, x=x, y=y, font_size=_SIZES[1], text_anchor="middle")


def _kinds(spots: Spots, teller: Teller, name: str) -> tuple[legend.Entry, ...]:
    shown = {mark.kind for spot in _all(spots) for mark in spot.marks}
    return tuple(
        legend.Entry(teller.kind(kind), _SAMPLE, patterns.url(name, kind))
        for kind in KINDS
        if kind in shown
    )


def _standings(spots: Spots, teller: Teller) -> tuple[legend.Entry, ...]:
    shown = {mark.standing for spot in _all(spots) for mark in spot.marks}
    return legend.standings(shown, {code: teller.standing(code) for code in shown}, teller.language)


def _all(spots: Spots) -> Iterator[Spot]:
    for group in spots:
        yield from group


def _words(root: Element, text: str, base: float, size: float) -> float:
    """Write a text across the picture; return where what follows may begin."""
    for words in measure.lines(text, size, _INNER, 4):
        add(root, "text", words, class_="quiet", x=_MARGIN, y=base, font_size=size, fill=QUIET)
        base += _LEADING
    return base - _LEADING + _GAP / 2 + 4
