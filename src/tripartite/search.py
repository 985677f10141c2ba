"""Find entities by a name in either language, best match first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import name_index
from tripartite import vocabulary as v
from tripartite.model import Table
from tripartite.naming import LABEL, fold, key
from tripartite.reports import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.name_index import Entry
    from tripartite.store import GraphStore

COLUMNS: Final = ("entity", "label", "kind", "matched", "score")

_LONGEST = 1000  # no name has so many characters
_IN_ORDER = 0.6  # the least score of a name that holds the words in their order
_INSIDE = 0.5  # that of one which holds them inside a word
_BEHIND = 0.01  # an alias or an identifier stands behind a label that matches as well
_NEAR = 75  # of 100: one slip in four letters, two in eight
_SHORTEST = 4  # a part of a name that is compared at all has so many characters


def table(store: GraphStore, text: str, language: str) -> Table:
    """Return what is called so with its label and kind in ``language``, best match first."""
    found = find(store, text)
    store.expect(hit.iri for hit in found)
    rows = (
        (
            hit.iri,
            Literal(store.text(hit.iri, v.RDFS_LABEL, language)),
            Literal(_kind(store, hit.iri, language)),
            Literal(hit.matched),
            Literal(f"{hit.score:.2f}", datatype=v.XSD_DECIMAL),
        )
        for hit in found
    )
    return Table(COLUMNS, tuple(rows))


def find(store: GraphStore, text: str) -> tuple[Hit, ...]:
    """Return what is called so: the same text, then beginnings, words, parts.

    Near spellings are looked for only where no name holds the words in their order.
    """
    wanted = key(text)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    index = name_index.of(store)
    folded = fold(text)
    held = [(entry, _score(folded, wanted, entry)) for entry in index.holding(wanted)]
    if any(score >= _IN_ORDER for _, score in held):
        return _best(held)
    every = index.every()
    inside = [(entry, _INSIDE) for entry in every if wanted in entry.key]
    return _best((*held, *(inside or _near(wanted, every))))


def _best(scored: Iterable[tuple[Entry, float]]) -> tuple[Hit, ...]:
    """Return each entity once, by its best name."""
    found: dict[str, Hit] = {}
    for entry, reached in scored:
        score = reached - (0.0 if entry.rank == LABEL else _BEHIND)
        if reached and (entry.iri not in found or score > found[entry.iri].score):
            found[entry.iri] = Hit(NamedNode(entry.iri), entry.text, score)
    return tuple(sorted(found.values(), key=lambda hit: (-hit.score, hit.matched, str(hit.iri))))


def _score(folded: str, wanted: str, entry: Entry) -> float:
    """Return 1 for the same text, less for a spelling of it, a beginning, words, parts."""
    if folded == fold(entry.text):
        return 1.0
    if wanted == entry.key:
        return 0.95
    share = len(wanted) / len(entry.key) / 10
    if entry.key.startswith(wanted):
        return 0.8 + share
    if f" {wanted}" in entry.key:
        return 0.7 + share
    if wanted in entry.key:
        return 0.6 + share
    return 0.5 + share if all(word in entry.key for word in wanted.split()) else 0.0


def _near(wanted: str, entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, float]]:
    """Yield names spelled almost so, or with a part that is."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only where nothing else is found)

    keys = [entry.key for entry in entries]
    for _, score, place in process.extract_iter(
        wanted, keys, scorer=fuzz.ratio, score_cutoff=_NEAR
    ):
        yield entries[place], score / 200
    if len(wanted) < _SHORTEST:
        return
    longer = {place: text for place, text in enumerate(keys) if len(text) > len(wanted)}
    for _, score, place in process.extract_iter(
        wanted, longer, scorer=fuzz.partial_ratio, score_cutoff=_NEAR
    ):
        yield entries[place], score / 250


def _kind(store: GraphStore, iri: NamedNode, language: str) -> str:
    """Return the labels of its narrowest classes, for a code that of its list."""
    classes = store.objects(iri, v.SKOS_IN_SCHEME) or store.objects(iri, v.RDF_TYPE)
    named = [cls for cls in classes if isinstance(cls, NamedNode)]
    wider = {above for cls in named for above in store.objects(cls, v.RDFS_SUBCLASS_OF)}
    labels = (store.text(c, v.RDFS_LABEL, language) for c in named if c not in wider)
    return ", ".join(dict.fromkeys(labels))
