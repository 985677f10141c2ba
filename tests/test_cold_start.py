"""A named query must not pay for engines that it does not use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.tools.running import python

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "jinja2",
    "lxml",
    "networkx",
    "openpyxl",
    "pyld",
    "pyshacl",
    "rapidfuzz",
    "rdflib",
    "rich",
    "starlette",
    "tree_sitter",
    "typst",
    "xlsxwriter",
}
SCRIPT = """
import json, sys
from tripartite.cli import run
code = run(sys.argv[1:])
sys.stderr.write(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "funding/by-donor", "-f", "csv"],
        ["query", "funding/by-donor", "--set", "donor=Government of Japan", "-f", "table"],
        ["query", "-q", "SELECT ?c { ?c a tp:Claim } LIMIT 3", "-f", "json"],
        ["queries", "-f", "markdown"],
        ["find", "ILO", "-f", "tsv"],
        ["show", "body:ilo"],
        ["tensions"],
        ["compare", "scheme:jpo", "figure:brochure-formalization-duration"],
        ["query", "-q", "ASK { ?c a tp:Claim }", "-f", "markdown"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_question_imports_no_heavy_engine(arguments: list[str], project: Path) -> None:
    outcome = python("-c", SCRIPT, *arguments, "--store", str(project), "--quiet")

    code, modules = json.loads(outcome.stderr.splitlines()[-1])

    assert code == 0
    assert {"click", "pyoxigraph", "tripartite"} <= set(modules)
    assert HEAVY & set(modules) == set()


def test_a_query_without_names_needs_no_index_of_names(project: Path) -> None:
    arguments = ("query", "funding/by-donor", "-f", "csv", "--store", str(project), "--quiet")

    outcome = python("-c", SCRIPT, *arguments)

    _, modules = json.loads(outcome.stderr.splitlines()[-1])
    assert "sqlite3" not in modules


@pytest.mark.parametrize(
    ("arguments", "engine"),
    [
        (["export", "-f", "jsonld"], "pyld"),
        (["query", "funding/by-donor", "--evidence", "-f", "csv"], "tree_sitter"),
    ],
    ids=["export", "evidence"],
)
def test_a_heavy_engine_would_be_seen(arguments: list[str], engine: str, project: Path) -> None:
    outcome = python("-c", SCRIPT, *arguments, "--store", str(project))

    _, modules = json.loads(outcome.stderr.splitlines()[-1])

    assert engine in modules


def test_only_the_network_pays_for_networkx(project: Path) -> None:
    outcome = python("-c", SCRIPT, "path", "Japan", "ILO", "--store", str(project))

    _, modules = json.loads(outcome.stderr.splitlines()[-1])

    assert HEAVY & set(modules) == {"networkx"}
