"""The ``sh:sparql`` constraints of a shapes graph, each where it is reached from a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.syntax import parse
from tripartite.syntax.variables import places
from tripartite.validation.shape_graph import (
    PATH,
    PROPERTY,
    SPARQL,
    SUB_CLASS,
    TARGETS,
    TYPE,
    sh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from tripartite.syntax.nodes import Query
    from tripartite.validation.shape_graph import Node, ShapeGraph, Term


_WAYS: Final = 200  # to focus nodes: the engine puts them within one another


class Constraint(NamedTuple):
    """One ``sh:sparql`` constraint, reached one way.

    Attributes:
        root: The shape with the target; ``None`` where the way there is none that is known.
        shape: The shape that has the constraint.
        node: The constraint itself.
        text: Its query with prefixes and with the path in the place of ``$PATH``.
        query: The structure of the query; ``None`` where it is not understood.
    """

    root: Node | None
    shape: Node
    node: Node
    text: str
    query: Query | None


def constraints(shapes: ShapeGraph) -> Iterator[Constraint]:
    """Yield each constraint that is not switched off, once a way on which it is reached."""
    for shape in shapes.subjects(SPARQL):
        roots = [] if shapes.is_deactivated(shape) else _roots(shapes, shape)
        for node in shapes.nodes(shape, SPARQL):
            if not shapes.is_deactivated(node):
                text = query_text(shapes, shape, node)
                query = parse(text) if text else None
                yield from (Constraint(root, shape, node, text, query) for root in roots)


def target(shapes: ShapeGraph, root: Node) -> str:
    """Return a pattern that binds each focus node to ``?this`` once; empty if there is none."""
    nodes, classes, subjects, objects, others = (shapes.values(root, one) for one in TARGETS)
    classes = [*classes, *([root] if shapes.is_class(root) else [])]
    known = all(isinstance(one, NamedNode) for one in (*nodes, *classes, *subjects, *objects))
    if others or not known or shapes.may_be_class(root):
        return ""
    if len(classes) + len(subjects) + len(objects) > _WAYS:
        return ""
    ways = [f"VALUES ?this {{ {' '.join(map(str, nodes))} }}"] if nodes else []
    ways += [f"?this {TYPE}/{SUB_CLASS}* {one}" for one in classes]
    ways += [f"?this {one} []" for one in subjects]
    ways += [f"[] {one} ?this" for one in objects]
    if len(ways) == len(nodes[:1]):
        return "".join(ways)
    return f"{{ SELECT DISTINCT ?this {{ {{ {' } UNION { '.join(ways)} }} }} }}"


def target_predicates(shapes: ShapeGraph, root: Node) -> frozenset[NamedNode]:
    """Return the predicates by which focus nodes are found."""
    _, classes, *ends, _ = (shapes.values(root, one) for one in TARGETS)
    found = {one for values in ends for one in values if isinstance(one, NamedNode)}
    return frozenset(found | ({TYPE, SUB_CLASS} if classes or shapes.is_class(root) else set()))


def above(shapes: ShapeGraph, shape: Node) -> list[Node]:
    """Return the shapes with targets from which a shape is reached in any way."""
    seen: dict[Term, None] = {shape: None}
    todo: list[Term] = [shape]
    while todo:
        new = {triple.subject for triple in shapes.parents(todo.pop())} - seen.keys()
        seen |= dict.fromkeys(new)
        todo += new
    found = (one for one in seen if isinstance(one, (NamedNode, BlankNode)))
    return sorted((one for one in found if shapes.is_root(one)), key=str)


def _roots(shapes: ShapeGraph, shape: Node) -> list[Node | None]:
    """Return the targets from which a shape is reached; ``None`` for a way that is not plain."""
    parents = shapes.parents(shape)
    if not parents:
        return [shape] if shapes.is_root(shape) else []
    if shapes.is_root(shape) or not all(_is_plain(shapes, triple) for triple in parents):
        return [None]
    nodes = (t.subject for t in parents if isinstance(t.subject, (NamedNode, BlankNode)))
    return [one for one in nodes if shapes.is_root(one) and not shapes.is_deactivated(one)]


def _is_plain(shapes: ShapeGraph, parent: Triple) -> bool:
    """Tell whether a triple leads by ``sh:property`` from what only its target reaches."""
    node = parent.subject
    return (
        parent.predicate == PROPERTY and not shapes.values(node, PATH) and not shapes.parents(node)
    )


def query_text(shapes: ShapeGraph, shape: Node, node: Node) -> str:
    """Return a constraint's query as it is asked for a shape; empty if it has none, or several."""
    found = shapes.values(node, sh("select"))
    if len(found) != 1 or not isinstance(found[0], Literal):
        return ""
    text = found[0].value
    if path := shapes.value(shape, PATH):
        spelled = shapes.spelled(path)
        for start, end in reversed(places(text, "?PATH")):
            text = f"{text[:start]}{spelled}{text[end:]}"
    return f"{shapes.prefixes(node)}{text}"
