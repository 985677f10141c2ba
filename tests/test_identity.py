"""Whether two entities are one: judged once, told of either, never merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from tripartite import identity, places
from tripartite import vocabulary as v
from tripartite.build import sources
from tripartite.build.materialise import materialise
from tripartite.model import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

POSSIBLY = v.entity("sameness", "possibly-same")
DISTINCT = v.entity("sameness", "distinct")
PROJECT = v.entity("project", "farmers-viet-nam")
WORK = v.entity("project", "osh-asia")


@pytest.mark.parametrize(("one", "other"), [(PROJECT, WORK), (WORK, PROJECT)])
def test_either_of_a_pair_tells_of_the_other(
    one: NamedNode, other: NamedNode, graph: KnowledgeGraph
) -> None:
    found = {j.other: j.sameness for j in identity.judgements(graph.store, one, "en")}

    assert found[other] == POSSIBLY


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_judgement_says_why_in_both_languages(language: str, graph: KnowledgeGraph) -> None:
    judged = {quad.object for quad in graph.store.quads(None, v.JUDGES)}

    reasons = [
        found.reason
        for entity in judged
        if isinstance(entity, NamedNode)
        for found in identity.judgements(graph.store, entity, language)
    ]

    assert len(reasons) >= 2 * 40
    assert all(reasons)
    assert all(reason.isascii() for reason in reasons) == (language == "en")


def test_what_is_not_known_comes_first(graph: KnowledgeGraph) -> None:
    found = identity.judgements(graph.store, WORK, "en")

    assert [judgement.sameness for judgement in found] == [POSSIBLY, DISTINCT, DISTINCT]


def test_most_entities_are_in_no_pair(graph: KnowledgeGraph) -> None:
    assert identity.judgements(graph.store, v.entity("country", "fiji"), "en") == ()


def test_every_judgement_in_the_file_is_in_the_graph(graph: KnowledgeGraph) -> None:
    path = graph.places.data / "identity.ttl"
    written = {q.subject for q in parse(path=str(path), format=RdfFormat.TURTLE)}

    built = {quad.subject for quad in graph.store.quads(None, v.JUDGES)}

    assert built == written


def test_what_is_possibly_the_same_keeps_its_own_facts(graph: KnowledgeGraph) -> None:
    facts = {(quad.predicate, quad.object) for quad in graph.store.quads(PROJECT)}

    assert (v.tp("implementedIn"), v.entity("country", "viet-nam")) in facts
    assert (v.tp("implementedIn"), v.entity("country", "cambodia")) not in facts


def test_a_judgement_on_what_no_claim_mentions_is_left_out(copy: Path) -> None:
    path = copy / "data" / "identity.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("project:farmers-viet-nam", "project:farmers"), encoding="utf-8")
    judged = read(copy)

    assert not any(quad.object == WORK and "farmers" in str(quad.subject) for quad in judged)
    assert any(quad.object == WORK for quad in judged)


def read(project: Path) -> list[Quad]:
    """Return the judgements that a build of a copy of our project would hold."""
    dataset = materialise(sources.read(places.locate(str(project))))
    return [quad for quad in dataset.default if quad.predicate == v.JUDGES]


def test_show_mentions_what_may_be_the_same(command: Command) -> None:
    text = command("show", "event:regional-seminars-1974", "-f", "table").text

    section = text.partition("The same or another?\n")[2]
    assert section.startswith("  possibly the same: Regional seminars on workplace issues")
    assert "(event:brochure-regional-seminars-1974)  [editorial]\n      Both are " in section


def test_show_in_japanese_gives_the_reason_in_japanese(command: Command) -> None:
    rows = command("show", "日本政府", "--lang", "ja", "-f", "json").json["rows"]

    judged = [row for row in rows if row["part"] == "identity"]
    assert {row["property"] for row in judged} == {"別のもの"}
    assert all("省" in row["note"] or "国" in row["note"] for row in judged)


def test_the_list_gives_a_pair_once_a_claim(graph: KnowledgeGraph) -> None:
    answer = graph.query("evidence/identity", {"entity": "project:osh-asia"})

    assert isinstance(answer, Table)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {row["other"] for row in rows} | {row["one"] for row in rows} >= {PROJECT, WORK}
    assert len({(row["one"], row["other"], row["claim"]) for row in rows}) == len(rows)
    assert {row["samenessLabel"] for row in rows} == {
        Literal("possibly the same", language="en"),
        Literal("distinct", language="en"),
    }
