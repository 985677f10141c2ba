"""Build a graph from its files and publish it as a snapshot that is never changed."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from tripartite import name_index
from tripartite.build import drafts, freshness, manifest, sources
from tripartite.build.contents import content_of, count, differing, files
from tripartite.build.manifest import Manifest
from tripartite.build.materialise import materialise
from tripartite.build.snapshot import CONTACTS, STORE, current
from tripartite.errors import UnwritableOutputError
from tripartite.naming import names
from tripartite.reports import BuildReport
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.build.materialise import Dataset
    from tripartite.places import Places


def build(places: Places, into: Path | None = None) -> BuildReport:
    """Build what has changed; do nothing, quickly, when nothing has and no file is damaged.

    Args:
        places: The project.
        into: A folder of snapshots for others to read, without personal claims; by default
            the project's own folder.

    Raises:
        MissingInputError: A folder is missing.
        UnreadableFileError: An input does not parse; the last good build stays.
        UnwritableOutputError: The build cannot be written; the last good build stays.
    """
    if into and into.resolve() == places.builds.resolve():
        into = None
    paths = places.inputs()
    builds = into or places.builds
    last = current(builds)
    changed = freshness.changed(last.manifest.inputs, paths) if last else ()
    if last and not changed and not any(differing(last)):
        drafts.tidy(builds)
        return BuildReport(str(last.folder), last.manifest.counts)
    if last:
        last.lease.close()  # for it to be removed when nobody else holds it
    try:
        if into and (name := drafts.foreign(into)):
            raise UnwritableOutputError("not-for-snapshots", path=into, name=name)
        inputs = {name: freshness.describe(path) for name, path in paths.items()}
        dataset = materialise(sources.read(places))
        counts = count(dataset.default, dataset.quads())
        with drafts.drafted(builds) as draft:
            content = _write(draft.folder, dataset)
            if not into:
                serialize(dataset.contacts, str(draft.folder / CONTACTS), format=RdfFormat.N_QUADS)
            whole = Manifest(content, counts, files(draft.folder), inputs)
            manifest.write(draft.folder, whole)
            folder = drafts.put(builds, draft)
    except OSError as error:
        raise UnwritableOutputError("not-written", path=builds, why=_why(error)) from error
    return BuildReport(str(folder), counts, changed, is_new=True)


def _why(error: OSError) -> str:
    """Return the reason in a few words; the engine and SQLite add what a person need not know."""
    full = os.strerror(errno.ENOSPC)
    said = error.strerror or str(error)
    return full if full in said or "disk is full" in said else said


def _write(folder: Path, dataset: Dataset) -> str:
    """Write the graph and its names; return the hash of its content, read back from the disk.

    Raises:
        OSError: They cannot be written, or what was written is not what is read back.
    """
    quads = dataset.quads()
    EmbeddedStore.write(folder / STORE, quads)
    written = EmbeddedStore.open(folder / STORE)
    name_index.write(folder / name_index.FILE, names(written))
    content = content_of(EmbeddedStore.of(quads))
    if content_of(written) != content:
        raise OSError("what was written is not what is read back")
    return content
