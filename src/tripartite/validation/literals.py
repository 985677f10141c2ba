"""Literals that the embedded engine spells anew, such as ``1.50`` or any ``xsd:int``."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.validation.data import Data

_MARK: Final = b'"^^<http://www.w3.org/2001/XMLSchema#'
_XSD: Final = rb"http://www\.w3\.org/2001/XMLSchema#"
_CANONICAL: Final = re.compile(
    b"|".join(
        rb' "%b"\^\^<%b%b> \.\n' % (form, _XSD, name)
        for form, name in (
            (rb"(?:0|-?[1-9]\d{0,17})", rb"integer"),
            (rb"(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,9})\.\d{0,7}[1-9])", rb"decimal"),
            (rb"\d{4}-\d\d-\d\d", rb"date"),
            (rb"\d{4}", rb"gYear"),
            (rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", rb"dateTime"),
            (rb"(?:true|false)", rb"boolean"),
            (rb'[^"\\\n]*', rb"anyURI"),
        )
    )
)
_DATED: Final = re.compile(
    rb'"\^\^<%b(?:date|time|g[A-Z]\w+|\w*[dD]uration)> \.$' % _XSD, re.MULTILINE
)


class Forms(NamedTuple):
    """What became of literals in the store.

    Attributes:
        parsed: By the stored literal, the one that was parsed, where they differ.
        clash: Whether the store holds one literal for two that were parsed.
    """

    parsed: Mapping[Literal, Literal]
    clash: bool


class Literals:
    """Literals of a file that a store spells anew, by the predicate before them."""

    def __init__(self, data: Data) -> None:
        """Know nothing yet; ``look`` is to be shown every line that a query may read."""
        self._data = data
        self._doubtful: set[tuple[bytes, bytes]] = set()

    def look(self, lines: Iterable[bytes]) -> None:
        """Keep what may be spelled anew."""
        for line in lines:
            if _MARK in line and not _CANONICAL.match(line, line.index(b' "')):
                _, predicate, value = line.split(b" ", 2)
                self._doubtful.add((predicate[1:-1], value[: value.rindex(b" ")]))

    def of(self, predicates: Iterable[NamedNode] | None) -> Forms:
        """Return what a query of these predicates meets; of all with ``None``."""
        names = self._found if predicates is None else (one.value for one in predicates)
        together: dict[Literal, set[Literal]] = {}
        for name in names:
            for after, befores in self._found.get(name, {}).items():
                together.setdefault(after, set()).update(befores)
        changed = {a: b for a, befores in together.items() for b in befores if a != b}
        clash = any(len(together[after]) > 1 for after in changed)
        return Forms(changed, clash)

    def has_dates(self, predicates: Iterable[NamedNode] | None) -> bool:
        """Tell whether these predicates have dates, times or durations, without ``dateTime``."""
        return any(_DATED.search(b"".join(lines)) for lines in self._data.lines(predicates))

    @cached_property
    def _found(self) -> Mapping[str, Mapping[Literal, set[Literal]]]:
        """By predicate and stored literal, the parsed ones, where any of them differs."""
        stored = _stored({text for _, text in self._doubtful})
        changed = {text for text, (before, after) in stored.items() if before != after}
        found: dict[str, dict[Literal, set[Literal]]] = {}
        told = [(p, *stored[text]) for p, text in self._doubtful if text in changed]
        same = {str(stored[text][1]).encode(): stored[text][1] for text in changed}
        for predicate, before, after in (*told, *self._equal(same)):
            befores = found.setdefault(predicate.decode(), {}).setdefault(after, set())
            befores.add(before)
        return found

    def _equal(self, wanted: Mapping[bytes, Literal]) -> Iterator[tuple[bytes, Literal, Literal]]:
        """Yield literals that were parsed as the store spells others."""
        typed = (x for lines in self._data.lines(None) for x in lines if _MARK in x)
        for line in typed if wanted else ():
            _, predicate, value = line.split(b" ", 2)
            if same := wanted.get(value[: value.rindex(b" ")]):
                yield predicate[1:-1], same, same


def _stored(texts: Iterable[bytes]) -> dict[bytes, tuple[Literal, Literal]]:
    """Return each literal as it was parsed, and as a store gives it back."""
    ordered = sorted(texts)
    lines = b"".join(b"<n:%d> <n:p> %b .\n" % pair for pair in enumerate(ordered))
    quads = list(parse(lines, format=RdfFormat.N_TRIPLES))
    store = Store()
    store.extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads)
    after = {quad.subject: quad.object for quad in store}
    pairs = ((quad.object, after[quad.subject]) for quad in quads)
    literals = ((b, a) for b, a in pairs if isinstance(b, Literal) and isinstance(a, Literal))
    return dict(zip(ordered, literals, strict=True))
