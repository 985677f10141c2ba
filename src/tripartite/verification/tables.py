"""What was found, as rows for people: where it stands, what is missing, what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tripartite.build.sources import Sources
    from tripartite.model import Cell
    from tripartite.origins import Origins
    from tripartite.verification.coverage import Gap
    from tripartite.verification.relocation import Move
    from tripartite.verification.rules import Fault
    from tripartite.verification.values import Reading, Span

REMEDIES: Final[Mapping[str, str]] = {
    "basis": "verify-basis",
    "changed": "verify-changed",
    "currency": "verify-currency",
    "date": "verify-date",
    "digest": "verify-digest",
    "duplicate": "verify-duplicate",
    "file": "verify-file",
    "heading": "verify-heading",
    "length": "verify-length",
    "name": "verify-name",
    "number": "verify-number",
    "qualifier": "verify-qualifier",
    "record": "verify-record",
    "span": "verify-span",
    "text": "verify-text",
    "word": "verify-word",
}
KINDS: Final[Mapping[str, str]] = {
    "document": "segment-document",
    "heading": "segment-heading",
    "item": "segment-item",
    "sentence": "segment-sentence",
}
OUTCOMES: Final[Mapping[str, str]] = {
    "edited": "relocate-edited",
    "lost": "relocate-lost",
    "moved": "relocate-moved",
    "several": "relocate-several",
}
_LABELS: Final = (v.RDFS_LABEL, v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL)


def of_faults(
    faults: Iterable[Fault], reading: Reading, project: Sources, origins: Origins, language: str
) -> Table:
    """Return a row a fault, in the order of the documents; a personal claim's value is hidden."""
    labels = _labels(project, language)
    rows = [
        (
            fault.document,
            origins.of(fault.node, v.STANDING.value, "", "").place,
            _short(fault.node),
            fault.rule,
            "…" if fault.is_personal else labels.get(fault.value, _short(fault.value)),
            say(REMEDIES[fault.rule], language),
        )
        for fault in sorted(faults, key=lambda fault: _place(fault, reading))
    ]
    return _table(("document", "place", "claim", "rule", "value", "remedy"), rows)


def of_gaps(
    gaps: Iterable[Gap], reading: Reading, texts: Mapping[str, str], language: str
) -> Table:
    """Return a row a sentence, heading or list item that is not covered."""
    rows = [
        (
            gap.segment.span.document,
            str(gap.segment.span),
            _heading(gap.segment.span, reading),
            say(KINDS[gap.segment.kind], language),
            "; ".join(gap.missing) or say("nothing-quotes-it", language),
            _words(gap.segment.span, texts),
        )
        for gap in gaps
    ]
    return _table(("document", "span", "heading", "kind", "missing", "words"), rows)


def of_files(faults: Iterable[Fault], language: str) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of uncovered documents: the ones that are absent or differ."""
    rows = [
        (f.document, "", "", say(KINDS["document"], language), say(REMEDIES[f.rule], language), "")
        for f in faults
    ]
    return _table((), rows).rows


def of_records(rows: Iterable[tuple[str, int, int, int]]) -> Table:
    """Return a row a document: spans recorded, how many anew, how many dropped."""
    cells = (
        (Literal(slug), *(Literal(str(n), datatype=v.XSD_INTEGER) for n in counts))
        for slug, *counts in rows
    )
    return Table(("document", "spans", "new", "dropped"), tuple(cells))


def of_moves(moves: Iterable[Move], reading: Reading, language: str) -> Table:
    """Return a row a span that does not stand where it stood, with what cites it."""
    rows = [
        (
            move.old.document,
            str(move.old),
            " ".join(map(str, move.places)),
            say(OUTCOMES[move.outcome], language),
            " ".join(map(_short, reading.owners.get(move.old, ()))),
        )
        for move in moves
        if move.outcome in OUTCOMES
    ]
    return _table(("document", "old", "new", "outcome", "cited by"), rows)


def _table(columns: tuple[str, ...], rows: Iterable[Sequence[str]]) -> Table:
    cells: Iterable[tuple[Cell, ...]] = (
        tuple(Literal(cell) if cell else None for cell in row) for row in rows
    )
    return Table(columns, tuple(cells))


def _place(fault: Fault, reading: Reading) -> tuple[str, int, str, str, str]:
    claim = reading.claims.get(fault.node)
    cited = claim.cited() if claim else ()
    start = min((span.start for span in cited if span.document == fault.document), default=0)
    return fault.document, start, fault.node, fault.rule, fault.value


def _heading(span: Span, reading: Reading) -> str:
    around = [s for s in reading.sections.get(span.document, ()) if span.lies_in(s[0])]
    return min(around, key=lambda section: section[0].end - section[0].start)[1] if around else ""


def _words(span: Span, texts: Mapping[str, str]) -> str:
    return " ".join(texts[span.document][span.start : span.end].split())


def _labels(project: Sources, language: str) -> Mapping[str, str]:
    """Return a label of everything that has one, in this language, else in English."""
    ranked: dict[str, tuple[bool, bool, str]] = {}
    for source in project.all():
        for quad in source.quads:
            label = quad.object
            if quad.predicate in _LABELS and isinstance(label, Literal):
                rank = (label.language != language, label.language != "en", label.value)
                name = str(getattr(quad.subject, "value", ""))
                ranked[name] = min(ranked.get(name, rank), rank)
    return {name: rank[2] for name, rank in ranked.items()}


def _short(text: str) -> str:
    return shorten(NamedNode(text)) if text.startswith("http") else text
