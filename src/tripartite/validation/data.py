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
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from pyoxigraph import NamedNode, Triple

    Look: TypeAlias = Callable[[list[bytes]], None]

_CHUNK: Final = 1 << 22
_BLANK: Final = re.compile(rb"^(_:\S+)|(_:\S+) \.$", re.MULTILINE)


class Data:
    """A file of canonical N-Triples, as pyoxigraph writes them: a line a triple.

    Attributes:
        path: Where it lies.
    """

    def __init__(self, path: Path) -> None:
        """Read from ``path``."""
        self.path = path

    def lines(self, predicates: Iterable[NamedNode] | None) -> Iterator[list[bytes]]:
        """Yield some thousand lines at a time with one of these predicates; all with ``None``."""
        names = None if predicates is None else {str(one).encode() for one in predicates}
        with self.path.open("rb") as file:
            while lines := file.readlines(_CHUNK):
                if names is None:
                    yield lines
                else:
                    yield [line for line in lines if line.split(b" ", 2)[1] in names]

    def store(
        self, predicates: Iterable[NamedNode] | None, look: Look = lambda _: None
    ) -> EmbeddedStore:
        """Return a store of the lines with one of these predicates; ``look`` sees each of them."""
        engine = Store()
        for lines in self.lines(predicates):
            look(lines)
            text = b"".join(lines)
            if b"_:" in text:  # perhaps a blank node: the engine's own loader renames it
                engine.extend(quad for quad in parse(text, format=RdfFormat.N_TRIPLES))
            else:
                # Not ``bulk_load``: it sorts in parallel and takes half as much memory again.
                engine.load(text, format=RdfFormat.N_TRIPLES)
        return EmbeddedStore(engine)

    def triples(self) -> Iterator[Triple]:
        """Yield every triple as it was parsed."""
        for quad in parse(path=str(self.path), format=RdfFormat.N_TRIPLES):
            yield quad.triple

    def blank_labels(self) -> tuple[str, ...]:
        """Return the labels of blank nodes, in the order in which they first stand."""
        found: dict[bytes, None] = {}
        for lines in self.lines(None):
            found |= dict.fromkeys(s or o for s, o in _BLANK.findall(b"".join(lines)))
        return tuple(label[2:].decode() for label in found)


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
