"""A query from outside cannot hurt: it is refused or ended, and the next one is answered.

``make hostile`` runs this file twenty times; ``test_hostile_shapes`` is its sibling.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from tests.tools.hostile import DEEP, ENDLESS
from tests.tools.places import ROOT
from tests.tools.running import process
from tripartite import Limits
from tripartite.errors import QueryFailedError, QueryRefusedError, QuerySyntaxError
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store import EmbeddedStore, offline, worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tools.loopback import Loopback
    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

NEXT = "SELECT ?p { ?p a tp:Project } ORDER BY ?p LIMIT 3"
PATIENT = Limits(seconds=60)
SHORT = Limits(seconds=0.7, memory=200 << 20)
GUARDED = {"query-too-deep", "query-too-wide", "query-unclear", "query-too-long"}
ENDED = {"engine-ended", "out-of-time", "out-of-memory"}
each_evidence = pytest.mark.parametrize("evidence", [False, True], ids=["plain", "evidence"])


@pytest.fixture(autouse=True)
def _the_next_is_answered(graph: KnowledgeGraph) -> Iterator[None]:
    """Ask once more, in the process that the hostile query was asked from."""
    yield
    answer = graph.sparql(NEXT, limits=PATIENT)
    assert isinstance(answer, Table)
    assert len(answer.rows) == 3


@each_evidence
@pytest.mark.parametrize("kind", DEEP)
@pytest.mark.parametrize("times", [1, 100_000], ids=["just", "far"])
def test_a_query_that_nests_too_deep_is_refused(
    kind: str, times: int, graph: KnowledgeGraph, *, evidence: bool
) -> None:
    text, deadly = DEEP[kind]

    with pytest.raises(QueryRefusedError) as caught:
        graph.sparql(text(max(deadly, times)), evidence=evidence, limits=PATIENT)

    assert caught.value.key in GUARDED
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("kind", DEEP)
@pytest.mark.parametrize("times", [1, 100_000], ids=["just", "far"])
def test_what_would_end_the_engine_ends_only_the_worker(
    kind: str, times: int, graph: KnowledgeGraph
) -> None:
    """As if nothing had been refused: what nests in a way that nobody thought of."""
    text, deadly = DEEP[kind]
    task = partial(EmbeddedStore.query, graph.store, text(max(deadly, times)), "q.rq")

    with pytest.raises(QueryFailedError) as caught:
        worker.run(task, SHORT, "q.rq")

    assert caught.value.key in ENDED
    assert caught.value.exit_code == 4


def test_the_engine_does_end_its_process(graph: KnowledgeGraph) -> None:
    text, deadly = DEEP["parentheses"]
    task = partial(EmbeddedStore.query, graph.store, text(deadly), "q.rq")

    with pytest.raises(QueryFailedError, match=r"SIGSEGV|SIGBUS|SIGABRT"):
        worker.run(task, PATIENT, "q.rq")


@each_evidence
@pytest.mark.parametrize("kind", ENDLESS)
def test_a_query_without_end_is_ended(kind: str, graph: KnowledgeGraph, *, evidence: bool) -> None:
    with pytest.raises((QueryFailedError, QueryRefusedError)) as caught:
        graph.sparql(ENDLESS[kind], "q.rq", evidence=evidence, limits=SHORT)

    assert caught.value.key in ENDED
    assert caught.value.exit_code == 4
    assert str(caught.value).startswith("q.rq: ")


@pytest.mark.parametrize("kind", ["ordered product", "distinct product", "huge text"])
def test_what_fills_the_memory_is_ended_by_its_limit(kind: str, graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryFailedError) as caught:
        graph.sparql(ENDLESS[kind], limits=Limits(seconds=120, memory=48 << 20))

    assert caught.value.key == "out-of-memory"


@each_evidence
def test_rows_end_where_their_limit_is_and_the_answer_says_so(
    graph: KnowledgeGraph, *, evidence: bool
) -> None:
    text = "SELECT ?s ?p ?o { ?s ?p ?o }"

    answer = graph.sparql(text, evidence=evidence, limits=Limits(seconds=60, rows=5))

    assert isinstance(answer, Table)
    assert (len(answer.rows), answer.is_cut) == (5, True)
    assert say("rows-cut", limit=5) in answer.notes


def test_rows_as_many_as_their_limit_are_not_cut(graph: KnowledgeGraph) -> None:
    answer = graph.sparql(NEXT, limits=Limits(seconds=60, rows=3))

    assert isinstance(answer, Table)
    assert (len(answer.rows), answer.is_cut, answer.notes) == (3, False, ())


@pytest.mark.parametrize(
    "text", ["CONSTRUCT { ?s a ?k } WHERE { ?s a ?k }", "DESCRIBE ?p { ?p a tp:Project }"]
)
@each_evidence
def test_a_graph_is_given_whole_or_not_at_all(
    text: str, graph: KnowledgeGraph, *, evidence: bool
) -> None:
    with pytest.raises(QueryFailedError) as caught:
        graph.sparql(text, evidence=evidence, limits=Limits(seconds=60, rows=5))

    assert caught.value.key == "too-many-triples"


SERVICES = {
    "service": "SELECT * { SERVICE <{iri}> { ?s ?p ?o } }",
    "silent": "SELECT * { ?s a tp:Project SERVICE SILENT <{iri}> { ?s ?p ?o } }",
    "bound": "SELECT * { BIND(<{iri}> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "prefixed": "PREFIX l: <{iri}> SELECT * { SERVICE l: { ?s ?p ?o } }",
    "run together": "PREFIX : <{iri}> SELECT * { ?s a1SERVICE: {} }",
    "load": "LOAD <{iri}>",
    "load silent": "LOAD SILENT <{iri}> INTO GRAPH <u:g>",
    "update": "INSERT DATA { <u:s> <u:p> <u:o> } ; LOAD <{iri}>",
}


@each_evidence
@pytest.mark.parametrize("kind", SERVICES)
def test_no_server_is_asked(
    kind: str, quiet: Loopback, graph: KnowledgeGraph, *, evidence: bool
) -> None:
    text = SERVICES[kind].replace("{iri}", quiet.iri)

    with pytest.raises(QueryRefusedError) as caught:
        graph.sparql(text, evidence=evidence, limits=PATIENT)

    assert caught.value.exit_code == 4


def test_another_host_than_the_one_allowed_is_not_asked(
    quiet: Loopback, graph: KnowledgeGraph
) -> None:
    text = SERVICES["service"].replace("{iri}", quiet.iri)

    with pytest.raises(QueryRefusedError):
        graph.sparql(text, limits=Limits(seconds=60, hosts=("127.0.0.1:1", "localhost")))


def test_a_host_that_is_allowed_is_asked(server: Loopback, graph: KnowledgeGraph) -> None:
    server.requests.clear()
    text = "SELECT ?x { SERVICE <{iri}> { ?s ?p ?x } }".replace("{iri}", server.iri)

    answer = graph.sparql(text, limits=Limits(seconds=60, hosts=(server.host,)))

    assert isinstance(answer, Table)
    assert answer.rows == ((Literal("from afar"),),)
    assert server.requests == ["POST /sparql"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a process off the network")
def test_behind_the_guard_the_system_opens_no_connection(
    quiet: Loopback, graph: KnowledgeGraph
) -> None:
    text = SERVICES["service"].replace("{iri}", quiet.iri)

    with pytest.raises(QueryFailedError, match="denied"):
        worker.run(partial(_ask_offline, graph.store, text), PATIENT)


def _ask_offline(store: EmbeddedStore, text: str) -> object:
    assert offline.close()
    return store.query(text)


@each_evidence
@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_from_fetches_nothing_and_says_that_the_graph_is_not_here(
    clause: str, quiet: Loopback, graph: KnowledgeGraph, *, evidence: bool
) -> None:
    text = f"SELECT * {clause} <{quiet.iri}> {{ ?s a ?kind }}"

    answer = graph.sparql(text, evidence=evidence, limits=PATIENT)

    assert isinstance(answer, Table)
    assert answer.rows == ()
    assert answer.notes == (say("graph-not-here", graph=quiet.iri),)


def test_from_a_graph_that_is_here_says_nothing(graph: KnowledgeGraph) -> None:
    (claim,) = _rows(graph, "SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 1")[0]

    text = "SELECT * FROM {claim} { ?s ?p ?o }".replace("{claim}", str(claim))
    answer = graph.sparql(text, limits=PATIENT)

    assert isinstance(answer, Table)
    assert answer.rows
    assert answer.notes == ()


def _rows(graph: KnowledgeGraph, text: str) -> tuple[tuple[object, ...], ...]:
    answer = graph.sparql(text, limits=PATIENT)
    assert isinstance(answer, Table)
    return answer.rows


RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="u:">'
    '<rdf:Description rdf:about="u:a"><u:p>&e;</u:p></rdf:Description></rdf:RDF>'
)
FETCHING = {
    "a context": (RdfFormat.JSON_LD, '{"@context": "{iri}", "@id": "u:a", "name": "x"}'),
    "a context within": (
        RdfFormat.JSON_LD,
        '{"@context": ["{iri}", {"u:p": {"@context": "{iri}"}}], "@id": "u:a", "u:p": {"u:q": 1}}',
    ),
    "an import of a context": (
        RdfFormat.JSON_LD,
        '{"@context": {"@version": 1.1, "@import": "{iri}"}, "@id": "u:a", "u:p": 1}',
    ),
    "an entity": (RdfFormat.RDF_XML, f'<!DOCTYPE r [<!ENTITY e SYSTEM "{{iri}}">]>{RDF}'),
    "a document type": (RdfFormat.RDF_XML, f'<!DOCTYPE rdf:RDF SYSTEM "{{iri}}">{RDF}'),
}


@pytest.mark.parametrize("kind", FETCHING)
def test_reading_data_fetches_nothing(kind: str, quiet: Loopback) -> None:
    form, text = FETCHING[kind]

    with pytest.raises(SyntaxError):
        list(parse(text.replace("{iri}", quiet.iri).encode(), format=form))


@pytest.mark.slow
def test_an_import_is_a_triple_like_any_other(quiet: Loopback, tmp_path: Path) -> None:
    folder = tmp_path / "example"
    shutil.copytree(ROOT / "docs" / "example", folder)
    imports = f"<https://x.example/> <http://www.w3.org/2002/07/owl#imports> <{quiet.iri}> .\n"
    for name in ("tensions.ttl", "entities/body.ttl"):
        with (folder / "data" / name).open("a", encoding="utf-8") as file:
            file.write(imports)

    built = process("build", "--store", str(folder), "--quiet")
    checked = process("check", "--store", str(folder), "--quiet")

    assert built.code == 0
    assert checked.code in (0, 1)


def test_an_answer_in_json_ld_needs_no_context_from_elsewhere(
    quiet: Loopback, graph: KnowledgeGraph
) -> None:
    triples = graph.sparql("CONSTRUCT { ?p a tp:Project } WHERE { ?p a tp:Project }")

    assert isinstance(triples, tuple)
    assert not isinstance(triples, Table)
    assert str(quiet.server_port) not in str(graph.serialize(triples, "jsonld"))


def test_a_text_without_limits_is_the_callers_own(server: Loopback, graph: KnowledgeGraph) -> None:
    server.requests.clear()
    text = SERVICES["service"].replace("{iri}", server.iri)

    graph.sparql(text, limits=None)

    assert server.requests == ["POST /sparql"]


@pytest.mark.parametrize("source", ["file", "stdin", "text"])
def test_whatever_way_a_query_comes_from_outside_it_is_guarded(
    source: str, quiet: Loopback, command: Command, tmp_path: Path
) -> None:
    text = SERVICES["service"].replace("{iri}", quiet.iri)
    path = tmp_path / "question.rq"
    path.write_text(text, encoding="utf-8")
    given = {"file": [str(path)], "stdin": ["-"], "text": ["-q", text]}[source]

    outcome = command("query", *given, stdin=text.encode())

    assert outcome.code == 4
    assert outcome.stdout == b""
    assert outcome.stderr.count("\n") == 1
    assert "1:12: SERVICE" in outcome.stderr


def test_a_picture_of_a_query_from_outside_is_guarded(quiet: Loopback, command: Command) -> None:
    text = SERVICES["service"].replace("{iri}", quiet.iri)

    outcome = command("draw", "graph", "-q", text)

    assert (outcome.code, outcome.stdout) == (4, b"")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_time_that_is_over_is_one_line_and_exit_4(language: str, command: Command) -> None:
    outcome = command(
        "query", "-q", ENDLESS["product"], "--timeout", "0.5", "--lang", language, "--evidence"
    )

    expected = say("out-of-time", language, source="-q", seconds="0.5")
    assert (outcome.code, outcome.stdout) == (4, b"")
    assert outcome.stderr == f"tripartite: {expected}\n"


def test_a_cut_answer_is_written_says_so_and_exits_4(command: Command) -> None:
    outcome = command("query", "-q", NEXT, "--max-rows", "2", "-f", "json")

    assert outcome.code == 4
    assert outcome.json["total"] == 2
    assert outcome.json["notes"] == [say("rows-cut", limit=2)]
    assert say("rows-cut", limit=2) in outcome.stderr


def test_a_named_query_keeps_limits_that_are_asked_for(command: Command) -> None:
    cut = command("query", "funding/by-donor", "--max-rows", "2", "-f", "csv")
    whole = command("query", "funding/by-donor", "--timeout", "60", "-f", "csv")

    assert (cut.code, len(cut.text.splitlines())) == (4, 3)
    assert whole.code == 0
    assert whole.text == command("query", "funding/by-donor", "-f", "csv").text


def test_allow_remote_asks_the_host(server: Loopback, command: Command) -> None:
    server.requests.clear()
    text = "SELECT ?x { SERVICE <{iri}> { ?s ?p ?x } }".replace("{iri}", server.iri)

    outcome = command("query", "-q", text, "--allow-remote", "127.0.0.1", "-f", "csv")

    assert (outcome.code, outcome.text.split()) == (0, ["x", "from", "afar"])


def test_a_syntax_error_has_its_place_from_the_worker_too(graph: KnowledgeGraph) -> None:
    texts = ("SELECT ?a {\n  ?a ?b }", "SELECT * { ?s ?p 'from' . ?s nowhere:p 1 }")

    for text in texts:
        with pytest.raises(QuerySyntaxError) as far:
            graph.sparql(text, "q.rq", limits=PATIENT)
        with pytest.raises(QuerySyntaxError) as near:
            graph.sparql(text, "q.rq", limits=None)
        assert (far.value.key, far.value.values) == (near.value.key, near.value.values)


@pytest.mark.slow
def test_the_usual_memory_limit_holds_on_the_command_line(project: Path) -> None:
    arguments = ("query", "-q", ENDLESS["ordered product"], "--timeout", "120")

    outcome = process(*arguments, "--store", str(project))

    assert (outcome.code, outcome.stdout) == (4, b"")
    said = say("out-of-memory", source="-q", size="1024")
    assert outcome.stderr == f"tripartite: {said}\n"


def test_the_graph_of_a_claim_may_be_asked_about_services(graph: KnowledgeGraph) -> None:
    """Only the keyword is refused: here it is a variable, a text and a part of an IRI."""
    text = "SELECT ?service { ?service a tp:Project FILTER(?service != <u:SERVICE>) } LIMIT 2"

    assert [type(cell) for row in _rows(graph, text) for cell in row] == [NamedNode, NamedNode]


def test_a_standard_input_without_end_is_too_long() -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "tripartite", "query", "-"],
            stdin=endless,
            capture_output=True,
            check=False,
            timeout=60,
        )

    assert done.returncode == 4
    assert done.stderr.decode().startswith("tripartite: -: too long")


def test_data_of_a_standard_input_without_end_are_too_long(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tripartite.cli.check._MOST", 1 << 20)

    outcome = command("check", "--data", "-", "--shapes", "s.ttl", stdin=b"#" * (1 << 20) + b"#")

    assert outcome.code == 3
    assert "tripartite: -: cannot be read: longer than 1 MiB" in outcome.stderr
