"""MOVE: builds, exports, what leaves this machine; spans for curators."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, RdfFormat

from tripartite.graph.citing import Citing
from tripartite.graph.opening import integer
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad, Triple

    from tripartite.reports import BuildReport
    from tripartite.store.publish import Published


class Movable(Citing):
    """Moves the graph."""

    def build(self, into: str | None = None) -> BuildReport:
        """Build what has changed and count what there is.

        Args:
            into: A folder to publish the graph into, for those who have none of its files.
        """
        from tripartite.build.publish import build

        self._store = None
        return build(self._project("build"), Path(into) if into else None)

    def publish(self, url: str) -> Published:
        """Replace everything that a Graph Store holds by the graph, without personal claims.

        Args:
            url: The store's address: ``http://localhost:7878/store`` for Oxigraph's server.

        Raises:
            BadParameterError: The address is none, or holds a password.
            UnreachableError: The server is not there, or takes no whole data set.
            QueryFailedError: It gave up, or took too long.
        """
        from tripartite.store.publish import publish

        return publish(url, self.store.quads())

    def quads(self, graph: str = "default", *, with_contacts: bool = False) -> tuple[Quad, ...]:
        """Return the quads to export.

        Args:
            graph: ``default``, ``claims`` (the claim graphs) or ``all``.
            with_contacts: Add personal claims, which are otherwise never shown.
        """
        from tripartite.extracts import extract

        return extract(self.reader, graph, self._contacts() if with_contacts else None)

    def export(
        self, form: str = "turtle", graph: str = "default", *, with_contacts: bool = False
    ) -> str | bytes:
        """Return the graph as RDF or as tables by class.

        Args:
            form: ``turtle``, ``turtle12``, ``ntriples``, ``nquads``, ``trig``, ``jsonld``,
                ``jsonld-expanded`` (for programs: fast, in no order), ``jsonld-framed``,
                ``rdfxml``, ``csv`` or ``xlsx``; ``void`` describes the data set instead,
                whatever else is given.
            graph: ``default``, ``claims`` (the claim graphs) or ``all``.
            with_contacts: Add personal claims, which are otherwise never shown.

        Raises:
            UnknownNameError: There is no such format or choice of graphs.
            UnsupportedFormatError: The format has no named graphs.
            MissingInputError: ``void``, and the project does not say what its data set is.
        """
        _, self.notes = self.reader, (*self.notes, *self._reservations)
        is_plain = graph == "default" and not (with_contacts or self.places.endpoint)
        if is_plain and (text := self._from_engine(form)) is not None:
            return text
        if form in ("csv", "xlsx"):
            from tripartite.exports.classes import as_long_csv
            from tripartite.exports.xlsx import as_workbook

            return as_long_csv(self.tables()) if form == "csv" else as_workbook(self.tables())
        if form == "void":
            from tripartite.exports.void import as_void

            described = self._project("export -f void").data_set()
            return as_void(self.quads("all"), described)
        if form == "turtle12":
            from tripartite.extracts import annotated

            contacts = self._contacts() if with_contacts else None
            return self.serialize(annotated(self._whole(), graph, contacts, self.choice), form)
        return self.serialize(self.quads(graph, with_contacts=with_contacts), form)

    def _from_engine(self, form: str) -> str | bytes | None:
        """Return the default graph if what the engine writes is enough for that."""
        from tripartite.exports.formats import OF_LINES, of_lines

        if form == "jsonld-expanded":  # as the engine has it: a million triples in a second
            return self.store.dump(RdfFormat.JSON_LD, DefaultGraph())
        if form not in OF_LINES:
            return None
        lines = self.store.dump(RdfFormat.N_TRIPLES, DefaultGraph()).decode()
        return of_lines(lines, form, self.places.ontology)

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

        return by_class(self._whole(), self.language)

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
            tuple((iri, integer(start), integer(end)) for iri, start, end in passages),
        )
