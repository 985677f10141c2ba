"""One table of what is recorded: ours and a peer's figure side by side, bars and whether they held.

python -m benchmarks.table
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

from benchmarks.measuring import RESULTS, number, say, table, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS: Final = ("what", "triples", "ours", "peer", "theirs", "theirs / ours", "bar", "")
# What the issue asks for, then the rest.
FIRST: Final = ("cold", "load", "queries", "validation", "exports", "memory")


def main() -> int:
    """Print the table."""
    say(table([COLUMNS, *(row for name in recorded() for row in rows(name))]))
    return 0


def recorded() -> list[str]:
    """Return the names of the results, in the order of the table."""
    found = sorted(path.stem for path in RESULTS.glob("*.json"))
    return sorted(found, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))


def result(name: str) -> Mapping[str, Any]:
    """Return what a benchmark recorded."""
    found: Mapping[str, Any] = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the comparisons of a result, then its other bars."""
    found = result(name)
    bars = dict(found.get("bars", {}))
    for one in found.get("compared", ()):
        bar = bars.pop(one["bar"], None)
        yield (
            one["what"],
            f"{one['size']:,}" if one["size"] else "our graph",
            f"{number(one['ours'])} {one['unit']}",
            one["peer"],
            f"{number(one['theirs'])} {one['unit']}",
            number(one["theirs_to_ours"]),
            _limit(bar) if bar else "",
            verdict(holds=bar["holds"]) if bar else "",
        )
    for text, bar in bars.items():
        held = verdict(holds=bar["holds"])
        yield (text, "", number(bar["value"]), "", "", "", bar["limit"], held)


def _limit(bar: Mapping[str, Any]) -> str:
    """Return a limit; one at most is of ours to the peer's, the other way round."""
    limit: str = bar["limit"]
    return f"ours / theirs {limit}" if limit.startswith("at most") else limit


if __name__ == "__main__":
    sys.exit(main())
