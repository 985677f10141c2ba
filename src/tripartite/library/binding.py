"""Put terms in the place of a query's parameters.

A parameter is a line ``VALUES ?x { UNDEF }``. Unbound it matches all; bound it holds a term
that serialises itself, so no text of the user's is ever read as SPARQL.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.errors import BadParameterError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from tripartite.model import NamedQuery

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ UNDEF \}")
_LANGUAGE = re.compile(r'VALUES \?language \{ "en" \}')


def bind(
    query: NamedQuery, arguments: Mapping[str, NamedNode | Literal], language: str = "en"
) -> str:
    """Return the query's text with its parameters bound.

    Args:
        query: As ``load`` returns it.
        arguments: Terms by parameter name; a parameter that is not named matches all.
        language: What ``?language`` stands for: the language of the labels.

    Raises:
        BadParameterError: The query takes no parameter of this name.
    """
    known = {parameter.name for parameter in query.parameters}
    if unknown := sorted(arguments.keys() - known):
        raise BadParameterError(
            "unknown-parameter",
            query=query.name,
            name=unknown[0],
            known=", ".join(sorted(known)) or "none",
            nearest=nearest(unknown[0], known),
        )

    def value(match: re.Match[str]) -> str:
        term = arguments.get(match[1])
        return match[0] if term is None else f"VALUES ?{match[1]} {{ {term} }}"

    text = _PARAMETER.sub(value, query.text)
    return _LANGUAGE.sub(lambda _: f"VALUES ?language {{ {Literal(language)} }}", text)
