"""What VoID counts: triples, partitions by class and property, links to other vocabularies.

Source: Describing Linked Datasets with the VoID Vocabulary (W3C, 2011), sections 4.6 and 5.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.curie import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tripartite.model import Term

_MAPPINGS: Final = tuple(
    NamedNode(f"{v.STANDARDS['skos']}{name}Match")
    for name in ("exact", "close", "broad", "narrow", "related")
)
# What is said of a code list, and how a catalogue says it.
_OF_A_SCHEME: Final = {
    v.SKOS_PREF_LABEL: NamedNode(f"{v.STANDARDS['dcterms']}title"),
    NamedNode(f"{v.STANDARDS['dcterms']}source"): NamedNode(f"{v.STANDARDS['dcterms']}source"),
}
_NAMES: Final = {namespace: name for name, namespace in v.PREFIXES.items()}


def counted(node: NamedNode, triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield how many triples, subjects and objects a part of the data set has."""
    found = set(triples)
    yield number(node, "triples", found)
    yield number(node, "distinctSubjects", {triple.subject for triple in found})
    yield number(node, "distinctObjects", {triple.object for triple in found})


def structure(whole: NamedNode, facts: Iterable[Triple]) -> Iterator[Triple]:
    """Yield entities, classes, properties, the vocabularies used and the documents read."""
    subjects = {t.subject for t in facts if isinstance(t.subject, NamedNode)}
    classes = {t.object for t in facts if t.predicate == v.RDF_TYPE}
    properties = {t.predicate for t in facts}
    documents = {t.subject for t in facts if t.object == v.SOURCE_DOCUMENT}
    spaces = {_space(term) for term in (*classes, *properties)}
    yield Triple(whole, void("uriSpace"), Literal(v.BASE))
    yield number(whole, "entities", {s for s in subjects if s.value.startswith(v.BASE)})
    yield number(whole, "classes", classes)
    yield number(whole, "properties", properties)
    yield from (Triple(whole, void("vocabulary"), NamedNode(space)) for space in spaces if space)
    yield from (Triple(whole, _dcterms("source"), document) for document in documents)


def partitions(whole: NamedNode, facts: Iterable[Triple]) -> Iterator[Triple]:
    """Yield a part for each property and each class; instances by the type that is written."""
    by_property: dict[NamedNode, list[Triple]] = defaultdict(list)
    by_subject: dict[Term, list[Triple]] = defaultdict(list)
    members: dict[Term, list[Term]] = defaultdict(list)
    for triple in facts:
        by_property[triple.predicate].append(triple)
        by_subject[triple.subject].append(triple)
        if triple.predicate == v.RDF_TYPE:
            members[triple.object].append(triple.subject)
    for name, triples in by_property.items():
        part = _part(whole, "property", name)
        yield Triple(whole, void("propertyPartition"), part)
        yield Triple(part, void("property"), name)
        yield from counted(part, triples)
    for cls, instances in members.items():
        part = _part(whole, "class", cls)
        yield Triple(whole, void("classPartition"), part)
        yield Triple(part, void("class"), cls)
        yield number(part, "entities", instances)
        yield number(part, "triples", [t for one in instances for t in by_subject[one]])


def linksets(whole: NamedNode, facts: Sequence[Triple]) -> Iterator[Triple]:
    """Yield a linkset for each kind of mapping and each vocabulary or code list it leads to."""
    links: dict[tuple[NamedNode, str], list[Triple]] = defaultdict(list)
    for triple in facts:
        if triple.predicate in _MAPPINGS and _space(triple.object) != _space(triple.subject):
            links[triple.predicate, _space(triple.object)].append(triple)
    for (predicate, space), triples in links.items():
        kind = predicate.value.rpartition("#")[2]
        node = _part(whole, f"linkset-{kind}", NamedNode(space))
        target = _part(whole, "target", NamedNode(space))
        yield Triple(whole, void("subset"), node)
        yield Triple(node, v.RDF_TYPE, void("Linkset"))
        yield Triple(node, void("linkPredicate"), predicate)
        yield Triple(node, void("subjectsTarget"), whole)
        yield Triple(node, void("objectsTarget"), target)
        yield from counted(node, triples)
        yield Triple(target, v.RDF_TYPE, void("Dataset"))
        yield Triple(target, void("uriSpace"), Literal(space))
        scheme = NamedNode(space.rstrip("/#"))
        said = [t for t in facts if t.subject == scheme and t.predicate in _OF_A_SCHEME]
        yield from (Triple(target, _OF_A_SCHEME[t.predicate], t.object) for t in said)


def number(node: NamedNode, name: str, things: Iterable[object]) -> Triple:
    """Return one of VoID's numbers: how many things there are."""
    return Triple(node, void(name), Literal(sum(1 for _ in things)))


def _part(whole: NamedNode, kind: str, term: Term) -> NamedNode:
    """Name a part after what it is about: ``#class-tp-Project``, ``#target-https-schema-org``."""
    iri = term.value if isinstance(term, NamedNode) else str(term)
    name = _NAMES.get(iri) or shorten(NamedNode(iri))
    return NamedNode(f"{whole.value}#{kind}-{re.sub('[^A-Za-z0-9]+', '-', name).strip('-')}")


def _space(term: Term) -> str:
    """Return the namespace of an IRI, up to its last ``/`` or ``#``; empty for a literal."""
    if not isinstance(term, NamedNode):
        return ""
    return term.value[: max(term.value.rfind("/"), term.value.rfind("#")) + 1]


def void(name: str) -> NamedNode:
    """Return a term of VoID."""
    return NamedNode(f"{v.STANDARDS['void']}{name}")


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['dcterms']}{name}")
