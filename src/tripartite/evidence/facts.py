"""The triples that were matched, each under a number, with the graphs that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from tripartite.model import Term
    from tripartite.store import EmbeddedStore

Place: TypeAlias = NamedNode | BlankNode | None  # a named graph; None is the default graph
Key: TypeAlias = tuple["Term", "Term", "Term", Place]

_DEFAULT = DefaultGraph()


class Step(NamedTuple):
    """One triple walked over: the node behind it and the triple's number."""

    node: Term
    fact: int


class Facts:
    """Numbers the matched triples of one dataset; a triple is another one in another graph."""

    __slots__ = ("_keys", "_numbers", "_sources", "_steps", "_store")

    def __init__(self, store: EmbeddedStore, sources: tuple[NamedNode, ...] = ()) -> None:
        """Read from ``store``; ``sources`` are the graphs that ``FROM`` makes the default."""
        self._store = store
        self._sources = sources
        self._keys: list[Key] = []
        self._numbers: dict[Key, int] = {}
        self._steps: dict[tuple[Term, Term | None, bool, Place], tuple[Step, ...]] = {}

    def number(self, key: Key) -> int:
        """Return the number of a triple in a graph, a new one if it is met first."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return found

    def key(self, number: int) -> Key:
        """Return what has this number."""
        return self._keys[number]

    def triple(self, number: int) -> Triple:
        """Return the triple that has this number."""
        subject, predicate, value, _ = self._keys[number]
        # A pattern matched it, so its parts can stand where they stand.
        return Triple(subject, predicate, value)  # type: ignore[arg-type]

    def spelled(self, number: int) -> str:
        """Return the text of what has this number."""
        return " ".join(map(str, self._keys[number]))

    def graphs(self, number: int) -> tuple[NamedNode, ...]:
        """Return the named graphs that hold this triple, where it was matched, sorted."""
        subject, predicate, value, graph = self._keys[number]
        if graph is not None:
            return (graph,) if isinstance(graph, NamedNode) else ()
        quads = self._quads(subject, predicate, value)
        found = [g for g in (quad.graph_name for quad in quads) if isinstance(g, NamedNode)]
        if self._sources:
            found = [g for g in found if g in self._sources]
        return tuple(sorted(found, key=str)) if len(found) > 1 else tuple(found)

    @property
    def redefined(self) -> bool:
        """Whether the query says with ``FROM`` what its default graph is."""
        return bool(self._sources)

    def any_of(self, graph: NamedNode | BlankNode) -> int | None:
        """Return one triple of a named graph; ``None`` if it is empty."""
        quads = sorted(self._store.quads(None, None, None, graph), key=str)
        return next((self.number((q.subject, q.predicate, q.object, graph)) for q in quads), None)

    def between(self, start: Term, link: Term, end: Term, graph: Place) -> int | None:
        """Return the triple that leads from ``start`` to ``end``; ``None`` if there is none."""
        steps = self.steps(start, link, graph, forward=True)
        return next((step.fact for step in steps if step.node == end), None)

    def steps(
        self, node: Term, link: Term | None, graph: Place, *, forward: bool
    ) -> tuple[Step, ...]:
        """Return the triples at ``node``, sorted; ``link`` ``None`` takes any property."""
        key = (node, link, forward, graph)
        if key not in self._steps:
            self._steps[key] = tuple(self._walk(node, link, graph, forward=forward))
        return self._steps[key]

    def predicate(self, fact: int) -> Term:
        """Return the property of a triple."""
        return self._keys[fact][1]

    def _walk(
        self, node: Term, link: Term | None, graph: Place, *, forward: bool
    ) -> Iterator[Step]:
        ends = (node, None) if forward else (None, node)
        found = {
            (q.subject, q.predicate, q.object)
            for place in self._places(graph)
            for q in self._quads(ends[0], link, ends[1], place)
        }
        for subject, predicate, value in sorted(found, key=str):
            number = self.number((subject, predicate, value, graph))
            yield Step(value if forward else subject, number)

    def _places(self, graph: Place) -> tuple[NamedNode | BlankNode | DefaultGraph, ...]:
        return (graph,) if graph is not None else self._sources or (_DEFAULT,)

    def _quads(
        self,
        subject: Term | None,
        predicate: Term | None,
        value: Term | None,
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        if subject is not None and not isinstance(subject, (NamedNode, BlankNode)):
            return iter(())  # a path may reach a literal, which has no properties
        if predicate is not None and not isinstance(predicate, NamedNode):
            return iter(())
        return self._store.quads(subject, predicate, value, graph)
