"""``query --evidence`` and the same of the library: each answer with what it rests on."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.tools.places import ROOT
from tripartite.cli.formats import GRAPHS, TABLES
from tripartite.exports.proof_columns import COLUMNS, SEPARATOR
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

SELECT = "SELECT ?f ?l { ?f tp:lower ?l ; tp:currency 'USD' } ORDER BY ?f LIMIT 3"
ASK = "ASK { ?x a tp:Ministry }"
NEVER = "ASK { ?x a tp:Nothing }"
CONSTRUCT = "CONSTRUCT { ?p a tp:Project } WHERE { ?p a tp:Project }"
NAMED = ("funding/by-donor", "--set", "donor=Government of Japan")
QUESTIONS = {
    "-q": ("-q", SELECT),
    "named": NAMED,
    "ask": ("-q", ASK),
    "construct": ("-q", CONSTRUCT),
}
each_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_the_library_returns_rows_with_proofs_that_are_all_cited(graph: KnowledgeGraph) -> None:
    plain = graph.query("funding/by-donor", {"donor": "Japan"})
    proven = graph.query("funding/by-donor", {"donor": "Japan"}, evidence=True)

    assert isinstance(plain, Table)
    assert isinstance(proven, Table)
    cited = {citation.claim for citation in proven.citations}
    assert (proven.columns, proven.rows) == (plain.columns, plain.rows)
    assert len(proven.proofs) == len(proven.rows) > 5
    assert {source for proof in proven.proofs for source in proof.sources} <= cited
    assert len(cited) == len(proven.citations)


def test_a_derivation_is_cited_with_its_rule_and_what_it_rests_on(graph: KnowledgeGraph) -> None:
    table = graph.sparql(SELECT, evidence=True)

    assert isinstance(table, Table)
    derived = [citation for citation in table.citations if citation.rule]
    cited = {citation.claim for citation in table.citations}
    assert {(found.standing, found.rule) for found in derived} == {
        ("inferred", "bounds of a figure")
    }
    assert all(found.premises and cited.issuperset(found.premises) for found in derived)


def test_a_derivation_that_a_cell_names_is_cited_with_its_premises(graph: KnowledgeGraph) -> None:
    table = graph.cite(
        graph.store.select("SELECT ?d { ?d a tp:Derivation ; tp:rule rule:distributive } LIMIT 1")
    )

    derivation, *premises = table.citations
    assert table.rows == ((derivation.claim,),)
    assert {citation.claim for citation in premises} == set(derivation.premises)
    assert {citation.standing for citation in premises} == {"stated", "editorial"}


@each_question
@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_row_format_holds_evidence(
    question: tuple[str, ...], form: str, language: str, command: Command
) -> None:
    outcome = command("query", *question, "--evidence", "-f", form, "--lang", language)

    plain = command("query", *question, "--lang", language)
    assert outcome.code == 0
    assert plain.code == 0
    assert "Traceback" not in outcome.stderr
    if form in ("table", "markdown"):
        assert say("evidence", language) in outcome.text.splitlines()[0]
        assert "brochure" in outcome.text
    elif form == "json":
        assert all("evidence" in row for row in outcome.json["rows"])
    elif form == "xlsx":
        header = next(openpyxl.load_workbook(io.BytesIO(outcome.stdout)).worksheets[0].values)
        assert header[-len(COLUMNS) :] == COLUMNS
    else:
        assert outcome.text.splitlines()[0].endswith(COLUMNS[-1])


def test_without_the_documents_words_are_missing_and_with_them_each_passage_has_its_own(
    command: Command, shared: Path
) -> None:
    bare = command("query", "-q", SELECT, "--evidence", "-f", "csv")
    full = command(
        *("query", "-q", SELECT, "--evidence", "-f", "csv"),
        *("--documents", str(shared / "documents")),
    )

    without = list(csv.DictReader(io.StringIO(bare.text)))
    found = list(csv.DictReader(io.StringIO(full.text)))
    assert [row["evidence_words"] for row in without] == [""] * 3
    for row in found:
        passages = row["evidence_passages"].split(SEPARATOR)
        words = row["evidence_words"].split(SEPARATOR)
        assert len(passages) == len(words)
        assert all(words)
    assert [{**row, "evidence_words": ""} for row in found] == without


def test_a_passage_is_where_its_words_stand(command: Command, shared: Path) -> None:
    outcome = command(
        *("query", *NAMED, "--evidence", "-f", "json"),
        *("--documents", str(shared / "documents")),
    )

    texts = {
        "brochure": "001_008db7e14fac9949.txt",
        "government-support": "002_787a2a81c3d15663.txt",
    }
    places = [
        place
        for row in outcome.json["rows"]
        for source in row["evidence"]
        for place in source["passages"]
        if place["document"] in texts
    ]
    assert len(places) > 10
    for place in places:
        path = shared / "documents" / texts[place["document"]]
        said = path.read_bytes().decode()[place["start"] : place["end"]]
        assert place["words"] == " ".join(said.split())
        assert place["iri"].endswith(f"{place['document']}#char={place['start']},{place['end']}")


def test_a_file_and_standard_input_are_asked_alike(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(SELECT, encoding="utf-8")

    asked = command("query", "-q", SELECT, "--evidence").stdout

    assert b"evidence_claims" in asked
    assert command("query", str(path), "--evidence").stdout == asked
    assert command("query", "-", "--evidence", stdin=SELECT.encode()).stdout == asked


def test_the_rows_are_those_without_evidence(command: Command) -> None:
    plain = command("query", *NAMED, "-f", "json").json
    proven = command("query", *NAMED, "--evidence", "-f", "json").json

    rows = [
        {key: value for key, value in row.items() if not key.startswith("evidence")}
        for row in proven["rows"]
    ]
    assert rows == plain["rows"]
    assert proven["columns"] == plain["columns"]


def test_a_claim_in_a_cell_is_not_marked_again_in_its_row(command: Command) -> None:
    lines = command("query", *NAMED, "--evidence", "-f", "table").text.splitlines()

    body = [line.split("  ")[-1] for line in lines[2 : lines.index("")]]
    claims = [line.partition("[")[2].partition("]")[0] for line in lines[2 : lines.index("")]]
    assert len(body) > 5
    assert all(f"[{claim}]" not in end for claim, end in zip(claims, body, strict=True))


@pytest.mark.parametrize(
    ("text", "word", "status"), [(ASK, "yes", 0), (NEVER, "no", 1)], ids=["yes", "no"]
)
def test_ask_is_one_row_in_words_and_still_decides_the_status(
    text: str, word: str, status: int, command: Command
) -> None:
    outcome = command("query", "-q", text, "--evidence", "--exit-status", "-f", "table")
    data = command("query", "-q", text, "--evidence", "-f", "json").json

    assert outcome.code == status
    assert outcome.text.splitlines()[2].startswith(word)
    assert data["total"] == 1
    assert data["rows"][0]["answer"] is (word == "yes")
    assert bool(data["rows"][0]["evidence"]) is (word == "yes")
    assert [remark["code"] for remark in data["rows"][0]["evidence_remarks"]] == (
        [] if word == "yes" else ["negation"]
    )


def test_construct_is_a_row_a_triple(command: Command) -> None:
    graph = command("query", "-q", CONSTRUCT, "-f", "ntriples").text.splitlines()
    proven = command("query", "-q", CONSTRUCT, "--evidence", "-f", "json").json

    assert proven["columns"] == ["subject", "predicate", "object"]
    assert proven["total"] == len(graph) > 20
    assert all(row["evidence"] for row in proven["rows"])


@pytest.mark.parametrize("form", [*GRAPHS, "srj", "srx"])
def test_a_format_without_a_place_for_evidence_is_refused(form: str, command: Command) -> None:
    outcome = command("query", "-q", CONSTRUCT, "--evidence", "-f", form)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert f"'{form}'" in outcome.stderr
    assert ", ".join(TABLES) in outcome.stderr


def test_an_ending_for_graphs_is_refused_too(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "graph.ttl"

    outcome = command("query", "-q", CONSTRUCT, "--evidence", "-o", str(path))

    assert outcome.code == 2
    assert not path.exists()


def test_an_answer_that_the_documents_do_not_give_still_says_why(command: Command) -> None:
    outcome = command("query", "outcomes/verified", "--evidence", "-f", "csv")

    assert outcome.code == 0
    assert "the documents do not say" in outcome.stderr
    assert outcome.stderr.splitlines()[-1] == "0 rows"


def test_evidence_costs_no_citation_that_no_row_has(command: Command) -> None:
    text = command("query", *NAMED, "--evidence", "-f", "markdown").text

    body, _, notes = text.partition("\n\n")
    defined = [line.partition(":")[0] for line in notes.splitlines() if line.startswith("[^")]
    assert len(defined) > 5
    assert all(mark in body for mark in defined)


def test_the_example_project_shows_its_words(command: Command) -> None:
    example = ROOT / "docs" / "example"
    outcome = command(
        *("query", "-q", "SELECT ?x { ?x a tp:Project }", "--evidence", "-f", "json"),
        *("--store", str(example), "--documents", str(example / "documents")),
    )

    found = json.loads(outcome.stdout)
    words = [p["words"] for row in found["rows"] for s in row["evidence"] for p in s["passages"]]
    assert words
    assert all(words)
