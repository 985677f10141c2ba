"""A SPARQL server in the place of the embedded engine: the same answers, and clear failures."""

from __future__ import annotations

import re
import shutil
import threading
from typing import TYPE_CHECKING

import click
import pytest
from pyoxigraph import BlankNode

from tests.tools import golden
from tests.tools.places import QUERIES
from tests.tools.servers import Said, Seen, forwarded, free_port, oxigraph, serving
from tripartite import KnowledgeGraph, library
from tripartite.cli import COMMANDS, tripartite
from tripartite.errors import UnsupportedStoreError
from tripartite.store.portable import prologue
from tripartite.store.remote import Remote
from tripartite.vocabulary import TP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tools.golden import Golden
    from tests.tools.running import Command

ANYWHERE = ("query", "queries", "show", "find", "export", "check")
SELECT = "SELECT ?p { ?p a tp:Project } ORDER BY ?p LIMIT 3"
GOLDEN = (*(golden.plain(name) for name in library.names(QUERIES)), *golden.with_parameters())


@pytest.fixture(scope="module")
def server(graph: KnowledgeGraph) -> Iterator[str]:
    """The address of a real server that holds our own graph."""
    with oxigraph() as started:
        graph.publish(f"{started}/store")
        yield f"{started}/query"


@pytest.fixture(scope="module")
def remote(server: str) -> KnowledgeGraph:
    """Our own graph on that server."""
    return KnowledgeGraph.open(server)


@pytest.fixture(autouse=True)
def _no_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no credentials of the user's be sent."""
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


def asked(graph: KnowledgeGraph) -> int:
    """Return how many requests a graph has sent."""
    assert isinstance(graph.reader, Remote)
    return graph.reader.endpoint.connection.requests


@pytest.mark.slow
@pytest.mark.parametrize("expected", GOLDEN, ids=lambda golden: golden.path.stem)
def test_the_answer_of_a_server_is_the_golden_one(expected: Golden, remote: KnowledgeGraph) -> None:
    assert golden.answer(remote, expected) == expected.path.read_bytes().decode()


def test_golden_tables_were_found() -> None:
    assert len(GOLDEN) > 70


@pytest.mark.parametrize(
    "arguments",
    [
        "show|body:ilo",
        "show|Greener Business Asia|-f|table",
        "show|厚生労働省|--lang|ja|-f|json",
        "show|country:japan|-f|csv",
        "show|project:lao-garment",
        "find|厚労省|--lang|ja",
        "find|socal safty net",
        "find|organisation of employers",
        "query|funding/by-donor|--set|donor=Japan|-f|json",
        "query|evidence/not-said|-f|markdown|--lang|ja",
        "query|-q|ASK { ?c a tp:Claim }|-f|table",
        "query|-q|CONSTRUCT { ?p a tp:Project } WHERE { ?p a tp:Project }",
        "query|-q|DESCRIBE body:ilo|-f|ntriples",
        "query|-q|SELECT ?c { ?c tp:passage ?p FILTER (?p = brochure:6058\\,6063) }|-f|srx",
        "queries|Who funds what?",
        "queries|show|funding/by-donor",
        "export|-f|ntriples",
        "export|-f|nquads|--graph|claims",
        "export|-f|csv|--lang|ja",
        "export|-f|turtle12|--graph|all",
    ],
)
def test_a_command_prints_what_it_prints_of_the_graph_here(
    arguments: str, server: str, command: Command
) -> None:
    there = command(*arguments.split("|"), "--store", server)

    here = command(*arguments.split("|"))

    assert there.code == 0
    assert there.stdout == here.stdout
    assert there.stderr == here.stderr


def test_the_address_may_come_from_the_environment(
    server: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_STORE", server)

    outcome = command("find", "MHLW", "--verbose")

    assert outcome.code == 0
    assert f"{server}: " in outcome.stderr.splitlines()[-1]


def test_words_of_documents_are_shown_of_a_graph_on_a_server(server: str, shared: Path) -> None:
    documents = str(shared / "documents")

    views = [KnowledgeGraph.open(s, documents).show("fund:ssn") for s in (server, None)]

    assert views[0] == views[1]
    assert any(row[10] for row in views[0].facts.rows)


@pytest.mark.parametrize("name", ["body:ilo", "country:japan", "Greener Business Asia"])
def test_show_takes_few_requests(name: str, server: str) -> None:
    graph = KnowledgeGraph.open(server)

    graph.show(name)

    assert asked(graph) <= 10  # the embedded store is asked over 500 times


def test_find_and_export_take_few_requests(server: str) -> None:
    finding, exporting = KnowledgeGraph.open(server), KnowledgeGraph.open(server)

    finding.find("safety")
    exporting.export("csv")

    assert asked(finding) <= 4
    assert asked(exporting) == 1


def test_check_asks_the_check_queries_and_says_that_it_is_not_all(
    server: str, command: Command
) -> None:
    outcome = command("check", "--store", server, "-f", "json")

    assert outcome.code == 0
    assert outcome.json["rows"] == []
    assert "no findings" in outcome.stderr
    assert "other shapes, files and tensions are checked" in outcome.stderr


def test_check_finds_what_is_wrong_on_a_server(
    project: Path, tmp_path: Path, command: Command
) -> None:
    shutil.copytree(project / "data", tmp_path / "data")
    body = tmp_path / "data" / "entities" / "body.ttl"
    body.write_text(body.read_text() + 'body:ilo rdfs:label "ILO"@ja .\n')
    brochure = tmp_path / "data" / "documents" / "brochure.trig"
    brochure.write_text(re.sub(r"tp:length \d+", "tp:length 10000", brochure.read_text()))
    wrong = KnowledgeGraph.open(str(tmp_path))
    with oxigraph() as started:
        wrong.publish(f"{started}/store")

        outcome = command("check", "--store", f"{started}/query", "-f", "json")

    rows = {row["rule"]: row for row in outcome.json["rows"]}
    assert outcome.code == 1
    assert rows["checks/label-script"]["focus"] == "body:ilo"
    assert rows["checks/label-script"]["place"] is None
    assert rows["shape:SpannedDocument-inside"]["focus"] == "document:brochure"


def commands() -> Iterator[tuple[str, ...]]:
    """Yield every command, subcommands of groups included."""
    context = click.Context(tripartite)
    for name in COMMANDS:
        found = tripartite.get_command(context, name)
        if isinstance(found, click.Group):
            yield from ((name, below) for below in found.list_commands(context))
        else:
            yield (name,)


@pytest.mark.parametrize("words", tuple(commands()), ids=" ".join)
def test_what_a_server_cannot_be_asked_exits_with_2_and_says_so(
    words: tuple[str, ...], command: Command
) -> None:
    needed: dict[str, tuple[str, ...]] = {
        "compare": ("a", "b"),
        "path": ("a", "b"),
        "locate": ("brochure", "x"),
    }
    one = ("show", "find", "dossier", "query")
    arguments = needed.get(words[0], ("funding/by-donor",) if words[0] in one else ())
    arguments += ("http://127.0.0.1:9/store",) if words == ("publish",) else ()
    dead = f"http://127.0.0.1:{free_port()}/query"

    outcome = command(*words, *arguments, "--store", dead)

    if words == ("queries",):
        assert outcome.code == 0
    elif words[0] in ANYWHERE:
        assert (outcome.code, "cannot be reached" in outcome.stderr) == (3, True)
    else:
        assert outcome.code == 2
        assert outcome.stderr.startswith("tripartite: this needs the graph on this machine")


def test_the_commands_of_groups_are_among_them() -> None:
    assert {words[0] for words in commands()} == set(COMMANDS)
    assert ("draw", "graph") in commands()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("query", "-q", SELECT, "--evidence"), "--evidence needs the engine on this machine"),
        (("query", "-q", "SELECT (tp:compare(1, 2) AS ?x) {}"), "tp:compare needs the engine"),
        (
            (
                "query",
                "-q",
                f"PREFIX : <{TP}> ASK {{ ?a ?b ?c FILTER (:compare(?a, ?b) = 1) }}",
            ),
            "tp:compare needs the engine",
        ),
        (("show", "body:ilo", "--as-of", "2017-01-01"), "--as-of, --include needs the files"),
        (("find", "ilo", "--include", "implied"), "--as-of, --include needs the files"),
        (("export", "--with-contacts"), "--with-contacts needs the files"),
        (("export", "-f", "void"), "export -f void needs the files"),
        (("check", "--build"), "this needs the graph on this machine"),
    ],
)
def test_an_option_that_needs_this_machine_exits_with_2(
    arguments: tuple[str, ...], says: str, server: str, command: Command
) -> None:
    outcome = command(*arguments, "--store", server)

    assert outcome.code == 2
    assert says in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_the_library_refuses_too(remote: KnowledgeGraph) -> None:
    refused = (
        remote.build,
        remote.verify,
        remote.tensions,
        remote.gaps,
        remote.network,
        remote.check_build,
        lambda: remote.compare("a", "b"),
        lambda: remote.dossier("a"),
        lambda: remote.locate("brochure", "a"),
        lambda: remote.publish("http://127.0.0.1:9/store"),
    )
    for method in refused:
        with pytest.raises(UnsupportedStoreError):
            method()


def test_the_limits_of_a_query_hold_on_a_server(server: str, command: Command) -> None:
    every = ("query", "-q", "SELECT ?p { ?p a tp:Project } ORDER BY ?p", "-f", "csv")
    cut = command(*every, "--max-rows", "2", "--store", server)
    graph = command("query", "-q", "DESCRIBE body:ilo", "--max-rows", "2", "--store", server)

    assert (cut.code, cut.stdout) == (4, command(*every, "--max-rows", "2").stdout)
    assert (graph.code, graph.stdout) == (4, b"")


def test_the_time_of_a_query_holds_on_a_server(command: Command) -> None:
    over = threading.Event()

    def wait(_: Seen) -> None:
        over.wait(10)

    with serving(wait) as (url, _):
        outcome = command("query", "-q", "ASK {}", "--timeout", "0.2", "--store", f"{url}/query")
        over.set()

    assert outcome.code == 4
    assert "no whole answer within 0.2 s" in outcome.stderr


def test_a_server_is_not_made_to_ask_another(server: str, command: Command) -> None:
    with serving(lambda _: Said(404)) as (url, seen):
        text = f"SELECT * {{ SERVICE <{url}/query> {{ ?s ?p ?o }} }}"
        outcome = command("query", "-q", text, "--store", server)

    assert outcome.code == 4
    assert seen == []


def test_a_word_for_our_function_in_a_text_is_no_call(server: str, command: Command) -> None:
    outcome = command(
        "query", "-q", 'ASK { BIND("tp:compare(" AS ?x) } # tp:compare(1)', "--store", server
    )

    assert outcome.code == 0


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?c WHERE { ?c a tp:Claim",
        "SELECT ?c {\n  ?c a tp:Claim ;; .\n  ?c ] ?d }",
        "SELECT ?c { ?c a nowhere:Claim }",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_a_syntax_error_has_the_place_that_it_has_here(
    text: str, server: str, command: Command
) -> None:
    there = command("query", "-q", text, "--store", server)

    assert (there.code, there.stderr) == (3, command("query", "-q", text).stderr)


def test_a_query_is_sent_with_the_prefixes_that_it_uses_and_no_others() -> None:
    documents = {"brochure": "https://w3id.org/tripartite/document/brochure#char="}
    calls: list[int] = []

    def known() -> dict[str, str]:
        calls.append(1)
        return documents

    made = prologue("PREFIX tp: <x> SELECT ?s { ?s a tp:A, body:b, <urn:c> ; org:x 'a'@ja }", known)
    cited = prologue(r"SELECT ?s { ?s tp:passage brochure:1\,2 }", known)

    assert made.count("\n") == 1
    assert [part.partition(":")[0] for part in made.split("PREFIX ")[1:]] == ["body", "org"]
    assert f"PREFIX brochure: <{documents['brochure']}>" in cited
    assert len(calls) == 1
    assert prologue("SELECT ?s { ?s ?p ?o }", known) == ""


@pytest.mark.parametrize("form", ["xml", "json"])
def test_results_are_read_in_either_format(form: str, server: str) -> None:
    wanted = f"application/sparql-results+{form}"

    def convert(seen: Seen) -> Said:
        headers = {**seen.headers, "Accept": f"{wanted}, text/turtle"}
        return forwarded(seen._replace(headers=headers), server)

    with serving(convert) as (url, _):
        found = KnowledgeGraph.open(f"{url}/query").sparql(SELECT)

    assert found == KnowledgeGraph.open(server).sparql(SELECT)


def test_one_connection_serves_a_whole_question(server: str) -> None:
    lines: set[str] = set()

    def answer(seen: Seen) -> Said:
        lines.add(seen.headers["Host"])
        return forwarded(seen, server)

    with serving(answer) as (url, seen):
        KnowledgeGraph.open(f"{url}/query").show("body:ilo")

    assert len(seen) > 3
    assert len(lines) == 1


def test_the_limit_of_a_real_server_is_a_refusal(graph: KnowledgeGraph, command: Command) -> None:
    product = "SELECT ?a { ?a ?x ?y . ?b ?z ?w FILTER (STRLEN(CONCAT(STR(?a), STR(?b))) = 7) }"
    with oxigraph("--timeout-s", "1") as started:
        graph.publish(f"{started}/store")

        outcome = command("query", "-q", product, "--store", f"{started}/query")

    assert outcome.code == 4
    assert "broke its answer off; perhaps its time was up" in outcome.stderr


def test_a_server_is_not_asked_for_its_blank_nodes(remote: KnowledgeGraph) -> None:
    assert isinstance(remote.reader, Remote)
    before = asked(remote)

    assert list(remote.reader.quads(BlankNode("a"))) == []
    assert asked(remote) == before
