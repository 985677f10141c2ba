"""Bad input, full disks and closed pipes: one clear line and the exit code of the contract."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

SELECT = "SELECT ?p ?label { ?p a tp:Project ; rdfs:label ?label } ORDER BY ?label ?p LIMIT 4"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["qery"], 2, "did you mean 'query'?"),
        (["query", "funding/by-doner"], 2, "did you mean 'funding/by-donor'?"),
        (["query"], 2, "name a query"),
        (["show"], 2, "ENTITY is missing (help: tripartite show --help)"),
        (["path", "a", "b", "c"], 2, "not expected here: c"),
        (["find", "a", "--lang"], 2, "--lang needs a value"),
        (["stats", "--top", "0"], 2, "--top takes a whole number from 1 up"),
        (["query", "-q", "x", "--timeout", "0"], 2, "a number above 0, up to 86400"),
        (["query", "-q", "x", "--timeout", "nan"], 2, "a number above 0, up to 86400"),
        (
            [
                "query",
                "-f",
                "jsonld",
                "-q",
                'CONSTRUCT { <u:a> <u:b> "x"^^rdf:JSON . <u:c> <u:b> 1 } {}',
            ],
            2,
            "format 'jsonld' cannot hold this result",
        ),
        (["draw", "timeline", "--from", "x"], 2, "a whole number from 1 to 9998"),
        (["query", "funding/by-donor", "--set", "doner=Japan"], 2, "did you mean 'donor'?"),
        (
            ["query", "funding/by-donor", "--set", "donor=Goverment of Japan"],
            2,
            "did you mean 'Government of Japan'?",
        ),
        (["query", "funding/by-donor", "--set", "donor"], 2, "expected name=value"),
        (["query", "../../etc/passwd"], 2, "no query is named"),
        (["query", "-q", "DELETE WHERE { ?s ?p ?o }"], 3, "cannot change the graph"),
        (["query", "-q", "SELECT * { ?s tp:fundedBy }"], 3, "-q:1:27: '}' cannot stand here"),
        (["query", "-q", "SELECT ?x {} # \udcff"], 3, "-q: cannot be read: not UTF-8"),
        (["show", "Goverment of Japan"], 2, "did you mean 'Government of Japan'?"),
        (["show", "body:nobody-at-all"], 2, "no entity is named"),
        (["queries", "show", "funding/by-doner"], 2, "did you mean 'funding/by-donor'?"),
        (["query", "-q", SELECT, "-f", "cvs"], 2, "did you mean 'csv'?"),
        (["query", "-q", SELECT, "--lang", "fr"], 2, "'en'"),
        (["query", "--nonsense"], 2, "--nonsense"),
        (["export", "--graph", "everything"], 2, "'default'"),
        (["export", "-f", "markdown"], 2, "markdown"),
        (["query", "absent.rq"], 3, "absent.rq"),
        (["query", "-q", "SELECT ?x {\n  ?x a tp:Claim ;; .\n"], 3, "-q:"),
        (["query", "-q", "SELECT ?x { ?x a nowhere:Claim }"], 3, "prefix"),
        (["query", "-q", SELECT, "--store", "nowhere"], 3, "nowhere: no project here"),
        (["query", "-q", SELECT, "--documents", "nowhere"], 3, "nowhere: no such folder"),
        (["query", "-q", SELECT, "-o", "nowhere/answer.csv"], 3, "nowhere/answer.csv"),
        (["locate", "broshure", "Japan"], 2, "did you mean 'brochure'?"),
        (["locate", "brochure", "Japan"], 3, "--documents"),
    ],
    ids=lambda value: " ".join(value)[:60].replace("/", "-") if isinstance(value, list) else None,
)
def test_bad_input_is_one_clear_line_and_its_exit_code(
    arguments: list[str], code: int, says: str, command: Command
) -> None:
    outcome = command(*arguments)

    assert outcome.code == code
    assert outcome.stdout == b""
    assert says in outcome.stderr
    assert outcome.stderr.startswith("tripartite: ")
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["qery"], "'qery' というコマンドはありません。'query' のことですか"),
        (["show"], "ENTITY を指定してください（使い方：tripartite show --help）"),
        (["path", "a", "b", "c"], "余分な引数があります：c"),
        (["draw", "graph", "--max-nodes", "0"], "1 以上の整数"),
        (["draw", "timeline", "--years", "x"], "'calendar', 'fiscal' のいずれか"),
        (["query", "--nonsense"], "--nonsense というオプションはありません"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
def test_usage_is_explained_in_one_line_of_the_language_asked_for(
    arguments: list[str], says: str, command: Command
) -> None:
    outcome = command(*arguments, "--lang", "ja")

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert says in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_a_code_of_a_list_is_not_suggested_for_an_entity(command: Command) -> None:
    outcome = command("show", "Atlantis")

    assert outcome.code == 2
    assert outcome.stderr == "tripartite: no entity is named 'Atlantis'\n"


def test_a_syntax_error_gives_line_and_column(command: Command) -> None:
    outcome = command("query", "-", stdin=b"SELECT ?x {\n  ?x a ] .\n}\n")

    assert outcome.code == 3
    assert re.match(r"tripartite: -:2:\d+: \w", outcome.stderr)


def test_an_ambiguous_label_lists_the_candidates(tmp_path: Path, command: Command) -> None:
    documents = tmp_path / "two" / "data" / "documents"
    documents.mkdir(parents=True)
    (documents / "two.trig").write_text(
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix body: <https://w3id.org/tripartite/body/> .\n"
        'body:one rdfs:label "Twin"@en . body:two rdfs:label "Twin"@en .\n',
        encoding="utf-8",
    )

    outcome = command("show", "Twin", "--store", str(tmp_path / "two"))

    assert outcome.code == 2
    assert "body:one, body:two" in outcome.stderr


def test_input_that_is_not_utf_8_is_refused(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "latin.rq"
    path.write_bytes("SELECT ?é { }".encode("latin-1"))

    assert [command("query", str(path)).code, command("query", "-", stdin=b"\xff").code] == [3, 3]


def test_our_own_bug_is_shown_whole(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tripartite.graph.KnowledgeGraph.find", lambda *_: 1 / 0)

    outcome = command("find", "ILO")

    assert outcome.code == 5
    assert "Traceback" in outcome.stderr
    assert "ZeroDivisionError" in outcome.stderr


def test_an_interrupt_is_130(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tripartite.graph.KnowledgeGraph.find", interrupt)

    assert command("find", "ILO").code == 130


def test_a_full_disk_leaves_the_older_file(tmp_path: Path, project: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text("older\n")
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from tripartite.cli import run; sys.exit(run(sys.argv[1:]))"
    )

    done = subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", script, "export", "-o", path, "--store", project],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"tripartite: {path}: cannot be written")
    assert path.read_text() == "older\n"
    assert list(tmp_path.glob("*.part")) == []


def test_a_full_device_is_one_line(project: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        done = subprocess.run(  # noqa: S603 (our own interpreter)
            [sys.executable, "-m", "tripartite", "find", "ILO", "--store", project],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 3
    assert done.stderr.decode().startswith("tripartite: ")
    assert done.stderr.decode().count("\n") == 1


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path, command: Command) -> None:
    # A device file is never named here: a fault would put a plain file in its place.
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    outcome = command("query", "-q", SELECT, "-f", "csv", "-o", str(path))

    assert outcome.code == 0
    assert path.is_fifo()
    assert os.read(reader, 65536) == command("query", "-q", SELECT, "-f", "csv").stdout
    os.close(reader)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", ["find ILO", "export -f ntriples"])
def test_a_closed_pipe_is_141_without_a_word(
    arguments: str, unbuffered: str, project: Path
) -> None:
    shell = f"{shlex.quote(sys.executable)} -m tripartite {arguments} --quiet"

    done = subprocess.run(  # noqa: S603 (our own interpreter in a pipe)
        ["/bin/bash", "-c", f"(sleep 0.1; {shell}) | true; exit ${{PIPESTATUS[0]}}"],
        env={**os.environ, "TRIPARTITE_STORE": str(project), "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 141
    assert done.stderr == b""


def test_a_reader_that_leaves_early_is_a_closed_pipe(project: Path) -> None:
    with subprocess.Popen(  # noqa: S603 (our own interpreter)
        [sys.executable, "-m", "tripartite", "export", "-f", "ntriples", "--store", project],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (141, b"")
