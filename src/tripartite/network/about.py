"""What is said of a node alone: values, codes, and figures that join it to no other node."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.network import contraction, kinds
from tripartite.network.facts import literal
from tripartite.periods import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Facts, Source
    from tripartite.network.projection import Network


class Attribute(NamedTuple):
    """One thing said of a node.

    Attributes:
        label: Of the property, or of what a figure measures.
        value: As a person reads it.
        sources: Claims and derivations that say it, the surest first.
    """

    label: str
    value: str
    sources: tuple[Source, ...]


def attributes(
    said: Facts, network: Network, language: str, include: Collection[str] = ()
) -> Mapping[str, tuple[Attribute, ...]]:
    """Return what is said of each node of a network that is no relation in it, sorted.

    Args:
        said: What the network was made of.
        network: Its nodes are asked about.
        language: Of labels.
        include: As the network was made with.
    """
    store = said.store

    @cache
    def label(iri: NamedNode) -> str:
        return store.text(iri, v.RDFS_LABEL, language) or shorten(iri)

    found: dict[str, list[Attribute]] = {}
    contracted: dict[NamedNode, list[tuple[Triple, list[Source]]]] = {}
    for triple, sources in said.chosen(include).items():
        subject, value = triple.subject, triple.object
        if not isinstance(subject, NamedNode) or triple.predicate in contraction.DERIVED:
            continue
        if kinds.kind(subject) in kinds.CONTRACTED:
            contracted.setdefault(subject, []).append((triple, sources))
        elif subject.value in network and not _joins(value, network):
            if triple.predicate in contraction.PERIODS:
                claims = [source.iri for source in sources]
                text = told(store, claims, literal(triple), language)
            else:
                text = _plain(label(value)) if isinstance(value, NamedNode) else literal(triple)
            found.setdefault(subject.value, []).append(
                Attribute(label(triple.predicate), text, tuple(sources))
            )
    for node, said_of_it in _alone(contracted.values(), network):
        attribute = _attribute(said_of_it, node, label, language)
        found.setdefault(node, []).append(attribute)
    return {node: tuple(sorted(set(each), key=_order)) for node, each in found.items()}


def _plain(text: str) -> str:
    """Return what a person writes for an address that has no label: without brackets, scheme."""
    return text.strip("<>").removeprefix("mailto:").removeprefix("tel:")


def _joins(value: object, network: Network) -> bool:
    return isinstance(value, NamedNode) and value.value in network


def _alone(
    every: Collection[list[tuple[Triple, list[Source]]]], network: Network
) -> Iterator[tuple[str, list[tuple[Triple, list[Source]]]]]:
    """Yield what a figure, a post or a status says where it names one node only, with the node."""
    for facts in every:
        named = {t.object.value for t, _ in facts if isinstance(t.object, NamedNode)}
        nodes = [iri for iri in sorted(named) if iri in network]
        if len(nodes) == 1:
            yield nodes[0], facts


def _attribute(
    facts: list[tuple[Triple, list[Source]]],
    node: str,
    label: contraction.Label,
    language: str,
) -> Attribute:
    others = [
        (t, sources)
        for t, sources in facts
        if t.predicate != v.RDF_TYPE and t.object != NamedNode(node)
    ]
    heading, text = contraction.saying(others, label, language)
    classes = (t.object for t, _ in facts if t.predicate == v.RDF_TYPE)
    kind = next((label(term) for term in classes if isinstance(term, NamedNode)), "")
    sources = dict.fromkeys(source for _, each in facts for source in each)
    return Attribute(heading or kind, text, tuple(sources))


def _order(attribute: Attribute) -> tuple[str, str, str]:
    return attribute.label, attribute.value, str(attribute.sources)
