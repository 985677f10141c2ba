"""What a rule finds: claims that disagree, or seem to, with the verdict of the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

CONTRADICT: Final = "contradict"
NOT_COMPARABLE: Final = "not-comparable"
DIFFER: Final = "differ"


class Found(NamedTuple):
    """One disagreement, not yet explained.

    Attributes:
        kind: Local name of a code of the kinds of tension: ``figures``, ``sum`` …
        subject: What it is about, at the level where readers compare.
        claims: The claims that are in it, in the order of the documents.
        judgement: ``CONTRADICT`` (cannot all be true), ``NOT_COMPARABLE`` (must not be set
            against each other) or ``DIFFER`` (both may be true; they tell it differently).
        reasons: Codes of what forbids to compare; empty unless ``NOT_COMPARABLE``.
    """

    kind: str
    subject: NamedNode
    claims: tuple[NamedNode, ...]
    judgement: str
    reasons: tuple[str, ...] = ()
