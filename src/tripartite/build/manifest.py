"""What a snapshot says of itself: what it holds, its files, and what it was made of.

Part of every cold start, so it imports little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE: Final = "manifest.tsv"
_FORMAT: Final = "2"  # of the file; a snapshot of another format is built again


class File(NamedTuple):
    """One file of a snapshot; ``size`` is in bytes."""

    sha256: str
    size: int


class Input(NamedTuple):
    """One file as it was when it was built.

    Attributes:
        size: In bytes.
        modified: In nanoseconds since the epoch.
    """

    sha256: str
    size: int
    modified: int


class Manifest(NamedTuple):
    """Everything by which a snapshot is checked.

    Attributes:
        content: SHA-256 of its quads as sorted lines of N-Quads: the same for the same graph.
        counts: Numbers by name, in reading order.
        files: By name below the snapshot's folder, the manifest itself left out.
        inputs: What it was made of, by name as ``Places.inputs`` gives it.
    """

    content: str
    counts: Mapping[str, int]
    files: Mapping[str, File]
    inputs: Mapping[str, Input]


def read(folder: Path) -> Manifest:
    """Read a snapshot's manifest.

    Raises:
        OSError: There is none.
        ValueError: It is not one of ours.
    """
    return parse((folder / FILE).read_text(encoding="utf-8"))


def parse(text: str) -> Manifest:
    """Return what the text of a manifest says.

    Raises:
        ValueError: It is not one of ours.
    """
    head, _, body = text.partition("\n")
    kind, form, content = head.split("\t")
    if (kind, form) != ("snapshot", _FORMAT):
        raise ValueError(head)
    counts: dict[str, int] = {}
    files: dict[str, File] = {}
    inputs: dict[str, Input] = {}
    for line in body.removesuffix("\n").split("\n"):
        kind, first, rest = line.split("\t", 2)
        if kind == "count":
            counts[rest] = int(first)
        elif kind == "file":
            size, name = rest.split("\t", 1)
            files[name] = File(first, int(size))
        else:
            size, modified, name = rest.split("\t", 2)
            inputs[name] = Input(first, int(size), int(modified))
    return Manifest(content, counts, files, inputs)


def write(folder: Path, manifest: Manifest) -> None:
    """Write a snapshot's manifest."""
    text = "".join(f"{line}\n" for line in _lines(manifest))
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def _lines(manifest: Manifest) -> Iterator[str]:
    yield f"snapshot\t{_FORMAT}\t{manifest.content}"
    for name, number in manifest.counts.items():
        yield f"count\t{number}\t{name}"
    for name, file in manifest.files.items():
        yield f"file\t{file.sha256}\t{file.size}\t{name}"
    for name, one in manifest.inputs.items():
        yield f"input\t{one.sha256}\t{one.size}\t{one.modified}\t{name}"
