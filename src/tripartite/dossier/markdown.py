"""A dossier as Markdown, its notes as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tripartite.dossier.content import BREAK
from tripartite.dossier.notes import said
from tripartite.dossier.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.dossier.content import Dossier, Grid, Line

# What Markdown would read as markup. A bare "_" inside a word is none.
_SPECIAL: Final = re.compile(r"([\\`*\[\]<>|#])")
_SPACE: Final = re.compile(r"\s+")


def as_markdown(dossier: Dossier) -> str:
    """Return the dossier; footnotes are written as GitHub and Pandoc read them."""
    return "\n".join(_lines(dossier)).rstrip() + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    language = dossier.language
    yield f"# {_plain(dossier.title)}"
    kinds = f" · {_plain(dossier.kinds)}" if dossier.kinds else ""
    yield from ("", f"{text('dossier', language)}{kinds}", "")
    colon = text("colon", language)
    yield from (f"- **{_plain(name)}**{colon}{_plain(value)}" for name, value in dossier.facts)
    for section in dossier.sections:
        if section.key == "picture":
            continue
        yield from ("", f"## {_plain(section.title)}")
        if section.remark:
            yield from ("", f"*{_plain(section.remark)}*")
        if section.lines:
            yield ""
        yield from (f"- {_said(line)}" for line in section.lines)
        for grid in section.grids:
            yield from _table(grid)
    yield from ("", f"## {text('notes', language)}", "")
    for note in dossier.notes:
        verdict = f", {note.verdict}" if note.verdict else ""
        yield f"[^{note.number}]: {note.standing}{verdict} · {_plain(said(note, language))}"


def _table(grid: Grid) -> Iterator[str]:
    if grid.title:
        yield from ("", f"### {_plain(grid.title)}")
    if grid.lead:
        yield from ("", _said(grid.lead))
    yield from ("", _row(map(_plain, grid.columns)), _row("---" for _ in grid.columns))
    yield from (_row(map(_said, row)) for row in grid.rows)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _said(line: Line) -> str:
    return "".join(
        "<br>"
        if span.text == BREAK
        else _plain(span.text) + "".join(f"[^{number}]" for number in span.notes)
        for span in line
    )


def _plain(text_: str) -> str:
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text_))
