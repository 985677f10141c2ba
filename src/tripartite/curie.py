"""Short spellings of IRIs, ``body:ilo`` or ``brochure:10,20``, there and back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite.vocabulary import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENT: Final = f"{BASE}document/"
CHARACTERS: Final = "#char="  # RFC 5147

_SLUG = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
_SPAN = re.compile(r"([0-9]+),([0-9]+)")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_WEB = ("http://", "https://")


def shorten(iri: NamedNode, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return ``prefix:name``, ``document:start,end`` for a passage, else ``<iri>``.

    The longest namespace wins; a namespace ends in ``/`` or ``#``, as all of ours do.
    """
    if prefixes is PREFIXES:
        return _shorten_known(iri.value)
    return _shorten(iri.value, {namespace: name for name, namespace in prefixes.items()})


def expand(text: str, prefixes: Mapping[str, str] = PREFIXES) -> NamedNode | None:
    """Read a CURIE, a passage, ``<iri>`` or a bare web address; ``None`` if it is none."""
    if text.startswith(_WEB):
        return _named(text)
    if text.startswith("<") and text.endswith(">"):
        return _named(text[1:-1])
    prefix, colon, local = text.replace("\\", "").partition(":")
    if colon and _SLUG.fullmatch(prefix) and _SPAN.fullmatch(local):
        return NamedNode(f"{DOCUMENT}{prefix}{CHARACTERS}{local}")
    return _named(prefixes[prefix] + local) if colon and prefix in prefixes else None


def split_passage(iri: str) -> tuple[str, int, int] | None:
    """Return slug, start and end of a passage's IRI; ``None`` for any other IRI."""
    if not iri.startswith(DOCUMENT):
        return None
    slug, _, span = iri[len(DOCUMENT) :].partition(CHARACTERS)
    found = _SPAN.fullmatch(span)
    return (slug, int(found[1]), int(found[2])) if found and _SLUG.fullmatch(slug) else None


def passage(document: str, start: int, end: int) -> NamedNode:
    """Return the IRI of a span of a document, given by its slug."""
    return NamedNode(f"{DOCUMENT}{document}{CHARACTERS}{start},{end}")


def split_name(iri: str) -> tuple[str, str] | None:
    """Cut behind the last ``/`` or ``#``; ``None`` if what follows needs escaping."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    return (iri[:cut], iri[cut:]) if _LOCAL.fullmatch(iri, cut) else None


def _shorten(iri: str, names: Mapping[str, str]) -> str:
    parts = split_name(iri)
    if parts and parts[0] in names:
        return f"{names[parts[0]]}:{parts[1]}"
    passage = split_passage(iri)
    return f"{passage[0]}:{iri.rpartition('=')[2]}" if passage else f"<{iri}>"


@cache
def _known_names() -> Mapping[str, str]:
    return {namespace: name for name, namespace in PREFIXES.items()}


@cache
def _shorten_known(iri: str) -> str:
    return _shorten(iri, _known_names())


def _named(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None
