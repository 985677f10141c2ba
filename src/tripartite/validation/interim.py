"""Interim: the agreed interface on pySHACL, until the engines land."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from tripartite.validation.reference import _term
from tripartite.validation.report import Report, Result

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node


def validate(
    data: Iterable[ox.Triple] | Path,
    shapes: Iterable[ox.Triple],
    engine: str = "fast",
    most: int | None = 10_000,
) -> Report:
    """Validate with pySHACL whatever the engine."""
    del engine
    graph, shacl = Graph(), Graph()
    for triples, into in ((data, graph), (shapes, shacl)):
        for triple in triples:
            into.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    logging.getLogger("pyshacl").setLevel(logging.CRITICAL)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shacl, inference="none", inplace=True)
    found = [
        _result(report, node, shacl) for node in report.subjects(RDF.type, SH.ValidationResult)
    ]
    found.sort(key=lambda r: (str(r.focus), str(r.path), str(r.shape), str(r.value)))
    shapes = {str(result.shape) for result in found}
    cut = most is not None and len(found) > most
    return Report(tuple(found[:most]), dict.fromkeys(sorted(shapes), "pyshacl"), cut)


def _result(report: Graph, node: Node, shapes: Graph) -> Result:
    def of(name: Node):
        return _back(report.value(node, name))

    shape = report.value(node, SH.sourceShape)
    texts = (*report.objects(node, SH.resultMessage), *shapes.objects(shape, SH.message))
    return Result(
        of(SH.focusNode),
        of(SH.resultPath),
        of(SH.value),
        of(SH.sourceShape),
        of(SH.sourceConstraintComponent),
        of(SH.resultSeverity),
        of(SH.sourceConstraint),
        {(m.language or ""): str(m) for m in texts if isinstance(m, Literal)},
    )


def _back(term):
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(
            str(term),
            datatype=ox.NamedNode(str(term.datatype or "http://www.w3.org/2001/XMLSchema#string")),
        )
    return None
