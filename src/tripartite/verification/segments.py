"""A document cut into what a reader would tick off: sentences, headings, list items."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.verification.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKER: Final = re.compile(r"\s*(?:[•●▪◦*·-]|\d{1,2}[.)]|[a-z][.)]|[IVX]{1,4}\.)\s+")
_ENDS: Final = ".!?"
_SENTENCE: Final = re.compile(
    r"[.!?][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9©\u3040-\u9fff])|。"
)
_ABBREVIATED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|No|St|vs|e\.g|i\.e|Tel|[A-Z])\.\s*$")


class Segment(NamedTuple):
    """One sentence, heading or list item.

    Attributes:
        kind: ``heading``, ``item`` or ``sentence``.
    """

    span: Span
    kind: str


def segments(
    slug: str, text: str, headings: Sequence[tuple[Span, str]] = ()
) -> tuple[Segment, ...]:
    """Cut a text at line ends that end something, at sentence ends and around headings.

    Args:
        slug: The document's slug.
        text: The document.
        headings: The document's sections with the heading each prints, if it prints one.
    """
    known = {span for span in (_heading(text, *section) for section in headings) if span}
    found: list[Segment] = []
    for start, end in _blocks(text, known):
        if (start, end) in known:
            found.append(Segment(Span(slug, start, end), "heading"))
            continue
        is_item = bool(MARKER.match(text, start, end))
        pieces = list(_sentences(text, start, end))
        for piece in pieces:
            kind = "item" if is_item else _kind(text, piece, alone=len(pieces) == 1)
            found.append(Segment(Span(slug, *piece), kind))
    return tuple(found)


def _kind(text: str, piece: tuple[int, int], *, alone: bool) -> str:
    return "heading" if alone and text[piece[1] - 1] not in _ENDS else "sentence"


def _heading(text: str, span: Span, label: str) -> tuple[int, int] | None:
    """Return where a section's printed heading stands; ``None`` if it prints none."""
    if not label:
        return None
    words = r"\s+".join(re.escape(word) for word in label.split())
    line = re.compile(rf"^\s*({words})\s*?$", re.IGNORECASE | re.MULTILINE)
    found = line.search(text, span.start, span.end)
    return found.span(1) if found else None


def _blocks(text: str, known: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches that no line end cuts; a known heading is a stretch of its own."""
    cuts = {0, len(text)} | {cut for span in known for cut in span}
    for found in re.finditer(r"\s*\n\s*", text):
        if not _continues(text, found.start(), found.end()):
            cuts |= {found.start(), found.end()}
    inside = [cut for cut in cuts if any(a < cut < b for a, b in known)]
    ordered = sorted(cuts - set(inside))
    for start, end in pairwise(ordered):
        if words := text[start:end].strip():
            first = text.index(words, start)
            yield first, first + len(words)


def _continues(text: str, start: int, end: int) -> bool:
    """Tell whether a line goes on after its end: the next begins in lower case or midway."""
    if MARKER.match(text, end) or start == 0 or text[start - 1] in _ENDS + ":":
        return False
    midway = text[start] in " \t\u00a0" or text[start - 1] in "-,"
    return midway or text[end : end + 1].islower()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for found in _SENTENCE.finditer(text, start, end):
        if _ABBREVIATED.search(text, first, found.end()) or MARKER.fullmatch(
            text, first, found.end()
        ):
            continue
        stop = found.start() + len(found[0].rstrip())
        yield first, stop
        first = found.end()
    if first < end:
        yield first, end
