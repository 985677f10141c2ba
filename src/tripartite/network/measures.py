"""What the network hangs on: degree, betweenness, cuts, bridges, communities, isolation.

All measures are of the network without directions and parallel relations. Sorted input, sorted
ties and a fixed seed give the same answer each time.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.network.routes import Simple

_SEED: Final = 0


class Finding(NamedTuple):
    """One thing a measure says.

    Attributes:
        node: The entity it is about; empty for the network as a whole.
        value: The measure.
        others: The entities concerned, such as those cut off; sorted.
    """

    node: str
    value: float
    others: tuple[str, ...] = ()


def parts(graph: Simple) -> tuple[tuple[str, ...], ...]:
    """Return the connected parts, the largest first, each sorted."""
    found = (tuple(sorted(part)) for part in nx.connected_components(graph))
    return tuple(sorted(found, key=lambda part: (-len(part), part)))


def size(graph: Simple) -> dict[str, float]:
    """Return numbers about the whole network, by name, in reading order."""
    largest = graph.subgraph(parts(graph)[0]) if len(graph) else graph
    sizes: dict[str, float] = {
        "entities": len(graph),
        "pairs": graph.number_of_edges(),
        "parts": len(parts(graph)),
        "largest-part": len(largest),
    }
    if len(largest) > 1:
        sizes["diameter"] = nx.diameter(largest)
        sizes["distance"] = round(nx.average_shortest_path_length(largest), 2)
    return sizes


def degree(graph: Simple) -> tuple[Finding, ...]:
    """Return to how many others each node is joined, the most first."""
    return _ranked(Finding(node, len(graph[node]), tuple(sorted(graph[node]))) for node in graph)


def betweenness(graph: Simple) -> tuple[Finding, ...]:
    """Return the share of all shortest paths between others that pass each node."""
    found = nx.betweenness_centrality(graph)
    return _ranked(Finding(node, round(value, 4)) for node, value in found.items())


def cut_off(graph: Simple) -> tuple[Finding, ...]:
    """Return, for each node that holds others, how many lose the rest without it, and which.

    The largest piece that is left of its part is the rest.
    """
    found = []
    for node, pieces in _pieces(graph):
        lost = tuple(sorted(other for piece in pieces[1:] for other in piece))
        found.append(Finding(node, len(lost), lost))
    return _ranked(found)


def broken_pairs(graph: Simple) -> tuple[Finding, ...]:
    """Return, for each node that holds others, how many pairs of others lose every path."""
    return _ranked(
        Finding(node, sum(len(one) * len(two) for one, two in combinations(pieces, 2)))
        for node, pieces in _pieces(graph)
    )


def bridges(graph: Simple) -> tuple[Finding, ...]:
    """Return the relations without which more than one entity would lose the rest.

    The value is how many; ``others`` is the farther end of the relation and those behind it.
    """
    found = []
    for bridge in nx.bridges(graph):
        start, end = tuple(bridge)
        sides = [(start, _side(graph, start, end)), (end, _side(graph, end, start))]
        (near, _), (far, lost) = sorted(sides, key=lambda side: (-len(side[1]), side[0]))
        if len(lost) > 1:
            found.append(Finding(near, len(lost), (far, *sorted(lost - {far}))))
    return _ranked(found)


def communities(graph: Simple) -> tuple[Finding, ...]:
    """Return groups with more relations inside than between (Louvain), the largest first.

    A group is named by its member with most relations inside; ``others`` are its members.
    """
    names = sorted(node for node in graph if graph[node])
    # By number: sets of texts have no fixed order, and Louvain walks sets.
    number = {name: index for index, name in enumerate(names)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    ends = (sorted((number[start], number[end])) for start, end in graph.edges())
    numbered.add_edges_from(sorted((first, second) for first, second in ends))
    found = nx.community.louvain_communities(numbered, seed=_SEED) if names else []
    groups = ({names[index] for index in group} for group in found)
    return _ranked(
        Finding(_middle(graph, group), len(group), tuple(sorted(group))) for group in groups
    )


def isolated(graph: Simple) -> tuple[Finding, ...]:
    """Return the nodes without any relation."""
    return _ranked(Finding(node, 0) for node in nx.isolates(graph))


def _pieces(graph: Simple) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each node that holds others, with what is left of its part without it."""
    for node in sorted(nx.articulation_points(graph)):
        part = nx.node_connected_component(graph, node)
        yield node, parts(graph.subgraph(part - {node}))


def _side(graph: Simple, start: str, end: str) -> set[str]:
    """Return what is on the side of ``start`` of a bridge."""
    without = nx.restricted_view(graph, [], [(start, end)])
    return set(nx.node_connected_component(without, start))


def _middle(graph: Simple, group: set[str]) -> str:
    return min(group, key=lambda node: (-len(group & set(graph[node])), node))


def _ranked(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: (-finding.value, finding.node, finding.others)))
