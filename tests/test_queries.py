"""Every named query: its header, its parameters, its order, and its golden answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Store
from rdflib.plugins.sparql import prepareQuery

from tests.tools import golden
from tests.tools.places import GOLDEN, QUERIES
from tripartite import TripartiteError, library
from tripartite import vocabulary as v
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tools.golden import Golden
    from tripartite import KnowledgeGraph
    from tripartite.model import NamedQuery

NAMED = tuple(library.load(QUERIES, name) for name in library.names(QUERIES))
TOPICS = [
    "evidence",
    "funding",
    "geography",
    "organisations",
    "outcomes",
    "people",
    "themes",
    "time",
]
KINDS = {"iri", "number", "date", "period", "text"}
SLOT = re.compile(r"^\s*VALUES \?(\w+) \{ UNDEF \}$", re.MULTILINE)
ORDERED = re.compile(r"\nORDER BY [^\n]+(\nLIMIT \d+)?\s*$")
CANDIDATES = 60

each_query = pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
each_with_names = pytest.mark.parametrize(
    ("query", "parameter"),
    [(q, p.name) for q in NAMED for p in q.parameters if p.kind == "iri"],
    ids=lambda value: value if isinstance(value, str) else value.name,
)


@pytest.fixture(scope="module")
def reversed_store(graph: KnowledgeGraph) -> EmbeddedStore:
    """The same graph, loaded the other way round."""
    engine = Store()
    engine.extend(sorted(graph.store.quads(), key=str, reverse=True))
    return EmbeddedStore(engine)


def test_enough_queries_were_found_in_every_topic() -> None:
    topics = {query.name.partition("/")[0] for query in NAMED}

    assert len(NAMED) >= 25
    assert topics >= set(TOPICS)


@each_query
def test_the_header_is_complete(query: NamedQuery) -> None:
    assert query.summary.endswith(".")
    assert query.questions["en"].endswith("?")
    assert re.search(r"[぀-ヿ一-鿿]", query.questions["ja"])
    assert query.tags
    assert query.columns
    assert {parameter.kind for parameter in query.parameters} <= KINDS


@each_query
def test_what_an_answer_leaves_open_is_said_in_both_languages(query: NamedQuery) -> None:
    for texts in (query.limits, query.empty):
        assert set(texts) in (set(), {"en", "ja"})
        assert all(texts.values())


@each_query
def test_the_parameters_are_the_undefined_values_of_the_text(query: NamedQuery) -> None:
    declared = sorted(parameter.name for parameter in query.parameters)

    assert declared == sorted(set(SLOT.findall(query.text)))


@each_query
def test_the_columns_are_the_projection(query: NamedQuery, graph: KnowledgeGraph) -> None:
    answer = graph.query(query.name)

    assert isinstance(answer, Table)
    assert answer.columns == query.columns


@each_query
def test_the_text_is_sparql_without_help(query: NamedQuery) -> None:
    prepared = prepareQuery(query.text)

    assert tuple(str(variable) for variable in prepared.algebra.PV) == query.columns


@each_query
def test_the_query_says_its_order(query: NamedQuery) -> None:
    assert ORDERED.search(query.text)


@each_query
def test_the_order_does_not_depend_on_how_the_graph_was_loaded(
    query: NamedQuery, graph: KnowledgeGraph, reversed_store: EmbeddedStore
) -> None:
    assert reversed_store.select(query.text).rows == graph.store.select(query.text).rows


@each_query
def test_the_standing_is_shown_or_restricted(query: NamedQuery) -> None:
    shown = any(column.casefold().endswith("standing") for column in query.columns)

    assert shown or "standing:stated" in query.text


@each_query
def test_an_answer_is_empty_only_where_the_header_says_so(
    query: NamedQuery, graph: KnowledgeGraph
) -> None:
    answer = graph.query(query.name)

    assert isinstance(answer, Table)
    assert bool(answer.rows) != bool(query.empty)


@each_query
def test_the_answer_is_the_golden_one(query: NamedQuery, graph: KnowledgeGraph) -> None:
    expected = golden.plain(query.name)

    assert expected.path.is_file(), "run: make golden"
    assert golden.answer(graph, expected) == expected.path.read_bytes().decode()


@pytest.mark.parametrize("expected", golden.with_parameters(), ids=lambda golden: golden.path.stem)
def test_the_answer_with_parameters_is_the_golden_one(
    expected: Golden, graph: KnowledgeGraph
) -> None:
    assert golden.answer(graph, expected) == expected.path.read_bytes().decode()


def test_no_golden_table_is_left_of_a_query_that_is_gone() -> None:
    paths = {golden.plain(query.name).path for query in NAMED}
    paths |= {g.path for g in golden.with_parameters() if (QUERIES / f"{g.query}.rq").is_file()}

    assert set(GOLDEN.glob("*/*.csv")) - paths == set()


def test_there_are_golden_tables_with_parameters() -> None:
    assert len(golden.with_parameters()) >= 5


@each_with_names
def test_a_parameter_takes_a_name_in_either_language(
    query: NamedQuery, parameter: str, graph: KnowledgeGraph
) -> None:
    for iri in candidates(query, graph):
        labels = [graph.store.text(iri, v.RDFS_LABEL, language) for language in ("en", "ja")]
        if labels[0] == labels[1] or not (wanted := rows(graph, query, parameter, iri.value)):
            continue
        answers = [rows(graph, query, parameter, label) for label in labels]
        if wanted and answers == [wanted, wanted]:
            return
    if not query.empty:
        pytest.fail(f"no entity of the answer can be set as {parameter} by its names")
    answers = [rows(graph, query, parameter, name) for name in ("Japan", "日本")]
    assert answers == [(), ()]


def test_parameters_that_take_names_were_found() -> None:
    assert sum(p.kind == "iri" for q in NAMED for p in q.parameters) >= 10


def candidates(query: NamedQuery, graph: KnowledgeGraph) -> Iterator[NamedNode]:
    """Yield entities of the answer, then what stands next to them in the graph."""
    table = graph.store.select(query.text)
    cells = dict.fromkeys(c for row in table.rows for c in row if isinstance(c, NamedNode))
    near = (
        quad.object
        for cell in cells
        for quad in graph.store.quads(cell)
        if isinstance(quad.object, NamedNode)
    )
    entities = (c for c in dict.fromkeys([*cells, *near]) if c.value.startswith(v.BASE))
    named = [c for c in entities if graph.store.objects(c, v.RDFS_LABEL)]
    yield from named[: CANDIDATES * 5]


def rows(
    graph: KnowledgeGraph, query: NamedQuery, parameter: str, value: str
) -> tuple[object, ...]:
    """Return the answer's rows; none where the name is not clear."""
    try:
        answer = graph.query(query.name, {parameter: value})
    except TripartiteError:
        return ()
    return answer.rows if isinstance(answer, Table) else ()
