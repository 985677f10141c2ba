"""Scenes of any size, for the page of a picture."""

from __future__ import annotations

import random
from typing import Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.model import Citation, Passage
from tripartite.pictures.graph.scene import Edge, Fact, Node, Scene

_KINDS: Final = ("body", "project", "country", "event", "policy", "fund")
_STANDINGS: Final = ("stated", "implied", "editorial", "inferred")


def many(count: int) -> Scene:
    """Return a scene of so many entities: a few are related to many, most to two or three."""
    chance = random.Random(1)  # noqa: S311 (the same scene each time)
    pairs = [
        (number, int(number * chance.random() ** 2))
        for number in range(1, count)
        for _ in range(2 + (number % 3 == 0))
    ]
    edges = tuple(
        Edge(
            _entity(start),
            _entity(end),
            "related",
            f"Entity {start} is related to entity {end}.",
            _STANDINGS[min(int(chance.expovariate(1.2)), 3)],
            (_claim(number),),
            key=str(number),
        )
        for number, (start, end) in enumerate(pairs)
    )
    nodes = tuple(
        Node(
            _entity(number),
            f"Entity {number}",
            kind := _KINDS[number % len(_KINDS)],
            (kind,),
            (f"項目{number}",),
            (Fact("title", f"Title {number}", "stated", (_claim(len(pairs) + number),)),),
        )
        for number in range(count)
    )
    return Scene(
        title="Many",
        summary=f"Entities: {count}",
        language="en",
        nodes=nodes,
        edges=edges,
        shown=tuple(node.iri for node in nodes),  # the first are related to most
        focus=(),
        citations={_claim(n): _citation(n) for n in range(len(pairs) + count)},
        standings={code: code for code in _STANDINGS},
    )


def _entity(number: int) -> str:
    return f"{v.BASE}{_KINDS[number % len(_KINDS)]}/n{number}"


def _claim(number: int) -> str:
    return f"{v.BASE}claim/c{number}"


def _citation(number: int) -> Citation:
    passage = Passage("page", number, number + 20, "Heading")
    return Citation(NamedNode(_claim(number)), "stated", "", (passage,))
