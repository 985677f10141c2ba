"""Which part of the network is drawn: a neighbourhood, a path, or all of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

from tripartite.errors import UnknownNameError
from tripartite.nearest import nearest
from tripartite.network import routes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tripartite.network.projection import Network


class Wanted(NamedTuple):
    """What is to be drawn.

    Attributes:
        entities: Names of those in the middle; none for the whole network.
        hops: So many steps around them.
        types: Only nodes of these kinds or classes, beside the entities.
        max_nodes: So many nodes at most, the nearest; ``None`` for all.
        include: Standings added: ``implied``, ``disputed``.
        extras: Nodes added: a name of ``network.kinds.EXTRAS``.
    """

    entities: tuple[str, ...] = ()
    hops: int = 1
    types: tuple[str, ...] = ()
    max_nodes: int | None = None
    include: tuple[str, ...] = ("implied",)
    extras: tuple[str, ...] = ()


class Part(NamedTuple):
    """A part of a network.

    Attributes:
        network: The part, relations between its nodes included.
        focus: What it is about.
        order: Its nodes, the nearest to the focus first.
        left_out: How many nodes a limit kept out.
    """

    network: Network
    focus: tuple[str, ...]
    order: tuple[str, ...]
    left_out: int = 0


def neighbourhood(network: Network, focus: tuple[str, ...], wanted: Wanted) -> Part:
    """Return the nodes around ``focus``, of the types wanted, the nearest first.

    A step is a relation in either direction. A node of another type is neither drawn nor
    passed.

    Raises:
        UnknownNameError: No node is of such a type.
    """
    allowed = of_types(network, wanted.types) | set(focus)
    graph = routes.simple(network, set(network) - allowed)
    near = _distances(graph, focus, wanted.hops) if focus else dict.fromkeys(graph, 0)
    order = _ranked(graph, near)
    kept = order[: wanted.max_nodes]
    return Part(part_of(network, kept), focus, tuple(kept), len(order) - len(kept))


def star(part: Part) -> Part:
    """Return a part with the relations of its focus alone: one column on either side."""
    network = part_of(part.network, part.order)
    focus = set(part.focus)
    aside = [edge for edge in network.edges(keys=True) if not focus & set(edge[:2])]
    network.remove_edges_from(aside)
    return part._replace(network=network)


def ways(network: Network, found: Iterable[tuple[str, ...]]) -> Part:
    """Return the nodes that some ways pass, in the order of the ways; both ends are the focus."""
    every = tuple(found)
    order = tuple(dict.fromkeys(node for way in every for node in way))
    steps = {frozenset(pair) for way in every for pair in pairwise(way)}
    part = part_of(network, order)
    aside = [edge for edge in part.edges(keys=True) if frozenset(edge[:2]) not in steps]
    part.remove_edges_from(aside)
    return Part(part, (every[0][0], every[0][-1]) if every else (), order)


def of_types(network: Network, types: Collection[str]) -> set[str]:
    """Return the nodes of some kinds or classes, by either's name; of all where none is given.

    Raises:
        UnknownNameError: No node is of such a type.
    """
    if not types:
        return set(network)
    found: dict[str, set[str]] = {}
    for node, attributes in network.nodes(data=True):
        for name in (attributes["kind"], *attributes["types"]):
            found.setdefault(name.casefold(), set()).add(node)
    for name in types:
        if name.casefold() not in found:
            known = ", ".join(sorted(found))
            close = nearest(name.casefold(), found)
            raise UnknownNameError("unknown-type", name=name, known=known, nearest=close)
    return set().union(*(found[name.casefold()] for name in types))


def part_of(network: Network, nodes: Iterable[str]) -> Network:
    """Return some nodes of a network with their relations, in the network's own order.

    A view of networkx would have them in no order.
    """
    wanted = set(nodes)
    part: Network = nx.MultiDiGraph()
    part.add_nodes_from((n, network.nodes[n]) for n in network if n in wanted)
    for start, end, key, attributes in network.edges(keys=True, data=True):
        if start in wanted and end in wanted:
            part.add_edge(start, end, key, **attributes)
    return part


def _distances(graph: routes.Simple, focus: Iterable[str], hops: int) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for start in focus:
        for node, steps in nx.single_source_shortest_path_length(graph, start, hops).items():
            found[node] = min(steps, found.get(node, steps))
    return found


def _ranked(graph: routes.Simple, near: Mapping[str, int]) -> list[str]:
    """Return nodes by distance; of one distance, those related to more of the others first."""
    part = graph.subgraph(near)
    return sorted(near, key=lambda node: (near[node], -part.degree[node], node))
