"""The pages of a dossier on paper: nothing stands between a heading and what it heads."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pypdf
import pytest

from tripartite.dossier.writing import write

if TYPE_CHECKING:
    from tests.tools.dossiers import Dossiers
    from tripartite.dossier.content import Dossier

_HEADING = 13  # points; of a heading of a section
_ROOM = 70  # points that must be left above the foot for what follows a heading
_FOOT = 57  # points; the margin


class Heading(NamedTuple):
    """A heading of a section where it stands: the page, and points above the sheet's foot."""

    page: int
    height: float
    text: str


def headings(dossier: Dossier) -> list[Heading]:
    """Return what is printed as large as a heading, by its place on the pages."""
    data = write(dossier, "pdf")
    assert isinstance(data, bytes)
    found: dict[tuple[int, float], str] = {}
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):

        def visit(
            text: str,
            cm: list[float],
            _tm: list[float],
            _font: object,
            size: float,
            number: int = number,
        ) -> None:
            if text.strip() and size == _HEADING and cm[0] == 1:
                key = (number, -cm[5])
                found[key] = found.get(key, "") + text.strip()

        page.extract_text(visitor_text=visit)
    return [Heading(page, -low, text) for (page, low), text in sorted(found.items())]


@pytest.mark.parametrize(
    ("name", "language"),
    [("MHLW", "ja"), ("MHLW", "en"), ("fund:ssn", "ja"), ("country:viet-nam", "en")],
)
def test_sections_stand_one_after_the_other(name: str, language: str, dossiers: Dossiers) -> None:
    dossier = dossiers(name, language)

    found = headings(dossier)

    titles = ["".join(section.title.split()) for section in dossier.sections]
    assert ["".join(heading.text.split()) for heading in found][:-1] == titles
    assert [h.text for h in found if h.height < _FOOT + _ROOM] == []
    assert all(a.page < b.page or a.height > b.height for a, b in pairwise(found))
