"""What was judged of an entity and those that a reader may take for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from tripartite.store import GraphStore

# What is not known comes before what is.
_ORDER: Final = tuple(v.entity("sameness", slug) for slug in ("possibly-same", "same", "distinct"))


class Judgement(NamedTuple):
    """Whether an entity is one with another, and why.

    Attributes:
        sameness: A code: same, possibly the same, distinct.
        reason: In the language asked for.
    """

    sameness: NamedNode
    other: NamedNode
    reason: str


def judgements(store: GraphStore, iri: NamedNode, language: str) -> tuple[Judgement, ...]:
    """Return what was judged of an entity, what is not known first; often nothing."""
    judging = (quad.subject for quad in store.quads(None, v.JUDGES, iri, DefaultGraph()))
    found = [
        Judgement(sameness, other, store.text(judgement, v.SKOS_NOTE, language))
        for judgement in judging
        if isinstance(judgement, NamedNode)
        for sameness in _ORDER
        if sameness in store.objects(judgement, v.SAMENESS)
        for other in store.objects(judgement, v.JUDGES)
        if isinstance(other, NamedNode) and other != iri
    ]
    return tuple(sorted(found, key=lambda j: (_ORDER.index(j.sameness), j.other.value)))
