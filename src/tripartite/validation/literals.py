"""Literals that the embedded engine spells anew, such as ``1.50`` or any ``xsd:int``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.validation.data import Data

_XSD: Final = rb"http://www\.w3\.org/2001/XMLSchema#"
_CANONICAL: Final = b"|".join(
    rb'"%b"\^\^<%b%b>' % (form, _XSD, name)
    for form, name in (
        (rb"(?:0|-?[1-9]\d{0,17})", rb"integer"),
        (rb"(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,9})\.\d{0,7}[1-9])", rb"decimal"),
        (rb"\d{4}-\d\d-\d\d", rb"date"),
        (rb"\d{4}", rb"gYear"),
        (rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", rb"dateTime"),
        (rb"(?:true|false)", rb"boolean"),
        (rb"[^\"\\\n]*", rb"anyURI"),
    )
)
_TYPED: Final = rb'"(?:[^"\\\n]|\\.)*"\^\^<%b\w+>' % _XSD
_LINE: Final = rb" <([^>\n]*)> (%b) \.$"
_DATES: Final = rb"(?:date|time|g[A-Z]\w+|\w*[dD]uration)"
_DATED: Final = re.compile(rb' <([^>\n]*)> "[^"\n]*"\^\^<%b%b> \.$' % (_XSD, _DATES), re.MULTILINE)
_ANY: Final = re.compile(_LINE % _TYPED, re.MULTILINE)
_DOUBTFUL: Final = re.compile(_LINE % (rb"(?!(?:%b) )%b" % (_CANONICAL, _TYPED)), re.MULTILINE)


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

    def __init__(self, data: Data, predicates: Iterable[NamedNode] | None) -> None:
        """Look through the lines of ``data`` that have these predicates."""
        self._data = data
        self._found: dict[str, dict[Literal, set[Literal]]] = {}
        doubtful = {pair for lines in data.lines(predicates) for pair in _DOUBTFUL.findall(lines)}
        stored = _stored({text for _, text in doubtful})
        changed = {text for text, (before, after) in stored.items() if before != after}
        for predicate, text in doubtful:
            if text in changed:
                before, after = stored[text]
                self._add(predicate, before, after)
        if self._found:
            self._add_equal({str(stored[t][1]).encode(): stored[t][1] for t in changed}, data)

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
        return any(_DATED.search(lines) for lines in self._data.lines(predicates))

    def _add(self, predicate: bytes, before: Literal, after: Literal) -> None:
        of_predicate = self._found.setdefault(predicate.decode(), {})
        of_predicate.setdefault(after, set()).add(before)

    def _add_equal(self, wanted: Mapping[bytes, Literal], data: Data) -> None:
        """Add literals that were parsed as the store spells others."""
        for lines in data.lines(None):
            for predicate, text in _ANY.findall(lines):
                if text in wanted:
                    self._add(predicate, wanted[text], wanted[text])


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
