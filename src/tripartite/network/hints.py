"""What helps a reader of paths: a way that was left out, a hub that all of them pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.network import kinds, projection, routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.network.answer import Question
    from tripartite.network.facts import Facts
    from tripartite.network.projection import Network
    from tripartite.network.routes import Routes, Simple


_HUB: Final = 0.05  # joined to more of the network than this, a node says little on a path
_TRIED: Final = ("results", "topics")  # nodes that may join what nothing else joins


class Search(NamedTuple):
    """A question, where it was asked, and what was found.

    Attributes:
        graph: The network without directions and without what is avoided.
        start: The IRI of the one end.
        end: The IRI of the other.
        language: Of the hints.
    """

    network: Network
    graph: Simple
    found: Routes
    question: Question
    start: str
    end: str
    language: str


def hints(said: Facts, search: Search) -> Iterator[str]:
    """Yield what the reader should know, only where it is true."""
    found, question, language = search.found, search.question, search.language
    if found.shortest is None:
        start, end = (_name(search, node) for node in (search.start, search.end))
        yield say("no-path", language, start=start, end=end)
    elif not found.ways:
        yield say("no-path-within", language, shortest=_steps(found.shortest, language))
    yield from _alone(search)
    yield from _wider(said, search)
    if found.is_cut:
        yield say("paths-cut", language, most=question.most)
    else:
        yield from _hub(search)


def _alone(search: Search) -> Iterator[str]:
    for end in (search.start, search.end):
        if not search.graph.degree(end):
            yield say("no-relation", search.language, name=_name(search, end))


def _wider(said: Facts, search: Search) -> Iterator[str]:
    """Say whether implied claims, else other nodes, give a path or a shorter one."""
    question, known = search.question, search.found.shortest
    language = search.language
    include, extras = question.include, question.extras
    if "implied" not in include:
        include = (*include, "implied")
        steps = _distance(said, search, include, extras)
        if steps is not None and (known is None or steps < known):
            yield say("path-with-implied", language, steps=_steps(steps, language))
            return
    for extra in _TRIED if known is None else ():
        steps = _distance(said, search, include, (*extras, extra))
        if steps is not None:
            key = "path-with-extra"
            yield say(key, language, extra=extra, steps=_steps(steps, language))
            return


def _distance(
    said: Facts, search: Search, include: tuple[str, ...], extras: tuple[str, ...]
) -> int | None:
    nodes = kinds.nodes(extras, (search.start, search.end))
    network = projection.project(said, search.language, nodes, include)
    avoided = [node for node in search.network if node not in search.graph]
    return routes.distance(routes.simple(network, avoided), search.start, search.end)


def _hub(search: Search) -> Iterator[str]:
    """Name the best connected node that every path passes, and whether there is a way around."""
    ways = search.found.ways
    shared = set.intersection(*(set(way[1:-1]) for way in ways)) if ways else set()
    if not shared:
        return
    graph = search.graph
    hub = min(shared, key=lambda node: (-graph.degree(node), node))
    around = graph.subgraph(node for node in graph if node != hub)
    other = routes.distance(around, search.start, search.end)
    values = {"name": _name(search, hub), "count": graph.degree(hub)}
    is_hub = graph.degree(hub) > len(graph) * _HUB
    if other is None:
        key = "only-way-left" if search.question.avoid else "only-way"
        yield say(key, search.language, **values)
    elif is_hub:
        curie = shorten(NamedNode(hub))
        steps = _steps(other, search.language)
        yield say("way-around", search.language, curie=curie, steps=steps, **values)


def _steps(number: int, language: str) -> str:
    return say("one-step", language) if number == 1 else say("steps", language, count=number)


def _name(search: Search, node: str) -> str:
    label: str = search.network.nodes[node]["label"]
    return label
