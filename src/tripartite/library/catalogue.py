"""Find and read query files; the folder is the catalogue.

A header line is grlc's comment syntax, ``#+ key: value``; ``summary`` and ``tags`` are its
keys, the others ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.errors import UnknownNameError, UnreadableFileError
from tripartite.model import NamedQuery, Parameter
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CHECKS = "checks"


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of all named queries, sorted; check queries are not among them."""
    return tuple(name for name in _all_names(folder) if not name.startswith(f"{_CHECKS}/"))


def checks(folder: Path) -> tuple[NamedQuery, ...]:
    """Return the check queries, each of whose rows is a defect."""
    found = (name for name in _all_names(folder) if name.startswith(f"{_CHECKS}/"))
    return tuple(_read(folder / f"{name}.rq", name) for name in found)


def load(folder: Path, name: str) -> NamedQuery:
    """Return one named query.

    Raises:
        UnknownNameError: No file has this name; the message suggests the nearest.
        UnreadableFileError: The file cannot be read or is not UTF-8.
    """
    path = folder / f"{name}.rq"
    if ".." in name or not path.is_file():
        raise UnknownNameError("unknown-query", name=name, nearest=nearest(name, names(folder)))
    return _read(path, name)


def _all_names(folder: Path) -> tuple[str, ...]:
    paths = folder.glob("*/*.rq")
    return tuple(sorted(path.relative_to(folder).with_suffix("").as_posix() for path in paths))


def _read(path: Path, name: str) -> NamedQuery:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError("not-read", path=path, why=error) from error
    header = dict(_header(text))
    return NamedQuery(
        name=name,
        summary=header.get("summary", ""),
        questions=_both(header, "question"),
        tags=tuple(header.get("tags", "").split()),
        parameters=tuple(
            Parameter(*declared.split("=", 1)) for declared in header.get("parameters", "").split()
        ),
        columns=tuple(header.get("columns", "").split()),
        text=text,
        empty=_both(header, "empty"),
        messages=_both(header, "message"),
        limits=_both(header, "limits"),
    )


def _both(header: Mapping[str, str], key: str) -> Mapping[str, str]:
    """Return a header's text by language; empty if it has none."""
    texts = {"en": header.get(key, ""), "ja": header.get(f"{key}_ja", "")}
    return texts if any(texts.values()) else {}


def _header(text: str) -> list[tuple[str, str]]:
    lines = (line[2:].partition(":") for line in text.splitlines() if line.startswith("#+"))
    return [(key.strip(), value.strip()) for key, _, value in lines]
