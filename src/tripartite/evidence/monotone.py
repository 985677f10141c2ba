"""Whether a group that did not match might match if less were known.

Such an ``OPTIONAL`` leaves its cells empty because of something that is there, so the row
rests on more than the triples that made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.syntax.nodes import Bind, Filter, Group, Minus, Optional, Query
from tripartite.syntax.scope import inner_groups, mentioned, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.syntax.nodes import Element, Expression


def fickle(group: Group, around: frozenset[str]) -> bool:
    """Tell whether a group has a part that fewer triples could make match.

    Args:
        group: The group of an ``OPTIONAL``.
        around: The variables that stand outside of it.
    """
    return any(_is_fickle(element, around, others) for element, others in apart(group))


def apart(group: Group) -> Iterator[tuple[Element, frozenset[str]]]:
    """Yield each element of a group with the variables that the other ones show."""
    shown = [frozenset(visible(group._replace(elements=(one,)))) for one in group.elements]
    for index, element in enumerate(group.elements):
        yield element, frozenset[str]().union(*shown[:index], *shown[index + 1 :])


def _is_fickle(element: Element, around: frozenset[str], others: frozenset[str]) -> bool:
    if isinstance(element, Minus):
        return True
    if isinstance(element, Filter):
        return _denies(element.condition)
    if isinstance(element, Bind):
        return _denies(element.expression)
    if isinstance(element, Query):
        return bool(element.keys or element.sliced or _calculates(element)) or fickle(
            element.where, frozenset()
        )
    if isinstance(element, Optional) and (around - others) & {*mentioned(element.group)}:
        return True  # it may match what does not fit to what stands outside
    return any(fickle(inner, around | others) for inner in inner_groups(element))


def _calculates(query: Query) -> bool:
    columns = (column.expression for column in query.columns or ())
    return any(one.aggregates or _denies(one) for one in columns if one)


def _denies(expression: Expression) -> bool:
    return bool(expression.exists or expression.bound)
