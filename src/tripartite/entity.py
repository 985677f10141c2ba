"""All that the graph says of one entity: facts with standing and proof, references, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from tripartite import summary
from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.disagreement import explained, gaps
from tripartite.identity import judgements
from tripartite.model import Table
from tripartite.naming import identifiers, other_names
from tripartite.reports import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.documents.citations import Citations
    from tripartite.model import Cell, Citation
    from tripartite.store import GraphStore

COLUMNS = (
    "part",
    "subject",
    "property",
    "value",
    "standing",
    "verdict",
    "claim",
    "document",
    "heading",
    "passage",
    "words",
    "note",
)
_ONE_VALUED = ("startPeriod", "endPeriod", "phaseNumber", "conventionNumber", "predecessor")


def show(
    store: GraphStore, iri: NamedNode, citations: Citations, unsaid: Table, language: str
) -> View:
    """Gather what every claim, accepted or not, says of an entity and where others name it."""
    missing = (term for row in unsaid.rows for term in row if isinstance(term, NamedNode))
    store.expect((iri, v.EDITORIAL, *missing))
    writer = _Writer(store, citations, language)
    label = store.text(iri, v.RDFS_LABEL, language) or shorten(iri)
    own = sorted(_claimed(store.quads(iri)), key=str)
    others = sorted(_claimed(store.quads(None, None, iri)), key=str)
    about = (quad for quad in others if quad.predicate == v.tp("about"))
    doubtful = [quad for quad in own + others if writer.is_disputed(quad)]
    return View(
        iri=iri,
        label=label,
        kinds=tuple(
            dict.fromkeys(writer.label(q.object) for q in own if q.predicate == v.RDF_TYPE)
        ),
        aliases=other_names(store, iri, label),
        identifiers=identifiers(store, iri, language),
        facts=Table(COLUMNS, writer.rows("fact", own)),
        incoming=Table(COLUMNS, writer.rows("incoming", others)),
        disagreements=Table(
            COLUMNS,
            (
                *writer.rows("disagreement", doubtful + _differing(own)),
                *writer.tensions(explained.touching(store, iri, (*own, *about))),
            ),
        ),
        identities=Table(COLUMNS, writer.judged(iri)),
        gaps=Table(COLUMNS, tuple(gaps.shown(store, unsaid, citations, language))),
    )


class _Writer:
    """Turns quads of claim graphs into rows that a person can read."""

    def __init__(self, store: GraphStore, citations: Citations, language: str) -> None:
        self._store = store
        self._citations = citations
        self._language = language
        self._cited: dict[NamedNode, Citation] = {}

    def label(self, term: Cell) -> str:
        """Return a label, or the text of a literal, or the CURIE."""
        if isinstance(term, NamedNode):
            named = self._store.text(term, v.RDFS_LABEL, self._language)
            return named or self._summary(term) or shorten(term)
        return term.value if isinstance(term, Literal) else ""

    def is_disputed(self, quad: Quad) -> bool:
        """Tell whether the quad's claim is kept out of the default graph as disputed."""
        return bool(self._cite(quad).verdict)

    def rows(self, part: str, quads: Iterable[Quad]) -> tuple[tuple[Cell, ...], ...]:
        """Return a row for each passage of each quad's claim, claims in document order."""
        ranked = sorted(quads, key=lambda quad: (self._place(quad), str(quad)))
        return tuple(row for quad in ranked for row in self._rows(part, quad))

    def tensions(self, iris: Iterable[NamedNode]) -> Iterable[tuple[Cell, ...]]:
        """Yield a row for each explained tension; the explanation is the note."""
        for iri in iris:
            about, kind = (
                ", ".join(map(self.label, self._store.objects(iri, predicate)))
                for predicate in (v.tp("about"), v.TENSION_KIND)
            )
            said = (about, kind, f"{self.label(iri)} ({shorten(iri)})", self.label(v.EDITORIAL))
            gap = (None,) * (len(COLUMNS) - len(said) - 2)
            note = self._store.text(iri, v.EXPLANATION, self._language)
            yield (Literal("disagreement"), *map(Literal, said), *gap, Literal(note))

    def judged(self, iri: NamedNode) -> tuple[tuple[Cell, ...], ...]:
        """Return a row for each entity that a reader may take for this one."""
        standing = Literal(self.label(v.EDITORIAL))
        return tuple(
            (
                Literal("identity"),
                Literal(self.label(iri)),
                Literal(self.label(found.sameness)),
                Literal(f"{self.label(found.other)} ({shorten(found.other)})"),
                standing,
                *(None,) * 6,
                Literal(found.reason),
            )
            for found in judgements(self._store, iri, self._language)
        )

    def _rows(self, part: str, quad: Quad) -> Iterable[tuple[Cell, ...]]:
        cited = self._cite(quad)
        fact = (
            Literal(part),
            Literal(self.label(quad.subject)),
            Literal(self.label(quad.predicate)),
            Literal(self.label(quad.object)),
            Literal(cited.standing),
            Literal(cited.verdict) if cited.verdict else None,
            quad.graph_name if isinstance(quad.graph_name, NamedNode) else None,
        )
        note = Literal(cited.note) if cited.note else None
        if not cited.passages:
            yield (*fact, None, None, None, None, note)
        for passage in cited.passages:
            yield (
                *fact,
                Literal(passage.document),
                Literal(passage.heading),
                Literal(f"{passage.start},{passage.end}"),
                None if passage.words is None else Literal(passage.words),
                note,
            )

    def _cite(self, quad: Quad) -> Citation:
        claim = quad.graph_name
        assert isinstance(claim, NamedNode)  # noqa: S101 (only quads of named graphs come here)
        if claim not in self._cited:
            self._cited[claim] = self._citations.cite((claim,))[0]
        return self._cited[claim]

    def _place(self, quad: Quad) -> tuple[str, int]:
        passages = self._cite(quad).passages
        return (passages[0].document, passages[0].start) if passages else ("~", 0)

    def _plain(self, term: Cell) -> str:
        if isinstance(term, NamedNode):
            return self._store.text(term, v.RDFS_LABEL, self._language)
        return term.value if isinstance(term, Literal) else ""

    def _summary(self, node: NamedNode) -> str:
        """Return what a figure, a membership or a status says, as these have no name."""
        values: dict[str, str] = {}
        for quad in _claimed(self._store.quads(node)):
            name = quad.predicate.value.rpartition("#")[2].rpartition("/")[2]
            values.setdefault(name, self._plain(quad.object))
        if "measure" in values:
            return summary.figure(values)
        parts = (values.get(k, "") for k in ("member", "role", "organization", "about", "status"))
        return ", ".join(part for part in parts if part)


def _claimed(quads: Iterable[Quad]) -> Iterable[Quad]:
    claim = f"{v.BASE}claim/"
    return (
        quad
        for quad in quads
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(claim)
    )


def _differing(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads of one-valued properties to which claims give several values."""
    by_property: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        if quad.predicate in [v.tp(name) for name in _ONE_VALUED]:
            by_property.setdefault(quad.predicate, []).append(quad)
    several = (found for found in by_property.values() if len({q.object for q in found}) > 1)
    return [quad for found in several for quad in found]
