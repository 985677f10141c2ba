"""All rules, and what they find: matched with the explanations that curators wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.disagreement.amounts import Figures, differing, look_alikes, sums
from tripartite.disagreement.claims import Claims
from tripartite.disagreement.history import beginnings
from tripartite.disagreement.names import actors, lists, one_valued
from tripartite.disagreement.rollup import RollUp
from tripartite.disagreement.statuses import statuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.disagreement.found import Found
    from tripartite.store import EmbeddedStore


def find(store: EmbeddedStore) -> tuple[Found, ...]:
    """Return every disagreement that a rule finds, in the order of the documents."""
    claims = Claims(store)
    every = dict.fromkeys(_found(claims, RollUp(claims)))
    return tuple(sorted(every, key=lambda f: (claims.place(f.claims[0]), f.kind, str(f.claims))))


def _found(claims: Claims, rollup: RollUp) -> Iterator[Found]:
    figures = Figures(claims, rollup)
    yield from differing(figures)
    yield from look_alikes(figures)
    yield from sums(figures)
    yield from beginnings(claims, rollup)
    yield from statuses(claims, rollup)
    yield from lists(claims, rollup)
    yield from one_valued(claims)
    yield from actors(claims, rollup)
