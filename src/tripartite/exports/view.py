"""An entity for people to read: what it is, its facts with proof, who refers to it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tripartite.curie import shorten
from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.model import Cell, Table
    from tripartite.reports import View

_OF_OTHERS = ("incoming", "disagreements")


def as_view(view: View, lang: str = "en") -> str:
    """Return the view as plain text, a fact a line and its proof indented below it."""
    about = (
        ("what-it-is", view.kinds),
        ("aliases", view.aliases),
        ("identifiers", view.identifiers),
    )
    parts = [
        f"{view.label}  ({shorten(view.iri)})",
        *(f"  {say(key, lang)}: {', '.join(values)}" for key, values in about if values),
    ]
    sections = (
        ("facts", view.facts),
        ("incoming", view.incoming),
        ("disagreements", view.disagreements),
        ("identities", view.identities),
    )
    for key, table in sections:
        if table.rows:
            parts += ["", say(key, lang), *_facts(table, lang, incoming=key in _OF_OTHERS)]
    if view.gaps.rows:
        parts += ["", say("gaps", lang), *_gaps(view.gaps, lang)]
    if not (view.facts.rows or view.incoming.rows):
        parts += ["", say("no-facts", lang)]
    total = len(view.facts.rows) + len(view.incoming.rows)
    parts += ["", say("one-row", lang) if total == 1 else say("rows", lang, count=total)]
    return "\n".join(parts) + "\n"


def _facts(table: Table, lang: str, *, incoming: bool) -> Iterator[str]:
    rows = (dict(zip(table.columns, map(_text, row), strict=True)) for row in table.rows)
    keys = ("subject", "property", "value", "standing", "verdict", "claim")
    for fact, passages in groupby(rows, key=lambda row: tuple(row[key] for key in keys)):
        subject, name, value, standing, verdict, _ = fact
        said = f"{subject} — {name}: {value}" if incoming else f"{name}: {value}"
        doubt = f", {verdict}" if verdict else ""
        yield f"  {said}  [{standing}{doubt}]"
        proof = list(passages)
        yield from (f"      {_proof(row, lang)}" for row in proof if row["document"])
        if proof[0]["note"]:
            yield f"      {proof[0]['note']}"


def _gaps(table: Table, lang: str) -> Iterator[str]:
    """Yield in one line what nothing says, then what is said with less than a statement."""
    claim, name = (table.columns.index(column) for column in ("claim", "property"))
    silent = [_text(row[name]) for row in table.rows if row[claim] is None]
    if silent:
        yield f"  {say('list-comma', lang).join(silent)}"
    said = tuple(row for row in table.rows if row[claim] is not None)
    yield from _facts(table._replace(rows=said), lang, incoming=False)


def _proof(row: dict[str, str], lang: str) -> str:
    heading = f" {say('section-mark', lang)} {row['heading']}" if row["heading"] else ""
    words = f" “{row['words']}”" if row["words"] else ""
    return f"{row['document']}{heading} · {row['passage'].replace(',', '–')}{words}"  # noqa: RUF001  an en dash joins a span


def _text(cell: Cell) -> str:
    return "" if cell is None else str(getattr(cell, "value", cell))
