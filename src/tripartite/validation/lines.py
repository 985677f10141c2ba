"""Where a file speaks of a node: the line that begins with it, else the first that names it."""

from __future__ import annotations

import io
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.model import Term
    from tripartite.validation.files import Input

# How Turtle, XML and JSON give a namespace a name.
_PREFIXES: Final = (
    re.compile(r"@?prefix\s+([\w.-]*):\s*<([^<>\s]*)>", re.IGNORECASE),
    re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']"""),
    re.compile(r'"([\w.-]+)"\s*:\s*"([^"\s]+[/#:])"'),
)
_TOKEN: Final = re.compile(r"""<[^<>\s]*>|"[^"\s]*"|'[^'\s]*'|(?:[^\s<>"';,()\[\]{}\\]|\\.)+""")
_LEAD: Final = re.compile(r"""\s*(?:<[\w:]+\s+rdf:about=|\{?\s*"@?id"\s*:\s*)?""")
_BY_LINE: Final = ("ntriples", "nquads")
_QUOTED: Final = ("jsonld", "rdfxml")
_HEAD: Final = 1000  # lines: names of namespaces stand at the beginning


def places(inputs: Iterable[Input], nodes: Iterable[Term]) -> dict[Term, str]:
    """Return ``file:line`` of each node that a file names; the first file's goes first."""
    found: dict[Term, str] = {}
    wanted = dict.fromkeys(node for node in nodes if isinstance(node, (NamedNode, BlankNode)))
    for one in inputs:
        missing = [node for node in wanted if node not in found]
        if not missing:
            break
        with one.open() as file:
            lines = io.TextIOWrapper(file, "utf-8-sig", "replace", newline="\n")
            head = [*islice(lines, _HEAD)]
            spelled = _spelled(missing, one, "".join(head))
            search = _begun if one.form in _BY_LINE else _named
            numbers = search(chain(head, lines), spelled)
        found.update({node: f"{one.name}:{number}" for node, number in numbers.items()})
    return found


def _begun(lines: Iterable[str], spelled: Mapping[str, Term]) -> dict[Term, int]:
    """Return the first line that begins with a node, where each line begins with one."""
    found: dict[Term, int] = {}
    for number, line in enumerate(lines, 1):
        node = spelled.get(line.partition(" ")[0])
        if node is not None and node not in found:
            found[node] = number
    return found


def _named(lines: Iterable[str], spelled: Mapping[str, Term]) -> dict[Term, int]:
    begun: dict[Term, int] = {}
    named: dict[Term, int] = {}
    for number, line in enumerate(lines, 1):
        lead = _LEAD.match(line)
        start = lead.end() if lead else 0
        for token in _TOKEN.finditer(line, start):
            node = spelled.get(_plain(token[0]))
            if node is not None:
                (begun if token.start() == start else named).setdefault(node, number)
    return {**named, **begun}


def _plain(token: str) -> str:
    if token[0] in "<\"'":
        return token
    return re.sub(r"\\(.)", r"\1", token).removesuffix(".")


def _spelled(nodes: Iterable[Term], one: Input, head: str) -> dict[str, Term]:
    """Return nodes by each way in which a file may write them."""
    declared = [(f[1], f[2]) for pattern in _PREFIXES for f in pattern.finditer(head) if f[2]]
    quoted = one.form in _QUOTED
    return {
        spelling: node
        for node in nodes
        for text in _spellings(node, one.base, declared)
        for spelling in (_in_quotes(text) if quoted else (text,))
    }


def _spellings(node: Term, base: str, declared: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a node whole, relative, and with a name for its namespace."""
    yield str(node)
    whole = node.value if isinstance(node, NamedNode) else ""
    if whole.startswith(base):
        yield f"<{whole[len(base) :]}>"
    for name, namespace in declared:
        if whole.startswith(namespace):
            yield f"{name}:{whole[len(namespace) :]}"


def _in_quotes(text: str) -> tuple[str, str]:
    bare = text.removeprefix("<").removesuffix(">")
    return f'"{bare}"', f"'{bare}'"
