"""How two entities are connected: every step as a row, with its sentence and its proof."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import resolve
from tripartite import vocabulary as v
from tripartite.errors import BadParameterError
from tripartite.model import Table
from tripartite.network import hints, kinds, projection, routes
from tripartite.network.facts import STANDINGS, Facts
from tripartite.network.phrasing import sentence
from tripartite.reports import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.model import Cell
    from tripartite.network.projection import Network
    from tripartite.network.routes import Routes
    from tripartite.store import EmbeddedStore

COLUMNS = (
    "path",
    "step",
    "from",
    "fromLabel",
    "direction",
    "relation",
    "relationLabel",
    "detail",
    "to",
    "toLabel",
    "standing",
    "claim",
    "derivation",
    "via",
    "sentence",
)
_BRIEF = ("path", "step", "sentence", "standing", "claim")
_ONCE = ("path", "step", "sentence")  # of a step with several proofs, said at the first


class Question(NamedTuple):
    """What is asked of the network.

    Attributes:
        start: An entity's name, CURIE or IRI.
        end: Another's.
        max_hops: Steps of the longest path; ``None`` for the shortest paths only.
        avoid: Names of entities that no path may pass.
        include: Standings added: ``implied``, ``disputed``.
        extras: Nodes added: a name of ``kinds.EXTRAS``.
        most: So many paths are given.
    """

    start: str
    end: str
    max_hops: int | None = None
    avoid: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    most: int = 100


def answer(store: EmbeddedStore, question: Question, language: str) -> Reply:
    """Find the paths and say what would help where there are none, or only trivial ones.

    Raises:
        UnknownNameError: Nothing has a name that the question uses.
        AmbiguousNameError: Several entities have it.
        BadParameterError: Both ends are one, an end is to be avoided, or is no node.
    """
    start, end = ends(store, question)
    avoid = {resolve.entity(store, name).value for name in question.avoid}
    nodes = kinds.nodes(question.extras, (start, end))
    said = Facts(store)
    network = projection.project(said, language, nodes, question.include)
    graph = routes.simple(network, avoid)
    found = routes.routes(graph, start, end, question.max_hops, question.most)
    rows = tuple(_rows(network, found, language))
    search = hints.Search(network, graph, found, question, start, end, language)
    notes = tuple(hints.hints(said, search))
    table = Table(COLUMNS, rows, notes)
    return Reply(table, Table(_BRIEF, tuple(_brief(rows)), notes), found.is_cut)


def ends(store: EmbeddedStore, question: Question) -> tuple[str, str]:
    """Return the IRIs of the two ends of the paths asked for.

    Raises:
        UnknownNameError: Nothing has a name that the question uses.
        AmbiguousNameError: Several entities have it.
        BadParameterError: Both ends are one, an end is to be avoided, or is no node.
    """
    start, end = (node(store, name) for name in (question.start, question.end))
    if start == end:
        raise BadParameterError("one-end-twice", start=question.start, end=question.end)
    avoid = {resolve.entity(store, name).value for name in question.avoid}
    for name, iri in ((question.start, start), (question.end, end)):
        if iri in avoid:
            raise BadParameterError("avoided-end", name=name)
    return start, end


def node(store: EmbeddedStore, name: str) -> str:
    """Return the IRI of what can be a node when it is named.

    Raises:
        UnknownNameError: Nothing has this name.
        AmbiguousNameError: Several entities have it.
        BadParameterError: It is a figure, a post, a claim or the like.
    """
    iri = resolve.entity(store, name)
    if not kinds.may_be_asked_for(iri):
        raise BadParameterError("not-a-node", name=name)
    return iri.value


def _rows(network: Network, found: Routes, language: str) -> Iterator[tuple[Cell, ...]]:
    ranked = sorted(found.ways, key=lambda way: _order(network, way))
    for number, way in enumerate(ranked, 1):
        for step, (start, end) in enumerate(pairwise(way), 1):
            for edge in edges(network, start, end):
                said = sentence(network, start, end, edge, language)
                for proof in edge["proofs"]:
                    place = (integer(number), integer(step))
                    yield (*place, *_cells(network, start, end, edge, proof), Literal(said))


def edges(network: Network, start: str, end: str) -> tuple[Mapping[str, Any], ...]:
    """Return the relations between two nodes in both directions, the surest first.

    Each has its attributes, and ``forward``: whether it leads from ``start`` to ``end``.
    """
    found = [
        {**attributes, "forward": forward}
        for pair, forward in (((start, end), True), ((end, start), False))
        for _, attributes in sorted((network.get_edge_data(*pair) or {}).items())
    ]
    return tuple(sorted(found, key=lambda edge: STANDINGS.index(edge["standing"])))


def _order(network: Network, way: tuple[str, ...]) -> tuple[object, ...]:
    """Rank a way: the shorter, then the one with more steps stated, then by its names."""
    steps = pairwise(way)
    unstated = sum(edges(network, *step)[0]["standing"] != "stated" for step in steps)
    return len(way), unstated, [network.nodes[node]["label"] for node in way], way


def _cells(
    network: Network, start: str, end: str, edge: Mapping[str, Any], proof: tuple[str, str, str]
) -> tuple[Cell, ...]:
    claim, standing, derivation = proof
    return (
        NamedNode(start),
        Literal(network.nodes[start]["label"]),
        Literal("→" if edge["forward"] else "←"),
        NamedNode(edge["predicate"]),
        Literal(edge["label"]),
        Literal(edge["detail"]) if edge["detail"] else None,
        NamedNode(end),
        Literal(network.nodes[end]["label"]),
        v.entity("standing", standing),
        NamedNode(claim),
        NamedNode(derivation) if derivation else None,
        NamedNode(edge["via"]) if edge["via"] else None,
    )


def _brief(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield each sentence once and each proof once; a derivation stands for its premises."""
    said: tuple[Cell, ...] = ()
    proofs: set[Cell] = set()
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        cells["claim"] = cells["derivation"] or cells["claim"]
        once = tuple(cells[name] for name in _ONCE)
        if once != said:
            proofs = set()
        if cells["claim"] not in proofs:
            yield tuple(None if once == said and n in _ONCE else cells[n] for n in _BRIEF)
        proofs.add(cells["claim"])
        said = once


def integer(number: int) -> Literal:
    """Return a number as a cell."""
    return Literal(str(number), datatype=v.XSD_INTEGER)
