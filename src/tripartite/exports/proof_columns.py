"""Proof as columns, for formats that have nothing but cells.

Several values of a cell are joined by `` | ``; a ``|`` within a value is written ``¦``, so a cell
can be taken apart again. Claims and standings go together, as do passages and words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from tripartite.curie import passage
from tripartite.errors import UnsupportedFormatError
from tripartite.exports.cells import one_line
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.model import Cell, Citation, Passage, Proof, Table

COLUMNS: Final = (
    "evidence_claims",
    "evidence_standings",
    "evidence_documents",
    "evidence_passages",
    "evidence_words",
    "evidence_rules",
    "evidence_remarks",
)
SEPARATOR: Final = " | "


def with_proof(table: Table, lang: str) -> Table:
    """Return the table with ``COLUMNS`` at its end, which say what each row rests on.

    Args:
        table: With a proof a row and a citation for each source.
        lang: Language of the remarks.

    Raises:
        UnsupportedFormatError: The table has a column of such a name already.
    """
    refuse_taken(table, COLUMNS)
    cited = {citation.claim: citation for citation in table.citations}
    rows = (
        (*row, *_cells([cited[source] for source in proof.sources], proof, lang))
        for row, proof in zip(table.rows, table.proofs, strict=True)
    )
    return table._replace(columns=(*table.columns, *COLUMNS), rows=tuple(rows))


def refuse_taken(table: Table, names: Iterable[str]) -> None:
    """Refuse a table whose own columns have a name that evidence needs.

    Raises:
        UnsupportedFormatError: It has; the message names it.
    """
    for name in names:
        if name in table.columns:
            raise UnsupportedFormatError("column-taken", name=name)


def _cells(sources: list[Citation], proof: Proof, lang: str) -> tuple[Cell, ...]:
    passages = [place for source in sources for place in source.passages]
    return (
        _joined(source.claim.value for source in sources),
        _joined(_standing(source, lang) for source in sources),
        _joined(dict.fromkeys(place.document for place in passages)),
        _joined(passage(place.document, place.start, place.end).value for place in passages),
        _joined(place.words or "" for place in passages) if _at_hand(passages) else None,
        _joined(dict.fromkeys(source.rule for source in sources if source.rule)),
        _joined(say(key, lang) for key in proof.remarks),
    )


def _standing(source: Citation, lang: str) -> str:
    return f"{source.standing}, {say(source.verdict, lang)}" if source.verdict else source.standing


def _at_hand(passages: Iterable[Passage]) -> bool:
    return any(place.words for place in passages)


def _joined(values: Iterable[str]) -> Cell:
    text = SEPARATOR.join(one_line(value).replace("|", "¦") for value in values)
    return Literal(text) if text else None
