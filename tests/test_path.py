"""Paths between entities: which, in what order, said how, and proved by what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools import networks
from tripartite import KnowledgeGraph
from tripartite.network import english, japanese, routes
from tripartite.network.answer import COLUMNS, Question
from tripartite.network.phrasing import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

_EVERY = "every path between them in this network passes"
NODES = st.integers(min_value=0, max_value=7)
EDGES = st.lists(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]), max_size=16)


def ways(graph: KnowledgeGraph, question: Question) -> list[list[str]]:
    """Return the labels of the nodes that each path passes."""
    found: dict[str, dict[str, str]] = {}
    for row in networks.rows(graph.path(question).table):
        steps = found.setdefault(row["path"], {"0": row["fromLabel"]})
        steps[row["step"]] = row["toLabel"]
    return [list(steps.values()) for steps in found.values()]


def said(graph: KnowledgeGraph, question: Question) -> list[str]:
    return list(dict.fromkeys(row["sentence"] for row in networks.rows(graph.path(question).table)))


def test_all_shortest_paths_are_found_those_of_stated_steps_first(small: KnowledgeGraph) -> None:
    assert ways(small, Question("Alpha", "Delta")) == [
        ["Alpha", "Beta", "Delta"],
        ["Alpha", "Gamma", "Delta"],
    ]


def test_every_path_of_so_many_steps_is_found_the_shortest_first(small: KnowledgeGraph) -> None:
    assert ways(small, Question("Hotel", "Gamma", max_hops=3)) == [
        ["Hotel", "Beta", "Alpha", "Gamma"],
        ["Hotel", "Beta", "Delta", "Gamma"],
    ]
    assert len(ways(small, Question("Alpha", "Beta", max_hops=3))) == 2


def test_what_is_avoided_is_passed_by(small: KnowledgeGraph) -> None:
    assert ways(small, Question("Alpha", "Delta", avoid=("Beta",))) == [["Alpha", "Gamma", "Delta"]]


def test_a_step_says_its_direction_and_reads_from_where_the_reader_stands(
    small: KnowledgeGraph,
) -> None:
    there = networks.rows(small.path(Question("Foxtrot", "Echo")).table)[0]
    back = networks.rows(small.path(Question("Echo", "Foxtrot")).table)[0]

    assert (there["direction"], there["sentence"]) == ("→", "Foxtrot is located in Echo.")
    assert (back["direction"], back["sentence"]) == ("←", "Echo is where Foxtrot is located.")
    assert there["claim"] == back["claim"]


def test_a_step_gives_each_relation_and_each_claim(small: KnowledgeGraph) -> None:
    found = networks.rows(small.path(Question("Alpha", "Beta")).table)

    assert [(row["sentence"], row["standing"].rpartition("/")[2]) for row in found] == [
        ("Alpha works with Beta.", "stated"),
        ("Alpha works with Beta.", "editorial"),
        ("Alpha receives money from Beta (gift: about US$5,000, 2011).", "stated"),
    ]


def test_a_post_is_said_by_its_role(small: KnowledgeGraph) -> None:
    assert said(small, Question("Hotel", "Beta")) == ["Hotel serves as chair at Beta."]
    assert said(small, Question("Beta", "Hotel")) == ["Beta has Hotel serving as chair."]


def test_japanese_is_said_in_japanese(small_folder: Path) -> None:
    graph = KnowledgeGraph.open(str(small_folder), language="ja")

    assert said(graph, Question("ホテル", "デルタ")) == [
        "ホテルはベータの議長を務めている。",
        "ベータは「デルタ」に資金を提供している。",
    ]
    assert "アルファはベータから資金の提供を受けている（贈与：約5,000米ドル、2011年）。" in said(
        graph, Question("アルファ", "ベータ")
    )


def test_a_topic_may_be_an_end_but_is_not_passed_unless_asked(small: KnowledgeGraph) -> None:
    assert ways(small, Question("Juliet", "Mike")) == [["Juliet", "Mike"]]
    assert ways(small, Question("Juliet", "Delta")) == []
    assert ways(small, Question("Juliet", "Delta", extras=("topics",))) == [
        ["Juliet", "Mike", "Delta"]
    ]


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        (
            Question("Golf", "Alpha"),
            (
                "no path between Golf and Alpha",
                "Golf has no relation in this network",
                "with --include implied the shortest path has 1 step",
            ),
        ),
        (
            Question("Juliet", "Delta"),
            (
                "no path between Juliet and Delta",
                "Juliet has no relation in this network",
                "with --include implied --with topics the shortest path has 2 steps",
            ),
        ),
        (
            Question("Foxtrot", "Delta"),
            (f"{_EVERY} Echo (2 neighbours)",),
        ),
        (
            Question("Alpha", "Delta", max_hops=1),
            ("no path is so short: the shortest has 2 steps",),
        ),
        (
            Question("Alpha", "Delta", most=1),
            ("there are more paths: these are 1; --max-paths gives more",),
        ),
        (
            Question("Alpha", "Delta", avoid=("Beta",)),
            (f"apart from what is avoided, {_EVERY} Gamma (2 neighbours)",),
        ),
        (
            Question("Hotel", "Mike"),
            (f"{_EVERY} Delta (4 neighbours)",),
        ),
        (Question("Alpha", "Delta"), ()),
    ],
    ids=["implied", "topics", "only way", "too short", "cut", "avoided", "hub", "nothing to add"],
)
def test_a_note_helps_only_where_it_is_true(
    small: KnowledgeGraph, question: Question, notes: tuple[str, ...]
) -> None:
    found = small.path(question).table.notes

    assert found == notes


def test_a_cut_answer_is_as_long_as_asked_and_does_not_exit_with_0(command: Command) -> None:
    outcome = command(
        "path", "Japan", "Cambodia", "--max-hops", "4", "--max-paths", "3", "-f", "csv"
    )

    assert outcome.code == 4
    assert {line.partition(",")[0] for line in outcome.text.splitlines()[1:]} == {"1", "2", "3"}
    assert "there are more paths" in outcome.stderr


def test_no_path_is_no_error(command: Command) -> None:
    outcome = command("path", "body:un-organizations", "MHLW", "-f", "json")

    assert outcome.code == 0
    assert outcome.json["rows"] == []
    assert outcome.json["notes"][0].startswith("no path between UN organizations and Ministry")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["MHLW", "厚生労働省"], "'MHLW' and '厚生労働省' are one entity"),
        (["MHLW", "Cambodja"], "no entity is named 'Cambodja'; did you mean 'Cambodia'?"),
        (["MHLW", "figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["MHLW", "claim:brochure-gbee"], "is no node of the network"),
        (["MHLW", "ILO", "--avoid", "ILO"], "'ILO' is an end of the path"),
        (["MHLW", "ILO", "--include", "implied,statd"], "no claims are 'statd'"),
        (["MHLW", "ILO", "--with", "topic"], "did you mean 'topics'?"),
        (["MHLW", "ILO", "--max-hops", "0"], "--max-hops"),
        (["MHLW"], "END"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("path", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert message in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_an_ambiguous_end_lists_the_candidates(tmp_path: Path, command: Command) -> None:
    small_folder = networks.write(tmp_path)
    labels = small_folder / "data" / "entities" / "small.ttl"
    labels.write_text(labels.read_text(encoding="utf-8").replace('"Gamma"', '"Beta"'))

    outcome = command("path", "Alpha", "Beta", "--store", str(small_folder))

    assert outcome.code == 2
    assert "body:beta, body:gamma" in outcome.stderr


# What the documents say, read by hand.


def test_the_ministry_and_cambodian_construction_are_joined_by_what_is_implied(
    graph: KnowledgeGraph,
) -> None:
    found = networks.rows(graph.path(Question("MHLW", "construction", include=("implied",))).table)

    assert [
        (row["standing"].rpartition("/")[2], row["claim"].rpartition("/")[2]) for row in found
    ] == [("implied", "government-support-atd9"), ("stated", "government-support-ejn4")]
    assert "Construction Sector in Cambodia" in found[0]["toLabel"]


def test_a_way_around_is_as_long_as_the_note_says(graph: KnowledgeGraph) -> None:
    question = Question("MHLW", "project:osh-construction-cambodia", avoid=("Japan",))
    avoiding = question._replace(avoid=("Japan", "partnership:japan-ilo"))

    *_, note = graph.path(question).table.notes

    assert note.endswith("(--avoid partnership:japan-ilo) the shortest has 5 steps")
    assert {len(way) for way in ways(graph, avoiding)} == {6}


def test_what_joins_few_is_no_hub(graph: KnowledgeGraph) -> None:
    question = Question("MHLW", "construction", include=("implied",))

    assert graph.path(question).table.notes == ()


def test_by_default_the_ministry_reaches_the_project_only_through_the_country(
    graph: KnowledgeGraph,
) -> None:
    reply = graph.path(Question("MHLW", "project:osh-construction-cambodia"))

    assert {row["fromLabel"] for row in networks.rows(reply.table) if row["step"] == "4"} == {
        "Cambodia"
    }
    assert "with --include implied the shortest path has 1 step" in reply.table.notes
    assert any(note.endswith("passes Cambodia (5 neighbours)") for note in reply.table.notes)


def test_the_two_who_signed_are_joined_by_the_signing(graph: KnowledgeGraph) -> None:
    assert ways(graph, Question("Guy Ryder", "Yasuhisa Shiozaki")) == [
        [
            "Guy Ryder",
            "Signing of the Memorandum of Cooperation between the ILO and Japan",
            "Yasuhisa Shiozaki",
        ]
    ]


def test_with_the_documents_the_words_stand_below(command: Command, shared: Path) -> None:
    documents = str(shared / "documents")

    outcome = command("path", "MOFA", "Mbera Refugee Camp", "-f", "table", "--documents", documents)

    assert outcome.code == 0
    assert "   1.4  Bassikounou is where Mbera Refugee Camp is located.  stated [4]" in outcome.text
    assert "[4] stated · government-support" in outcome.text
    assert "“Mbera Refugee Camp”" in outcome.text


def test_a_person_reads_each_sentence_once_with_all_its_proof(command: Command) -> None:
    outcome = command("path", "MHLW", "ILO", "-f", "table")

    lines = outcome.text.splitlines()
    assert (
        lines[0] == "1. Ministry of Health, Labour and Welfare — International Labour Organization"
    )
    assert len(set(lines[1:3])) == 2
    assert [line.partition("  stated ")[2] for line in lines[1:3]] == ["[1]", "[2]"]
    assert lines[-1] == "2 rows"


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_an_inferred_step_shows_its_derivation_and_that_its_premises(
    form: str, command: Command
) -> None:
    outcome = command("path", "partnership:japan-ilo", "Cambodia", "-f", form)

    notes = [line for line in outcome.text.splitlines() if line.startswith(("[", "[^"))]
    assert outcome.code == 0
    assert sum("by rule" in note for note in notes) == 1
    assert len(notes) >= 4
    assert outcome.text.count("technical assistance") == 1


# Properties.


def test_both_languages_give_the_same_paths(project: Path) -> None:
    texts = {"fromLabel", "relationLabel", "toLabel", "sentence", "detail"}
    question = Question("body:mhlw", "country:viet-nam", include=("implied",), max_hops=3)

    found = [
        {
            tuple(row[name] for name in COLUMNS if name not in texts and name != "path")
            for row in one
        }
        for one in (
            networks.rows(KnowledgeGraph.open(str(project), language=language).path(question).table)
            for language in ("en", "ja")
        )
    ]

    assert len(found[0]) > 10
    assert found[0] == found[1]


@settings(max_examples=60)
@given(data=st.data())
def test_each_step_of_a_path_is_an_edge_with_a_claim(
    data: st.DataObject, whole: tuple[Any, Any]
) -> None:
    network, simple = whole
    start, end = (data.draw(st.sampled_from(sorted(simple))) for _ in range(2))

    found = routes.routes(simple, start, end, None, 50)

    assert found.shortest == (
        nx.shortest_path_length(simple, start, end) if nx.has_path(simple, start, end) else None
    )
    for way in found.ways:
        assert len(way) == (found.shortest or 0) + 1
        assert (way[0], way[-1]) == (start, end)
        for one, two in pairwise(way):
            edges = [network.get_edge_data(*pair) or {} for pair in ((one, two), (two, one))]
            claims = [edge["claims"] for found in edges for edge in found.values()]
            assert claims
            assert all(claims)


@pytest.fixture(scope="module")
def whole(graph: KnowledgeGraph) -> tuple[Any, Any]:
    network = graph.network(include=["implied"])
    return network, routes.simple(network)


@given(edges=EDGES, start=NODES, end=NODES, hops=st.integers(min_value=1, max_value=5))
def test_paths_of_so_many_steps_are_those_that_networkx_lists(
    edges: list[tuple[int, int]], start: int, end: int, hops: int
) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((str(start), str(end)))
    graph.add_edges_from((str(one), str(two)) for one, two in edges)
    if start == end:
        return

    found = routes.routes(graph, str(start), str(end), hops, 1000)

    assert sorted(found.ways) == sorted(
        map(tuple, nx.all_simple_paths(graph, str(start), str(end), cutoff=hops))
    )
    assert [len(way) for way in found.ways] == sorted(len(way) for way in found.ways)
    assert not found.is_cut


# Sentences.


def test_both_languages_have_the_same_sentences() -> None:
    assert english.ENGLISH.keys() == japanese.JAPANESE.keys()
    assert english.MEASURES.keys() == japanese.MEASURES.keys()


@pytest.mark.parametrize("texts", [english.ENGLISH, japanese.JAPANESE], ids=["en", "ja"])
def test_a_sentence_names_both_ends(texts: dict[str, tuple[str, str]]) -> None:
    wrong = [
        said
        for pair in texts.values()
        for said in pair
        if not ({"{a}", "{b}"} <= {part + "}" for part in said.replace("{", "}{").split("}")})
    ]

    assert len(texts) > 60
    assert wrong == []


def test_every_relation_between_entities_has_a_sentence_of_its_own(graph: KnowledgeGraph) -> None:
    extras = ("results", "topics", "background")
    network = graph.network(include=["implied", "disputed"], extras=extras)
    phrases = {edge["phrase"] for *_, edge in network.edges(data=True)}

    assert len(phrases) > 50
    # A post limited to a place is the one relation left to the label of its property.
    assert phrases - english.ENGLISH.keys() == set()
    assert "other" in phrases


def test_a_relation_without_a_sentence_is_said_by_its_label(graph: KnowledgeGraph) -> None:
    network = graph.network()
    edge = {"phrase": "unheard-of", "forward": True, "detail": "", "label": "watches"}
    ends = ("https://w3id.org/tripartite/body/mhlw", "https://w3id.org/tripartite/body/ilo")

    said = sentence(network, *ends, edge, "en")

    assert (
        said
        == "Ministry of Health, Labour and Welfare – watches: International Labour Organization."
    )
