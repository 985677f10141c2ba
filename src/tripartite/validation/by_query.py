"""What a graph breaks of those constraints that are one query each: a server is asked no more.

The rules that let a query be asked once of all focus nodes are those of the fast engine. Terms
are taken as the server spells them, so a query that reads how a number is spelled is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.validation import hoisting
from tripartite.validation.literals import Forms
from tripartite.validation.messages import Messages
from tripartite.validation.planning import plan
from tripartite.validation.shape_graph import ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

    from tripartite.store import GraphStore
    from tripartite.validation.report import Result


def results(shapes: Iterable[Triple], store: GraphStore) -> Iterator[Result]:
    """Yield a result for each row of each hoisted query."""
    graph = ShapeGraph(shapes)
    messages = Messages(graph)
    for one in plan(graph).hoisted:
        if not one.spelling:
            yield from hoisting.results(one, graph, messages, Forms({}, clash=False), store.select)
