"""What entities are called, in both languages, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.store import GraphStore

LABEL: Final = 0
ALIAS: Final = 1
IDENTIFIER: Final = 2

_UNNAMED = (
    "claim",
    "derivation",
    "designation",
    "rule",
    "section",
    "selector",
    "shape",
    "unmodelled",
)
_NAMED = tuple(f"{v.BASE}{kind}/" for kind in (*v.KINDS, *v.CODE_LISTS) if kind not in _UNNAMED)
_NAMING: Final = {
    v.RDFS_LABEL: LABEL,
    v.SKOS_ALT_LABEL: ALIAS,
    **dict.fromkeys((v.SKOS_NOTATION, *map(v.tp, v.IDENTIFIERS)), IDENTIFIER),
}

# Marks of Latin letters; those of kana (U+3099, U+309A) make another sound and stay.
_ACCENT = re.compile("[\u0300-\u036f]")
# The dots that part the words of a foreign name in kana, or do not.
_DOT = re.compile("[\u30fb\u00b7]")
_APART = re.compile(r"[\W_]+")
# American spellings, so that either finds the other; both sides of a comparison pass here.
_AMERICAN = (
    ("our", re.compile(r"(?<=\w{3})our(?=s?\b|e[rd]|ing\b|al|ite|able|hood)"), "or"),
    ("programme", re.compile(r"\bprogramme(?=s?\b)"), "program"),
    ("is", re.compile(r"(?<=\w{3})is(?=(e[drs]?|ers|ing|ations?|ational)\b)"), "iz"),
    ("tre", re.compile(r"\b(cen|me|thea)tre(?=s?\b)"), r"\1ter"),
    ("co", re.compile(r"\bco[- ](?=op|ord)"), "co"),
)


class Name(NamedTuple):
    """One name of an entity or a code.

    Attributes:
        rank: ``LABEL``, ``ALIAS`` or ``IDENTIFIER``.
    """

    text: str
    iri: NamedNode
    rank: int


def fold(text: str) -> str:
    """Return text as it is compared: width, case and white space do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def key(text: str) -> str:
    """Return text as it is searched: nor do accents, punctuation and American spelling."""
    plain = fold(text).replace("&", " and ")
    if not plain.isascii():
        apart = unicodedata.normalize("NFD", _DOT.sub("", plain))
        plain = unicodedata.normalize("NFC", _ACCENT.sub("", apart))
    for letters, british, american in _AMERICAN:
        if letters in plain:
            plain = british.sub(american, plain)
    return _APART.sub(" ", plain).strip()


def names(store: GraphStore) -> Iterator[Name]:
    """Yield every name of every entity and code."""
    for quad in store.stated(_NAMING):
        subject, name = quad.subject, quad.object
        if not (isinstance(subject, NamedNode) and isinstance(name, Literal)):
            continue
        if subject.value.startswith(_NAMED):
            yield Name(name.value, subject, _NAMING[quad.predicate])


def other_names(store: GraphStore, iri: NamedNode, label: str) -> tuple[str, ...]:
    """Return the other labels and the aliases of an entity, without what ``label`` says."""
    labels = (*store.objects(iri, v.RDFS_LABEL), *store.objects(iri, v.SKOS_ALT_LABEL))
    found = dict.fromkeys(term.value for term in labels if isinstance(term, Literal))
    return tuple(name for name in found if name != label)


def identifiers(store: GraphStore, iri: NamedNode, language: str) -> tuple[str, ...]:
    """Return an entity's identifiers, each after its kind: ``ISO 3166-1 code VN``."""
    return tuple(
        f"{store.text(v.tp(name), v.RDFS_LABEL, language)} {term.value}"
        for name in v.IDENTIFIERS
        for term in store.objects(iri, v.tp(name))
        if isinstance(term, Literal)
    )
