"""Where the cited spans of a changed document stand now, found by their digests.

Long spans that occur once are anchors. A shorter one, such as a name, stands many times in
a document: it is taken where it stands within the anchor around it, or where the anchors on
both sides of it moved by the same distance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.verification.digests import windows
from tripartite.verification.values import Span
from tripartite.verification.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tripartite.verification.digests import Digest

OUTCOMES: Final = ("same", "moved", "edited", "several", "lost")
_ANCHOR: Final = 4  # words: a span of fewer may be anybody's


class Move(NamedTuple):
    """Where a span stands in the changed text.

    Attributes:
        places: One if it was found, several if it cannot be told which, none if it is gone.
        is_edited: Whether its own words changed, so that its place follows from those inside.
    """

    old: Span
    places: tuple[Span, ...]
    is_edited: bool = False

    @property
    def outcome(self) -> str:
        """One of ``OUTCOMES``."""
        if not self.places:
            return "lost"
        if len(self.places) > 1:
            return "several"
        if self.is_edited:
            return "edited"
        return "same" if self.places[0] == self.old else "moved"


def relocate(slug: str, text: str, recorded: Mapping[Span, Digest]) -> tuple[Move, ...]:
    """Return where each recorded span of a document stands in its new text, in order."""
    candidates = sorted(_candidates(slug, text, recorded).items())
    anchors = [
        Move(span, places)
        for span, places in candidates
        if recorded[span].words >= _ANCHOR and len(places) == 1
    ]
    moves = [Move(span, _chosen(span, places, anchors)) for span, places in candidates]
    found = [move for move in moves if len(move.places) == 1]
    return tuple(move if move.places else _edited(move.old, found) for move in moves)


def _edited(span: Span, found: Sequence[Move]) -> Move:
    """Place a span whose words changed by the first and the last span found inside it."""
    inside = [move for move in found if move.old.lies_in(span)]
    if not inside:
        return Move(span, ())
    first = min(inside, key=lambda move: move.old.start)
    last = max(inside, key=lambda move: move.old.end)
    start = first.places[0].start - (first.old.start - span.start)
    end = last.places[0].end + (span.end - last.old.end)
    place = Span(span.document, max(start, 0), end)
    return Move(span, (place,) if place.start < place.end else (), is_edited=True)


def _candidates(
    slug: str, text: str, recorded: Mapping[Span, Digest]
) -> dict[Span, tuple[Span, ...]]:
    """Return every place where a span's words stand."""
    found = list(tokens(text))
    wanted: dict[int, dict[str, list[Span]]] = {}
    for span, kept in recorded.items():
        wanted.setdefault(kept.words, {}).setdefault(kept.code, []).append(span)
    places: dict[Span, list[Span]] = {span: [] for span in recorded}
    words = [token.text for token in found]
    for length, codes in wanted.items():
        for at, code in enumerate(windows(words, length)):
            for span in codes.get(code, ()):
                places[span].append(Span(slug, found[at].start, found[at + length - 1].end))
    return {span: tuple(all_) for span, all_ in places.items()}


def _chosen(span: Span, places: tuple[Span, ...], anchors: Sequence[Move]) -> tuple[Span, ...]:
    """Return the place that the anchors point at, else all that they allow."""
    around = [move for move in anchors if span.lies_in(move.old)]
    if around:
        anchor = min(around, key=lambda move: move.old.end - move.old.start)
        within = tuple(place for place in places if place.lies_in(anchor.places[0]))
        return _moved_by({_distance(anchor)}, span, within) or within
    before = [move for move in anchors if move.old.end <= span.start]
    behind = [move for move in anchors if span.end <= move.old.start]
    left = max(before, key=lambda move: move.old.end, default=None)
    right = min(behind, key=lambda move: move.old.start, default=None)
    places = tuple(place for place in places if _between(place, left, right))
    distances = {_distance(move) for move in (left, right) if move}
    return (len(distances) == 1 and _moved_by(distances, span, places)) or places


def _between(place: Span, left: Move | None, right: Move | None) -> bool:
    """Tell whether a place keeps its order; where the anchors do not, any place will do."""
    floor = left.places[0].end if left else 0
    ceiling = right.places[0].start if right else place.end
    return floor > ceiling or (floor <= place.start and place.end <= ceiling)


def _moved_by(distances: set[int], span: Span, places: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(place for place in places if place.start - span.start in distances)


def _distance(move: Move) -> int:
    return move.places[0].start - move.old.start
