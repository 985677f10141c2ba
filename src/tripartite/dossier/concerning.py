"""Whose figures belong to a dossier, by the table that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.naming import kind
from tripartite.dossier.ranking import is_paid, is_there, is_work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tripartite.dossier.reading import Reader, Relation
    from tripartite.dossier.results import Result

_AREAS: Final = frozenset({"country", "region", "locality"})
_LOCATED: Final = v.tp("locatedIn")
_AFFECTED: Final = v.tp("affected")
_SERVED: Final = tuple(v.tp(name) for name in ("implementedIn", "benefits", "assistedIn"))


def groups(
    reader: Reader,
    iri: NamedNode,
    parts: Mapping[str, Sequence[Relation]],
    results: Iterable[Result],
) -> dict[str, tuple[NamedNode, ...]]:
    """Return the things whose figures concern an entity, by the key of their table's title.

    Of works these are what the entity pays for, runs or has, and what is done in a place.
    """
    is_place = kind(iri) in _AREAS
    is_its = is_there if is_place else is_paid
    works = {said.other for said in parts.get("activities", ()) if is_work(said) and is_its(said)}
    every = tuple(results)
    its = tuple(result.node for result in every if result.owner == iri)
    theirs = tuple(result.node for result in every if result.owner in works)
    localities = tuple(_lying_in(reader, iri)) if is_place else ()
    struck = tuple(_struck_with(reader, iri, localities)) if is_place else ()
    return {
        "figures-of-actions": its,
        "figures-of-works": (*sorted(works, key=str), *theirs),
        "figures-of-places": (*localities, *_served(reader, localities)),
        "figures-of-struck": (*struck, *_served(reader, struck)),
        "figures-of-background": tuple(said.other for said in parts.get("background", ())),
    }


def _lying_in(reader: Reader, place: NamedNode) -> Iterator[NamedNode]:
    for inner in _subjects(reader, _LOCATED, place):
        yield inner
        yield from _lying_in(reader, inner)


def _struck_with(
    reader: Reader, place: NamedNode, known: Collection[NamedNode]
) -> Iterator[NamedNode]:
    """Yield the areas that a disaster struck which struck a place too."""
    for disaster in _subjects(reader, _AFFECTED, place):
        for predicate, other in reader.claimed(disaster):
            if predicate != _AFFECTED or not isinstance(other, NamedNode) or other in known:
                continue
            if kind(other) == "locality":
                yield other


def _served(reader: Reader, places: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    """Return what is done in or for some places."""
    return tuple(
        served
        for place in places
        for predicate in _SERVED
        for served in _subjects(reader, predicate, place)
    )


def _subjects(reader: Reader, predicate: NamedNode, value: NamedNode) -> tuple[NamedNode, ...]:
    found = {
        quad.subject
        for quad in reader.store.quads(None, predicate, value)
        if isinstance(quad.subject, NamedNode)
    }
    return tuple(sorted(found, key=str))
