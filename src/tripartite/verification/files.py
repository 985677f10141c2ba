"""The documents' files: whether they are there, and are the ones that were read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from tripartite import vocabulary as v
from tripartite.errors import MissingInputError, UnreadableFileError
from tripartite.verification.rules import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tripartite.verification.values import Document


class Files(NamedTuple):
    """The documents of a folder.

    Attributes:
        texts: The documents that are the ones read, by slug.
        changed: The documents that differ from the ones read, by slug.
        faults: One for each document that is absent or differs.
    """

    texts: Mapping[str, str]
    changed: Mapping[str, str]
    faults: tuple[Fault, ...]


def read_files(documents: Mapping[str, Document], folder: Path) -> Files:
    """Read every document that the data describes.

    Raises:
        MissingInputError: There is no such folder.
        UnreadableFileError: A file cannot be read, or is not UTF-8.
    """
    if not folder.is_dir():
        raise MissingInputError("no-documents-at-hand", path=folder)
    texts: dict[str, str] = {}
    changed: dict[str, str] = {}
    faults: list[Fault] = []
    for slug, document in sorted(documents.items()):
        raw = _read(folder / document.file_name)
        iri = v.entity("document", slug).value
        if raw is None:
            faults.append(Fault("file", slug, iri, document.file_name))
            continue
        text = _decoded(raw, folder / document.file_name)
        same = hashlib.sha256(raw).hexdigest() == document.sha256
        (texts if same else changed)[slug] = text
        if not same:
            faults.append(Fault("changed", slug, iri, document.file_name))
        elif len(text) != document.length:
            faults.append(Fault("length", slug, iri, str(document.length)))
    return Files(texts, changed, tuple(faults))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise UnreadableFileError("not-read", path=path, why=error.strerror or error) from error


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise UnreadableFileError("not-read", path=path, why=error) from error
