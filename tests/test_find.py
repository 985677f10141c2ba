"""Finding entities: exact names first, in both languages, and near spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from tests.tools.running import Command
    from tripartite import KnowledgeGraph


@pytest.mark.parametrize(
    ("text", "kind", "slug"),
    [
        ("Viet Nam", "country", "viet-nam"),
        ("ベトナム", "country", "viet-nam"),
        ("ILO", "body", "ilo"),
        ("ＩＬＯ", "body", "ilo"),
        ("厚生労働省", "body", "mhlw"),
        ("Ministry of Health, Labour and Welfare", "body", "mhlw"),
        ("Goverment of Japan", "body", "government-of-japan"),
        ("greener business asia", "project", "greener-business-asia"),
    ],
)
def test_the_best_match_comes_first(text: str, kind: str, slug: str, graph: KnowledgeGraph) -> None:
    assert graph.find(text).rows[0][0] == v.entity(kind, slug)


@pytest.mark.parametrize("word", ["児童", "労働", "日本"])
def test_two_characters_inside_a_japanese_name_are_found(word: str, graph: KnowledgeGraph) -> None:
    matched = [row[2] for row in graph.find(word).rows]

    assert matched
    assert all(isinstance(cell, Literal) and word in cell.value for cell in matched)


def test_no_entity_is_listed_twice_and_scores_fall(graph: KnowledgeGraph) -> None:
    rows = graph.find("Japan").rows

    scores = [float(row[3].value) for row in rows if isinstance(row[3], Literal)]
    assert len({row[0] for row in rows}) == len(rows) > 5
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0


def test_a_search_without_a_hit_is_empty_and_no_failure(command: Command) -> None:
    outcome = command("find", "zzzzzz", "-f", "csv")

    assert outcome.code == 0
    assert len(outcome.text.splitlines()) == 1
    assert outcome.stderr == "0 rows\n"


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_finds_nothing(text: str, graph: KnowledgeGraph) -> None:
    assert graph.find(text).rows == ()
