"""A picture as one HTML file: itself, its twin as a table, and the proof of each row."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from tripartite.curie import shorten
from tripartite.exports.footnotes import lines
from tripartite.messages import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.model import Cell, Table
    from tripartite.pictures.drawing import Drawing


_BROAD: Final = 'class="picture broad'  # a picture that a narrow window cannot hold


class _Cell(NamedTuple):
    """A cell's text, or the number of the note it leads to."""

    text: str
    note: int = 0


def as_page(drawing: Drawing, table: Table, language: str) -> str:
    """Return a page that needs nothing else: no script, no file, no network.

    Args:
        drawing: The picture.
        table: Its rows for people: labels for codes, claims cited.
        language: Of headings.
    """
    picture = drawing.write("svg")
    assert isinstance(picture, str)  # noqa: S101 (only png is bytes)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("tripartite.pictures")
    style = (folder.joinpath(name).read_text("utf-8") for name in ("page.css", "picture.css"))
    numbers = {c.claim: number for number, c in enumerate(table.citations, start=1)}
    return environment.from_string(folder.joinpath("page.html").read_text("utf-8")).render(
        drawing=drawing,
        language=language,
        style=Markup("".join(style)),  # noqa: S704 (our own)
        picture=Markup(picture),  # noqa: S704 (our own drawing, escaped as it was made)
        is_broad=_BROAD in picture,
        headings=[heading(name, language) for name in table.columns],
        rows=[[_cell(cell, numbers) for cell in row] for row in table.rows],
        notes=lines(table, language),
        words=lambda key: say(key, language),
    )


def heading(column: str, language: str) -> str:
    """Return what a person calls a column; its name where nobody has said."""
    key = f"column-{column}"
    return say(key, language) if key in LANGUAGES["en"] else column


def _cell(cell: Cell, numbers: Mapping[NamedNode, int]) -> _Cell:
    if isinstance(cell, NamedNode):
        return _Cell(shorten(cell), numbers.get(cell, 0))
    return _Cell(cell.value if isinstance(cell, Literal) else "")
