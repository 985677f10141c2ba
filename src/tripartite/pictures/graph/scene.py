"""What a picture of the graph shows: nodes, edges, their standing, and what proves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.model import Citation


class Node(NamedTuple):
    """An entity.

    Attributes:
        iri: Names it.
        label: In the language of the scene.
        kind: As in its IRI: ``body``, ``project`` …
        types: Labels of its classes, as a person reads them; may be empty.
        names: Its other names in both languages, for a search.
        facts: What is said of it alone: no relation to another node.
    """

    iri: str
    label: str
    kind: str
    types: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


class Fact(NamedTuple):
    """One thing that claims say of a node.

    Attributes:
        label: Of the property.
        value: A literal's text or a label.
        standing: Code of the surest standing.
        claims: IRIs of the claims; keys of the scene's citations.
    """

    label: str
    value: str
    standing: str
    claims: tuple[str, ...]
    disputed: bool = False


class Edge(NamedTuple):
    """A relation between two nodes.

    Attributes:
        source: IRI of the node it leads from; ``target`` that of the other.
        label: Of the relation.
        sentence: What it says, beginning with the source.
        standing: Code of the surest standing; empty where no claim says it.
        claims: IRIs of claims and derivations; keys of the scene's citations.
        disputed: Whether only disputed claims say it.
        key: Tells it from others between the same nodes.
    """

    source: str
    target: str
    label: str
    sentence: str
    standing: str
    claims: tuple[str, ...]
    disputed: bool = False
    key: str = ""


class Scene(NamedTuple):
    """A picture's content, before any place on paper.

    Attributes:
        nodes: In the order of their IRIs.
        edges: In the order of source, target and key.
        shown: IRIs of the nodes shown at first, the nearest to ``focus`` first.
        focus: IRIs of the entities asked for; empty where the whole graph was.
        citations: What stands behind a claim or derivation, by its IRI; a derivation's
            premises are among them.
        standings: Label of each standing, by its code.
        left_out: How many nodes a limit kept out.
    """

    title: str
    summary: str
    language: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shown: tuple[str, ...]
    focus: tuple[str, ...]
    citations: Mapping[str, Citation]
    standings: Mapping[str, str]
    left_out: int = 0
