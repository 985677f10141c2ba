"""Walk a property path between two known nodes and say which triples it took.

Of what does not repeat, every way is taken: the standard counts each. Of ``*`` and ``+`` one
shortest way is kept: the standard asks only whether there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tripartite.syntax.paths import Alternative, Inverse, Link, Negated, Path, Repeat, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tripartite.evidence.facts import Facts, Place, Step
    from tripartite.model import Term


class Way(NamedTuple):
    """One way over a path.

    Attributes:
        facts: Numbers of the triples walked over.
        zero: Whether some part of the path was walked by standing still.
    """

    facts: frozenset[int] = frozenset()
    zero: bool = False

    def then(self, other: Way) -> Way:
        """Return this way with another one behind it, or beside it."""
        return Way(self.facts | other.facts, self.zero or other.zero)


class Walker:
    """Walks paths in one graph."""

    def __init__(self, facts: Facts, graph: Place, constant: Callable[[str], Term]) -> None:
        """Walk in ``graph``; ``constant`` reads an IRI as the query spells it."""
        self._facts = facts
        self._graph = graph
        self._constant = constant

    def walk(self, path: Path, start: Term, end: Term) -> Way | None:
        """Return how ``path`` leads from ``start`` to ``end``; ``None`` if it does not."""
        if isinstance(path, Repeat):
            return self._repeat(path, start, end)
        if isinstance(path, Inverse):
            return self.walk(path.path, end, start)
        if isinstance(path, Link):
            fact = self._facts.between(start, self._constant(path.iri), end, self._graph)
            return None if fact is None else Way(frozenset((fact,)))
        if isinstance(path, Alternative):
            return _together(self.walk(part, start, end) for part in path.parts)
        return _together(way for node, way in self.ways(path, start) if node == end)

    def ways(self, path: Path, start: Term, *, back: bool = False) -> Iterator[tuple[Term, Way]]:
        """Yield each node that ``path`` reaches from ``start``, with a way to it."""
        if isinstance(path, Link):
            link = self._constant(path.iri)
            yield from map(_taken, self._facts.steps(start, link, self._graph, forward=not back))
        elif isinstance(path, Inverse):
            yield from self.ways(path.path, start, back=not back)
        elif isinstance(path, Alternative):
            for part in path.parts:
                yield from self.ways(part, start, back=back)
        elif isinstance(path, Sequence):
            parts = tuple(reversed(path.parts)) if back else path.parts
            yield from self._sequence(parts, start, back=back)
        elif isinstance(path, Negated):
            yield from self._negated(path, start, back=back)
        else:
            yield from self._closure(path, start, back=back)

    def _sequence(
        self, parts: tuple[Path, ...], start: Term, *, back: bool
    ) -> Iterator[tuple[Term, Way]]:
        if not parts:
            yield start, Way()
            return
        for node, first in self.ways(parts[0], start, back=back):
            for end, rest in self._sequence(parts[1:], node, back=back):
                yield end, first.then(rest)

    def _negated(self, path: Negated, start: Term, *, back: bool) -> Iterator[tuple[Term, Way]]:
        if path.forward or not path.backward:
            yield from self._but(path.forward, start, forward=not back)
        if path.backward:
            yield from self._but(path.backward, start, forward=back)

    def _but(
        self, names: tuple[str, ...], start: Term, *, forward: bool
    ) -> Iterator[tuple[Term, Way]]:
        excluded = {self._constant(name) for name in names}
        for step in self._facts.steps(start, None, self._graph, forward=forward):
            if self._facts.predicate(step.fact) not in excluded:
                yield _taken(step)

    def _repeat(self, path: Repeat, start: Term, end: Term) -> Way | None:
        if start == end and path.times != "+":
            return Way(zero=True)
        if path.times == "?":
            return self.walk(path.path, start, end)
        return next((way for node, way in self._breadth(path.path, start) if node == end), None)

    def _closure(self, path: Repeat, start: Term, *, back: bool) -> Iterator[tuple[Term, Way]]:
        if path.times != "+":
            yield start, Way(zero=True)
        if path.times == "?":
            yield from self.ways(path.path, start, back=back)
        else:
            for node, way in self._breadth(path.path, start, back=back):
                if path.times == "+" or node != start:
                    yield node, way

    def _breadth(
        self, path: Path, start: Term, *, back: bool = False
    ) -> Iterator[tuple[Term, Way]]:
        """Yield each node that one walk or more reach, nearest first, with a shortest way."""
        seen: set[Term] = set()
        front: list[tuple[Term, Way]] = [(start, Way())]
        while front:
            reached: list[tuple[Term, Way]] = []
            for place, so_far in front:
                for node, way in self.ways(path, place, back=back):
                    if node not in seen:
                        seen.add(node)
                        reached.append((node, so_far.then(way)))
                        yield reached[-1]
            front = reached


def _taken(step: Step) -> tuple[Term, Way]:
    return step.node, Way(frozenset((step.fact,)))


def _together(ways: Iterator[Way | None]) -> Way | None:
    """Return all ways as one; ``None`` if there is none."""
    found = [way for way in ways if way is not None]
    if not found:
        return None
    together = found[0]
    for way in found[1:]:
        together = together.then(way)
    return together
