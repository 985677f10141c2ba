"""From statements to ribbons: what is drawn once, what is drawn through a channel, what ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures.flow.values import Flow, Ribbon, Spot, Stage, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tripartite.pictures.flow.reading import Told

_ABOVE: Final = {Stage.WORK: Stage.CHANNEL, Stage.CHANNEL: Stage.FUNDER}


def route(told: Told) -> Flow:
    """Return all that is said as ribbons, wholes and their parts alike."""
    links: dict[tuple[Spot, Spot], list[Statement]] = {}
    for one in told.statements:
        links.setdefault((one.start, one.end), []).append(one)
    ribbons = tuple(
        ribbon
        for ends, said in sorted(_through_channels(links).items())
        for ribbon in _ribbons(*ends, said)
    )
    return Flow(ribbons, tuple(_gaps(ribbons)), told.notes)


def without_wholes(flow: Flow) -> Flow:
    """Return a flow without the sums of which a part is drawn: nothing is drawn twice.

    What is said beside such a sum, without an amount, keeps its ribbon.
    """
    parts = {whole for ribbon in flow.ribbons if ribbon.sum for whole in ribbon.sum.wholes}
    wholes = [r for r in flow.ribbons if r.sum and r.sum.figure.iri in parts]
    kept = [ribbon for ribbon in flow.ribbons if ribbon not in wholes]
    drawn = {one for ribbon in kept for one in ribbon.statements}
    for ribbon in wholes:
        bare = tuple(one for one in ribbon.statements if not one.sum and one not in drawn)
        if bare:
            kept.append(ribbon._replace(statements=bare, sum=None))
            drawn.update(bare)
    return flow._replace(
        ribbons=tuple(kept),
        wholes=tuple(one for ribbon in wholes for one in ribbon.statements if one.sum),
    )


def _through_channels(
    links: Mapping[tuple[Spot, Spot], list[Statement]],
) -> Mapping[tuple[Spot, Spot], list[Statement]]:
    """Move what is said of a funder and its work to the channel that joins the two.

    Only where the same funder is said to pay for the channel and the same work to be paid
    through it, each at least as surely; never an amount, which is drawn as it is stated.
    """
    found = {ends: list(said) for ends, said in links.items()}
    for (start, end), said in links.items():
        if (start.stage, end.stage) != (Stage.FUNDER, Stage.WORK):
            continue
        for one in said:
            channels = [] if one.sum else list(_channels(links, one))
            for channel in channels:
                found[channel, end].append(one)
            if channels:
                found[start, end].remove(one)
    return {ends: said for ends, said in found.items() if said}


def _channels(links: Mapping[tuple[Spot, Spot], list[Statement]], one: Statement) -> Iterator[Spot]:
    for channel, end in links:
        steps = (links.get((one.start, channel), ()), links[channel, end])
        if end == one.end and channel.stage == Stage.CHANNEL and all(_carry(s, one) for s in steps):
            yield channel


def _carry(step: Sequence[Statement], one: Statement) -> bool:
    """Tell whether a step is said as surely as the whole, and of money if the whole is."""
    return any(each.rank <= one.rank and each.kind <= one.kind for each in step)


def _ribbons(start: Spot, end: Spot, said: Sequence[Statement]) -> Iterator[Ribbon]:
    """Yield a ribbon for each sum; what is said without a sum stands with each of them.

    It has a ribbon of its own where there is no sum, or where it is surer than every sum.
    """
    sums: dict[object, list[Statement]] = {}
    for one in said:
        if one.sum:
            sums.setdefault(one.sum.figure.iri, []).append(one)
    bare = sorted((one for one in said if not one.sum), key=lambda one: _place(one, start))
    ranks = [one.rank for found in sums.values() for one in found]
    if bare and (not ranks or min(ranks) > min(one.rank for one in bare)):
        yield Ribbon(start, end, tuple(bare))
        bare = []
    for found in sums.values():
        yield Ribbon(start, end, (*found, *bare), found[0].sum)


def _place(one: Statement, start: Spot) -> tuple[object, ...]:
    """Order statements: those of these very ends, money first, the surest, the project's own."""
    return one.start != start, one.kind, one.rank, bool(one.part), one.predicate.value


def _gaps(ribbons: Iterable[Ribbon]) -> Iterator[tuple[Spot, Spot]]:
    """Yield where a way begins or ends without a document saying from where or to where."""
    starts = {ribbon.start for ribbon in ribbons}
    ends = {ribbon.end for ribbon in ribbons}
    for spot in sorted(starts | ends):
        if not spot.iri:
            continue
        above = _ABOVE.get(spot.stage)
        if above is not None and spot not in ends:
            yield Spot(above, ""), spot
        if spot.stage in (Stage.CHANNEL, Stage.WORK) and spot not in starts and not _is_end(spot):
            yield spot, Spot(Stage(spot.stage + 1), "")


def _is_end(spot: Spot) -> bool:
    """Tell whether money may end here: with a body that receives it, wherever it works."""
    return spot.stage == Stage.WORK and "/body/" in spot.iri
