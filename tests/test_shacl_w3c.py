"""The W3C's own SHACL tests, Core and SPARQL, with the fast engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pyoxigraph as ox
import pytest

from tripartite import vocabulary as v
from tripartite.errors import UnreadableFileError
from tripartite.validation import validate
from tripartite.validation.shape_graph import ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tripartite.validation import Result
    from tripartite.validation.shape_graph import Term

MF: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT: Final = "http://www.w3.org/ns/shacl-test#"
SH: Final = v.STANDARDS["sh"]
RDF: Final = v.STANDARDS["rdf"]
# It is to fail: a sub-select names $this without selecting it, and no engine of ours minds.
EXPECTED_FAILURES: Final = {"sparql/pre-binding/unsupported-sparql-004.ttl"}


class Case(NamedTuple):
    """A test: its files, and what it expects; ``None`` where validation is to fail."""

    data: Path
    shapes: Path
    expected: list[tuple[str, ...]] | None


class Sheet:
    """A test file, asked like a person reads it."""

    def __init__(self, path: Path) -> None:
        base = "http://example.test/"
        self.quads = list(
            ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=f"{base}{path.name}")
        )
        self.graph = ShapeGraph(quad.triple for quad in self.quads)

    def all(self, node: Term, iri: str) -> list[Term]:
        """Return the values of a property."""
        return self.graph.values(node, ox.NamedNode(iri))

    def spelled(self, node: Term | None) -> str:
        """Return a term, and a blank node by what is said of it, so that labels are no matter."""
        if not isinstance(node, ox.BlankNode):
            return str(node)
        said = (q for q in self.quads if q.subject == node)
        return f"[{' '.join(sorted(f'{q.predicate} {self.spelled(q.object)}' for q in said))}]"


def read(path: Path) -> Case:
    sheet = Sheet(path)
    (entry,) = (
        q.subject
        for q in sheet.quads
        if q.predicate == v.RDF_TYPE and q.object == ox.NamedNode(f"{SHT}Validate")
    )
    (action,) = sheet.all(entry, f"{MF}action")
    (outcome,) = sheet.all(entry, f"{MF}result")
    files = [
        path.parent / str(sheet.all(action, f"{SHT}{name}")[0]).strip("<>").rpartition("/")[2]
        for name in ("dataGraph", "shapesGraph")
    ]
    if outcome == ox.NamedNode(f"{SHT}Failure"):
        return Case(files[0], files[1], None)
    results = sheet.all(outcome, f"{SH}result")
    return Case(files[0], files[1], sorted(expected(sheet, result) for result in results))


def expected(sheet: Sheet, result: Term) -> tuple[str, ...]:
    def value(name: str) -> Term | None:
        return sheet.graph.value(result, ox.NamedNode(f"{SH}{name}"))

    path = value("resultPath")
    names = ("focusNode", "value", "sourceShape", "sourceConstraintComponent", "resultSeverity")
    return (sheet.graph.spelled(path) if path else "", *(sheet.spelled(value(n)) for n in names))


def found(sheets: tuple[Sheet, Sheet], result: Result) -> tuple[str, ...]:
    data, shapes = sheets
    return (
        shapes.graph.spelled(result.path) if result.path else "",
        data.spelled(result.focus),
        data.spelled(result.value),
        shapes.spelled(result.shape),
        str(result.component),
        str(result.severity),
    )


def cases(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        if "sht:Validate" in text:
            yield path


def passes(path: Path) -> bool:
    case = read(path)
    data, shapes = Sheet(case.data), Sheet(case.shapes)
    try:
        report = validate((q.triple for q in data.quads), (q.triple for q in shapes.quads))
    except UnreadableFileError:
        return case.expected is None
    return sorted(found((data, shapes), result) for result in report.results) == case.expected


@pytest.fixture(scope="module")
def outcomes(shared: Path) -> dict[str, bool]:
    folder = shared / "w3c" / "shacl"
    return {path.relative_to(folder).as_posix(): passes(path) for path in cases(folder)}


@pytest.mark.slow
def test_every_test_passes_but_those_we_name(outcomes: dict[str, bool]) -> None:
    assert {name for name, passed in outcomes.items() if not passed} == EXPECTED_FAILURES


@pytest.mark.slow
def test_all_tests_were_found(outcomes: dict[str, bool]) -> None:
    assert len(outcomes) == 121
