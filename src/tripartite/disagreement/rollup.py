"""The level at which readers compare: a State for its ministries, the whole for its parts.

What is told of one named project or event is told of it alone, and never of the whole it is
part of; what is told of projects taken together is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.disagreement.claims import Claims
    from tripartite.store import EmbeddedStore

_SUB_ORGANIZATION = NamedNode(f"{v.STANDARDS['org']}subOrganizationOf")
_PART_OF = NamedNode(f"{v.STANDARDS['dcterms']}isPartOf")
_BROADER = NamedNode(f"{v.STANDARDS['skos']}broader")
_STATES = (f"{v.BASE}country/",)
_NAMED_ALONE = frozenset({v.tp("Project"), v.tp("ProjectComponent"), v.tp("Event")})


class RollUp:
    """Wholes of parts, States of bodies, families of measures; each looked up once."""

    __slots__ = ("_claims", "_wholes")

    def __init__(self, claims: Claims) -> None:
        """Read parts and bodies from the claims."""
        self._claims = claims
        self._wholes: dict[NamedNode, frozenset[NamedNode]] = {}

    def wholes(self, node: NamedNode) -> frozenset[NamedNode]:
        """Return what a statement about ``node`` is about at a reader's level.

        A body of a State is the State; a part is its whole, up to the top; a named project,
        component or event is itself, and so is what is part of nothing.
        """
        if node not in self._wholes:
            self._wholes[node] = frozenset({node})  # also what ends a cycle
            state = self.states((node,))
            parts = frozenset() if self.is_named_alone(node) else self._claims.nodes(node, _PART_OF)
            above = {top for part in parts - {node} for top in self.wholes(part)}
            self._wholes[node] = state or frozenset(above) or frozenset({node})
        return self._wholes[node]

    def states(self, nodes: Iterable[NamedNode]) -> frozenset[NamedNode]:
        """Return the States that bodies belong to; empty for bodies of no State."""
        seen: set[NamedNode] = set()
        todo = list(nodes)
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += self._claims.nodes(node, _SUB_ORGANIZATION)
        return frozenset(node for node in seen if node.value.startswith(_STATES))

    def is_named_alone(self, node: NamedNode) -> bool:
        """Tell whether a node is one project, component or event with a place of its own."""
        return bool(self._claims.nodes(node, v.RDF_TYPE) & _NAMED_ALONE)

    def family(self, measure: NamedNode) -> tuple[NamedNode, ...]:
        """Return a measure and its broader measures, the broadest last."""
        return family(self._claims.store, measure)


def family(store: EmbeddedStore, measure: NamedNode) -> tuple[NamedNode, ...]:
    """Return a measure and its broader measures, the broadest last."""
    line = [measure]
    while True:
        broader = store.quads(line[-1], _BROADER, None, DefaultGraph())
        above = [q.object for q in broader if isinstance(q.object, NamedNode)]
        if not above or above[0] in line:
            return tuple(line)
        line.append(above[0])
