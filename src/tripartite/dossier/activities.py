"""Programmes, funds, projects and events of the entity, a row each, with place and status."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.dossier import figures, saying
from tripartite.dossier.content import BREAK, Grid, Section, Span
from tripartite.dossier.ranking import rank
from tripartite.dossier.words import joined
from tripartite.model import Table
from tripartite.periods import period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader, Relation

_PLACES: Final = tuple(
    v.tp(name) for name in ("implementedIn", "benefits", "assistedIn", "covers", "plannedIn")
)
_PERIODS: Final = tuple(v.tp(name) for name in ("period", "startPeriod", "endPeriod"))
_PAYERS: Final = (v.tp("fundedBy"), v.tp("fundedThrough"))
_COLUMNS: Final = ("name", "relation", "where", "payers", "status")
_WEIGHTS: Final = (6, 4, 6, 5, 4)


def section(reader: Reader, iri: NamedNode, relations: Iterable[Relation]) -> Section | None:
    """Return the works the entity has to do with; ``None`` where there is none.

    A row holds claims of several standings: each value bears its own.
    """
    found: dict[NamedNode, list[Relation]] = {}
    for said in sorted(relations, key=lambda r: (rank(r), r.standing == "implied")):
        found.setdefault(said.other, []).append(said)
    statuses = reader.ask("time/statuses", {}) if found else Table((), ())
    rows = tuple(_row(reader, iri, statuses, group) for group in found.values())
    if not rows:
        return None
    heads = tuple(reader.text(name) for name in _COLUMNS)
    keep = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    grid = Grid(
        "",
        tuple(heads[n] for n in keep),
        tuple(_WEIGHTS[n] for n in keep),
        tuple(tuple(row[n] for n in keep) for row in rows),
    )
    return Section("activities", reader.text("activities"), grids=(grid,))


def _row(
    reader: Reader, iri: NamedNode, statuses: Table, group: list[Relation]
) -> tuple[Line, ...]:
    other = group[0].other
    semicolon = Span(reader.text("semicolon"))
    phrases: dict[str, dict[NamedNode, None]] = {}
    for said in group:
        phrases.setdefault(saying.phrase(reader, said), {}).update(dict.fromkeys(said.sources))
    relations = [(semicolon, *reader.marked(*each)) for each in phrases.items()]
    return (
        (Span(reader.label(other)),),
        tuple(chain.from_iterable(relations))[1:],
        _ends(reader, other, _PLACES),
        _payers(reader, other, iri),
        _status(reader, statuses, other),
    )


def _ends(
    reader: Reader,
    activity: NamedNode,
    predicates: Iterable[NamedNode],
    without: NamedNode | None = None,
) -> Line:
    """Return what some relations of a work lead to, each relation on a line of its own."""
    line: list[Span] = []
    claimed = reader.claimed(activity)
    for predicate in predicates:
        names: list[Line] = [
            reader.marked(reader.label(place), claims)
            for (name, place), claims in claimed.items()
            if name == predicate
            and isinstance(place, NamedNode)
            and place != without
            and not reader.is_disputed(claims)
        ]
        if names:
            label = f"{reader.label(predicate)}{reader.text('colon')}"
            line += [Span(BREAK), Span(label), *joined(names, reader.language)]
    return tuple(line[1:])


def _payers(reader: Reader, activity: NamedNode, iri: NamedNode) -> Line:
    """Return who funds a work and through what, and who gives a sum for it.

    The entity itself is left out: how it stands to the work is said beside.
    """
    givers: dict[NamedNode, list[NamedNode]] = {}
    for figure in figures.of(reader, activity):
        for giver, claims in figure.givers_to(activity).items():
            if giver != iri and not reader.is_disputed(claims):
                givers.setdefault(giver, []).extend(claims)
    names = [reader.marked(reader.label(giver), claims) for giver, claims in givers.items()]
    funded = _ends(reader, activity, _PAYERS, iri)
    if not names:
        return funded
    label = Span(f"{reader.text('money-from')}{reader.text('colon')}")
    first = (*funded, Span(BREAK)) if funded else ()
    return (*first, label, *joined(names, reader.language))


def _status(reader: Reader, statuses: Table, activity: NamedNode) -> Line:
    """Return the periods a document gives, then its status as of each document."""
    said = [
        reader.marked(period(value.value, reader.language), claims)
        for (predicate, value), claims in reader.claimed(activity).items()
        if predicate in _PERIODS and isinstance(value, Literal) and not reader.is_disputed(claims)
    ]
    for row in statuses.rows:
        cells = dict(zip(statuses.columns, row, strict=True))
        if cells["subject"] != activity:
            continue
        claim, document = cells["claim"], cells["document"]
        if isinstance(claim, NamedNode) and isinstance(document, NamedNode):
            letter = reader.notes.letter(document.value.rpartition("/")[2])
            status = reader.label(cells["status"])
            as_of = reader.text("status-as-of", status=status, document=letter)
            said.append(reader.marked(as_of, (claim,)))
    return joined(said, reader.language)
