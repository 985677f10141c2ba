"""JUDGE: what breaks a rule, what the documents do not bear out, disagree on or leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.errors import UnsupportedStoreError
from tripartite.graph.asking import Askable
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store.limits import VALIDATION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tripartite.reports import Finding, Reply
    from tripartite.store.limits import Limits
    from tripartite.validation.files import Input
    from tripartite.validation.foreign import Checked


class Judgeable(Askable):
    """Judges the graph."""

    def check(self, engine: str = "fast") -> tuple[Finding, ...]:
        """Return what the project's files break of the shapes and the check queries.

        Of a graph without its files, what it breaks of those check queries that need none.

        Args:
            engine: What validates the shapes: ``fast``, or ``pyshacl`` for the reference.
        """
        from tripartite.checks import check
        from tripartite.checks.of_graph import check_graph
        from tripartite.validation import engine_notes

        if self.places.has_files:
            said = tuple(say(note, self.language) for note in engine_notes(engine))
            self.notes = (*self.notes, *said)
            return check(self.places, self.language, engine)
        found = check_graph(self.reader, self.places, self.language)
        self.notes = (*self.notes, say("only-queries", self.language))
        return found

    @staticmethod
    def check_files(  # noqa: PLR0913 (what is checked, how, and how far)
        data: Iterable[str | Path | Input],
        shapes: Iterable[str | Path | Input],
        engine: str = "fast",
        most: int | None = 10_000,
        language: str = "en",
        *,
        limits: Limits | None = VALIDATION,
    ) -> Checked:
        """Return what any files break of any shapes; no project is needed.

        Args:
            data: Files, their format told by the ending, each also with ``.gz``; one graph.
            shapes: The same.
            engine: ``fast``, or ``pyshacl``, the slow reference.
            most: So many results at most; ``None`` for all.
            language: Of the notes: ``en`` or ``ja``.
            limits: Its time and memory, in a process of its own; ``None`` checks in this
                process, without an end: for files that are known.

        Raises:
            UnreadableFileError: A file cannot be read or parsed, or names what lies elsewhere.
            InvalidShapesError: The shapes are not what SHACL allows.
            QueryRefusedError: They nest too deep, or their queries look beyond the data.
            QueryFailedError: A limit ended the check, or an engine ended its process.
        """
        from tripartite.validation.foreign import Asked, check, inputs

        return check(Asked(inputs(data), inputs(shapes), engine, most), language, limits)

    def check_build(self) -> Table:
        """Return what is wrong with the published build, a row a part, and what to do."""
        from tripartite.build.inspection import inspect

        if self.places.endpoint:
            raise UnsupportedStoreError("only-here", store=self.places.name)
        mend = "remedy-build" if self.places.has_files else "remedy-build-into"
        remedy = say(mend, self.language, folder=self.places.builds)
        rows = (
            (Literal(one.part), Literal(say(one.key, self.language, **one.values)), Literal(remedy))
            for one in inspect(self.places.builds)
        )
        return Table(("part", "found", "remedy"), tuple(rows))

    def verify(self) -> Table:
        """Return what the documents do not bear out of the claims, a row a fault.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self._project("verify"), self.language).faults()

    def uncovered(self) -> Table:
        """Return the sentences, headings and list items that no claim carries.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self._project("verify"), self.language).gaps()

    def relocate(self) -> Table:
        """Return where the cited spans of changed documents stand now.

        Raises:
            MissingInputError: The folder of documents is not there.
        """
        from tripartite.verification import Verifier

        return Verifier(self._project("verify"), self.language).moves()

    def record(self) -> Table:
        """Record the digests of all cited spans, by which they are found again.

        Raises:
            MissingInputError: The folder of documents is not there.
            UnwritableOutputError: A file of digests cannot be written.
        """
        from tripartite.verification import Verifier

        return Verifier(self._project("verify"), self.language).record()

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

        store = self.store
        iri = resolve.entity(store, name) if name else None
        table = self.query(gaps.QUERY, {"entity": iri.value} if iri else {})
        assert isinstance(table, Table)  # noqa: S101 (the query is a SELECT)
        return gaps.reply(store, table, iri, self.language)

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
