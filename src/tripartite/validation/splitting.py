"""Give each engine the part of the shapes that it is to validate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.validation.shape_graph import MESSAGE, PATH, PROPERTY, SPARQL, TARGETS, TYPE, sh

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pyoxigraph import Triple

    from tripartite.validation.constraints import Constraint
    from tripartite.validation.shape_graph import Node, ShapeGraph

    Link = tuple[Node, Node]  # a shape and a constraint of it

_SHAPES: Final = frozenset(map(sh, ("NodeShape", "PropertyShape")))
_SEVERITY: Final = sh("severity")
_DESCRIBING: Final = frozenset(
    {TYPE, PATH, MESSAGE, *TARGETS, _SEVERITY, sh("deactivated"), sh("name")}
)


def without(
    shapes: ShapeGraph, links: Collection[Link], roots: Collection[Node] = ()
) -> list[Triple]:
    """Return the shapes without some constraints, and with the targets of ``roots`` taken away.

    Constraints that are switched off are left out too, and severities of constraints: not every
    engine heeds the switch, and a severity is the shape's.
    """
    gone = {*links}
    gone |= {
        (shape, node)
        for shape in shapes.subjects(SPARQL)
        for node in shapes.nodes(shape, SPARQL)
        if shapes.is_deactivated(node)
    }
    lost = {node for _, node in gone} - {
        node
        for shape in shapes.subjects(SPARQL)
        for node in shapes.nodes(shape, SPARQL)
        if (shape, node) not in gone
    }
    having = {*shapes.subjects(SPARQL)}  # a shape may be its own constraint
    asked = {node for shape in having for node in shapes.nodes(shape, SPARQL)} - having
    return [
        triple
        for triple in shapes.triples
        if not (triple.predicate == SPARQL and (triple.subject, triple.object) in gone)
        and triple.subject not in lost
        and not (triple.predicate == _SEVERITY and triple.subject in asked)
        and not (triple.subject in roots and _is_target(triple))
    ]


def whole(shapes: ShapeGraph, roots: Collection[Node]) -> list[Triple]:
    """Return all shapes, with the targets of ``roots`` alone."""
    others = {root for root in shapes.roots() if root not in roots}
    return without(shapes, (), others)


def only(shapes: ShapeGraph, constraints: Iterable[Constraint]) -> list[Triple]:
    """Return the shapes so that nothing but some constraints of plain targets is left in them."""
    wanted = list(constraints)
    roots = {one.root for one in wanted}
    kept = {(one.shape, one.node) for one in wanted}
    below = {(one.root, one.shape) for one in wanted}
    strip = {*roots, *(one.shape for one in wanted)}
    others = {root for root in shapes.roots() if root not in roots}
    return [
        triple
        for triple in without(shapes, (), others)
        if triple.subject not in strip
        or triple.predicate in _DESCRIBING
        or (triple.predicate == SPARQL and (triple.subject, triple.object) in kept)
        or (triple.predicate == PROPERTY and (triple.subject, triple.object) in below)
    ]


def links(constraints: Iterable[Constraint]) -> Iterator[Link]:
    """Yield the links from shapes to their constraints."""
    return ((one.shape, one.node) for one in constraints)


def _is_target(triple: Triple) -> bool:
    kind = triple.predicate == TYPE and triple.object not in _SHAPES
    return triple.predicate in TARGETS or kind
