"""Row formats by name: each writes a table or the truth value of an ASK query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tripartite.exports.sparql_results import as_srj, as_srx, as_table
from tripartite.exports.tables import as_csv, as_json, as_markdown, as_tsv
from tripartite.exports.terminal import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tripartite.model import Table


@dataclass(frozen=True, slots=True)
class Layout:
    """What the formats for people follow; data formats ignore it.

    Attributes:
        lang: Language of the count and the proof.
        width: Columns of the terminal; ``None`` wraps nothing.
    """

    lang: str = "en"
    width: int | None = None


def _xlsx(table: Table, _layout: Layout) -> bytes:
    from tripartite.exports.xlsx import as_xlsx  # noqa: PLC0415  keeps the cold path short

    return as_xlsx(table)


FORMATS: Final[Mapping[str, Callable[[Table, Layout], str | bytes]]] = {
    "table": lambda table, layout: as_text(table, layout.lang, layout.width),
    "csv": lambda table, _: as_csv(table),
    "tsv": lambda table, _: as_tsv(table),
    "json": lambda table, _: as_json(table),
    "markdown": lambda table, layout: as_markdown(table, layout.lang),
    "xlsx": _xlsx,
    "srj": lambda table, _: as_srj(table),
    "srx": lambda table, _: as_srx(table),
}
ANSWER_FORMATS: Final[Mapping[str, Callable[[bool], str | bytes]]] = {
    "table": lambda answer: f"{str(answer).lower()}\n",
    "csv": lambda answer: as_csv(as_table(answer)),
    "tsv": lambda answer: as_tsv(as_table(answer)),
    "json": lambda answer: as_json(as_table(answer)),
    "markdown": lambda answer: as_markdown(as_table(answer)),
    "xlsx": lambda answer: _xlsx(as_table(answer), Layout()),
    "srj": as_srj,
    "srx": as_srx,
}
