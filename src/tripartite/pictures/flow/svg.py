"""The picture of a flow as SVG: readable without colour, and by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.messages import say
from tripartite.pictures import legend, measure
from tripartite.pictures.canvas import INK, LINE, QUIET, Canvas, add
from tripartite.pictures.flow import boxes, ribbons, rule
from tripartite.pictures.flow.columns import columns
from tripartite.pictures.flow.layout import lay_out
from tripartite.pictures.flow.words import STAGES
from tripartite.pictures.lines import STROKES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.flow.layout import Layout
    from tripartite.pictures.flow.ribbons import Band
    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.values import Flow, Spot, Sum
    from tripartite.pictures.flow.words import Words

_SIZE: Final = 12.0
_LEADING: Final = 16.0
_MARGIN: Final = 24.0
_TITLE: Final = 18.0
_HEADING: Final = 30.0
_NARROWEST: Final = 640.0
_ROOM: Final = 1150.0  # for the words above a picture: a wide one is scrolled
_BROAD: Final = 1400.0


class Texts(NamedTuple):
    """What stands above and below a picture.

    Attributes:
        summary: What it shows, in a sentence or two.
        notes: How it is to be read.
        twin: All of it in words.
    """

    title: str
    summary: str
    notes: tuple[str, ...]
    twin: str


class Drawn(NamedTuple):
    """A flow that is ready to be drawn."""

    flow: Flow
    scale: Scale | None
    words: Words
    texts: Texts


def as_svg(drawn: Drawn, name: str = "flow") -> str:
    """Return the picture of a flow; ``name`` begins every id."""
    texts, language = drawn.texts, drawn.words.language
    canvas = Canvas(texts.title, texts.twin, language, name)
    if drawn.flow.spots:
        _picture(canvas, drawn)
    else:
        width = max(_NARROWEST, measure.width(texts.title, _TITLE) + 2 * _MARGIN)
        canvas.resize(width, _head(canvas.root, texts, width - 2 * _MARGIN) + _MARGIN)
    return canvas.write()


def _picture(canvas: Canvas, drawn: Drawn) -> None:
    """Lay out the flow and draw it below its words; what is not stated below what passes it."""
    ribbons.patterns(canvas.root, canvas.name)
    bands = [ribbons.Band(ribbon, drawn.scale, drawn.words) for ribbon in drawn.flow.ribbons]
    notes = _notes(drawn.flow)
    words = {
        spot: boxes.BoxText(spot, notes.get(spot, ()), drawn.words) for spot in drawn.flow.spots
    }
    marks = [*(band.mark for band in bands), *(ribbons.GAP for _ in drawn.flow.gaps)]
    layout = lay_out(drawn.flow, {spot: text.size() for spot, text in words.items()}, marks)
    width = max(_NARROWEST, layout.width + 2 * _MARGIN)
    room = min(width - 2 * _MARGIN, _ROOM)
    low = _head(canvas.root, drawn.texts, room)
    low = legend.draw(canvas.root, _MARGIN, low, room, _legend(drawn, bands, canvas.name))
    if drawn.scale:
        low = rule.draw(canvas.root, (_MARGIN, low), drawn.scale, drawn.words, canvas.name)
    low += _HEADING
    place = add(canvas.root, "g", transform=f"translate({_MARGIN:g} {low + 14:g})")
    _headings(place, drawn, layout)
    _boxes(place, drawn, (text for spot, text in words.items() if not spot.iri), layout)
    _draw(place, drawn, bands, layout, canvas.name)
    _boxes(place, drawn, (text for spot, text in words.items() if spot.iri), layout)
    for band, track in zip(bands, layout.tracks, strict=False):
        ribbons.label(place, band, track)
    height = low + 14 + layout.height + _MARGIN
    # A page fits the picture to its width, but for a narrow window; what is tall prints on sheets.
    looks = [look for look, is_so in (("broad", width > _BROAD), ("tall", height > width)) if is_so]
    canvas.root.set("class", " ".join(("picture", *looks)))
    canvas.resize(width, height)


def _draw(place: Element, drawn: Drawn, bands: Sequence[Band], layout: Layout, name: str) -> None:
    """Draw gaps, then the ribbons over them."""
    for pair, track in zip(drawn.flow.gaps, layout.tracks[len(bands) :], strict=True):
        ribbons.gap(place, " → ".join(map(drawn.words.name, pair)), track)
    for band, track in zip(bands, layout.tracks, strict=False):
        ribbons.draw(place, band, track, name)


def _boxes(place: Element, drawn: Drawn, texts: Iterable[boxes.BoxText], layout: Layout) -> None:
    for text in texts:
        is_focus = text.spot.iri in drawn.flow.focus
        boxes.draw(place, text, layout.boxes[text.spot], is_focus=is_focus)


def _notes(flow: Flow) -> Mapping[Spot, list[Sum]]:
    found: dict[Spot, list[Sum]] = {}
    for spot, note in flow.notes:
        found.setdefault(spot, []).append(note)
    return found


def _head(root: Element, texts: Texts, room: float) -> float:
    """Write title, summary and notes; return where they end."""
    (title,) = measure.lines(texts.title, _TITLE, room, 1)
    add(root, "text", title, x=_MARGIN, y=36, font_size=_TITLE, class_="title")
    y = 42.0
    for text in (texts.summary, *texts.notes):
        for words in measure.lines(text, _SIZE, room, 4):
            y += _LEADING
            add(root, "text", words, x=_MARGIN, y=y, font_size=_SIZE, fill=QUIET, class_="quiet")
    return y + 10


def _headings(place: Element, drawn: Drawn, layout: Layout) -> None:
    of = columns(drawn.flow)
    for stage, key in STAGES.items():
        here = sorted(column for spot, column in of.items() if spot.stage == stage)
        if here:
            left = layout.columns[here[0]][0]
            right = sum(layout.columns[here[-1]])
            (words,) = measure.lines(drawn.words.say(key), _SIZE, right - left, 1)
            add(place, "text", words, x=left, y=-18, font_size=_SIZE, fill=INK)
            add(place, "path", class_="rule", d=f"M{left:.1f} -11H{right:.1f}", stroke=LINE)


def _legend(drawn: Drawn, bands: Sequence[Band], name: str) -> tuple[legend.Entry, ...]:
    used = {band.fill for band in bands}
    box = "M0 3H34V15H0Z"
    fills = (
        legend.Entry(drawn.words.say(kind.value), box, ribbons.paint(kind, name), look="swatch")
        for kind in ribbons.Fill
        if kind in used
    )
    codes = {band.ribbon.standing for band in bands}
    labels = {code: drawn.words.label(v.entity("standing", code)) for code in STROKES if code}
    standings = legend.standings(codes, labels, drawn.words.language)
    gaps = (legend.Entry(drawn.words.say("flow-gap"), standing=""),) if drawn.flow.gaps else ()
    disputed = (
        (legend.Entry(say("disputed", drawn.words.language), mark=legend.DISPUTED),)
        if any(band.ribbon.is_disputed for band in bands)
        else ()
    )
    return (*fills, *standings, *gaps, *disputed)
