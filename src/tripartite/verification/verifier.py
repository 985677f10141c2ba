"""Compare a project's files with the documents they speak of, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.build import sources
from tripartite.errors import UnwritableOutputError
from tripartite.messages import say
from tripartite.origins import Origins
from tripartite.verification import coverage, digests, rules, tables
from tripartite.verification.files import read_files
from tripartite.verification.naming import Naming
from tripartite.verification.reading import read
from tripartite.verification.relocation import OUTCOMES, relocate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.model import Table
    from tripartite.places import Places
    from tripartite.verification.digests import Digest
    from tripartite.verification.relocation import Move
    from tripartite.verification.rules import Fault
    from tripartite.verification.values import Span


class Verifier:
    """One project beside one folder of documents."""

    def __init__(self, places: Places, language: str) -> None:
        """Read the project's files and the documents.

        Raises:
            MissingInputError: There is no such folder of documents.
            UnreadableFileError: A file of the project or a document cannot be read.
        """
        self._places = places
        self._language = language
        self._project = sources.read(places)
        self._reading = read(self._project)
        self._files = read_files(self._reading.documents, places.documents)

    def faults(self) -> Table:
        """Return what the documents do not bear out, a row a fault."""
        found = [*self._files.faults, *self._unproved()]
        origins = Origins(self._project)
        table = tables.of_faults(found, self._reading, self._project, origins, self._language)
        notes = [*self._summaries(), *([] if found else [self._verified()])]
        return table._replace(notes=tuple(notes))

    def gaps(self) -> Table:
        """Return what of the documents no claim carries, a row a sentence, heading or item."""
        texts = self._files.texts
        found = coverage.gaps(self._reading, texts)
        table = tables.of_gaps(found, self._reading, texts, self._language)
        judged = sum(
            len(coverage.segments_of(slug, text, self._reading)) for slug, text in texts.items()
        )
        note = say("covered", self._language, segments=judged, documents=", ".join(texts))
        rows = tables.of_files(self._files.faults, self._language) + table.rows
        return table._replace(rows=rows, notes=() if rows else (note,))

    def moves(self) -> Table:
        """Return where the cited spans of changed documents stand now, a row a moved span."""
        moves = [move for slug in self._files.changed for move in self._moves(slug)]
        table = tables.of_moves(moves, self._reading, self._language)
        return table._replace(notes=tuple(self._summaries()))

    def record(self) -> Table:
        """Write the digests of all cited spans of the documents that are as they were read.

        Raises:
            UnwritableOutputError: A file of digests cannot be written.
        """
        rows = []
        for slug, text in self._files.texts.items():
            before, now = self._recorded(slug), digests.of_spans(self._reading, slug, text)
            path = self._places.digest_file(slug)
            try:
                path.write_text(digests.write_digests(now), encoding="utf-8")
            except OSError as error:
                why = error.strerror or error
                raise UnwritableOutputError("not-written", path=path, why=why) from error
            added = sum(before.get(span) != kept for span, kept in now.items())
            rows.append((slug, len(now), added, len(before.keys() - now.keys())))
        return tables.of_records(rows)

    def _unproved(self) -> Iterator[Fault]:
        texts = self._files.texts
        naming = Naming(self._reading, texts)
        for claim in self._reading.claims.values():
            yield from rules.faults(claim, naming)
        yield from rules.duplicates(self._reading.claims.values())
        for span, owners in self._reading.owners.items():
            for owner in owners:
                if owner not in self._reading.claims and span.document in texts:
                    yield from rules.of_spans([span], owner, texts)
        for slug, text in texts.items():
            yield from digests.faults(self._reading, slug, text, self._recorded(slug))

    def _summaries(self) -> Iterator[str]:
        """Yield what moved, a line a changed document."""
        for slug in self._files.changed:
            outcomes = [move.outcome for move in self._moves(slug)]
            counts = {outcome: outcomes.count(outcome) for outcome in OUTCOMES}
            yield say("what-moved", self._language, document=slug, **counts)

    def _verified(self) -> str:
        return say(
            "verified",
            self._language,
            claims=len(self._reading.claims),
            spans=len(self._reading.owners),
            documents=", ".join(self._files.texts),
        )

    def _moves(self, slug: str) -> tuple[Move, ...]:
        return relocate(slug, self._files.changed[slug], self._recorded(slug))

    def _recorded(self, slug: str) -> Mapping[Span, Digest]:
        return digests.read_digests(self._places.digest_file(slug), slug)
