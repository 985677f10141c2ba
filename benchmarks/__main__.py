"""Run the benchmarks one after the other and print the table: what ``make bench`` does."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from typing import Final

from benchmarks import data, table
from benchmarks.measuring import say

# What else there is: it needs Chromium or Graphviz, or is told in a document of its own.
REST: Final = (
    "find",
    "evidence",
    "snapshots",
    "server",
    "worker",
    "pictures",
    "page",
    "depths",
)


def main() -> int:
    """Return 1 if a bar is missed or a benchmark failed."""
    known = (*table.FIRST, *REST)
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    # No choices: argparse would refuse to be given none.
    parser.add_argument("name", nargs="*", help=f"only these of {', '.join(known)}")
    chosen = parser.parse_args().name or (*table.FIRST, *(REST if data.FULL else ()))
    if unknown := {*chosen} - {*known}:
        parser.error(f"no benchmark is named {', '.join(sorted(unknown))}")
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, data.FOLDER: folder}
        for name in chosen:
            started = time.monotonic()
            command = [sys.executable, "-m", f"benchmarks.{name}"]
            done = subprocess.run(command, env=environment, check=False)  # noqa: S603 (our own)
            say(f"{name}: {time.monotonic() - started:.0f} s\n")
            missed += [name] if done.returncode else []
    table.main()
    if missed:
        say(f"a bar is missed in {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
