"""The rows behind a flow: one for what each claim says, numbered by ribbon."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.model import Table
from tripartite.pictures.flow import ribbons
from tripartite.pictures.flow.scale import width
from tripartite.pictures.flow.values import Spot, passed
from tripartite.pictures.flow.words import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.disagreement.figures import Figure
    from tripartite.model import Cell
    from tripartite.network.facts import Source
    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.svg import Drawn
    from tripartite.pictures.flow.values import Ribbon, Statement, Sum

COLUMNS: Final = (
    "ribbon",
    "stage",
    "from",
    "fromLabel",
    "via",
    "viaLabel",
    "to",
    "toLabel",
    "direction",
    "relation",
    "relationLabel",
    "component",
    "componentLabel",
    "drawn",
    "width",
    "figure",
    "receiver",
    "receiverLabel",
    "measure",
    "qualifier",
    "amount",
    "minimum",
    "maximum",
    "currency",
    "unit",
    "basis",
    "period",
    "standing",
    "verdict",
    "claim",
)
_RESTATES: Final = v.tp("restates")
_ABOUT: Final = v.tp("about")


def table(drawn: Drawn) -> Table:
    """Return a row for each claim behind each ribbon, then what is not stated or not drawn.

    The columns of a sum are filled in the row of the claim that gives it: no sum stands twice
    between the same two stages. Rows without a ribbon's number are no ribbons.
    """
    found = tuple(tuple(map(row.get, COLUMNS)) for row in rows(drawn))
    return Table(COLUMNS, found, drawn.texts.notes)


def rows(drawn: Drawn) -> Iterator[Mapping[str, Cell]]:
    """Yield all that is known of each row; ``said`` is its amount in one phrase."""
    yield from _ribbons(drawn)
    yield from _others(drawn)


def _ribbons(drawn: Drawn) -> Iterator[Mapping[str, Cell]]:
    for number, ribbon in enumerate(drawn.flow.ribbons, start=1):
        place = {"ribbon": _integer(number), **_width(drawn, ribbon, drawn.scale)}
        for one in ribbon.statements:
            for row in _statement(drawn, one, ribbon):
                yield {**place, **row}


def _others(drawn: Drawn) -> Iterator[Mapping[str, Cell]]:
    words = drawn.words
    for one in drawn.flow.wholes:
        for row in _statement(drawn, one, None):
            yield {**row, "drawn": Literal(words.say("flow-fill-whole"))}
    for spot, note in drawn.flow.notes:
        ends = {**_end(drawn, "to", spot), **_relation(drawn, _ABOUT)}
        for row in _sums(drawn, note, note.sources):
            yield {**ends, **row, "drawn": Literal(words.say("flow-fill-box"))}
    for start, end in drawn.flow.gaps:
        ends = {**_end(drawn, "from", start), **_end(drawn, "to", end)}
        stage = Literal(_stages(drawn, start, end))
        yield {**ends, "stage": stage, "drawn": Literal(words.say("flow-gap"))}


def _statement(drawn: Drawn, one: Statement, ribbon: Ribbon | None) -> Iterator[Mapping[str, Cell]]:
    """Yield a row for each claim that a statement rests on, then for what restates its sum."""
    ends: dict[str, Cell] = {
        "stage": Literal(_stages(drawn, one.start, one.end)),
        **_end(drawn, "from", one.start),
        **_end(drawn, "to", one.end),
        **_via(drawn, one, ribbon),
        **_relation(drawn, one.predicate),
        "direction": Literal("←" if one.is_backward else "→"),
    }
    if one.part:
        part = NamedNode(one.part)
        ends |= {"component": part, "componentLabel": Literal(drawn.words.label(part))}
    if not one.sum:
        yield from ({**ends, **_claim(source)} for source in one.sources)
        return
    yield from ({**ends, **row} for row in _sums(drawn, one.sum, one.sources))
    for figure, sources in zip(one.sum.restated, one.sum.by[1:], strict=True):
        for source in sources:
            again = {**ends, **_figure(drawn, figure), **_relation(drawn, _RESTATES)}
            yield {**again, **_claim(source)}


def _sums(drawn: Drawn, sum_: Sum, sources: tuple[Source, ...]) -> Iterator[Mapping[str, Cell]]:
    for source in sources:
        given = _figure(drawn, sum_.figure) if source in sum_.sources else {}
        yield {**given, **_claim(source)}


def _figure(drawn: Drawn, figure: Figure) -> Mapping[str, Cell]:
    is_range = figure.amount is None
    receiver = figure.receiver
    return {
        "said": Literal(drawn.words.figure(figure)),
        "figure": figure.iri,
        "receiver": receiver,
        "receiverLabel": Literal(drawn.words.label(receiver)) if receiver else None,
        "measure": figure.measure,
        "qualifier": v.entity("qualifier", figure.qualifier) if figure.qualifier else None,
        "amount": _decimal(figure.amount),
        "minimum": _decimal(figure.interval.lower) if is_range else None,
        "maximum": _decimal(figure.interval.upper) if is_range else None,
        "currency": Literal(figure.currency) if figure.currency else None,
        "unit": figure.unit,
        "basis": v.entity("basis", figure.basis) if figure.basis else None,
        "period": Literal(figure.period, datatype=v.EDTF) if figure.period else None,
    }


def _claim(source: Source) -> Mapping[str, Cell]:
    verdict = {"verdict": v.DISPUTED} if source.disputed else {}
    return {"standing": v.entity("standing", source.standing), "claim": source.iri, **verdict}


def _via(drawn: Drawn, one: Statement, ribbon: Ribbon | None) -> Mapping[str, Cell]:
    """Return the channel that a statement is drawn through, or that none is stated."""
    if ribbon and one.start != ribbon.start:
        return _end(drawn, "via", ribbon.start)
    names = [drawn.words.name(spot) for spot in passed(ribbon)] if ribbon else []
    return {"viaLabel": Literal(drawn.words.list(names))} if names else {}


def _end(drawn: Drawn, name: str, spot: Spot) -> Mapping[str, Cell]:
    iri = NamedNode(spot.iri) if spot.iri else None
    return {name: iri, f"{name}Label": Literal(drawn.words.name(spot))}


def _relation(drawn: Drawn, predicate: NamedNode) -> Mapping[str, Cell]:
    return {"relation": predicate, "relationLabel": Literal(drawn.words.label(predicate))}


def _stages(drawn: Drawn, start: Spot, end: Spot) -> str:
    return " → ".join(drawn.words.say(SHORT[spot.stage]) for spot in (start, end))


def _width(drawn: Drawn, ribbon: Ribbon, scale: Scale | None) -> Mapping[str, Cell]:
    kind = ribbons.fill(ribbon, scale)
    wide = Decimal(str(round(width(ribbon, scale), 2)))
    return {"drawn": Literal(drawn.words.say(kind.value)), "width": _decimal(wide)}


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=v.XSD_INTEGER)


def _decimal(number: Decimal | None) -> Literal | None:
    if number is None:
        return None
    is_whole = number == number.to_integral_value()
    text = str(int(number)) if is_whole else str(number.normalize())
    return Literal(text, datatype=v.XSD_INTEGER if is_whole else v.XSD_DECIMAL)
