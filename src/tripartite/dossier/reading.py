"""What a dossier reads of the graph: names with their notes, relations, standings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.dossier.content import Span
from tripartite.dossier.naming import in_sentence
from tripartite.dossier.notebook import Notebook
from tripartite.dossier.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tripartite.documents.citations import Citations
    from tripartite.dossier.content import Line
    from tripartite.model import Table, Term
    from tripartite.network.projection import Network
    from tripartite.store import EmbeddedStore

STANDINGS: Final = ("stated", "editorial", "inferred", "implied")  # the surest first
SUREST: Final = STANDINGS[0]


class Relation(NamedTuple):
    """How the entity stands to another.

    Attributes:
        kind: Of the other: ``project``, ``body`` …
        phrase: Key of the sentence it makes.
        forward: Whether it leads from the entity to the other.
        detail: The post or the figure; empty for a plain relation.
        via: The figure or the membership that joins them, if one does.
        sources: Claims and derivations that say it.
    """

    other: NamedNode
    kind: str
    phrase: str
    forward: bool
    standing: str
    predicate: NamedNode
    detail: str
    via: NamedNode | None
    sources: tuple[NamedNode, ...]


class Reader:
    """Reads one graph for one dossier, in one language.

    Attributes:
        notes: The numbers given so far.
        named: Entities that the dossier names, in order of first appearance.
        ask: Answers a named query with its parameters.
    """

    def __init__(
        self,
        store: EmbeddedStore,
        network: Network,
        citations: Citations,
        ask: Callable[[str, dict[str, str]], Table],
        language: str,
    ) -> None:
        """Begin a dossier."""
        self.store = store
        self.network = network
        self.notes = Notebook(store, citations, language)
        self.named: dict[NamedNode, None] = {}
        self.ask = ask
        self.language = language

    def text(self, key: str, *values: object, **named: object) -> str:
        """Return one of our own texts."""
        return text(key, self.language, *values, **named)

    def label(self, term: Term | None) -> str:
        """Return a label, a literal's text, or a CURIE; remember what was named."""
        if isinstance(term, NamedNode):
            self.named.setdefault(term)
            return self.store.text(term, v.RDFS_LABEL, self.language) or shorten(term)
        return term.value if isinstance(term, Literal) else ""

    def name(self, term: NamedNode, sources: Iterable[NamedNode]) -> Span:
        """Return a name with the notes that prove what is said of it."""
        return Span(self.label(term), self.notes.mark(sources))

    def quoted(self, term: NamedNode, sources: Iterable[NamedNode]) -> Span:
        """Return a name as it stands in a sentence, titles in quotation marks."""
        said = in_sentence(self.label(term), term, self.language)
        return Span(said, self.notes.mark(sources))

    def marked(self, said: str, sources: Iterable[NamedNode]) -> Line:
        """Return a text with its notes, and in brackets its standing where that is not stated."""
        every = tuple(sources)
        span = Span(said, self.notes.mark(every))
        if self.surest(every) == SUREST and not self.is_disputed(every):
            return (span,)
        return (span, *self.bracketed(self.standing(every)))

    def beside(self, said: str, sources: Iterable[NamedNode], row: Iterable[NamedNode]) -> Line:
        """Return a text with its notes, and its standing where that is not the row's."""
        every = tuple(sources)
        span = Span(said, self.notes.mark(every))
        standing = self.standing(every)
        return (span,) if standing == self.standing(row) else (span, *self.bracketed(standing))

    def bracketed(self, line: Line) -> Line:
        """Return a line in brackets."""
        return (Span(self.text("open")), *line, Span(self.text("close")))

    def standing(self, sources: Iterable[NamedNode]) -> Line:
        """Return the surest standing of some claims, and that all of them are disputed."""
        every = tuple(sources)
        line = self.badge(self.surest(every))
        if not self.is_disputed(every):
            return line
        return (*line, Span(self.text("comma")), Span(self.text("disputed"), (), "disputed"))

    def badge(self, standing: str) -> Line:
        """Return the label of a standing, as a cell."""
        if not standing:
            return ()
        label = self.store.text(v.entity("standing", standing), v.RDFS_LABEL, self.language)
        return (Span(label, (), standing),)

    def relations(self, iri: NamedNode) -> tuple[Relation, ...]:
        """Return the relations of an entity in the order of the other's name."""
        found = [*self._edges(iri, forward=True), *self._edges(iri, forward=False)]
        return tuple(sorted(found, key=lambda r: (r.phrase, not r.forward, self._plain(r.other))))

    def values(self, subject: NamedNode, name: str) -> tuple[Term, ...]:
        """Return the values of one of our properties in the default graph."""
        return self.store.objects(subject, v.tp(name))

    def claimed(self, subject: NamedNode) -> dict[tuple[NamedNode, Term], list[NamedNode]]:
        """Return what claims say of a subject: the claims by property and value."""
        found: dict[tuple[NamedNode, Term], list[NamedNode]] = {}
        for quad in sorted(self.store.quads(subject), key=str):
            graph = quad.graph_name
            if isinstance(graph, NamedNode) and graph.value.startswith(f"{v.BASE}claim/"):
                found.setdefault((quad.predicate, quad.object), []).append(graph)
        return found

    def surest(self, sources: Iterable[NamedNode]) -> str:
        """Return the surest standing of some claims, of the disputed ones where all are."""
        every = tuple(sources)
        accepted = [source for source in every if not self.notes.is_disputed(source)]
        codes = {self.notes.standing(source) for source in accepted or every}
        return next((code for code in STANDINGS if code in codes), "")

    def is_disputed(self, sources: Iterable[NamedNode]) -> bool:
        """Tell whether all of some claims are kept out of answers as disputed."""
        return all(map(self.notes.is_disputed, sources))

    def _edges(self, iri: NamedNode, *, forward: bool) -> Iterator[Relation]:
        network = self.network
        if iri.value not in network:
            return
        edges = network.out_edges if forward else network.in_edges
        for start, end, edge in edges(iri.value, data=True):
            other = end if forward else start
            proofs = (derivation or claim for claim, _, derivation in edge["proofs"])
            yield Relation(
                other=NamedNode(other),
                kind=network.nodes[other]["kind"],
                phrase=edge["phrase"],
                forward=forward,
                standing=edge["standing"],
                predicate=NamedNode(edge["predicate"]),
                detail=edge["detail"],
                via=NamedNode(edge["via"]) if edge["via"] else None,
                sources=tuple(NamedNode(proof) for proof in dict.fromkeys(proofs)),
            )

    def _plain(self, term: NamedNode) -> str:
        return self.store.text(term, v.RDFS_LABEL, self.language) or shorten(term)
