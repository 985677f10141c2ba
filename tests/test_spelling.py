"""Data has one spelling, and the tools that keep it do what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools import golden, spelling
from tests.tools.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite import KnowledgeGraph

FILES = spelling.files()


def test_data_files_of_both_kinds_were_found() -> None:
    assert len([path for path in FILES if path.suffix == ".trig"]) >= 6
    assert len([path for path in FILES if path.suffix == ".ttl"]) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_data_file_has_the_one_spelling(path: Path) -> None:
    assert path.read_text("utf-8") == spelling.spelled(path), "run: make format"


def test_a_difference_is_named_with_the_command_to_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data" / "note.ttl"
    path.parent.mkdir()
    path.write_text("<http://a.example/x>   <http://a.example/y> 'z' .")

    codes = [spelling.main(arguments, tmp_path) for arguments in (["--check"], [], ["--check"])]

    assert codes == [1, 0, 0]
    assert capsys.readouterr().out == "data/note.ttl\nrun: make format\ndata/note.ttl\n"
    assert path.read_text() == '<http://a.example/x> <http://a.example/y> "z" .\n'


def test_formatting_twice_is_formatting_once(copy: Path) -> None:
    assert spelling.main([], copy) == 0
    assert spelling.differing(spelling.files(copy), copy) == ()


def test_a_file_that_does_not_parse_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "note.ttl").write_text("nonsense")

    assert spelling.main([], tmp_path) == 3
    assert capsys.readouterr().err.startswith("data/note.ttl:1:")


def test_golden_tables_are_not_rewritten_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")

    assert golden.main() == 2
    assert "not rewritten in CI" in capsys.readouterr().err


def test_golden_tables_are_written_once_and_orphans_removed(
    tmp_path: Path, graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [query for query in graph.queries() if query.name == "funding/by-donor"]
    monkeypatch.setattr(type(graph), "queries", lambda _: few)
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "query.csv").write_text("x\n")
    (tmp_path / "funding").mkdir()
    (tmp_path / "funding" / "by-donor@donor=body:mhlw.csv").write_text("stale\n")

    first, second = (list(golden.rewrite(graph, tmp_path)) for _ in range(2))

    assert first == [
        "wrote funding/by-donor.csv",
        "wrote funding/by-donor@donor=body:mhlw.csv",
        "removed gone/query.csv",
    ]
    assert second == []
