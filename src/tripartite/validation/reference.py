"""Validate with pySHACL on plain rdflib, on terms as they were parsed.

Terms read back from the store are not used: the engine rewrites numbers (``1.50``), and a
shape that looks at the spelling would see another one. Source: W3C SHACL, 20 July 2017.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from tripartite.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Result:
    """One ``sh:ValidationResult``.

    Attributes:
        path: The property; empty for a node shape or a path that is no single property.
        messages: By language; the key is empty for a message without one.
    """

    focus: str
    path: str
    value: str
    shape: str
    component: str
    messages: Mapping[str, str]


def validate(data: Iterable[ox.Triple], shapes: Graph) -> tuple[Result, ...]:
    """Return what ``data`` breaks of ``shapes``, sorted; empty if it conforms."""
    graph = Graph()
    for triple in data:
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    logging.getLogger("pyshacl").setLevel(logging.CRITICAL)
    _, report, _ = pyshacl.validate(
        graph, shacl_graph=shapes, inference="none", allow_warnings=False, inplace=True
    )
    if not isinstance(report, Graph):
        raise UnreadableFileError("not-read", path="shapes", why=report)
    found = (
        _result(report, node, shapes) for node in report.subjects(RDF.type, SH.ValidationResult)
    )
    return tuple(sorted(found, key=lambda r: (r.focus, r.path, r.shape, r.value)))


def read_shapes(paths: Iterable[Path]) -> Graph:
    """Parse shape files into one graph.

    Raises:
        UnreadableFileError: A file cannot be read or parsed; the message gives the place.
    """
    graph = Graph()
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
        except SyntaxError as error:
            raise UnreadableFileError(
                "not-parsed", path=path, line=error.lineno, column=error.offset, why=error.msg
            ) from error
        except OSError as error:
            raise UnreadableFileError("not-read", path=path, why=error.strerror) from error
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"not an RDF 1.1 term: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def _result(report: Graph, node: Node, shapes: Graph) -> Result:
    path = report.value(node, SH.resultPath)
    shape = report.value(node, SH.sourceShape)
    # pySHACL reports one language of a sh:sparql shape's message, now this, now that.
    texts = (*report.objects(node, SH.resultMessage), *shapes.objects(shape, SH.message))
    messages = {
        (message.language or ""): str(message) for message in texts if isinstance(message, Literal)
    }
    return Result(
        focus=str(report.value(node, SH.focusNode) or ""),
        path=str(path) if isinstance(path, URIRef) else "",
        value=str(report.value(node, SH.value) or ""),
        shape=str(shape or ""),
        component=str(report.value(node, SH.sourceConstraintComponent) or ""),
        messages=messages,
    )
