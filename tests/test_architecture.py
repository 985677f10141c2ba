"""The size of modules and what must be absent; layers are import-linter's, in make check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tools.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 200
# Modules that are longer, and why.
LONG = {
    "messages/en.py": "one table: a line a message",
    "messages/ja.py": "one table: a line a message",
}
# Modules that write queries: they take the one that was asked apart and ask its parts.
REWRITES = re.compile("evidence/")
SOURCE = ROOT / "src" / "tripartite"
MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_modules_were_found() -> None:
    assert len(MODULES) > 50


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_or_has_a_reason(path: Path) -> None:
    assert lines(path) <= LONGEST or name_of(path) in LONG


def test_no_reason_is_kept_for_a_module_that_is_short() -> None:
    assert {name for name in LONG if lines(SOURCE / name) <= LONGEST} == set()


def test_there_is_no_module_for_everything() -> None:
    vague = {"utils", "helpers", "common", "core", "base"}

    assert {path.stem for path in MODULES} & vague == set()


def test_only_the_command_line_prints_or_exits() -> None:
    outside = [path for path in MODULES if not name_of(path).startswith(("cli/", "__main__"))]
    found = {
        name_of(path)
        for path in outside
        if re.search(r"\bprint\(|sys\.exit\(|sys\.stdout", path.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_there_is_no_query_text_in_python() -> None:
    found = {
        name_of(path)
        for path in MODULES
        if not REWRITES.match(name_of(path))
        and re.search(r"SELECT .*[{\n].*WHERE", path.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_no_error_is_swallowed() -> None:
    broad = {
        name_of(path)
        for path in MODULES
        if re.search(r"except (Exception|BaseException)?:", path.read_text(encoding="utf-8"))
    }

    assert broad <= {"cli/__init__.py"}
