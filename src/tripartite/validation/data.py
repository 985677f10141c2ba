"""The triples that are validated, as lines of a file: neither engine needs them in Python.

Both engines read the file by themselves; a million triples as Python values cost more memory
than both engines together.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store, parse, serialize

from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Triple

_CHUNK: Final = 1 << 22
_SUBJECT: Final = rb"^(?:<[^>\n]*>|_:[^\s<]+) "
_BLANK: Final = re.compile(rb"^(_:\S+)|(_:\S+) \.$", re.MULTILINE)


class Data:
    """A file of canonical N-Triples, as pyoxigraph writes them: a line a triple.

    Attributes:
        path: Where it lies.
    """

    def __init__(self, path: Path) -> None:
        """Read from ``path``."""
        self.path = path

    def lines(self, predicates: Iterable[NamedNode] | None) -> Iterator[bytes]:
        """Yield the lines with one of these predicates; of all with ``None``."""
        if predicates is None:
            yield from self._chunks()
            return
        names = b"|".join(re.escape(str(one).encode()) for one in sorted(predicates, key=str))
        line = re.compile(rb"%b(?:%b) [^\n]*\n" % (_SUBJECT, names), re.MULTILINE)
        for chunk in self._chunks() if names else ():
            yield b"".join(line.findall(chunk))

    def store(self, predicates: Iterable[NamedNode] | None) -> EmbeddedStore:
        """Return a store of the lines with one of these predicates."""
        engine = Store()
        for lines in self.lines(predicates):
            if _BLANK.search(lines):  # the engine's own loader renames blank nodes
                engine.extend(quad for quad in parse(lines, format=RdfFormat.N_TRIPLES))
            else:
                # Not ``bulk_load``: it sorts in parallel and takes half as much memory again.
                engine.load(lines, format=RdfFormat.N_TRIPLES)
        return EmbeddedStore(engine)

    def triples(self) -> Iterator[Triple]:
        """Yield every triple as it was parsed."""
        for quad in parse(path=str(self.path), format=RdfFormat.N_TRIPLES):
            yield quad.triple

    def blank_labels(self) -> tuple[str, ...]:
        """Return the labels of blank nodes, in the order in which they first stand."""
        found: dict[bytes, None] = {}
        for chunk in self._chunks():
            found |= dict.fromkeys(s or o for s, o in _BLANK.findall(chunk))
        return tuple(label[2:].decode() for label in found)

    def _chunks(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk + file.readline()


@contextmanager
def written(data: Iterable[Triple] | Path) -> Iterator[Data]:
    """Hold triples in a file while they are validated; a file is taken as it is."""
    if isinstance(data, Path):
        yield Data(data)
        return
    with tempfile.TemporaryDirectory(prefix="tripartite-") as folder:
        path = Path(folder) / "data.nt"
        serialize(data, output=str(path), format=RdfFormat.N_TRIPLES)
        yield Data(path)
