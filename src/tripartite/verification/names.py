"""Find names in a text: those the graph knows, and capitalised words that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.verification.words import CURRENCIES, parts, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tripartite.verification.words import Token

# Kinds whose labels are names that documents print; other labels are our own wording.
PRINTED: Final = frozenset(
    {
        *("agreement", "body", "channel", "component", "convention", "country", "event", "fund"),
        *("group", "happening", "locality", "partnership", "person", "policy", "programme"),
        *("project", "region", "scheme"),
    }
)
CODES: Final = frozenset(["people", "role", "sector", "theme"])
CURRENCY: Final = "currency:"
_LONGEST: Final = 100
_BEFORE: Final = frozenset(":.;")
_SMALL: Final = frozenset(
    {"of", "the", "and", "for", "to", "in", "on", "a", "an", "at", "by", "with", "&", "/"}
)


class Name(NamedTuple):
    """A name found in a text.

    Attributes:
        entities: What is called so; empty for a name that the graph does not know.
    """

    words: str
    start: int
    end: int
    entities: frozenset[str]


class Names:
    """The graph's names, found in a text as whole words, the longest first."""

    def __init__(self, names: Mapping[str, Iterable[str]], common: Collection[str] = ()) -> None:
        """Index the names of entities that documents print; codes by their label too.

        Args:
            names: Labels and aliases by entity.
            common: Words that are no name when they begin a sentence in upper case.
        """
        self._common = common
        self._by_first: dict[str, dict[tuple[str, ...], set[str]]] = {}
        for iri, called in names.items():
            if kind(iri) in PRINTED | CODES:
                self._add(iri, called)
        for code, words in CURRENCIES.items():
            self._add(CURRENCY + code, words)

    def parts_of(self, name: Name, text: str) -> tuple[Name, ...]:
        """Return the shorter names that a name is made of, as "ILO" of "ILO member States"."""
        length = len(parts(text[name.start : name.end]))
        return tuple(self.find(text, name.start, name.end, length - 1))

    def find(self, text: str, start: int, end: int, longest: int = _LONGEST) -> Iterator[Name]:
        """Yield known names, and unknown ones among capitalised words, in order.

        Args:
            text: A document.
            start: Where to begin in it.
            end: Where to end.
            longest: A name has at most so many words and marks.
        """
        found = list(tokens(text[start:end]))
        capital = _capitals(text[start:end], found)
        unknown: list[Token] = []
        at = 0
        while at < len(found):
            length, entities = self._longest(found, at, longest)
            if capital[at] and not length and not self._is_common(found, capital, at):
                unknown.append(found[at])
            elif unknown and (length or found[at].text not in _SMALL):
                yield _name(text, start, unknown, frozenset())
                unknown = []
            if length:
                yield _name(text, start, found[at : at + length], entities)
            at += length or 1
        if unknown:
            yield _name(text, start, unknown, frozenset())

    def _is_common(self, found: Sequence[Token], capital: Sequence[bool], at: int) -> bool:
        """Tell whether a word has its capital only because something begins with it."""
        if at and found[at - 1].text not in _BEFORE:
            return False
        return found[at].text in self._common or not any(capital[at + 1 : at + 2])

    def _add(self, iri: str, called: Iterable[str]) -> None:
        for name in called:
            if words := parts(name):
                self._by_first.setdefault(words[0], {}).setdefault(words, set()).add(iri)

    def _longest(self, found: Sequence[Token], at: int, longest: int) -> tuple[int, frozenset[str]]:
        best: tuple[int, frozenset[str]] = (0, frozenset())
        for words, entities in self._by_first.get(found[at].text, {}).items():
            length = len(words)
            if best[0] < length <= longest and words == tuple(
                t.text for t in found[at : at + length]
            ):
                best = (length, frozenset(entities))
        return best


def kind(iri: str) -> str:
    """Return the kind of an entity of ours: ``body`` of ``…/body/ilo``."""
    base, _, name = iri.partition(v.BASE)
    found, slash, _ = name.partition("/")
    return found if slash and not base else ""


def _name(text: str, start: int, found: Sequence[Token], entities: frozenset[str]) -> Name:
    first, last = start + found[0].start, start + found[-1].end
    return Name(" ".join(text[first:last].split()), first, last, entities)


def _capitals(text: str, found: Sequence[Token]) -> list[bool]:
    """Tell which words begin in upper case; none, where all letters are in upper case."""
    shouted = text.isupper()
    return [not shouted and text[token.start].isupper() for token in found]
