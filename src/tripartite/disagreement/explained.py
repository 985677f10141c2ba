"""Explanations that curators wrote, and how they fit what the rules find."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import Quad

    from tripartite.disagreement.found import Found
    from tripartite.store import GraphStore


class Tension(NamedTuple):
    """One explained disagreement.

    Attributes:
        kind: Local name of its kind, as ``Found.kind``.
        claims: The claims it links.
    """

    iri: NamedNode
    kind: str
    claims: frozenset[NamedNode]


def read(store: GraphStore) -> tuple[Tension, ...]:
    """Return the explained tensions of a graph, sorted."""
    linked: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in store.quads(None, v.RDF_TYPE, v.TENSION, DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            linked[quad.subject] = set()
    for quad in store.quads(None, v.IN_TENSION, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            linked[quad.object].add(quad.subject)
    return tuple(
        Tension(iri, _kind(store, iri), frozenset(linked[iri])) for iri in sorted(linked, key=str)
    )


def touching(store: GraphStore, iri: NamedNode, quads: Iterable[Quad]) -> list[NamedNode]:
    """Return the tensions about an entity, or in which a claim of ``quads`` stands, sorted."""
    claims = {quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}
    found = {term for claim in claims for term in store.objects(claim, v.IN_TENSION)}
    about = store.quads(None, v.tp("about"), iri, DefaultGraph())
    named = {iri, *(quad.subject for quad in about)}
    found |= {n for n in named if isinstance(n, NamedNode) and store.objects(n, v.TENSION_KIND)}
    return sorted((node for node in found if isinstance(node, NamedNode)), key=str)


def explaining(found: Found, tensions: Iterable[Tension]) -> Tension | None:
    """Return the narrowest tension that links every claim of what was found."""
    wide_enough = [tension for tension in tensions if tension.claims.issuperset(found.claims)]
    return min(wide_enough, key=lambda t: (len(t.claims), t.iri.value), default=None)


def unexplained(found: Iterable[Found], tensions: Sequence[Tension]) -> tuple[Found, ...]:
    """Return what rules find and no tension explains."""
    return tuple(one for one in found if explaining(one, tensions) is None)


def idle_claims(tension: Tension, found: Iterable[Found]) -> frozenset[NamedNode]:
    """Return the claims that a tension links although no rule finds them to disagree in it.

    They are all of its claims where no rule of its kind finds anything in it any more.
    """
    within = [one for one in found if tension.claims.issuperset(one.claims)]
    if all(one.kind != tension.kind for one in within):
        return tension.claims
    return tension.claims.difference(*(one.claims for one in within))


def _kind(store: GraphStore, iri: NamedNode) -> str:
    kinds = store.objects(iri, v.TENSION_KIND)
    return kinds[0].value.rpartition("/")[2] if kinds and isinstance(kinds[0], NamedNode) else ""
