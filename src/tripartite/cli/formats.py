"""Which format an output has: the one named, that of the file's ending, or the default."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tripartite.errors import UnknownNameError, UnsupportedFormatError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Final = ("table", "csv", "tsv", "json", "markdown", "xlsx")
ROWS: Final = (*TABLES, "srj", "srx")
FOR_PEOPLE: Final = ("table", "markdown")
WITH_PROOF: Final = ("json", "xlsx")
GRAPHS: Final = (
    "turtle",
    "turtle12",
    "ntriples",
    "nquads",
    "trig",
    "jsonld",
    "jsonld-expanded",
    "jsonld-framed",
    "rdfxml",
)
FINDINGS: Final = (*TABLES, "turtle", "sarif")
EXPORTS: Final = (*GRAPHS, "csv", "xlsx", "void")
DOSSIERS: Final = ("html", "markdown", "pdf", "xlsx")
PICTURES: Final = ("svg", "png", "html")
NETWORKS: Final = ("dot", "graphml", "gexf", "json")
ENDINGS: Final[Mapping[str, str]] = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".srj": "srj",
    ".srx": "srx",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".svg": "svg",
    ".png": "png",
    ".dot": "dot",
    ".gv": "dot",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".sarif": "sarif",
}
_ALL = (*ROWS, *FINDINGS, *EXPORTS, *DOSSIERS, *PICTURES, *NETWORKS)


def choose(given: str | None, output: str | None, known: tuple[str, ...], default: str) -> str:
    """Return the format asked for, else that of the file's ending, else ``default``.

    Raises:
        UnknownNameError: No format has this name.
        UnsupportedFormatError: The format exists but cannot hold this result.
    """
    ending = Path(output).suffix if output and output != "-" else ""
    form = given or (ENDINGS.get(ending, ending.removeprefix(".")) if ending else default)
    listed = ", ".join(known)
    if form in known:
        return form
    if form in _ALL:
        raise UnsupportedFormatError("not-for-this-result", format=form, known=listed)
    raise UnknownNameError("unknown-format", name=form, known=listed, nearest=nearest(form, known))
