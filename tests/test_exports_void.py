"""The description of the data set: every number is counted again, by SPARQL, from an export."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from tests.tools.places import ROOT
from tests.tools.running import process
from tripartite import vocabulary as v
from tripartite.cli.formats import EXPORTS
from tripartite.errors import MissingInputError
from tripartite.exports.void import MEDIA_TYPES, as_void

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

PREFIXES = dict(v.PREFIXES)
# What each kind of part counts: the description's pattern, and the same asked of the data.
RECOUNTS = {
    "the whole": (
        """SELECT ?triples ?subjects ?objects ?entities ?classes ?properties WHERE {
          ?d a dcat:Dataset ; void:triples ?triples ; void:distinctSubjects ?subjects ;
            void:distinctObjects ?objects ; void:entities ?entities ; void:classes ?classes ;
            void:properties ?properties ; void:uriSpace ?space }""",
        """SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
          (COUNT(DISTINCT ?o) AS ?objects) (COUNT(DISTINCT ?entity) AS ?entities)
          (COUNT(DISTINCT ?class) AS ?classes) (COUNT(DISTINCT ?p) AS ?properties) WHERE {
          ?s ?p ?o
          BIND (IF(STRSTARTS(STR(?s), "https://w3id.org/tripartite/"), ?s, ?none) AS ?entity)
          BIND (IF(?p = rdf:type, ?o, ?none) AS ?class) }""",
    ),
    "properties": (
        """SELECT ?p ?triples ?subjects ?objects WHERE { ?d void:propertyPartition ?part .
          ?part void:property ?p ; void:triples ?triples ; void:distinctSubjects ?subjects ;
            void:distinctObjects ?objects }""",
        """SELECT ?p (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
          (COUNT(DISTINCT ?o) AS ?objects) WHERE { ?s ?p ?o } GROUP BY ?p""",
    ),
    "classes": (
        """SELECT ?class ?entities ?triples WHERE { ?d void:classPartition ?part .
          ?part void:class ?class ; void:entities ?entities ; void:triples ?triples }""",
        """SELECT ?class (COUNT(DISTINCT ?s) AS ?entities) (COUNT(*) AS ?triples)
          WHERE { ?s a ?class ; ?p ?o } GROUP BY ?class""",
    ),
    "links": (
        """SELECT ?p ?space ?triples ?subjects ?objects WHERE { ?d void:subset ?set .
          ?set a void:Linkset ; void:linkPredicate ?p ; void:triples ?triples ;
            void:objectsTarget/void:uriSpace ?space ; void:distinctSubjects ?subjects ;
            void:distinctObjects ?objects }""",
        """SELECT ?p ?space (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
          (COUNT(DISTINCT ?o) AS ?objects) WHERE {
          ?s ?p ?o FILTER (REGEX(STR(?p), "core#[a-z]+Match$"))
          BIND (REPLACE(STR(?o), "[^/#]*$", "") AS ?space)
          FILTER (?space != REPLACE(STR(?s), "[^/#]*$", "")) } GROUP BY ?p ?space""",
    ),
    "named graphs": (
        """SELECT ?kind ?triples WHERE { ?d void:subset ?set . ?set void:triples ?triples
          FILTER NOT EXISTS { ?set a void:Linkset }
          BIND (STRBEFORE(STRAFTER(STR(?set), "#"), "s") AS ?kind) }""",
        """SELECT ?kind (COUNT(*) AS ?triples) WHERE { GRAPH ?g { ?s ?p ?o }
          BIND (STRBEFORE(STRAFTER(STR(?g), "tripartite/"), "/") AS ?kind) } GROUP BY ?kind""",
    ),
    "sources": (
        "SELECT ?source WHERE { ?d a dcat:Dataset ; dcterms:source ?source }",
        "SELECT ?source WHERE { ?source a tp:SourceDocument }",
    ),
    "vocabularies": (
        "SELECT ?space WHERE { ?d void:vocabulary ?v BIND (STR(?v) AS ?space) }",
        """SELECT DISTINCT ?space WHERE { { ?s ?term ?o } UNION { ?s a ?term }
          BIND (REPLACE(STR(?term), "[^/#]*$", "") AS ?space) }""",
    ),
}


@pytest.fixture(scope="module")
def text(graph: KnowledgeGraph) -> str:
    return str(graph.export("void"))


@pytest.fixture(scope="module")
def description(text: str) -> Store:
    store = Store()
    store.extend(parse(text.encode(), format=RdfFormat.TURTLE))
    return store


@pytest.fixture(scope="module")
def data(graph: KnowledgeGraph) -> Store:
    store = Store()
    exported = str(graph.export("nquads", "all"))
    store.bulk_extend(parse(exported.encode(), format=RdfFormat.N_QUADS))
    return store


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return {tuple(str(cell) for cell in solution) for solution in found}


@pytest.mark.parametrize(("described", "counted"), RECOUNTS.values(), ids=RECOUNTS)
def test_what_is_described_is_what_sparql_counts(
    described: str, counted: str, description: Store, data: Store
) -> None:
    expected = rows(data, counted)

    assert expected
    assert rows(description, described) == expected


def test_the_parts_of_a_partition_add_up(description: Store, data: Store) -> None:
    found = rows(
        description,
        "SELECT (SUM(?n) AS ?sum) WHERE { ?d void:propertyPartition/void:triples ?n }",
    )

    assert found == rows(data, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")


def test_every_way_to_export_the_data_is_a_distribution(description: Store) -> None:
    found = rows(description, "SELECT ?x WHERE { ?d dcat:distribution ?x }")

    assert {name.rpartition("#")[2].removesuffix(">") for (name,) in found} == set(MEDIA_TYPES)
    assert set(MEDIA_TYPES) == set(EXPORTS) - {"void"}


def test_titles_and_descriptions_are_in_both_languages(description: Store) -> None:
    named = {
        (quad.subject, quad.predicate, quad.object.language)
        for quad in description
        if isinstance(quad.object, Literal) and quad.object.language
    }

    assert len(named) > 20
    assert {(s, p, {"en": "ja", "ja": "en"}[str(lang)]) for s, p, lang in named} == named


def test_the_licence_is_that_of_the_project(description: Store) -> None:
    found = rows(description, "SELECT DISTINCT ?x WHERE { ?d dcterms:license ?x }")

    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert found == {("<https://www.apache.org/licenses/LICENSE-2.0>",)}
    assert 'license = "Apache-2.0"' in declared
    assert "Version 2.0" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_no_address_is_promised_that_does_not_exist(description: Store) -> None:
    names = {quad.predicate.value.rpartition("#")[2].rpartition("/")[2] for quad in description}

    assert "mediaType" in names
    assert names.isdisjoint(
        {"accessURL", "downloadURL", "landingPage", "dataDump", "sparqlEndpoint", "homepage"}
    )


@pytest.mark.slow
def test_the_bytes_are_the_same_under_any_hash_seed(project: Path) -> None:
    outcomes = [
        process(
            *("export", "-f", "void", "--store", str(project)),
            environment={"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]

    assert outcomes[0].code == 0
    assert outcomes[0].stdout
    assert outcomes[0].stdout == outcomes[1].stdout


def test_a_project_that_says_nothing_of_itself_is_told_where_to_say_it(
    copy: Path, command: Command
) -> None:
    (copy / "data" / "dataset.ttl").unlink()

    outcome = command("export", "-f", "void", "--store", str(copy))

    assert outcome.code == 3
    assert outcome.stdout == b""
    assert str(copy / "data" / "dataset.ttl") in outcome.stderr


def test_a_file_about_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dataset.ttl"
    path.write_text("<https://example.org/x> a <https://example.org/Thing> .", encoding="utf-8")

    with pytest.raises(MissingInputError, match=re.escape(str(path))):
        as_void((), path)


def test_a_link_to_another_prefix_of_the_same_name_stays_apart(tmp_path: Path) -> None:
    path = tmp_path / "dataset.ttl"
    path.write_text(
        "<https://example.org/set> a <http://www.w3.org/ns/dcat#Dataset> .", encoding="utf-8"
    )
    close = NamedNode(f"{v.STANDARDS['skos']}closeMatch")
    links = [
        Quad(v.entity("theme", "a"), close, NamedNode(f"{scheme}://example.org/a"))
        for scheme in ("http", "https")
    ]

    described = Store()
    described.extend(parse(as_void(links, path).encode(), format=RdfFormat.TURTLE))

    assert len(rows(described, "SELECT ?x WHERE { ?x a void:Linkset }")) == 2
