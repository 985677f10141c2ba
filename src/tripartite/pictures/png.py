"""A picture as PNG, drawn by resvg with the font that comes with a package."""

from __future__ import annotations

import resvg_py

from tripartite.pictures import fonts

_ZOOM = 2  # sharp on a screen of high density and on paper


def as_png(svg: str) -> bytes:
    """Return an SVG of ours as PNG, two pixels of it for one of the drawing.

    Raises:
        MissingInputError: There is no Japanese font: its package is not installed.
    """
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=_ZOOM,
        skip_system_fonts=True,  # the same bytes on every machine
        font_dirs=[str(fonts.folder())],
        sans_serif_family="Noto Sans JP",
    )
    return bytes(drawn)
