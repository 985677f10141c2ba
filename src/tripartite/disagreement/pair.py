"""Two figures that a person names: found in the graph, then compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import resolve
from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.disagreement.comparison import Comparison, compare_sums
from tripartite.disagreement.figures import Figure, read
from tripartite.disagreement.wording import Wording
from tripartite.errors import AmbiguousNameError, UnknownNameError
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.store import EmbeddedStore

COLUMNS: Final = (
    "figure",
    "value",
    "claim",
    "relation",
    "because",
    "other",
    "otherValue",
    "otherClaim",
)
_MEASURE = v.tp("measure")
_RESTATES = v.tp("restates")
_CLAIMS = f"{v.BASE}claim/"


def compare(store: EmbeddedStore, first: str, second: str, language: str) -> Table:
    """Return how one figure stands to another, with everything that forbids to compare them.

    Raises:
        UnknownNameError: Nothing has this name, or no figure is about what has it.
        AmbiguousNameError: Several entities have this name, or several figures are about it.
    """
    words = Wording(store, language)
    ours, theirs = (_named(store, name, words) for name in (first, second))
    compared = comparison(store, ours, theirs)
    relation = words.name(v.entity("comparison", compared.relation))
    reasons = words.reasons(compared.reasons)
    one, other = ((iri, Literal(words.figure(iri)), _claim(store, iri)) for iri in (ours, theirs))
    return Table(COLUMNS, ((*one, Literal(relation), Literal(reasons), *other),))


def comparison(store: EmbeddedStore, first: NamedNode, second: NamedNode) -> Comparison:
    """Compare two figures by their IRIs.

    Raises:
        UnknownNameError: One of them is no figure.
    """
    return compare_sums(_expressions(store, first), _expressions(store, second))


def relation(store: EmbeddedStore, first: object, second: object) -> NamedNode | None:
    """Return the code of the comparison list for ``tp:compare``; unbound for what is no figure."""
    if not (isinstance(first, NamedNode) and isinstance(second, NamedNode)):
        return None
    try:
        return v.entity("comparison", comparison(store, first, second).relation)
    except UnknownNameError:
        return None


def _expressions(store: EmbeddedStore, iri: NamedNode) -> tuple[Figure, ...]:
    """Return a figure, then what gives the same sum in another currency."""
    figure = _read(store, iri)
    sources = [figure.restates] if figure.restates else []
    whole = sources[0] if sources else iri
    others = (quad.subject for quad in store.quads(None, _RESTATES, whole))
    sources += (node for node in others if isinstance(node, NamedNode) and node != iri)
    return (figure, *(_read(store, node) for node in sorted(set(sources), key=str)))


def _read(store: EmbeddedStore, iri: NamedNode) -> Figure:
    quads = (quad for quad in store.quads(iri) if isinstance(quad.graph_name, NamedNode))
    figure = read(iri, [(quad.predicate, quad.object) for quad in quads])
    if figure is None:
        raise UnknownNameError("no-figure", name=shorten(iri))
    return figure


def _named(store: EmbeddedStore, name: str, words: Wording) -> NamedNode:
    """Return the figure of this IRI or CURIE, of this claim, or about this entity."""
    entity = resolve.entity(store, name)
    if any(True for _ in store.quads(entity, _MEASURE)):
        return entity
    linked = (*store.quads(None, None, entity), *store.quads(None, None, None, entity))
    subjects = {quad.subject for quad in linked if isinstance(quad.subject, NamedNode)}
    figures = sorted((s for s in subjects if any(store.quads(s, _MEASURE))), key=shorten)
    if not figures:
        raise UnknownNameError("no-figure", name=name)
    if len(figures) > 1:
        listed = "".join(f"\n  {shorten(f)}  {words.figure(f)}" for f in figures)
        raise AmbiguousNameError("ambiguous-figure", name=name, candidates=listed)
    return figures[0]


def _claim(store: EmbeddedStore, figure: NamedNode) -> NamedNode | None:
    """Return the claim that gives a figure its measure: a person sees its standing and words."""
    graphs = (quad.graph_name for quad in store.quads(figure, _MEASURE))
    claims = (g for g in graphs if isinstance(g, NamedNode) and g.value.startswith(_CLAIMS))
    return min(claims, key=str, default=None)
