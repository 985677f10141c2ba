"""SARIF 2.1.0: what a code host needs of it, for files and for the project.

The rules checked here are those of the OASIS schema that bear on what we write; the schema
itself is in no package of ours.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tripartite.exports.sarif import of_findings
from tripartite.reports import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
ex:S a sh:NodeShape ; sh:targetClass ex:Person ; sh:property ex:Age , ex:Name , ex:Mail ,
  [ sh:path [ sh:inversePath ex:knows ] ; sh:minCount 1 ] .
ex:Age sh:path ex:age ; sh:minCount 1 ; sh:message "Give an age."@en , "年齢を記します。"@ja .
ex:Name sh:path ex:name ; sh:minCount 1 ; sh:severity sh:Warning .
ex:Mail sh:path ex:mail ; sh:minCount 1 ; sh:severity sh:Info ; sh:description "A way to write"@en .
"""
DATA = """@prefix ex: <http://example.org/> .

ex:a a ex:Person .
ex:b a ex:Person ; ex:age 3 ; ex:name "B" ; ex:mail "m" ; ex:knows ex:a , ex:b .
"""
FINDING = Finding(
    entity="Bangladesh",
    focus="country:bangladesh",
    property="ISO 3166-1 code",
    value="ZZ",
    message="A country's code exists.",
    claim="claim:example-abcd",
    place="data/entities/country.ttl:6",
    rule="shape:Country-iso3166",
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Options that name shapes, and data that breaks three of four."""
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "more data.ttl").write_text(DATA, encoding="utf-8")
    return ["--data", str(tmp_path / "more data.ttl"), "--shapes", str(tmp_path / "shapes.ttl")]


def faults(log: Any) -> list[str]:
    """Return what of a log SARIF 2.1.0 does not allow."""
    found = [] if log["version"] == "2.1.0" and "$schema" in log else ["version"]
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        found += [] if re.fullmatch("[a-z]{2}", run["language"]) else ["language"]
        found += [f"rule {r}" for r in rules if not (r["id"] and r["shortDescription"]["text"])]
        found += ["rules"] if len({r["id"] for r in rules}) != len(rules) else []
        for result in run["results"]:
            found += _faults(result, rules)
    return found


def _faults(result: Any, rules: Any) -> list[str]:
    checks = {
        "rule": rules[result["ruleIndex"]]["id"] == result["ruleId"],
        "level": result["level"] in ("none", "note", "warning", "error"),
        "message": bool(result["message"]["text"]),
        "properties": all(isinstance(text, str) for text in result["properties"].values()),
    }
    for location in result["locations"]:
        physical = location.get("physicalLocation")
        if physical:
            checks["uri"] = " " not in physical["artifactLocation"]["uri"]
            checks["line"] = physical["region"]["startLine"] >= 1
    return [name for name, holds in checks.items() if not holds]


def test_a_log_of_files_is_sarif(files: list[str], command: Command) -> None:
    outcome = command("check", *files, "-f", "sarif")

    assert outcome.code == 1
    assert faults(outcome.json) == []
    assert outcome.stderr.splitlines()[-1] == "3 findings"


def test_a_result_has_its_line_and_its_level(files: list[str], command: Command) -> None:
    results = command("check", *files, "-f", "sarif").json["runs"][0]["results"]

    levels = {result["ruleId"].rpartition("/")[2].strip(">"): result["level"] for result in results}
    places = {
        (
            at["physicalLocation"]["artifactLocation"]["uri"],
            at["physicalLocation"]["region"]["startLine"],
        )
        for result in results
        for at in result["locations"]
    }
    ((uri, line),) = places
    assert levels == {"Age": "error", "Name": "warning", "Mail": "note"}
    assert uri.endswith("more%20data.ttl")
    assert line == 3


def test_a_rule_has_its_help_in_both_languages(files: list[str], command: Command) -> None:
    for language, first in (("en", "Give an age."), ("ja", "年齢を記します。")):
        run = command("check", *files, "-f", "sarif", "--lang", language).json["runs"][0]

        rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"].endswith("Age>"))
        assert run["language"] == language
        assert rule["shortDescription"]["text"] == first
        assert set(rule["help"]["text"].split("\n\n")) == {"Give an age.", "年齢を記します。"}


def test_a_shape_without_a_message_is_described_by_what_it_says_of_itself(
    files: list[str], command: Command
) -> None:
    rules = command("check", *files, "-f", "sarif").json["runs"][0]["tool"]["driver"]["rules"]

    rule = next(rule for rule in rules if rule["id"].endswith("Mail>"))
    assert "A way to write" in rule["help"]["text"]


def test_a_nameless_shape_is_known_by_its_owner_and_path(tmp_path: Path, command: Command) -> None:
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(DATA.replace("ex:knows ex:a , ex:b", "ex:x 1"))

    run = command(
        *("check", "--data", str(tmp_path / "data.ttl"), "--shapes", str(tmp_path / "shapes.ttl")),
        *("-f", "sarif"),
    ).json["runs"][0]

    names = {result["ruleId"] for result in run["results"]}
    assert "<http://example.org/S> / ^(<http://example.org/knows>)" in names or (
        "<http://example.org/S> / ^<http://example.org/knows>" in names
    )


def test_the_same_findings_have_the_same_bytes_and_fingerprints_of_their_own(
    files: list[str], command: Command
) -> None:
    first, second = (command("check", *files, "-f", "sarif") for _ in range(2))

    prints = [
        result["partialFingerprints"]["finding/v1"] for result in first.json["runs"][0]["results"]
    ]
    assert first.stdout == second.stdout
    assert len(set(prints)) == 3


def test_standard_input_has_no_file_to_point_to(files: list[str], command: Command) -> None:
    outcome = command("check", "--data", "-", *files[2:], "-f", "sarif", stdin=DATA.encode())

    results = outcome.json["runs"][0]["results"]
    assert results
    assert all("physicalLocation" not in at for result in results for at in result["locations"])


def test_what_a_reader_must_know_is_a_notification(files: list[str], command: Command) -> None:
    outcome = command("check", *files, "-f", "sarif", "--max-results", "2")

    (told,) = outcome.json["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("only the first 2 results")
    assert "only the first 2 results" in outcome.stderr


def test_the_ending_of_a_file_tells_that_it_is_sarif(
    files: list[str], tmp_path: Path, command: Command
) -> None:
    path = tmp_path / "findings.sarif"

    command("check", *files, "-o", str(path))

    assert faults(json.loads(path.read_bytes())) == []


def test_a_finding_of_the_project_is_a_result() -> None:
    log = json.loads(of_findings((FINDING,), "en"))

    (result,) = log["runs"][0]["results"]
    assert faults(log) == []
    assert result["ruleId"] == "shape:Country-iso3166"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/entities/country.ttl"},
        "region": {"startLine": 6},
    }
    assert result["properties"]["claim"] == "claim:example-abcd"
