"""ASK: what is asked of a graph: queries, entities, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite import library
from tripartite.errors import UnsupportedStoreError
from tripartite.graph.citing import Citing
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store import EmbeddedStore
from tripartite.store.limits import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.network.answer import Question
    from tripartite.reports import Reply, View
    from tripartite.store import Answer
    from tripartite.store.foreign import Asking
    from tripartite.store.limits import Limits


class Askable(Citing):
    """Asks the graph."""

    def query(
        self,
        name: str,
        arguments: Mapping[str, str] | None = None,
        *,
        evidence: bool = False,
        limits: Limits | None = None,
    ) -> Answer:
        """Answer a named query.

        Args:
            name: As ``queries`` lists it: ``funding/by-donor``.
            arguments: Values by parameter: names, CURIEs or IRIs of entities in either
                language, numbers, dates. A parameter left out matches all.
            evidence: As in ``sparql``.
            limits: As in ``sparql``; none by default, for the query is the project's own.

        Raises:
            UnknownNameError: No query or entity has this name.
            AmbiguousNameError: Several entities have this name.
            BadParameterError: The query takes no such parameter or value.
            QueryFailedError: A limit ended it.
        """
        from tripartite import resolve

        query = library.load(self.places.queries, name)
        declared = {parameter.name: parameter for parameter in query.parameters}
        terms = {
            key: resolve.term(self.reader, declared[key], value)
            if key in declared
            else Literal(value)
            for key, value in (arguments or {}).items()
        }
        text = library.bind(query, terms, self.language)
        answer = self.sparql(text, f"{query.name}.rq", evidence=evidence, limits=limits)
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

    def sparql(
        self,
        text: str,
        source: str = "query",
        *,
        evidence: bool = False,
        limits: Limits | None = OUTSIDE,
    ) -> Answer:
        """Answer any SPARQL 1.1 query; our prefixes need no declaration.

        Args:
            text: The query.
            source: What an error calls it, usually its file.
            evidence: Return a table of any query, with a proof a row and what they cite: one
                row for ASK, a row a triple for CONSTRUCT and DESCRIBE.
            limits: How far it may go, in a process of its own; ``None`` asks it in this
                process, unread and without an end: for a text that is known.

        Raises:
            QuerySyntaxError: ``text`` is not SPARQL 1.1; the message gives the place.
            QueryRefusedError: It is too large, nests too deep or would ask a server, or its
                evidence cannot be given; the message says why.
            QueryFailedError: A limit ended it, or the engine gave up.
        """
        answer = self._asked(text, source, self._asking(evidence=evidence), limits)
        if not isinstance(answer, Table):
            self.notes = (*self.notes, *self._reservations)
            return answer
        if answer.is_cut and limits:
            note = say("rows-cut", self.language, limit=limits.rows)
            answer = answer._replace(notes=(*answer.notes, note))
        return self._reserved(self.cite(answer) if evidence else answer)

    def find(self, text: str) -> Table:
        """Return entities called so in either language, best match first."""
        from tripartite.search import table

        return self._reserved(table(self.reader, text, self.language))

    def show(self, name: str) -> View:
        """Return all that is known of one entity, with standing and proof.

        Raises:
            UnknownNameError: Nothing has this name.
            AmbiguousNameError: Several entities have it.
        """
        from tripartite import resolve
        from tripartite.entity import show

        iri = resolve.entity(self.reader, name)
        self.notes = (*self.notes, *self._reservations)
        return show(self.reader, iri, self._citations(), self._gaps(iri), self.language)

    def path(self, question: Question) -> Reply:
        """Return how two entities are connected, each step with its sentence and proof.

        Raises:
            UnknownNameError: Nothing has a name that the question uses.
            AmbiguousNameError: Several entities have it.
            BadParameterError: Both ends are one, an end is to be avoided, or is no node.
        """
        from tripartite.network.answer import answer

        return answer(self.store, question, self.language)

    def _asking(self, *, evidence: bool) -> Asking:
        if not evidence:
            return EmbeddedStore.query
        from tripartite.evidence import attach

        return attach

    def _asked(self, text: str, source: str, asking: Asking, limits: Limits | None) -> Answer:
        """Answer in this process, within limits in one of its own, or on a server."""
        if self.places.endpoint:
            if asking is not EmbeddedStore.query:
                values = {"wanted": "--evidence", "store": self.places.name}
                raise UnsupportedStoreError("not-on-a-server", **values)
            return self._server().query(text, source, limits)
        if limits is None:
            return asking(self.store, text, source, rows=None)
        from tripartite.store import foreign
        from tripartite.store.foreign_query import ForeignQuery

        query = ForeignQuery(text, source, limits.hosts)
        answer, absent = foreign.ask(self.store, asking, query, limits)
        notes = tuple(say("graph-not-here", self.language, graph=iri) for iri in absent)
        if isinstance(answer, Table):
            return answer._replace(notes=(*answer.notes, *notes))
        self.notes = (*self.notes, *notes)
        return answer

    def _gaps(self, entity: NamedNode) -> Table:
        """Return what ``gaps`` lists of an entity; nothing where a project has no such query."""
        from tripartite.disagreement import gaps

        if gaps.QUERY not in library.names(self.places.queries):
            return Table((), ())
        query = library.load(self.places.queries, gaps.QUERY)
        return self.reader.select(library.bind(query, {"entity": entity}, self.language))

    def _table(self, name: str, arguments: Mapping[str, str]) -> Table:
        """Answer a named query that is known to return rows."""
        answer = self.query(name, arguments)
        assert isinstance(answer, Table)  # noqa: S101 (ours, and SELECT)
        return answer
