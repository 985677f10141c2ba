"""The line of a node, however its file's format writes it."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, NamedNode

from tripartite.validation.files import Input
from tripartite.validation.lines import places

A = NamedNode("http://example.org/a")
HERE = NamedNode("file:///-#here")
XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://e.org/">
<ex:Thing rdf:about="http://example.org/b"><ex:to rdf:resource="http://example.org/a"/></ex:Thing>
<ex:Thing rdf:about="http://example.org/a"/>
</rdf:RDF>"""
JSON = """{"@context": {"ex": "http://example.org/"},
"ex:to": {"@id": "ex:a"},
"@id": "ex:b"}"""


@pytest.mark.parametrize(
    ("form", "text", "line"),
    [
        (
            "turtle",
            "<http://example.org/b> <x:p> <http://example.org/a> .\n<http://example.org/a>",
            2,
        ),
        ("turtle", "@prefix e: <http://example.org/> .\n\n  e:a e:p 1 .", 3),
        ("turtle", "PREFIX : <http://example.org/>\n:b :p :a.\n", 2),
        ("turtle", "@prefix e: <http://example.org/> .\ne:b e:p 'e:a' .\ne:a e:p 1 .", 3),
        ("trig", "@prefix e: <http://example.org/> .\ne:g {\n\te:a e:p 1 .\n}", 3),
        (
            "ntriples",
            "<http://e.org/b> <x:p> <http://example.org/a> .\n<http://example.org/a> <",
            2,
        ),
        ("nquads", "<http://example.org/a> <x:p> <x:o> <x:g> .", 1),
        ("rdfxml", XML, 3),
        ("jsonld", JSON, 2),
    ],
)
def test_a_node_is_found_where_its_line_begins_else_where_it_is_named(
    form: str, text: str, line: int
) -> None:
    found = places([Input("-", form, text.encode())], [A])

    assert found == {A: f"-:{line}"}


def test_a_relative_iri_is_found() -> None:
    found = places([Input("-", "turtle", b"\n<#here> <x:p> 1 .")], [HERE])

    assert found == {HERE: "-:2"}


def test_a_blank_node_is_found_under_its_label() -> None:
    node = BlankNode("me")

    found = places([Input("-", "turtle", b"<x:s> <x:p> 1 .\n_:me <x:p> 1 .")], [node])

    assert found == {node: "-:2"}


def test_a_node_that_no_file_names_has_no_place() -> None:
    assert places([Input("-", "turtle", b"<x:s> <x:p> 1 .")], [A, BlankNode("b1")]) == {}


def test_the_first_file_that_names_a_node_is_its_place() -> None:
    first = Input("-", "turtle", b"<x:s> <x:p> <http://example.org/a> .")
    second = Input("-", "ntriples", b"\n<http://example.org/a> <x:p> <x:o> .")

    assert places([first, second], [A]) == {A: "-:1"}
