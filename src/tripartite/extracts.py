"""What an export holds: the quads of a choice of graphs, and one table a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.errors import UnknownNameError
from tripartite.model import Table
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from tripartite.build.materialise import Choice
    from tripartite.model import Cell
    from tripartite.store import EmbeddedStore, GraphStore

GRAPHS = ("default", "claims", "all")
_SEPARATOR = "; "


def extract(store: GraphStore, graph: str, contacts: Path | None = None) -> tuple[Quad, ...]:
    """Return the quads of ``graph``, one of ``GRAPHS``.

    Args:
        store: The build, or a graph of the claims that a question chooses.
        graph: Which of its graphs.
        contacts: The file of personal claims to add, of the documents that the store has.

    Raises:
        UnknownNameError: There is no such choice.
    """
    if graph not in GRAPHS:
        known = ", ".join(GRAPHS)
        raise UnknownNameError(
            "unknown-format", name=graph, known=known, nearest=nearest(graph, GRAPHS)
        )
    quads = list(store.quads(None, None, None, DefaultGraph() if graph == "default" else None))
    if contacts:
        personal = _of_documents(store, list(parse(path=str(contacts), format=RdfFormat.N_QUADS)))
        quads += personal
        quads += (Quad(q.subject, q.predicate, q.object) for q in personal)
    if graph == "default":
        quads = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    elif graph == "claims":
        quads = [quad for quad in quads if _is_claim(quad.graph_name)]
    return tuple(dict.fromkeys(quads))


def annotated(
    store: EmbeddedStore, graph: str, contacts: Path | None, choice: Choice | None = None
) -> tuple[Quad, ...]:
    """Return the quads of ``graph`` for a format that tells a fact from a mere claim.

    In the default graph stands what is asserted; a named graph is a claim or a derivation.
    ``default`` has the accepted ones; ``claims`` has every claim, its description and the labels
    of what it names, and of the facts those that a claim makes; ``all`` has everything.

    Raises:
        UnknownNameError: There is no such choice.
    """
    claims = extract(store, graph, contacts)
    if graph == "all":
        return claims
    quads = extract(store, "all", contacts)
    facts = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    if graph == "default":
        doubtful = _not_accepted(facts, choice)
        return tuple(quad for quad in quads if quad.graph_name not in doubtful)
    return (*claims, *_around(claims, facts))


def by_class(store: EmbeddedStore, language: str) -> Mapping[str, Table]:
    """Return a table a class, keyed by the class's label; columns are labels too."""
    members: dict[NamedNode, list[NamedNode]] = {}
    for quad in store.quads(None, v.RDF_TYPE, None, DefaultGraph()):
        entity, cls = quad.subject, quad.object
        if not (isinstance(entity, NamedNode) and isinstance(cls, NamedNode)):
            continue
        if _kind(entity) in v.KINDS:
            members.setdefault(cls, []).append(entity)
    labels = _Labels(store, language)
    named = sorted((labels.of(cls), cls) for cls in members)
    return {name: _table(store, sorted(members[cls], key=str), labels) for name, cls in named}


class _Labels:
    """Labels of terms in one language, looked up once each."""

    def __init__(self, store: EmbeddedStore, language: str) -> None:
        self._store = store
        self._language = language
        self._known: dict[NamedNode, str] = {}

    def of(self, term: Cell) -> str:
        if not isinstance(term, NamedNode):
            return term.value if isinstance(term, Literal) else ""
        if term not in self._known:
            label = self._store.text(term, v.RDFS_LABEL, self._language)
            self._known[term] = label or shorten(term)
        return self._known[term]


def _table(store: EmbeddedStore, entities: list[NamedNode], labels: _Labels) -> Table:
    found: list[dict[str, list[Cell]]] = []
    for entity in entities:
        values: dict[str, list[Cell]] = {}
        for quad in store.quads(entity, None, None, DefaultGraph()):
            if quad.predicate not in (v.RDF_TYPE, v.RDFS_LABEL, v.EDITORIAL_LABEL):
                values.setdefault(labels.of(quad.predicate), []).append(quad.object)
        found.append(values)
    properties = sorted({name for values in found for name in values})
    rows = (
        (
            entity,
            Literal(labels.of(entity)),
            *(_joined(values.get(name, []), labels) for name in properties),
        )
        for entity, values in zip(entities, found, strict=True)
    )
    return Table(("entity", "label", *properties), tuple(rows))


def _joined(values: list[Cell], labels: _Labels) -> Cell:
    """Return one value as it is, several as their labels in one text."""
    if len(values) == 1 and isinstance(values[0], Literal):
        return values[0]
    texts = sorted(labels.of(value) for value in values)
    return Literal(_SEPARATOR.join(texts)) if texts else None


def _not_accepted(facts: Iterable[Quad], choice: Choice | None) -> set[object]:
    """Return the claims that the default graph keeps out."""
    accepted = {v.INFERRED} | (choice.standings if choice else {v.STATED, v.EDITORIAL})
    disputed = None if choice and choice.disputed else v.DISPUTED
    return {
        quad.subject
        for quad in facts
        if (quad.predicate == v.STANDING and quad.object not in accepted)
        or (quad.predicate == v.VERDICT and quad.object == disputed)
    }


def _of_documents(store: GraphStore, contacts: list[Quad]) -> list[Quad]:
    """Return the personal claims whose documents the store knows."""
    unknown = {
        quad.subject
        for quad in contacts
        if quad.predicate == v.PASSAGE and isinstance(quad.object, NamedNode)
        if not any(store.quads(NamedNode(quad.object.value.partition("#")[0])))
    }
    return [q for q in contacts if q.subject not in unknown and q.graph_name not in unknown]


def _around(claimed: Collection[Quad], facts: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the facts among ``claimed``, the claims' descriptions, and labels."""
    triples = {quad.triple for quad in claimed}
    claims = {quad.graph_name for quad in claimed}
    named = {term for quad in claimed for term in (quad.subject, quad.predicate, quad.object)}
    for fact in facts:
        is_label = fact.predicate == v.RDFS_LABEL and fact.subject in named
        if fact.subject in claims or is_label or fact.triple in triples:
            yield fact


def _is_claim(graph: object) -> bool:
    return isinstance(graph, NamedNode) and graph.value.startswith(f"{v.BASE}claim/")


def _kind(iri: NamedNode) -> str:
    return iri.value.removeprefix(v.BASE).partition("/")[0] if iri.value.startswith(v.BASE) else ""
