"""The benchmarks measure what they say; no time is measured here."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, Store, serialize

from benchmarks import measuring, queries, table
from benchmarks.__main__ import REST
from benchmarks.generate import triples
from benchmarks.measuring import Bar, Compared
from tests.tools.places import ROOT
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def engine() -> Store:
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in triples(10_000))
    return store


@pytest.fixture(scope="module")
def theirs(engine: Store) -> rdflib.Graph:
    lines = serialize((quad.triple for quad in engine), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


def test_a_work_that_catches_its_end_is_ended_all_the_same() -> None:
    def stubborn() -> None:
        for _ in range(2):
            try:
                while True:
                    pass
            except TimeoutError:
                continue
        while True:
            pass

    with pytest.raises(TimeoutError), measuring.patience(0.05):
        stubborn()


def test_there_are_twelve_queries() -> None:
    assert len(queries.QUERIES) == 12


@pytest.mark.slow
@pytest.mark.parametrize("path", queries.QUERIES, ids=lambda path: path.stem)
def test_a_query_has_one_answer_whoever_is_asked(
    path: Path, engine: Store, theirs: rdflib.Graph
) -> None:
    text = path.read_text(encoding="utf-8")

    ours = EmbeddedStore(engine).query(text)

    alone = queries.raw(engine, text)
    assert ours
    if isinstance(ours, Table):
        assert list(ours.rows) == alone
    elif isinstance(ours, tuple):
        assert isinstance(alone, list)
        assert set(ours) == set(alone)
    else:
        assert ours is alone
    found = ours.rows if isinstance(ours, Table) else ours
    assert queries.by_rdflib(theirs, text) == (1 if isinstance(found, bool) else len(found))


def test_works_run_in_turn_and_every_other_round_backwards() -> None:
    seen: list[str] = []
    works = {name: partial(_seen, seen, name) for name in "abc"}

    taken = measuring.in_turn(works, {"a": 3, "b": 3, "c": 1})

    assert seen == ["a", "b", "c", "b", "a", "a", "b"]
    assert {name: one.result for name, one in taken.items()} == {"a": "a", "b": "b", "c": "c"}


def _seen(seen: list[str], name: str) -> str:
    seen.append(name)
    return name


def test_a_round_before_the_first_is_not_counted() -> None:
    seen: list[str] = []

    measuring.medians({name: partial(_seen, seen, name) for name in "ab"}, 2)

    assert seen == ["a", "b", "a", "b", "b", "a"]


@pytest.mark.parametrize(
    ("bar", "limit", "holds"),
    [
        (Bar("x", 20, least=20), "at least 20", True),
        (Bar("x", 19.9, least=20), "at least 20", False),
        (Bar("x", 1.1, most=1.1), "at most 1.1", True),
        (Bar("x", 1.2, most=1.1), "at most 1.1", False),
    ],
    ids=str,
)
def test_a_bar_holds_up_to_its_limit(bar: Bar, limit: str, holds: bool) -> None:  # noqa: FBT001 (a case)
    assert (bar.limit, bar.holds) == (limit, holds)


def test_what_is_recorded_is_what_the_table_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (measuring, table):
        monkeypatch.setattr(module, "RESULTS", tmp_path)
    compared = [
        Compared("export", 1000, "s", 2, "other", 50, least=20),
        Compared("query", 0, "ms", 3, "other", 2, most=1.1),
        Compared("load", 1000, "s", 2, "other", 1),
    ]

    missed = measuring.finish("x", {"more": 1}, ("pyoxigraph",), [Bar("all", 5, most=9)], compared)

    record: dict[str, Any] = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert missed == 1
    assert record["more"] == 1
    assert [*table.rows("x")] == [
        ("export", "1,000", "2 s", "other", "50 s", "25", "at least 20", "held"),
        (
            "query",
            "our graph",
            "3 ms",
            "other",
            "2 ms",
            "0.667",
            "ours / theirs at most 1.1",
            "missed",
        ),
        ("load", "1,000", "2 s", "other", "1 s", "0.5", "", ""),
        ("all", "", "5", "", "", "", "at most 9", "held"),
    ]


@pytest.mark.parametrize("name", table.recorded())
def test_a_result_names_date_machine_and_versions(name: str) -> None:
    found = table.result(name)

    assert found["date"]
    assert {"processor", "python"} <= found["machine"].keys()
    assert found["versions"]


def test_make_bench_runs_every_benchmark() -> None:
    modules = (ROOT / "benchmarks").glob("*.py")

    recording = {path.stem for path in modules if "measuring.finish(" in path.read_text("utf-8")}

    assert recording == {*table.FIRST, *REST}
