"""The catalogue of named queries: finding, reading and binding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from tripartite import library
from tripartite.errors import BadParameterError, UnknownNameError, UnreadableFileError

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
