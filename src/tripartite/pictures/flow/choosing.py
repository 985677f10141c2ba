"""What of a flow touches the entities asked for: what comes to them, and what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.network.kinds import kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tripartite.network.facts import Facts
    from tripartite.pictures.flow.values import Flow, Ribbon, Spot

# What is meant with the whole it is within, and how: only such parts of it.
_WITHIN: Final = {
    NamedNode(f"{v.STANDARDS['org']}subOrganizationOf"): "body",
    v.tp("locatedIn"): "locality",
}
_COMPONENT_OF: Final = v.tp("componentOf")


def touching(flow: Flow, said: Facts, focus: Sequence[str]) -> Flow:
    """Return the part of a flow that is upstream or downstream of some entities.

    The bodies of a State or of a body, and the localities of a country, are meant with it;
    a component is meant as its project. What comes from nobody knows where may come from here.

    Args:
        flow: All of it.
        said: What belongs to what.
        focus: IRIs of the entities; none for the whole flow.
    """
    if not focus:
        return flow
    meant = _meant(said, focus)
    asked = {spot for spot in flow.spots if spot.iri in meant}
    pairs = [*((ribbon.start, ribbon.end) for ribbon in flow.ribbons), *flow.gaps]
    above = _reached(asked, [(end, start) for start, end in pairs])
    below = _reached(asked, pairs)
    kept = {
        (start, end)
        for start, end in pairs
        if end in above or start in below or (end in below and not start.iri)
    }
    return flow._replace(
        ribbons=tuple(
            ribbon
            for ribbon in flow.ribbons
            if (ribbon.start, ribbon.end) in kept or _receives(ribbon, meant)
        ),
        gaps=tuple(gap for gap in flow.gaps if gap in kept),
        notes=tuple(note for note in flow.notes if note[0] in above | below),
        focus=tuple(focus),
    )


def _receives(ribbon: Ribbon, meant: Collection[str]) -> bool:
    """Tell whether one of them is said to receive the sum, whatever the sum is for."""
    receiver = ribbon.sum.figure.receiver if ribbon.sum else None
    return receiver is not None and receiver.value in meant


def _reached(spots: Iterable[Spot], pairs: Sequence[tuple[Spot, Spot]]) -> set[Spot]:
    """Return what can be reached; behind ``not stated`` nothing is known to be."""
    found: set[Spot] = set()
    todo = list(spots)
    while todo:
        spot = todo.pop()
        if spot.iri and spot not in found:
            found.add(spot)
            todo += [end for start, end in pairs if start == spot]
    return found


def _meant(said: Facts, focus: Sequence[str]) -> set[str]:
    """Return the entities with what is within them, and the project of a component."""
    meant: dict[str, set[str]] = {}
    for predicate, part in _WITHIN.items():
        for quad in said.store.quads(None, predicate):
            if isinstance(quad.subject, NamedNode) and kind(quad.subject) == part:
                meant.setdefault(_text(quad.object), set()).add(quad.subject.value)
    for quad in said.store.quads(None, _COMPONENT_OF):
        meant.setdefault(_text(quad.subject), set()).add(_text(quad.object))
    found: set[str] = set()
    todo = list(focus)
    while todo:
        iri = todo.pop()
        if iri not in found:
            found.add(iri)
            todo += meant.get(iri, ())
    return found


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
