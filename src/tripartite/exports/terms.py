"""One order and one set of names for the terms of an export, whatever its input's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from tripartite.curie import CHARACTERS, DOCUMENT, split_passage
from tripartite.errors import UnsupportedFormatError
from tripartite.vocabulary import PREFIXES, RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tripartite.model import Term

Node: TypeAlias = NamedNode | BlankNode | Triple | DefaultGraph
Key: TypeAlias = tuple[object, ...]


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Return the distinct quads sorted; blank nodes named by what is said of them."""
    return sorted(distinct(quads), key=_key)


def distinct(quads: Iterable[Quad]) -> Collection[Quad]:
    """Return the quads as they come, blank nodes named by what is said of them."""
    found = dict.fromkeys(quads)
    # The engine spells them all before Python has looked at a tenth of their terms.
    if "_:" not in written(found, RdfFormat.N_QUADS) or not any(map(_has_blank_node, found)):
        return found.keys()
    dataset = Dataset(found)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return tuple(dataset)


def as_quads(statements: Iterable[Quad | Triple]) -> Iterator[Quad]:
    """Put triples into the default graph."""
    for statement in statements:
        yield statement if isinstance(statement, Quad) else Quad(*statement)


def term_key(term: Term) -> Key:
    """Order IRIs before literals, and passages by their place in the document."""
    if isinstance(term, NamedNode):
        slug, start, end = split_passage(term.value) or ("", 0, 0)
        return (0, f"{DOCUMENT}{slug}{CHARACTERS}" if slug else term.value, start, end)
    if isinstance(term, Literal):
        return (2, term.value, term.language or "", term.datatype.value)
    return (1, str(term))


def node_key(node: Node) -> Key:
    """Order graph names and subjects, the default graph first."""
    return (-1,) if isinstance(node, DefaultGraph) else term_key(node)


def subject_key(triple: Triple | Quad) -> Key:
    """Order triples by subject, its type first, then predicate and object."""
    predicate = triple.predicate
    is_type = predicate == RDF_TYPE
    return (term_key(triple.subject), not is_type, predicate.value, term_key(triple.object))


def passage_prefixes(quads: Iterable[Quad], taken: Mapping[str, str] = PREFIXES) -> dict[str, str]:
    """Return ``{slug: IRI#char=}`` of each document with a passage here, if it is not taken."""
    slugs = (
        passage[0]
        for quad in quads
        for term in (quad.subject, quad.object)
        if isinstance(term, NamedNode) and (passage := split_passage(term.value))
    )
    return {slug: f"{DOCUMENT}{slug}{CHARACTERS}" for slug in sorted(set(slugs) - taken.keys())}


def refuse_graphs(quads: Iterable[Quad], form: str) -> None:
    """Refuse named graphs in a format that has none.

    Raises:
        UnsupportedFormatError: A quad stands in a named graph.
    """
    default = DefaultGraph()
    if any(quad.graph_name != default for quad in quads):
        raise UnsupportedFormatError(
            "not-for-this-result", format=form, known="trig, nquads, jsonld"
        )


def written(
    statements: Iterable[Quad] | Iterable[Triple],
    form: RdfFormat,
    prefixes: Mapping[str, str] | None = None,
) -> str:
    """Return what the engine writes, in the order given."""
    text = serialize(statements, format=form, prefixes=dict(prefixes or {}))
    return (text or b"").decode()  # None only where a file is given


def _has_blank_node(quad: Quad) -> bool:
    return any(isinstance(term, BlankNode) for term in quad)


def _key(quad: Quad) -> Key:
    return (node_key(quad.graph_name), subject_key(quad))
