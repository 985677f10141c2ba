"""The names of a graph in SQLite: a table for exact ones, full text for the words in them.

Chinese and Japanese text is indexed as overlapping pairs of characters, since it has no
spaces; FTS5's ``trigram`` tokenizer would not find a word of two characters.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite.naming import Name, fold, key, names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tripartite.store import GraphStore

FILE: Final = "names.sqlite"

_SCHEMA = """
CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT, iri TEXT, rank INTEGER,
                   folded TEXT, key TEXT);
CREATE INDEX name_folded ON name (folded);
CREATE VIRTUAL TABLE word USING fts5 (tokens, content = '', tokenize = 'ascii');
"""
_COLUMNS = "SELECT name.text, name.iri, name.rank, name.key FROM name"
_WORDS = 32  # of a search; whoever asks tests the rest
# Kanji with its repetition marks, hiragana, katakana; the last are beyond the basic plane.
_CJK = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = re.compile(f"[{_CJK}]+|[^{_CJK}\\s]+")
_IS_CJK = re.compile(f"[{_CJK}]")


class Entry(NamedTuple):
    """One name as the index holds it: ``key`` is what is searched."""

    text: str
    iri: str
    rank: int
    key: str


class NameIndex:
    """Answers which entities have a name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take over a connection to an index; it is closed with this object."""
        self._connection = connection

    def __del__(self) -> None:
        self._connection.close()

    def exact(self, folded: str) -> tuple[Name, ...]:
        """Return the names that ``fold`` makes equal to this text."""
        # A byte of the command line that is not UTF-8 has no place in SQLite, nor in a name.
        found = self._entries("WHERE folded = ?", folded.encode(errors="replace").decode())
        return tuple(Name(entry.text, NamedNode(entry.iri), entry.rank) for entry in found)

    def holding(self, searched: str) -> tuple[Entry, ...]:
        """Return the names that hold each word of a key, or begin a word with it.

        Args:
            searched: What ``key`` made of a search; not empty.
        """
        phrases = [_phrase(word) for word in searched.split()[:_WORDS]]
        words = "WHERE id IN (SELECT rowid FROM word WHERE word MATCH ?)"
        return self._entries(words, " AND ".join(phrases))

    def every(self) -> tuple[Entry, ...]:
        """Return all names."""
        return self._entries("")

    def _entries(self, condition: str, *values: str) -> tuple[Entry, ...]:
        rows = self._connection.execute(f"{_COLUMNS} {condition} ORDER BY id", values)
        return tuple(map(Entry._make, rows))


def exact(store: GraphStore, text: str) -> tuple[Name, ...]:
    """Return the names equal to ``text`` but for width, case and white space.

    Nothing is indexed for that: one pass over a graph in memory costs less.
    """
    folded = fold(text)
    if store.names or _beside(store):
        return of(store).exact(folded)
    return tuple(name for name in names(store) if fold(name.text) == folded)


def of(store: GraphStore) -> NameIndex:
    """Return the index beside a store; one in memory where there is none."""
    if store.names is None:
        if path := _beside(store):
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            store.names = NameIndex(sqlite3.connect(uri, uri=True, check_same_thread=False))
        else:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            _fill(connection, names(store))
            store.names = NameIndex(connection)
    return store.names


def _beside(store: GraphStore) -> Path | None:
    path = store.folder.with_name(FILE) if store.folder else None
    return path if path and path.is_file() else None


def write(path: Path, found: Iterable[Name]) -> None:
    """Write an index into a file of its own.

    Raises:
        OSError: The file cannot be written, for example on a full disk.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            _fill(connection, found)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _fill(connection: sqlite3.Connection, found: Iterable[Name]) -> None:
    ordered = sorted(found, key=lambda name: (name.text, name.iri.value, name.rank))
    rows = [
        (number, name.text, name.iri.value, name.rank, fold(name.text), key(name.text))
        for number, name in enumerate(ordered)
    ]
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO word (rowid, tokens) VALUES (?, ?)",
        ((row[0], " ".join(_tokens(row[-1]))) for row in rows),
    )
    connection.commit()


def _tokens(text: str) -> list[str]:
    """Return the words of a key; a run of CJK as pairs, and its last character.

    The last character lets a single one be found wherever it stands: it begins a token.
    """
    return [token for run in _RUN.findall(text) for token in (*_pairs(run), _last(run))]


def _phrase(word: str) -> str:
    """Return what FTS5 looks for: the tokens of ``word`` in a row, the last as a beginning."""
    runs = _RUN.findall(word)
    tokens = _tokens(word)
    if _pairs(runs[-1]):
        tokens.pop()  # the run may go on in the name
    return '"' + " ".join(tokens) + '"*'


def _pairs(run: str) -> list[str]:
    return [a + b for a, b in pairwise(run)] if _IS_CJK.match(run) else []


def _last(run: str) -> str:
    return run[-1] if _IS_CJK.match(run) else run
