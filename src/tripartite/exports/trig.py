"""The one spelling of data files: TriG for claims, Turtle for entities.

The engine writes quads in the order given and joins what shares a subject. Here they are put
in order, and the prefixes are those that the text uses, in alphabetical order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from tripartite.curie import split_passage
from tripartite.exports.terms import (
    as_quads,
    in_order,
    node_key,
    passage_prefixes,
    refuse_graphs,
    subject_key,
    written,
)
from tripartite.vocabulary import BASE, CLAIM, DERIVATION, PASSAGE, PREFIXES, RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Quad, Triple

    from tripartite.exports.terms import Key, Node

_DERIVATIONS = f"<{BASE}derivation/"
_HEADER = re.compile(r"(?:@prefix .*\n)*")
# A name with its prefix, passing over strings and whole IRIs, which may hold anything.
_NAME = re.compile(r'"(?:[^"\\]|\\.)*"|<[^\s<>]*>|([A-Za-z][A-Za-z0-9._-]*):\S*')
_PARAGRAPH = re.compile(r"(?<= \.\n)(?=[^\s}])|(?<=^}\n)(?=\S+ \{$)", re.MULTILINE)


def as_trig(statements: Iterable[Quad | Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write documents and sections, then claims as the text goes, then derivations.

    A claim's graph comes before its description. Claims without a passage follow the rest.
    """
    ordered = in_order(as_quads(statements))
    places = _places(ordered)
    ordered.sort(key=lambda quad: _key(quad, places))
    return _write(ordered, RdfFormat.TRIG, prefixes)


def as_turtle(statements: Iterable[Quad | Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write triples by subject, its type first.

    Raises:
        UnsupportedFormatError: A quad stands in a named graph.
    """
    ordered = in_order(as_quads(statements))
    refuse_graphs(ordered, "turtle")
    return _write(ordered, RdfFormat.TURTLE, prefixes)


def _places(quads: Sequence[Quad]) -> Mapping[Node, Key]:
    """Return where each claim and derivation stands; what is neither stands before them."""
    described = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    types = {(quad.subject, quad.object) for quad in described if quad.predicate == RDF_TYPE}
    graphs: set[Node] = {quad.graph_name for quad in quads}
    graphs.discard(DefaultGraph())
    derivations: set[Node] = {subject for subject, kind in types if kind == DERIVATION}
    derivations |= {graph for graph in graphs if str(graph).startswith(_DERIVATIONS)}
    claims: set[Node] = {subject for subject, kind in types if kind == CLAIM}
    places: dict[Node, Key] = dict.fromkeys(claims | graphs, (1, 1))
    for quad in described:
        passage = _passage(quad)
        if passage and quad.subject in places:
            places[quad.subject] = min(places[quad.subject], (1, 0, *passage))
    return places | dict.fromkeys(derivations, (2,))


def _passage(quad: Quad) -> tuple[str, int, int] | None:
    if quad.predicate == PASSAGE and isinstance(quad.object, NamedNode):
        return split_passage(quad.object.value)
    return None


def _key(quad: Quad, places: Mapping[Node, Key]) -> Key:
    described = quad.graph_name == DefaultGraph()
    name = quad.subject if described else quad.graph_name
    return (places.get(name, (0,)), node_key(name), described, subject_key(quad))


def _write(quads: Sequence[Quad], form: RdfFormat, prefixes: Mapping[str, str]) -> str:
    known = {**passage_prefixes(quads, prefixes), **prefixes}
    statements = quads if form == RdfFormat.TRIG else [quad.triple for quad in quads]
    body = _HEADER.sub("", written(statements, form, known), count=1)
    used = {found[1] for found in _NAME.finditer(body) if found[1]}
    header = "".join(f"@prefix {name}: <{known[name]}> .\n" for name in sorted(used))
    return "\n".join(part for part in (header, _PARAGRAPH.sub("\n", body)) if part)
