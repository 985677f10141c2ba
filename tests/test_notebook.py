"""What Jupyter shows: it asks a value for ``_repr_html_`` and ``_repr_svg_``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite import KnowledgeGraph


def test_a_table_shows_itself_with_its_notes_and_short_links() -> None:
    table = Table(
        ("entity", "text"),
        ((NamedNode("https://w3id.org/tripartite/body/ilo"), Literal("<b> & 日本")), (None, None)),
        ("a remark",),
    )

    shown = table._repr_html_()

    assert '<a href="https://w3id.org/tripartite/body/ilo">body:ilo</a>' in shown
    assert "<td>&lt;b&gt; &amp; 日本</td>" in shown
    assert "<td></td><td></td>" in shown
    assert shown.endswith("<p>a remark</p><p>2 rows</p>")


def test_a_long_table_says_how_much_it_does_not_show() -> None:
    table = Table(("n",), tuple((Literal(n),) for n in range(1234)))

    shown = table._repr_html_()

    assert shown.count("<tr>") == 201
    assert "1234 rows, 1034 of them not shown here" in shown


def test_the_graph_shows_what_it_holds(graph: KnowledgeGraph) -> None:
    shown = graph._repr_html_()

    assert "<td>documents</td><td>5</td>" in shown


def test_an_answer_shows_itself(graph: KnowledgeGraph) -> None:
    answer = graph.query("funding/by-donor", {"donor": "MHLW"})

    assert isinstance(answer, Table)
    assert "body:mhlw" in answer._repr_html_()
