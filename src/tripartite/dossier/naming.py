"""Names as they stand in a sentence: with an article, in quotation marks, taken up again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tripartite import vocabulary as v
from tripartite.network import phrasing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.dossier.reading import Reader

# English names that take an article in a sentence; a title in quotation marks takes none.
_ARTICLE: Final = re.compile(
    r"^(?:Ministry|Government|International|Association|Memorandum|Collaboration|Philippines)\b"
    r"|^ILO/Japan (?:Fund|Multi-bilateral)\b"
    r"|\b(?:Agency|Centre|Committee|Desk|Fund|Network|Office|Organization|Programme|Secretariat)$"
)
# How Japanese takes a thing up again, by its kind; a body of a class of its own comes first.
_AGAIN: Final[Mapping[str, str]] = {
    "Ministry": "同省",
    "Government": "同政府",
    "body": "同機関",
    "country": "同国",
    "event": "同行事",
    "fund": "同基金",
    "group": "同グループ",
    "partnership": "同協力関係",
    "person": "同氏",
    "policy": "同政策",
    "programme": "同事業",
    "project": "同プロジェクト",
    "region": "同地域",
    "scheme": "同制度",
}


def in_sentence(label: str, term: NamedNode, language: str) -> str:
    """Return a name as a sentence has it: titles in quotation marks, ``the`` where it is due."""
    said = phrasing.quoted(label, kind(term), language)
    is_article = language == "en" and said == label and _ARTICLE.search(label)
    return f"the {said}" if is_article else said


def subject(reader: Reader, iri: NamedNode) -> str:
    """Return how the first sentence calls the entity."""
    return in_sentence(reader.label(iri), iri, reader.language)


def again(reader: Reader, iri: NamedNode) -> str:
    """Return how further sentences call it: ``it``, ``同省``; a person by the name."""
    if reader.language == "en":
        return subject(reader, iri) if kind(iri) == "person" else "it"
    classes = [
        term.value.rpartition("#")[2]
        for term in reader.store.objects(iri, v.RDF_TYPE)
        if hasattr(term, "value")
    ]
    return next((_AGAIN[name] for name in (*classes, kind(iri)) if name in _AGAIN), "本件")


def kind(iri: NamedNode) -> str:
    """Return ``body``, ``project`` …: the kind that an IRI names."""
    return iri.value.rsplit("/", 2)[1]
