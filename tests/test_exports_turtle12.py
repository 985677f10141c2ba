"""RDF 1.2 Turtle: facts with their claims, mere claims as triple terms, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from tests.tools.running import process
from tripartite import vocabulary as v
from tripartite.exports.turtle12 import as_turtle12

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

ANSWER = v.entity("project", "a")
FIRST, SECOND = v.entity("claim", "brochure-a"), v.entity("claim", "brochure-b")
PLACE = NamedNode(f"{v.BASE}document/brochure#char=9,20")
DATASET = [
    Quad(ANSWER, v.RDF_TYPE, v.tp("Project")),
    Quad(ANSWER, v.RDFS_LABEL, Literal("A", language="en")),
    Quad(ANSWER, v.RDF_TYPE, v.tp("Project"), FIRST),
    Quad(ANSWER, v.RDF_TYPE, v.tp("Project"), SECOND),
    Quad(FIRST, v.RDF_TYPE, v.CLAIM),
    Quad(FIRST, v.PASSAGE, PLACE),
    Quad(ANSWER, v.tp("phaseNumber"), Literal(2), SECOND),
    Quad(SECOND, v.RDF_TYPE, v.CLAIM),
]
TEXT = """\
VERSION "1.2"
PREFIX brochure: <https://w3id.org/tripartite/document/brochure#char=>
PREFIX claim: <https://w3id.org/tripartite/claim/>
PREFIX project: <https://w3id.org/tripartite/project/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tp: <https://w3id.org/tripartite/ontology#>

project:a
    a tp:Project
        ~ claim:brochure-a {|
            a tp:Claim ;
            tp:passage brochure:9\\,20 ;
        |}
        ~ claim:brochure-b {|
            a tp:Claim ;
            rdf:reifies <<( project:a tp:phaseNumber 2 )>> ;
        |} ;
    rdfs:label "A"@en ;
.
"""
nodes = st.sampled_from([ANSWER, FIRST, SECOND, PLACE, v.tp("Project")])
triples = st.builds(
    Triple,
    nodes,
    st.sampled_from([v.RDF_TYPE, v.RDFS_LABEL, v.RDF_REIFIES]),
    nodes | st.sampled_from([Literal("x", language="ja"), Literal(2)]),
)
statements = st.builds(Quad, nodes, st.just(v.RDF_REIFIES), triples) | st.builds(
    lambda t, graph: Quad(t.subject, t.predicate, t.object, graph),
    triples,
    st.just(DefaultGraph()) | nodes,
)


def meant(quads: Iterable[Quad]) -> set[Triple]:
    """Return the graph that a dataset means: the name of a graph reifies what it holds."""
    return {
        quad.triple
        if quad.graph_name == DefaultGraph() or not isinstance(quad.graph_name, NamedNode)
        else Triple(quad.graph_name, v.RDF_REIFIES, quad.triple)
        for quad in quads
    }


def read(text: str) -> set[Triple]:
    return {quad.triple for quad in parse(text.encode(), format=RdfFormat.TURTLE)}


def test_a_fact_is_followed_by_its_claims_each_described_once() -> None:
    assert as_turtle12(reversed(DATASET)) == TEXT


def test_what_only_a_claim_holds_is_asserted_by_nobody() -> None:
    asserted = {t for t in read(as_turtle12(DATASET)) if t.predicate != v.RDF_REIFIES}

    assert Triple(ANSWER, v.tp("phaseNumber"), Literal(2)) not in asserted
    assert Triple(ANSWER, v.RDF_TYPE, v.tp("Project")) in asserted


@given(st.lists(statements, max_size=14))
def test_any_dataset_comes_back_as_the_graph_it_means(quads: list[Quad]) -> None:
    assert read(as_turtle12(quads)) == meant(quads)


@given(st.lists(statements, max_size=14), st.randoms())
def test_the_order_of_the_input_does_not_matter(quads: list[Quad], chance: random.Random) -> None:
    shuffled = quads.copy()
    chance.shuffle(shuffled)

    assert as_turtle12(shuffled) == as_turtle12(quads)


def test_the_default_choice_is_the_default_graph_with_its_accepted_claims(
    graph: KnowledgeGraph,
) -> None:
    found = read(str(graph.export("turtle12")))

    facts = {quad.triple for quad in graph.quads("default")}
    reifying = found - facts
    standings = standings_of(facts, {triple.subject for triple in reifying})
    assert facts < found
    assert {triple.predicate for triple in reifying} == {v.RDF_REIFIES}
    assert {triple.object for triple in reifying} <= facts
    assert standings == {v.STATED, v.EDITORIAL, v.INFERRED}


def standings_of(facts: set[Triple], claims: set[object]) -> set[object]:
    return {t.object for t in facts if t.predicate == v.STANDING and t.subject in claims}


def test_everything_is_the_whole_dataset(graph: KnowledgeGraph) -> None:
    quads = graph.quads("all")

    assert read(str(graph.export("turtle12", "all"))) == meant(quads)


def test_claims_are_complete_and_a_mere_claim_is_not_asserted(graph: KnowledgeGraph) -> None:
    found = read(str(graph.export("turtle12", "claims")))

    facts = {quad.triple for quad in graph.quads("default")}
    claimed = meant(graph.quads("claims"))
    implied = v.entity("standing", "implied")
    unasserted = {t for t in claimed if t.object not in facts}
    assert claimed <= found
    assert found - claimed <= facts
    assert {t.object for t in found if t.predicate == v.STANDING} == {
        v.STATED,
        v.EDITORIAL,
        implied,
    }
    assert unasserted
    assert {t.object for t in unasserted}.isdisjoint(found)
    assert any(t.predicate == v.RDFS_LABEL for t in found)


@pytest.mark.slow
def test_the_bytes_are_the_same_under_any_hash_seed(project: Path) -> None:
    outcomes = [
        process(
            *("export", "-f", "turtle12", "--graph", "all", "--store", str(project)),
            environment={"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]

    assert outcomes[0].code == 0
    assert outcomes[0].stdout.startswith(b'VERSION "1.2"\n')
    assert outcomes[0].stdout == outcomes[1].stdout


def test_a_construct_may_speak_of_triples(command: Command) -> None:
    text = (
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
        " CONSTRUCT { ?c rdf:reifies <<( ?s tp:phaseNumber ?o )>> . ?s tp:phaseNumber ?o }"
        " WHERE { GRAPH ?c { ?s tp:phaseNumber ?o } }"
    )

    outcome = command("query", "-q", text, "-f", "turtle12")

    assert outcome.code == 0
    assert "\n        ~ claim:" in outcome.text
