"""Row formats by name: each writes a table or the truth value of an ASK query.

A format's module is imported when the format is used: a cold start pays for one of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.model import Table

FORMATS: Final[Mapping[str, str]] = {
    "table": "terminal.as_text",
    "csv": "delimited.as_csv",
    "tsv": "delimited.as_tsv",
    "json": "json_rows.as_json",
    "markdown": "markdown.as_markdown",
    "xlsx": "xlsx.as_xlsx",
    "srj": "sparql_results.as_srj",
    "srx": "sparql_results.as_srx",
}

WITH_COLUMNS: Final = ("csv", "tsv", "xlsx")  # a proof becomes columns of these


def write(form: str, table: Table, lang: str = "en", width: int | None = None) -> str | bytes:
    """Return a table in a format of ``FORMATS``.

    Args:
        form: The format's name.
        table: What to write.
        lang: Language of the count and of the proof, remarks included.
        width: Columns of the terminal; ``None`` wraps nothing.
    """
    if form == "table":
        return _call(FORMATS[form], table, lang, width)
    if form in ("markdown", "json"):
        return _call(FORMATS[form], table, lang)
    if table.proofs and form in WITH_COLUMNS:
        from tripartite.exports.proof_columns import with_proof  # noqa: PLC0415  as above

        table = with_proof(table, lang)
    return _call(FORMATS[form], table)


def write_truth(form: str, answer: bool, lang: str = "en") -> str | bytes:  # noqa: FBT001  the value to write, not a switch
    """Return the answer of an ASK query in a format of ``FORMATS``."""
    if form in ("srj", "srx"):
        return _call(FORMATS[form], answer)
    if form == "table":
        return say("answer-true" if answer else "answer-false", lang) + "\n"
    from tripartite.exports.sparql_results import as_table  # noqa: PLC0415  as above

    return write(form, as_table(answer), lang)


def _call(path: str, *arguments: object) -> str | bytes:
    module, _, name = path.partition(".")
    written: str | bytes = getattr(import_module(f"tripartite.exports.{module}"), name)(*arguments)
    return written
