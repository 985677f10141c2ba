"""A dossier as PDF on A4, tagged and with its fonts, set by Typst."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import typst

from tripartite.dossier.content import runs
from tripartite.dossier.notes import said
from tripartite.dossier.words import text
from tripartite.pictures import fonts

if TYPE_CHECKING:
    from tripartite.dossier.content import Dossier, Grid, Line, Note, Span

# Fixed, so that the same dossier gives the same bytes.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_FIRST_JAPANESE: Final = "\u3000"


def as_pdf(dossier: Dossier) -> bytes:
    """Return a PDF that assistive software can read (PDF/UA-1), fonts embedded.

    Raises:
        MissingInputError: There is no Japanese font: its package is not installed.
    """
    template = files("tripartite.dossier").joinpath("dossier.typ").read_bytes()
    data = json.dumps(_data(dossier), ensure_ascii=False)
    shipped = typst.Fonts(include_system_fonts=False, font_paths=[fonts.folder()])
    compiler = typst.Compiler(template, font_paths=shipped, sys_inputs={"data": data})
    written = compiler.compile(format="pdf", timestamp=_CREATED, pdf_standards=["ua-1"])
    assert isinstance(written, bytes)  # noqa: S101 (one document is one file)
    return written


def _data(dossier: Dossier) -> dict[str, object]:
    words = {key: text(key, dossier.language) for key in ("dossier", "notes")}
    sections = [
        {
            "key": section.key,
            "title": section.title,
            "remark": section.remark,
            "picture": section.picture,
            "lines": [_line(line) for line in section.lines],
            "grids": [_grid(grid) for grid in section.grids],
        }
        for section in dossier.sections
    ]
    return {
        "language": dossier.language,
        "title": dossier.title,
        "kinds": dossier.kinds,
        "facts": dossier.facts,
        "words": words,
        "sections": sections,
        "notes": [_note(note, dossier.language) for note in dossier.notes],
    }


def _grid(grid: Grid) -> dict[str, object]:
    return {
        "title": grid.title,
        "lead": _line(grid.lead),
        "columns": grid.columns,
        "weights": grid.weights,
        "rows": [[_line(line) for line in row] for row in grid.rows],
    }


def _line(line: Line) -> list[dict[str, object]]:
    return [
        {"text": body, "tail": tail, "notes": runs(span.notes), "badge": span.badge}
        for span in line
        for body, tail in (_parted(span),)
    ]


def _parted(span: Span) -> tuple[str, str]:
    """Part the last letter from a text whose notes could else begin a line: a Japanese one."""
    last = span.text[-1:]
    if not span.notes or last < _FIRST_JAPANESE:
        return span.text, ""
    length = 1 if last.isalpha() else 2  # a bracket must not begin a line either
    return span.text[:-length], span.text[-length:]


def _note(note: Note, language: str) -> dict[str, object]:
    return {
        "number": note.number,
        "standing": note.standing,
        "badge": note.badge,
        "verdict": note.verdict,
        "text": said(note, language),
    }
