"""Paths for people to read: a path a block, a sentence a line, the proof in notes below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from tripartite.exports import footnotes
from tripartite.exports.cells import full
from tripartite.exports.terminal import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.model import Cell, Table

_Row = dict[str, "Cell"]


def as_paths(table: Table, lang: str = "en") -> str:
    """Return paths as plain text; the last line is the number of rows.

    Args:
        table: A row a proof, as ``readable`` gives it: cited, with labels for entities and
            codes, and without the columns that are empty.
        lang: Language of the count and the proof.
    """
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    marks = footnotes.marks(table)
    lines: list[str] = []
    for number, path in groupby(rows, key=lambda row: full(row["path"])):
        lines += [*_path(number, list(path), marks), ""]
    proof = [f"[{mark}] {text}" for mark, text in footnotes.lines(table, lang)]
    return "\n".join([*lines, *proof, *([""] if proof else []), count(table, lang), ""])


def _path(number: str, rows: list[_Row], marks: Mapping[NamedNode, str]) -> Iterator[str]:
    """Yield the names that a path passes, then its sentences with standing and proof."""
    steps = {full(row["step"]): full(row["to"]) for row in rows}
    yield f"{number}. {' — '.join([full(rows[0]['from']), *steps.values()])}"
    for (step, said), proofs in groupby(rows, key=lambda r: (full(r["step"]), full(r["sentence"]))):
        standings: dict[str, list[str]] = {}
        for row in proofs:
            proof = row.get("derivation") or row["claim"]  # a derivation's note names its premises
            found = standings.setdefault(full(row["standing"]), [])
            if isinstance(proof, NamedNode) and marks.get(proof, "") not in ("", *found):
                found.append(marks[proof])
        behind = "; ".join(" ".join([name, *cited]) for name, cited in standings.items())
        yield f"   {number}.{step}  {said}  {behind}"
