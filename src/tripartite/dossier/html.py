"""A dossier as one HTML file that needs nothing else: for the screen and for paper."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tripartite.dossier.content import BREAK, runs
from tripartite.dossier.notes import said
from tripartite.dossier.words import text

if TYPE_CHECKING:
    from tripartite.dossier.content import Dossier


def as_html(dossier: Dossier) -> str:
    """Return the page; every note has a link back to where it is first needed."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("tripartite.dossier")
    sheets = folder.joinpath("dossier.css"), files("tripartite.pictures").joinpath("picture.css")
    style = "".join(sheet.read_text("utf-8") for sheet in sheets)
    template = environment.from_string(folder.joinpath("dossier.html").read_text("utf-8"))
    language = dossier.language
    return template.render(
        d=dossier,
        style=Markup(style),  # noqa: S704 (our own)
        drawn=Markup,  # our own drawings
        words=lambda key: text(key, language),
        said=lambda note: said(note, language),
        runs=runs,
        line_break=BREAK,
    )
