"""When a ``sh:sparql`` constraint may be asked of all its focus nodes at once.

The standard asks it of one focus node at a time, with ``$this`` bound beforehand. Asked once, a
pattern at the start of the query binds ``$this`` to each focus node. That is the same only
where no part of the query sees ``$this`` before it is joined with that pattern. A rule names
what is different or not known to be the same; what no rule names is hoisted.
Source: W3C SHACL, 20 July 2017, 5.3 and appendix A (pre-binding).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.syntax.nodes import (
    Bind,
    GraphBlock,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    Values,
)
from tripartite.syntax.scope import CHANGING, mentioned
from tripartite.syntax.variables import places
from tripartite.validation.constraints import target
from tripartite.validation.reading import calculated, expressions, may_be_empty, walk
from tripartite.validation.shape_graph import sh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tripartite.syntax.nodes import Element, Expression
    from tripartite.validation.constraints import Constraint
    from tripartite.validation.shape_graph import ShapeGraph

_THIS: Final = "?this"
_UNKNOWN: Final = frozenset({"?shapesGraph", "?currentShape", "?failure"})


class Case(NamedTuple):
    """A constraint whose query is understood, with the shapes around it."""

    shapes: ShapeGraph
    constraint: Constraint
    query: Query

    def has(self, *kinds: type[Element]) -> bool:
        """Tell whether an element of one of these kinds stands anywhere in the query."""
        return any(isinstance(placed.element, kinds) for placed in walk(self.query.where))


def why_not(shapes: ShapeGraph, constraint: Constraint) -> str:
    """Return the rule by which a constraint is not hoisted; empty if it may be."""
    if constraint.root is None:
        return "way"
    if constraint.query is None:
        return "grammar"
    case = Case(shapes, constraint, constraint.query)
    return next((name for name, applies in RULES.items() if applies(case)), "")


def _names_this(expression: Expression) -> bool:
    inner = (name for one in expression.exists for name in mentioned(one.group))
    return _THIS in (*expression.variables, *inner)


def _target(case: Case) -> bool:
    root = case.constraint.root
    return root is None or not target(case.shapes, root)


def _form(case: Case) -> bool:
    return case.query.form != "SELECT"


def _star(case: Case) -> bool:
    return case.query.columns is None


def _this(case: Case) -> bool:
    columns = {column.variable: column.expression for column in case.query.columns or ()}
    return columns.get(_THIS, case.query) is not None


def _rebound(case: Case) -> bool:
    bound = (p.element for p in walk(case.query.where) if isinstance(p.element, Bind))
    names = (
        *(one.variable for one in bound),
        *(k.variable for k in case.query.keys if k.expression),
    )
    return _THIS in names


def _limit(case: Case) -> bool:
    return case.query.sliced


def _subselect(case: Case) -> bool:
    return case.has(Query)


def _graph(case: Case) -> bool:
    return case.has(GraphBlock) or bool(case.query.dataset)


def _forbidden(case: Case) -> bool:
    return case.has(Minus, Values, Service) or case.query.values is not None


def _prebound(case: Case) -> bool:
    columns = {column.variable for column in case.query.columns or ()}
    return bool(_UNKNOWN & {*mentioned(case.query.where), *columns})


def _changing(case: Case) -> bool:
    return any(one.functions & CHANGING for one in expressions(case.query))


def _function(case: Case) -> bool:
    own = (name for one in expressions(case.query) for name in one.calls)
    return any(not name.startswith(("xsd:", "<http://www.w3.org/2001/XMLSchema#")) for name in own)


def _group(case: Case) -> bool:
    outer = (*(c.expression for c in case.query.columns or () if c.expression), *case.query.having)
    if case.query.keys:
        return all(key.variable != _THIS for key in case.query.keys)
    return bool(case.query.having) or any(one.aggregates for one in outer)


def _nested(case: Case) -> bool:
    inner = (calculated(p.element) for p in walk(case.query.where) if p.depth)
    return any(_names_this(one) for one in inner if one)


def _optional(case: Case) -> bool:
    inner = (p.element for p in walk(case.query.where) if p.depth)
    return any(_THIS in mentioned(one.group) for one in inner if isinstance(one, Optional))


def _path(case: Case) -> bool:
    """Where a shape has a path, its text has taken the place of ``$PATH`` by now."""
    return bool(places(case.constraint.text, "?PATH"))


def _empty_path(case: Case) -> bool:
    """A node that stands in no triple of the store reaches itself only if it is bound first."""
    root = case.constraint.root or case.constraint.shape
    return bool(case.shapes.values(root, sh("targetNode"))) and reaches_itself(case.query)


def reaches_itself(query: Query) -> bool:
    """Tell whether a path joins ``$this`` to itself."""
    paths = (p.element for p in walk(query.where) if isinstance(p.element, PathPattern))
    return any(_THIS in (one.subject, one.value) and may_be_empty(one.path) for one in paths)


RULES: Final[Mapping[str, Callable[[Case], bool]]] = {
    "target": _target,
    "form": _form,
    "star": _star,
    "this": _this,
    "rebound": _rebound,
    "limit": _limit,
    "subselect": _subselect,
    "graph": _graph,
    "forbidden": _forbidden,
    "prebound": _prebound,
    "changing": _changing,
    "function": _function,
    "group": _group,
    "nested": _nested,
    "optional": _optional,
    "path": _path,
    "empty-path": _empty_path,
}
