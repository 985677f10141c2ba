"""The rows behind a flow for people: names, and each amount as one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.model import Table
from tripartite.pictures.flow.table import rows

if TYPE_CHECKING:
    from tripartite.pictures.flow.svg import Drawn

_COLUMNS: Final = (
    "ribbon",
    *("fromLabel", "viaLabel", "toLabel", "relationLabel", "componentLabel"),
    *("said", "drawn", "standing", "verdict", "claim"),
)


def twin(drawn: Drawn) -> Table:
    """Return the rows of ``table`` with few columns: an amount has its basis and period."""
    headings = (name.removesuffix("Label").replace("said", "amount") for name in _COLUMNS)
    found = tuple(tuple(map(row.get, _COLUMNS)) for row in rows(drawn))
    return Table(tuple(headings), found)
