"""Which triples the network is made of, and the claims and derivations that say each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.build.choosing import included

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tripartite.store import EmbeddedStore

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


class Facts:
    """What the claims and derivations of one graph say; read once.

    Attributes:
        store: The graph.
    """

    __slots__ = ("_chosen", "_said", "store")

    def __init__(self, store: EmbeddedStore) -> None:
        """Read every triple with its source, the surest sources first."""
        self.store = store
        self._chosen: dict[tuple[str, ...], Mapping[Triple, list[Source]]] = {}
        self._said = [
            (quad.triple, source)
            for source in sorted(_sources(store), key=_rank)
            for quad in store.quads(None, None, None, source.iri)
        ]

    def chosen(self, include: Collection[str] = ()) -> Mapping[Triple, list[Source]]:
        """Return what the default graph says, and what ``include`` adds, with its sources.

        A triple of the default graph keeps the sources that are accepted there; one that only
        an implied or a disputed claim says, in a graph opened so, keeps these.

        Raises:
            UnknownNameError: ``include`` names what cannot be added.
        """
        names = included(include)
        if names not in self._chosen:
            self._chosen[names] = self._choose(set(names))
        return self._chosen[names]

    def _choose(self, include: set[str]) -> Mapping[Triple, list[Source]]:
        accepted: dict[Triple, list[Source]] = {}
        other: dict[Triple, list[Source]] = {}
        for triple, source in self._said:
            doubts = _doubts(source)
            if doubts <= include and (doubts or self._is_default(triple)):
                accepted.setdefault(triple, []).append(source)
            elif doubts and self._is_default(triple):
                other.setdefault(triple, []).append(source)
        return {**other, **accepted}

    def _is_default(self, triple: Triple) -> bool:
        subject, predicate = triple.subject, triple.predicate
        if not isinstance(subject, NamedNode):
            return False
        found = self.store.quads(subject, predicate, triple.object, DefaultGraph())
        return any(True for _ in found)


def _doubts(source: Source) -> set[str]:
    """Return why a source stays out of the default graph, in the words of ``--include``."""
    implied = {"implied"} if source.standing == "implied" else set()
    return implied | ({"disputed"} if source.disputed else set())


def _sources(store: EmbeddedStore) -> Iterator[Source]:
    """Yield claims and derivations; those that only say where a passage stands are left out."""
    selecting = {quad.subject for quad in store.quads(None, v.RULE, _SELECTORS, DefaultGraph())}
    disputed = {quad.subject for quad in store.quads(None, v.VERDICT, v.DISPUTED, DefaultGraph())}
    premises: dict[object, list[NamedNode]] = {}
    for quad in store.quads(None, v.PROV_DERIVED_FROM, None, DefaultGraph()):
        if isinstance(quad.object, NamedNode):
            premises.setdefault(quad.subject, []).append(quad.object)
    for quad in store.quads(None, v.STANDING, None, DefaultGraph()):
        iri, standing = quad.subject, quad.object
        if not (isinstance(iri, NamedNode) and isinstance(standing, NamedNode)):
            continue
        if iri not in selecting:
            code = standing.value.rpartition("/")[2]
            rests_on = tuple(sorted(premises.get(iri, ()), key=str))
            yield Source(iri, code, iri in disputed, rests_on)


def _rank(source: Source) -> tuple[int, str]:
    known = source.standing in STANDINGS
    return (STANDINGS.index(source.standing) if known else len(STANDINGS), source.iri.value)


def literal(triple: Triple) -> str:
    """Return the text of a triple's value; empty where it is no literal."""
    return triple.object.value if isinstance(triple.object, Literal) else ""
