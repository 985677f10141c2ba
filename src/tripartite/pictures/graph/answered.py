"""The result of a query as a network: triples, or rows with a source and a target."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.errors import BadParameterError
from tripartite.messages import say
from tripartite.model import Table
from tripartite.network import projection
from tripartite.network.contraction import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.model import Cell, Term
    from tripartite.network.facts import Facts, Source
    from tripartite.network.projection import Network
    from tripartite.store import Answer

_CLAIM: Final = "claim"
_RELATION: Final = "relation"
_RELATED: Final = NamedNode(f"{v.STANDARDS['dcterms']}relation")  # all that two columns say


def network_of(
    said: Facts, answer: Answer, language: str, ends: tuple[str, str] = ("source", "target")
) -> tuple[Network, int]:
    """Return a network of what a query answered, and how much of it is no line.

    A literal or a blank node is no end of a line; its rows or triples are counted.

    An edge has the standing of the claims that say its triple; of rows, of the claim in the
    column ``claim``. Where neither is known its standing is empty: nothing proves it.

    Args:
        said: What the claims of the graph say.
        answer: Triples, or rows with a column for either end, and if they have them
            ``relation`` and ``claim``.
        language: Of labels.
        ends: The columns of the two ends.

    Raises:
        BadParameterError: The rows have no such columns, or the answer is true or false.
    """
    store = said.store

    @cache
    def label(iri: NamedNode) -> str:
        if iri == _RELATED:
            return say("related", language)
        return store.text(iri, v.RDFS_LABEL, language) or shorten(iri)

    sources = said.chosen(("implied", "disputed"))
    if isinstance(answer, bool):
        raise BadParameterError("truth-not-drawable")
    if isinstance(answer, Table):
        found = list(_from_rows(answer, ends, sources))
    else:
        found = [(t.subject, t.predicate, t.object, sources.get(t, [])) for t in answer]
    network: Network = nx.MultiDiGraph()
    edges = [edge for edge in found if all(isinstance(end, NamedNode) for end in edge[:3])]
    for start, predicate, end, known in sorted(edges, key=lambda edge: str(edge[:3])):
        for node in (start, end):
            network.add_node(node.value, **projection.described(store, node, label))
        phrase = predicate.value.rpartition("#")[2].rpartition("/")[2]
        relation = Relation(start, predicate, end, tuple(known), phrase)
        data = projection.attributes(relation, label)
        network.add_edge(start.value, end.value, key=shorten(predicate), **data)
    return network, len(found) - len(edges)


def _from_rows(
    table: Table, ends: tuple[str, str], said: Mapping[Triple, list[Source]]
) -> Iterator[tuple[Any, ...]]:
    """Yield subject, relation, object and sources of each row.

    Without a column for the relation it is what the row's claim says of the two ends.
    """
    if not set(ends) <= set(table.columns):
        known = ", ".join(table.columns)
        raise BadParameterError("not-drawable", columns=known, ends=", ".join(ends))
    source, target = ends
    by_claim = {each.iri: each for sources in said.values() for each in sources}
    between: dict[tuple[NamedNode, Term, Term], NamedNode] = {
        (each.iri, triple.subject, triple.object): triple.predicate
        for triple, sources in said.items()
        for each in sources
    }
    found: dict[tuple[Cell, Cell, Cell], list[Source]] = {}
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        relation, claim = cells.get(_RELATION), cells.get(_CLAIM)
        start, end = cells[source], cells[target]
        if relation is None and isinstance(claim, NamedNode) and start and end:
            relation = between.get((claim, start, end))
            if backward := between.get((claim, end, start)):
                start, relation, end = end, backward, start
        known_as = relation if isinstance(relation, NamedNode) else _RELATED
        of_edge = found.setdefault((start, known_as, end), [])
        if isinstance(claim, NamedNode) and claim in by_claim:
            of_edge.append(by_claim[claim])
    yield from ((*edge, sources) for edge, sources in found.items())
