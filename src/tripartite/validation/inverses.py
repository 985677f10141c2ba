"""Paths as pySHACL understands them: an inverse of a sequence as a sequence of inverses.

pySHACL walks the parts of ``^(a/b)`` in their given order, and finds nothing. ``^b/^a`` is the
same path (SPARQL 1.1 Query, 18.4), which it walks rightly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, NamedNode, Triple

from tripartite.validation.shape_graph import FIRST, NIL, REST, ShapeGraph, sh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tripartite.validation.shape_graph import Node, Term

_INVERSE: Final = sh("inversePath")


def turned(shapes: Sequence[Triple]) -> Sequence[Triple]:
    """Return the shapes with each such path turned; a path keeps the node that it has."""
    if not any(triple.predicate == _INVERSE for triple in shapes):
        return shapes
    graph = ShapeGraph(shapes)
    todo = [t for t in graph.triples if t.predicate == _INVERSE and graph.values(t.object, FIRST)]
    gone = {*todo}
    more = [triple for one in todo for triple in _sequence(graph, one.subject, one.object)]
    return [*(triple for triple in graph.triples if triple not in gone), *more]


def _sequence(graph: ShapeGraph, head: Term, list_: Term) -> Iterator[Triple]:
    """Yield a list of the inverses of a list's members, the last one first."""
    node = _node(head)
    parts = [*graph.items(list_)]
    for number, part in enumerate(reversed(parts), 1):
        yield from _inverse(graph, node, part)
        rest = NIL if number == len(parts) else BlankNode()
        yield Triple(node, REST, rest)
        node = rest


def _inverse(graph: ShapeGraph, holder: Node, part: Term) -> Iterator[Triple]:
    """Yield that a list's node holds the inverse of a path."""
    for inner in graph.values(part, _INVERSE):  # the inverse of an inverse is the path itself
        yield Triple(holder, FIRST, inner)
        return
    around = BlankNode()
    yield Triple(holder, FIRST, around)
    if graph.values(part, FIRST):
        yield from _sequence(graph, around, part)
    else:
        yield Triple(around, _INVERSE, part)


def _node(term: Term) -> Node:
    assert isinstance(term, (NamedNode, BlankNode))  # noqa: S101 (it is a subject)
    return term
