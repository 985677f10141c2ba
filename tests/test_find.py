"""Finding entities: exact names first, in both languages, and near spellings."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from tripartite import search
from tripartite import vocabulary as v
from tripartite.naming import fold, key, names
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph
    from tripartite.naming import Name

SMALL = EmbeddedStore.of(
    parse(
        """
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix body: <https://w3id.org/tripartite/body/> .
        @prefix fund: <https://w3id.org/tripartite/fund/> .
        body:cooperation rdfs:label "Organisation for Economic Co-operation"@en .
        body:labour rdfs:label "Labour centre"@en , "労働センター"@ja .
        body:programme rdfs:label "São Tomé Programme & Fund"@en , "サン・トメ計画"@ja .
        body:one rdfs:label "Harbour"@en . body:two skos:altLabel "Harbour"@en .
        body:three rdfs:label "Harbour board"@en . body:four rdfs:label "The harbour"@en .
        body:five rdfs:label "Board of the harbour"@en . body:six rdfs:label "港湾局"@ja .
        """,
        format=RdfFormat.TURTLE,
    )
)
SLIPS = 200
SLIPPABLE = 6


def slugs(store: EmbeddedStore, text: str) -> list[str]:
    """Return the local names of what is found, best first."""
    return [hit.iri.value.rpartition("/")[2] for hit in search.find(store, text)]


@pytest.mark.parametrize(
    ("text", "kind", "slug"),
    [
        ("Viet Nam", "country", "viet-nam"),
        ("ベトナム", "country", "viet-nam"),
        ("VN", "country", "viet-nam"),
        ("ILO", "body", "ilo"),
        ("ＩＬＯ", "body", "ilo"),
        ("XM-DAC-41302", "body", "ilo"),
        ("厚生労働省", "body", "mhlw"),
        ("厚労省", "body", "mhlw"),
        ("MHLW", "body", "mhlw"),
        ("mhlw", "body", "mhlw"),
        ("児童", "people", "children"),
        ("日本", "country", "japan"),
        ("labour inspection", "theme", "labour-inspection"),
        ("labor inspection", "theme", "labour-inspection"),
        ("Labor Organisation, International", "body", "ilo"),
        ("マルチバイ事業", "programme", "multi-bilateral"),
        ("マルチ・バイ事業", "programme", "multi-bilateral"),
        ("ｱｾｱﾝ", "body", "asean"),
        ("Ministry of Health, Labour and Welfare", "body", "mhlw"),
        ("Ministry of Health Labor and Welfare", "body", "mhlw"),
        ("Goverment of Japan", "body", "government-of-japan"),
        ("厚生労動省", "body", "mhlw"),
        ("greener business asia", "project", "greener-business-asia"),
        ("16020", "dac", "16020"),
    ],
)
def test_the_best_match_comes_first(text: str, kind: str, slug: str, graph: KnowledgeGraph) -> None:
    assert graph.find(text).rows[0][0] == v.entity(kind, slug)


@pytest.mark.parametrize("word", ["児童", "労働", "日本", "省", "働"])
def test_characters_inside_a_japanese_name_are_found(word: str, graph: KnowledgeGraph) -> None:
    matched = [row[3] for row in graph.find(word).rows]

    assert matched
    assert all(isinstance(cell, Literal) and word in cell.value for cell in matched)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("labor center", ["labour"]),
        ("organization cooperation", ["cooperation"]),
        ("co-operation", ["cooperation"]),
        ("sao tome", ["programme"]),
        ("São Tomé program and fund", ["programme"]),
        ("サントメ", ["programme"]),
        ("ｻﾝ･ﾄﾒ", ["programme"]),
        ("センター", ["labour"]),
        ("ター", ["labour"]),
        ("湾", ["six"]),
        ("conomi", ["cooperation"]),
        ("Harbour", ["one", "two", "three", "four", "five"]),
        ("harbor bo", ["three", "five"]),
    ],
)
def test_spelling_accents_width_and_dots_do_not_count(text: str, found: list[str]) -> None:
    assert slugs(SMALL, text) == found


def test_no_entity_is_listed_twice_and_scores_fall(graph: KnowledgeGraph) -> None:
    rows = graph.find("Japan").rows

    scores = [float(row[4].value) for row in rows if isinstance(row[4], Literal)]
    assert len({row[0] for row in rows}) == len(rows) > 5
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0


def test_a_hit_tells_what_kind_of_thing_it_is(graph: KnowledgeGraph) -> None:
    rows = search.table(graph.store, "日本", "ja").rows

    kinds = {row[0]: row[2] for row in rows}
    assert kinds[v.entity("country", "japan")] == Literal("国")
    assert kinds[v.entity("body", "government-of-japan")] == Literal("政府")


def test_a_code_is_of_the_kind_of_its_list(graph: KnowledgeGraph) -> None:
    assert graph.find("labour inspection").rows[0][2] == Literal("theme")


def test_each_name_finds_its_entity_or_another_of_that_name_first(graph: KnowledgeGraph) -> None:
    every = tuple(names(graph.store))
    bearers = _bearers(every)

    wrong = [
        name.text
        for name in _seeded().sample(every, 300)
        if search.find(graph.store, name.text)[0].iri not in bearers[fold(name.text)]
    ]

    assert wrong == []


def test_a_slip_in_a_name_still_finds_it(graph: KnowledgeGraph) -> None:
    every = [name for name in names(graph.store) if len(key(name.text)) >= SLIPPABLE]
    bearers = _bearers(every)

    drawn = _seeded()
    lost = []
    for name in drawn.sample(every, SLIPS):
        wrong = _slip(name.text, drawn)
        found = {hit.iri for hit in search.find(graph.store, wrong)[:5]}
        if not found & bearers[fold(name.text)]:
            lost.append((name.text, wrong))

    assert lost == []


def _seeded() -> random.Random:
    return random.Random(11)  # noqa: S311 (a sample that is the same each time, no secret)


def _bearers(every: Iterable[Name]) -> dict[str, set[NamedNode]]:
    found: dict[str, set[NamedNode]] = {}
    for name in every:
        found.setdefault(fold(name.text), set()).add(name.iri)
    return found


def _slip(text: str, drawn: random.Random) -> str:
    """Return the text with one letter left out, doubled, changed or swapped with the next."""
    at = drawn.randrange(1, len(text) - 1)
    letter = drawn.choice(string.ascii_lowercase)
    return drawn.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def test_a_search_without_a_hit_is_empty_and_no_failure(command: Command) -> None:
    outcome = command("find", "zzzzzz", "-f", "csv")

    assert outcome.code == 0
    assert len(outcome.text.splitlines()) == 1
    assert outcome.stderr == "0 rows\n"


@pytest.mark.parametrize("text", ["", "   ", "・", "…", "🙂", '"', "*", "^ - +", "()", "x" * 5000])
def test_nothing_finds_nothing(text: str, graph: KnowledgeGraph) -> None:
    assert graph.find(text).rows == ()


@pytest.mark.parametrize(
    "text",
    [
        'Japan" OR "Laos',
        "Japan NEAR(Laos)",
        "tokens:Japan",
        "Japan*",
        "-Japan",
        "^Japan",
        "'; DROP TABLE name; --",
        "Japan\x00",
        "\udcff\udcfe",
        "a " * 400,
        "労" * 900,
    ],
)
def test_a_search_is_never_a_query_of_the_index(text: str, graph: KnowledgeGraph) -> None:
    before = len(graph.find("Japan").rows)

    graph.find(text)

    assert len(graph.find("Japan").rows) == before > 5


def test_words_that_ask_for_an_operator_are_words(graph: KnowledgeGraph) -> None:
    found = graph.find("workers AND employers").rows

    assert found
    assert all("and" in str(row[3]).casefold() for row in found)


@given(st.text(max_size=60))
def test_any_text_is_answered_in_order(text: str) -> None:
    hits = search.find(SMALL, text)

    ranked = [(-hit.score, hit.matched, str(hit.iri)) for hit in hits]
    assert ranked == sorted(ranked)
    assert len({hit.iri for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 1 for hit in hits)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.data())
def test_a_part_of_a_name_finds_it(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(names(SMALL), key=str)))
    searched = key(name.text)
    start = data.draw(st.integers(0, len(searched) - 1))
    part = searched[start : data.draw(st.integers(start + 1, len(searched)))]

    found = {hit.iri for hit in search.find(SMALL, part)}

    begins_a_word = bool(part.strip()) and f" {part.strip()}" in f" {searched}"
    assert name.iri in found or not begins_a_word


@given(st.sampled_from(["Harbour", "harbour", "ＨＡＲＢＯＵＲ", "harbor"]))
def test_a_label_comes_before_an_alias_that_is_the_same(text: str) -> None:
    assert slugs(SMALL, text)[:2] == ["one", "two"]
