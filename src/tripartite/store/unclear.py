"""A query whose structure is not known for certain: what the engine might read in its words.

The grammar does not know all that the engine reads (RDF 1.2, ``LATERAL``), and the engine reads
some texts as no grammar does: ``?s a1SERVICE:x {}`` is a triple and a ``SERVICE`` to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tripartite.syntax.tokens import scan

if TYPE_CHECKING:
    from tripartite.store.foreign_query import ForeignQuery
    from tripartite.syntax.tokens import Token

DEPTH: Final = 200  # brackets within one another
WORDS: Final = 500  # keywords and signs
_WORD: Final = "service"
_BEFORE_GROUP: Final = re.compile(r"(?:\\.|[^\s{#\\])*(?:\s|#[^\n\r]*[\n\r])*\{")


def check_words(query: ForeignQuery) -> None:
    """Refuse a word, or the prefix of a name, that the engine might read as ``SERVICE``.

    Raises:
        QueryRefusedError: The message gives the place.
    """
    for token in scan(query.text):
        if _may_ask(token, query.text):
            raise query.refused("word-unclear", token.start, word=token.text)


def check_size(query: ForeignQuery) -> None:
    """Refuse more brackets within one another, or more words, than the engine surely bears.

    Raises:
        QueryRefusedError: The message gives the place.
    """
    depth = words = 0
    for token in scan(query.text):
        depth += (token.kind == "open") - (token.kind == "close")
        words += token.kind in ("word", "sign")
        if depth > DEPTH:
            raise query.refused("query-too-deep", token.start, limit=DEPTH)
        if words > WORDS:
            raise query.refused("query-unclear", token.start, limit=WORDS)


def _may_ask(token: Token, text: str) -> bool:
    prefix = token.text.partition(":")[0].casefold()
    if token.kind == "word" or prefix != _WORD:
        return _WORD in prefix
    # A name whose prefix is the word alone may stand anywhere but before a group.
    return bool(_BEFORE_GROUP.match(text, token.start))
