"""The command line's contract (design, section 4), held by each command."""

from __future__ import annotations

import csv
import io
import json
import shlex
from typing import TYPE_CHECKING, Any

import click
import openpyxl
import pytest

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
    "tensions": ["tensions", "fund:ssn"],
    "compare": ["compare", "scheme:jpo", "figure:brochure-formalization-duration"],
    "path": ["path", "Japan", "Cambodia"],
    "stats": ["stats", "Japan"],
    "gaps": ["gaps", "project:lao-garment"],
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
    assert {arguments[0] for arguments in ROWS.values()} | {
        "check",
        "dossier",
        "draw",
        "export",
        "locate",
        "publish",
        "verify",
    } == set(COMMANDS)


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
def test_check_takes_every_row_format(form: str, tmp_path: Path, command: Command) -> None:
    documents = tmp_path / "small" / "data" / "documents"
    documents.mkdir(parents=True)
    (documents / "bare.trig").write_text(
        "<https://w3id.org/tripartite/claim/bare-a> a"
        " <https://w3id.org/tripartite/ontology#Claim> ."
    )

    outcome = command("check", "-f", form, "--store", str(tmp_path / "small"))

    assert outcome.code == 1
    assert b"bare" in outcome.stdout or form == "xlsx"
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


def test_a_disputed_figure_is_compared_with_its_dispute_in_sight(command: Command) -> None:
    figures = ("claim:cooperation-page-ghn6", "claim:cooperation-page-pf48")

    outcome = command("compare", *figures, "-f", "table")

    assert "[1] stated, disputed · cooperation-page" in outcome.text
    assert "[2] stated · cooperation-page" in outcome.text
