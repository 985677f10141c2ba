"""Read a project's files: what is editorial, what documents claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from tripartite.errors import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Quad

    from tripartite.places import Places

_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}


@dataclass(frozen=True, slots=True)
class Source:
    """One file as parsed, its terms spelled as in the file.

    Attributes:
        name: The path as a person would type it from the project's folder.
        path: Where the file lies.
    """

    name: str
    path: Path
    quads: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of a project.

    Attributes:
        vocabulary: Ontology, alignments and code lists: loaded whole.
        entities: Labels, aliases and identifiers: loaded for what claims mention.
        claims: Documents with their claims, and the editorial claims.
    """

    vocabulary: tuple[Source, ...]
    entities: tuple[Source, ...]
    claims: tuple[Source, ...]

    def all(self) -> tuple[Source, ...]:
        """Return every file, in reading order."""
        return self.vocabulary + self.entities + self.claims


def read(places: Places) -> Sources:
    """Parse all files of a project.

    Raises:
        UnreadableFileError: A file cannot be read or parsed; the message gives the place.
    """
    groups = (places.vocabulary_files(), places.entity_files(), places.claim_files())
    return Sources(*(tuple(read_file(path, places.root) for path in group) for group in groups))


def read_file(path: Path, root: Path) -> Source:
    """Parse one Turtle or TriG file.

    Raises:
        UnreadableFileError: The file cannot be read, is not UTF-8, or does not parse.
    """
    name = name_of(path, root)
    try:
        return Source(name, path, tuple(parse(path=str(path), format=_FORMATS[path.suffix])))
    except SyntaxError as error:
        why = error.msg.partition(": ")[2] or error.msg
        raise UnreadableFileError(
            "not-parsed", path=name, line=error.lineno, column=error.offset, why=why
        ) from error
    except OSError as error:
        raise UnreadableFileError("not-read", path=name, why=error.strerror or error) from error


def name_of(path: Path, root: Path) -> str:
    """Return the path from the project's folder, or whole where it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
