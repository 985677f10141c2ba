"""The catalogue of named queries: finding, reading and binding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from tests.tools.places import QUERIES
from tripartite import library
from tripartite.errors import BadParameterError, UnknownNameError, UnreadableFileError
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

TEXT = """#+ summary: Projects a donor funds.
#+ question: What has Japan funded: all of it?
#+ question_ja: 日本は何に資金を出したか。
#+ tags: funding donors
#+ parameters: donor=iri year=number
#+ columns: project
#+ empty: none is named
#+ limits: A list may be an extract.
#+ limits_ja: 一覧は抜粋のことがある。
SELECT ?project WHERE {
  VALUES ?donor { UNDEF }
  VALUES ?year { UNDEF }
  VALUES ?language { "en" }
  ?project ?donor ?year
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "funding").mkdir()
    (tmp_path / "checks").mkdir()
    (tmp_path / "funding" / "by-donor.rq").write_text(TEXT, encoding="utf-8")
    (tmp_path / "checks" / "bad.rq").write_text("#+ message: Bad.\nSELECT ?x {}", encoding="utf-8")
    return tmp_path


def test_a_header_is_read_whole(folder: Path) -> None:
    query = library.load(folder, "funding/by-donor")

    assert query.summary == "Projects a donor funds."
    assert query.questions["en"] == "What has Japan funded: all of it?"
    assert query.tags == ("funding", "donors")
    assert [(p.name, p.kind) for p in query.parameters] == [("donor", "iri"), ("year", "number")]
    assert query.columns == ("project",)
    assert query.empty
    assert query.limits["ja"] == "一覧は抜粋のことがある。"
    assert query.text == TEXT


def test_check_queries_are_no_named_queries(folder: Path) -> None:
    assert library.names(folder) == ("funding/by-donor",)
    assert [query.name for query in library.checks(folder)] == ["checks/bad"]


def test_an_unknown_query_is_named_in_the_error(folder: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"'funding/donor'.*did you mean 'funding/by-donor'"):
        library.load(folder, "funding/donor")


@pytest.mark.parametrize("name", ["../secret", "funding/../funding/by-donor", "funding", ""])
def test_a_name_never_leaves_the_folder(folder: Path, name: str) -> None:
    (folder.parent / "secret.rq").write_text("SELECT ?x {}")

    with pytest.raises(UnknownNameError):
        library.load(folder, name)


def test_a_query_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "funding" / "latin.rq").write_bytes(b"# \xe9\nSELECT ?x {}")

    with pytest.raises(UnreadableFileError, match=r"latin\.rq"):
        library.load(folder, "funding/latin")


def test_a_parameter_that_is_not_set_stays_undefined(folder: Path) -> None:
    query = library.load(folder, "funding/by-donor")

    bound = library.bind(query, {"donor": NamedNode("http://a.example/x")}, "ja")

    assert "VALUES ?donor { <http://a.example/x> }" in bound
    assert "VALUES ?year { UNDEF }" in bound
    assert 'VALUES ?language { "ja" }' in bound


def test_an_unknown_parameter_is_refused(folder: Path) -> None:
    query = library.load(folder, "funding/by-donor")

    with pytest.raises(BadParameterError, match=r"it takes donor, year; did you mean 'donor'"):
        library.bind(query, {"donnor": Literal("x")})


@pytest.mark.parametrize("text", ["funding donor", "FUNDED", "資金"])
def test_the_catalogue_is_searched_in_both_languages(text: str, graph: KnowledgeGraph) -> None:
    found = [query.name for query in graph.queries(text)]

    assert "funding/by-donor" in found
    assert len(found) < len(graph.queries())


def test_one_query_is_shown_with_its_parameters(command: Command) -> None:
    outcome = command("queries", "show", "funding/by-donor", "--lang", "ja", "-f", "json")

    fields = {row["field"]: row["value"] for row in outcome.json["rows"]}
    assert "日本" in fields["question"]
    assert fields["parameters"].startswith("donor")
    assert "SELECT" in fields["query"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who has signed which agreements, and at what place?", "people/signatories"),
        ("On which days must each of the documents have been written?", "time/document-dates"),
        ("日本政府は分担金をいくら払ったのですか", "funding/assessed-contributions"),
        ("ラオス縫製業プロジェクトの成果を知りたい", "outcomes/with-actions"),
    ],
)
def test_a_whole_question_finds_the_nearest_query_first(
    question: str, name: str, graph: KnowledgeGraph
) -> None:
    found = graph.queries(question)

    assert found[0].name == name
    assert len(found) < len(graph.queries()) / 4


def test_words_that_no_query_holds_find_none(graph: KnowledgeGraph) -> None:
    assert graph.queries("xylophone zzz") == ()


def test_the_catalogue_is_rdf_that_holds_each_file_as_it_is(command: Command) -> None:
    outcome = command("queries", "-f", "turtle")

    engine = Store()
    engine.extend(parse(outcome.stdout, format=RdfFormat.TURTLE))
    table = EmbeddedStore(engine).select(
        """
        SELECT ?name ?text ?en ?ja {
          ?query a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
            dcterms:identifier ?name ; sh:select ?text ; rdfs:label ?en, ?ja
          FILTER(LANG(?en) = "en" && LANG(?ja) = "ja")
        }
        """
    )
    cells = [[c.value for c in row if isinstance(c, Literal)] for row in table.rows]
    texts = {name: text for name, text, _, _ in cells}
    assert len(texts) == len(table.rows)
    assert set(texts) == set(library.names(QUERIES))
    assert all((QUERIES / f"{n}.rq").read_text(encoding="utf-8") == t for n, t in texts.items())


def test_each_parameter_in_the_catalogue_is_described(graph: KnowledgeGraph) -> None:
    triples = graph.catalogue("by donor")

    parameters = {t.object for t in triples if t.predicate.value.endswith("#parameter")}
    kinds = {t.subject for t in triples if t.predicate.value.endswith(("#nodeKind", "#datatype"))}
    assert len(parameters) >= 1
    assert parameters == kinds
