"""The tensions of a graph as a table: a row a claim, with its proof and the explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.disagreement import explained
from tripartite.disagreement.tensions import find
from tripartite.disagreement.wording import Wording
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.disagreement.found import Found
    from tripartite.documents.citations import Citations
    from tripartite.model import Cell, Citation
    from tripartite.store import EmbeddedStore

COLUMNS: Final = (
    "tension",
    "label",
    "kind",
    "about",
    "judgement",
    "because",
    "claim",
    "value",
    "standing",
    "verdict",
    "document",
    "heading",
    "passage",
    "words",
    "explanation",
)
_ABOUT = v.tp("about")
_Place: TypeAlias = tuple[str, tuple[int, ...], str]


class _Group(NamedTuple):
    """Claims side by side: an explained tension, or what nobody has explained yet."""

    iri: NamedNode | None
    kind: str
    about: tuple[NamedNode, ...]
    claims: tuple[NamedNode, ...]
    found: tuple[Found, ...]


def tensions(
    store: EmbeddedStore, citations: Citations, language: str, entity: NamedNode | None
) -> Table:
    """Return every tension, or those that touch one entity, in the order of the documents."""
    groups = [group for group in _groups(store) if _touches(store, group, entity)]
    writer = _Writer(store, citations, language)
    ordered = sorted(groups, key=writer.place)
    return Table(COLUMNS, tuple(row for group in ordered for row in writer.rows(group)))


def _groups(store: EmbeddedStore) -> Iterator[_Group]:
    found = find(store)
    written = explained.read(store)
    belongs = [(explained.explaining(one, written), one) for one in found]
    for tension in written:
        own = tuple(one for of, one in belongs if of == tension)
        objects = store.objects(tension.iri, _ABOUT)
        about = tuple(term for term in objects if isinstance(term, NamedNode))
        yield _Group(tension.iri, tension.kind, about, tuple(tension.claims), own)
    for of, one in belongs:
        if of is None:
            yield _Group(None, one.kind, (one.subject,), one.claims, (one,))


def _touches(store: EmbeddedStore, group: _Group, entity: NamedNode | None) -> bool:
    if entity is None or entity == group.iri or entity in group.about or entity in group.claims:
        return True
    quads = (quad for claim in group.claims for quad in store.quads(None, None, None, claim))
    return any(entity in {quad.subject, quad.object} for quad in quads)


class _Writer:
    """Writes the rows of a group in one language."""

    def __init__(self, store: EmbeddedStore, citations: Citations, language: str) -> None:
        self._store = store
        self._citations = citations
        self._language = language
        self._words = Wording(store, language)

    def place(self, group: _Group) -> tuple[_Place, str]:
        """Return where the first claim of a group stands."""
        first = min(map(_place, self._citations.cite(group.claims)), default=("~", (), ""))
        return first, str(group.iri or group.claims)

    def rows(self, group: _Group) -> Iterator[tuple[Cell, ...]]:
        """Yield a row for each claim, claims in the order of the documents."""
        judgement, because = self._words.judgement(group.found)
        label = self._label(group)
        shared = (
            Literal(self._words.name(v.entity("tension-kind", group.kind))),
            Literal(", ".join(map(self._words.name, group.about))),
            Literal(judgement),
            Literal(because),
        )
        explanation = (
            Literal(self._store.text(group.iri, v.EXPLANATION, self._language))
            if group.iri
            else Literal(say("not-explained", self._language))
        )
        for cited in sorted(self._citations.cite(group.claims), key=_place):
            yield (group.iri, Literal(label), *shared, *self._claim(cited), explanation)

    def _label(self, group: _Group) -> str:
        return self._words.name(group.iri) if group.iri else say("not-explained", self._language)

    def _claim(self, cited: Citation) -> Iterable[Cell]:
        passages = cited.passages
        words = [passage.words for passage in passages if passage.words is not None]
        return (
            cited.claim,
            Literal(self._words.claim(cited.claim)),
            Literal(cited.standing),
            Literal(say("disputed", self._language)) if cited.verdict else None,
            Literal(passages[0].document) if passages else None,
            Literal(passages[0].heading) if passages else None,
            Literal("; ".join(f"{p.start},{p.end}" for p in passages)) if passages else None,
            Literal(" … ".join(words)) if words else None,
        )


def _place(cited: Citation) -> _Place:
    document = cited.passages[0].document if cited.passages else "~"
    return document, tuple(passage.start for passage in cited.passages), cited.claim.value
