"""Validate with pySHACL on plain rdflib, on terms as they were parsed: the reference.

Terms read back from the store are not used: the engine rewrites numbers (``1.50``), and a
shape that looks at the spelling would see another one. Source: W3C SHACL, 20 July 2017.
"""

from __future__ import annotations

import logging
import re
import warnings
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
import pyshacl
from pyparsing import ParseBaseException
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.plugins.sparql.sparql import SPARQLError

from tripartite.errors import QueryFailedError, QueryRefusedError, UnreadableFileError
from tripartite.syntax.nodes import GraphBlock
from tripartite.validation.constraints import constraints
from tripartite.validation.inverses import turned
from tripartite.validation.messages import Messages
from tripartite.validation.reading import walk
from tripartite.validation.report import Report, Result
from tripartite.validation.shape_graph import SPARQL, sh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib.term import Node

    from tripartite.validation.data import Data
    from tripartite.validation.shape_graph import ShapeGraph

_TARGET: Final = sh("target")
# What rdflib raises where a query meets values that it cannot reckon with, such as a sum of texts.
_ADDRESS: Final = re.compile(r" at 0x[0-9a-f]+")
_OF_DATA: Final = (SPARQLError, AttributeError, TypeError, ArithmeticError, ValueError, LookupError)


def validate(data: Data, shapes: ShapeGraph) -> Report:
    """Validate everything with pySHACL.

    Raises:
        UnreadableFileError: pySHACL does not take the shapes.
    """
    queries = (one.query for one in constraints(shapes) if one.query)
    if any(isinstance(p.element, GraphBlock) for query in queries for p in walk(query.where)):
        raise UnreadableFileError("not-read", path="shapes", why="GRAPH: the data is one graph")
    found = results(data.triples(), shapes.triples, Messages(shapes))
    named = {
        *shapes.roots(),
        *(c for s in shapes.subjects(SPARQL) for c in shapes.nodes(s, SPARQL)),
    }
    active = sorted(str(one) for one in named if not shapes.is_deactivated(one))
    return Report(tuple(found), dict.fromkeys(active, "pyshacl"))


def results(
    data: Iterable[ox.Triple], shapes: Sequence[ox.Triple], messages: Messages
) -> list[Result]:
    """Return what ``data`` breaks of ``shapes``.

    Raises:
        UnreadableFileError: pySHACL does not take the shapes.
        QueryRefusedError: They nest deeper than it can follow.
        QueryFailedError: It meets values that it cannot reckon with.
    """
    for name in ("pyshacl", "rdflib"):  # an ill-formed literal is a result, no line of a log
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _, report, text = pyshacl.validate(
                _graph(data),
                shacl_graph=_graph(messages.marked(turned(shapes))),
                inference="none",
                allow_warnings=False,
                # A target of SPARQL is an advanced feature: without, its shape passes in silence.
                advanced=any(triple.predicate == _TARGET for triple in shapes),
                inplace=True,
            )
    except RecursionError as error:
        raise QueryRefusedError("shape-beyond-reference") from error
    except _OF_DATA as error:
        why = _ADDRESS.sub("", _line(error))
        raise QueryFailedError("values-beyond-reference", why=why) from error
    except (RuntimeError, ParseBaseException, re.error) as error:
        raise _refused(error) from error
    if not isinstance(report, Graph):
        raise _refused(text)
    return [_result(report, node, messages) for node in report.objects(None, SH.result)]


def _refused(why: object) -> UnreadableFileError:
    """Return an error of one line; what follows the first may be as long as the shapes."""
    return UnreadableFileError("not-read", path="shapes", why=_line(why))


def _line(why: object) -> str:
    return next(iter(str(why).splitlines()), "") or type(why).__name__


def _graph(triples: Iterable[ox.Triple]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return graph


def _rdflib(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"not an RDF 1.1 term: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def _result(report: Graph, node: Node, messages: Messages) -> Result:
    texts = (str(text) for text in report.objects(node, SH.resultMessage))
    told, said = messages.read(texts)
    focus = _term(report.value(node, SH.focusNode))
    assert focus is not None  # noqa: S101 (every result has one)
    return Result(
        focus=focus,
        path=_node(report.value(node, SH.resultPath)),
        value=_term(report.value(node, SH.value)),
        shape=_node(report.value(node, SH.sourceShape)) or sh("Shape"),
        component=_iri(report.value(node, SH.sourceConstraintComponent)),
        severity=_iri(report.value(node, SH.resultSeverity)),
        constraint=_node(report.value(node, SH.sourceConstraint)) or told,
        messages=said,
    )


def _term(node: Node | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    if not isinstance(node, Literal):
        return _node(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype) if node.datatype else None)


def _node(node: Node | None) -> ox.NamedNode | ox.BlankNode | None:
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    return ox.BlankNode(str(node)) if isinstance(node, BNode) else None


def _iri(node: Node | None) -> ox.NamedNode:
    return ox.NamedNode(str(node))
