"""From the triples of a row to the claims and derivations that stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage
from tripartite.model import Proof

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

    from tripartite.evidence.facts import Facts
    from tripartite.evidence.sharing import Evidence
    from tripartite.store import EmbeddedStore

_KINDS = (v.CLAIM, v.DERIVATION)


class Described(NamedTuple):
    """What the default graph says of a named graph.

    Attributes:
        order: Claims by document and place, claims without a passage, then the rest.
        known: Whether it is a claim or a derivation.
        accepted: Whether it is one of the claims that enter every default graph.
        premises: What a derivation rests on.
    """

    order: tuple[int, str, int, str]
    known: bool
    accepted: bool
    premises: tuple[NamedNode, ...]


class Provenance:
    """Looks up which claims hold the triples of one dataset; each is looked up once."""

    def __init__(self, store: EmbeddedStore, facts: Facts) -> None:
        """Explain the triples that ``facts`` numbers."""
        self._store = store
        self._facts = facts
        self._described: dict[NamedNode, Described] = {}
        self._sources: dict[int, frozenset[NamedNode]] = {}
        self._spelled: dict[int, tuple[str, Triple]] = {}

    def proof(self, evidence: Evidence) -> Proof:
        """Return the proof of a row; it is never empty without a remark."""
        named = [self.sources(fact) for fact in evidence.facts]
        remarks = set(evidence.remarks)
        if not all(named):
            remarks.add("proof-editorial")
        if not named and not remarks:
            remarks.add("proof-no-triple")
        sources = sorted(frozenset[NamedNode]().union(*named), key=self._order)
        spelled = sorted({self._triple(fact) for fact in evidence.facts}, key=_text)
        return Proof(tuple(sources), tuple(triple for _, triple in spelled), tuple(sorted(remarks)))

    def sources(self, fact: int) -> frozenset[NamedNode]:
        """Return what holds a triple, with the premises of derivations; empty if nothing does."""
        if fact not in self._sources:
            self._sources[fact] = frozenset(self._with_premises(self._holders(fact)))
        return self._sources[fact]

    def _holders(self, fact: int) -> tuple[NamedNode, ...]:
        graphs = self._facts.graphs(fact)
        subject, _, _, place = self._facts.key(fact)
        if place is not None or self._facts.redefined:
            return graphs
        known = [graph for graph in graphs if self.described(graph).known]
        accepted = [graph for graph in known if self.described(graph).accepted]
        if accepted or known:
            # A claim that is not accepted made the row only where no other one holds the triple.
            return tuple(accepted or known)
        # A claim's own description stands and falls with the claim.
        own = isinstance(subject, NamedNode) and self.described(subject).known
        return (subject,) if own and isinstance(subject, NamedNode) else ()

    def _with_premises(self, graphs: Iterable[NamedNode]) -> list[NamedNode]:
        found = list(dict.fromkeys(graphs))
        for graph in found:
            for premise in self.described(graph).premises:
                if premise not in found and self.described(premise).known:
                    found.append(premise)  # noqa: B909 (its own premises follow)
        return found

    def described(self, graph: NamedNode) -> Described:
        """Return what is known of a named graph."""
        if graph not in self._described:
            self._described[graph] = self._describe(graph)
        return self._described[graph]

    def _describe(self, graph: NamedNode) -> Described:
        quads = list(self._store.quads(graph, None, None, DefaultGraph()))
        values = {(quad.predicate, quad.object) for quad in quads}
        kind = next((kind for kind in _KINDS if (v.RDF_TYPE, kind) in values), None)
        spans = (
            split_passage(quad.object.value)
            for quad in quads
            if quad.predicate == v.PASSAGE and isinstance(quad.object, NamedNode)
        )
        first = min((span[:2] for span in spans if span), default=("\uffff", 0))
        standing = any((v.STANDING, code) in values for code in (v.STATED, v.EDITORIAL))
        premises = (quad.object for quad in quads if quad.predicate == v.PROV_DERIVED_FROM)
        return Described(
            order=(0 if kind == v.CLAIM else 1, *first, graph.value),
            known=kind is not None,
            accepted=kind == v.DERIVATION or (standing and (v.VERDICT, v.DISPUTED) not in values),
            premises=tuple(sorted((p for p in premises if isinstance(p, NamedNode)), key=str))
            if kind == v.DERIVATION
            else (),
        )

    def _order(self, graph: NamedNode) -> tuple[int, str, int, str]:
        return self.described(graph).order

    def _triple(self, fact: int) -> tuple[str, Triple]:
        if fact not in self._spelled:
            triple = self._facts.triple(fact)
            self._spelled[fact] = (str(triple), triple)
        return self._spelled[fact]


def _text(spelled: tuple[str, Triple]) -> str:
    return spelled[0]
