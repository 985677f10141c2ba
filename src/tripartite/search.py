"""Find entities by label or alias in either language, best match first."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from tripartite.naming import fold, names
from tripartite.reports import Hit

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from tripartite.store import EmbeddedStore

_CLOSE = 0.75


def find(store: EmbeddedStore, text: str) -> tuple[Hit, ...]:
    """Return what is called so: the same text, then prefixes, parts, and near spellings."""
    wanted = fold(text)
    best: dict[NamedNode, Hit] = {}
    if not wanted:
        return ()
    for name, subject, is_label in names(store):
        score = _score(wanted, fold(name)) - (0.0 if is_label else 0.01)
        if score >= _CLOSE / 2 and (subject not in best or score > best[subject].score):
            best[subject] = Hit(subject, name, score)
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.matched, str(hit.iri))))


def _score(wanted: str, name: str) -> float:
    """Return 1 for the same text, less for a prefix, a word, a part, a near spelling."""
    if wanted == name:
        return 1.0
    share = len(wanted) / len(name) / 10
    if name.startswith(wanted):
        return 0.8 + share
    if f" {wanted}" in name:
        return 0.7 + share
    if wanted in name:
        return 0.6 + share
    matcher = difflib.SequenceMatcher(None, wanted, name)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _CLOSE:
        return 0.0
    ratio = matcher.ratio()
    return ratio / 2 if ratio >= _CLOSE else 0.0
