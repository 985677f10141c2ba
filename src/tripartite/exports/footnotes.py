"""The proof below a table: one line a claim or remark, and the marks that point at it.

A row is marked where its evidence is more than the claims that its cells name. A remark that
holds for every row is said once, without a mark.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tripartite.curie import shorten
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import NamedNode

    from tripartite.model import Citation, Passage, Table

_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # there are fewer remarks than letters


def marks(table: Table, pattern: str = "[{}]") -> Mapping[NamedNode, str]:
    """Return the mark of each claim cited, numbered from 1 in order of appearance."""
    return {
        citation.claim: pattern.format(number)
        for number, citation in enumerate(table.citations, start=1)
    }


def lines(table: Table, lang: str) -> tuple[tuple[str, str], ...]:
    """Return mark and text of each citation, then of each remark that some rows make.

    ``("1", "stated · brochure § HEADING · 5–9 “words”")``, ``("a", "holds a value …")``.
    """  # noqa: RUF002  an en dash joins a span
    names = marks(table)
    cited = (
        (str(number), line(citation, lang, names))
        for number, citation in enumerate(table.citations, start=1)
    )
    return (*cited, *((letter, say(key, lang)) for key, letter in _lettered(table).items()))


def general(table: Table, lang: str) -> tuple[str, ...]:
    """Return the remarks that hold for every row."""
    key = "evidence-of-row" if len(table.rows) == 1 else "evidence-of-rows"
    return tuple(say(key, lang, remark=say(remark, lang)) for remark in _shared(table))


def of_rows(table: Table, pattern: str = "[{}]", *, runs: bool = True) -> tuple[str, ...]:
    """Return the marks behind each row, ``[1] [3]–[5] [a]``; nothing where no row has any.

    Args:
        table: Its citations hold all that its proofs rest on.
        pattern: How a mark is written.
        runs: Whether three marks or more in a row become two and a dash.
    """  # noqa: RUF002  an en dash joins marks
    numbers = {citation.claim: number for number, citation in enumerate(table.citations, start=1)}
    letters = _lettered(table)
    found = []
    for row, proof in zip(table.rows, table.proofs, strict=False):
        behind = sorted(numbers[source] for source in proof.sources if source not in row)
        parts = list(_runs(behind, pattern)) if runs else [pattern.format(n) for n in behind]
        parts += [pattern.format(letters[key]) for key in proof.remarks if key in letters]
        found.append(" ".join(parts))
    return tuple(found) if any(found) else ()


def _shared(table: Table) -> tuple[str, ...]:
    """Return the remarks that all proofs make, in the order of the first."""
    if not table.proofs:
        return ()
    first, *others = table.proofs
    return tuple(key for key in first.remarks if all(key in proof.remarks for proof in others))


def _lettered(table: Table) -> Mapping[str, str]:
    """Return a letter for each remark that only some rows make."""
    shared = _shared(table)
    keys = dict.fromkeys(key for proof in table.proofs for key in proof.remarks)
    return dict(zip((key for key in keys if key not in shared), _LETTERS, strict=False))


def _runs(numbers: Sequence[int], pattern: str) -> Iterator[str]:
    """Yield marks, three or more that follow each other as ``[3]–[5]``."""  # noqa: RUF002  an en dash joins marks
    # What follows its place by the same distance is of one run.
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [pattern.format(number) for _, number in group]
        if len(run) > 2:  # noqa: PLR2004  two marks are no run
            yield f"{run[0]}–{run[-1]}"  # noqa: RUF001  an en dash joins marks
        else:
            yield from run


def line(citation: Citation, lang: str, names: Mapping[NamedNode, str] | None = None) -> str:
    """Return standing, passages and the curator's remark; a heading once for its passages.

    Args:
        citation: Of a claim, or of a derivation, which has a rule and premises instead.
        lang: Language of the words between.
        names: The marks of other citations.
    """
    verdict = (say(citation.verdict, lang),) if citation.verdict else ()
    places = groupby(citation.passages, key=lambda passage: (passage.document, passage.heading))
    parts = [", ".join((citation.standing, *verdict))]
    for (document, heading), passages in places:
        mark = f" {say('section-mark', lang)} {_flat(heading)}" if heading else ""
        parts += [f"{document}{mark}", ", ".join(map(_span, passages))]
    if citation.rule:
        parts.append(say("by-rule", lang, rule=citation.rule))
    if citation.premises:
        order = {name: number for number, name in enumerate(names or {})}
        premises = " ".join(
            (names or {}).get(name) or shorten(name)
            for name in sorted(citation.premises, key=lambda name: order.get(name, len(order)))
        )
        parts.append(say("from-premises", lang, premises=premises))
    return " · ".join([*parts, *([_flat(citation.note)] if citation.note else [])])


def _span(passage: Passage) -> str:
    words = "" if passage.words is None else f" “{_flat(passage.words)}”"
    return f"{passage.start}–{passage.end}{words}"  # noqa: RUF001  an en dash joins a span


def _flat(text: str) -> str:
    return " ".join(text.split())
