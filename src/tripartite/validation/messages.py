"""Messages of shapes on their way through an engine that forgets language or constraint.

A message is marked with both before the engine sees it, and read again from its results.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from tripartite.validation.shape_graph import MESSAGE, SPARQL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias

    from tripartite.validation.shape_graph import Node, ShapeGraph, Term

    Texts: TypeAlias = Mapping[str, str]

_MARK: Final = "\N{SYMBOL FOR UNIT SEPARATOR}"
_SLOT: Final = re.compile(r"\{[?$](\w+)\}")


class Messages:
    """The messages of one shapes graph."""

    def __init__(self, shapes: ShapeGraph) -> None:
        """Number the constraints of ``shapes``."""
        self._shapes = shapes
        nodes = (node for shape in shapes.subjects(SPARQL) for node in shapes.nodes(shape, SPARQL))
        self._constraints = tuple(dict.fromkeys(nodes))
        self._numbers = {node: str(number) for number, node in enumerate(self._constraints)}

    def marked(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Yield the triples with every message marked; a constraint without one has its shape's."""
        for triple in triples:
            if triple.predicate != MESSAGE or not isinstance(triple.object, Literal):
                yield triple
                continue
            subject, value = triple.subject, triple.object
            number = self._numbers.get(subject, "") if isinstance(subject, NODE) else ""
            text = _MARK.join((number, value.language or "", value.value))
            yield Triple(subject, MESSAGE, Literal(text))
        for node in self._constraints:
            if not self._shapes.values(node, MESSAGE):
                for language, text in self._inherited(node) or [("", "")]:
                    marked = _MARK.join((self._numbers[node], language, text))
                    yield Triple(node, MESSAGE, Literal(marked))

    def _inherited(self, node: Node) -> list[tuple[str, str]]:
        """Return the messages of the one shape that has a constraint, by language."""
        owners = [triple.subject for triple in self._shapes.parents(node)]
        texts = self._shapes.values(owners[0], MESSAGE) if len(owners) == 1 else []
        return [(one.language or "", one.value) for one in texts if isinstance(one, Literal)]

    def read(self, texts: Iterable[str]) -> tuple[Node | None, dict[str, str]]:
        """Return the constraint and the messages, by language, that a result's texts tell."""
        parts = [text.split(_MARK, 2) for text in texts if text.count(_MARK) > 1]
        own = [part for part in parts if part[0]]
        constraint = self._constraints[int(own[0][0])] if own else None
        told = [part for part in own if part[2]] or [part for part in parts if not part[0]]
        return constraint, {language: text for _, language, text in told}

    def template(self, node: Node, shape: Node) -> Callable[[Mapping[str, Term | None]], Texts]:
        """Return what words a row by a constraint's messages, else by those of its shape."""
        texts = self._shapes.values(node, MESSAGE) or self._shapes.values(shape, MESSAGE)
        plain = {one.language or "": one.value for one in texts if isinstance(one, Literal)}
        if not any(_SLOT.search(text) for text in plain.values()):
            return lambda _: plain
        return lambda bound: {lang: _filled(text, bound) for lang, text in plain.items()}


NODE: Final = (NamedNode, BlankNode)


def _filled(text: str, bound: Mapping[str, Term | None]) -> str:
    def value(slot: re.Match[str]) -> str:
        term = bound.get(slot[1])
        return slot[0] if term is None else str(getattr(term, "value", term))

    return _SLOT.sub(value, text)
