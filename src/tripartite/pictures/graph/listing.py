"""The lists of a page: numbered proofs, types, and the rows that point at them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tripartite.pictures.graph import shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.model import Citation, Passage
    from tripartite.pictures.graph.scene import Fact, Node, Scene


class Note(NamedTuple):
    """What stands behind a claim or a derivation.

    Attributes:
        code: Of the standing.
        places: Document and heading, with the passages below it.
        premises: Numbers of what a derivation rests on.
    """

    number: int
    code: str
    standing: str
    disputed: bool
    places: tuple[tuple[str, str, tuple[Passage, ...]], ...]
    rule: str
    remark: str
    premises: tuple[int, ...]


class Listing:
    """Numbers the proofs and the types of a scene.

    Attributes:
        notes: The proofs, by number.
        types: Family and label of each type; a node without a type has one of its own.
    """

    def __init__(self, scene: Scene) -> None:
        """Number what the scene cites, in its order."""
        self._numbers = {claim: number for number, claim in enumerate(scene.citations, 1)}
        codes = {label: code for code, label in scene.standings.items()}
        self.notes = tuple(
            self._note(number, citation, codes.get(citation.standing, ""))
            for number, citation in enumerate(scene.citations.values(), 1)
        )
        found = {pair for node in scene.nodes for pair in _types(node)}
        self.types = tuple(sorted(found))
        self._places = {pair: place for place, pair in enumerate(self.types)}

    def numbers(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of claims, in rising order."""
        return tuple(sorted({self._numbers[claim] for claim in claims if claim in self._numbers}))

    def types_of(self, node: Node) -> tuple[int, ...]:
        """Return the places of a node's types in ``types``."""
        return tuple(self._places[pair] for pair in _types(node))

    def facts(self, node: Node) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
        """Return what is said of a node alone, by property, in the node's order."""
        found = groupby(node.facts, key=lambda fact: fact.label)
        return tuple((label, tuple(facts)) for label, facts in found)

    def _note(self, number: int, citation: Citation, code: str) -> Note:
        spots = groupby(citation.passages, key=lambda passage: (passage.document, passage.heading))
        return Note(
            number,
            code,
            citation.standing,
            citation.verdict == "disputed",
            tuple((document, heading, tuple(found)) for (document, heading), found in spots),
            citation.rule,
            citation.note,
            self.numbers(premise.value for premise in citation.premises),
        )


def _types(node: Node) -> Iterator[tuple[int, str]]:
    family = shapes.FAMILIES.index(shapes.family(node.kind))
    for label in node.types or ("",):
        yield family, label
