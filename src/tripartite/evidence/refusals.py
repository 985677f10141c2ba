"""Refuse what the engine answers without saying where its answer comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.errors import QueryRefusedError
from tripartite.syntax.nodes import Bind, Filter, GraphBlock, Minus, Query
from tripartite.syntax.scope import inner_groups, projected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.syntax.nodes import Element, Group


def refuse(query: Query, text: str, source: str) -> None:
    """Refuse a subselect inside ``GRAPH ?g`` that does not project ``?g``.

    The engine evaluates it in every named graph and leaves ``?g`` unbound.

    Raises:
        QueryRefusedError: There is one; the message gives its place.
    """
    hidden = next(_hidden(query.where, ""), None)
    if hidden is not None:
        inner, graph = hidden
        before = text[: inner.span.start].splitlines() or [""]
        raise QueryRefusedError(
            "refused-subselect",
            source=source,
            line=len(before),
            column=len(before[-1]) + 1,
            graph=graph,
        )


def _hidden(group: Group, graph: str) -> Iterator[tuple[Query, str]]:
    for element in group.elements:
        if isinstance(element, Query):
            if graph.startswith("?") and graph not in projected(element):
                yield element, graph
            yield from _hidden(element.where, graph)
        within = element.name if isinstance(element, GraphBlock) else graph
        for inner in _groups(element):
            yield from _hidden(inner, within)


def _groups(element: Element) -> tuple[Group, ...]:
    if isinstance(element, Filter):
        return tuple(one.group for one in element.condition.exists)
    if isinstance(element, Bind):
        return tuple(one.group for one in element.expression.exists)
    return (element.group,) if isinstance(element, Minus) else inner_groups(element)
