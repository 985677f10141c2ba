"""From triples to a network of named entities, each relation with its standing and proof.

What is a node and what is contracted, and why, is in ``docs/network.md``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import networkx as nx
from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten, split_passage
from tripartite.network import contraction, kinds
from tripartite.network.contraction import Relation
from tripartite.network.facts import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Facts, Source
    from tripartite.network.kinds import Nodes
    from tripartite.store import EmbeddedStore

    Network = nx.MultiDiGraph[str]

_CONTEXT: Final = v.tp("mentionsAsContext")


def project(said: Facts, language: str, nodes: Nodes, include: Collection[str] = ()) -> Network:
    """Return the network of named entities, nodes and edges in the order of their IRIs.

    A node is an IRI with the attributes ``label``, ``kind``, ``types``; an edge has ``label``,
    ``predicate``, ``standing``, ``standings``, ``disputed``, ``claims``, ``derived``,
    ``proofs``, ``detail``, ``via``, ``phrase``.

    Args:
        said: What the graph's claims say.
        language: Of the labels.
        nodes: What is a node beside the entities.
        include: ``implied`` and ``disputed`` add the relations that only such claims state.
    """
    store = said.store

    @cache
    def label(iri: NamedNode) -> str:
        return store.text(iri, v.RDFS_LABEL, language) or shorten(iri)

    known = said.chosen(include)
    found = sorted(_relations(store, known, nodes, label, language), key=_order)
    network: Network = nx.MultiDiGraph()
    entities = {iri for iri in _labelled(store) if nodes.stands_alone(iri)}
    ends = {end for relation in found for end in (relation.subject, relation.object)}
    named = {NamedNode(iri) for iri in nodes.named}
    for iri in sorted(entities | ends | named, key=str):
        network.add_node(iri.value, **described(store, iri, label))
    for relation in found:
        network.add_edge(
            relation.subject.value,
            relation.object.value,
            key=" ".join(shorten(iri) for iri in (relation.predicate, relation.via) if iri),
            **attributes(relation, label),
        )
    return network


def _relations(
    store: EmbeddedStore,
    known: Mapping[Triple, list[Source]],
    nodes: Nodes,
    label: contraction.Label,
    language: str,
) -> Iterator[Relation]:
    contracted: dict[NamedNode, contraction.Facts] = {}
    for triple, sources in known.items():
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, NamedNode):
            continue
        if kinds.kind(subject) in kinds.CONTRACTED:
            if predicate != v.RDF_TYPE:
                contracted.setdefault(subject, []).append((triple, sources))
        elif isinstance(value, NamedNode) and _is_relation(triple, nodes):
            phrase = predicate.value.rpartition("#")[2].rpartition("/")[2]
            yield Relation(subject, predicate, value, tuple(sources), phrase)
    yield from contraction.relations(contracted, nodes, label, language)
    if nodes.have("provenance") or any(kinds.is_document(iri) for iri in nodes.named):
        yield from _mentions(store, known, nodes)


def _is_relation(triple: Triple, nodes: Nodes) -> bool:
    """Tell whether a triple joins two nodes, and not only names one as context."""
    ends = {end for end in (triple.subject, triple.object) if isinstance(end, NamedNode)}
    is_context = triple.predicate == _CONTEXT and not nodes.have("background")
    return len(ends) > 1 and not is_context and all(nodes.has(end) for end in ends)


def _mentions(
    store: EmbeddedStore, known: Mapping[Triple, list[Source]], nodes: Nodes
) -> Iterator[Relation]:
    """Yield, for each subject of a claim, the document that speaks of it."""
    found: dict[tuple[NamedNode, NamedNode], list[Source]] = {}
    for triple, sources in known.items():
        subject = triple.subject
        if not (isinstance(subject, NamedNode) and nodes.has(subject)):
            continue
        for source in sources:
            passages = (split_passage(str(t)[1:-1]) for t in store.objects(source.iri, v.PASSAGE))
            for slug in {passage[0] for passage in passages if passage}:
                document = v.entity("document", slug)
                if nodes.has(document):
                    found.setdefault((subject, document), []).append(source)
    for (subject, document), sources in found.items():
        every = tuple(dict.fromkeys(sources))
        yield Relation(subject, v.PROV_DERIVED_FROM, document, every, "wasDerivedFrom")


def described(store: EmbeddedStore, iri: NamedNode, label: contraction.Label) -> dict[str, object]:
    """Return the attributes of a node."""
    types = sorted({label(t) for t in store.objects(iri, v.RDF_TYPE) if isinstance(t, NamedNode)})
    return {"label": label(iri), "kind": kinds.kind(iri), "types": tuple(types)}


def attributes(relation: Relation, label: contraction.Label) -> dict[str, object]:
    """Return the attributes of an edge that a relation makes."""
    standings = {source.standing for source in relation.sources}
    ranked = tuple(code for code in STANDINGS if code in standings)
    proofs = tuple(proof for source in relation.sources for proof in _proofs(source))
    return {
        "predicate": relation.predicate.value,
        "label": label(relation.predicate),
        "standing": ranked[0] if ranked else "",
        "standings": ranked,
        "disputed": all(source.disputed for source in relation.sources),
        "claims": tuple(dict.fromkeys(claim for claim, _, _ in proofs)),
        "derived": any(derivation for _, _, derivation in proofs),
        "proofs": proofs,
        "detail": relation.detail,
        "via": relation.via.value if relation.via else "",
        "phrase": relation.phrase,
    }


def _proofs(source: Source) -> Iterator[tuple[str, str, str]]:
    """Yield a claim, its standing, and the derivation that rests on it, if there is one."""
    if not source.premises:
        yield source.iri.value, source.standing, ""
    for premise in source.premises:
        yield premise.value, source.standing, source.iri.value


def _labelled(store: EmbeddedStore) -> Iterable[NamedNode]:
    quads = store.quads(None, v.RDFS_LABEL, None, DefaultGraph())
    return (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))


def _order(relation: Relation) -> tuple[str, ...]:
    return tuple(str(t) for t in (relation.subject, relation.object, *relation[1:2], relation.via))
