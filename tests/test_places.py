"""Where a project's folders are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.places import ROOT
from tripartite import places
from tripartite.errors import MissingInputError

if TYPE_CHECKING:
    from pathlib import Path


def test_our_own_project_is_the_default() -> None:
    found = places.locate()

    assert found.root == ROOT
    assert found.builds == ROOT / "build"
    assert found.documents == ROOT / "documents"


def test_a_small_project_uses_our_ontology_and_queries(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    found = places.locate(str(tmp_path))

    assert found.data == tmp_path / "data"
    assert (found.ontology, found.queries) == (ROOT / "ontology", ROOT / "queries")
    assert found.builds == tmp_path / "build"


def test_a_project_may_have_its_own_queries(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "queries").mkdir()

    assert places.locate(str(tmp_path)).queries == tmp_path / "queries"


def test_the_option_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("named", "set"):
        (tmp_path / name / "data").mkdir(parents=True)
    monkeypatch.setenv("TRIPARTITE_STORE", str(tmp_path / "set"))

    assert places.locate().root == tmp_path / "set"
    assert places.locate(str(tmp_path / "named")).root == tmp_path / "named"


def test_a_folder_that_is_no_project_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="no project here"):
        places.locate(str(tmp_path))


def test_a_missing_folder_of_documents_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_DOCUMENTS", str(tmp_path / "nowhere"))

    with pytest.raises(MissingInputError, match="nowhere: no such folder"):
        places.locate()
