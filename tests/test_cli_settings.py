"""Language, folders, colour and quiet: by option and by environment."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.tools.places import ROOT
from tests.tools.running import process

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tools.running import Command

SELECT = "SELECT ?p ?label { ?p a tp:Project ; rdfs:label ?label } ORDER BY ?label ?p LIMIT 4"


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
