"""Every check query has an example on which it finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from tests.tools.places import QUERIES, TESTS
from tripartite import library
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from tripartite.model import NamedQuery

CHECKS = library.checks(QUERIES)


def test_check_queries_were_found() -> None:
    assert len(CHECKS) > 30


def test_every_check_query_has_an_example_and_every_example_a_query() -> None:
    examples = {f"checks/{path.stem}" for path in (TESTS / "checks").glob("*.trig")}

    assert examples == {query.name for query in CHECKS}


@pytest.mark.parametrize("query", CHECKS, ids=lambda query: query.name)
def test_a_check_query_finds_its_example(query: NamedQuery) -> None:
    example = TESTS / f"{query.name}.trig"
    store = EmbeddedStore.of(ox.parse(path=str(example)))

    table = store.select(query.text)

    assert table.rows
    assert all(row[0] is not None for row in table.rows)


@pytest.mark.parametrize("query", CHECKS, ids=lambda query: query.name)
def test_a_check_query_finds_nothing_in_nothing(query: NamedQuery) -> None:
    assert EmbeddedStore.of(()).select(query.text).rows == ()


@pytest.mark.parametrize("query", CHECKS, ids=lambda query: query.name)
def test_the_header_of_a_check_query_is_complete(query: NamedQuery) -> None:
    table = EmbeddedStore.of(()).select(query.text)

    assert query.summary
    assert query.messages["en"]
    assert query.messages["ja"]
    assert query.messages["en"] != query.messages["ja"]
    assert query.columns == table.columns
    assert query.columns[0] == "focus"
