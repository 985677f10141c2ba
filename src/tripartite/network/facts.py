"""Which triples the network is made of, and the claims and derivations that say each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.errors import UnknownNameError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tripartite.store import EmbeddedStore

INCLUDED: Final = ("implied", "disputed")
STANDINGS: Final = ("stated", "editorial", "inferred", "implied")  # the surest first
_SELECTORS: Final = v.entity("rule", "passage-selector")


class Source(NamedTuple):
    """A claim or a derivation that says a triple.

    Attributes:
        standing: Code: ``stated``, ``editorial``, ``inferred``, ``implied``.
        premises: Of a derivation: the claims it rests on; empty for a claim.
    """

    iri: NamedNode
    standing: str
    disputed: bool = False
    premises: tuple[NamedNode, ...] = ()


def facts(store: EmbeddedStore, include: Collection[str] = ()) -> Mapping[Triple, list[Source]]:
    """Return what the default graph says, and what ``include`` adds, with its sources.

    A triple of the default graph keeps the sources that are accepted there; one that only an
    implied or a disputed claim says, in a graph opened so, keeps these.

    Raises:
        UnknownNameError: ``include`` names what cannot be added.
    """
    for name in include:
        if name not in INCLUDED:
            known = ", ".join(INCLUDED)
            close = nearest(name, INCLUDED)
            raise UnknownNameError("unknown-inclusion", name=name, known=known, nearest=close)
    accepted: dict[Triple, list[Source]] = {}
    other: dict[Triple, list[Source]] = {}
    for source in sorted(_sources(store), key=_rank):
        added = source.standing in include or (source.disputed and "disputed" in include)
        usual = source.standing != "implied" and not source.disputed
        for quad in store.quads(None, None, None, source.iri):
            triple = quad.triple
            if _wanted(source, include) and (added or _in_default(store, triple)):
                accepted.setdefault(triple, []).append(source)
            elif not usual and _in_default(store, triple):
                other.setdefault(triple, []).append(source)
    return {**other, **accepted}


def _wanted(source: Source, include: Collection[str]) -> bool:
    standing = source.standing != "implied" or "implied" in include
    return standing and (not source.disputed or "disputed" in include)


def _in_default(store: EmbeddedStore, triple: Triple) -> bool:
    subject, predicate = triple.subject, triple.predicate
    if not isinstance(subject, NamedNode):
        return False
    return any(True for _ in store.quads(subject, predicate, triple.object, DefaultGraph()))


def _sources(store: EmbeddedStore) -> Iterator[Source]:
    """Yield claims and derivations; those that only say where a passage stands are left out."""
    for quad in store.quads(None, v.STANDING, None, DefaultGraph()):
        iri, standing = quad.subject, quad.object
        if not (isinstance(iri, NamedNode) and isinstance(standing, NamedNode)):
            continue
        if _SELECTORS in store.objects(iri, v.RULE):
            continue
        premises = store.objects(iri, v.PROV_DERIVED_FROM)
        yield Source(
            iri,
            standing.value.rpartition("/")[2],
            v.DISPUTED in store.objects(iri, v.VERDICT),
            tuple(term for term in premises if isinstance(term, NamedNode)),
        )


def _rank(source: Source) -> tuple[int, str]:
    known = source.standing in STANDINGS
    return (STANDINGS.index(source.standing) if known else len(STANDINGS), source.iri.value)


def literal(triple: Triple) -> str:
    """Return the text of a triple's value; empty where it is no literal."""
    return triple.object.value if isinstance(triple.object, Literal) else ""
