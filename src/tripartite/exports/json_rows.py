"""Tables as one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tripartite.exports.cells import native

if TYPE_CHECKING:
    from tripartite.model import Citation, Table


def as_json(table: Table) -> str:
    """Write one object: columns, rows, total, notes, and citations where there are any."""
    content: dict[str, object] = {
        "columns": table.columns,
        "rows": [dict(zip(table.columns, map(native, row), strict=True)) for row in table.rows],
        "total": len(table.rows),
        "notes": table.notes,
    }
    if table.citations:
        content["citations"] = [_citation(citation) for citation in table.citations]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "claim": citation.claim.value,
        "standing": citation.standing,
        "verdict": citation.verdict or None,
        "note": citation.note or None,
        "passages": [
            {
                "document": passage.document,
                "start": passage.start,
                "end": passage.end,
                "heading": passage.heading or None,
                "words": passage.words,
            }
            for passage in citation.passages
        ],
    }
