"""What no document says of an entity, as a person is shown it: one row a fact or a claim.

Which facts a class normally has is data (``ontology/codelists/fact.ttl``), and what is missing
is a named query (``evidence/not-said``); nothing here decides either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.messages import say
from tripartite.reports import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.documents.citations import Citations
    from tripartite.model import Cell, Table
    from tripartite.store import GraphStore

QUERY: Final = "evidence/not-said"
_CLASSED: Final = (v.RDF_TYPE, v.SKOS_IN_SCHEME)  # a code has its list for a class
_SAID_BELOW: Final = ("classStanding", "note")
_THE_SAME: Final = ("entity", "entityLabel", "class", "classLabel")  # in each row of one entity
_UNPROVED: Final = (None,) * 8  # standing to note, where no claim says anything


def reply(store: GraphStore, table: Table, entity: NamedNode | None, language: str) -> Reply:
    """Return the rows of the query; for people without what they asked or read below."""
    if entity and not table.rows:
        table = table._replace(notes=(*table.notes, _why_none(store, entity, language)))
    left_out = (*_SAID_BELOW, *_THE_SAME) if entity else _SAID_BELOW
    kept = [index for index, name in enumerate(table.columns) if name not in left_out]
    rows = (tuple(row[index] for index in kept) for row in table.rows)
    columns = tuple(table.columns[index] for index in kept)
    return Reply(table, table._replace(columns=columns, rows=tuple(rows)))


def shown(
    store: GraphStore, gaps: Table, citations: Citations, language: str
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of ``show``: part, subject, property, value, then the proof."""
    for row in gaps.rows:
        cells = dict(zip(gaps.columns, row, strict=True))
        said = (cells["entityLabel"], cells["factLabel"], _value(store, cells, language))
        claim = cells["claim"]
        if not isinstance(claim, NamedNode):
            yield (Literal("gap"), *said, *_UNPROVED)
            continue
        cited, *_ = citations.cite((claim,))  # what a derivation rests on follows
        verdict = Literal(cited.verdict) if cited.verdict else None
        note = Literal(cited.note) if cited.note else None
        known = (Literal("gap"), *said, Literal(cited.standing), verdict, claim)
        for passage in cited.passages:
            place = (passage.document, passage.heading, f"{passage.start},{passage.end}")
            words = None if passage.words is None else Literal(passage.words)
            yield (*known, *map(Literal, place), words, note)
        if not cited.passages:
            yield (*known, None, None, None, None, note)


def _value(store: GraphStore, cells: dict[str, Cell], language: str) -> Literal:
    """Return what falls short of being stated, and how; or that nothing does."""
    state, through = cells["state"], cells["throughLabel"]
    label = store.text(state, v.RDFS_LABEL, language) if isinstance(state, NamedNode) else ""
    value = cells["valueLabel"] or cells["value"]
    if value is None:
        return Literal(label)
    key = "gap-through" if through else "gap-value"
    whole = through.value if isinstance(through, Literal) else ""
    named = value.value if isinstance(value, (Literal, NamedNode)) else ""
    return Literal(say(key, language, value=named, state=label, whole=whole))


def _why_none(store: GraphStore, entity: NamedNode, language: str) -> str:
    label = store.text(entity, v.RDFS_LABEL, language) or entity.value
    kinds = [quad.object for name in _CLASSED for quad in store.quads(entity, name)]
    key = "nothing-missing" if any(_expects(store, kind) for kind in kinds) else "nothing-expected"
    return say(key, language, entity=label)


def _expects(store: GraphStore, kind: object) -> bool:
    if not isinstance(kind, NamedNode):
        return False
    general = store.quads(kind, v.RDFS_SUBCLASS_OF, None, DefaultGraph())
    return any(store.quads(None, v.EXPECTED_OF, kind)) or any(
        _expects(store, quad.object) for quad in general
    )
