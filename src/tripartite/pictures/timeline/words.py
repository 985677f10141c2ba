"""A mark in words: when, what, and by whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite import periods
from tripartite import vocabulary as v
from tripartite.exports.footnotes import line
from tripartite.messages import say
from tripartite.pictures.timeline.marks import END, START, surest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import Citation
    from tripartite.network.facts import Source
    from tripartite.pictures.timeline.marks import Length, Mark, Phase, Step
    from tripartite.pictures.timeline.reading import Reading


class Words:
    """Says marks in the language of a reading.

    Attributes:
        label: What something is called.
    """

    def __init__(self, reading: Reading, citations: Mapping[NamedNode, Citation]) -> None:
        """Keep what is cited, by claim."""
        self._store = reading.store
        self._citations = citations
        self.language = reading.language
        self.label = reading.label

    def say(self, key: str, /, **values: object) -> str:
        """Return a message."""
        return say(key, self.language, **values)

    def when(self, mark: Mark) -> str:
        """Return ``May 2011``, ``began 1974``, or between which days a document was written."""
        if mark.bounds:
            return periods.days(*mark.bounds, self.language)
        if mark.after:
            key = "timeline-start-after" if mark.relation == START else "after"
            return self.say(key, when=periods.period(mark.after, self.language))
        if mark.relation not in (START, END):
            return periods.period(mark.period, self.language)
        first, slash, last = mark.period.partition("/")
        side = "timeline-start" if mark.relation == START else "timeline-end"
        if not slash or ".." not in (first, last):
            return self.say(side, when=periods.period(mark.period, self.language))
        key, known = (f"{side}-by", last) if first == ".." else (f"{side}-from", first)
        return self.say(key, when=periods.period(known, self.language))

    def beside(self, mark: Mark) -> str:
        """Return what stands beside a mark: its date, its detail, and a standing not stated."""
        if mark.is_document:
            return self.when(mark)
        first = (mark.detail or self.say("timeline-observed")) if mark.bounds else self.when(mark)
        rest = [] if mark.bounds or not mark.detail else [mark.detail]
        return " · ".join([first, *rest, *self.doubts(mark.sources)])

    def of(self, mark: Mark) -> str:
        """Return what a mark says, with its standing and passages."""
        said = [self.when(mark), mark.detail]
        if mark.document and not mark.is_document:
            said = [mark.detail, self.say("timeline-as-of", document=self.label(mark.document))]
            said.append(self.say("timeline-written", when=self.when(mark)))
        return self.proven(mark.subject, " · ".join(part for part in said if part), mark.sources)

    def of_length(self, length: Length) -> str:
        """Return what is said of how long something lasts."""
        return self.proven(length.subject, length.words, length.sources)

    def of_phase(self, phase: Phase) -> str:
        """Return which phase something is."""
        return self.proven(
            phase.subject, self.say("timeline-phase", number=phase.number), phase.sources
        )

    def of_step(self, step: Step) -> str:
        """Return what followed what."""
        said = self.say("timeline-follows", earlier=self.label(step.earlier))
        return self.proven(step.later, said, step.sources)

    def doubts(self, sources: Iterable[Source]) -> list[str]:
        """Return the standing that is not ``stated``, and that all sources are disputed."""
        every = tuple(sources)
        code = surest(every)
        found = [] if code in ("", "stated") else [self.standing(code)]
        is_disputed = bool(every) and all(source.disputed for source in every)
        return [*found, say("disputed", self.language)] if is_disputed else found

    def standing(self, code: str) -> str:
        """Return what a standing is called."""
        return self._store.text(v.entity("standing", code), v.RDFS_LABEL, self.language)

    def proven(self, subject: NamedNode, said: str, sources: Iterable[Source]) -> str:
        """Return a subject and what is said of it, with each claim's standing and passages."""
        cited = (self._citations.get(source.iri) for source in sources)
        proofs = "; ".join(line(citation, self.language) for citation in cited if citation)
        proof = f" [{proofs}]" if proofs else ""
        return f"{self.label(subject)}{self.say('timeline-colon')}{said}{proof}"
