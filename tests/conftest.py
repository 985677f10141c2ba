"""What tests share: a project of their own, its graph, commands, and the shared folder."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools import networks
from tests.tools.loopback import Loopback, loopback
from tests.tools.places import ROOT
from tests.tools.running import Command
from tripartite import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.tools.dossiers import Dossiers
    from tripartite.dossier.content import Dossier


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no setting of the user's decide what a test sees."""
    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONHASHSEED")
    for name in (*names, *(key for key in os.environ if key.startswith("TRIPARTITE_"))):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source documents, which the project does not contain."""
    named = os.environ.get("TRIPARTITE_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if folder.is_dir():
        return folder
    why = f"{folder}: the source documents are not here; set TRIPARTITE_SHARED"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of our own project, so that tests running side by side do not meet."""
    folder = copied(tmp_path_factory.mktemp("project"))
    KnowledgeGraph.open(str(folder)).build()
    return folder


@pytest.fixture(scope="session")
def graph(project: Path) -> KnowledgeGraph:
    """The graph of our own data, in English, without the documents."""
    return KnowledgeGraph.open(str(project))


@pytest.fixture(scope="session")
def dossiers(project: Path) -> Dossiers:
    """Dossiers without the documents, by name and language, each made once."""

    @cache
    def made(name: str, language: str) -> Dossier:
        return KnowledgeGraph.open(str(project), language=language).dossier(name)

    return made


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose network is known, as ``networks`` draws it."""
    return networks.write(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small(small_folder: Path) -> KnowledgeGraph:
    """The graph of the small project."""
    return KnowledgeGraph.open(str(small_folder))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of our own project that a test may break; it is not built."""
    return copied(tmp_path / "copy")


@pytest.fixture
def command(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """``tripartite`` in this process, asking the copy of our own project."""
    monkeypatch.setenv("TRIPARTITE_STORE", str(project))
    return Command(capsysbinary, monkeypatch)


def copied(folder: Path) -> Path:
    """Copy what a project needs of its own; ontology and queries are the checkout's."""
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; in CI a missing one is a failure."""
    from tests.tools import browser  # noqa: PLC0415 (few tests need one)

    with browser.launched() as running:
        yield running


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    """A server on this machine that counts who asks it."""
    with loopback() as found:
        yield found


@pytest.fixture
def quiet(server: Loopback) -> Iterator[Loopback]:
    """A server that nobody has asked, and that nobody may have asked afterwards."""
    server.requests.clear()
    yield server
    assert server.requests == []
