"""A constraint's query, asked once of all focus nodes instead of once of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.syntax import parse
from tripartite.validation.constraints import target, target_predicates
from tripartite.validation.reading import predicates, reads_spelling
from tripartite.validation.report import Result
from tripartite.validation.shape_graph import PATH, sh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tripartite.model import Table
    from tripartite.syntax.nodes import Query
    from tripartite.validation.constraints import Constraint
    from tripartite.validation.literals import Forms
    from tripartite.validation.messages import Messages
    from tripartite.validation.shape_graph import Node, ShapeGraph, Term

_COMPONENT = sh("SPARQLConstraintComponent")


class Hoisted(NamedTuple):
    """A constraint with the query that is asked once.

    Attributes:
        text: The query, its target in front.
        predicates: Those it needs in the store; ``None`` for all.
        spelling: Whether its answer can hang on how a literal is spelled.
    """

    constraint: Constraint
    text: str
    predicates: frozenset[NamedNode] | None
    spelling: bool


def hoist(shapes: ShapeGraph, constraint: Constraint, query: Query) -> Hoisted:
    """Put the target into the query of a constraint that no rule forbids to hoist."""
    root = constraint.root or constraint.shape
    text, start = constraint.text, query.where.span.start + 1
    used = predicates(query, text)
    return Hoisted(
        constraint,
        f"{text[:start]} {target(shapes, root)} {text[start:]}",
        None if used is None else used | target_predicates(shapes, root),
        reads_spelling(query),
    )


def results(
    hoisted: Hoisted,
    shapes: ShapeGraph,
    messages: Messages,
    forms: Forms,
    ask: Callable[[str], Table],
) -> Iterator[Result]:
    """Ask a hoisted query and yield a result for each of its rows."""
    table = ask(hoisted.text)
    _, shape, node, _, _ = hoisted.constraint
    path, severity = shapes.node(shape, PATH), shapes.node(shape, sh("severity"))
    if not isinstance(severity, NamedNode):
        severity = sh("Violation")
    word = messages.template(node, shape)
    for row in table.rows:
        terms = (forms.parsed.get(t, t) if isinstance(t, Literal) else t for t in row)
        bound = dict(zip(table.columns, terms, strict=True))
        focus, said, told = _plain(bound["this"]), bound.get("path"), bound.get("message")
        assert focus is not None  # noqa: S101 (the target binds it)
        if not bound.get("value"):
            bound["value"] = focus if path is None else None
        yield Result(
            focus=focus,
            path=said if isinstance(said, NamedNode) else path,
            value=_plain(bound["value"]),
            shape=shape,
            component=_COMPONENT,
            severity=severity,
            constraint=node,
            messages=_own(told) if isinstance(told, Literal) else word(bound),
        )


def blank_focus(shapes: ShapeGraph, root: Node) -> str:
    """Return a query that tells whether a focus node is blank; empty if that is not known."""
    pattern = target(shapes, root)
    text = f"ASK {{ {pattern} FILTER(isBlank(?this)) }}"
    return text if pattern and parse(text) else ""


def _own(message: Literal) -> Mapping[str, str]:
    return {message.language or "": message.value}


def _plain(term: Term | None) -> NamedNode | BlankNode | Literal | None:
    return term if isinstance(term, (NamedNode, BlankNode, Literal)) else None
