"""From a part of the network to a scene: sentences, facts, and the proof of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.messages import say
from tripartite.naming import other_names
from tripartite.network import about
from tripartite.network.facts import STANDINGS
from tripartite.network.phrasing import sentence
from tripartite.pictures.graph.scene import Edge, Fact, Node, Scene

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tripartite.documents.citations import Citations
    from tripartite.model import Citation
    from tripartite.network.about import Attribute
    from tripartite.network.facts import Facts
    from tripartite.network.projection import Network
    from tripartite.pictures.graph.choosing import Part
    from tripartite.store import EmbeddedStore


def describe(store: EmbeddedStore, part: Part, citations: Citations, language: str) -> Scene:
    """Return the scene of a part of the network, without facts of single nodes.

    Args:
        store: Gives the labels of standings.
        part: What is drawn.
        citations: Gives the passages of each claim.
        language: Of every text; also that of the network's labels.
    """
    network = part.network
    nodes = tuple(
        Node(
            iri,
            data["label"],
            data["kind"],
            data["types"],
        )
        for iri, data in network.nodes(data=True)
    )
    edges = tuple(_edges(network, language))
    focus = [network.nodes[iri]["label"] for iri in part.focus]
    return Scene(
        title=_title(focus, language),
        summary=summary(nodes, edges, part.left_out, language),
        language=language,
        nodes=nodes,
        edges=edges,
        shown=part.order,
        focus=part.focus,
        citations=_cited((edge.claims for edge in edges), citations),
        standings={
            code: store.text(v.entity("standing", code), v.RDFS_LABEL, language)
            for code in STANDINGS
        },
        left_out=part.left_out,
    )


def furnish(
    scene: Scene, said: Facts, network: Network, citations: Citations, include: Collection[str]
) -> Scene:
    """Return a scene with what is said of each node alone, and the node's other names.

    Args:
        scene: As ``describe`` returned it.
        said: What the network was made of.
        network: The scene's own.
        citations: Gives the passages of each claim.
        include: As the network was made with.
    """
    facts = about.attributes(said, network, scene.language, include)
    nodes = tuple(
        node._replace(
            names=other_names(said.store, NamedNode(node.iri), node.label),
            facts=tuple(map(_fact, facts.get(node.iri, ()))),
        )
        for node in scene.nodes
    )
    cited = _cited((fact.claims for node in nodes for fact in node.facts), citations)
    return scene._replace(nodes=nodes, citations={**scene.citations, **cited})


def summary(nodes: tuple[Node, ...], edges: tuple[Edge, ...], left_out: int, language: str) -> str:
    """Return how much the picture shows, and by which standing."""
    by_standing = Counter(edge.standing for edge in edges)
    parts = [
        say(f"edges-{code or 'unproved'}", language, count=by_standing[code])
        for code in (*STANDINGS, "")
        if by_standing[code]
    ]
    comma = say("list-comma", language)
    counted = say("scene-counts", language, nodes=len(nodes), edges=len(edges))
    details = say("scene-standings", language, parts=comma.join(parts)) if parts else ""
    cut = say("scene-left-out", language, count=left_out) if left_out else ""
    return f"{counted}{details}{cut}"


def _title(focus: list[str], language: str) -> str:
    if not focus:
        return say("scene-whole", language)
    return say("scene-around", language, names=say("list-comma", language).join(focus))


def _edges(network: Network, language: str) -> Iterable[Edge]:
    for start, end, key, data in network.edges(keys=True, data=True):
        yield Edge(
            start,
            end,
            _label(data, language),
            sentence(network, start, end, {**data, "forward": True}, language),
            data["standing"],
            _sources(data),
            data["disputed"],
            key,
        )


def _label(edge: Mapping[str, Any], language: str) -> str:
    """Return the few words that stand on a line: a post or a figure says more than its property."""
    if edge["phrase"] == "member":
        return say("edge-member", language)
    return str(edge["detail"] or edge["label"])


def _sources(edge: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the claims that say an edge; a derivation in place of what it rests on."""
    return tuple(dict.fromkeys(derivation or claim for claim, _, derivation in edge["proofs"]))


def _fact(attribute: Attribute) -> Fact:
    sources = attribute.sources
    return Fact(
        attribute.label,
        attribute.value,
        sources[0].standing if sources else "",
        tuple(source.iri.value for source in sources),
        bool(sources) and all(source.disputed for source in sources),
    )


def _cited(claims: Iterable[tuple[str, ...]], citations: Citations) -> Mapping[str, Citation]:
    every = dict.fromkeys(NamedNode(claim) for each in claims for claim in each)
    return {citation.claim.value: citation for citation in citations.cite(every)}
