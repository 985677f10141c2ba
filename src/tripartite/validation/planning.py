"""Decide which engine validates what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite.syntax import parse
from tripartite.syntax.nodes import Bind
from tripartite.validation.constraints import above, constraints, target_predicates
from tripartite.validation.hoisting import Hoisted, hoist
from tripartite.validation.reading import predicates, reads_spelling, walk
from tripartite.validation.rules import why_not
from tripartite.validation.shape_graph import PATH, sh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.syntax.nodes import Query
    from tripartite.validation.constraints import Constraint
    from tripartite.validation.shape_graph import Node, ShapeGraph


class Part(NamedTuple):
    """One ``sh:sparql`` constraint of one shape, on all ways on which it is reached.

    Attributes:
        rule: Why it is not hoisted; empty if it is.
        roots: The targets above it.
    """

    ways: tuple[Constraint, ...]
    rule: str
    roots: tuple[Node, ...]


class Plan(NamedTuple):
    """What is hoisted, and what is left in the shapes that the core engine is given."""

    hoisted: tuple[Hoisted, ...]
    kept: tuple[Part, ...]


def plan(shapes: ShapeGraph) -> Plan:
    """Apply the rules to every constraint."""
    grouped: dict[tuple[Node, Node], list[Constraint]] = {}
    for one in constraints(shapes):
        grouped.setdefault((one.shape, one.node), []).append(one)
    hoisted: list[Hoisted] = []
    kept: list[Part] = []
    for (shape, _), ways in grouped.items():
        rule = next(filter(None, (why_not(shapes, way) for way in ways)), "")
        if rule:
            kept.append(Part(tuple(ways), rule, tuple(above(shapes, shape))))
        else:
            hoisted += [hoist(shapes, way, way.query) for way in ways if way.query]
    return Plan(tuple(hoisted), tuple(kept))


def wanted(shapes: ShapeGraph, chosen: Plan) -> frozenset[NamedNode] | None:
    """Return the predicates that the store must hold; ``None`` for all."""
    found = [one.predicates for one in chosen.hoisted]
    for part in chosen.kept:
        found += [used(shapes, part), *(target_predicates(shapes, root) for root in part.roots)]
    known = [one for one in found if one is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def used(shapes: ShapeGraph, part: Part) -> frozenset[NamedNode] | None:
    """Return the predicates that a kept constraint reads; ``None`` for any."""
    del shapes
    query = part.ways[0].query
    return predicates(query, part.ways[0].text) if query else None


def spells(part: Part) -> bool:
    """Tell whether a kept constraint reads how literals are spelled."""
    query = part.ways[0].query
    return query is None or reads_spelling(query)


def computes_value(query: Query | None) -> bool:
    """Tell whether a query calculates ``?value`` rather than finding it in the data."""
    if query is None:
        return False
    columns = {column.variable: column.expression for column in query.columns or ()}
    bound = (p.element for p in walk(query.where) if isinstance(p.element, Bind))
    return columns.get("?value") is not None or any(one.variable == "?value" for one in bound)


def spelling_components(shapes: ShapeGraph) -> frozenset[Node]:
    """Return the shapes that use a component whose query reads how literals are spelled."""
    found: set[Node] = set()
    for component in shapes.subjects(sh("parameter")):
        validators = (
            node
            for name in ("validator", "nodeValidator", "propertyValidator")
            for node in shapes.nodes(component, sh(name))
        )
        texts = [
            text.value
            for node in validators
            for name in ("ask", "select")
            for text in shapes.values(node, sh(name))
            if isinstance(text, Literal)
        ]
        if any(_spells(text) for text in texts):
            paths = (shapes.value(one, PATH) for one in shapes.nodes(component, sh("parameter")))
            found |= {
                s for path in paths if isinstance(path, NamedNode) for s in shapes.subjects(path)
            }
    return frozenset(found)


def _spells(text: str) -> bool:
    query = parse(text)
    return query is None or reads_spelling(query)


def roots_above(shapes: ShapeGraph, nodes: Iterable[Node]) -> frozenset[Node]:
    """Return the targets above any of these shapes."""
    return frozenset(root for node in nodes for root in above(shapes, node))
