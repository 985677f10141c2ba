"""JSON-LD: a whole dataset with readable keys or expanded, or entities in a frame."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NoReturn

from pyld import jsonld  # type: ignore[import-untyped]  # it ships no types
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat

from tripartite.errors import UnreadableFileError, UnsupportedFormatError
from tripartite.exports import facts, nodes
from tripartite.exports.compaction import UnlearnedError, ordered
from tripartite.exports.terms import as_quads, distinct, in_order, refuse_graphs, written
from tripartite.garbage import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Quad, Triple

    from tripartite.model import Term

# Numbers keep their lexical form: as JSON numbers, 1.50 and 1.5 would become one.
_EXACT: Final[Mapping[str, object]] = {"useNativeTypes": False}


def as_compact(statements: Iterable[Quad | Triple], context: Mapping[str, object]) -> str:
    """Write all quads, a named graph as an object with ``@graph``.

    Args:
        statements: In any order; the same ones give the same bytes.
        context: A context document, ``{"@context": …}``; it is written out.

    Raises:
        UnreadableFileError: The context names another one, which only the network has.
    """
    inner = context["@context"]
    quads = distinct(as_quads(statements))
    try:
        with uncollected():
            return nodes.written(facts.by_graph(quads), inner)
    except UnlearnedError:
        return by_pyld(quads, lambda expanded: jsonld.compact(expanded, inner, _options()))


def as_expanded(statements: Iterable[Quad | Triple]) -> str:
    """Write all quads with whole IRIs and no context, sorted, without a line for each."""
    return written(in_order(as_quads(statements)), RdfFormat.JSON_LD)


def as_framed(
    statements: Iterable[Quad | Triple],
    context: Mapping[str, object],
    frame: Mapping[str, object],
) -> str:
    """Write the nodes that match ``frame``, shaped as it says.

    Args:
        statements: In any order; the same ones give the same bytes.
        context: A context document, ``{"@context": …}``; it is written out.
        frame: A frame document; the context it names itself is not looked up.

    Raises:
        UnsupportedFormatError: There are named graphs; a frame sees one graph.
        UnreadableFileError: The context names another one, which only the network has.
    """
    quads = tuple(as_quads(statements))
    refuse_graphs(quads, "jsonld-framed")
    whole = {**frame, "@context": context["@context"]}
    return by_pyld(quads, lambda expanded: jsonld.frame(expanded, whole, _options()))


def by_pyld(
    statements: Iterable[Quad | Triple], shape: Callable[[object], dict[str, object]]
) -> str:
    """Write what ``shape``, one of pyld's algorithms, makes of the expanded statements.

    Raises:
        UnreadableFileError: A context names another one, which only the network has.
        UnsupportedFormatError: A literal is said to be JSON, and is none.
    """
    dataset = _dataset(in_order(as_quads(statements)))
    try:
        expanded = jsonld.from_rdf(dataset, dict(_EXACT))
    except jsonld.JsonLdError as error:  # a literal of ``rdf:JSON`` that is none
        raise UnsupportedFormatError(
            "not-for-this-result", format="jsonld", known="ntriples, nquads, trig"
        ) from error
    try:
        shaped = shape(expanded)
    except jsonld.JsonLdError as error:
        cause = _refusal(error)
        if cause is None:
            raise
        raise cause from error
    context = {"@context": shaped.pop("@context")} if "@context" in shaped else {}
    return json.dumps({**context, **ordered(shaped)}, ensure_ascii=False, indent=2) + "\n"


def _dataset(quads: Iterable[Quad]) -> dict[str, list[dict[str, object]]]:
    """Return what pyld makes of N-Quads, whose escapes it would misread."""
    graphs: dict[str, list[dict[str, object]]] = {}
    for quad in quads:
        described = isinstance(quad.graph_name, DefaultGraph)
        name = "@default" if described else _node(quad.graph_name)["value"]
        graphs.setdefault(name, []).append(
            {
                "subject": _node(quad.subject),
                "predicate": _node(quad.predicate),
                "object": _node(quad.object),
            }
        )
    return graphs


def _node(term: Term | DefaultGraph) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "IRI", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "blank node", "value": str(term)}
    if not isinstance(term, Literal):
        raise UnsupportedFormatError(
            "not-for-this-result", format="jsonld", known="ntriples, nquads, trig"
        )
    language = {"language": term.language} if term.language else {}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value, **language}


def _options() -> dict[str, object]:
    return {"documentLoader": _refuse}


def _refuse(url: str, _options: object) -> NoReturn:
    raise UnreadableFileError("not-read", path=url, why="only bundled contexts are used")


def _refusal(error: BaseException | None) -> UnreadableFileError | None:
    """Find our own refusal below what pyld wrapped around it."""
    while error is not None and not isinstance(error, UnreadableFileError):
        error = getattr(error, "cause", None) or error.__cause__ or error.__context__
    return error
