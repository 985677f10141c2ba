"""What the claims say of time: every dated statement, length and order of phases."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.network import contraction
from tripartite.network.kinds import kind
from tripartite.periods import said_after
from tripartite.pictures.timeline.marks import (
    ABOUT,
    OBSERVED,
    PERIODS,
    PHASE,
    PREDECESSOR,
    Mark,
    Phase,
    Step,
    part_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Facts, Source
    from tripartite.store import EmbeddedStore

# Who a statement concerns beside its subject, as in the query time/dated-facts.
_CONCERNING: Final = (
    ABOUT,
    v.ORG_MEMBER,
    v.ORG_ORGANIZATION,
    *(v.tp(name) for name in ("provider", "receiver", "signs")),
)
_SUBJECTS: Final = (ABOUT, v.ORG_MEMBER, v.tp("receiver"))  # the first that there is
_ROLE: Final = NamedNode(f"{v.STANDARDS['org']}role")
_STATUS: Final = v.tp("status")


class Reading:
    """What a graph's claims say, by subject, in one language.

    Attributes:
        known: Each triple with its sources, the surest first.
        facts: The same by subject.
    """

    def __init__(self, said: Facts, language: str, include: Collection[str]) -> None:
        """Read it.

        Raises:
            UnknownNameError: ``include`` names what cannot be added.
        """
        self.store: EmbeddedStore = said.store
        self.language = language
        self.known: Mapping[Triple, list[Source]] = said.chosen(include)
        self.facts: dict[NamedNode, list[tuple[Triple, list[Source]]]] = {}
        for triple, sources in self.known.items():
            if isinstance(triple.subject, NamedNode):
                self.facts.setdefault(triple.subject, []).append((triple, sources))
        self.label = cache(self._label)

    def objects(self, subject: NamedNode, *predicates: NamedNode) -> tuple[NamedNode, ...]:
        """Return what some relations of a subject lead to, in the order of the relations."""
        found = (
            (predicates.index(t.predicate), t.object)
            for t, _ in self.facts.get(subject, ())
            if t.predicate in predicates
        )
        return tuple(o for _, o in sorted(found, key=str) if isinstance(o, NamedNode))

    @property
    def bounds(self) -> Mapping[NamedNode, tuple[date, date]]:
        """Between which days each document was written that has such bounds."""
        ends = (v.tp("earliest"), v.tp("latest"))
        quads = self.store.quads(None, v.RDF_TYPE, v.SOURCE_DOCUMENT, DefaultGraph())
        documents = (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        known = {iri: [self.store.text(iri, end, "en") for end in ends] for iri in documents}
        return {
            iri: (date.fromisoformat(first), date.fromisoformat(last))
            for iri, (first, last) in sorted(known.items(), key=str)
            if first and last
        }

    def _label(self, iri: NamedNode) -> str:
        return self.store.text(iri, v.RDFS_LABEL, self.language) or shorten(iri)


def marks(reading: Reading) -> Iterator[Mark]:
    """Yield every dated statement; a document by its bounds, and what is said as of it."""
    bounds = reading.bounds
    for fact, known in reading.facts.items():
        has_period = any(triple.predicate in PERIODS for triple, _ in known)
        for triple, sources in known:
            relation, when = triple.predicate, triple.object
            if relation in PERIODS and isinstance(when, Literal):
                after = said_after(reading.store, [source.iri for source in sources])
                mark = _mark(reading, fact, relation, sources)
                yield mark._replace(period=when.value, after=after)
            elif relation == OBSERVED and when in bounds and not has_period:
                assert isinstance(when, NamedNode)  # noqa: S101 (a document of those)
                yield _mark(reading, fact, relation, sources)._replace(
                    part="documents", document=when, bounds=bounds[when]
                )
    for document, days in bounds.items():
        yield Mark(
            "documents",
            document,
            OBSERVED,
            document,
            (),
            document=document,
            bounds=days,
            detail=_reasons(reading, document),
            concerned=frozenset((document,)),
        )


def phases(reading: Reading) -> Iterator[Phase]:
    """Yield what is the phase of which number."""
    for triple, sources in reading.known.items():
        subject, number = triple.subject, triple.object
        if triple.predicate == PHASE and isinstance(number, Literal):
            assert isinstance(subject, NamedNode)  # noqa: S101 (data has no blank nodes)
            yield Phase(subject, number.value, tuple(sources))


def steps(reading: Reading) -> Iterator[Step]:
    """Yield what followed what."""
    for triple, sources in reading.known.items():
        later, earlier = triple.subject, triple.object
        if triple.predicate == PREDECESSOR and isinstance(earlier, NamedNode):
            assert isinstance(later, NamedNode)  # noqa: S101 (data has no blank nodes)
            yield Step(earlier, later, tuple(sources))


def _mark(
    reading: Reading, fact: NamedNode, relation: NamedNode, sources: Collection[Source]
) -> Mark:
    what = kind(fact)
    subjects = reading.objects(fact, *_SUBJECTS) if what in _NAMELESS else ()
    subject = subjects[0] if subjects else fact
    others = reading.objects(fact, *_CONCERNING)
    part = {"figure": "figures", "membership": "members"}.get(what) or part_of(kind(subject))
    say_it = _NAMELESS.get(what)
    detail = say_it(reading, fact) if say_it else ""
    return Mark(
        part,
        subject,
        relation,
        fact,
        tuple(sources),
        detail=detail,
        concerned=frozenset((subject, *others)),
    )


def _figure(reading: Reading, fact: NamedNode) -> str:
    rest = [
        (triple, sources)
        for triple, sources in reading.facts[fact]
        if triple.predicate not in (*PERIODS, v.RDF_TYPE)
    ]
    measure, amount = contraction.saying(rest, reading.label, reading.language)
    return say("relation-figure", reading.language, measure=measure, amount=amount)


def _post(reading: Reading, fact: NamedNode) -> str:
    body = next(map(reading.label, reading.objects(fact, v.ORG_ORGANIZATION)), "")
    role = next(map(reading.label, reading.objects(fact, _ROLE)), "")
    if body and body in role:
        return role  # as in Japanese, where the name of a post begins with the body's
    key = "timeline-post" if role else "timeline-member"
    return say(key, reading.language, role=role, body=body)


def _status(reading: Reading, fact: NamedNode) -> str:
    return next(map(reading.label, reading.objects(fact, _STATUS)), "")


def _reasons(reading: Reading, document: NamedNode) -> str:
    store, language = reading.store, reading.language
    first, last = (
        store.text(document, v.tp(f"{name}Reason"), language) for name in ("earliest", "latest")
    )
    return say("timeline-reasons", language, first=first, last=last)


# Facts without a name of their own, and what says them in words.
_NAMELESS: Final = {"figure": _figure, "membership": _post, "state": _status}
