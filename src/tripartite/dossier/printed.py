"""Names that a document prints with an error: quoted as they stand, and marked so.

The note of the claim that gives such a title says what is printed: ``Printed 'FuFund'; …``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.dossier.reading import Reader

_PRINTED: Final = re.compile(r"^Printed '([^']+)'")
_TITLE: Final = NamedNode(f"{v.STANDARDS['dcterms']}title")


def errors(reader: Reader, iri: NamedNode) -> tuple[str, ...]:
    """Return the words that titles of an entity print with an error."""
    claims = [
        claim
        for (predicate, _), said in reader.claimed(iri).items()
        if predicate == _TITLE
        for claim in said
    ]
    return tuple(word for claim in claims for word in _words(reader, claim))


def marked(reader: Reader, name: str, misprinted: Iterable[str]) -> str:
    """Return a name, and that it stands as printed where it has such a word."""
    is_error = any(word in name for word in misprinted)
    return f"{name}{reader.text('as-printed')}" if is_error else name


def _words(reader: Reader, claim: NamedNode) -> list[str]:
    notes = reader.store.objects(claim, v.SKOS_NOTE)
    found = (_PRINTED.match(note.value) for note in notes if isinstance(note, Literal))
    return [match.group(1) for match in found if match]
