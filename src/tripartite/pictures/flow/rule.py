"""The scale of a flow as a ruler: how wide a round sum is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tripartite import amounts
from tripartite.pictures.canvas import INK, QUIET, add
from tripartite.pictures.flow import ribbons
from tripartite.pictures.flow.scale import WIDEST

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.words import Words

_HIGHEST: Final = 44.0  # pixels of the ruler
_STEPS: Final = (Decimal(5), Decimal(2), Decimal(1))


def draw(
    parent: Element, place: tuple[float, float], scale: Scale, words: Words, name: str
) -> float:
    """Draw the ruler at a place; return where it ends."""
    x, y = place
    amount = round_sum(scale)
    high = float(amount / scale.top) * WIDEST
    shape = f"M{x:g} {y + 4:g}H{x + 34:g}V{y + 4 + high:.1f}H{x:g}Z"
    fill = ribbons.paint(ribbons.Fill.SCALE, name)
    add(parent, "path", class_="swatch", d=shape, fill=fill, stroke=INK, stroke_width=1.2)
    written = amounts.amount([amount], scale.largest.currency, ("", ""), "exact", words.language)
    said = words.say("flow-ruler", amount=written, basis=words.basis(scale.largest))
    add(
        parent,
        "text",
        said,
        class_="quiet",
        x=x + 42,
        y=y + 4 + high / 2 + 4,
        font_size=11,
        fill=QUIET,
    )
    return y + 8 + high


def round_sum(scale: Scale) -> Decimal:
    """Return the largest sum of one digit, 1, 2 or 5, that the ruler has room for."""
    most = scale.top * Decimal(_HIGHEST / WIDEST)
    unit = Decimal(10) ** most.adjusted()
    return next(step * unit for step in _STEPS if step * unit <= most)
