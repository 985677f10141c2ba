"""What a snapshot holds, by numbers and hashes: when it is made, and when it is checked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.build import manifest
from tripartite.build.manifest import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import Quad

    from tripartite.build.snapshot import Snapshot
    from tripartite.store import EmbeddedStore

_NAME: Final = 16  # characters of a hash that name a folder


def count(default: Iterable[Quad], every: Sequence[Quad]) -> dict[str, int]:
    """Return what a graph holds, by name: its default graph, then all of it."""
    facts = list(default)
    types = [quad.object for quad in facts if quad.predicate == v.RDF_TYPE]
    labelled = {
        quad.subject.value
        for quad in facts
        if quad.predicate == v.RDFS_LABEL and isinstance(quad.subject, NamedNode)
    }
    return {
        "documents": types.count(v.SOURCE_DOCUMENT),
        "claims": types.count(v.CLAIM),
        "entities": sum(_kind(iri) in v.KINDS for iri in labelled),
        "derivations": types.count(v.DERIVATION),
        "triples in the default graph": len(facts),
        "quads in all": len(every),
    }


def content_of(store: EmbeddedStore) -> str:
    """Return the SHA-256 of a store's quads as sorted lines of N-Quads."""
    return hashlib.sha256(b"\n".join(sorted(store.dump().splitlines()))).hexdigest()


def identity(folder: Path) -> str:
    """Return the name of the snapshot that has the manifest in this folder."""
    return _file(folder / manifest.FILE).sha256[:_NAME]


def files(folder: Path) -> Mapping[str, File]:
    """Return hash and size of every file of a snapshot by name, its manifest left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: _file(path) for name, path in named.items() if name != manifest.FILE}


def differing(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield each file that is not as the manifest says: its name, and what is said of it."""
    if identity(snapshot.folder) != snapshot.folder.name:
        yield manifest.FILE, "build-manifest"
        return
    there = files(snapshot.folder)
    known = snapshot.manifest.files
    for name in sorted(there.keys() | known.keys()):
        if name not in there:
            yield name, "build-file-missing"
        elif name not in known:
            yield name, "build-file-extra"
        elif there[name] != known[name]:
            yield name, "build-file-changed"


def _file(path: Path) -> File:
    """Return a file's hash and size; what no file has where it cannot be read."""
    try:
        with path.open("rb") as file:
            return File(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)
    except OSError:
        return File("", 0)


def _kind(iri: str) -> str:
    return iri.removeprefix(v.BASE).partition("/")[0] if iri.startswith(v.BASE) else ""
