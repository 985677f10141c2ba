"""Property paths: their parts, how a query spells them, and how we spell them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tripartite.syntax.source import TYPE, has, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from tripartite.syntax.source import Source


class Link(NamedTuple):
    """A path of one property."""

    iri: str


class Inverse(NamedTuple):
    """A path walked from its end."""

    path: Path


class Sequence(NamedTuple):
    """Paths one after the other."""

    parts: tuple[Path, ...]


class Alternative(NamedTuple):
    """Any one of several paths."""

    parts: tuple[Path, ...]


class Repeat(NamedTuple):
    """A path walked ``*``, ``+`` or ``?`` times."""

    path: Path
    times: str


class Negated(NamedTuple):
    """Any property but these; either direction is walked only if it is named."""

    forward: tuple[str, ...]
    backward: tuple[str, ...]


Path: TypeAlias = Link | Inverse | Sequence | Alternative | Repeat | Negated


def read_path(source: Source, node: Node) -> Path:
    """Return the path that ``binary_path`` or ``path_element`` spells."""
    if node.type == "binary_path":
        left, right = (read_path(source, part) for part in named(node))
        if has(node, "/"):
            return Sequence((*_parts(left, Sequence), *_parts(right, Sequence)))
        return Alternative((*_parts(left, Alternative), *_parts(right, Alternative)))
    parts = named(node)
    inverse = any(part.type == "path_inverse" for part in parts)
    times = [source.text(part) for part in parts if part.type == "path_mod"]
    inner = [part for part in parts if part.type not in ("path_inverse", "path_mod")]
    if not inner:
        path: Path = Link(TYPE)
    elif inner[0].type == "path_negated_property_set":
        path = _negated(source, inner[0])
    elif inner[0].type in ("binary_path", "path_element"):
        path = read_path(source, inner[0])
    else:
        path = Link(source.text(inner[0]))
    for sign in times:
        path = Repeat(path, sign)
    return Inverse(path) if inverse else path


def spelled(path: Path) -> str:
    """Return a path's text, every part in brackets."""
    if isinstance(path, Link):
        return path.iri
    if isinstance(path, Inverse):
        return f"^({spelled(path.path)})"
    if isinstance(path, Repeat):
        return f"({spelled(path.path)}){path.times}"
    if isinstance(path, Negated):
        return f"!({'|'.join((*path.forward, *(f'^{iri}' for iri in path.backward)))})"
    sign = "/" if isinstance(path, Sequence) else "|"
    return sign.join(f"({spelled(part)})" for part in path.parts)


def _parts(path: Path, kind: type[Sequence | Alternative]) -> Iterator[Path]:
    if isinstance(path, kind):
        yield from path.parts
    else:
        yield path


def _negated(source: Source, node: Node) -> Negated:
    forward: list[str] = []
    backward: list[str] = []
    for one in named(node):
        inner = named(one)
        iri = source.text(inner[0]) if inner else TYPE
        (backward if has(one, "^") else forward).append(iri)
    return Negated(tuple(forward), tuple(backward))
