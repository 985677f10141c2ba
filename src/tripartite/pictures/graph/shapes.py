"""The shape of a node by what it is, so that a reader needs no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.canvas import number

if TYPE_CHECKING:
    from collections.abc import Mapping


class Family(NamedTuple):
    """Kinds of node that look alike.

    Attributes:
        key: Names it in messages: ``family-actor``.
        fill: A quiet colour; it repeats what the shape says.
    """

    key: str
    fill: str


ACTOR: Final = Family("actor", "#e8eef6")
CHANNEL: Final = Family("channel", "#fbf1dc")
WORK: Final = Family("work", "#e5f2e8")
EVENT: Final = Family("event", "#f7e8ee")
PLACE: Final = Family("place", "#eee9f6")
TEXT: Final = Family("text", "#f1f1ec")
OTHER: Final = Family("other", "#ffffff")
FAMILIES: Final = (ACTOR, CHANNEL, WORK, EVENT, PLACE, TEXT, OTHER)
_KINDS: Final[Mapping[Family, str]] = {
    ACTOR: "body person people partnership",
    CHANNEL: "programme fund channel scheme",
    WORK: "project component action",
    EVENT: "event happening observation",
    PLACE: "country region group locality",
    TEXT: "agreement convention policy priority document",
}
_FAMILY: Final = {kind: family for family, kinds in _KINDS.items() for kind in kinds.split()}
_POINT: Final = 9.0  # how far a hexagon's point or a cut corner reaches


def family(kind: str) -> Family:
    """Return the family of a node of this kind, as in its IRI."""
    return _FAMILY.get(kind, OTHER)


def outline(shape: Family, x: float, y: float, width: float, height: float) -> str:
    """Return the path of a shape that fills a box.

    Args:
        shape: Which it is.
        x: Left edge of the box.
        y: Upper edge.
        width: Of the box.
        height: Of the box.
    """
    right, low, cut = x + width, y + height, min(_POINT, height / 2)
    if shape in (PLACE, WORK):
        radius = height / 2 if shape == PLACE else 6
        return _rounded(x, y, right, low, radius)
    corners = {
        ACTOR: ((x, y), (right, y), (right, low), (x, low)),
        CHANNEL: (
            *((x + cut, y), (right - cut, y), (right, y + height / 2)),
            *((right - cut, low), (x + cut, low), (x, y + height / 2)),
        ),
        EVENT: (
            *((x + cut, y), (right - cut, y), (right, y + cut), (right, low - cut)),
            *((right - cut, low), (x + cut, low), (x, low - cut), (x, y + cut)),
        ),
        TEXT: ((x, y), (right - cut, y), (right, y + cut), (right, low), (x, low)),
    }.get(shape, ((x, y), (right, y), (right, low), (x, low)))
    fold = f"M{_at(right - cut, y)}V{number(y + cut)}H{number(right)}" if shape == TEXT else ""
    return f"M{'L'.join(_at(*corner) for corner in corners)}Z{fold}"


def _rounded(x: float, y: float, right: float, low: float, radius: float) -> str:
    bend = f"A{number(radius)} {number(radius)} 0 0 1 "
    return (
        f"M{_at(x + radius, y)}H{number(right - radius)}{bend}{_at(right, y + radius)}"
        f"V{number(low - radius)}{bend}{_at(right - radius, low)}"
        f"H{number(x + radius)}{bend}{_at(x, low - radius)}V{number(y + radius)}"
        f"{bend}{_at(x + radius, y)}Z"
    )


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
