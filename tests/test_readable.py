"""Tables for people: labels in the place of IRIs and codes, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.model import Table
from tripartite.readable import readable

if TYPE_CHECKING:
    from tripartite import KnowledgeGraph

FUND = v.entity("fund", "ssn")


def read(graph: KnowledgeGraph, table: Table, language: str = "en") -> Table:
    return readable(graph.store, table, language)


def test_a_label_stands_in_the_column_of_its_entity(graph: KnowledgeGraph) -> None:
    table = Table(("fund", "fundLabel"), ((FUND, Literal("SSN Fund", language="en")),))

    shown = read(graph, table)

    assert shown.columns == ("fund",)
    assert shown.rows == ((Literal("SSN Fund", language="en"),),)


def test_a_value_without_a_label_is_still_shown(graph: KnowledgeGraph) -> None:
    table = Table(("value", "valueLabel"), ((Literal("2013-11"), None), (FUND, None)))

    assert read(graph, table).rows == ((Literal("2013-11"),), (FUND,))


def test_a_label_alone_takes_the_plain_name(graph: KnowledgeGraph) -> None:
    assert read(graph, Table(("unitLabel",), ((Literal("year"),),))).columns == ("unit",)


def test_a_code_is_named_in_the_language_asked_for(graph: KnowledgeGraph) -> None:
    table = Table(("standing",), ((v.STATED,),))

    assert read(graph, table).rows == ((Literal("stated"),),)
    assert read(graph, table, "ja").rows == ((Literal("明示"),),)


def test_an_unknown_code_stays_as_it_is(graph: KnowledgeGraph) -> None:
    code = NamedNode(f"{v.BASE}standing/unheard-of")

    assert read(graph, Table(("standing",), ((code,),))).rows == ((code,),)


def test_a_column_that_no_row_fills_is_named_in_a_note_only(graph: KnowledgeGraph) -> None:
    rows = ((Literal("a"), None, None), (Literal("b"), None, Literal("c")))

    shown = read(graph, Table(("one", "two", "three"), rows))

    assert shown.columns == ("one", "three")
    assert shown.rows == ((Literal("a"), None), (Literal("b"), Literal("c")))
    assert shown.notes == ("empty in every row: two",)


def test_a_table_without_rows_keeps_its_columns(graph: KnowledgeGraph) -> None:
    assert read(graph, Table(("one", "two"), ())).columns == ("one", "two")
