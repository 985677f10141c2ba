"""KnowledgeGraph, the library's face: what a command does, one method does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from pyoxigraph import Literal, NamedNode

from tripartite import library, places
from tripartite import vocabulary as v
from tripartite.build import freshness
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from pyoxigraph import Quad, Triple

    from tripartite.build.materialise import Choice
    from tripartite.documents.citations import Citations
    from tripartite.dossier.content import Dossier
    from tripartite.model import NamedQuery, Term
    from tripartite.network.answer import Question
    from tripartite.network.projection import Network
    from tripartite.network.statistics import Asked
    from tripartite.pictures.drawing import Drawing
    from tripartite.pictures.graph.choosing import Wanted
    from tripartite.pictures.graph.making import Maker
    from tripartite.pictures.timeline.choosing import Asked as Dated
    from tripartite.places import Places
    from tripartite.reports import BuildReport, Finding, Reply, View
    from tripartite.store import Answer
    from tripartite.validation.files import Input
    from tripartite.validation.foreign import Checked

_NAMED = 3  # so many changed files are named in a note


class KnowledgeGraph:
    """One project's graph: ask it, check it, move it.

    It opens the last build, or makes one first where files have changed.

    Attributes:
        places: The project's folders.
        language: Of labels and messages: ``en`` or ``ja``.
        choice: Which claims answer; ``None`` where the build decides.
        notes: What the reader should know of the opening, such as a rebuild.
    """

    def __init__(self, folders: Places, language: str = "en", choice: Choice | None = None) -> None:
        """Open the graph of a project.

        Raises:
            MissingInputError: The project lacks a folder.
            UnreadableFileError: Files have changed and one of them does not parse.
            UnwritableOutputError: Files have changed and the build cannot be written.
        """
        self.places = folders
        self.language = language
        self.choice = choice
        self.notes: tuple[str, ...] = ()
        self._reservations: tuple[str, ...] = ()
        self._store: EmbeddedStore | None = None

    @classmethod
    def open(
        cls,
        store: str | None = None,
        documents: str | None = None,
        language: str = "en",
        *,
        as_of: date | None = None,
        include: Collection[str] = (),
    ) -> Self:
        """Open the project in the folder ``store``, by default our own.

        Args:
            store: A project's folder; else ``TRIPARTITE_STORE``, else our own project.
            documents: Where the documents lie; else ``TRIPARTITE_DOCUMENTS``.
            language: Of labels and messages: ``en`` or ``ja``.
            as_of: A day: only what stood on it answers (``docs/time.md``).
            include: ``implied`` or ``disputed`` claims, which else stay out of answers.

        Raises:
            MissingInputError: A folder does not exist or is no project.
            UnknownNameError: ``include`` names what cannot be chosen.
        """
        folders = places.locate(store, documents)
        if as_of is None and not include:
            return cls(folders, language)
        from tripartite.build.choosing import choice

        return cls(folders, language, choice(as_of, include))

    @property
    def store(self) -> EmbeddedStore:
        """The graph that is asked, rebuilt first where its files have changed."""
        if self._store is None:
            self._store = self._chosen(self.choice) if self.choice else self._built()
            self._store.functions[v.COMPARE] = self._relation
        return self._store

    def _repr_html_(self) -> str:
        """Return what a notebook shows: how much of what the graph holds."""
        counts = self._fresh().counts.items()
        rows = tuple((Literal(name), _integer(number)) for name, number in counts)
        return Table(("what", "count"), rows)._repr_html_()

    def build(self) -> BuildReport:
        """Build what has changed and count what there is."""
        from tripartite.build.publish import build

        self._store = None
        return build(self.places)

    def check(self, engine: str = "fast") -> tuple[Finding, ...]:
        """Return what the project's files break of the shapes and the check queries.

        Args:
            engine: What validates the shapes: ``fast``, or ``pyshacl`` for the reference.
        """
        from tripartite.checks import check
        from tripartite.validation import engine_notes

        self.notes = (*self.notes, *(say(note, self.language) for note in engine_notes(engine)))
        return check(self.places, self.language, engine)

    @staticmethod
    def check_files(
        data: Iterable[str | Path | Input],
        shapes: Iterable[str | Path | Input],
        engine: str = "fast",
        most: int | None = 10_000,
        language: str = "en",
    ) -> Checked:
        """Return what any files break of any shapes; no project is needed.

        Args:
            data: Files, their format told by the ending, each also with ``.gz``; one graph.
            shapes: The same.
            engine: ``fast``, or ``pyshacl``, the slow reference.
            most: So many results at most; ``None`` for all.
            language: Of the notes: ``en`` or ``ja``.

        Raises:
            UnreadableFileError: A file cannot be read or parsed, or names what lies elsewhere.
            InvalidShapesError: The shapes are not what SHACL allows.
        """
        from tripartite.validation.foreign import check

        return check(data, shapes, engine, most, language)

    def verify(self) -> Table:
        """Return what the documents do not bear out of the claims, a row a fault.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self.places, self.language).faults()

    def uncovered(self) -> Table:
        """Return the sentences, headings and list items that no claim carries.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self.places, self.language).gaps()

    def relocate(self) -> Table:
        """Return where the cited spans of changed documents stand now.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self.places, self.language).moves()

    def record(self) -> Table:
        """Record the digests of all cited spans, by which they are found again.

        Raises:
            MissingInputError: The folder of documents is not there.
            UnwritableOutputError: A file of digests cannot be written.
        """
        from tripartite.verification import Verifier

        return Verifier(self.places, self.language).record()

    def query(
        self, name: str, arguments: Mapping[str, str] | None = None, *, evidence: bool = False
    ) -> Answer:
        """Answer a named query.

        Args:
            name: As ``queries`` lists it: ``funding/by-donor``.
            arguments: Values by parameter: names, CURIEs or IRIs of entities in either
                language, numbers, dates. A parameter left out matches all.
            evidence: As in ``sparql``.

        Raises:
            UnknownNameError: No query or entity has this name.
            AmbiguousNameError: Several entities have this name.
            BadParameterError: The query takes no such parameter or value.
        """
        from tripartite import resolve

        query = library.load(self.places.queries, name)
        declared = {parameter.name: parameter for parameter in query.parameters}
        terms = {
            key: resolve.term(self.store, declared[key], value)
            if key in declared
            else Literal(value)
            for key, value in (arguments or {}).items()
        }
        text = library.bind(query, terms, self.language)
        answer = self.sparql(text, f"{query.name}.rq", evidence=evidence)
        if isinstance(answer, Table) and self.choice and self.choice.disputed:
            from tripartite.readable import with_verdicts

            answer = with_verdicts(self.store, answer)
        key, why = (
            ("answer-limits", query.limits)
            if isinstance(answer, Table) and answer.rows
            else ("no-expected-rows", query.empty)
        )
        if isinstance(answer, Table) and why:
            note = say(key, self.language, why=why[self.language])
            return answer._replace(notes=(*answer.notes, note))
        return answer

    def sparql(self, text: str, source: str = "query", *, evidence: bool = False) -> Answer:
        """Answer any SPARQL 1.1 query; our prefixes need no declaration.

        Args:
            text: The query.
            source: What an error calls it, usually its file.
            evidence: Return a table of any query, with a proof a row and what they cite: one
                row for ASK, a row a triple for CONSTRUCT and DESCRIBE.

        Raises:
            QuerySyntaxError: ``text`` is not SPARQL 1.1; the message gives the place.
            QueryRefusedError: Its evidence cannot be given; the message says why.
        """
        if evidence:
            from tripartite.evidence import attach

            return self._reserved(self.cite(attach(self.store, text, source)))
        answer = self.store.query(text, source)
        if isinstance(answer, Table):
            return self._reserved(answer)
        self.notes = (*self.notes, *self._reservations)
        return answer

    def cite(self, table: Table) -> Table:
        """Return the table with a citation for every claim that it names or rests on."""
        from tripartite.documents.citations import sources_in

        sources = () if table.citations else sources_in(table)
        return table._replace(citations=self._citations().cite(sources)) if sources else table

    def readable(self, table: Table) -> Table:
        """Return the table for people: cited, labels for codes, no IRI beside its label."""
        from tripartite.readable import readable

        return readable(self.store, self.cite(table), self.language)

    def queries(self, text: str = "") -> tuple[NamedQuery, ...]:
        """Return the catalogue, or the queries that hold ``text`` or come nearest to it.

        Args:
            text: Words of a name, question or tag, or a whole question in either language.
        """
        names = library.names(self.places.queries)
        every = tuple(library.load(self.places.queries, name) for name in names)
        return library.matching(every, text)

    def catalogue(self, text: str = "") -> tuple[Triple, ...]:
        """Return what ``queries`` finds as SHACL executables, each with its SPARQL text."""
        from tripartite.exports.catalogue import described

        return described(self.queries(text))

    def named(self, name: str) -> NamedQuery:
        """Return one named query with its header.

        Raises:
            UnknownNameError: No query has this name.
        """
        return library.load(self.places.queries, name)

    def find(self, text: str) -> Table:
        """Return entities called so in either language, best match first."""
        from tripartite.search import table

        return self._reserved(table(self.store, text, self.language))

    def show(self, name: str) -> View:
        """Return all that is known of one entity, with standing and proof.

        Raises:
            UnknownNameError: Nothing has this name.
            AmbiguousNameError: Several entities have it.
        """
        from tripartite import resolve
        from tripartite.entity import show

        iri = resolve.entity(self.store, name)
        self.notes = (*self.notes, *self._reservations)
        return show(self.store, iri, self._citations(), self._gaps(iri), self.language)

    def tensions(self, name: str = "") -> Table:
        """Return where claims disagree and why, a row a claim; of one entity or of all.

        Raises:
            UnknownNameError: Nothing has this name.
            AmbiguousNameError: Several entities have it.
        """
        from tripartite import resolve
        from tripartite.disagreement.table import tensions

        entity = resolve.entity(self.store, name) if name else None
        return self._reserved(tensions(self.store, self._citations(), self.language, entity))

    def gaps(self, name: str = "") -> Reply:
        """Return what is normally said of such things and no document states.

        Args:
            name: An entity; empty for every project, channel and person.

        Raises:
            UnknownNameError: Nothing has this name, or the project has no such query.
            AmbiguousNameError: Several entities have this name.
        """
        from tripartite import resolve
        from tripartite.disagreement import gaps

        iri = resolve.entity(self.store, name) if name else None
        table = self.query(gaps.QUERY, {"entity": iri.value} if iri else {})
        assert isinstance(table, Table)  # noqa: S101 (the query is a SELECT)
        return gaps.reply(self.store, table, iri, self.language)

    def compare(self, first: str, second: str) -> Table:
        """Return how one figure stands to another, or all that forbids to compare them.

        Args:
            first: A figure's CURIE or IRI, its claim, or an entity with one figure.
            second: The same.

        Raises:
            UnknownNameError: Nothing has this name, or it has no figure.
            AmbiguousNameError: Several entities have the name, or the entity several figures.
        """
        from tripartite.disagreement.pair import compare

        return compare(self.store, first, second, self.language)

    def network(self, *, include: Iterable[str] = (), extras: Iterable[str] = ()) -> Network:
        """Return the named entities and their relations as a ``networkx.MultiDiGraph``.

        ``docs/network.md`` says what is a node and lists the attributes.

        Args:
            include: ``implied`` or ``disputed``: relations that only such claims state.
            extras: Nodes beside the entities: ``topics``, ``background``, ``codes``,
                ``classes``, ``provenance``.

        Raises:
            UnknownNameError: There is no such standing or extra.
        """
        from tripartite.network import kinds, projection
        from tripartite.network.facts import Facts

        nodes = kinds.nodes(tuple(extras))
        return projection.project(Facts(self.store), self.language, nodes, tuple(include))

    def dossier(self, name: str) -> Dossier:
        """Return one document about an entity: sections of facts, each with its notes.

        Raises:
            UnknownNameError: Nothing has this name.
            AmbiguousNameError: Several entities have it.
            BadParameterError: It is a figure, a claim or the like.
        """
        from tripartite.dossier import compose
        from tripartite.dossier.content import Pictures
        from tripartite.dossier.reading import Reader
        from tripartite.network.answer import node
        from tripartite.pictures.timeline.making import compact

        iri = NamedNode(node(self.store, name))
        extras = ("results", "topics", "background", "codes", "classes")
        network = self.network(include=("implied",), extras=extras)
        reader = Reader(self.store, network, self._citations(), self._table, self.language)
        pictures = Pictures(
            self._maker().star(network, iri.value),
            compact(self.store, self._citations(), iri.value, self.language),
        )
        return compose(reader, iri, self.tensions(iri.value), self.gaps(iri.value).table, pictures)

    def path(self, question: Question) -> Reply:
        """Return how two entities are connected, each step with its sentence and proof.

        Raises:
            UnknownNameError: Nothing has a name that the question uses.
            AmbiguousNameError: Several entities have it.
            BadParameterError: Both ends are one, an end is to be avoided, or is no node.
        """
        from tripartite.network.answer import answer

        return answer(self.store, question, self.language)

    def draw_graph(self, wanted: Wanted) -> Drawing:
        """Draw what is around some entities, or the whole network.

        Raises:
            UnknownNameError: Nothing has a name that is used, a type or a standing is none.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: An entity is no node of the network.
        """
        return self._cited(self._maker().neighbourhood(wanted))

    def draw_path(self, question: Question) -> Drawing:
        """Draw the paths between two entities.

        Raises:
            UnknownNameError: Nothing has a name that the question uses.
            AmbiguousNameError: Several entities have it.
            BadParameterError: An end is no node of the network.
        """
        return self._cited(self._maker().ways(question))

    def draw_answer(
        self, answer: Answer, title: str, ends: tuple[str, str] = ("source", "target")
    ) -> Drawing:
        """Draw what a query returned: triples, or rows with a column for either end.

        Args:
            answer: Of ``query`` or ``sparql``.
            title: Of the picture; the name of a query becomes its summary.
            ends: The columns of an edge's ends.

        Raises:
            BadParameterError: The rows have no such columns, or the answer is true or false.
        """
        if title in library.names(self.places.queries):
            title = self.named(title).questions[self.language]
        return self._cited(self._maker().answer(answer, title, ends))

    def draw_map(self, *names: str, include: Iterable[str] = ("implied",)) -> Drawing:
        """Draw the countries that the work of some entities relates to; without any, all work.

        Args:
            names: Of ministries, donors, funds, programmes, projects, themes, places.
            include: ``implied`` or ``disputed``: relations that only such claims state.

        Raises:
            UnknownNameError: Nothing has a name that is used, or there is no such standing.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure, a claim or the like.
            MissingInputError: The build has not made the geometry.
        """
        from tripartite.pictures.world.making import Maker

        maker = Maker(self.store, self._citations(), self._table, self.language)
        return self._cited(maker.draw(names, tuple(include)))

    def draw_timeline(self, asked: Dated) -> Drawing:
        """Draw what is dated, as precisely as it is, and list what is not.

        Raises:
            UnknownNameError: Nothing has a name that is used, or a standing or kind of year is
                none.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure or the like, or the last year is before the first.
        """
        from tripartite.pictures.timeline.making import timeline

        return self._cited(timeline(self.store, self._citations(), asked, self.language))

    def stats(self, asked: Asked) -> Reply:
        """Return what the network hangs on, each value with a plain-language reading.

        Raises:
            UnknownNameError: Nothing has the entity's name, or a standing or extra is none.
            AmbiguousNameError: Several entities have it.
            BadParameterError: It is no node.
        """
        from tripartite.network.statistics import stats

        return stats(self.store, asked, self.language)

    def quads(self, graph: str = "default", *, with_contacts: bool = False) -> tuple[Quad, ...]:
        """Return the quads to export.

        Args:
            graph: ``default``, ``claims`` (the claim graphs) or ``all``.
            with_contacts: Add personal claims, which are otherwise never shown.
        """
        from tripartite.extracts import extract

        return extract(self.store, graph, self._contacts() if with_contacts else None)

    def export(
        self, form: str = "turtle", graph: str = "default", *, with_contacts: bool = False
    ) -> str | bytes:
        """Return the graph as RDF or as tables by class.

        Args:
            form: ``turtle``, ``turtle12``, ``ntriples``, ``nquads``, ``trig``, ``jsonld``,
                ``jsonld-framed``, ``rdfxml``, ``csv`` or ``xlsx``; ``void`` describes the
                data set instead, whatever else is given.
            graph: ``default``, ``claims`` (the claim graphs) or ``all``.
            with_contacts: Add personal claims, which are otherwise never shown.

        Raises:
            UnknownNameError: There is no such format or choice of graphs.
            UnsupportedFormatError: The format has no named graphs.
            MissingInputError: ``void``, and the project does not say what its data set is.
        """
        _, self.notes = self.store, (*self.notes, *self._reservations)
        if form in ("csv", "xlsx"):
            from tripartite.exports.classes import as_long_csv
            from tripartite.exports.xlsx import as_workbook

            return as_long_csv(self.tables()) if form == "csv" else as_workbook(self.tables())
        if form == "void":
            from tripartite.exports.void import as_void

            return as_void(self.quads("all"), self.places.data_set())
        if form == "turtle12":
            from tripartite.extracts import annotated

            contacts = self._contacts() if with_contacts else None
            return self.serialize(annotated(self.store, graph, contacts, self.choice), form)
        return self.serialize(self.quads(graph, with_contacts=with_contacts), form)

    def serialize(self, quads: Iterable[Quad | Triple], form: str) -> str:
        """Return quads in an RDF format, with the project's prefixes and JSON-LD context.

        Raises:
            UnknownNameError: There is no such format.
            UnsupportedFormatError: The format has no named graphs, and the quads have.
        """
        from tripartite.exports.formats import as_rdf

        return as_rdf(quads, form, self.places.ontology)

    def tables(self) -> Mapping[str, Table]:
        """Return one table a class that has instances: a row an entity, keyed by label."""
        from tripartite.extracts import by_class

        return by_class(self.store, self.language)

    def locate(self, document: str, text: str) -> Table:
        """Return where a text stands in a document, as a curator cites it.

        Raises:
            UnknownNameError: The graph has no such document.
            MissingInputError: The document's file is not at hand.
        """
        from tripartite.curie import passage
        from tripartite.documents.texts import Texts, spans

        found = spans(Texts(self.store, self.places.documents).whole(document), text)
        passages = ((passage(document, start, end), start, end) for start, end in found)
        return Table(
            ("passage", "start", "end"),
            tuple((iri, _integer(start), _integer(end)) for iri, start, end in passages),
        )

    def _maker(self) -> Maker:
        from tripartite.pictures.graph.making import Maker

        return Maker(self.store, self._citations(), self.language)

    def _cited(self, drawing: Drawing) -> Drawing:
        """Return a picture with its claims cited, what its reader must know, and as a page."""
        table = self.cite(self._reserved(drawing.table))
        drawn = drawing._replace(table=table)

        def page() -> str:
            from tripartite.pictures.page import as_page

            return as_page(drawn, self.readable(table), self.language)

        return drawn._replace(writers={"html": page, **drawn.writers})

    def _gaps(self, entity: NamedNode) -> Table:
        """Return what ``gaps`` lists of an entity; nothing where a project has no such query."""
        from tripartite.disagreement import gaps

        if gaps.QUERY not in library.names(self.places.queries):
            return Table((), ())
        query = library.load(self.places.queries, gaps.QUERY)
        return self.store.select(library.bind(query, {"entity": entity}, self.language))

    def _contacts(self) -> Path:
        return self._fresh().contacts

    def _built(self) -> EmbeddedStore:
        return EmbeddedStore.open(self._fresh().store)

    def _chosen(self, choice: Choice) -> EmbeddedStore:
        """Make the graph of the claims chosen, in memory; keep what every answer must say."""
        from tripartite.build.choosing import open_chosen

        store, self._reservations = open_chosen(self.places, choice, self.language)
        return store

    def _table(self, name: str, arguments: Mapping[str, str]) -> Table:
        """Answer a named query that is known to return rows."""
        answer = self.query(name, arguments)
        assert isinstance(answer, Table)  # noqa: S101 (ours, and SELECT)
        return answer

    def _reserved(self, table: Table) -> Table:
        """Return the table with what its reader must know of the claims chosen."""
        return table._replace(notes=(*table.notes, *self._reservations))

    def _fresh(self) -> freshness.Snapshot:
        """Return an up-to-date snapshot; note what made a rebuild necessary."""
        last = freshness.last(self.places)
        changed = freshness.changed(last, self.places.input_files()) if last else ()
        if last and not changed:
            return last
        from tripartite.build.publish import build

        report = build(self.places)
        names = ", ".join(report.rebuilt[:_NAMED]) + (" …" if report.rebuilt[_NAMED:] else "")
        note = (
            say("rebuilt", self.language, changed=names)
            if last
            else say("first-build", self.language)
        )
        self.notes = (*self.notes, note)
        return freshness.read(Path(report.folder))

    def _relation(self, first: Term, second: Term) -> NamedNode | None:
        from tripartite.disagreement.pair import relation

        return relation(self.store, first, second)

    def _citations(self) -> Citations:
        from tripartite.documents.citations import Citations
        from tripartite.documents.texts import Texts

        texts = Texts(self.store, self.places.documents)
        self.notes = (
            *self.notes,
            *(say("document-differs", self.language, document=slug) for slug in texts.changed()),
        )
        return Citations(self.store, texts, self.language)


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=v.XSD_INTEGER)
