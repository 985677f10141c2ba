"""Publish a build as an immutable folder.

``build/current`` names the folder in use and is replaced in one step, so a reader never
sees half a build and a build that fails leaves the last good one in place.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, serialize

from tripartite import name_index
from tripartite import vocabulary as v
from tripartite.build import freshness, sources
from tripartite.build.materialise import materialise
from tripartite.errors import UnwritableOutputError
from tripartite.naming import names
from tripartite.reports import BuildReport
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from tripartite.build.freshness import Input
    from tripartite.build.materialise import Dataset
    from tripartite.places import Places

_KEPT = 2


def build(places: Places) -> BuildReport:
    """Build what has changed; do nothing, quickly, when nothing has.

    Raises:
        MissingInputError: A folder is missing.
        UnreadableFileError: An input does not parse; the last good build stays.
        UnwritableOutputError: The build cannot be written; the last good build stays.
    """
    paths = places.input_files()
    last = freshness.last(places)
    changed = freshness.changed(last, paths) if last else ()
    if last and not changed:
        return BuildReport(str(last.folder), last.counts)
    described = tuple(freshness.describe(path) for path in paths)
    dataset = materialise(sources.read(places))
    counts = _count(dataset)
    folder = _publish(places.builds, dataset, described, counts)
    names = tuple(sources.name_of(Path(path), places.root) for path in changed)
    return BuildReport(str(folder), counts, names)


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


def _publish(
    builds: Path, dataset: Dataset, described: tuple[Input, ...], counts: dict[str, int]
) -> Path:
    content = "\n".join(f"{item.sha256} {item.path}" for item in described)
    folder = builds / hashlib.sha256(content.encode()).hexdigest()[:16]
    try:
        builds.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=builds, prefix=".new-") as name:
            draft = Path(name) / "draft"
            draft.mkdir()
            EmbeddedStore.write(draft / freshness.STORE, dataset.quads())
            found = names(EmbeddedStore.open(draft / freshness.STORE))
            name_index.write(draft / name_index.FILE, found)
            contacts = str(draft / freshness.CONTACTS)
            serialize(dataset.contacts, contacts, format=RdfFormat.N_QUADS)
            freshness.write(draft, described, counts)
            _move_into_place(draft, folder)
            pointer = Path(name) / freshness.POINTER
            pointer.write_text(f"{folder.name}\n", encoding="utf-8")
            pointer.replace(builds / freshness.POINTER)
        _prune(builds, folder)
    except OSError as error:
        why = error.strerror or error
        raise UnwritableOutputError("not-written", path=builds, why=why) from error
    return folder


def _move_into_place(draft: Path, folder: Path) -> None:
    """Rename the draft; where a build of the same content stands, only renew its times."""
    if (folder / freshness.MANIFEST).is_file():
        (draft / freshness.MANIFEST).replace(folder / freshness.MANIFEST)
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        draft.rename(folder)
    except OSError:
        # Another process may have published the same content since the look above.
        if not (folder / freshness.MANIFEST).is_file():
            raise


def _prune(builds: Path, kept: Path) -> None:
    """Remove old snapshots, but not the one before: a reader may still be in it."""
    folders = (manifest.parent for manifest in builds.glob(f"*/{freshness.MANIFEST}"))
    old = [folder for folder in folders if folder != kept]
    old.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in old[_KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)
