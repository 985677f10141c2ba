"""What a validation found, and which engine looked. Source: W3C SHACL, 20 July 2017, 3.6."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import BlankNode, Literal, NamedNode

    Node: TypeAlias = NamedNode | BlankNode
    Value: TypeAlias = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Result:
    """One ``sh:ValidationResult``; its terms are as they were parsed.

    Attributes:
        path: The property, or the blank node that describes a longer path in the shapes;
            ``None`` for a node shape.
        value: ``None`` where none is to blame.
        constraint: The ``sh:sparql`` constraint; ``None`` for any other component.
        messages: By language; the key is empty for a message without one.
    """

    focus: Value
    path: Node | None
    value: Value | None
    shape: Node
    component: NamedNode
    severity: NamedNode
    constraint: Node | None
    messages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """One ``sh:ValidationReport``.

    Attributes:
        results: Sorted by focus, path, shape and value.
        engines: What ran each target shape and each ``sh:sparql`` constraint, by N-Triples
            spelling: ``shacl``, ``hoisted`` or ``pyshacl``.
        is_cut: Whether there are more results than were asked for.
        notes: Message keys of what a reader must know, such as that an engine is missing.
    """

    results: tuple[Result, ...]
    engines: Mapping[str, str]
    is_cut: bool = False
    notes: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing was found, whatever its severity."""
        return not self.results
