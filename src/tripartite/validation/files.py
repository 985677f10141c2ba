"""Read any RDF files as one graph; nothing they name is ever fetched."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

import pyoxigraph as ox

from tripartite.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORMATS: Final[Mapping[str, ox.RdfFormat]] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
ENDINGS: Final[Mapping[str, str]] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
}
_BOM: Final = b"\xef\xbb\xbf"
_NO_LOADER: Final = "No LoadDocumentCallback"  # how the engine says that a context is elsewhere
_PLACE: Final = re.compile(r"^Parser error at line \d+ .*?column[s]? [\d and]*\d: ")
_RANDOM: Final = re.compile(r"[0-9a-f]{24,32}")  # how the engine labels a node without a label


class Input(NamedTuple):
    """A file, or what standard input held.

    Attributes:
        name: The path as it was typed; ``-`` for standard input.
        form: A key of ``FORMATS``.
        content: ``None`` for a file that is still to be read.
    """

    name: str
    form: str
    content: bytes | None = None

    @property
    def base(self) -> str:
        """The IRI that relative ones are read against."""
        return "file:///-" if self.content is not None else Path(self.name).resolve().as_uri()

    def open(self) -> IO[bytes]:
        """Open the content, unpacked."""
        if self.content is not None:
            return io.BytesIO(self.content)
        if self.name.endswith(".gz"):
            return io.BufferedReader(gzip.open(self.name))
        return Path(self.name).open("rb")


def of(path: str | Path) -> Input:
    """Return a file whose ending names its format.

    Raises:
        UnreadableFileError: The ending is not that of an RDF format.
    """
    ending = Path(str(path).removesuffix(".gz")).suffix
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise UnreadableFileError("unknown-ending", path=path, ending=ending, known=known)
    return Input(str(path), ENDINGS[ending])


def triples(inputs: Iterable[Input], labels: Labels) -> Iterator[ox.Triple]:
    """Yield what the files hold, named graphs too; blank nodes of two files stay two.

    Args:
        inputs: The files, in their order.
        labels: Those taken already, which no other node will have.

    Raises:
        UnreadableFileError: A file cannot be read or parsed; the message gives the place.
    """
    for one in inputs:
        own: dict[ox.BlankNode, ox.BlankNode] = {}
        for quad in _quads(one):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.BlankNode):
                subject = own.get(subject) or labels.label(subject, own)
            if isinstance(value, ox.BlankNode):
                value = own.get(value) or labels.label(value, own)
            elif isinstance(value, ox.Triple):
                raise UnreadableFileError("triple-term", path=one.name)
            yield ox.Triple(subject, quad.predicate, value)


class Labels:
    """Gives blank nodes labels that are the same in each run, each to one node only."""

    def __init__(self) -> None:
        """Begin with every label free."""
        self._taken: set[str] = set()
        self._count = 0

    def label(self, node: ox.BlankNode, own: dict[ox.BlankNode, ox.BlankNode]) -> ox.BlankNode:
        """Return the node under its own label where it has one that is still free."""
        name = node.value
        while name in self._taken or _RANDOM.fullmatch(name):
            self._count += 1
            name = f"b{self._count}"
        self._taken.add(name)
        own[node] = ox.BlankNode(name)
        return own[node]


def _quads(one: Input) -> Iterator[ox.Quad]:
    try:
        with one.open() as file:
            if one.form == "rdfxml":
                file = _bounded(one, file.read())  # noqa: PLW2901 (the same content)
            elif file.read(len(_BOM)) != _BOM:
                file.seek(0)
            yield from ox.parse(file, format=FORMATS[one.form], base_iri=one.base)
    except SyntaxError as error:
        raise _not_parsed(one, error) from error
    except EOFError as error:
        raise UnreadableFileError("not-read", path=one.name, why="the file ends early") from error
    except (OSError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        raise UnreadableFileError("not-read", path=one.name, why=why) from error


def _bounded(one: Input, content: bytes) -> IO[bytes]:
    """Return XML whose entities, written out, stay within expat's bounds.

    The engine writes them out without a bound: 700 bytes would fill any memory. It does not
    say where it stopped either, as expat does.

    Raises:
        UnreadableFileError: This is not well-formed XML, or its entities multiply or are elsewhere.
    """
    parser = expat.ParserCreate()

    def refuse_elsewhere(name: str, _parameter: int, value: str | None, *_where: object) -> None:
        if value is None:
            line = parser.CurrentLineNumber
            raise UnreadableFileError("remote-entity", path=one.name, line=line, name=name)

    parser.EntityDeclHandler = refuse_elsewhere
    try:
        parser.Parse(content, True)  # noqa: FBT003 (the C signature: the last part)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise UnreadableFileError(
            "not-parsed", path=one.name, line=error.lineno, column=error.offset + 1, why=why
        ) from error
    return io.BytesIO(content)


def _not_parsed(one: Input, error: SyntaxError) -> UnreadableFileError:
    why = error.msg
    if _NO_LOADER in why:
        return UnreadableFileError("remote-context", path=one.name)
    if error.lineno is None:
        return UnreadableFileError("not-parsed-somewhere", path=one.name, why=why)
    why = _PLACE.sub("", why)
    return UnreadableFileError(
        "not-parsed", path=one.name, line=error.lineno, column=error.offset or 1, why=why
    )
