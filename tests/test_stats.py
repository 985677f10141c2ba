"""What the network hangs on: known answers on a small network, read by hand on the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import networks
from tests.tools.running import process
from tripartite import KnowledgeGraph
from tripartite.network import measures
from tripartite.network.statistics import RANKINGS, Asked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

NODES = st.integers(min_value=0, max_value=9)
GRAPHS = st.lists(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]), max_size=18)


def values(graph: KnowledgeGraph, asked: Asked) -> list[tuple[str, str]]:
    return [(row["entityLabel"], row["value"]) for row in networks.rows(graph.stats(asked).table)]


def test_the_whole_is_measured_first(small: KnowledgeGraph) -> None:
    found = networks.rows(small.stats(Asked()).table)

    assert {row["measure"]: row["value"] for row in found if row["entity"] is None} == {
        "entities": "10",
        "pairs": "7",
        "parts": "4",
        "largest-part": "7",
        "diameter": "4",
        "distance": "2.1",
    }


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("degree", [("Delta", "3"), ("Beta", "3"), ("Alpha", "2"), ("Gamma", "2"), ("Echo", "2")]),
        ("cut-off", [("Delta", "2"), ("Beta", "1"), ("Echo", "1")]),
        ("broken-pairs", [("Delta", "8"), ("Beta", "5"), ("Echo", "5")]),
        ("bridge", [("Delta", "2")]),
        ("isolated", [("Golf", "0"), ("India body", "0"), ("Juliet", "0")]),
    ],
)
def test_a_small_network_has_the_known_answers(
    small: KnowledgeGraph, measure: str, expected: list[tuple[str, str]]
) -> None:
    found = values(small, Asked(only=(measure,)))[: len(expected)]

    assert sorted(found) == sorted(expected)
    assert [value for _, value in found] == [value for _, value in expected]


def test_who_would_be_cut_off_is_named(small: KnowledgeGraph) -> None:
    (row,) = (
        row
        for row in networks.rows(small.stats(Asked("Delta")).table)
        if row["measure"] == "cut-off"
    )

    assert row["others"] == "country:echo locality:foxtrot"
    assert row["reading"] == "Without Delta, the rest loses 2: Echo; Foxtrot."


def test_who_holds_nothing_is_said_to_hold_nothing(small: KnowledgeGraph) -> None:
    found = {row["measure"]: row for row in networks.rows(small.stats(Asked("Alpha")).table)}

    assert found["cut-off"]["value"] == "0"
    assert found["cut-off"]["reading"] == "Without Alpha, nothing else loses its connection."
    assert found["degree"]["reading"] == "Alpha is directly related to 2: Beta; Gamma."
    assert "broken-pairs" not in found


def test_a_person_sees_all_measures_of_one_entity(graph: KnowledgeGraph) -> None:
    reply = graph.stats(Asked("Medeleine Jones", include=("implied",)))

    assert len(reply.brief.rows) == len(reply.table.rows) >= 4
    assert reply.brief.notes == ()


def test_a_measure_of_one_entity_keeps_its_rank_among_all(small: KnowledgeGraph) -> None:
    found = {
        row["measure"]: row["rank"] for row in networks.rows(small.stats(Asked("Alpha")).table)
    }

    assert found["degree"] == "3"  # after Beta and Delta, beside Gamma and Echo


def test_isolation_says_whether_an_implied_claim_would_end_it(small: KnowledgeGraph) -> None:
    found = {
        row["entityLabel"]: row
        for row in networks.rows(small.stats(Asked(only=("isolated",))).table)
    }

    assert (
        found["Golf"]["reading"] == "Golf is related to others only with --include implied: Alpha."
    )
    assert found["Juliet"]["reading"] == "Juliet has no relation to any other entity."
    assert ("Golf", "0") not in values(small, Asked(only=("isolated",), include=("implied",)))


def test_a_topic_is_measured_when_it_is_named(small: KnowledgeGraph) -> None:
    found = {
        row["measure"]: row["value"] for row in networks.rows(small.stats(Asked("Mike")).table)
    }

    assert found["degree"] == "2"


def test_readings_are_in_japanese_too(small_folder: Path) -> None:
    graph = KnowledgeGraph.open(str(small_folder), language="ja")

    found = {
        row["measure"]: row["reading"] for row in networks.rows(graph.stats(Asked("デルタ")).table)
    }

    assert (
        found["cut-off"]
        == "デルタがなければ、2件が残りとのつながりを失う：エコー、フォックストロット。"
    )
    assert found["broken-pairs"] == "デルタがなければ、ほかの項目の8組の間に経路がなくなる。"


def test_both_languages_have_the_same_values(project: Path) -> None:
    english, japanese = (
        [
            tuple(row[name] for name in ("measure", "rank", "entity", "value", "others"))
            for row in networks.rows(
                KnowledgeGraph.open(str(project), language=language).stats(Asked()).table
            )
        ]
        for language in ("en", "ja")
    )

    assert len(english) > 400
    assert english == japanese


@pytest.mark.slow
def test_the_answer_does_not_depend_on_the_order_of_sets(project: Path) -> None:
    first, second = (
        process(
            *("stats", "--store", str(project), "-f", "csv"), environment={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    )

    assert first
    assert first == second


def test_a_ranking_is_cut_only_for_people_or_when_asked(command: Command) -> None:
    for_people = command("stats", "--only", "degree", "-f", "markdown")
    asked = command("stats", "--only", "degree", "--top", "2", "-f", "csv")
    everything = command("stats", "--only", "degree", "-f", "csv")

    assert "each ranking shows its first 5" in for_people.stderr
    assert "each ranking" not in asked.stderr + everything.stderr
    assert len(asked.text.splitlines()) == 3
    assert len(everything.text.splitlines()) > 150


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Japn"], "no entity is named 'Japn'; did you mean 'Japan'?"),
        (["--only", "degre"], "no measure is named 'degre'"),
        (["claim:brochure-gbee"], "is no node of the network"),
        (["--top", "0"], "--top"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("stats", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert message in outcome.stderr


# What the documents say, read by hand.


def test_what_no_relation_joins_even_with_what_is_implied(graph: KnowledgeGraph) -> None:
    found = values(graph, Asked(only=("isolated",), include=("implied",)))

    # Each stands in one sentence only, as a source of information, a helper or an area of focus.
    assert {name for name, _ in found} == {
        "ASEAN Occupational Safety and Health Network",
        "Labour inspectorate of Lao PDR",
        "UN organizations",
    }


def test_japan_holds_most_together(graph: KnowledgeGraph) -> None:
    first = networks.rows(graph.stats(Asked(only=("broken-pairs",))).table)[0]
    lost = networks.rows(graph.stats(Asked("Japan", only=("cut-off",))).table)[0]["others"].split()

    assert first["entity"].endswith("country/japan")
    # The representative in Geneva, and projects of which no more is said than that Japan paid.
    assert {"person:atsuyuki-oike", "locality:geneva", "project:labour-law-network"} <= set(lost)


# Properties.


def graph_of(edges: list[tuple[int, int]]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(str(number) for number in range(10))
    graph.add_edges_from((str(one), str(two)) for one, two in edges)
    return graph


def connected_pairs(graph: nx.Graph[str]) -> int:
    return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))


@given(GRAPHS)
def test_broken_pairs_are_those_that_lose_every_path(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    found = {finding.node: finding.value for finding in measures.broken_pairs(graph)}

    for node in graph:
        part = nx.node_connected_component(graph, node)
        without = graph.subgraph(set(graph) - {node})
        lost = connected_pairs(graph) - (len(part) - 1) - connected_pairs(without)
        assert found.get(node, 0) == lost


@given(GRAPHS)
def test_a_bridge_cuts_off_what_it_says(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)

    for finding in measures.bridges(graph):
        without = graph.copy()
        without.remove_edge(finding.node, finding.others[0])
        side = nx.node_connected_component(without, finding.others[0])
        assert side == set(finding.others)
        assert finding.node not in side
        assert finding.value == len(side) <= len(nx.node_connected_component(without, finding.node))


@given(GRAPHS)
def test_communities_share_out_what_is_joined(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)

    groups = measures.communities(graph)

    members = [node for group in groups for node in group.others]
    assert sorted(members) == sorted(node for node in graph if graph[node])
    assert all(group.node in group.others for group in groups)
    assert groups == measures.communities(graph_of(list(reversed(edges))))


def test_an_empty_network_has_no_answers() -> None:
    empty: nx.Graph[str] = nx.Graph()

    assert measures.size(empty) == {"entities": 0, "pairs": 0, "parts": 0, "largest-part": 0}
    assert all(ranking(empty) == () for ranking in RANKINGS.values())
