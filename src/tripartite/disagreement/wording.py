"""What is found, in words: what a claim says, what keeps figures from being compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.disagreement.figures import summarize
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad

    from tripartite.disagreement.found import Found
    from tripartite.model import Term
    from tripartite.store import EmbeddedStore

JUDGEMENTS: Final[Mapping[str, str]] = {
    "contradict": "judged-contradict",
    "not-comparable": "judged-not-comparable",
    "differ": "judged-differ",
}
REASONS: Final[Mapping[str, str]] = {
    "subject": "because-subject",
    "measure": "because-measure",
    "unit": "because-unit",
    "currency": "because-currency",
    "scope": "because-scope",
    "basis": "because-basis",
    "period": "because-period",
    "no-period": "because-no-period",
    "as-of": "because-as-of",
    "examples": "because-examples",
    "same-sum": "because-same-sum",
}
_SILENT = (v.RDF_TYPE, v.tp("realisation"), v.tp("observedOn"))
_MEASURE = v.tp("measure")
_STATUS = v.tp("status")
_ABOUT = v.tp("about")


class Wording:
    """Words for terms, claims and verdicts in one language."""

    __slots__ = ("_language", "_store")

    def __init__(self, store: EmbeddedStore, language: str) -> None:
        """Take the labels from the graph."""
        self._store = store
        self._language = language

    def name(self, term: Term | None) -> str:
        """Return a label, the text of a literal, or the CURIE of what has no label."""
        if isinstance(term, NamedNode):
            return self._store.text(term, v.RDFS_LABEL, self._language) or shorten(term)
        return term.value if isinstance(term, Literal) else ""

    def figure(self, figure: NamedNode) -> str:
        """Return what a figure says in one line."""
        quads = self._store.quads(figure)
        values = [(q.predicate, q.object) for q in quads if isinstance(q.graph_name, NamedNode)]
        return summarize(sorted(values, key=str), self.name)

    def claim(self, claim: NamedNode) -> str:
        """Return what a claim says in one line."""
        quads = sorted(self._store.quads(None, None, None, claim), key=str)
        for quad in quads:
            if quad.predicate == _MEASURE and isinstance(quad.subject, NamedNode):
                return self.figure(quad.subject)
        statuses = [quad for quad in quads if quad.predicate == _STATUS]
        if statuses:
            of = [self.name(quad.object) for quad in quads if quad.predicate == _ABOUT]
            return f"{', '.join(of)}: {self.name(statuses[0].object)}"
        return "; ".join(self._fact(quad) for quad in quads if quad.predicate not in _SILENT)

    def judgement(self, found: Iterable[Found]) -> tuple[str, str]:
        """Return the strongest judgement of several findings, and what forbids to compare."""
        every = tuple(found)
        given = {one.judgement for one in every}
        strongest = next((code for code in JUDGEMENTS if code in given), "")
        reasons = {reason for one in every for reason in one.reasons}
        said = say(JUDGEMENTS[strongest], self._language) if strongest else ""
        return said, self.reasons(reasons if strongest == "not-comparable" else ())

    def reasons(self, codes: Iterable[str]) -> str:
        """Return reasons in words, always in the same order."""
        given = frozenset(codes)
        known = (key for code, key in REASONS.items() if code in given)
        return "; ".join(say(key, self._language) for key in known)

    def _fact(self, quad: Quad) -> str:
        subject = quad.subject if isinstance(quad.subject, NamedNode) else None
        return f"{self.name(subject)} — {self.name(quad.predicate)}: {self.name(quad.object)}"
