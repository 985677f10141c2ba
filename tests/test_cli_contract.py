"""The command line's contract (design, section 4), held by each command."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import openpyxl
import pytest

from tests.tools.places import ROOT
from tests.tools.running import process
from tripartite.cli import COMMANDS, FAMILIES, tripartite
from tripartite.cli.formats import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command, Outcome

ASK = "ASK { ?c a tp:Claim }"
NEVER = "ASK { ?c a tp:Nothing }"
SELECT = "SELECT ?p ?label { ?p a tp:Project ; rdfs:label ?label } ORDER BY ?label ?p LIMIT 4"
CONSTRUCT = "CONSTRUCT { ?p a tp:Project } WHERE { ?p a tp:Project }"
DESCRIBE = "DESCRIBE body:ilo"
# A way to call each command that prints rows, and how many columns it has.
ROWS = {
    "query": ["query", "-q", SELECT],
    "named query": ["query", "funding/by-donor", "--set", "donor=Japan"],
    "queries": ["queries"],
    "queries show": ["queries", "show", "funding/by-donor"],
    "find": ["find", "Japan"],
    "show": ["show", "body:ilo"],
    "build": ["build"],
}
each_row_command = pytest.mark.parametrize("arguments", ROWS.values(), ids=ROWS)
GRAPH_FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")


def rows_of(form: str, outcome: Outcome) -> list[Any]:
    """Return the rows of an answer as they are read back from its format."""
    if form == "json":
        return list(outcome.json["rows"])
    if form == "csv":
        return list(csv.reader(io.StringIO(outcome.text.removeprefix("\ufeff"))))[1:]
    if form == "tsv":
        return outcome.text.splitlines()[1:]
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(outcome.stdout)).worksheets[0]
        return list(sheet.values)[1:]
    raise AssertionError(form)


def test_every_command_is_called_by_some_test() -> None:
    assert {arguments[0] for arguments in ROWS.values()} | {"check", "export", "locate"} == set(
        COMMANDS
    )


def test_help_shows_the_families_and_every_command(command: Command) -> None:
    outcome = command("--help")

    assert outcome.code == 0
    assert [line[:-1] for line in outcome.text.splitlines() if line[:-1] in FAMILIES] == list(
        FAMILIES
    )
    assert all(f"  {name} " in outcome.text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_in_three_examples(name: str, command: Command) -> None:
    outcome = command(name, "--help")

    _, _, examples = outcome.text.partition("Examples:\n")
    lines = examples.strip().splitlines()
    assert outcome.code == 0
    assert len(lines) == 3
    assert all(line.strip().startswith(f"tripartite {name}") for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_in_the_help_are_accepted(name: str) -> None:
    found = tripartite.get_command(click.Context(tripartite), name)
    assert found is not None
    assert found.epilog is not None
    examples = [line for line in found.epilog.splitlines() if line.strip().startswith("tripartite")]

    for example in examples:
        found.make_context(name, shlex.split(example)[2:])

    assert len(examples) == 3


@each_row_command
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xlsx"])
def test_a_data_format_is_data_only_and_the_count_is_on_stderr(
    arguments: list[str], form: str, command: Command
) -> None:
    outcome = command(*arguments, "-f", form)

    rows = rows_of(form, outcome)
    said = outcome.stderr.splitlines()
    assert outcome.code == 0
    assert rows
    assert ("1 row" if len(rows) == 1 else f"{len(rows)} rows") in said
    if arguments[0] != "build":
        assert said[-1].endswith(("rows", "row"))


@each_row_command
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_format_for_people_ends_in_the_count(
    arguments: list[str], form: str, command: Command
) -> None:
    outcome = command(*arguments, "-f", form)

    assert outcome.code == 0
    if not (arguments[0] == "show" and form == "table"):
        assert outcome.text.splitlines()[-1].rstrip("_*").endswith(("rows", "row"))
        assert "rows" not in outcome.stderr


@pytest.mark.slow
@pytest.mark.parametrize("form", TABLES)
def test_check_takes_every_row_format(form: str, command: Command) -> None:
    outcome = command("check", "-f", form)

    assert outcome.code in {0, 1}
    assert outcome.stdout
    assert "finding" in outcome.stderr


@pytest.mark.parametrize("form", TABLES)
def test_locate_takes_every_row_format(form: str, command: Command, shared: Path) -> None:
    arguments = ("locate", "brochure", "Pakistan", "--documents", str(shared / "documents"))

    outcome = command(*arguments, "-f", form)

    assert outcome.code == 0
    if form in ("csv", "tsv", "json", "xlsx"):
        assert len(rows_of(form, outcome)) > 1


@each_row_command
def test_json_is_one_object_with_everything(arguments: list[str], command: Command) -> None:
    found = command(*arguments, "-f", "json").json

    assert list(found)[:4] == ["columns", "rows", "total", "notes"]
    assert set(found) <= {"columns", "rows", "total", "notes", "citations"}
    assert found["total"] == len(found["rows"])
    assert all(list(row) == found["columns"] for row in found["rows"])


@each_row_command
def test_csv_has_no_line_break_inside_a_cell(arguments: list[str], command: Command) -> None:
    outcome = command(*arguments, "-f", "csv")

    cells = [cell for row in rows_of("csv", outcome) for cell in row]
    assert [cell for cell in cells if "\n" in cell or "\r" in cell] == []


@each_row_command
def test_the_same_input_gives_the_same_bytes(arguments: list[str], command: Command) -> None:
    first, second = (command(*arguments, "-f", "tsv") for _ in range(2))

    assert first.stdout == second.stdout


@each_row_command
def test_a_pipe_gets_tsv(arguments: list[str], command: Command) -> None:
    assert command(*arguments).stdout == command(*arguments, "-f", "tsv").stdout


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("json", "json"),
        ("md", "markdown"),
        ("txt", "table"),
        ("srj", "srj"),
        ("srx", "srx"),
    ],
)
def test_the_ending_of_the_file_is_the_format(
    ending: str, form: str, tmp_path: Path, command: Command
) -> None:
    path = tmp_path / f"answer.{ending}"

    outcome = command("query", "-q", SELECT, "-o", str(path))

    assert outcome.code == 0
    assert outcome.stdout == b""
    assert path.read_bytes() == command("query", "-q", SELECT, "-f", form).stdout


def test_the_format_named_wins_over_the_ending(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "answer.csv"

    command("query", "-q", SELECT, "-o", str(path), "-f", "json")

    assert json.loads(path.read_bytes())["total"] == 4


@pytest.mark.parametrize("arguments", [["query", "-q", SELECT], ["export", "-f", "ntriples"]])
def test_a_dash_is_standard_output(arguments: list[str], command: Command) -> None:
    assert command(*arguments, "-o", "-").stdout == command(*arguments).stdout


def test_a_dash_is_standard_input(command: Command) -> None:
    outcome = command("query", "-", stdin=SELECT.encode())

    assert outcome.stdout == command("query", "-q", SELECT).stdout


def test_a_file_is_a_query(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(SELECT, encoding="utf-8")

    assert command("query", str(path)).stdout == command("query", "-q", SELECT).stdout


@pytest.mark.parametrize("form", GRAPH_FORMATS)
@pytest.mark.parametrize("text", [CONSTRUCT, DESCRIBE], ids=["construct", "describe"])
def test_a_graph_is_written_in_every_graph_format(form: str, text: str, command: Command) -> None:
    outcome = command("query", "-q", text, "-f", form)

    assert outcome.code == 0
    assert outcome.stdout


def test_a_graph_in_a_pipe_is_turtle(command: Command) -> None:
    piped = command("query", "-q", CONSTRUCT)

    assert piped.text == command("query", "-q", CONSTRUCT, "-f", "turtle").text
    assert piped.text.startswith("PREFIX ")


@pytest.mark.parametrize(
    ("text", "form"),
    [(SELECT, "turtle"), (CONSTRUCT, "csv"), (CONSTRUCT, "srj"), (ASK, "trig")],
)
def test_a_format_that_cannot_hold_the_result_is_refused(
    text: str, form: str, command: Command
) -> None:
    outcome = command("query", "-q", text, "-f", form)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert form in outcome.stderr


def test_ask_is_answered_in_words(command: Command) -> None:
    assert command("query", "-q", ASK, "-f", "table").text == "yes\n"
    assert command("query", "-q", NEVER, "-f", "table", "--lang", "ja").text == "いいえ\n"


def test_ask_decides_the_exit_status_only_when_told(command: Command) -> None:
    codes = [
        command("query", "-q", text, *more).code
        for text in (ASK, NEVER)
        for more in ((), ("--exit-status",))
    ]

    assert codes == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["qery"], 2, "did you mean 'query'?"),
        (["query", "funding/by-doner"], 2, "did you mean 'funding/by-donor'?"),
        (["query"], 2, "name a query"),
        (["query", "funding/by-donor", "--set", "doner=Japan"], 2, "did you mean 'donor'?"),
        (
            ["query", "funding/by-donor", "--set", "donor=Goverment of Japan"],
            2,
            "did you mean 'Government of Japan'?",
        ),
        (["query", "funding/by-donor", "--set", "donor"], 2, "expected name=value"),
        (["query", "../../etc/passwd"], 2, "no query is named"),
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
    if "Usage:" not in outcome.stderr:
        assert outcome.stderr.startswith("tripartite: ")
        assert outcome.stderr.count("\n") == 1


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


def test_labels_and_messages_are_in_the_language_asked_for(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_option = command("query", "funding/by-donor", "--lang", "ja", "-f", "csv")
    monkeypatch.setenv("TRIPARTITE_LANG", "ja")
    by_environment = command("query", "funding/by-donor", "-f", "csv")

    assert by_option.stdout == by_environment.stdout
    assert "日本" in by_option.text
    assert by_option.stderr.splitlines()[-1].endswith("件")
    assert command("show", "誰もいない団体").stderr.endswith("という項目はありません\n")


def test_the_store_is_taken_from_the_environment(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_STORE", str(tmp_path))

    assert command("find", "ILO").code == 3


def test_the_documents_are_taken_from_the_environment(
    shared: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = command("show", "fund:ssn", "-f", "json").json["rows"]
    monkeypatch.setenv("TRIPARTITE_DOCUMENTS", str(shared / "documents"))
    worded = command("show", "fund:ssn", "-f", "json").json["rows"]

    assert all(row["passage"] for row in bare if row["document"])
    assert not any(row["words"] for row in bare if row["document"])
    assert all(row["words"] for row in worded if row["document"])


def test_quiet_says_nothing_and_verbose_says_more(command: Command) -> None:
    assert command("find", "ILO", "--quiet").stderr == ""
    assert command("find", "ILO", "--verbose").stderr.splitlines()[-1].endswith(" s")


def test_data_has_no_colour(command: Command) -> None:
    outcome = command("query", "-q", SELECT, "--color", "always", "-f", "csv")

    assert b"\x1b" not in outcome.stdout


def on_a_terminal(*arguments: str, environment: dict[str, str]) -> bytes:
    """Return what a command writes to a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen(  # noqa: S603 (our own interpreter)
        [sys.executable, "-m", "tripartite", *arguments],
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
        cwd=ROOT,
    ) as running:
        os.close(follower)
        written = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the terminal is gone with the process
                break
            if not part:
                break
            written += part
    os.close(leader)
    assert running.returncode == 0
    return written


def test_a_terminal_gets_a_table_without_colour_if_so_asked(project: Path) -> None:
    written = on_a_terminal(
        "query", "-q", SELECT, environment={"TRIPARTITE_STORE": str(project), "NO_COLOR": "1"}
    )

    assert written.decode().splitlines()[-1] == "4 rows"
    assert b"\x1b" not in written


def test_the_module_runs_as_a_program(project: Path) -> None:
    outcome = process("query", "-q", SELECT, "--store", str(project))

    assert outcome.code == 0
    assert len(outcome.text.splitlines()) == 5
