"""Run commands as a person does, in this process or in one of their own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tripartite import cli

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.stdout.decode()

    @property
    def json(self) -> Any:
        """Standard output as the JSON value it is."""
        return json.loads(self.stdout)


@dataclass(frozen=True, slots=True)
class Command:
    """Runs ``tripartite`` in this process; output is captured."""

    captured: pytest.CaptureFixture[bytes]
    patch: pytest.MonkeyPatch

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        """Run one command; an argument is never split."""
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self.captured.readouterr()
        code = cli.run(arguments)
        out, err = self.captured.readouterr()
        return Outcome(code, out, err.decode())


def process(
    *arguments: str, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Outcome:
    """Run ``tripartite`` in a process of its own."""
    return python("-m", "tripartite", *arguments, environment=environment, stdin=stdin)


def python(
    *arguments: str, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Outcome:
    """Run our own interpreter."""
    done = subprocess.run(  # noqa: S603 (our own interpreter and arguments)
        [sys.executable, *arguments],
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode())
