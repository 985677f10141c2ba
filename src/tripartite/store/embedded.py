"""A snapshot, or quads in memory, behind the four SPARQL query forms."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Self

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryTriples,
    RdfFormat,
    Store,
    Variable,
    serialize,
)

from tripartite.errors import MissingInputError, QueryFailedError
from tripartite.model import Table
from tripartite.store.prefixes import of_documents, used
from tripartite.store.reading import GraphStore, table
from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import QuerySolutions, Triple

    from tripartite.model import Term
    from tripartite.name_index import NameIndex
    from tripartite.store.reading import Answer


class EmbeddedStore(GraphStore):
    """A graph in this process.

    Attributes:
        lease: Keeps the snapshot on the disk as long as the store is there; ``None`` in memory.
        prefixes: What queries may use undeclared; a document's slug is a prefix too.
        folder: Where the snapshot lies; ``None`` for a graph in memory.
        names: The index of its names, once ``name_index`` has opened or made it.
        functions: What queries may call beside SPARQL's own functions, by IRI; each takes the
            store first.
    """

    __slots__ = ("_engine", "folder", "functions", "lease", "names", "prefixes")

    def __init__(self, engine: Store, folder: Path | None = None) -> None:
        """Wrap an engine that already holds the graph."""
        self._engine = engine
        self.folder = folder
        self.lease: object = None
        self.names: NameIndex | None = None
        self.functions: dict[NamedNode, Callable[..., Term | None]] = {}
        self.prefixes = {**PREFIXES, **of_documents(engine)}

    @classmethod
    def open(cls, folder: Path, lease: object = None) -> Self:
        """Open an on-disk snapshot read-only.

        Args:
            folder: The engine's.
            lease: What keeps it from being removed.

        Raises:
            MissingInputError: There is no readable snapshot.
        """
        try:
            store = cls(Store.read_only(str(folder)), folder)
        except OSError as error:
            raise MissingInputError("no-build", path=folder, why=error) from error
        store.lease = lease
        return store

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Self:
        """Hold ``quads`` in memory."""
        engine = Store()
        engine.bulk_extend(quads)
        return cls(engine)

    @staticmethod
    def write(folder: Path, quads: Iterable[Quad]) -> None:
        """Write an on-disk snapshot into a folder of its own.

        Raises:
            OSError: The folder cannot be written, for example on a full disk.
        """
        engine = Store(str(folder))
        engine.bulk_extend(quads)
        engine.flush()
        engine.optimize()

    def dump(self, form: RdfFormat = RdfFormat.N_QUADS, graph: DefaultGraph | None = None) -> bytes:
        """Return everything, or one graph, in the engine's own order."""
        return self._engine.dump(format=form, from_graph=graph) or b""  # None only if given a file

    def __reduce__(self) -> tuple[object, ...]:
        """Be opened again in another process; a graph in memory goes there whole."""
        if self.folder is None:
            again = partial(type(self).of, tuple(self.quads()))
        else:
            again = partial(type(self).open, self.folder)
        return again, (), (None, {"functions": self.functions})

    def query(
        self,
        text: str,
        source: str = "query",
        given: Mapping[str, Term] | None = None,
        rows: int | None = None,
    ) -> Answer:
        """Answer any SPARQL 1.1 query: a table, a truth value, or sorted triples.

        Args:
            text: The query; the dataset's prefixes need no declaration.
            source: What a syntax error calls the query, usually its file.
            given: Terms that variables have from the start, by name without ``?``.
            rows: So many at most, and ``is_cut`` tells whether there were more.

        Raises:
            QuerySyntaxError: ``text`` is not a SPARQL 1.1 query.
            QueryFailedError: The engine could not finish it, or it makes more triples than
                ``rows``: a part of a graph would look like the whole.
        """
        try:
            result = self._engine.query(
                text,
                prefixes=used(self.prefixes, text),
                substitutions={Variable(k): term for k, term in given.items()} if given else None,
                custom_functions=self._functions() if self.functions else None,
            )
            if isinstance(result, QueryBoolean):
                return bool(result)
            if isinstance(result, QueryTriples):
                return _graph(result, source, rows)
            return _table(result, rows)
        except SyntaxError as error:
            from tripartite.store.explain import syntax_error  # noqa: PLC0415 (cold start)

            raise syntax_error(str(error), text, source) from error
        except (OSError, RuntimeError) as error:
            raise QueryFailedError("engine-gave-up", source=source, why=error) from error

    def select(self, text: str, given: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT of our own; ``given`` as for ``query``."""
        return table(self.query(text, given=given))

    def quads(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of this pattern; ``None`` matches all, all graphs included."""
        return self._engine.quads_for_pattern(subject, predicate, value, graph)

    def _functions(self) -> dict[NamedNode, Callable[..., Term | None]]:
        return {name: partial(function, self) for name, function in self.functions.items()}


def _table(result: QuerySolutions, most: int | None) -> Table:
    names = tuple([variable.value for variable in result.variables])
    if most is None:
        return Table(names, tuple(map(tuple, result)))
    found = tuple(map(tuple, islice(result, most)))
    return Table(names, found, is_cut=next(result, None) is not None)


def _graph(result: QueryTriples, source: str, most: int | None) -> tuple[Triple, ...]:
    found = list(result)
    # The engine spells them faster than it can be asked to, one by one. UTF-8 is in order of
    # code points.
    lines = (serialize(found, format=RdfFormat.N_TRIPLES) or b"").split(b" .\n")
    spelled = dict(zip(lines, found, strict=False))
    if most is not None and len(spelled) > most:
        raise QueryFailedError("too-many-triples", source=source, limit=most)
    return tuple([spelled[line] for line in sorted(spelled)])
