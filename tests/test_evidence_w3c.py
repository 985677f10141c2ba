"""Evidence changes no answer: the query tests of the W3C that the engine passes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import BlankNode

from tests.tools import replay, w3c
from tripartite.errors import QueryRefusedError
from tripartite.evidence import attach
from tripartite.model import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.w3c import Case
    from tripartite.store import Answer

FOLDERS: Final = {
    "aggregates": 42,
    "bind": 10,
    "bindings": 11,
    "cast": 6,
    "construct": 5,
    "exists": 6,
    "functions": 75,
    "grouping": 4,
    "negation": 12,
    "project-expression": 7,
    "property-path": 33,
    "subquery": 14,
}
# The engine's own answer is another one.
FAILED: Final = {
    "aggregates/agg-empty-group-count-graph",
    "aggregates/agg-groupconcat-04",
    "aggregates/agg-groupconcat-06",
    "bindings/graph",
    "negation/graph-minus",
    "property-path/zero_or_more_set_end",
    "property-path/zero_or_more_set_start",
    "property-path/zero_or_one_set_end",
    "property-path/zero_or_one_set_start",
}
# A subselect inside GRAPH ?g.
REFUSED: Final = {
    "aggregates/agg-empty-group-count-graph",
    *(f"subquery/subquery{number}" for number in ("01", "03", "04", "05")),
}
# Their values are other ones each time.
CHANGING: Final = {f"functions/{name}" for name in ("now01", "rand01", "struuid01", "uuid01")}

each_folder = pytest.mark.parametrize("folder", FOLDERS)


@cache
def passed(shared: Path, folder: str) -> tuple[Case, ...]:
    """Return the tests of a folder that the engine passes and that are not refused."""
    found = [case for case in w3c.cases(shared / "w3c" / "sparql11") if named(case, folder)]
    left_out = FAILED | REFUSED
    return tuple(case for case in found if case.name not in left_out)


def named(case: Case, folder: str) -> bool:
    """Tell whether a test stands in a folder."""
    return case.name.startswith(f"{folder}/")


def test_every_query_evaluation_test_was_found(shared: Path) -> None:
    found = w3c.cases(shared / "w3c" / "sparql11")

    counts = {folder: sum(named(case, folder) for case in found) for folder in FOLDERS}

    assert counts == FOLDERS
    assert len(found) == sum(FOLDERS.values())


def test_the_engine_passes_all_but_those_named(shared: Path) -> None:
    failed = {
        case.name
        for case in w3c.cases(shared / "w3c" / "sparql11")
        if not case.holds(case.store().query(case.text))
    }

    assert failed == FAILED


def test_just_those_named_are_refused(shared: Path) -> None:
    refused = {case.name for case in w3c.cases(shared / "w3c" / "sparql11") if is_refused(case)}

    assert refused == REFUSED


@each_folder
def test_columns_rows_order_and_types_are_the_same(shared: Path, folder: str) -> None:
    for case in passed(shared, folder):
        store = case.store()
        plain = store.query(case.text)
        table = attach(store, case.text)

        assert len(table.proofs) == len(table.rows), case.name
        assert same(case, plain, table), case.name


@each_folder
def test_no_row_has_an_empty_proof_without_a_remark(shared: Path, folder: str) -> None:
    for case in passed(shared, folder):
        for proof in attach(case.store(), case.text).proofs:
            assert proof.sources or proof.remarks, case.name
            assert "proof-untraced" not in proof.remarks, case.name
            assert "proof-unreadable" not in proof.remarks, case.name


@each_folder
def test_a_row_comes_back_from_its_proof_alone(shared: Path, folder: str) -> None:
    for case in passed(shared, folder):
        store = case.store()
        table = attach(store, case.text)

        for row, proof in zip(table.rows, table.proofs, strict=True):
            if replay.qualifies(proof):
                assert replay.comes_back(store, case.text, row, proof), (case.name, row)


def test_rows_were_replayed_in_every_folder(shared: Path) -> None:
    for folder in FOLDERS:
        tables = [attach(case.store(), case.text) for case in passed(shared, folder)]

        assert any(replay.qualifies(proof) for table in tables for proof in table.proofs)


def is_refused(case: Case) -> bool:
    """Tell whether evidence for a test's query is refused."""
    try:
        attach(case.store(), case.text)
    except QueryRefusedError:
        return True
    return False


def same(case: Case, plain: Answer, table: Table) -> bool:
    """Tell whether a table is the engine's answer, blank nodes and new values aside."""
    if isinstance(plain, bool):
        return table.columns == ("answer",) and str(table.rows[0][0]).startswith(
            f'"{plain}'.lower()
        )
    if not isinstance(plain, Table):
        triples = [(one.subject, one.predicate, one.object) for one in plain]
        return w3c.like(triples) == w3c.like(table.rows)
    if table.columns != plain.columns:
        return False
    if case.name in CHANGING:
        return len(table.rows) == len(plain.rows)
    if "ORDER BY" in case.text:
        rows = [[None if isinstance(c, BlankNode) else c for c in row] for row in plain.rows]
        return rows == [[None if isinstance(c, BlankNode) else c for c in r] for r in table.rows]
    return w3c.like(plain.rows) == w3c.like(table.rows)
