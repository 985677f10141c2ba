"""The figures of a dossier: the entity's, of what it does and of what is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.dossiers import lines
from tripartite.dossier.content import plain

if TYPE_CHECKING:
    from tests.tools.dossiers import Dossiers


def tables(dossiers: Dossiers, name: str, language: str = "en") -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of a dossier's figures as texts, by the title of their table."""
    sections = {section.key: section for section in dossiers(name, language).sections}
    return {
        grid.title: [tuple(map(plain, row)) for row in grid.rows]
        for grid in sections["figures"].grids
    }


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("fund:ssn", "Of what it does"),
        ("MHLW", "Of the works listed above, and of what they do"),
        (
            "country:philippines",
            "For areas struck by a disaster that struck it too (where they lie is not said)",
        ),
    ],
)
def test_what_was_allocated_after_the_typhoon_is_told(
    name: str, title: str, dossiers: Dossiers
) -> None:
    rows = tables(dossiers, name)[title]

    (printed,) = [row for row in rows if row[1] == "500,000 dollars"]
    (yen,) = [row for row in rows if row[1] == "about ¥50 million"]
    assert printed[0] == "allocation"
    assert printed[3] == "November 2013"
    assert printed[5].startswith("about Support for the areas struck by Typhoon Haiyan")
    assert "the giver is not said" in printed[5]
    assert printed[5].endswith("Asia and the Pacific (implied)")
    assert printed[-1] == "stated"
    assert "the same sum as 500,000 dollars" in yen[5]


@pytest.mark.parametrize(
    ("language", "allocated", "giver"),
    [
        ("en", "US$1 million", "from Ministry of Foreign Affairs"),
        ("ja", "100万米ドル", "拠出元：外務省"),
    ],
)
def test_a_country_has_the_figures_of_what_is_done_there(
    language: str, allocated: str, giver: str, dossiers: Dossiers
) -> None:
    found = tables(dossiers, "country:mauritania", language)

    rows = [row for each in found.values() for row in each]

    (sum_,) = [row for row in rows if row[1] == allocated]
    assert giver in sum_[5]
    assert [row[1] for row in rows if "54,957" in row[1] or "5万4,957" in row[1]] != []
    assert "" not in found  # none is of the country itself


def test_who_pays_for_a_work_stands_beside_it(dossiers: Dossiers) -> None:
    texts = [plain(line) for key, line in lines(dossiers("country:mauritania", "en"))]

    (work,) = [text for text in texts if "funded by" in text]

    assert "money from: Ministry of Foreign Affairs" in work
    assert "funded through: Supplementary Budget" in work


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_figure_is_told_twice(language: str, dossiers: Dossiers) -> None:
    for name in ("MHLW", "fund:ssn", "body:ilo", "country:japan", "country:lao-pdr"):
        section = next(s for s in dossiers(name, language).sections if s.key == "figures")

        notes = [row[1][0].notes for grid in section.grids for row in grid.rows]

        assert len(notes) == len(set(notes)) > 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "that the support was given is not said"),
        ("ja", "支援が実施されたとは述べられていない"),
    ],
)
def test_what_a_stage_leaves_open_is_said_beside_it(
    language: str, said: str, dossiers: Dossiers
) -> None:
    sections = {section.key: section for section in dossiers("MHLW", language).sections}

    titles = [
        grid.title
        for grid in sections["results"].grids
        for row in grid.rows
        if said in plain(row[-2])
    ]

    (title,) = titles
    assert title in (
        "Planned or provided for, not said to have been done",
        "計画又は措置されたもの（実施の記載がないもの）",
    )
