# ruff: noqa: INP001 (a script, in no package)
"""What ``make demo`` shows: build, check, ask with proof, export, and the example's words.

Each command is printed as a person would type it. The first that fails ends the demo with
its exit code.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
OUT: Final = Path("out")
TURTLE: Final = OUT / "tripartite.ttl"
JSON_LD: Final = OUT / "tripartite.jsonld"

# A heading, then the commands below it.
STEPS: Final = (
    (
        "1. Build the graph of the five documents, and check it",
        ("tripartite build -f table", "tripartite check -f table"),
    ),
    (
        "2. Ask it: every row has its proof below (document, heading, span)",
        (
            "tripartite query funding/by-donor --set donor=MHLW -f table",
            "tripartite query themes/towards-ratification -f table",
            "tripartite query outcomes/objectives --set owner='SSN Fund' -f table",
        ),
    ),
    (
        "3. See it: open out/mhlw.html in a browser",
        (
            "tripartite draw graph MHLW --hops 2 -o out/mhlw.html",
            "tripartite dossier MHLW -o out/mhlw.pdf",
        ),
    ),
    (
        "4. Take it with you",
        (f"tripartite export -o {TURTLE}", f"tripartite export -o {JSON_LD}"),
    ),
    (
        "5. See the words: a page that we invented, as its own small project",
        (
            "tripartite build --store docs/example -f table",
            "tripartite query funding/by-donor --store docs/example -f table",
            "tripartite show 'Green Harbours' --store docs/example -f table",
        ),
    ),
)


def main() -> int:
    """Run every step; return the exit code of the first command that fails."""
    (ROOT / OUT).mkdir(exist_ok=True)
    for heading, commands in STEPS:
        _say(f"\n{heading}")
        for command in commands:
            _say(f"\n$ {command}")
            code = _run(command)
            if code:
                return code
    _say(f"\nWritten: {ROOT / TURTLE}")
    _say(f"         {ROOT / JSON_LD}")
    _say("Next: .venv/bin/tripartite queries, and the tour in README.md")
    return 0


def _run(command: str) -> int:
    """Run a command of this environment in the checkout's folder."""
    name, *arguments = shlex.split(command)
    program = Path(sys.executable).with_name(name)
    return subprocess.run([program, *arguments], cwd=ROOT, check=False).returncode  # noqa: S603 (ours)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
