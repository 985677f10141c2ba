"""What a constraint's query reads: predicates, and how literals are spelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite.syntax.nodes import (
    Bind,
    Filter,
    GraphBlock,
    Group,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    TriplePattern,
    Union,
    Values,
)
from tripartite.syntax.paths import Alternative, Inverse, Link, Negated, Repeat, Sequence
from tripartite.syntax.variables import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.syntax.nodes import Element, Expression
    from tripartite.syntax.paths import Path

# What calculates with values, or asks of a term what every spelling of it shares.
_BLIND: Final = frozenset(
    {
        *("BOUND", "COALESCE", "IF", "IN", "ABS", "CEIL", "FLOOR", "ROUND"),
        *("YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ"),
        *("ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC", "LANG", "LANGMATCHES"),
    }
)
_LOGICAL: Final = frozenset({"&&", "||"})
_OF_DATES: Final = frozenset({"YEAR", "MONTH", "DAY"})
_PLAIN: Final = re.compile(r"""[?<_]|[^\d+\-."'][^:]*:|["'](?!.*\^\^)""", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(.)")


class Placed(NamedTuple):
    """An element of a group, and how many groups stand around that one."""

    element: Element
    depth: int
    group: Group


def walk(group: Group, depth: int = 0) -> Iterator[Placed]:
    """Yield every element of a group and of the groups within it."""
    for element in group.elements:
        yield Placed(element, depth, group)
        for inner in groups_in(element):
            yield from walk(inner, depth + 1)


def groups_in(element: Element) -> Iterator[Group]:
    """Yield the groups directly within an element, those of ``EXISTS`` included."""
    if isinstance(element, (Optional, Minus, GraphBlock)):
        yield element.group
    elif isinstance(element, Union):
        yield from element.groups
    elif isinstance(element, Query):
        yield element.where
    elif expression := calculated(element):
        yield from (one.group for one in expression.exists)


def calculated(element: Element) -> Expression | None:
    """Return the expression of a ``FILTER`` or ``BIND``."""
    if isinstance(element, Filter):
        return element.condition
    return element.expression if isinstance(element, Bind) else None


def expressions(query: Query) -> Iterator[Expression]:
    """Yield every expression, wherever it stands."""
    columns = (*(query.columns or ()), *query.keys)
    yield from (column.expression for column in columns if column.expression)
    yield from query.having
    for placed in walk(query.where):
        if expression := calculated(placed.element):
            yield expression


def predicates(query: Query, text: str) -> frozenset[NamedNode] | None:
    """Return the predicates that a query's patterns match; ``None`` where it may be any."""
    known = prefixes(text)
    found: set[str] = set()
    for element, _, group in walk(query.where):
        if isinstance(element, TriplePattern):
            found.add(element.predicate)
        elif isinstance(element, PathPattern):
            found |= set(_links(element.path))
            if may_be_empty(element.path) and not _is_joined(element, group):
                return None
        elif isinstance(element, (Service, Query, GraphBlock)):
            return None
    names = {_resolved(one, known) for one in found}
    return None if "" in names else frozenset(map(NamedNode, names))


def reads_spelling(query: Query) -> bool:
    """Tell whether an answer can hang on how a literal is spelled, or on its datatype."""
    blind = all(
        one.functions <= _BLIND and not one.calls and "GROUP_CONCAT" not in one.aggregates
        for one in expressions(query)
    )
    placed = (one.element for one in walk(query.where))
    patterns = (one for one in placed if isinstance(one, (TriplePattern, PathPattern)))
    plain = all(_PLAIN.match(end) for one in patterns for end in (one.subject, one.value))
    return not (blind and plain) or any(isinstance(e, Values) for e, _, _ in walk(query.where))


def compares(query: Query) -> bool:
    """Tell whether a query asks more of a value than which term it is."""
    return any(
        one.operators - _LOGICAL or one.functions & _OF_DATES or one.aggregates - {"COUNT"}
        for one in expressions(query)
    )


def calls(query: Query) -> bool:
    """Tell whether a query calls a function by its IRI, be it a cast."""
    return any(one.calls for one in expressions(query))


def may_be_empty(path: Path) -> bool:
    """Tell whether a path joins a node to itself, and so to what stands in no triple."""
    if isinstance(path, Repeat):
        return path.times != "+" or may_be_empty(path.path)
    if isinstance(path, Inverse):
        return may_be_empty(path.path)
    if isinstance(path, Sequence):
        return all(map(may_be_empty, path.parts))
    return isinstance(path, Alternative) and any(map(may_be_empty, path.parts))


def _is_joined(pattern: PathPattern, group: Group) -> bool:
    """Tell whether a constant or another pattern says where a path begins or ends."""
    ends = {pattern.subject, pattern.value}
    others = (e for e in group.elements if isinstance(e, TriplePattern))
    return not all(end.startswith("?") for end in ends) or any(
        ends & {one.subject, one.value} for one in others
    )


def _links(path: Path) -> Iterator[str]:
    if isinstance(path, Link):
        yield path.iri
    elif isinstance(path, Negated):
        yield ""
    elif isinstance(path, (Repeat, Inverse)):
        yield from _links(path.path)
    else:
        yield from _all_links(path.parts)


def _all_links(parts: Iterable[Path]) -> Iterator[str]:
    for part in parts:
        yield from _links(part)


def _resolved(name: str, known: Mapping[str, str]) -> str:
    """Return the IRI that a query spells; empty for a variable and what is not understood."""
    if name.startswith("<"):
        return "" if "\\" in name or ":" not in name else name[1:-1]
    prefix, colon, local = name.partition(":")
    if not colon or prefix not in known:
        return ""
    return known[prefix] + _ESCAPE.sub(r"\1", local)
