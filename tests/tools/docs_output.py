"""Run what the documents show, and put the true output below each command.

A console block holds commands, each a line that begins with ``$ ``, and what a terminal of
100 columns shows for them. They run in a copy of the project that has none of the five
documents, so no block depends on what lies in a developer's checkout.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.tools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COLUMNS: Final = 100
_PARTS: Final = ("data", "docs", "ontology", "queries")
_FENCE: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT: Final = "$ "
_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Example:
    """One command of a document with the output printed below it."""

    command: str
    output: str


def documents() -> tuple[Path, ...]:
    """Return the documents whose blocks are run: README and docs, not the reference."""
    found = (path for path in (ROOT / "docs").rglob("*.md") if "reference" not in path.parts)
    return (ROOT / "README.md", *sorted(found))


def examples(text: str) -> tuple[Example, ...]:
    """Return the commands of a document's console blocks, in their order."""
    return tuple(example for block in _FENCE.finditer(text) for example in _split(block[1]))


def copy_project(folder: Path) -> None:
    """Copy what a command needs into ``folder`` and build both projects there."""
    for part in _PARTS:
        ignored = shutil.ignore_patterns("build", "out")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    run("tripartite build --quiet && tripartite build --quiet --store docs/example", folder)


def run(command: str, folder: Path) -> str:
    """Return what a terminal in ``folder`` shows for a command, both streams together."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    settings = termios.tcgetattr(theirs)
    settings[1] &= ~termios.OPOST  # a line ends in \n, not in \r\n
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    with subprocess.Popen(  # noqa: S603 (the commands are our own documents')
        ["/bin/bash", "-c", command],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b"".join(_chunks(ours))
        process.wait(_SECONDS)
    os.close(ours)
    return shown.decode()


def rewritten(text: str, answer: Callable[[str], str]) -> str:
    """Return a document with the output of each of its commands as ``answer`` gives it."""

    def block(match: re.Match[str]) -> str:
        parts = (_shown(example.command, answer) for example in _split(match[1]))
        return f"```console\n{''.join(parts)}```"

    return _FENCE.sub(block, text)


def drawn(text: str) -> tuple[Path, ...]:
    """Return the pictures in ``docs/`` that a document's commands write, below the project."""
    outputs = (re.search(r" -o (docs/\S+)", example.command) for example in examples(text))
    return tuple(Path(output[1]) for output in outputs if output)


def update(folder: Path) -> dict[Path, str]:
    """Return every document, and every picture it shows, as the commands write it in ``folder``."""
    copy_project(folder)
    found = {}
    for path in documents():
        text = path.read_text(encoding="utf-8")
        found[path] = rewritten(text, lambda command: run(command, folder))
        for picture in drawn(text):
            found[ROOT / picture] = (folder / picture).read_text(encoding="utf-8")
    return found


def _split(block: str) -> Iterator[Example]:
    """Split a block at its prompts; a command goes on to the line that closes its quotes."""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
        lines = part.removeprefix(_PROMPT).split("\n")
        ends = (n for n in range(1, len(lines)) if _is_whole("\n".join(lines[:n])))
        count = next(ends, len(lines))
        yield Example("\n".join(lines[:count]), "\n".join(lines[count:]))


def _is_whole(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:  # no closing quotation, or a backslash at the end
        return False
    return True


def _shown(command: str, answer: Callable[[str], str]) -> str:
    output = answer(command)
    end = "" if not output or output.endswith("\n") else "\n"
    return f"{_PROMPT}{command}\n{output}{end}"


def _chunks(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            return
        if not chunk:
            return
        yield chunk


def _environment(folder: Path) -> dict[str, str]:
    commands = Path(sys.executable).parent
    return {
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
        "TRIPARTITE_STORE": str(folder),
    }
