"""A picture as PNG, drawn by resvg with the font that comes with a package."""

from __future__ import annotations

import re
from typing import Final

import resvg_py

from tripartite.pictures import fonts

_ZOOM: Final = 2  # sharp on a screen of high density and on paper
_LARGE: Final = 4000.0  # pixels of the drawing; above that one is enough, and viewers cope
_SIZE: Final = re.compile(r' width="([\d.]+)" height="([\d.]+)"')


def as_png(svg: str) -> bytes:
    """Return an SVG of ours as PNG: two pixels for one of the drawing, of a large one one.

    Raises:
        MissingInputError: There is no Japanese font: its package is not installed.
    """
    size = _SIZE.search(svg)
    is_large = size is not None and max(map(float, size.groups())) > _LARGE
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=1 if is_large else _ZOOM,
        skip_system_fonts=True,  # the same bytes on every machine
        font_dirs=[str(fonts.folder())],
        sans_serif_family="Noto Sans JP",
    )
    return bytes(drawn)
