"""Which format an output has, and the function that writes it; each imported when used."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tripartite.errors import UnknownNameError, UnsupportedFormatError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Format → the function of ``exports`` that writes it.
ROWS: Final[Mapping[str, str]] = {
    "table": "terminal.as_text",
    "csv": "tables.as_csv",
    "tsv": "tables.as_tsv",
    "json": "tables.as_json",
    "markdown": "tables.as_markdown",
    "xlsx": "xlsx.as_xlsx",
}
RESULTS: Final[Mapping[str, str]] = {
    "srj": "sparql_results.as_srj",
    "srx": "sparql_results.as_srx",
}
GRAPHS: Final = ("turtle", "ntriples", "nquads", "trig", "jsonld", "jsonld-framed", "rdfxml")
EXPORTS: Final = (*GRAPHS, "csv", "xlsx")
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
}
_ALL = (*ROWS, *RESULTS, *GRAPHS)


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


def writer(path: str) -> Callable[..., Any]:
    """Return a function of ``exports`` by ``module.name``."""
    module, _, name = path.partition(".")
    found: Callable[..., Any] = getattr(
        importlib.import_module(f"tripartite.exports.{module}"), name
    )
    return found
