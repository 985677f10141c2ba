"""The projection: what is a node, what is an edge, what is contracted, and what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pyoxigraph import NamedNode

from tests.tools import networks
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.curie import expand, shorten
from tripartite.errors import UnknownNameError
from tripartite.network import kinds

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.network.projection import Network

EVERYTHING = ("implied", "disputed")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    return KnowledgeGraph.open(str(networks.write(tmp_path_factory.mktemp("small"))))


def iri(curie: str) -> str:
    found = expand(curie)
    assert found is not None
    return found.value


def pairs(network: Network) -> set[frozenset[str]]:
    return {frozenset(shorten(NamedNode(end)) for end in edge) for edge in network.edges()}


def joined(*names: str) -> set[frozenset[str]]:
    return {frozenset(pair.split(" ")) for pair in names}


USUAL = joined(
    "body:alpha body:beta",
    "body:alpha body:gamma",
    "body:beta project:delta",
    "body:gamma project:delta",
    "project:delta country:echo",
    "country:echo locality:foxtrot",
    "person:hotel body:beta",
)


def test_the_network_joins_named_entities_only(small: KnowledgeGraph) -> None:
    network = small.network()

    assert pairs(network) == USUAL
    assert {shorten(NamedNode(node)) for node in network} == {
        name for name in networks.NAMES if name.partition(":")[0] in kinds.ENTITIES
    }


@pytest.mark.parametrize(
    ("include", "added"),
    [
        (["implied"], joined("body:golf body:alpha")),
        (["disputed"], joined("body:india body:alpha")),
        (EVERYTHING, joined("body:golf body:alpha", "body:india body:alpha")),
    ],
    ids=["implied", "disputed", "both"],
)
def test_other_standings_are_added_when_asked(
    small: KnowledgeGraph, include: list[str], added: set[frozenset[str]]
) -> None:
    assert pairs(small.network(include=include)) - USUAL == added


@pytest.mark.parametrize(
    ("extra", "added"),
    [
        ("background", joined("observation:kilo body:alpha", "observation:kilo country:echo")),
        ("results", joined("project:delta objective:lima")),
        ("topics", joined("project:delta theme:mike", "body:juliet theme:mike")),
        ("codes", joined("person:hotel role:chair")),
        ("classes", joined("body:juliet org:Organization")),
    ],
)
def test_other_nodes_are_added_when_asked(
    small: KnowledgeGraph, extra: str, added: set[frozenset[str]]
) -> None:
    assert pairs(small.network(extras=[extra])) - USUAL == added


def test_a_document_is_a_node_only_when_asked(graph: KnowledgeGraph) -> None:
    usual, wide = graph.network(), graph.network(extras=["provenance"])
    documents = {node for node in wide if node not in usual}

    assert {shorten(NamedNode(node)).partition(":")[0] for node in documents} == {"document"}
    assert len(documents) == 5
    assert wide.has_edge(iri("body:jica"), iri("document:cooperation-page"))


def test_a_post_is_one_relation_from_the_person_to_the_body(small: KnowledgeGraph) -> None:
    network = small.network()

    (edge,) = network.get_edge_data(iri("person:hotel"), iri("body:beta")).values()

    assert edge["detail"] == "chair"
    assert edge["via"] == iri("membership:hotel-1")
    assert edge["claims"] == (iri("claim:small-post"),)


def test_a_contribution_is_one_relation_with_its_amount(small: KnowledgeGraph) -> None:
    network = small.network()

    (edge,) = network.get_edge_data(iri("body:beta"), iri("body:alpha")).values()

    assert edge["detail"] == "gift: about US$5,000, 2011"
    assert edge["via"] == iri("figure:gift")
    assert not network.has_edge(iri("body:beta"), iri("project:delta"))


def test_an_edge_names_every_accepted_claim_the_surest_first(small: KnowledgeGraph) -> None:
    (edge,) = small.network().get_edge_data(iri("body:alpha"), iri("body:beta")).values()

    assert edge["standing"] == "stated"
    assert edge["standings"] == ("stated", "editorial")
    assert edge["claims"] == (iri("claim:small-ab"), iri("claim:small-ab-again"))


def test_a_disputed_edge_says_so(small: KnowledgeGraph) -> None:
    network = small.network(include=["disputed"])

    (edge,) = network.get_edge_data(iri("body:india"), iri("body:alpha")).values()

    assert edge["disputed"]
    assert not any(other["disputed"] for *_, other in small.network().edges(data=True))


def test_labels_follow_the_language(small: KnowledgeGraph) -> None:
    japanese = KnowledgeGraph.open(str(small.places.root), language="ja").network()

    assert japanese.nodes[iri("body:alpha")]["label"] == "アルファ"
    assert set(japanese) == set(small.network())


def test_by_default_no_edge_rests_on_what_is_only_implied(graph: KnowledgeGraph) -> None:
    network = graph.network()
    standings = {
        standing for *_, edge in network.edges(data=True) for standing in edge["standings"]
    }

    assert isinstance(network, nx.MultiDiGraph)
    assert standings == {"stated", "editorial", "inferred"}


def test_every_edge_stands_in_the_claims_it_names(graph: KnowledgeGraph) -> None:
    network = graph.network(include=EVERYTHING)
    checked = {"plain": 0, "contracted": 0, "derived": 0}

    for start, end, edge in network.edges(data=True):
        for claim, _, derivation in edge["proofs"]:
            said = list(graph.store.quads(graph=NamedNode(derivation or claim)))
            ends = {term for quad in said for term in (quad.subject, quad.object)}
            if edge["via"]:
                assert NamedNode(edge["via"]) in ends
                checked["contracted"] += 1
            else:
                assert {NamedNode(start), NamedNode(end)} <= ends
                checked["derived" if derivation else "plain"] += 1

    assert min(checked.values()) >= 20


def test_an_inferred_edge_names_the_premises(graph: KnowledgeGraph) -> None:
    network = graph.network()

    (edge,) = network.get_edge_data(iri("partnership:japan-ilo"), iri("country:cambodia")).values()

    assert edge["standing"] == "inferred"
    assert edge["derived"]
    assert set(edge["claims"]) == {
        iri("claim:brochure-skw2"),
        iri("claim:editorial-s2qe"),
        iri("claim:editorial-kkjz"),
    }


def test_ministers_and_money_are_as_the_documents_say(graph: KnowledgeGraph) -> None:
    network = graph.network()

    details = {
        edge["detail"]
        for start, end in (("person:yasuhisa-shiozaki", "body:mhlw"), ("country:japan", "body:ilo"))
        for edge in network.get_edge_data(iri(start), iri(end)).values()
    }

    assert {
        "minister",
        "assessed contribution: US$177.8 million, total over a period, 2018 to 2022",
        "voluntary contribution: US$50.9 million, total over a period, 2018 to 2022",
        "contribution: about US$4 million, per year",
    } <= details


def test_a_graph_opened_without_a_document_has_none_of_its_edges(copy: Path) -> None:
    (copy / "data" / "documents" / "brochure.trig").unlink()
    network = KnowledgeGraph.open(str(copy)).network()

    claims = {claim for *_, edge in network.edges(data=True) for claim in edge["claims"]}

    assert claims
    assert not any("/claim/brochure-" in claim for claim in claims)


@pytest.mark.parametrize(
    ("option", "name", "nearest"),
    [("include", "implid", "implied"), ("extras", "topic", "topics")],
)
def test_what_cannot_be_added_is_named_with_the_nearest(
    small: KnowledgeGraph, option: str, name: str, nearest: str
) -> None:
    with pytest.raises(UnknownNameError, match=f"'{name}'.*'{nearest}'"):
        small.network(**{option: [name]})


def test_a_new_kind_of_entity_must_be_given_its_place_in_the_projection() -> None:
    listed = kinds.ENTITIES.union(*kinds.EXTRAS.values()) - {"class"}
    unlisted = {name for name in v.KINDS if name not in listed}

    assert unlisted - kinds.CONTRACTED == {
        *("claim", "dataset", "derivation", "designation", "identity", "rule", "section"),
        *("selector", "shape", "tension", "unmodelled"),
    }
