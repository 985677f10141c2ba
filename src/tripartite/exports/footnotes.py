"""The proof below a table: one line a claim, and the marks that point at it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Citation, Passage, Table


def marks(table: Table, pattern: str = "[{}]") -> Mapping[NamedNode, str]:
    """Return the mark of each claim cited, numbered from 1 in order of appearance."""
    return {
        citation.claim: pattern.format(number)
        for number, citation in enumerate(table.citations, start=1)
    }


def lines(table: Table, lang: str, pattern: str = "[{}] ") -> tuple[str, ...]:
    """Return one line a citation, ``[1] stated · brochure § HEADING · 5–9 “words”``."""  # noqa: RUF002  an en dash joins a span
    return tuple(
        pattern.format(number) + line(citation, lang)
        for number, citation in enumerate(table.citations, start=1)
    )


def line(citation: Citation, lang: str) -> str:
    """Return standing, passages and the curator's remark; a heading once for its passages."""
    verdict = (say(citation.verdict, lang),) if citation.verdict else ()
    places = groupby(citation.passages, key=lambda passage: (passage.document, passage.heading))
    parts = [", ".join((citation.standing, *verdict))]
    for (document, heading), passages in places:
        mark = f" {say('section-mark', lang)} {_flat(heading)}" if heading else ""
        parts += [f"{document}{mark}", ", ".join(map(_span, passages))]
    return " · ".join([*parts, *([_flat(citation.note)] if citation.note else [])])


def _span(passage: Passage) -> str:
    words = "" if passage.words is None else f" “{_flat(passage.words)}”"
    return f"{passage.start}–{passage.end}{words}"  # noqa: RUF001  an en dash joins a span


def _flat(text: str) -> str:
    return " ".join(text.split())
