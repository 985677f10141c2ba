"""Ways from one node to another, walking relations in either direction."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tripartite.network.projection import Network

    Simple = nx.Graph[str]


class Routes(NamedTuple):
    """The ways found, the shortest first.

    Attributes:
        ways: One tuple of nodes a way, both ends included.
        shortest: Steps of the shortest way, found or not; ``None`` where there is none.
        is_cut: Whether there are more than were asked for.
    """

    ways: tuple[tuple[str, ...], ...]
    shortest: int | None
    is_cut: bool = False


def simple(network: Network, avoid: Collection[str] = ()) -> Simple:
    """Return the network without directions and parallels, and without some nodes."""
    graph: Simple = nx.Graph()
    graph.add_nodes_from(node for node in network if node not in avoid)
    graph.add_edges_from(
        (start, end) for start, end in network.edges() if start in graph and end in graph
    )
    return graph


def routes(graph: Simple, start: str, end: str, max_hops: int | None, most: int) -> Routes:
    """Return all shortest ways, or with ``max_hops`` every way of so many steps at most.

    Args:
        graph: Holds both ends.
        start: Where the ways begin.
        end: Where they end.
        max_hops: Steps; ``None`` for the shortest ways only.
        most: So many ways are returned; among ways of one length, those that come first.
    """
    shortest = distance(graph, start, end)
    if shortest is None:
        return Routes((), None)
    found = list(islice(_ways(graph, start, end, max_hops), most + 1))
    return Routes(tuple(found[:most]), shortest, len(found) > most)


def distance(graph: Simple, start: str, end: str) -> int | None:
    """Return the steps between two nodes; ``None`` where nothing joins them."""
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return None
    return int(nx.shortest_path_length(graph, start, end))


def _ways(graph: Simple, start: str, end: str, max_hops: int | None) -> Iterator[tuple[str, ...]]:
    if max_hops is None:
        return map(tuple, nx.all_shortest_paths(graph, start, end))
    # The shortest come first, so a cut leaves out the longest.
    every = map(tuple, nx.shortest_simple_paths(graph, start, end))
    return takewhile(lambda way: len(way) <= max_hops + 1, every)
