"""One report of everything wrong: shapes on every graph, and the check queries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from tripartite import library
from tripartite import vocabulary as v
from tripartite.build import sources as files
from tripartite.build.materialise import materialise
from tripartite.curie import shorten
from tripartite.disagreement import explained, tensions
from tripartite.messages import say
from tripartite.origins import Origins
from tripartite.reports import Finding
from tripartite.store import EmbeddedStore, GraphStore
from tripartite.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.build.sources import Sources
    from tripartite.model import NamedQuery
    from tripartite.places import Places
    from tripartite.validation import Result

_WHOLE: Final = NamedNode(f"{v.TP}needsWholeGraph")
_DEACTIVATED: Final = NamedNode(f"{v.STANDARDS['sh']}deactivated")
_TRUE: Final = Literal("true", datatype=NamedNode(f"{v.STANDARDS['xsd']}boolean"))
_CLAIMS: Final = f"{v.BASE}claim/"
_MARK: Final = "--in--"  # keeps a renamed IRI one that the shapes recognise


def check(places: Places, language: str, engine: str = "fast") -> tuple[Finding, ...]:
    """Return every finding, sorted by file and line; empty if the project is in order.

    Args:
        places: The project's folders.
        language: That of labels and messages.
        engine: What validates: ``fast``, or ``pyshacl`` for the reference.

    Raises:
        UnreadableFileError: A file of the project does not parse.
        MissingInputError: The project lacks a folder.
    """
    project = files.read(places)
    dataset = materialise(project)
    store = EmbeddedStore.of((*dataset.quads(), *_file_graphs(project)))
    reporter = _Reporter(store, Origins(project), language)
    shapes = _shapes(places)
    reports = (
        validate((quad.triple for quad in dataset.default), shapes, engine, None),
        validate(_apart(dataset.claims), (*shapes, *_local(shapes)), engine, None),
    )
    found = {
        *(finding for report in reports for finding in reporter.results(report.results)),
        *(f for query in library.checks(places.queries) for f in reporter.rows(query)),
        *reporter.queries(library.load(places.queries, n) for n in library.names(places.queries)),
        *reporter.tensions(store),
    }
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.focus, finding.rule)))


def check_graph(store: GraphStore, places: Places, language: str) -> tuple[Finding, ...]:
    """Return what a graph without its files breaks of the check queries that need none."""
    reporter = _Reporter(store, Origins(files.Sources((), (), ())), language)
    asked = (query for query in library.checks(places.queries) if "files" not in query.tags)
    return tuple(sorted({f for query in asked for f in reporter.rows(query)}, key=repr))


class _Reporter:
    """Words results and rows so that a desk officer understands them."""

    def __init__(self, store: GraphStore, origins: Origins, language: str) -> None:
        self._store = store
        self._origins = origins
        self._language = language

    def results(self, results: Iterable[Result]) -> Iterator[Finding]:
        """Yield a finding for each result of a validation."""
        for result in results:
            focus, apart, name = _text(result.focus).partition(_MARK)
            claim = v.entity("claim", name).value if apart else ""
            value = _text(result.value).partition(_MARK)[0]
            path = result.path.value if isinstance(result.path, NamedNode) else ""
            messages = result.messages
            message = (
                messages.get(self._language)
                or messages.get("en")
                or next(iter(messages.values()), "")
            )
            found = self._finding(focus, path, value, message, claim, result.shape.value)
            yield replace(found, component=result.component.value)

    def rows(self, query: NamedQuery) -> Iterator[Finding]:
        """Yield a finding for each row of a check query."""
        table = self._store.select(query.text)
        message = query.messages.get(self._language) or query.messages["en"]
        for row in table.rows:
            cells = dict(zip(table.columns, row, strict=True))
            focus, path, claim = (_text(cells.pop(n, None)) for n in ("focus", "property", "claim"))
            rest = [_text(cell) for cell in cells.values() if cell]
            value = rest[0] if len(rest) == 1 else ", ".join(map(self._label, rest))
            yield self._finding(focus, path, value, message, claim, query.name)

    def queries(self, queries: Iterable[NamedQuery]) -> Iterator[Finding]:
        """Yield a finding for each named query that neither shows nor restricts standing."""
        for query in queries:
            shows = any(column.lower().endswith("standing") for column in query.columns)
            if not (shows or "standing:stated" in query.text):
                message = say("query-standing", self._language)
                place = f"queries/{query.name}.rq:1"
                yield Finding(query.name, query.name, "", "", message, "", place, "standing")

    def tensions(self, store: EmbeddedStore) -> Iterator[Finding]:
        """Yield a finding for what disagrees unexplained, and for what is explained in vain."""
        found, written = tensions.find(store), explained.read(store)
        for one in explained.unexplained(found, written):
            kind = self._label(v.entity("tension-kind", one.kind).value)
            message = say("tension-unexplained", self._language, kind=kind)
            value = ", ".join(shorten(claim) for claim in one.claims)
            claim, said = one.claims[0].value, v.STANDING.value  # where the claim itself is
            at_claim = self._finding(claim, said, value, message, "", "tensions")
            entity = self._label(one.subject.value)
            yield replace(at_claim, entity=entity, property="", path="")
        for tension in written:
            if idle := explained.idle_claims(tension, found):
                message = say("tension-idle", self._language)
                value = ", ".join(sorted(shorten(claim) for claim in idle))
                yield self._finding(tension.iri.value, "", value, message, "", "tensions")

    def _finding(  # noqa: PLR0913, PLR0917 (the parts of one sentence)
        self, focus: str, path: str, value: str, message: str, claim: str, rule: str
    ) -> Finding:
        origin = self._origins.of(focus, path, value, claim)
        return Finding(
            entity=self._label(focus),
            focus=_short(focus),
            property=self._label(path) if path else "",
            value=self._label(value),
            message=message,
            claim=_short(origin.claim or (focus if focus.startswith(_CLAIMS) else "")),
            place=origin.place,
            rule=_short(rule),
            path=path,
        )

    def _label(self, text: str) -> str:
        if not text.startswith("http"):
            return text
        return self._store.text(NamedNode(text), v.RDFS_LABEL, self._language) or _short(text)


def _apart(claims: Iterable[Quad]) -> Iterator[Triple]:
    """Yield every claim's graph so that none touches another.

    Its subjects are renamed by the claim, and so validated as that claim alone has them.
    """
    graphs: dict[str, list[Quad]] = {}
    for quad in claims:
        graphs.setdefault(_text(quad.graph_name), []).append(quad)
    for claim, quads in graphs.items():
        mark = f"{_MARK}{claim.rpartition('/')[2]}"
        own = {_text(q.subject): NamedNode(f"{_text(q.subject)}{mark}") for q in quads}
        for quad in quads:
            value = own.get(_text(quad.object)) if isinstance(quad.object, NamedNode) else None
            yield Triple(own[_text(quad.subject)], quad.predicate, value or quad.object)


def _shapes(places: Places) -> tuple[Triple, ...]:
    read = (files.read_file(path, places.root) for path in places.shape_files())
    return tuple(quad.triple for source in read for quad in source.quads)


def _local(shapes: Iterable[Triple]) -> Iterator[Triple]:
    """Yield what switches off the shapes that are true of the whole graph only."""
    for triple in shapes:
        if triple.predicate == _WHOLE:
            yield Triple(triple.subject, _DEACTIVATED, _TRUE)


def _file_graphs(project: Sources) -> Iterator[Quad]:
    """Yield what stands in no claim under its file's name: editorial has an origin too.

    A document's file is none of ours: outside its claims it only describes them and itself.
    """
    ours = (source for source in project.all() if source.path.parent.name != "documents")
    for source in ours:
        name = NamedNode(f"{v.BASE}file/{source.name}")
        for quad in source.quads:
            if quad.graph_name == DefaultGraph():
                yield Quad(quad.subject, quad.predicate, quad.object, name)
                if quad.predicate in (v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL):
                    yield Quad(quad.subject, v.RDFS_LABEL, quad.object, name)


def _text(cell: object) -> str:
    return "" if cell is None else str(getattr(cell, "value", cell))


def _short(text: str) -> str:
    return shorten(NamedNode(text)) if text.startswith("http") else text
