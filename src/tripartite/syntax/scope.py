"""Which variables a group binds, names, surely binds, or makes up anew each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.syntax.nodes import (
    Bind,
    Filter,
    GraphBlock,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    TriplePattern,
    Union,
    Values,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.syntax.nodes import Column, Element, Expression, Group

RANDOM: Final = frozenset({"RAND", "UUID", "STRUUID", "BNODE"})
CHANGING: Final = RANDOM | {"NOW"}


def visible(group: Group) -> tuple[str, ...]:
    """Return the variables that a group shows to what stands around it."""
    return tuple(dict.fromkeys(name for e in group.elements for name in _visible(e)))


def projected(query: Query) -> tuple[str, ...]:
    """Return the columns of a query or subselect."""
    if query.columns is None:
        trailing = query.values.variables if query.values else ()
        return tuple(dict.fromkeys((*visible(query.where), *trailing)))
    return tuple(column.variable for column in query.columns)


def mentioned(group: Group) -> tuple[str, ...]:
    """Return every variable that a group names, conditions and inner groups included."""
    return tuple(dict.fromkeys(name for e in group.elements for name in _mentioned(e)))


def assigned(group: Group) -> Iterator[str]:
    """Yield the variables that a group gives values by ``VALUES``, ``BIND`` or ``AS``."""
    for element in group.elements:
        if isinstance(element, Values):
            yield from element.variables
        elif isinstance(element, Bind):
            yield element.variable
        elif isinstance(element, Query):
            yield from (c.variable for c in element.columns or () if c.expression)
            yield from assigned(element.where)
        for inner in inner_groups(element):
            yield from assigned(inner)


def certain(group: Group) -> tuple[str, ...]:
    """Return variables that can be given values beforehand without changing the meaning.

    They stand in a pattern that must match, before anything that may fail to match: behind
    ``OPTIONAL`` or ``MINUS`` a value given first would let other rows through.
    """
    found: dict[str, None] = {}
    for element in group.elements:
        if isinstance(element, (Optional, Minus, Bind)):
            break
        if isinstance(element, (TriplePattern, PathPattern)):
            found |= dict.fromkeys(_visible(element))
        elif isinstance(element, GraphBlock):
            found |= dict.fromkeys((*_variables((element.name,)), *certain(element.group)))
        elif isinstance(element, Union) and len(element.groups) == 1:
            found |= dict.fromkeys(certain(element.groups[0]))
    return tuple(found)


def random(query: Query) -> frozenset[str]:
    """Return the columns whose values are other ones each time the query runs."""
    below = _random_in(query.where)
    columns = (*(query.columns or ()), *query.keys)
    own = {c.variable for c in columns if c.expression and is_random(c.expression, below)}
    return (below | own) & {*projected(query), *(key.variable for key in query.keys)}


def is_random(expression: Expression, names: Iterable[str] = ()) -> bool:
    """Tell whether an expression's value is another one each time."""
    return bool(expression.functions & CHANGING) or bool({*expression.variables} & {*names})


def _random_in(group: Group) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for element in group.elements:
        if isinstance(element, Bind) and is_random(element.expression, found):
            found |= {element.variable}
        elif isinstance(element, Query):
            found |= random(element)
        else:
            for inner in inner_groups(element):
                found |= _random_in(inner)
    return found


def inner_groups(element: Element) -> tuple[Group, ...]:
    """Return the groups within an element that share its solutions."""
    if isinstance(element, (Optional, GraphBlock)):
        return (element.group,)
    return element.groups if isinstance(element, Union) else ()


def _variables(terms: Iterable[str]) -> Iterator[str]:
    return (term for term in terms if term.startswith("?"))


def _visible(element: Element) -> Iterator[str]:
    if isinstance(element, TriplePattern):
        yield from _variables((element.subject, element.predicate, element.value))
    elif isinstance(element, PathPattern):
        yield from _variables((element.subject, element.value))
    elif isinstance(element, Bind):
        yield element.variable
    elif isinstance(element, Query):
        yield from projected(element)
    elif isinstance(element, (Values, Service)):
        yield from element.variables
    else:
        yield from _variables((element.name,)) if isinstance(element, GraphBlock) else ()
        yield from (name for group in inner_groups(element) for name in visible(group))


def _mentioned(element: Element) -> Iterator[str]:
    yield from _visible(element)
    if isinstance(element, Filter):
        yield from _in_expression(element.condition)
    elif isinstance(element, Bind):
        yield from _in_expression(element.expression)
    elif isinstance(element, Query):
        yield from _in_columns((*(element.columns or ()), *element.keys))
        yield from mentioned(element.where)
    for group in inner_groups(element):
        yield from mentioned(group)


def _in_columns(columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        if column.expression:
            yield from _in_expression(column.expression)


def _in_expression(expression: Expression) -> Iterator[str]:
    yield from expression.variables
    for exists in expression.exists:
        yield from mentioned(exists.group)
