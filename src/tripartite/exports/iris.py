"""IRIs as a JSON-LD context shortens them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.exports.compaction import UnlearnedError
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Mapping

_NIL: Final = f"<{STANDARDS['rdf']}nil>"


class Iris(dict[str, str]):
    """The quoted compact spelling of each IRI that is not a property's or class's."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self._near: dict[str, list[tuple[str, str]]] = {}

    def __missing__(self, text: str) -> str:
        """Shorten by the prefix that makes it shortest, as pyld's IRI compaction does.

        Raises:
            UnlearnedError: It is no IRI, would be read as a shortened one, or means a list.
        """
        if text == _NIL or not text.startswith("<"):
            raise UnlearnedError
        iri = text[1:-1]
        head = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
        near = self._near.get(head)
        if near is None:
            near = self._near[head] = [
                (term, namespace)
                for term, namespace in self._prefixes.items()
                if head.startswith(namespace) or namespace.startswith(head)
            ]
        found = [
            f"{term}:{iri[len(namespace) :]}"
            for term, namespace in near
            if iri.startswith(namespace) and iri != namespace
        ]
        if not found and iri.partition(":")[0] in self._prefixes:
            raise UnlearnedError
        spelled = f'"{min(found, key=_shorter)}"' if found else f'"{iri}"'
        self[text] = spelled
        return spelled


def _shorter(name: str) -> tuple[int, str]:
    return (len(name), name)
