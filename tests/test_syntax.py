"""The structure of a query: groups, triples, paths, and expressions as text with spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.places import QUERIES
from tests.tools.w3c import cases
from tripartite import library
from tripartite.syntax import parse
from tripartite.syntax.nodes import (
    Bind,
    Exists,
    Expression,
    Filter,
    GraphBlock,
    Group,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    TriplePattern,
    Union,
    Values,
)
from tripartite.syntax.paths import Alternative, Inverse, Link, Negated, Repeat
from tripartite.syntax.source import RDF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tripartite.syntax.nodes import Element

TYPE = f"<{RDF}type>"


def read(text: str) -> Query:
    """Return the structure of a text that has one."""
    query = parse(text)
    assert query is not None
    return query


def elements(pattern: str) -> tuple[Element, ...]:
    """Return the elements of a group."""
    return read(f"SELECT * {{ {pattern} }}").where.elements


def triples(pattern: str) -> list[tuple[str, str, str]]:
    """Return the triple patterns of a group."""
    found = (one for one in elements(pattern) if isinstance(one, TriplePattern))
    return [(one.subject, one.predicate, one.value) for one in found]


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("?s ?p ?o OPTIONAL { ?s ?q ?r }", [TriplePattern, Optional]),
        ("{ ?s ?p ?o } UNION { ?s ?q ?o }", [Union]),
        ("MINUS { ?s ?p ?o }", [Minus]),
        ("GRAPH ?g { ?s ?p ?o }", [GraphBlock]),
        ("SERVICE <u:s> { ?s ?p ?o }", [Service]),
        ("{ SELECT ?s { ?s ?p ?o } }", [Union]),
        ("BIND(1 AS ?x) FILTER(?x = 1)", [Bind, Filter]),
        ("VALUES (?x ?y) { (1 UNDEF) }", [Values]),
        ("?s <u:p>+ ?o", [PathPattern]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_group_is_read_as_its_elements(pattern: str, kinds: list[type]) -> None:
    assert [type(element) for element in elements(pattern)] == kinds


def test_lists_nested_blank_nodes_and_collections_become_triples() -> None:
    found = triples("?s a <u:C> ; <u:p> 1, [ <u:q> ?x ] , ( 2 ) . _:b <u:r> _:b , $y .")

    assert found == [
        ("?s", TYPE, "<u:C>"),
        ("?s", "<u:p>", "1"),
        ("?_n1", "<u:q>", "?x"),
        ("?s", "<u:p>", "?_n1"),
        ("?_n2", f"<{RDF}first>", "2"),
        ("?_n2", f"<{RDF}rest>", f"<{RDF}nil>"),
        ("?s", "<u:p>", "?_n2"),
        ("?_n3", "<u:r>", "?_n3"),
        ("?_n3", "<u:r>", "?y"),
    ]


def test_a_made_up_variable_is_none_that_the_query_names() -> None:
    assert triples("?_n1 <u:p> [] .") == [("?_n1", "<u:p>", "?_nn1")]


def test_sequences_and_inverses_are_triples_and_other_paths_stay() -> None:
    sequence, back, other = elements("?s <u:a>/^<u:b> ?o . ?s (<u:a>|^<u:b>)* ?o .")

    assert isinstance(sequence, TriplePattern)
    assert isinstance(back, TriplePattern)
    assert sequence[:3] == ("?s", "<u:a>", "?_n1")
    assert back[:3] == ("?o", "<u:b>", "?_n1")
    assert isinstance(other, PathPattern)
    assert other.path == Repeat(Alternative((Link("<u:a>"), Inverse(Link("<u:b>")))), "*")
    assert other.text == "((<u:a>)|(^(<u:b>)))*"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("!<u:a>", Negated(("<u:a>",), ())),
        ("!(a|^<u:b>)", Negated((TYPE,), ("<u:b>",))),
        ("a?", Repeat(Link(TYPE), "?")),
        ("(^<u:a>+)?", Repeat(Inverse(Repeat(Link("<u:a>"), "+")), "?")),
        ("<u:a>|<u:b>|<u:c>", Alternative((Link("<u:a>"), Link("<u:b>"), Link("<u:c>")))),
    ],
)
def test_a_path_is_read_by_the_standards_precedence(path: str, expected: object) -> None:
    (element, *_) = elements(f"?s {path} ?o")

    assert isinstance(element, PathPattern)
    assert element.path == expected
    assert (element.subject, element.value) == ("?s", "?o")


def test_the_spans_of_expressions_are_code_points_of_the_text() -> None:
    text = (
        'SELECT ("日本" AS ?x) (COUNT(*) AS ?n) { ?s ?p "ラオス" # 注\n'
        ' FILTER(?o > 1 # >\n || EXISTS { ?s ?q "é" FILTER(?q != 2) }) BIND(STR(?s) AS ?t) }'
        " GROUP BY (LANG(?o) AS ?k) HAVING (SUM(?o) > 1)"
    )

    found = list(expressions(read(text)))

    assert len(found) == 7
    assert [text[slice(*one.span)] for one in found] == [one.text for one in found]


def test_the_spans_of_patterns_and_groups_are_where_they_stand() -> None:
    text = "SELECT * { ?s a <u:C> ; <u:p> ?日本 OPTIONAL { ?s <u:q> 1 } }"

    first, second, optional = read(text).where.elements

    assert isinstance(first, TriplePattern)
    assert isinstance(second, TriplePattern)
    assert isinstance(optional, Optional)
    assert text[slice(*first.span)] == "a <u:C>"
    assert text[slice(*second.span)] == "<u:p> ?日本"
    assert text[slice(*optional.group.span)] == optional.group.text == "{ ?s <u:q> 1 }"


def test_an_expression_names_its_functions_bound_variables_and_exists() -> None:
    (element, *_) = elements(
        "FILTER(!bound(?x) && isuri(?y) && NOT EXISTS { ?z ?p 1 } || rand() > 1)"
    )

    assert isinstance(element, Filter)
    condition = element.condition
    assert condition.bound == ("?x",)
    assert {"BOUND", "RAND"} <= condition.functions
    assert condition.variables == ("?x", "?y")
    assert [one.negated for one in condition.exists] == [True]


def test_the_whole_of_a_query_is_read() -> None:
    query = read(
        "PREFIX a: <u:a> SELECT DISTINCT ?s (COUNT(?o) AS ?n) FROM <u:g> FROM NAMED <u:h>"
        " { ?s ?p ?o } GROUP BY ?s STR(?p) HAVING (COUNT(?o) > 1) ORDER BY ?s LIMIT 2"
        " VALUES ?s { <u:s> }"
    )

    assert query.prologue == "PREFIX a: <u:a>"
    assert query.dataset == "FROM <u:g> FROM NAMED <u:h>"
    assert query.sources == ("<u:g>",)
    assert query.distinct
    assert query.sliced
    assert [key.variable for key in query.keys] == ["?s", ""]
    assert query.values == Values("VALUES ?s { <u:s> }", ("?s",))


def test_a_variable_that_is_renamed_is_an_expression() -> None:
    query = read("SELECT ?s (?o AS ?x) { ?s ?p ?o } GROUP BY ?s (?o AS ?k) ?p")

    columns = [*(query.columns or ()), *query.keys]
    shown = [(one.variable, one.expression and one.expression.text) for one in columns]

    assert shown == [("?s", None), ("?x", "?o"), ("?s", None), ("?k", "?o"), ("?p", None)]


@pytest.mark.parametrize(
    ("text", "form", "template"),
    [
        ("ASK { ?s ?p ?o }", "ASK", []),
        ("DESCRIBE <u:a>", "DESCRIBE", []),
        ("CONSTRUCT { ?s a [] } WHERE { ?s ?p ?o }", "CONSTRUCT", [("?s", TYPE, "_:_n1")]),
        ("CONSTRUCT WHERE { ?s a ?o } LIMIT 1", "CONSTRUCT", [("?s", TYPE, "?o")]),
    ],
)
def test_each_query_form_is_read(
    text: str, form: str, template: list[tuple[str, str, str]]
) -> None:
    query = read(text)

    assert query.form == form
    assert [(t.subject, t.predicate, t.value) for t in query.template] == template


@pytest.mark.parametrize(
    "call", ["isiri(?s)", "ISIRI(?s)", "sameterm(?s, ?o)", "SAMETERM(?s, ?o)", "IsBlank(?s)"]
)
def test_functions_are_known_in_every_spelling(call: str) -> None:
    assert parse(f"SELECT * {{ ?s ?p ?o FILTER({call}) }}") is not None
    assert parse('SELECT (group_concat(?s ; separator=",") AS ?l) { ?s ?p ?o }') is not None


@pytest.mark.parametrize(
    "text", ["SELECT * {", "SELECT * { LATERAL { ?s ?p ?o } }", "INSERT DATA { <u:a> <u:b> 1 }"]
)
def test_what_the_grammar_does_not_know_has_no_structure(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("levels", [40, 4000])
def test_deep_nesting_ends_neither_in_an_error_nor_in_a_crash(levels: int) -> None:
    groups = parse(f"SELECT * {'{' * levels} ?s ?p ?o {'}' * levels}")
    brackets = parse(f"SELECT * {{ FILTER({'(' * levels} 1 {')' * levels}) }}")

    assert (groups is None) is (brackets is None) is (levels > 100)


@pytest.mark.parametrize("name", library.names(QUERIES))
def test_every_named_query_is_read(name: str) -> None:
    query = library.load(QUERIES, name)

    columns = read(query.text).columns

    assert columns is not None
    assert tuple(column.variable[1:] for column in columns) == query.columns


def test_every_w3c_query_that_is_evaluated_is_read(shared: Path) -> None:
    found = cases(shared / "w3c" / "sparql11")

    unread = {case.name for case in found if parse(case.text) is None}

    assert len(found) > 200
    assert unread == set()


def expressions(query: Query) -> Iterator[Expression]:
    """Yield every expression of a query, those within ``EXISTS`` too."""
    columns = (*(query.columns or ()), *query.keys)
    yield from (column.expression for column in columns if column.expression)
    yield from query.having
    yield from _within(query.where)


def _within(group: Group) -> Iterator[Expression]:
    for element in group.elements:
        if isinstance(element, (Filter, Bind)):
            one = element[0]
            assert isinstance(one, Expression)
            yield one
            exists: tuple[Exists, ...] = one.exists
            for inner in exists:
                yield from _within(inner.group)
