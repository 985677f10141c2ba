"""A graph that is open: where it is, what a reader must know of it, what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pyoxigraph import Literal, NamedNode

from tripartite import places
from tripartite import vocabulary as v
from tripartite.build import freshness, snapshot
from tripartite.errors import UnsupportedStoreError
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from tripartite.build.materialise import Choice
    from tripartite.build.snapshot import Snapshot
    from tripartite.model import Term
    from tripartite.places import Places
    from tripartite.store import GraphStore
    from tripartite.store.remote import Remote

_NAMED = 3  # so many changed files are named in a note


class Opened:
    """A graph on this machine or on a server.

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
        self._remote: Remote | None = None
        self._held: Snapshot | None = None  # stays on the disk as long as it is kept here

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
            store: A project's folder, one that was published, or the address of a server's
                query endpoint; else ``TRIPARTITE_STORE``, else our own project.
            documents: Where the documents lie; else ``TRIPARTITE_DOCUMENTS``.
            language: Of labels and messages: ``en`` or ``ja``.
            as_of: A day: only what stood on it answers (``docs/time.md``).
            include: ``implied`` or ``disputed`` claims, which else stay out of answers.

        Raises:
            MissingInputError: A folder does not exist or is no project.
            UnknownNameError: ``include`` names what cannot be chosen.
            BadParameterError: An address is none, or holds a password.
        """
        folders = places.locate(store, documents)
        if folders.endpoint:
            from tripartite.store.address import address

            address(folders.endpoint)  # refused before any message can name it
        if as_of is None and not include:
            return cls(folders, language)
        from tripartite.build.choosing import choice

        return cls(folders, language, choice(as_of, include))

    @property
    def store(self) -> EmbeddedStore:
        """The graph on this machine, rebuilt first where its files have changed.

        Raises:
            UnsupportedStoreError: The graph is on a server; ``reader`` may do.
        """
        if self.places.endpoint:
            raise UnsupportedStoreError("only-here", store=self.places.name)
        if self._store is None:
            self._store = self._chosen(self.choice) if self.choice else self._built()
            self._store.functions[v.COMPARE] = _relation
        return self._store

    @property
    def reader(self) -> GraphStore:
        """The graph that questions are asked of, on this machine or on a server."""
        return self._server() if self.places.endpoint else self.store

    def _repr_html_(self) -> str:
        """Return what a notebook shows: how much of what the graph holds."""
        if self.places.endpoint:
            return Table(("server",), ((Literal(self.places.endpoint),),))._repr_html_()
        counts = self._fresh().manifest.counts.items()
        rows = tuple((Literal(name), integer(number)) for name, number in counts)
        return Table(("what", "count"), rows)._repr_html_()

    def _server(self) -> Remote:
        """Return the server that has the graph, prepared to be asked."""
        if self.choice:
            self._project("--as-of, --include")
        if self._remote is None:
            from tripartite.store.remote import Remote

            self._remote = Remote(self.places.endpoint)
            if self._remote.endpoint.connection.withholds:
                self.notes = (*self.notes, say("withheld", self.language))
        return self._remote

    def _whole(self) -> EmbeddedStore:
        """Return the graph on this machine; a server's is fetched in one request."""
        return EmbeddedStore.of(self.reader.quads()) if self.places.endpoint else self.store

    def _project(self, wanted: str) -> Places:
        """Return the folders of a project that has its files, which ``wanted`` needs.

        Raises:
            UnsupportedStoreError: There is only a graph.
        """
        if self.places.has_files:
            return self.places
        raise UnsupportedStoreError("needs-files", wanted=wanted, store=self.places.name)

    def _contacts(self) -> Path:
        self._project("--with-contacts")
        self._held = self._fresh()
        return self._held.contacts

    def _built(self) -> EmbeddedStore:
        found = self._fresh()
        return EmbeddedStore.open(found.store, found.lease)

    def _chosen(self, choice: Choice) -> EmbeddedStore:
        """Make the graph of the claims chosen, in memory; keep what every answer must say."""
        from tripartite.build.choosing import open_chosen

        project = self._project("--as-of, --include")
        store, self._reservations = open_chosen(project, choice, self.language)
        return store

    def _reserved(self, table: Table) -> Table:
        """Return the table with what its reader must know of the claims chosen."""
        return table._replace(notes=(*table.notes, *self._reservations))

    def _fresh(self) -> Snapshot:
        """Return an up-to-date snapshot; note what made a rebuild necessary."""
        if not self.places.has_files:
            return snapshot.held(self.places.builds)
        last = snapshot.current(self.places.builds)
        changed = freshness.changed(last.manifest.inputs, self.places.inputs()) if last else ()
        if last and not changed:
            return last
        if last:
            last.lease.close()  # else the build that replaces it could not remove it
        from tripartite.build.publish import build

        report = build(self.places)
        names = ", ".join(report.rebuilt[:_NAMED]) + (" …" if report.rebuilt[_NAMED:] else "")
        note = (
            say("rebuilt", self.language, changed=names)
            if last
            else say("first-build", self.language)
        )
        self.notes = (*self.notes, note)
        return snapshot.held(self.places.builds)


def integer(number: int) -> Literal:
    """Return a number as a cell."""
    return Literal(str(number), datatype=v.XSD_INTEGER)


def _relation(store: EmbeddedStore, first: Term, second: Term) -> NamedNode | None:
    from tripartite.disagreement.pair import relation

    return relation(store, first, second)
