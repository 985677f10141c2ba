"""A digest of each cited span, by which it is found again when its document has changed.

A digest is of the folded words, so it outlives new line breaks and quotation marks. It is a
polynomial of the words' hashes (Karp and Rabin), so that all stretches of a document of one
length are digested in one pass. It gives no sentence back; of a name it may tell a guess
from another, and names are labels already.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import UnreadableFileError
from tripartite.verification.rules import Fault
from tripartite.verification.values import Span
from tripartite.verification.words import parts
from tripartite.vocabulary import entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tripartite.verification.values import Reading

_PRIME: Final = 2**61 - 1
_BASE: Final = 0x1F3A5C7E9B2D4F61 % _PRIME


class Digest(NamedTuple):
    """What is kept of a span's words: how many they are, and their digest."""

    words: int
    code: str


def digest(words: Sequence[str]) -> Digest:
    """Return the digest of folded words and marks."""
    return Digest(len(words), next(windows(words, len(words)), ""))


def windows(words: Sequence[str], length: int) -> Iterator[str]:
    """Yield the digest of every stretch of so many words, in order; none of no words."""
    if not 0 < length <= len(words):
        return
    values = [_hash(word) for word in words]
    out = pow(_BASE, length, _PRIME)
    rolling = 0
    for at, value in enumerate(values):
        leaving = values[at - length] * out if at >= length else 0
        rolling = (rolling * _BASE + value - leaving) % _PRIME
        if at >= length - 1:
            yield f"{rolling:016x}"


def of_spans(reading: Reading, slug: str, text: str) -> dict[Span, Digest]:
    """Return the digest of every span of a document that the data cites, in order."""
    return {
        span: digest(parts(text[span.start : span.end]))
        for span in sorted(reading.owners)
        if span.document == slug and span.end <= len(text)
    }


def read_digests(path: Path, slug: str) -> dict[Span, Digest]:
    """Read the digests that were recorded for a document; none if there is no such file.

    Raises:
        UnreadableFileError: A line is not a span, a number of words and a digest.
    """
    if not path.is_file():
        return {}
    found: dict[Span, Digest] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            where, words, code = line.split("\t")
            start, end = map(int, where.split(","))
            found[Span(slug, start, end)] = Digest(int(words), code)
        except ValueError as error:
            raise UnreadableFileError(
                "not-parsed", path=path, line=number, column=1, why=repr(line)
            ) from error
    return found


def write_digests(digests: Mapping[Span, Digest]) -> str:
    """Return the content of a file of digests: a line a span, in the order of the text."""
    lines = (f"{span}\t{kept.words}\t{kept.code}\n" for span, kept in sorted(digests.items()))
    return "".join(lines)


def faults(
    reading: Reading, slug: str, text: str, recorded: Mapping[Span, Digest]
) -> Iterator[Fault]:
    """Yield the spans whose words are not the ones recorded; one fault if none is recorded."""
    if not recorded:
        yield Fault("record", slug, entity("document", slug).value, slug)
        return
    for span, found in of_spans(reading, slug, text).items():
        if recorded.get(span) != found:
            yield Fault("digest", slug, reading.owners[span][0], f"{slug}:{span}")


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big") % _PRIME
