"""Find named queries by words: those that hold every word, else the nearest to a question."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tripartite.model import NamedQuery

_WORD: Final = re.compile(r"[\w+]+")
_EASTERN: Final = re.compile(r"[぀-ヿ㐀-鿿]+")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ations?|ies|ing|ed|es|s|e|y)$")
_SUMMARY: Final = 0.4  # a summary is long and names what the query leaves out, too
_NEAR: Final = 0.45  # of the best score: less shares a chance word only


def matching(queries: Sequence[NamedQuery], text: str) -> tuple[NamedQuery, ...]:
    """Return the queries that hold every word of ``text``, in their own order.

    Where none does, ``text`` is read as a question: the queries that share its rarer words,
    best first. A word's ending does not count; Japanese is compared by pairs of characters.
    """
    words = _fold(text).split()
    exact = tuple(query for query in queries if all(word in _whole(query) for word in words))
    return exact or _nearest(queries, text)


def _nearest(queries: Sequence[NamedQuery], text: str) -> tuple[NamedQuery, ...]:
    asked = [set(_terms(_asked(query))) for query in queries]
    added = [
        set(_terms(query.summary)) - terms for query, terms in zip(queries, asked, strict=True)
    ]
    spread = Counter(term for terms in (*asked, *added) for term in terms)
    weights = {t: math.log(len(queries) / spread[t]) for t in set(_terms(text)) if t in spread}
    scores = {
        query.name: sum(weights.get(term, 0) for term in terms)
        + _SUMMARY * sum(weights.get(term, 0) for term in more)
        for query, terms, more in zip(queries, asked, added, strict=True)
    }
    least = max(scores.values(), default=0) * _NEAR
    near = (q for q in queries if scores[q.name] > 0 and scores[q.name] >= least)
    return tuple(sorted(near, key=lambda query: (-scores[query.name], query.name)))


def _terms(text: str) -> Iterator[str]:
    folded = _fold(text)
    for word in _WORD.findall(_EASTERN.sub(" ", folded)):
        yield _ENDING.sub("", word)
    for run in _EASTERN.findall(folded):
        yield from (run[start : start + 2] for start in range(max(len(run) - 1, 1)))


def _asked(query: NamedQuery) -> str:
    return " ".join((query.name, *query.tags, *query.questions.values()))


def _whole(query: NamedQuery) -> str:
    return _fold(f"{_asked(query)} {query.summary}")


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
