"""Results of shapes and rows of check queries, worded so that a desk officer understands them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.disagreement import explained, tensions
from tripartite.messages import say
from tripartite.reports import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.model import NamedQuery
    from tripartite.origins import Origins
    from tripartite.store import EmbeddedStore, GraphStore
    from tripartite.validation import Result

_CLAIMS: Final = f"{v.BASE}claim/"
MARK: Final = "--in--"  # keeps a renamed IRI one that the shapes recognise


class Reporter:
    """Words results and rows so that a desk officer understands them."""

    def __init__(self, store: GraphStore, origins: Origins, language: str) -> None:
        self._store = store
        self._origins = origins
        self._language = language

    def results(self, results: Iterable[Result]) -> Iterator[Finding]:
        """Yield a finding for each result of a validation."""
        for result in results:
            focus, apart, name = text(result.focus).partition(MARK)
            claim = v.entity("claim", name).value if apart else ""
            value = text(result.value).partition(MARK)[0]
            path = result.path.value if isinstance(result.path, NamedNode) else ""
            messages = result.messages
            message = (
                messages.get(self._language)
                or messages.get("en")
                or next(iter(messages.values()), "")
            )
            found = self._finding(focus, path, value, message, claim, result.shape.value)
            yield replace(found, component=result.component.value)

    def rows(self, query: NamedQuery) -> Iterator[Finding]:
        """Yield a finding for each row of a check query."""
        table = self._store.select(query.text)
        message = query.messages.get(self._language) or query.messages["en"]
        for row in table.rows:
            cells = dict(zip(table.columns, row, strict=True))
            focus, path, claim = (text(cells.pop(n, None)) for n in ("focus", "property", "claim"))
            rest = [text(cell) for cell in cells.values() if cell]
            value = rest[0] if len(rest) == 1 else ", ".join(map(self._label, rest))
            yield self._finding(focus, path, value, message, claim, query.name)

    def queries(self, queries: Iterable[NamedQuery]) -> Iterator[Finding]:
        """Yield a finding for each named query that neither shows nor restricts standing."""
        for query in queries:
            shows = any(column.lower().endswith("standing") for column in query.columns)
            if not (shows or "standing:stated" in query.text):
                message = say("query-standing", self._language)
                place = f"queries/{query.name}.rq:1"
                yield Finding(query.name, query.name, "", "", message, "", place, "standing")

    def tensions(self, store: EmbeddedStore) -> Iterator[Finding]:
        """Yield a finding for what disagrees unexplained, and for what is explained in vain."""
        found, written = tensions.find(store), explained.read(store)
        for one in explained.unexplained(found, written):
            kind = self._label(v.entity("tension-kind", one.kind).value)
            message = say("tension-unexplained", self._language, kind=kind)
            value = ", ".join(shorten(claim) for claim in one.claims)
            claim, said = one.claims[0].value, v.STANDING.value  # where the claim itself is
            at_claim = self._finding(claim, said, value, message, "", "tensions")
            entity = self._label(one.subject.value)
            yield replace(at_claim, entity=entity, property="", path="")
        for tension in written:
            if idle := explained.idle_claims(tension, found):
                message = say("tension-idle", self._language)
                value = ", ".join(sorted(shorten(claim) for claim in idle))
                yield self._finding(tension.iri.value, "", value, message, "", "tensions")

    def _finding(  # noqa: PLR0913, PLR0917 (the parts of one sentence)
        self, focus: str, path: str, value: str, message: str, claim: str, rule: str
    ) -> Finding:
        origin = self._origins.of(focus, path, value, claim)
        return Finding(
            entity=self._label(focus),
            focus=_short(focus),
            property=self._label(path) if path else "",
            value=self._label(value),
            message=message,
            claim=_short(origin.claim or (focus if focus.startswith(_CLAIMS) else "")),
            place=origin.place,
            rule=_short(rule),
            path=path,
        )

    def _label(self, text: str) -> str:
        if not text.startswith("http"):
            return text
        return self._store.text(NamedNode(text), v.RDFS_LABEL, self._language) or _short(text)


def text(cell: object) -> str:
    """Return a term as text; nothing for an empty cell."""
    return "" if cell is None else str(getattr(cell, "value", cell))


def _short(text: str) -> str:
    return shorten(NamedNode(text)) if text.startswith("http") else text
