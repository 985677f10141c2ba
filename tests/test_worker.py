"""A task in a process of its own: its value comes back, its failure does not spread."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import warnings
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from tests.tools import tasks
from tests.tools.processes import PROC, children, is_running, wait_until
from tests.tools.running import process, python
from tripartite import KnowledgeGraph, Limits
from tripartite.errors import BadParameterError, QueryFailedError
from tripartite.model import Table
from tripartite.store import EmbeddedStore, packing, worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tripartite.model import Cell

STARTS = ("fork", "spawn") if hasattr(os, "fork") else ("spawn",)
PATIENT = Limits(seconds=60)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
COMPARE = (
    "SELECT ?a ?b ?r { ?a tp:currency ?c . ?b tp:currency ?c FILTER(STR(?a) < STR(?b))"
    " BIND(tp:compare(?a, ?b) AS ?r) FILTER(BOUND(?r)) } ORDER BY ?a ?b LIMIT 20"
)
needs_proc = pytest.mark.skipif(not PROC.is_dir(), reason="processes are counted in /proc")


@pytest.fixture(params=STARTS)
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either way to begin a child."""
    monkeypatch.setenv("TRIPARTITE_WORKER", request.param)
    return str(request.param)


@pytest.mark.usefixtures("start")
def test_a_value_comes_back_from_another_process() -> None:
    assert worker.run(tasks.one, PATIENT) == 1
    assert worker.run(tasks.pid, PATIENT) != os.getpid()


@pytest.mark.usefixtures("start")
def test_an_answer_larger_than_a_pipe_comes_back_whole() -> None:
    assert worker.run(tasks.many_rows, PATIENT) == tasks.many_rows()


@pytest.mark.usefixtures("start")
def test_a_mistake_of_the_user_is_the_same_error_here() -> None:
    with pytest.raises(BadParameterError) as caught:
        worker.run(tasks.not_our_fault, PATIENT)

    assert caught.value.text("ja") == BadParameterError(
        "bad-value", name="n", value="x", kind="a number"
    ).text("ja")


@pytest.mark.usefixtures("start")
def test_a_bug_keeps_its_kind_and_its_trace() -> None:
    with pytest.raises(KeyError) as caught:
        worker.run(tasks.our_fault, PATIENT)

    assert "in our_fault" in "".join(caught.value.__notes__)


@pytest.mark.usefixtures("start")
def test_an_error_that_cannot_travel_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="OddError: one and two"):
        worker.run(tasks.odd_fault, PATIENT)


@pytest.mark.usefixtures("start")
@pytest.mark.parametrize("task", [tasks.sleep, tasks.spin])
def test_a_task_without_end_is_ended(task: Callable[[], None]) -> None:
    with pytest.raises(QueryFailedError) as caught:
        worker.run(task, Limits(seconds=0.3), "q.rq")

    assert str(caught.value).startswith("q.rq: out of time after 0.3 s")


@pytest.mark.usefixtures("start")
@pytest.mark.parametrize(
    ("task", "why"), [(tasks.abort, "SIGABRT"), (tasks.leave, "last words")], ids=["abort", "leave"]
)
def test_a_death_is_one_line(
    task: Callable[[], None], why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(QueryFailedError) as caught:
        worker.run(task, PATIENT, "q.rq")

    assert caught.value.key == "engine-ended"
    assert f"({why})" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the child looks itself")
@pytest.mark.usefixtures("start")
def test_memory_ends_where_its_limit_is() -> None:
    with pytest.raises(QueryFailedError) as caught:
        worker.run(tasks.take_memory, Limits(seconds=60, memory=64 << 20))

    assert caught.value.key == "out-of-memory"
    assert "64 MiB" in str(caught.value)


def test_memory_is_watched_where_the_system_keeps_no_limit() -> None:
    with pytest.raises(QueryFailedError) as caught:
        worker.run(tasks.take_watched_memory, Limits(seconds=60, memory=4 << 30))

    assert caught.value.key == "out-of-memory"


@pytest.mark.usefixtures("start")
def test_what_a_child_prints_is_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    value = worker.run(tasks.speak, PATIENT)

    assert value == 1
    assert capfd.readouterr().err == ""


@needs_proc
@pytest.mark.parametrize("task", [tasks.one, tasks.sleep, tasks.abort, tasks.our_fault])
@pytest.mark.usefixtures("start")
def test_no_zombie_and_no_open_file_stays(task: Callable[[], object]) -> None:
    before, files = children(os.getpid()), _open_files()

    with suppress(QueryFailedError, KeyError):
        worker.run(task, Limits(seconds=0.5))

    assert children(os.getpid()).keys() <= before.keys()
    assert _open_files() == files


def _open_files() -> int:
    return len([*(PROC / "self" / "fd").iterdir()])


@needs_proc
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_no_room_for_a_process_is_one_line_and_leaves_nothing_open() -> None:
    script = (
        "import os, resource; from tests.tools import tasks; from tripartite.store import worker;"
        "from tripartite.errors import QueryFailedError\n"
        "worker.run(tasks.one); files = len(os.listdir('/proc/self/fd'))\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (files + 3, files + 3))\n"
        "try: worker.run(tasks.one)\n"
        "except QueryFailedError as error: print(error.key, end='')\n"
        "assert len(os.listdir('/proc/self/fd')) == files\n"
    )

    outcome = python("-c", script)

    assert (outcome.code, outcome.text) == (0, "no-process")


def test_threads_may_ask_at_once() -> None:
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(worker.run(tasks.pid, PATIENT)))
        for _ in range(12)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(answers)) == 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_fork_beside_threads_does_not_warn_the_user() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert worker.run(tasks.one, PATIENT) == 1


@needs_proc
@pytest.mark.parametrize("way", STARTS)
def test_an_interrupt_ends_the_child_and_exits_130(way: str, project: Path) -> None:
    asking = _asking(project, way)
    child = _child_of(asking)

    os.killpg(asking.pid, signal.SIGINT)  # as a terminal sends it: to the child too
    _, errors = asking.communicate(timeout=60)

    assert asking.returncode == 130
    assert errors.strip() == b""
    assert wait_until(lambda: not is_running(child))


@needs_proc
@pytest.mark.parametrize("way", STARTS)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_orphan_is_left_when_the_parent_is_killed(
    way: str, how: signal.Signals, project: Path
) -> None:
    asking = _asking(project, way)
    child = _child_of(asking)

    asking.send_signal(how)
    asking.communicate(timeout=60)

    assert wait_until(lambda: not is_running(child))


def _asking(project: Path, way: str) -> subprocess.Popen[bytes]:
    command = ["query", "-q", ENDLESS, "--timeout", "3600", "--store", str(project)]
    return subprocess.Popen(  # noqa: S603 (our own interpreter)
        [sys.executable, "-m", "tripartite", *command],
        env={**os.environ, "TRIPARTITE_WORKER": way},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _child_of(asking: subprocess.Popen[bytes]) -> int:
    """Return the child that answers, once it is at work: it hears of no interrupt then."""

    def at_work() -> list[int]:
        return [pid for pid in children(asking.pid) if _ignores_interrupts(pid)]

    assert wait_until(at_work)
    return at_work()[0]


def _ignores_interrupts(pid: int) -> bool:
    try:
        status = (PROC / str(pid) / "status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    (ignored,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigIgn"))
    return bool(int(ignored, 16) & 1 << (signal.SIGINT - 1))


@pytest.mark.usefixtures("start")
def test_a_graph_on_disk_answers_from_the_worker_as_it_does_here(graph: KnowledgeGraph) -> None:
    text = "SELECT * { ?a a tp:Project ; ?b ?c OPTIONAL { ?c rdfs:label ?d } } ORDER BY ?a ?b ?c ?d"

    assert graph.sparql(text, limits=PATIENT) == graph.sparql(text, limits=None)


@pytest.mark.usefixtures("start")
def test_our_function_is_there_in_the_worker(graph: KnowledgeGraph) -> None:
    here = graph.sparql(COMPARE, limits=None)

    assert isinstance(here, Table)
    assert here.rows
    assert graph.sparql(COMPARE, limits=PATIENT) == here


@pytest.mark.usefixtures("start")
def test_a_graph_in_memory_answers_from_the_worker(small_folder: Path) -> None:
    graph = KnowledgeGraph.open(str(small_folder), include=["implied"])
    text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a ?kind ; ?p ?o }"

    assert graph.store.folder is None
    assert graph.sparql(text, limits=PATIENT) == graph.sparql(text, limits=None)


@pytest.mark.usefixtures("start")
def test_evidence_is_found_in_the_worker(graph: KnowledgeGraph) -> None:
    text = "SELECT ?p ?d { ?p a tp:Project ; tp:fundedBy ?d } ORDER BY ?p ?d LIMIT 5"

    answer = graph.sparql(text, evidence=True, limits=PATIENT)

    assert answer == graph.sparql(text, evidence=True, limits=None)
    assert isinstance(answer, Table)
    assert len(answer.proofs) == len(answer.rows) > 0


def test_a_store_that_comes_from_another_process_is_the_same(small_folder: Path) -> None:
    store = KnowledgeGraph.open(str(small_folder)).store

    again, copied = (
        pickle.loads(pickle.dumps(one))  # noqa: S301 (our own)
        for one in (store, EmbeddedStore.of(store.quads()))
    )

    assert again.folder == store.folder
    assert set(again.quads()) == set(copied.quads()) == set(store.quads())
    assert again.functions == store.functions != {}


NODES = st.sampled_from(["u:a", "u:b#c", "https://x.example/é/%E5?q"]).map(NamedNode)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(partial(Literal, language="ja"), TEXTS),
    st.builds(lambda text: Literal(text, language="en-GB"), TEXTS),
    st.builds(lambda text, kind: Literal(text, datatype=kind), TEXTS, NODES),
    st.integers().map(Literal),
)
BLANKS = st.sampled_from(["a", "b1"]).map(BlankNode)
TRIPLES = st.builds(Triple, st.one_of(NODES, BLANKS), NODES, st.one_of(NODES, LITERALS, BLANKS))
CELLS = st.one_of(st.none(), NODES, LITERALS, BLANKS, TRIPLES)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine
@given(st.integers(0, 3).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), max_size=9)))
def test_rows_come_out_as_they_went_in(rows: list[tuple[Cell, ...]]) -> None:
    width = len(rows[0]) if rows else 2
    table = Table(tuple("abc"[:width]), tuple(rows), ("a note",), is_cut=True)

    assert packing.unpack(packing.pack(table)) == table


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine
@given(st.lists(TRIPLES, max_size=9))
def test_triples_come_out_as_they_went_in(triples: list[Triple]) -> None:
    assert packing.unpack(packing.pack(tuple(triples))) == tuple(triples)


@pytest.mark.parametrize("value", [True, None, (), (1, 2), "text"])
def test_other_values_come_out_as_they_went_in(value: object) -> None:
    assert packing.unpack(packing.pack(value)) == value


def test_a_plain_query_needs_no_parser_and_no_second_interpreter(project: Path) -> None:
    script = (
        "import json, sys; from tripartite.cli import run; run(sys.argv[1:]);"
        "sys.stderr.write(json.dumps(sorted(sys.modules)))"
    )
    query = ("query", "-q", "SELECT ?p { ?p a tp:Project } LIMIT 1", "--store", str(project))

    outcome = python("-c", script, *query, "--quiet")

    assert outcome.code == 0
    assert '"tripartite.store.worker"' in outcome.stderr
    for name in ("tree_sitter", "subprocess", "multiprocessing", "tripartite.syntax"):
        assert f'"{name}"' not in outcome.stderr


def test_a_named_query_is_answered_in_this_process(project: Path) -> None:
    script = (
        "import json, sys; from tripartite.cli import run; run(sys.argv[1:]);"
        "sys.stderr.write(json.dumps(sorted(sys.modules)))"
    )

    outcome = python("-c", script, "query", "funding/by-donor", "--store", str(project), "--quiet")

    assert outcome.code == 0
    assert '"tripartite.store.worker"' not in outcome.stderr


def test_a_child_leaves_the_parents_output_alone(project: Path) -> None:
    outcome = process("query", "-q", "ASK { ?c a tp:Claim }", "--store", str(project))

    assert (outcome.code, outcome.text) == (0, "answer\ntrue\n")
