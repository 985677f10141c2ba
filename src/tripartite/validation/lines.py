"""Where a file speaks of a node: the line that begins with it, else the first that names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.model import Term
    from tripartite.validation.files import Input

# Turtle and SPARQL, XML, JSON: what a file may call a namespace.
_PREFIXES: Final = (
    re.compile(r"@?prefix\s+([\w.-]*):\s*<([^<>\s]*)>", re.IGNORECASE),
    re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']"""),
    re.compile(r'"([\w.-]+)"\s*:\s*"([^"\s]+[/#:])"'),
)
_TOKEN: Final = re.compile(r"""<[^<>\s]*>|"[^"\s]*"|'[^'\s]*'|(?:[^\s<>"';,()\[\]{}\\]|\\.)+""")
_LEAD: Final = re.compile(r"""\s*(?:<[\w:]+\s+rdf:about=|\{?\s*"@?id"\s*:\s*)?""")


def places(inputs: Iterable[Input], nodes: Iterable[Term]) -> dict[Term, str]:
    """Return ``file:line`` of each node that a file names; the first file's goes first."""
    found: dict[Term, str] = {}
    wanted = set(nodes)
    for one in inputs:
        missing = wanted - found.keys()
        if not missing:
            break
        with one.open() as file:
            lines = file.read().decode("utf-8-sig", "replace").splitlines()
        spelled = {text: node for node in missing for text in _spellings(node, one, lines)}
        numbers = _search(lines, spelled)
        found.update({node: f"{one.name}:{number}" for node, number in numbers.items()})
    return found


def _search(lines: list[str], spelled: Mapping[str, Term]) -> dict[Term, int]:
    """Return the line of each node; a line that begins with it is better than an earlier one."""
    begun: dict[Term, int] = {}
    named: dict[Term, int] = {}
    for number, line in enumerate(lines, 1):
        lead = _LEAD.match(line)
        for token in _TOKEN.finditer(line, lead.end() if lead else 0):
            node = spelled.get(_plain(token[0]))
            if node is not None:
                is_first = lead is not None and token.start() == lead.end()
                (begun if is_first else named).setdefault(node, number)
    return {**named, **begun}


def _plain(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token).removesuffix(".") if token[0] not in "<\"'" else token


def _spellings(node: Term, one: Input, lines: list[str]) -> Iterator[str]:
    """Yield how a file may write a node: whole, relative or with one of the file's prefixes."""
    if isinstance(node, BlankNode):
        yield str(node)
        yield from _quoted(str(node))
    if not isinstance(node, NamedNode):
        return
    iri = node.value
    yield str(node)
    yield from _quoted(iri)
    if iri.startswith(one.base):
        yield f"<{iri[len(one.base) :]}>"
        yield from _quoted(iri[len(one.base) :])
    for name, namespace in _declared(lines):
        if namespace and iri.startswith(namespace):
            yield f"{name}:{iri[len(namespace) :]}"
            yield from _quoted(f"{name}:{iri[len(namespace) :]}")


def _quoted(text: str) -> tuple[str, str]:
    return f'"{text}"', f"'{text}'"


def _declared(lines: list[str]) -> list[tuple[str, str]]:
    head = "\n".join(lines[:_HEAD])
    return [(found[1], found[2]) for pattern in _PREFIXES for found in pattern.finditer(head)]


_HEAD: Final = 500  # lines: prefixes stand at the beginning
