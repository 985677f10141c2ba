"""Decide which engine validates what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite.syntax import parse
from tripartite.syntax.nodes import Bind
from tripartite.validation.constraints import above, constraints, target_predicates
from tripartite.validation.hoisting import Hoisted, hoist
from tripartite.validation.reading import calls, compares, predicates, reads_spelling, walk
from tripartite.validation.rules import reaches_itself, why_not
from tripartite.validation.shape_graph import PATH, sh

if TYPE_CHECKING:
    from tripartite.syntax.nodes import Query
    from tripartite.validation.constraints import Constraint
    from tripartite.validation.literals import Literals
    from tripartite.validation.shape_graph import Node, ShapeGraph


_QUERIES = (sh("ask"), sh("select"))


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
        found += [used(part), *(target_predicates(shapes, root) for root in part.roots)]
    known = [one for one in found if one is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def used(part: Part) -> frozenset[NamedNode] | None:
    """Return the predicates that a kept constraint reads; ``None`` for any."""
    query = part.ways[0].query
    return predicates(query, part.ways[0].text) if query else None


def is_beyond_core(shapes: ShapeGraph, part: Part, literals: Literals) -> bool:
    """Tell whether the core engine would not answer a kept query as the standard says.

    It drops a value that is calculated, binds ``$this`` to nodes of the data only, knows no cast to
    a date, compares no dates, and sees numbers as it spells them itself.
    """
    query = part.ways[0].query
    if query is None:
        return False  # it says what is wrong with it
    named = any(shapes.values(root, sh("targetNode")) for root in part.roots)
    forms = literals.of(used(part))
    return (
        computes_value(query)
        or calls(query)
        or (named and reaches_itself(query))
        or forms.clash
        or (bool(forms.parsed) and reads_spelling(query))
        or (compares(query) and literals.has_dates(used(part)))
    )


def computes_value(query: Query) -> bool:
    """Tell whether a query calculates ``?value`` rather than finding it in the data."""
    columns = {column.variable: column.expression for column in query.columns or ()}
    bound = (p.element for p in walk(query.where) if isinstance(p.element, Bind))
    return columns.get("?value") is not None or any(one.variable == "?value" for one in bound)


def delicate_roots(shapes: ShapeGraph) -> frozenset[Node]:
    """Return the targets above shapes that use a component whose query asks more than a term.

    Such a query is left to the core engine only where no literal is one that it gets wrong.
    """
    found: set[Node] = set()
    for component in shapes.subjects(sh("parameter")):
        validators = (
            node
            for name in ("validator", "nodeValidator", "propertyValidator")
            for node in shapes.nodes(component, sh(name))
        )
        texts = (t for node in validators for n in _QUERIES for t in shapes.values(node, n))
        if any(_is_delicate(text.value) for text in texts if isinstance(text, Literal)):
            for one in shapes.nodes(component, sh("parameter")):
                path = shapes.value(one, PATH)
                found |= {*shapes.subjects(path)} if isinstance(path, NamedNode) else set()
    return frozenset(root for shape in found for root in above(shapes, shape))


def _is_delicate(text: str) -> bool:
    query = parse(text)
    return query is None or reads_spelling(query) or compares(query) or calls(query)
