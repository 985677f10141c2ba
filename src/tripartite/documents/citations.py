"""From a claim to its standing, its passages, the heading they stand under, the words.

Of a derivation: its rule and what it rests on.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage
from tripartite.model import Citation, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.documents.texts import Texts
    from tripartite.model import Table
    from tripartite.store import GraphStore

_SOURCES = (f"{v.BASE}claim/", f"{v.BASE}derivation/")


def sources_in(table: Table) -> tuple[NamedNode, ...]:
    """Return the claims and derivations that a table's cells name or its proofs rest on.

    In order of first appearance, row by row; of a row, first those that its cells name.
    """
    proofs = (proof.sources for proof in table.proofs)
    terms = (
        term
        for row, sources in zip_longest(table.rows, proofs, fillvalue=())
        for term in (*row, *sources)
    )
    found = (t for t in terms if isinstance(t, NamedNode) and t.value.startswith(_SOURCES))
    return tuple(dict.fromkeys(found))


class Citations:
    """Cites claims and derivations of one graph in one language, with words if at hand."""

    __slots__ = ("_language", "_sections", "_store", "_texts")

    def __init__(self, store: GraphStore, texts: Texts, language: str) -> None:
        """Prepare to cite; headings are read from the graph when first needed."""
        self._store = store
        self._texts = texts
        self._language = language
        self._sections: dict[str, list[tuple[int, int, str]]] | None = None

    def cite(self, sources: Iterable[NamedNode]) -> tuple[Citation, ...]:
        """Return one citation a source, in the order given; what derivations rest on follows."""
        cited: dict[NamedNode, Citation] = {}
        waiting = list(sources)
        self._store.expect(waiting)
        for source in waiting:
            if source not in cited:
                cited[source] = self._cite(source)
                waiting += cited[source].premises
        return tuple(cited.values())

    def passage(self, iri: str) -> Passage | None:
        """Return the passage an IRI ``document#char=start,end`` names, else ``None``."""
        span = split_passage(iri)
        if span is None:
            return None
        slug, start, end = span
        return Passage(slug, start, end, self._heading(slug, start), self._texts.words(*span))

    def _cite(self, claim: NamedNode) -> Citation:
        found = (
            self.passage(term.value)
            for term in self._store.objects(claim, v.PASSAGE)
            if isinstance(term, NamedNode)
        )
        passages = sorted(
            (passage for passage in found if passage is not None),
            key=lambda passage: (passage.document, passage.start),
        )
        return Citation(
            claim=claim,
            standing=self._label(claim, v.STANDING),
            verdict="disputed" if self._store.objects(claim, v.VERDICT) == (v.DISPUTED,) else "",
            passages=tuple(passages),
            note=self._store.text(claim, v.SKOS_NOTE, self._language),
            rule=self._label(claim, v.RULE),
            premises=tuple(
                term
                for term in self._store.objects(claim, v.PROV_DERIVED_FROM)
                if isinstance(term, NamedNode) and term.value.startswith(_SOURCES)
            ),
        )

    def _label(self, source: NamedNode, name: NamedNode) -> str:
        """Return what a reader calls a claim's standing or a rule; empty where there is none."""
        codes = self._store.objects(source, name)
        named = [code for code in codes if isinstance(code, NamedNode)]
        return self._store.text(named[0], v.RDFS_LABEL, self._language) if named else ""

    def _heading(self, document: str, offset: int) -> str:
        if self._sections is None:
            self._sections = self._read_sections()
        around = [s for s in self._sections.get(document, ()) if s[0] <= offset < s[1]]
        return min(around, key=lambda section: section[1] - section[0])[2] if around else ""

    def _read_sections(self) -> dict[str, list[tuple[int, int, str]]]:
        sections: dict[str, list[tuple[int, int, str]]] = {}
        for quad in self._store.quads(None, v.SPAN, None, DefaultGraph()):
            section, where = quad.subject, quad.object
            if not (isinstance(section, NamedNode) and isinstance(where, NamedNode)):
                continue
            heading, span = (
                self._store.text(section, v.RDFS_LABEL, "en"),
                split_passage(where.value),
            )
            if heading and span:
                slug, start, end = span
                sections.setdefault(slug, []).append((start, end, heading))
        return sections
