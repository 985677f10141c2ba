"""Each name and value of a dossier bears the standing of the claims that prove it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pypdf
import pytest

from tests.tools.dossiers import KINDS
from tripartite import vocabulary as v
from tripartite.curie import expand
from tripartite.dossier.content import plain
from tripartite.dossier.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tools.dossiers import Dossiers
    from tripartite import KnowledgeGraph
    from tripartite.dossier.content import Dossier, Line

NAMES = (
    *KINDS.values(),
    *("body:ilo", "body:mofa", "body:government-of-japan", "body:asean", "body:jica"),
    *("country:cambodia", "country:mauritania", "country:philippines", "country:lao-pdr"),
    *("fund:un-trust-fund-human-security", "channel:voluntary-contributions"),
    *("project:osh-asia", "project:mauritania-refugees", "project:unemployment-insurance-asean"),
    *("partnership:japan-ilo", "theme:social-protection", "theme:employment"),
)
_SUREST = ("stated", "editorial", "inferred", "implied")
_EXPLAINED = "tensions"  # its leads are ours; what each claim says is a row of its own


def shown(dossier: Dossier, standing: str) -> Iterator[tuple[str, str, tuple[int, ...], str]]:
    """Yield section, text, notes and the mark that a reader sees of each text with notes.

    The mark behind a text is its own; without one the row's column or the sentence's end speaks
    for it, and where there is none it is stated.
    """
    for section in dossier.sections:
        for line in section.lines:
            yield from _marks(section.key, line, _last(line) or "stated")
        for grid in section.grids:
            has_column = standing in grid.columns
            for row in grid.rows:
                of_row = _last(row[-1]) if has_column else "stated"
                for cell in row[: -1 if has_column else None]:
                    yield from _marks(section.key, cell, of_row)


def _marks(key: str, line: Line, else_: str) -> Iterator[tuple[str, str, tuple[int, ...], str]]:
    for place, span in enumerate(line):
        if span.notes:
            behind = line[place + 1 : place + 3]
            is_marked = len(behind) > 1 and behind[0].text in (" (", "（") and behind[1].badge
            badge = behind[1].badge if is_marked else ""
            yield key, span.text, span.notes, badge or else_


def _last(line: Line) -> str:
    return next((span.badge for span in line if span.badge), "")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", NAMES)
def test_a_value_bears_the_standing_of_its_claims(
    name: str, language: str, dossiers: Dossiers, graph: KnowledgeGraph
) -> None:
    dossier = dossiers(name, language)
    claims = {note.number: expand(note.claim) for note in dossier.notes}
    column = {"en": "Standing", "ja": "区分"}[language]

    def expected(notes: tuple[int, ...]) -> str:
        every = [claim for number in notes if (claim := claims[number])]
        accepted = [c for c in every if not graph.store.objects(c, v.VERDICT)]
        found = {str(graph.store.objects(c, v.STANDING)[0]) for c in accepted or every}
        return next(code for code in _SUREST if str(v.entity("standing", code)) in found)

    said = [row for row in shown(dossier, column) if row[0] != "gaps"]

    assert said
    assert [(*row, expected(row[2])) for row in said if row[3] != expected(row[2])] == []


def test_the_sample_has_every_standing(dossiers: Dossiers) -> None:
    marks = {row[3] for name in KINDS.values() for row in shown(dossiers(name, "en"), "Standing")}

    assert marks == set(_SUREST)


@pytest.mark.parametrize(
    ("language", "marked", "plain_"),
    [
        (
            "en",
            "belongs to the Government of Japan (editorial).",
            "The Ministry of Health, Labour and Welfare belongs to Japan.",
        ),
        ("ja", "日本政府に属している（編集上）。", "厚生労働省は日本に属している。"),
    ],
)
@pytest.mark.parametrize("form", ["markdown", "html", "pdf", "xlsx"])
def test_two_standings_are_two_sentences(
    form: str, language: str, marked: str, plain_: str, dossiers: Dossiers
) -> None:
    text = read(write(dossiers("MHLW", language), form), form)

    assert re.sub(r"\s", "", marked) in text
    assert re.sub(r"\s", "", plain_) in text


def read(data: str | bytes, form: str) -> str:
    """Return the text of a dossier without notes, markup and blanks."""
    if isinstance(data, bytes):
        if form == "pdf":
            reader = pypdf.PdfReader(io.BytesIO(data))
            said = "".join(page.extract_text() for page in reader.pages)
        else:
            book = openpyxl.load_workbook(io.BytesIO(data))
            said = "".join(
                str(cell)
                for sheet in book
                for row in sheet.iter_rows(values_only=True)
                for cell in row
            )
    else:
        said = re.sub(r"\[\^\d+\]", "", re.sub(r"<[^>]+>", "", re.sub("<sup>.*?</sup>", "", data)))
    text = re.sub(r"\s", "", said)
    # In a PDF the numbers of notes stand in the text.
    return re.sub(r"(?<=[a-z\u3040-\u9fff])\d+(?:[,\u2013]\d+)*(?=[.(。（に])", "", text)


def test_the_values_of_one_row_keep_their_own(dossiers: Dossiers) -> None:
    sections = {section.key: section for section in dossiers("MHLW", "en").sections}

    rows = [tuple(map(plain, row)) for row in sections["activities"].grids[0].rows]

    (where,) = [row[2] for row in rows if row[0] == "ILO/Japan Multi-bilateral Programme"]
    assert where.startswith("implemented in: Asia and the Pacific (implied)\n")
    assert "covers: Asia and the Pacific" in where
