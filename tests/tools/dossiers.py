"""Dossiers for tests: one of each kind, and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tripartite.dossier.content import Dossier, Line

    Dossiers = Callable[[str, str], Dossier]

KINDS: Final[Mapping[str, str]] = {
    "ministry": "MHLW",
    "donor": "country:japan",
    "programme": "programme:multi-bilateral",
    "fund": "fund:ssn",
    "project": "project:lao-garment",
    "country": "country:viet-nam",
    "organisation": "ASEAN Secretariat",
    "theme": "theme:occupational-safety-health",
    "scheme": "scheme:jpo",
    "person": "Guy Ryder",
}


def lines(dossier: Dossier) -> Iterator[tuple[str, Line]]:
    """Yield the key of the section and each line, tables row by row."""
    for section in dossier.sections:
        yield from ((section.key, line) for line in section.lines)
        for grid in section.grids:
            if grid.lead:
                yield section.key, grid.lead
            for row in grid.rows:
                yield section.key, tuple(span for cell in row for span in cell)
