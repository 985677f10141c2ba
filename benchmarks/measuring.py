"""What every benchmark shares: works timed in turn, bars, a table, results as data."""

from __future__ import annotations

import gc
import json
import math
import os
import platform
import resource
import signal
import statistics
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

RESULTS: Final = Path(__file__).parent / "results"
_MODEL: Final = "model name"
_AGAIN: Final = 0.05  # seconds between two attempts to end a work


class Taken(NamedTuple):
    """Seconds of one run or the median of several, and what the last one returned."""

    wall: float
    processor: float
    result: object = None

    def shared(self, times: int) -> Taken:
        """Return what one of so many in a row took."""
        return Taken(self.wall / times, self.processor / times, self.result)


class Clock:
    """Tells the time since it was made or last asked, children's processor time included."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), processor()

    def lap(self, result: object = None) -> Taken:
        """Return what was taken since, and begin anew."""
        wall, used = time.perf_counter(), processor()
        taken = Taken(wall - self._wall, used - self._processor, result)
        self._wall, self._processor = wall, used
        return taken


class Bar(NamedTuple):
    """What must hold: ``value`` is at least ``least`` and at most ``most``."""

    name: str
    value: float
    least: float = 0
    most: float = math.inf

    @property
    def holds(self) -> bool:
        """Whether it does."""
        return self.least <= self.value <= self.most

    @property
    def limit(self) -> str:
        """The limit in words."""
        return f"at least {self.least:g}" if self.least else f"at most {self.most:g}"


class Compared(NamedTuple):
    """One thing measured of us and of a peer, in the same rounds.

    Attributes:
        what: What was done.
        size: Of the data, in triples; 0 for our own graph.
        unit: Of both figures.
        ours: Our figure.
        peer: Who else did it.
        theirs: The peer's figure.
        least: The peer must need so many times what we do.
        most: We may need so many times what the peer does.
    """

    what: str
    size: int
    unit: str
    ours: float
    peer: str
    theirs: float
    least: float = 0
    most: float = math.inf

    @property
    def bars(self) -> list[Bar]:
        """What must hold of the two; nothing where no limit is set."""
        name = f"{self.what}, {self.size:,}" if self.size else self.what
        if self.least:
            return [Bar(f"{name}: {self.peer} / ours", self.theirs / self.ours, least=self.least)]
        if self.most < math.inf:
            return [Bar(f"{name}: ours / {self.peer}", self.ours / self.theirs, most=self.most)]
        return []

    def as_data(self) -> dict[str, object]:
        """Return what is recorded."""
        return {
            "what": self.what,
            "size": self.size,
            "unit": self.unit,
            "ours": significant(self.ours),
            "peer": self.peer,
            "theirs": significant(self.theirs),
            "theirs_to_ours": significant(self.theirs / self.ours),
            "bar": "".join(bar.name for bar in self.bars),
        }


def processor() -> float:
    """Return the seconds of processor that this process and its ended children have used."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in both]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(work: Callable[[], object]) -> Taken:
    """Run once."""
    clock = Clock()
    return clock.lap(work())


def in_turn(
    works: Mapping[str, Callable[[], object]], rounds: Mapping[str, int]
) -> dict[str, Taken]:
    """Return each work's median of its own number of runs, one run of each in turn.

    They alternate, so that a slow moment of the machine meets them all, and every other round
    goes backwards, so that none always comes after the same one. What one leaves for Python's
    collector is collected before the next begins.
    """
    runs: dict[str, list[Taken]] = {name: [] for name in works}
    for turn in range(max(rounds.values())):
        for name, work in list(works.items())[:: -1 if turn % 2 else 1]:
            if turn < rounds[name]:
                gc.collect()
                runs[name].append(timed(work))
    return {name: median(taken) for name, taken in runs.items()}


def medians(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Taken]:
    """Return the median of each work; a round before the first is not counted."""
    for work in works.values():
        work()
    return in_turn(works, dict.fromkeys(works, rounds))


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` in what takes longer, again and again: a work may catch it."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def median(runs: Sequence[Taken]) -> Taken:
    """Return the median of the runs, of each clock by itself."""
    wall = statistics.median(one.wall for one in runs)
    return Taken(wall, statistics.median(one.processor for one in runs), runs[-1].result)


def walls(taken: Mapping[str, Taken], digits: int = 4) -> dict[str, float]:
    """Return the seconds of the wall, rounded for a result."""
    return {name: round(one.wall, digits) for name, one in taken.items()}


def both(taken: Mapping[str, Taken], digits: int = 4) -> dict[str, dict[str, float]]:
    """Return the seconds of the wall and of the processor, rounded for a result."""
    return {
        name: {
            "wall_seconds": round(one.wall, digits),
            "processor_seconds": round(one.processor, digits),
        }
        for name, one in taken.items()
    }


def table(rows: Iterable[Sequence[object]]) -> str:
    """Return rows in columns, all but the first to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    )


def finish(
    name: str,
    found: Mapping[str, object],
    packages: Iterable[str],
    bars: Sequence[Bar] = (),
    compared: Sequence[Compared] = (),
) -> int:
    """Write ``results/<name>.json`` and print the bars; return 1 if one is missed.

    Args:
        name: Of the benchmark.
        found: What it measured.
        packages: Whose versions matter.
        bars: What must hold.
        compared: What was measured beside peers, with bars of its own.
    """
    bars = [*(bar for one in compared for bar in one.bars), *bars]
    record = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "versions": {package: version(package) for package in packages},
        **found,
    }
    if compared:
        record["compared"] = [one.as_data() for one in compared]
        say(table(map(_line, compared)))
    if bars:
        record["bars"] = {
            bar.name: {"value": round(bar.value, 3), "limit": bar.limit, "holds": bar.holds}
            for bar in bars
        }
        say(table((b.name, number(b.value), b.limit, verdict(holds=b.holds)) for b in bars))
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(record, indent=2, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    return 0 if all(bar.holds for bar in bars) else 1


def machine() -> dict[str, object]:
    """Return what the figures depend on beside the versions."""
    return {
        "processor": _model(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def verdict(*, holds: bool) -> str:
    """Return how a bar is told."""
    return "held" if holds else "missed"


def number(value: float) -> str:
    """Return a figure with as many digits as mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 (three digits)


def significant(value: float) -> float:
    """Round to three digits."""
    return float(f"{value:.3g}")


def say(text: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _line(one: Compared) -> tuple[str, ...]:
    ours, theirs = f"{number(one.ours)} {one.unit}", f"{number(one.theirs)} {one.unit}"
    times = f"{number(one.theirs / one.ours)} times"
    return (
        one.what,
        f"{one.size:,}" if one.size else "our graph",
        f"ours {ours}",
        f"{one.peer} {theirs}",
        times,
    )


def _model() -> str:
    """Return the processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith(_MODEL))
    return next(named, platform.processor())
