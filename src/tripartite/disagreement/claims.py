"""What the claims of a graph say, accepted or disputed, in an order that rules can read.

Stated, implied and editorial claims all count: a reader meets them side by side. A claim with
another verdict than accepted or disputed is left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage

if TYPE_CHECKING:
    from tripartite.model import Term
    from tripartite.store import EmbeddedStore

_COUNTED = frozenset({v.DISPUTED, v.entity("verdict", "accepted")})


class Said(NamedTuple):
    """One triple of one claim."""

    claim: NamedNode
    subject: NamedNode
    predicate: NamedNode
    value: Term


class Claims:
    """The triples of the claims, by subject and by predicate."""

    __slots__ = ("_by_predicate", "_by_subject", "_places", "disputed", "store")

    def __init__(self, store: EmbeddedStore) -> None:
        """Read every claim once."""
        self.store = store
        verdicts = {q.subject: q.object for q in store.quads(None, v.VERDICT, None, DefaultGraph())}
        self.disputed = frozenset(c for c, verdict in verdicts.items() if verdict == v.DISPUTED)
        self._places: dict[NamedNode, tuple[str, int]] = {}
        self._by_subject: dict[NamedNode, list[Said]] = defaultdict(list)
        self._by_predicate: dict[NamedNode, list[Said]] = defaultdict(list)
        for quad in store.quads(None, v.RDF_TYPE, v.CLAIM, DefaultGraph()):
            claim = quad.subject
            if isinstance(claim, NamedNode) and verdicts.get(claim, v.DISPUTED) in _COUNTED:
                self._read(claim)

    def _read(self, claim: NamedNode) -> None:
        for quad in self.store.quads(None, None, None, claim):
            if isinstance(quad.subject, NamedNode):
                said = Said(claim, quad.subject, quad.predicate, quad.object)
                self._by_subject[said.subject].append(said)
                self._by_predicate[said.predicate].append(said)

    def saying(self, predicate: NamedNode) -> list[Said]:
        """Return what is said with this property, in the order of the documents."""
        return sorted(self._by_predicate.get(predicate, ()), key=self._order)

    def of(self, subject: NamedNode, predicate: NamedNode | None = None) -> list[Said]:
        """Return what is said of a subject, in the order of the documents."""
        found = self._by_subject.get(subject, ())
        chosen = [said for said in found if predicate is None or said.predicate == predicate]
        return sorted(chosen, key=self._order)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> frozenset[NamedNode]:
        """Return the entities that a property of a subject leads to."""
        found = (said.value for said in self._by_subject.get(subject, ()) if said[2] == predicate)
        return frozenset(value for value in found if isinstance(value, NamedNode))

    def place(self, claim: NamedNode) -> tuple[str, int]:
        """Return the document's slug and the offset of the first passage; last if none."""
        if claim not in self._places:
            passages = self.store.objects(claim, v.PASSAGE)
            spans = (split_passage(p.value) for p in passages if isinstance(p, NamedNode))
            self._places[claim] = min((s[:2] for s in spans if s), default=("~", 0))
        return self._places[claim]

    def document(self, claim: NamedNode) -> str:
        """Return the slug of the document that a claim was read from; ``~`` if none."""
        return self.place(claim)[0]

    def sort(self, claims: set[NamedNode] | frozenset[NamedNode]) -> tuple[NamedNode, ...]:
        """Return claims in the order of the documents."""
        return tuple(sorted(claims, key=lambda claim: (self.place(claim), claim.value)))

    def _order(self, said: Said) -> tuple[tuple[str, int], str, str]:
        return self.place(said.claim), said.claim.value, str(said.value)
