"""Did-you-mean: the known name closest to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the nearest known name, or an empty string if none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only after a mistyped name)

    by_folded = {item.casefold(): item for item in known}
    names = tuple(by_folded)
    close = process.extractOne(name.casefold(), names, scorer=fuzz.ratio, score_cutoff=60)
    return by_folded[close[0]] if close else ""
