"""``verify``: what it finds, where it says so, and how it ends."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tools.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command, Outcome

FILE = "documents/harbour-page.txt"
CLAIMS = "data/documents/harbour-page.trig"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example, whose page may be shown."""
    folder = tmp_path / "example"
    ignored = shutil.ignore_patterns("build")
    shutil.copytree(ROOT / "docs" / "example", folder, ignore=ignored)
    return folder


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def remove(path: Path, start: str) -> None:
    """Remove a claim, which ends in an empty line."""
    text = path.read_text("utf-8")
    first = text.index(start)
    path.write_text(text[:first] + text[text.index("\n\n", first) + 2 :], "utf-8")


def rows(outcome: Outcome) -> list[dict[str, str]]:
    found: list[dict[str, str]] = outcome.json["rows"]
    return found


def run(command: Command, folder: Path, *options: str) -> Outcome:
    return command("verify", "--store", str(folder), "-f", "json", *options)


def test_nothing_found_exits_with_0_and_says_what_was_read(example: Path, command: Command) -> None:
    outcome = run(command, example)

    assert (outcome.code, rows(outcome)) == (0, [])
    assert "stand in harbour-page" in outcome.stderr


@pytest.mark.parametrize(
    ("mistake", "rule", "value"),
    [
        (("tp:amount 6200000", "tp:amount 6300000"), "number", "6300000"),
        (('tp:currency "EUR"', 'tp:currency "JPY"'), "currency", "JPY"),
        (("qualifier:nearly", "qualifier:more-than"), "qualifier", "more-than"),
        (("basis:per-year", "basis:one-off"), "basis", "one-off"),
        (("passage harbour-page:262\\,281", "passage harbour-page:262\\,280"), "word", None),
        (("passage harbour-page:262\\,281", "passage harbour-page:262\\,99281"), "span", None),
        (('"Green Harbors"@en', '"Green Harbours"@en'), "text", "Green Harbours"),
        (("locality:sandholm", "locality:eastmark"), "name", "Eastmark"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    mistake: tuple[str, str], rule: str, value: str | None, example: Path, command: Command
) -> None:
    replaced(example / CLAIMS, *mistake)

    outcome = run(command, example)

    found = [row for row in rows(outcome) if row["rule"] == rule]
    assert outcome.code == 1
    assert found, outcome.text
    assert found[0]["place"].startswith(f"{CLAIMS}:")
    assert found[0]["claim"].startswith("claim:harbour-page-")
    assert value is None or value in {row["value"] for row in found}
    assert found[0]["remedy"]


def test_a_span_that_was_never_recorded_is_found(example: Path, command: Command) -> None:
    replaced(
        example / CLAIMS, "tp:context harbour-page:237\\,374", "tp:context harbour-page:237\\,484"
    )

    outcome = run(command, example)

    assert outcome.code == 1
    assert {row["rule"] for row in rows(outcome)} == {"digest"}


def test_a_claim_made_twice_is_found(example: Path, command: Command) -> None:
    text = (example / CLAIMS).read_text("utf-8")
    start = text.index("claim:harbour-page-dumk {")
    twice = text[start : text.index("\n\n", start)].replace("-dumk", "-dum2")
    (example / CLAIMS).write_text(f"{text}\n{twice}\n", "utf-8")

    outcome = run(command, example)

    assert [row["rule"] for row in rows(outcome)] == ["duplicate"]


def test_a_personal_value_is_not_shown(example: Path, command: Command) -> None:
    replaced(example / CLAIMS, "tel:+00-555-0199", "tel:+00-555-0198")

    outcome = run(command, example)

    assert [(row["rule"], row["value"]) for row in rows(outcome)] == [("text", "…")]
    assert "0198" not in outcome.text


def test_an_absent_document_is_a_finding(example: Path, command: Command) -> None:
    (example / FILE).unlink()

    outcome = run(command, example)

    assert outcome.code == 1
    assert [(row["rule"], row["value"]) for row in rows(outcome)] == [("file", "harbour-page.txt")]


@pytest.mark.parametrize("option", [(), ("--coverage",), ("--relocate",), ("--record",)])
def test_an_absent_folder_exits_with_3(
    option: tuple[str, ...], example: Path, command: Command
) -> None:
    shutil.rmtree(example / "documents")

    outcome = run(command, example, *option)

    assert outcome.code == 3
    assert "--documents" in outcome.stderr
    assert outcome.text == ""


def test_a_file_that_is_not_utf8_exits_with_3(example: Path, command: Command) -> None:
    (example / FILE).write_bytes(b"\xff\xfe")

    outcome = run(command, example)

    assert outcome.code == 3
    assert "harbour-page.txt" in outcome.stderr


def test_an_uncovered_sentence_is_listed_with_what_is_missing(
    example: Path, command: Command
) -> None:
    for name in ("kb6q", "jtd6"):
        remove(example / CLAIMS, f"claim:harbour-page-{name} {{")

    outcome = run(command, example, "--coverage")

    missing = {row["words"].partition(",")[0]: row["missing"] for row in rows(outcome)}
    assert outcome.code == 1
    assert missing == {
        "The project helps small enterprises": "enterprises",
        "Most harbour work in the islands is informal.": "no claim quotes it",
    }


def test_a_number_that_no_claim_carries_is_missing(example: Path, command: Command) -> None:
    replaced(example / CLAIMS, "tp:amount 6200000", "tp:amount 6300000")

    outcome = run(command, example, "--coverage")

    assert [(row["kind"], row["missing"]) for row in rows(outcome)] == [("sentence", "6.2 million")]


def test_a_changed_document_is_named_with_what_moved(example: Path, command: Command) -> None:
    file = example / FILE
    file.write_text("A line that was not there.\n" + file.read_text("utf-8"), "utf-8")

    outcome = run(command, example)

    assert outcome.code == 1
    assert [row["rule"] for row in rows(outcome)] == ["changed"]
    assert "0 spans stand where they stood, 130 moved" in outcome.stderr


def test_relocate_gives_the_place_of_each_moved_span(example: Path, command: Command) -> None:
    file = example / FILE
    file.write_text("A line that was not there.\n" + file.read_text("utf-8"), "utf-8")

    outcome = run(command, example, "--relocate")

    found = {row["old"]: row["new"] for row in rows(outcome)}
    assert outcome.code == 1
    assert len(found) == 130
    assert found["262,281"] == "289,308"


def test_relocate_tells_what_is_gone_and_what_was_edited(example: Path, command: Command) -> None:
    replaced(example / FILE, "founding member", "early friend")

    outcome = run(command, example, "--relocate")

    outcomes = {row["old"]: row["outcome"] for row in rows(outcome)}
    assert outcomes["341,373"] == "not found"
    assert outcomes["237,374"] == "its words changed"


def test_coverage_of_a_changed_document_is_not_judged(example: Path, command: Command) -> None:
    replaced(example / FILE, "founding member", "early friend")

    outcome = run(command, example, "--coverage")

    assert outcome.code == 1
    assert [row["kind"] for row in rows(outcome)] == ["document"]


def test_record_writes_a_digest_a_span(example: Path, command: Command) -> None:
    recorded = example / "data" / "documents" / "harbour-page.digests"
    before = recorded.read_text("utf-8")
    recorded.unlink()

    missing = run(command, example)
    outcome = run(command, example, "--record")

    assert [row["rule"] for row in rows(missing)] == ["record"]
    assert outcome.code == 0
    assert recorded.read_text("utf-8") == before


def test_a_broken_file_of_digests_exits_with_3(example: Path, command: Command) -> None:
    recorded = example / "data" / "documents" / "harbour-page.digests"
    recorded.write_text("1,2 what\n", "utf-8")

    outcome = run(command, example)

    assert outcome.code == 3
    assert "harbour-page.digests:1" in outcome.stderr


def test_two_questions_at_once_are_refused(example: Path, command: Command) -> None:
    outcome = run(command, example, "--coverage", "--relocate")

    assert outcome.code == 2
    assert "--coverage" in outcome.stderr


def test_findings_are_told_in_japanese(example: Path, command: Command) -> None:
    replaced(example / CLAIMS, "tp:amount 6200000", "tp:amount 6300000")

    outcome = run(command, example, "--lang", "ja")

    assert rows(outcome)[0]["remedy"] == "典拠箇所にこの数の記載が必要です"


@pytest.mark.parametrize("form", ["csv", "tsv", "markdown", "table", "xlsx"])
def test_findings_are_written_in_every_row_format(
    form: str, example: Path, command: Command
) -> None:
    replaced(example / CLAIMS, "tp:amount 6200000", "tp:amount 6300000")

    outcome = command("verify", "--store", str(example), "-f", form)

    assert outcome.code == 1
    assert outcome.stdout
