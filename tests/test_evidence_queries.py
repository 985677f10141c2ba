"""Every named query with evidence: the same table, and a proof or a reason for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.tools import golden, replay
from tests.tools.places import QUERIES
from tripartite import library, resolve
from tripartite import vocabulary as v
from tripartite.evidence import attach

if TYPE_CHECKING:
    from tests.tools.golden import Golden
    from tripartite import KnowledgeGraph
    from tripartite.model import Cell, Proof, Table

EXPECTED: Final = (
    *(golden.plain(name) for name in library.names(QUERIES)),
    *golden.with_parameters(),
)
REPLAYED: Final = 4  # rows of each query, evenly spread

each_answer = pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one.path.stem)
pytestmark = pytest.mark.slow


def test_queries_with_and_without_parameters_were_found() -> None:
    assert sum(not one.arguments for one in EXPECTED) >= 100
    assert sum(bool(one.arguments) for one in EXPECTED) >= 5


@each_answer
def test_the_table_is_the_same_and_each_row_has_a_proof(
    expected: Golden, graph: KnowledgeGraph
) -> None:
    text = spelled(expected, graph)

    table = attach(graph.store, text)

    assert table._replace(proofs=()) == graph.store.query(text)
    assert len(table.proofs) == len(table.rows)
    for row, proof in zip(table.rows, table.proofs, strict=True):
        assert proof.sources or proof.remarks
        assert not {"proof-untraced", "proof-unreadable"} & {*proof.remarks}
        named = {cell for cell in row if str(cell).startswith(f"<{v.BASE}claim/")}
        assert named <= {*proof.sources}


@each_answer
def test_rows_come_back_from_their_proofs_alone(expected: Golden, graph: KnowledgeGraph) -> None:
    text = spelled(expected, graph)
    table = attach(graph.store, text)

    for row, proof in spread(table):
        if replay.qualifies(proof):
            assert replay.comes_back(graph.store, text, row, proof), row


def test_many_rows_qualify_for_a_replay(graph: KnowledgeGraph) -> None:
    plain = [one for one in EXPECTED if not one.arguments]
    proofs = [attach(graph.store, spelled(one, graph)).proofs for one in plain[::3]]

    qualified = [sum(map(replay.qualifies, found)) for found in proofs]

    assert sum(map(bool, qualified)) >= 15


def spelled(expected: Golden, graph: KnowledgeGraph) -> str:
    """Return the text of a named query with its parameters set."""
    query = library.load(QUERIES, expected.query)
    kinds = {parameter.name: parameter for parameter in query.parameters}
    arguments = expected.arguments.items()
    terms = {name: resolve.term(graph.store, kinds[name], value) for name, value in arguments}
    return library.bind(query, terms, "en")


def spread(table: Table) -> list[tuple[tuple[Cell, ...], Proof]]:
    """Return some rows with their proofs, evenly spread over the table."""
    rows = list(zip(table.rows, table.proofs, strict=True))
    return rows[:: max(1, len(rows) // REPLAYED)]
