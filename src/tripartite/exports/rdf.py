"""Graphs as Turtle, N-Triples, N-Quads and RDF/XML: the same bytes for the same graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from tripartite.errors import UnsupportedFormatError
from tripartite.exports import facts
from tripartite.exports.longturtle import write
from tripartite.exports.sparql_results import XML_FORBIDDEN
from tripartite.exports.terms import (
    as_quads,
    distinct,
    in_order,
    refuse_graphs,
    written,
)
from tripartite.garbage import uncollected
from tripartite.vocabulary import PREFIXES, RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.exports.facts import Facts

# An element's name must be cut from the end of the property's IRI (XML Namespaces 1.0).
_ELEMENT = re.compile(r"[^\W\d][\w.-]*$")
_XMLNS = re.compile(r"<rdf:RDF( [^>]*)>")


def as_turtle(statements: Iterable[Quad | Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write Turtle for people: a line a value, only the prefixes used.

    Raises:
        UnsupportedFormatError: There are named graphs, or triples about triples.
    """
    quads = distinct(as_quads(statements))
    refuse_graphs(quads, "turtle")
    with uncollected():
        return turtle(facts.facts(quads), prefixes)


def turtle(found: Facts, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write facts as Turtle, in order.

    Raises:
        UnsupportedFormatError: There are triples about triples.
    """
    return write(facts.in_order(found), prefixes)


def as_ntriples(statements: Iterable[Quad | Triple]) -> str:
    """Write sorted N-Triples.

    Raises:
        UnsupportedFormatError: There are named graphs.
    """
    triples = [quad.triple for quad in _quads(statements, "ntriples")]
    return in_lines(written(triples, RdfFormat.N_TRIPLES))


def as_nquads(statements: Iterable[Quad | Triple]) -> str:
    """Write sorted N-Quads."""
    quads = in_order(as_quads(statements))
    return in_lines(written(quads, RdfFormat.N_QUADS))


def in_lines(text: str) -> str:
    """Sort the lines that the engine wrote."""
    return "".join(f"{line}\n" for line in sorted(text.split("\n")) if line)


def as_rdfxml(statements: Iterable[Quad | Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write RDF/XML, an element a subject.

    Raises:
        UnsupportedFormatError: There are named graphs, a property or class whose IRI gives
            no element's name, or a text with a character that XML cannot hold.
    """
    triples = [quad.triple for quad in _quads(statements, "rdfxml")]
    elements = _elements(triples)
    if not all(map(_ELEMENT.search, elements)):
        raise _unsupported("rdfxml")
    used = {
        name: namespace
        for name, namespace in prefixes.items()
        if any(element.startswith(namespace) for element in elements)
    }
    text = written(triples, RdfFormat.RDF_XML, used)
    if XML_FORBIDDEN.search(text):
        raise _unsupported("rdfxml")
    # A parser would read a bare carriage return as a line feed.
    return _XMLNS.sub(_sorted_attributes, text.replace("\r", "&#13;"), count=1) + "\n"


def _quads(statements: Iterable[Quad | Triple], form: str) -> list[Quad]:
    quads = in_order(as_quads(statements))
    refuse_graphs(quads, form)
    return quads


def _elements(triples: Iterable[Triple]) -> set[str]:
    """Return the IRIs that become elements' names; others are never abbreviated."""
    return {
        term.value
        for triple in triples
        for term in (triple.object if triple.predicate == RDF_TYPE else triple.predicate,)
        if isinstance(term, NamedNode)
    }


def _sorted_attributes(found: re.Match[str]) -> str:
    return "<rdf:RDF " + "\n\t".join(sorted(found[1].split())) + ">"


def _unsupported(form: str) -> UnsupportedFormatError:
    return UnsupportedFormatError("not-for-this-result", format=form, known="ntriples, nquads")
