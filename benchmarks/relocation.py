"""How many cited spans are found again after a document has changed in a known way.

Run as ``python -m benchmarks.relocation DOCUMENTS``. Every change is made here, so the true new
place of each span is known.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import places
from tripartite.build import sources
from tripartite.verification.digests import of_spans
from tripartite.verification.files import read_files
from tripartite.verification.reading import read
from tripartite.verification.relocation import relocate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tripartite.verification.relocation import Move

SEED: Final = 5
_QUOTES: Final = {"\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"}


class Edit(NamedTuple):
    """One stretch of a text and what takes its place."""

    start: int
    end: int
    new: str


def inserted(_: str, __: Random) -> Iterator[Edit]:
    """Put a paragraph before the text."""
    yield Edit(0, 0, "A new first paragraph of some words that were not there before.\n\n")


def rewrapped(text: str, rng: Random) -> Iterator[Edit]:
    """Break the lines elsewhere."""
    for found in re.finditer(r"\s+", text):
        yield Edit(*found.span(), "\n" if rng.random() < 0.3 else " ")  # noqa: PLR2004 (any share)


def requoted(text: str, _: Random) -> Iterator[Edit]:
    """Use typewriter quotation marks."""
    for found in re.finditer("|".join(_QUOTES), text):
        yield Edit(*found.span(), _QUOTES[found[0]])


def reworded(share: float) -> Callable[[str, Random], Iterator[Edit]]:
    """Return a change of this share of the words."""

    def change(text: str, rng: Random) -> Iterator[Edit]:
        for found in re.finditer(r"\w+", text):
            if rng.random() < share:
                yield Edit(*found.span(), "changed")

    return change


def shortened(text: str, rng: Random) -> Iterator[Edit]:
    """Delete four sentences."""
    sentences = [found.span() for found in re.finditer(r"[^.]+\.\s", text)]
    for start, end in sorted(rng.sample(sentences, 4)):
        yield Edit(start, end, "")


CHANGES: Final[Mapping[str, Callable[[str, Random], Iterator[Edit]]]] = {
    "a paragraph before it": inserted,
    "other line breaks": rewrapped,
    "other quotation marks": requoted,
    "four sentences deleted": shortened,
    "1 word in 100 changed": reworded(0.01),
    "5 words in 100 changed": reworded(0.05),
}


def moved(offset: int, edits: list[Edit]) -> int | None:
    """Return where an offset is after the edits; ``None`` if one of them covers it."""
    if any(edit.start < offset < edit.end for edit in edits):
        return None
    return offset + sum(len(e.new) - (e.end - e.start) for e in edits if e.end <= offset)


def judged(move: Move, edits: list[Edit]) -> str:
    """Compare a proposal with the truth."""
    ends = tuple(moved(offset, edits) for offset in (move.old.start, move.old.end))
    if move.outcome in ("several", "lost"):
        return move.outcome
    place = move.places[0]
    right = "right" if (place.start, place.end) == ends else "wrong"
    return f"edited, {right}" if move.is_edited else right


def main(folder: str) -> None:
    """Print a line a change: how many spans were found right, wrong, or not at all."""
    reading = read(sources.read(places.locate()))
    texts = read_files(reading.documents, Path(folder)).texts
    for name, change in CHANGES.items():
        counts: Counter[str] = Counter()
        seconds = 0.0
        for slug, text in texts.items():
            edits = list(change(text, Random(SEED)))  # noqa: S311 (a choice to be repeated)
            pieces = zip([0, *(e.end for e in edits)], edits, strict=False)
            new = "".join(text[at : edit.start] + edit.new for at, edit in pieces)
            new += text[edits[-1].end if edits else 0 :]
            recorded = of_spans(reading, slug, text)
            start = time.perf_counter()
            moves = relocate(slug, new, recorded)
            seconds += time.perf_counter() - start
            counts.update(judged(move, edits) for move in moves)
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        sys.stdout.write(f"{name}: {told}; {seconds:.1f} s\n")


if __name__ == "__main__":
    main(sys.argv[1])
