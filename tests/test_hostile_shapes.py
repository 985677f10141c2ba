"""Shapes and data from outside cannot hurt: refused or ended, and the next check is answered.

``make hostile`` runs this file too, twenty times.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from tests.tools import tasks
from tests.tools.hostile import DEEP, ENDLESS, constraint
from tripartite import KnowledgeGraph, Limits
from tripartite.errors import (
    InvalidShapesError,
    QueryFailedError,
    QueryRefusedError,
    UnreadableFileError,
)
from tripartite.messages import say
from tripartite.store import worker
from tripartite.validation import foreign, validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tools.loopback import Loopback
    from tests.tools.running import Command
    from tripartite.validation import Report

PREFIXES = """@prefix ex: <http://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
DATA = "".join(f"ex:{n} a ex:T ; ex:p ex:{n + 1} , {n} .\n" for n in range(400))
SHAPE = "ex:S a sh:NodeShape ; sh:targetClass ex:T"
GOOD = f"{SHAPE} ; sh:property [ sh:path ex:p ; sh:minCount 3 ] .\n"
PATIENT = Limits(seconds=120, memory=4 << 30)
SHORT = Limits(seconds=1.5, memory=400 << 20)
GUARDED = {"query-too-deep", "query-too-wide", "query-unclear", "query-too-long"}
ENDED = {"engine-ended", "out-of-time", "out-of-memory"}
each_engine = pytest.mark.parametrize("engine", ["fast", "pyshacl"])


@pytest.fixture
def data(tmp_path: Path) -> str:
    """Nodes that any shape here is about."""
    return written(tmp_path / "data.ttl", DATA)


@pytest.fixture(autouse=True)
def _the_next_is_answered(tmp_path: Path) -> Iterator[None]:
    """Check good files in the process that checked the hostile ones, with its own engines."""
    yield
    some = written(tmp_path / "next-data.ttl", "ex:1 a ex:T .")
    good = written(tmp_path / "next-shapes.ttl", GOOD)

    checked = KnowledgeGraph.check_files([some], [good], limits=None)

    assert len(checked.report.results) == 1


def written(path: Path, text: str) -> str:
    head = PREFIXES if path.suffix == ".ttl" else ""
    path.write_text(head + text, encoding="utf-8")
    return str(path)


def asking(text: str) -> str:
    """Return a shape whose constraint is this query; it begins on line 4."""
    return f"{SHAPE} ; sh:sparql [ sh:select '''{text}''' ] .\n"


@pytest.mark.parametrize("kind", DEEP)
@pytest.mark.parametrize("times", [1, 100_000], ids=["just", "far"])
def test_a_constraint_that_nests_too_deep_is_refused_with_its_place(
    kind: str, times: int, data: str, tmp_path: Path
) -> None:
    text, deadly = DEEP[kind]
    bad = written(tmp_path / "bad.ttl", asking(constraint(text(max(deadly, times)))))

    with pytest.raises(QueryRefusedError) as caught:
        KnowledgeGraph.check_files([data], [bad], limits=PATIENT)

    assert caught.value.key in GUARDED
    assert caught.value.exit_code == 4
    assert str(caught.value).startswith(f"{bad}:4: <http://example.org/S>: sh:select:")


def test_without_the_guard_the_engine_ends_its_process() -> None:
    text, deadly = DEEP["parentheses"]
    task = unguarded(constraint(text(deadly)))

    with pytest.raises(QueryFailedError, match=r"SIGSEGV|SIGBUS|SIGABRT"):
        worker.run_anew(task, PATIENT, "check")


@pytest.mark.parametrize("kind", DEEP)
def test_what_would_end_an_engine_ends_only_the_worker(kind: str) -> None:
    """As if nothing had been refused: what nests in a way that nobody thought of."""
    text, deadly = DEEP[kind]

    with pytest.raises((QueryFailedError, UnreadableFileError)) as caught:
        worker.run_anew(unguarded(constraint(text(deadly))), SHORT, "check")

    assert caught.value.key in {*ENDED, "not-read"}


def unguarded(text: str) -> partial[Report]:
    """Return a task that validates without reading the query first."""
    shapes, some = (
        tuple(q.triple for q in parse(PREFIXES + one, format=RdfFormat.TURTLE))
        for one in (asking(text), DATA)
    )
    return partial(validate, some, shapes)


@pytest.mark.parametrize("kind", sorted({*ENDLESS} - {"constructed product"}))
def test_a_constraint_without_end_is_ended(kind: str, data: str, tmp_path: Path) -> None:
    """A CONSTRUCT is no constraint: the core engine refuses it, as the next test shows."""
    bad = written(tmp_path / "bad.ttl", asking(constraint(ENDLESS[kind])))

    with pytest.raises((QueryFailedError, QueryRefusedError)) as caught:
        KnowledgeGraph.check_files([data], [bad], limits=SHORT)

    assert caught.value.key in ENDED
    assert str(caught.value).startswith("check: ")


@pytest.mark.parametrize(
    ("text", "engine"),
    [
        (ENDLESS["constructed product"], "fast"),
        ("DESCRIBE $this", "fast"),
        ("nonsense (", "fast"),
        ("nonsense (", "pyshacl"),
    ],
)
def test_what_is_no_select_is_one_line(text: str, engine: str, data: str, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.ttl", asking(text))

    with pytest.raises(UnreadableFileError) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["filtered product", "stars of any", "constructed product"])
def test_the_reference_is_ended_too(kind: str, data: str, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.ttl", asking(constraint(ENDLESS[kind])))

    with pytest.raises(QueryFailedError) as caught:
        KnowledgeGraph.check_files([data], [bad], "pyshacl", limits=SHORT)

    assert caught.value.key in ENDED


@pytest.mark.parametrize("kind", ["ordered product", "huge text"])
def test_what_fills_the_memory_is_ended_by_its_limit(kind: str, data: str, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.ttl", asking(constraint(ENDLESS[kind])))

    with pytest.raises(QueryFailedError) as caught:
        KnowledgeGraph.check_files([data], [bad], limits=Limits(seconds=120, memory=300 << 20))

    assert caught.value.key == "out-of-memory"


def times(count: int, before: str, middle: str, behind: str) -> str:
    return f"{before * count}{middle}{behind * count}"


def chain(count: int, link: str, end: str) -> str:
    """Return nodes that each lead to the next by ``link``."""
    return "".join(f"_:n{n} {link.replace('NEXT', f'_:n{n + 1}')} .\n" for n in range(count)) + (
        f"_:n{count} {end} .\n"
    )


PATHED = f"{SHAPE} ; sh:property [ sh:minCount 1 ; sh:path "
NESTED = {
    "not": f"{SHAPE} ; {times(10_000, 'sh:not [ ', 'sh:class ex:T', ' ]')} .",
    "and": f"{SHAPE} ; {times(10_000, 'sh:and ( [ ', 'sh:class ex:T', ' ] )')} .",
    "property": f"{SHAPE} ; {times(41, 'sh:property [ sh:path ex:p ; ', 'sh:minCount 1', ' ]')} .",
    "nodes": f"{SHAPE} ; sh:node _:n0 .\n{chain(10_000, 'sh:node NEXT', 'sh:class ex:T')}",
    "inverse": f"{PATHED} {times(10_000, '[ sh:inversePath ', 'ex:p', ' ]')} ] .",
    "sequence": f"{PATHED} {times(10_000, '( ex:p ', '( ex:p ex:p )', ' )')} ] .",
    "path within": f"{PATHED} _:n0 ] .\n{chain(10_000, 'sh:zeroOrMorePath NEXT', 'a ex:T')}",
}
DOUBLED = (
    f"{PATHED} _:n0 ] .\n{chain(30, 'rdf:first NEXT ; rdf:rest ( NEXT )', 'sh:inversePath ex:p')}"
)
LONG = f"{PATHED} ( {'ex:p ' * 10_001}) ] ."


@each_engine
@pytest.mark.parametrize("kind", NESTED)
def test_shapes_that_nest_too_deep_are_refused(
    kind: str, engine: str, data: str, tmp_path: Path
) -> None:
    bad = written(tmp_path / "bad.ttl", NESTED[kind])

    with pytest.raises(QueryRefusedError) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert caught.value.key == "shape-too-deep"
    assert str(caught.value).startswith(f"{bad}:4: <http://example.org/S>: ")


@pytest.mark.parametrize("text", [DOUBLED, LONG], ids=["doubled", "long"])
def test_a_path_that_is_long_when_spelled_out_is_refused(
    text: str, data: str, tmp_path: Path
) -> None:
    """Two parts that are one node are two: thirty doublings are a billion."""
    bad = written(tmp_path / "bad.ttl", text)

    with pytest.raises(QueryRefusedError) as caught:
        KnowledgeGraph.check_files([data], [bad], limits=PATIENT)

    assert caught.value.key == "shape-path-too-long"


@each_engine
def test_a_path_in_a_query_is_read_with_it(engine: str, data: str, tmp_path: Path) -> None:
    """The path is within its own limits, and the query too; together they nest too deep."""
    path = times(20, "[ sh:inversePath ", f"( {'ex:p ' * 300})", " ]")
    text = "SELECT $this ?value { $this $PATH ?value }"
    bad = written(
        tmp_path / "bad.ttl",
        f"{SHAPE} ; sh:property [ sh:path {path} ; sh:sparql [ sh:select '{text}' ] ] .",
    )

    with pytest.raises(QueryRefusedError) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert caught.value.key == "query-too-deep"


def test_shapes_that_refer_to_each_other_in_a_circle_are_not_too_deep(
    data: str, tmp_path: Path
) -> None:
    text = f"{SHAPE} ; sh:property _:a . _:a sh:path ex:p ; sh:node _:b . _:b sh:property _:a ."
    round_about = written(tmp_path / "round.ttl", text)

    checked = KnowledgeGraph.check_files([data], [round_about], limits=PATIENT)

    assert checked.report.conforms


def test_very_many_targets_are_one_shape(data: str, tmp_path: Path) -> None:
    """As one hoisted query they would be a UNION that ends the engine."""
    classes = " , ".join(f"ex:C{n}" for n in range(7_000))
    text = "SELECT $this { $this <http://example.org/p> 7 }"
    shapes = f"{SHAPE} , {classes} ; sh:sparql [ sh:select '{text}' ] ."

    checked = KnowledgeGraph.check_files(
        [data], [written(tmp_path / "many.ttl", shapes)], limits=PATIENT
    )

    assert [str(one.focus) for one in checked.report.results] == ["<http://example.org/7>"]


NAMED = "".join(f"ex:n{n} a sh:NodeShape ; sh:not ex:n{n + 1} .\n" for n in range(2_000))
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="u:">'
    f"{times(100_000, '<rdf:Description><u:p>', '', '</u:p></rdf:Description>')}</rdf:RDF>"
)
HUGE = {
    "a chain of names": ("shapes.ttl", f"{SHAPE} ; sh:not ex:n0 .\n{NAMED}"),
    "a long sh:in": ("shapes.ttl", f"{SHAPE} ; sh:in ( {'ex:x ' * 100_000}) ."),
    "a long sh:and": ("shapes.ttl", f"{SHAPE} ; sh:and ( {'ex:S ' * 100_000}) ."),
    "nodes in Turtle": ("data.ttl", f"ex:S ex:p {times(100_000, '[ ex:p ', '1', ' ]')} ."),
    "lists in Turtle": ("data.ttl", f"ex:S ex:p {times(100_000, '( ', '1', ' )')} ."),
    "triples in Turtle": (
        "data.ttl",
        f"ex:S ex:p {times(100_000, '<<( ex:a ex:b ', '1', ' )>>')} .",
    ),
    "arrays in JSON-LD": ("data.jsonld", f'{{"u:p": {times(100_000, "[", "1", "]")}}}'),
    "lists in JSON-LD": (
        "data.jsonld",
        f'{{"u:p": {times(60_000, chr(123) + chr(34) + "@list" + chr(34) + ":[", "1", "]}")}}}',
    ),
    "elements in XML": ("data.rdf", XML),
}


@each_engine
@pytest.mark.parametrize("kind", HUGE)
def test_what_is_huge_is_answered_or_one_line(
    kind: str, engine: str, data: str, tmp_path: Path
) -> None:
    name, text = HUGE[kind]
    path = written(tmp_path / f"huge-{name}", text)
    good = written(tmp_path / "good.ttl", GOOD)
    files = ([data], [path]) if name == "shapes.ttl" else ([path], [good])
    said = ""

    try:
        KnowledgeGraph.check_files(*files, engine, limits=SHORT)
    except (QueryFailedError, QueryRefusedError, UnreadableFileError) as error:  # 3 or 4
        said = str(error)

    assert "\n" not in said


def test_many_results_come_back_whole(tmp_path: Path) -> None:
    text = "".join(f"ex:{n} a ex:T ; ex:p {n} .\n" for n in range(3_000))
    many, good = written(tmp_path / "many.ttl", text), written(tmp_path / "good.ttl", GOOD)

    here, there = (
        KnowledgeGraph.check_files([many], [good], most=None, limits=limits)
        for limits in (None, PATIENT)
    )

    assert len(there.report.results) == 3_000
    assert (there.report, there.places, there.notes) == (here.report, here.places, here.notes)
    assert there.shapes.triples == here.shapes.triples


SERVICE = "SELECT $this { $this ?p ?o SERVICE SILENT <{iri}> { ?s ?q ?r } }"
COMPONENT = (
    "ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:par ] ;\n"
    " sh:KIND [ a sh:SPARQLQUERYValidator ; sh:QUERY '''{{TEXT}}''' ] .\n"
    f"{SHAPE} ; ex:par 1 ; sh:property [ sh:path ex:p ; ex:par 1 ] .\n"
)
FETCHING = {
    "service": asking(SERVICE),
    "service by name": asking(f"PREFIX l: <{{iri}}> {SERVICE.replace('<{iri}>', 'l:')}"),
    "service by variable": asking(SERVICE.replace("<{iri}>", "?o")),
    "service of a prefix": asking("PREFIX : <{iri}> SELECT $this { $this a1SERVICE: {} }"),
    "load": asking("LOAD <{iri}>"),
    "validator that asks": COMPONENT.replace("KIND", "validator")
    .replace("QUERY", "Ask", 1)
    .replace("QUERY", "ask")
    .replace("{{TEXT}}", "ASK { SERVICE <{iri}> { ?s ?q ?r } }"),
    "validator that selects": COMPONENT.replace("KIND", "propertyValidator")
    .replace("QUERY", "Select", 1)
    .replace("QUERY", "select")
    .replace("{{TEXT}}", SERVICE),
    "target": f"ex:S a sh:NodeShape ; sh:nodeKind sh:IRI ; sh:target [ a sh:SPARQLTarget ;"
    f" sh:select '''{SERVICE.replace('$this', '?this')}''' ] .\n",
    "from": asking("SELECT $this FROM <{iri}> { $this ?p ?o }"),
    "from named": asking("SELECT $this FROM NAMED <{iri}> { $this ?p ?o }"),
}


@each_engine
@pytest.mark.parametrize("kind", FETCHING)
def test_no_query_of_a_shape_asks_anyone(
    kind: str, engine: str, quiet: Loopback, data: str, tmp_path: Path
) -> None:
    bad = written(tmp_path / "bad.ttl", FETCHING[kind].replace("{iri}", quiet.iri))

    with pytest.raises(QueryRefusedError) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert caught.value.exit_code == 4
    assert "\n" not in str(caught.value)
    assert "--allow-remote" not in str(caught.value)


@each_engine
def test_a_prefix_is_no_way_to_put_words_into_a_query(
    engine: str, quiet: Loopback, data: str, tmp_path: Path
) -> None:
    shapes = asking("SELECT $this { $this ?p ?o }").replace("[ sh", "[ sh:prefixes ex:O ; sh", 1)
    bad = written(
        tmp_path / "bad.ttl",
        f"{shapes}ex:O sh:declare [ sh:prefix 'x' ; sh:namespace 'u:> SELECT $this"
        f" {{ SERVICE <{quiet.iri}> {{ ?s ?p ?o }} }} #' ] .",
    )

    with pytest.raises((InvalidShapesError, QueryRefusedError)) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert str(caught.value).startswith(f"{bad}:")


@each_engine
def test_a_prefix_must_be_one(engine: str, data: str, tmp_path: Path) -> None:
    declared = "ex:O sh:declare [ sh:prefix 'x y' ; sh:namespace 'http://example.org/{' ] ."
    bad = written(tmp_path / "bad.ttl", f"{GOOD}{declared}")

    with pytest.raises(InvalidShapesError) as caught:
        KnowledgeGraph.check_files([data], [bad], engine, limits=PATIENT)

    assert [key for key, _ in caught.value.faults] == ["shape-value", "shape-value"]


@each_engine
@pytest.mark.parametrize("kind", ["context", "entity", "import"])
def test_no_file_makes_either_engine_fetch(
    kind: str, engine: str, quiet: Loopback, data: str, tmp_path: Path
) -> None:
    name, text = {
        "context": ("x.jsonld", f'{{"@context": "{quiet.iri}", "@id": "u:a", "u:p": 1}}'),
        "entity": ("x.rdf", f'<!DOCTYPE r [<!ENTITY e SYSTEM "{quiet.iri}">]><r>&e;</r>'),
        "import": ("x.ttl", f"<> <http://www.w3.org/2002/07/owl#imports> <{quiet.iri}> .\n{GOOD}"),
    }[kind]
    path = written(tmp_path / name, text)
    said = ""

    try:
        checked = KnowledgeGraph.check_files([data], [path], engine, limits=PATIENT)
        said = " ".join(checked.notes)
    except UnreadableFileError as error:
        said = str(error)

    assert "nothing is fetched" in said


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a process off the network")
def test_behind_the_guard_the_system_opens_no_connection(
    quiet: Loopback, data: str, tmp_path: Path
) -> None:
    good = written(tmp_path / "good.ttl", GOOD)
    asked = foreign.Asked(foreign.inputs([data]), foreign.inputs([good]), "fast", None)
    task = partial(tasks.connect_after, partial(foreign.alone, asked), quiet.server_port)

    with pytest.raises(PermissionError):
        worker.run_anew(task, PATIENT, "check")


@pytest.mark.parametrize("way", ["spawn", "fork"])
def test_files_can_be_checked_after_the_project(
    way: str, graph: KnowledgeGraph, data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engines have threads in this process by then, which no fork would take along."""
    monkeypatch.setenv("TRIPARTITE_WORKER", way)
    assert graph.check() == ()
    good = written(tmp_path / "good.ttl", GOOD)

    checked = KnowledgeGraph.check_files([data], [good], limits=PATIENT)

    assert len(checked.report.results) == 400
    assert os.getpid() != worker.run_anew(tasks.pid, PATIENT, "check")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_time_that_is_over_is_one_line_and_exit_4(
    language: str, data: str, tmp_path: Path, command: Command
) -> None:
    bad = written(tmp_path / "bad.ttl", asking(constraint(ENDLESS["product"])))
    files = ("--data", data, "--shapes", bad)

    outcome = command("check", *files, "--timeout", "1", "--lang", language)

    expected = say("out-of-time", language, source="check", seconds="1")
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert outcome.stderr == f"tripartite: {expected}\n"


@each_engine
@pytest.mark.parametrize("language", ["en", "ja"])
def test_shapes_from_standard_input_are_read_first_too(
    language: str, engine: str, data: str, command: Command
) -> None:
    text, deadly = DEEP["parentheses"]
    shapes = (PREFIXES + asking(constraint(text(deadly)))).encode()

    outcome = command(
        *("check", "--data", data, "--shapes", "-", "--engine", engine, "--lang", language),
        stdin=shapes,
    )

    assert (outcome.code, outcome.stdout) == (4, b"")
    assert outcome.stderr.count("\n") == 1
    assert outcome.stderr.startswith("tripartite: -:4: <http://example.org/S>: sh:select:2:")


@pytest.mark.parametrize("arguments", [(), ("--build",)], ids=["project", "build"])
def test_a_timeout_without_files_is_a_usage_error(
    arguments: tuple[str, ...], command: Command
) -> None:
    outcome = command("check", *arguments, "--timeout", "5")

    assert outcome.code == 2
    assert outcome.stderr == f"tripartite: {say('timeout-of-files')}\n"
