"""Build a graph from its files and publish it as a snapshot that is never changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, serialize

from tripartite import name_index
from tripartite import vocabulary as v
from tripartite.build import drafts, freshness, manifest, sources
from tripartite.build.manifest import File, Manifest
from tripartite.build.materialise import materialise
from tripartite.build.snapshot import CONTACTS, STORE, current
from tripartite.errors import UnwritableOutputError
from tripartite.naming import names
from tripartite.reports import BuildReport
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tripartite.build.materialise import Dataset
    from tripartite.places import Places


def build(places: Places) -> BuildReport:
    """Build what has changed; do nothing, quickly, when nothing has.

    Raises:
        MissingInputError: A folder is missing.
        UnreadableFileError: An input does not parse; the last good build stays.
        UnwritableOutputError: The build cannot be written; the last good build stays.
    """
    paths = places.inputs()
    last = current(places.builds)
    changed = freshness.changed(last.manifest.inputs, paths) if last else ()
    if last and not changed:
        return BuildReport(str(last.folder), last.manifest.counts)
    inputs = {name: freshness.describe(path) for name, path in paths.items()}
    dataset = materialise(sources.read(places))
    counts = _count(dataset)
    try:
        with drafts.drafted(places.builds) as draft:
            content = _write(draft.folder, dataset)
            files = _files(draft.folder)
            manifest.write(draft.folder, Manifest(content, counts, files, inputs))
            folder = drafts.put(places.builds, draft)
    except OSError as error:
        why = error.strerror or error
        raise UnwritableOutputError("not-written", path=places.builds, why=why) from error
    return BuildReport(str(folder), counts, changed)


def _count(dataset: Dataset) -> dict[str, int]:
    types = [quad.object for quad in dataset.default if quad.predicate == v.RDF_TYPE]
    labelled = {
        quad.subject.value
        for quad in dataset.default
        if quad.predicate == v.RDFS_LABEL and isinstance(quad.subject, NamedNode)
    }
    return {
        "documents": types.count(v.SOURCE_DOCUMENT),
        "claims": types.count(v.CLAIM),
        "entities": sum(_kind(iri) in v.KINDS for iri in labelled),
        "derivations": types.count(v.DERIVATION),
        "triples in the default graph": len(dataset.default),
        "quads in all": len(dataset.quads()),
    }


def _kind(iri: str) -> str:
    return iri.removeprefix(v.BASE).partition("/")[0] if iri.startswith(v.BASE) else ""


def _write(folder: Path, dataset: Dataset) -> str:
    """Write the parts of a snapshot; return the hash of its content, read back from the disk.

    Raises:
        OSError: They cannot be written, or what was written is not what is read back.
    """
    quads = dataset.quads()
    EmbeddedStore.write(folder / STORE, quads)
    written = EmbeddedStore.open(folder / STORE)
    name_index.write(folder / name_index.FILE, names(written))
    serialize(dataset.contacts, str(folder / CONTACTS), format=RdfFormat.N_QUADS)
    content = content_of(EmbeddedStore.of(quads))
    if content_of(written) != content:
        raise OSError("what was written is not what is read back")
    return content


def content_of(store: EmbeddedStore) -> str:
    """Return the SHA-256 of a store's quads as sorted lines of N-Quads."""
    return hashlib.sha256(b"\n".join(sorted(store.dump().splitlines()))).hexdigest()


def _files(folder: Path) -> Mapping[str, File]:
    """Return size and hash of every file in a folder, by name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): file_at(path) for path in paths}


def file_at(path: Path) -> File:
    """Return a file's hash and size."""
    with path.open("rb") as file:
        return File(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)
