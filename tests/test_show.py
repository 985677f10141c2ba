"""Showing an entity: every fact with standing and passage, references, disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from tripartite import KnowledgeGraph
from tripartite import vocabulary as v

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.reports import View


@pytest.fixture(scope="module")
def view(graph: KnowledgeGraph) -> View:
    return graph.show("project:greener-business-asia")


def column(view: View, name: str) -> list[str]:
    index = view.facts.columns.index(name)
    return [cell.value for row in view.facts.rows if isinstance(cell := row[index], Literal)]


def test_an_entity_says_what_it_is(view: View) -> None:
    assert view.label == "Greener Business Asia"
    assert "project" in " ".join(view.kinds).casefold()
    assert {"グリーナー・ビジネス・アジア", "Greener Business Asia Project"} <= set(view.aliases)


def test_every_fact_has_its_standing_and_its_place(view: View) -> None:
    assert len(view.facts.rows) > 10
    assert len(column(view, "standing")) == len(view.facts.rows)
    documented = [row for row in view.facts.rows if row[view.facts.columns.index("document")]]
    assert len(documented) > 10
    assert len(column(view, "passage")) == len(documented)


def test_facts_stand_in_the_order_of_the_document(view: View) -> None:
    document, claim = (view.facts.columns.index(name) for name in ("document", "claim"))
    seen = [str(row[document]) for row in view.facts.rows if row[document]]

    assert [key for key, _ in dict.fromkeys((d, None) for d in seen)] == sorted(set(seen))
    assert all(isinstance(row[claim], NamedNode) for row in view.facts.rows)


def test_incoming_references_are_shown(graph: KnowledgeGraph) -> None:
    view = graph.show("body:mhlw")

    assert view.incoming.rows


def test_a_disputed_claim_is_among_the_disagreements(graph: KnowledgeGraph) -> None:
    disputed = [
        quad.subject
        for quad in graph.store.quads(None, v.VERDICT, v.DISPUTED)
        if isinstance(quad.subject, NamedNode)
    ]
    subjects = [q.subject for claim in disputed for q in graph.store.quads(None, None, None, claim)]

    assert subjects
    assert isinstance(subjects[0], NamedNode)
    assert graph.show(subjects[0].value).disagreements.rows


def test_with_the_documents_the_words_are_shown(project: Path, shared: Path) -> None:
    graph = KnowledgeGraph.open(str(project), str(shared / "documents"))

    view = graph.show("project:greener-business-asia")

    documented = [row for row in view.facts.rows if row[view.facts.columns.index("document")]]
    assert len(column(view, "words")) >= len(documented) > 10
    assert any("greener business" in words.casefold() for words in column(view, "words"))


def test_without_the_documents_the_place_is_still_given(view: View) -> None:
    words, document = (view.facts.columns.index(name) for name in ("words", "document"))

    assert not any(row[words] for row in view.facts.rows if row[document])
    assert all(heading for heading in column(view, "heading"))


def test_an_entity_is_shown_in_japanese(command: Command) -> None:
    outcome = command("show", "厚生労働省", "--lang", "ja", "-f", "table")

    assert outcome.code == 0
    assert outcome.text.startswith("厚生労働省")
    assert "事実" in outcome.text
