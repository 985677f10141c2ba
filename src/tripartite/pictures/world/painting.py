"""One view of the map: sea, land, and the painted countries with their outline."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tripartite.pictures.canvas import INK, LINE, PAPER, add, number
from tripartite.pictures.lines import STROKES
from tripartite.pictures.world.labelling import Labeller
from tripartite.pictures.world.patterns import url

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.world.geometry import Ring, World
    from tripartite.pictures.world.spots import Mark, Spot
    from tripartite.pictures.world.view import View

_LAND: Final = "#dde2e6"
_SEA: Final = "#eef3f7"


class Painter:
    """Draws the views of one map."""

    def __init__(
        self,
        root: Element,
        name: str,
        world: World,
        spots: Sequence[Spot],
        titles: Mapping[str, str],
    ) -> None:
        """Take the picture and what it shows.

        Args:
            root: The picture.
            name: Begins every id.
            world: The geometry.
            spots: All that is painted, in any view.
            titles: What each says of itself, by code.
        """
        self._root = root
        self._name = name
        self._world = world
        self._spots = spots
        self._titles = titles
        self._labeller = Labeller(root, name, titles)

    def draw(self, view: View, labelled: Collection[str]) -> None:
        """Draw a view.

        Args:
            view: What it shows and where it stands.
            labelled: Countries that have their label here.
        """
        frame = view.frame
        corners = {"x": frame.left, "y": frame.top, "width": frame.width, "height": frame.height}
        name = f"{self._name}-{round(frame.left)}-{round(frame.top)}"
        defs = add(self._root, "defs")
        add(add(defs, "clipPath", id=f"{name}-frame"), "rect", **corners)
        add(self._root, "rect", class_="sea", fill=_SEA, **corners)
        inner = add(self._root, "g", clip_path=f"url(#{name}-frame)")
        rest = _path(view.rings(self._world.rest(spot.code for spot in self._spots)))
        line: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 0.6}
        add(inner, "path", class_="land", d=rest, fill=_LAND, **line)
        shapes = {s.code: view.rings(self._world.outline(s.code).rings) for s in self._spots}
        for spot in self._spots:
            if shapes[spot.code]:
                self._paint(inner, defs, f"{name}-{spot.code}", spot, shapes[spot.code])
        here = [spot for spot in self._spots if spot.code in labelled]
        anchors = {spot.code: view.at(self._world.outline(spot.code).point) for spot in here}
        self._labeller.draw(here, anchors, shapes, frame)
        edge: dict[str, str | float] = {"stroke": LINE, "stroke_width": 1.0}
        add(self._root, "rect", class_="frame", fill="none", **edge, **corners)

    def _paint(
        self, parent: Element, defs: Element, key: str, spot: Spot, rings: tuple[Ring, ...]
    ) -> None:
        """Fill a country and draw its outline within its borders, beside its neighbour's."""
        add(defs, "path", id=key, d=_path(rings))
        add(add(defs, "clipPath", id=f"{key}-in"), "use", href=f"#{key}")
        # Its label tells a screen reader the same.
        inside: dict[str, str | float] = {"aria_hidden": "true", "clip_path": f"url(#{key}-in)"}
        country = add(parent, "g", class_="country", **inside)
        add(country, "title", self._titles[spot.code])
        fill = url(self._name, spot.marks[0].kind)
        add(country, "use", class_="area", href=f"#{key}", fill=fill)
        _outline(country, f"#{key}", spot.marks[0])


def _outline(parent: Element, path: str, mark: Mark) -> None:
    """Draw a line twice as wide as its standing's: the half outside is cut away."""
    style = STROKES[mark.standing]
    widths = [(style.width, "line", INK)]
    if style.gap:
        side = (style.width - style.gap) / 2
        widths += [(style.width - side, "gap", PAPER), (side, "line", INK)]
    dashes = {"stroke_dasharray": style.dashes} if style.dashes else {}
    cap = {"stroke_linecap": style.cap} if style.cap != "butt" else {}
    for width, class_, colour in widths:
        add(
            parent,
            "use",
            class_=f"{class_} {mark.standing}",
            href=path,
            fill="none",
            stroke=colour,
            stroke_width=2 * width,
            stroke_linejoin="round",
            **dashes,
            **cap,
        )


def _path(rings: Iterable[Ring]) -> str:
    return "".join(map(_ring, rings))


def _ring(ring: Ring) -> str:
    x, y = ring[0]
    steps = (f"{number(u - p)} {number(w - q)}" for (p, q), (u, w) in pairwise(ring))
    return f"M{number(x)} {number(y)}l{' '.join(steps)}z".replace(" -", "-")
