"""Which marks a timeline shows: of everything or of some entities, cropped to some years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage
from tripartite.network import kinds
from tripartite.network.kinds import kind
from tripartite.pictures.timeline.lengths import lengths
from tripartite.pictures.timeline.marks import DATABLE, Mark, Timeline
from tripartite.pictures.timeline.reading import marks, phases, steps
from tripartite.pictures.timeline.scale import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from tripartite.network.facts import Source
    from tripartite.pictures.timeline.marks import Step
    from tripartite.pictures.timeline.reading import Reading

# What is shown with an entity that it has to do with.
_RELATED: Final = frozenset((*DATABLE, "channel", "action", "observation"))
_CONTEXT: Final = v.tp("mentionsAsContext")
_PARTY: Final = v.tp("party")
_SIGNS: Final = v.tp("signs")


class Asked(NamedTuple):
    """What is asked of a timeline.

    Attributes:
        entities: Names of those it is about; none for everything.
        years: ``calendar`` or ``fiscal``.
        first: The first year shown; ``None`` for that of the earliest date.
        last: The last year shown; ``None`` for that of the latest date.
        include: Standings shown beside those accepted: ``implied``, ``disputed``.
    """

    entities: tuple[str, ...] = ()
    years: str = CALENDAR
    first: int | None = None
    last: int | None = None
    include: tuple[str, ...] = ("implied",)


def choose(reading: Reading, focus: tuple[NamedNode, ...], asked: Asked) -> Timeline:
    """Return what a picture of some entities shows; without any, of everything."""
    wanted = frozenset(focus) | frozenset(_related(reading, focus))
    slugs = {iri.value.rpartition("/")[2] for iri in focus if kind(iri) == "document"}
    every = tuple(marks(reading))
    dated = {iri for mark in every for iri in _dated(reading, mark)}

    def is_wanted(subjects: Iterable[NamedNode], sources: Iterable[Source]) -> bool:
        return (
            not focus or not wanted.isdisjoint(subjects) or bool(slugs & _slugs(reading, sources))
        )

    chosen = [m for m in every if not m.is_document and is_wanted(m.concerned, m.sources)]
    order = _whole(
        tuple(steps(reading)), lambda step: is_wanted((step.earlier, step.later), step.sources)
    )
    ordered = {end for step in order for end in (step.earlier, step.later)}
    long = tuple(one for one in lengths(reading) if is_wanted((one.subject,), one.sources))
    named = {iri for mark in chosen for iri in mark.concerned} | {one.subject for one in long}
    listed = _listed(reading, wanted | named if focus else None)
    cited = slugs | _slugs(reading, (s for mark in chosen for s in mark.sources))
    chosen += [m for m in every if m.is_document and (not focus or _slug(m.subject) in cited)]
    return Timeline(
        focus=focus,
        years=asked.years,
        marks=tuple(sorted(chosen, key=lambda mark: _order(mark, reading.label(mark.subject)))),
        lengths=tuple(sorted(long, key=lambda one: reading.label(one.subject))),
        phases=tuple(sorted(p for p in phases(reading) if p.subject in ordered)),
        steps=tuple(sorted(order, key=str)),
        undated=tuple(iri for iri in listed if iri not in dated | ordered),
    )


def _related(reading: Reading, focus: Collection[NamedNode]) -> Iterator[NamedNode]:
    """Yield the works, events and the like that some entities have to do with directly."""
    for subject, known in reading.facts.items():
        ends = [(t.predicate, t.object) for t, _ in known if isinstance(t.object, NamedNode)]
        if kind(subject) in kinds.CONTRACTED:
            if any(end in focus for _, end in ends):
                yield from (end for _, end in ends if kind(end) in _RELATED - {"partnership"})
            continue
        for predicate, end in ends:
            if predicate == _CONTEXT:
                continue
            if subject in focus and _is_related(predicate, end):
                yield end
            if end in focus and _is_related(predicate, subject):
                yield subject


def _is_related(predicate: NamedNode, other: NamedNode) -> bool:
    """Tell whether the dates of what a relation leads to say something of the entity.

    Those of a partnership do so of its parties only: what the whole partnership did says little
    of one country that it assists.
    """
    what = kind(other)
    return what in _RELATED and (what != "partnership" or predicate == _PARTY)


def _listed(reading: Reading, wanted: Collection[NamedNode] | None) -> Sequence[NamedNode]:
    """Return what is expected to have a date, by name."""
    found = {
        end
        for triple in reading.known
        for end in (triple.subject, triple.object)
        if isinstance(end, NamedNode) and kind(end) in DATABLE
    }
    chosen = (iri for iri in found if wanted is None or iri in wanted)
    return sorted(chosen, key=lambda iri: (reading.label(iri), iri.value))


def _whole(every: Sequence[Step], is_wanted: Callable[[Step], bool]) -> tuple[Step, ...]:
    """Return the steps wanted, and those that go before or follow them."""
    found = [step for step in every if is_wanted(step)]
    for step in found:
        ends = {step.earlier, step.later}
        found += [s for s in every if s not in found and ends & {s.earlier, s.later}]
    return tuple(found)


def _dated(reading: Reading, mark: Mark) -> tuple[NamedNode, ...]:
    """Return what a mark dates: its subject, and an agreement that is signed at an event.

    The year of a sum is not that of its fund, nor does a document that speaks of a thing date it.
    """
    if mark.bounds or mark.part == "figures":
        return ()
    return mark.subject, *reading.objects(mark.fact, _SIGNS)


def _order(mark: Mark, label: str) -> tuple[object, ...]:
    """Return where a mark stands: by its first day, then as of a document by what is said."""
    first, last = mark.window
    return (
        first.toordinal() if first else 0,
        last.toordinal() if last else 0,
        mark.document.value if mark.document else "",
        not mark.is_document,
        mark.period,
        mark.detail if mark.bounds else "",
        label,
        mark.subject.value,
        mark.relation.value,
        mark.fact.value,
    )


def _slugs(reading: Reading, sources: Iterable[Source]) -> set[str]:
    """Return the documents that some claims cite."""
    passages = (
        split_passage(term.value)
        for source in sources
        for term in reading.store.objects(source.iri, v.PASSAGE)
        if isinstance(term, NamedNode)
    )
    return {passage[0] for passage in passages if passage}


def _slug(iri: NamedNode) -> str:
    return iri.value.rpartition("/")[2]
