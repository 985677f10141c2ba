"""The query evaluation tests of the W3C's SPARQL 1.1 suite, as their manifests list them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tripartite.model import Cell, Term
    from tripartite.store import Answer

# What these need is no part of a store: reasoning, other servers, output formats.
LEFT_OUT: Final = {"entailment", "service", "csv-tsv-res", "json-res"}
_BASE: Final = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
_TEST: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_QUERY: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
_KIND: Final = NamedNode(f"{_TEST}QueryEvaluationTest")
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Case(NamedTuple):
    """One test: a query, what it is asked of, and the expected answer's file."""

    name: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[Path, ...]
    result: Path

    @property
    def text(self) -> str:
        """The query, with the base that its relative names need."""
        return f"BASE <{_iri(self.query)}>\n{self.query.read_text(encoding='utf-8')}"

    def store(self) -> EmbeddedStore:
        """Return the dataset that the query is asked of."""
        engine = Store()
        for path in self.data:
            engine.load(path=str(path), base_iri=_iri(path))
        for path in self.graphs:
            engine.load(path=str(path), base_iri=_iri(path), to_graph=NamedNode(_iri(path)))
        return EmbeddedStore(engine)

    def holds(self, answer: Answer) -> bool:
        """Tell whether this is the expected answer, but for the names of blank nodes."""
        form = QueryResultsFormat.from_extension(self.result.suffix[1:])
        if form is None:
            return not isinstance(answer, bool | Table) and same_graph(
                _triples(self.result), answer
            )
        with self.result.open("rb") as file:
            expected = parse_query_results(file, form)
            if isinstance(expected, QueryBoolean):
                return bool(expected) is answer
            if not isinstance(expected, QuerySolutions) or not isinstance(answer, Table):
                return False
            names = [variable.value for variable in expected.variables]
            rows = [tuple(solution[name] for name in names) for solution in expected]
        order = [answer.columns.index(name) for name in names if name in answer.columns]
        found = (tuple(row[index] for index in order) for row in answer.rows)
        return sorted(names) == sorted(answer.columns) and like(normal(rows)) == like(found)


def cases(folder: Path) -> tuple[Case, ...]:
    """Return every query evaluation test below a folder, by name."""
    manifests = sorted(folder.glob("*/manifest.ttl"))
    wanted = (path for path in manifests if path.parent.name not in LEFT_OUT)
    return tuple(case for path in wanted for case in _cases(path))


def normal(rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Spell values as the engine does: ``1.50`` is ``1.5``."""
    engine = Store()
    node = NamedNode(_BASE)

    def spelled(cell: Cell) -> Cell:
        if not isinstance(cell, Literal):
            return cell
        engine.clear()
        engine.add(Quad(node, node, cell))
        (quad,) = engine.quads_for_pattern(None, None, None)
        return quad.object

    return [tuple(spelled(cell) for cell in row) for row in rows]


def like(rows: Iterable[tuple[Cell, ...]]) -> Counter[tuple[object, ...]]:
    """Count rows, taking one blank node for another."""
    return Counter(
        tuple("_" if isinstance(cell, BlankNode) else cell for cell in row) for row in rows
    )


def same_graph(ours: Iterable[Triple], theirs: Iterable[Triple]) -> bool:
    """Tell whether two sets of triples differ in nothing but the names of blank nodes."""
    return _canonical(ours) == _canonical(theirs)


def _canonical(triples: Iterable[Triple]) -> Dataset:
    found = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return found


def _cases(manifest: Path) -> Iterator[Case]:
    data: dict[tuple[Term, Term], list[Term]] = {}
    for quad in parse(path=str(manifest), base_iri=_iri(manifest)):
        data.setdefault((quad.subject, quad.predicate), []).append(quad.object)

    def files(node: Term, name: str) -> tuple[Path, ...]:
        found = data.get((node, NamedNode(name)), [])
        iris = sorted(term.value for term in found if isinstance(term, NamedNode))
        return tuple(manifest.parent / iri.rpartition("/")[2] for iri in iris)

    for (subject, predicate), values in sorted(data.items(), key=lambda item: str(item[0])):
        if predicate != _TYPE or _KIND not in values or not isinstance(subject, NamedNode):
            continue
        (action,) = data[(subject, NamedNode(f"{_TEST}action"))]
        queries = files(action, f"{_QUERY}query")
        results = files(subject, f"{_TEST}result")
        name = f"{manifest.parent.name}/{subject.value.rpartition('#')[2]}"
        given = files(action, f"{_QUERY}data"), files(action, f"{_QUERY}graphData")
        yield Case(name, queries[0], *given, results[0])


def _triples(path: Path) -> tuple[Triple, ...]:
    form = RdfFormat.from_extension(path.suffix[1:])
    quads = parse(path=str(path), format=form, base_iri=_iri(path))
    return tuple(quad.triple for quad in quads if quad.graph_name == DefaultGraph())


def _iri(path: Path) -> str:
    return f"{_BASE}{path.parent.name}/{path.name}"
