"""One broken fact of each class is found and told so that a desk officer understands.

A whole check takes seconds, so each run checks a copy of the project with several facts
broken at once; each must give its own finding.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.conftest import copied
from tests.tools.mistakes import MISTAKES
from tripartite import vocabulary as v

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.mistakes import Broken
    from tests.tools.running import Command

RUNS: Final = 4


@pytest.fixture(scope="module")
def header() -> str:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())


def batch(number: int) -> dict[str, Broken]:
    names = sorted(MISTAKES)[number::RUNS]
    return {name: MISTAKES[name] for name in names}


@pytest.mark.slow
@pytest.mark.parametrize("number", range(RUNS))
def test_each_broken_fact_has_a_finding(
    number: int, tmp_path: Path, header: str, command: Command
) -> None:
    folder = copied(tmp_path / "broken")
    for name, mistake in batch(number).items():
        path = folder / "data" / "documents" / f"broken-{name}.trig"
        path.write_text(f"{header}\n{mistake.written}", encoding="utf-8")

    outcome = command("check", "--store", str(folder), "-f", "json")

    assert outcome.code == 1, outcome.stderr
    findings = outcome.json["rows"]
    missed = {
        name: [f for f in findings if name in (f["place"] or "")]
        for name, mistake in batch(number).items()
        if not any(is_told(mistake, name, finding) for finding in findings)
    }
    assert missed == {}, json.dumps(missed, ensure_ascii=False, indent=1)


def is_told(mistake: Broken, name: str, finding: dict[str, str | None]) -> bool:
    """Tell whether a finding names the entity, the property, the remedy, and the place."""
    place = rf"data/documents/broken-{name}\.trig:\d+"
    return (
        (finding["rule"] or "").startswith(mistake.rule)
        and (finding["entity"] or "").startswith(mistake.entity)
        and (finding["property"] or "").startswith(mistake.property)
        and mistake.says in (finding["message"] or "")
        and bool(re.fullmatch(place, finding["place"] or ""))
        and (not mistake.claim or (finding["claim"] or "").startswith("claim:broken-"))
    )


def test_enough_classes_of_facts_are_broken() -> None:
    assert len(MISTAKES) >= 20
    assert {name for number in range(RUNS) for name in batch(number)} == MISTAKES.keys()


@pytest.mark.slow
def test_our_own_data_has_no_finding(command: Command) -> None:
    outcome = command("check", "-f", "tsv")

    assert outcome.text.splitlines()[1:] == []
    assert outcome.code == 0


@pytest.mark.slow
def test_findings_are_told_in_japanese(tmp_path: Path, header: str, command: Command) -> None:
    folder = copied(tmp_path / "broken")
    mistake = MISTAKES["result-without-realisation"]
    (folder / "data" / "documents" / "x.trig").write_text(f"{header}\n{mistake.written}", "utf-8")

    outcome = command("check", "--store", str(folder), "--lang", "ja", "-f", "json")

    told = [f for f in outcome.json["rows"] if f["rule"] == mistake.rule]
    assert [f["entity"] for f in told] == ["Everybody is content（壊）"]
    assert "実現の段階" in told[0]["message"]
