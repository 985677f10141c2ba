"""From the triples of a row to the claims and derivations that stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage
from tripartite.model import Proof

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Triple

    from tripartite.evidence.facts import Facts
    from tripartite.evidence.sharing import Evidence
    from tripartite.store import EmbeddedStore

_CLAIMS = f"{v.BASE}claim/"
_DERIVATIONS = f"{v.BASE}derivation/"
_DEFAULT = DefaultGraph()
_LAST = "\uffff"  # behind every document

Order: TypeAlias = tuple[bool, str, int, str]


class Provenance:
    """Looks up which claims hold the triples of one dataset; each is looked up once."""

    def __init__(self, store: EmbeddedStore, facts: Facts) -> None:
        """Explain the triples that ``facts`` numbers."""
        self._store = store
        self._facts = facts
        self._accepted: dict[NamedNode, bool] = {}
        self._rests: dict[NamedNode, tuple[NamedNode, ...]] = {}
        self._orders: dict[NamedNode, Order] = {}
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
            self._sources[fact] = frozenset(
                source for graph in self._holders(fact) for source in self._with_premises(graph)
            )
        return self._sources[fact]

    def _holders(self, fact: int) -> Sequence[NamedNode]:
        graphs = self._facts.graphs(fact)
        subject, _, _, place = self._facts.key(fact)
        if place is not None or self._facts.redefined:
            return graphs
        known = [graph for graph in graphs if _is_known(graph)]
        if len(known) > 1:
            # A claim that is not accepted made the row only where no other one holds the triple.
            return [graph for graph in known if self._is_accepted(graph)] or known
        if not known and isinstance(subject, NamedNode) and _is_known(subject):
            # A claim's own description stands and falls with the claim.
            return [subject]
        return known

    def _with_premises(self, graph: NamedNode) -> tuple[NamedNode, ...]:
        """Return a claim, or a derivation with all that it rests on."""
        if graph not in self._rests:
            found = [graph]
            for one in found:
                if one.value.startswith(_DERIVATIONS):
                    premises = self._store.objects(one, v.PROV_DERIVED_FROM)
                    named = (term for term in premises if isinstance(term, NamedNode))
                    found.extend(p for p in named if p not in found and _is_known(p))
            self._rests[graph] = tuple(found)
        return self._rests[graph]

    def _is_accepted(self, graph: NamedNode) -> bool:
        if graph not in self._accepted:
            standing = {*self._store.objects(graph, v.STANDING)}
            disputed = v.DISPUTED in self._store.objects(graph, v.VERDICT)
            stated = bool({v.STATED, v.EDITORIAL, v.INFERRED} & standing)
            self._accepted[graph] = stated and not disputed
        return self._accepted[graph]

    def _order(self, graph: NamedNode) -> Order:
        """Put claims first, by document and place; a claim without a passage comes last."""
        if graph not in self._orders:
            quads = self._store.quads(graph, v.PASSAGE, None, _DEFAULT)
            named = (quad.object for quad in quads)
            spans = (split_passage(term.value) for term in named if isinstance(term, NamedNode))
            first = min((span[:2] for span in spans if span), default=(_LAST, 0))
            self._orders[graph] = (not graph.value.startswith(_CLAIMS), *first, graph.value)
        return self._orders[graph]

    def _triple(self, fact: int) -> tuple[str, Triple]:
        if fact not in self._spelled:
            triple = self._facts.triple(fact)
            self._spelled[fact] = (str(triple), triple)
        return self._spelled[fact]


def _is_known(graph: NamedNode) -> bool:
    """Tell whether this is a claim or a derivation; the IRI says so, by rule."""
    return graph.value.startswith((_CLAIMS, _DERIVATIONS))


def _text(spelled: tuple[str, Triple]) -> str:
    return spelled[0]
