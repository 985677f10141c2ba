"""Tables as one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tripartite.curie import passage as passage_iri
from tripartite.exports.cells import native
from tripartite.exports.proof_columns import refuse_taken
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.model import Citation, Table

_EVIDENCE: Final = "evidence"
_REMARKS: Final = "evidence_remarks"


def as_json(table: Table, lang: str = "en") -> str:
    """Write one object: columns, rows, total, notes, and citations where there are any.

    With proofs, each row holds its own evidence, and citations are those of no row.

    Args:
        table: What to write.
        lang: Language of the remarks.

    Raises:
        UnsupportedFormatError: There are proofs, and a column has the name of their key.
    """
    cited = {citation.claim: citation for citation in table.citations}
    rows: list[dict[str, object]] = [
        dict(zip(table.columns, map(native, row), strict=True)) for row in table.rows
    ]
    if table.proofs:
        refuse_taken(table, (_EVIDENCE, _REMARKS))
    for row, proof in zip(rows, table.proofs, strict=False):
        row[_EVIDENCE] = [_citation(cited[source]) for source in proof.sources]
        row[_REMARKS] = [
            {"code": key.removeprefix("proof-"), "text": say(key, lang)} for key in proof.remarks
        ]
    told = {source for proof in table.proofs for source in proof.sources}
    content: dict[str, object] = {
        "columns": table.columns,
        "rows": rows,
        "total": len(table.rows),
        "notes": table.notes,
    }
    if cited.keys() - told:
        content["citations"] = [_citation(cited[claim]) for claim in cited if claim not in told]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "claim": citation.claim.value,
        "standing": citation.standing,
        "verdict": citation.verdict or None,
        "note": citation.note or None,
        "passages": [
            {
                "iri": passage_iri(passage.document, passage.start, passage.end).value,
                "document": passage.document,
                "start": passage.start,
                "end": passage.end,
                "heading": passage.heading or None,
                "words": passage.words,
            }
            for passage in citation.passages
        ],
        "rule": citation.rule or None,
        "premises": [premise.value for premise in citation.premises],
    }
