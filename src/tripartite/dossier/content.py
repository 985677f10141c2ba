"""What a dossier holds, whatever it is written as.

Every text that says something of the world carries the numbers of the notes that prove it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tripartite.model import Cell
    from tripartite.pictures.timeline.making import Small


BREAK: Final = "\n"  # the text of a span that begins a new line in a cell


class Span(NamedTuple):
    """A piece of text and what proves it.

    Attributes:
        notes: Numbers of notes, in rising order.
        badge: Where the text is the label of a standing or verdict: its code.
    """

    text: str
    notes: tuple[int, ...] = ()
    badge: str = ""


Line: TypeAlias = tuple[Span, ...]


class Grid(NamedTuple):
    """A table of lines.

    Attributes:
        title: What it shows; empty where its section's title says so.
        weights: Relative widths of the columns.
        lead: A paragraph above the rows; empty where none is needed.
        numbers: Columns for spreadsheets only: a heading, and a cell a row.
    """

    title: str
    columns: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[Line, ...], ...]
    lead: Line = ()
    numbers: tuple[tuple[str, tuple[Cell, ...]], ...] = ()


class Section(NamedTuple):
    """One part of a dossier.

    Attributes:
        key: Names it in links: ``figures``.
        remark: How to read it, or why it is empty.
        picture: An SVG; empty where there is none.
        lines: Sentences, each with the notes that prove it.
    """

    key: str
    title: str
    remark: str = ""
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    picture: str = ""


class Place(NamedTuple):
    """Where a document says something.

    Attributes:
        source: The letter that the dossier gives the document.
        heading: The heading it stands under; may be empty.
        spans: ``9347–9394`` and the words there, or ``None`` where they are not at hand.
    """  # noqa: RUF002 (an en dash joins a span)

    source: str
    heading: str
    spans: tuple[tuple[str, str | None], ...]


class Note(NamedTuple):
    """What stands behind a piece of text: one claim or derivation.

    Attributes:
        claim: Its CURIE.
        standing: Label of the standing; ``badge`` is its code.
        verdict: Label of the verdict where the claim is disputed, else empty.
        remark: The curator's remark; may be empty.
        rule: Of a derivation: by which rule, from which notes.
    """

    number: int
    claim: str
    standing: str
    badge: str
    verdict: str
    places: tuple[Place, ...]
    remark: str
    rule: str


class Pictures(NamedTuple):
    """What is drawn of an entity.

    Attributes:
        neighbourhood: It among what it is directly related to, as SVG; empty for nothing.
        timeline: What is dated of it, and the same as SVG.
    """

    neighbourhood: str
    timeline: Small


class Dossier(NamedTuple):
    """One document about one entity.

    Attributes:
        curie: The entity's short IRI; ``iri`` is the full one.
        kinds: What it is: labels of its classes.
        facts: Heading and text of what stands under the title: other names, as-of, how to read.
    """

    language: str
    iri: str
    curie: str
    title: str
    kinds: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def runs(notes: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return note numbers as they are printed, each with the note it leads to.

    Three numbers or more that follow each other become ``3–5``, which leads to the first.
    """  # noqa: RUF002 (an en dash joins numbers)
    found: list[tuple[str, int]] = []
    # What follows its place by the same distance is of one run.
    for _, group in groupby(enumerate(notes), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        if len(run) > 2:  # noqa: PLR2004 (two numbers are no run)
            found.append((f"{run[0]}–{run[-1]}", run[0]))  # noqa: RUF001 (the same)
        else:
            found += [(str(number), number) for number in run]
    return tuple(found)


def plain(line: Line) -> str:
    """Return a line's text without its notes."""
    return "".join(span.text for span in line)


def numbers(line: Line) -> tuple[int, ...]:
    """Return the numbers of all notes of a line, in rising order."""
    return tuple(sorted({number for span in line for number in span.notes}))
