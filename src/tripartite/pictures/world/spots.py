"""Facts gathered by place: which kinds of relation a place has, how many, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.network.facts import STANDINGS
from tripartite.pictures.world.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Literal, NamedNode

    from tripartite.pictures.world.facts import Fact
    from tripartite.store import EmbeddedStore

_CODE: Final = v.tp("iso3166")


class Mark(NamedTuple):
    """One kind of relation that a place has.

    Attributes:
        standing: Of its surest fact.
        disputed: Whether only disputed claims say so.
        number: Of activities.
    """

    kind: str
    standing: str
    disputed: bool
    number: int
    facts: tuple[Fact, ...]


class Spot(NamedTuple):
    """A place with its marks, the strongest kind first.

    Attributes:
        code: ISO 3166 of a country; empty where there is none.
        country: The country's label where the place lies in one; else empty.
    """

    iri: NamedNode
    label: str
    code: str
    country: str
    marks: tuple[Mark, ...]


class Spots(NamedTuple):
    """All places of a picture, each group by label.

    Attributes:
        countries: What can be painted.
        parts: Localities that lie in a country; their facts are among the country's too.
        others: Regions, groups, and places whose country is not known.
    """

    countries: tuple[Spot, ...]
    parts: tuple[Spot, ...]
    others: tuple[Spot, ...]


def gather(store: EmbeddedStore, facts: Iterable[Fact], label: Callable[[NamedNode], str]) -> Spots:
    """Return the places of some facts."""
    countries: dict[NamedNode, list[Fact]] = {}
    parts: dict[NamedNode, list[Fact]] = {}
    others: dict[NamedNode, list[Fact]] = {}
    for fact in facts:
        if fact.country is None:
            others.setdefault(fact.place, []).append(fact)
            continue
        countries.setdefault(fact.country, []).append(fact)
        if fact.place != fact.country:
            parts.setdefault(fact.place, []).append(fact)

    def spots(groups: dict[NamedNode, list[Fact]]) -> tuple[Spot, ...]:
        found = (_spot(store, iri, group, label) for iri, group in groups.items())
        return tuple(sorted(found, key=lambda spot: (spot.country, spot.label, spot.iri.value)))

    return Spots(spots(countries), spots(parts), spots(others))


def _spot(
    store: EmbeddedStore, iri: NamedNode, facts: list[Fact], label: Callable[[NamedNode], str]
) -> Spot:
    codes: tuple[Literal, ...] = tuple(store.objects(iri, _CODE))  # type: ignore[arg-type] # a shape says so
    within = facts[0].country
    country = label(within) if within and within != iri else ""
    marks = (_mark(kind, [fact for fact in facts if fact.kind == kind]) for kind in KINDS)
    return Spot(
        iri,
        label(iri),
        codes[0].value if codes else "",
        country,
        tuple(mark for mark in marks if mark.facts),
    )


def _mark(kind: str, facts: list[Fact]) -> Mark:
    sure = [fact for fact in facts if not fact.disputed] or facts
    standing = min((fact.standing for fact in sure), key=STANDINGS.index, default="")
    number = len({fact.activity for fact in sure})
    disputed = bool(facts) and all(fact.disputed for fact in facts)
    return Mark(kind, standing, disputed, number, tuple(facts))
