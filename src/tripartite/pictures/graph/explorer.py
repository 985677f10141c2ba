"""A scene as one HTML page that needs nothing else: to search, filter, follow and print."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tripartite.errors import MissingInputError
from tripartite.messages import say
from tripartite.pictures.graph import glyphs, shapes
from tripartite.pictures.graph.english import ENGLISH
from tripartite.pictures.graph.japanese import JAPANESE
from tripartite.pictures.graph.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.pictures.graph.scene import Scene

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": ENGLISH, "ja": JAPANESE}
_POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "script-src 'sha256-{script}'; style-src 'sha256-{style}'"
)


def as_page(scene: Scene) -> str:
    """Return the page of a scene.

    Raises:
        MissingInputError: The page's script was not built.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("tripartite.pictures.graph")
    template = environment.from_string(folder.joinpath("explorer.html").read_text("utf-8"))
    style = f"\n{folder.joinpath('explorer.css').read_text('utf-8')}"
    script = f"\n{_script()}"
    words = _WORDS[scene.language]
    listing = Listing(scene)
    return template.render(
        scene=scene,
        listing=listing,
        families=glyphs.legend(scene, listing),
        standings=glyphs.standings(scene),
        codes=glyphs.CODES,
        disputed=sum(edge.disputed for edge in scene.edges),
        words=words,
        say=lambda key, **values: say(key, scene.language, **values),
        style=Markup(style),  # noqa: S704 (our own)
        script=Markup(script),  # noqa: S704 (our own)
        data=Markup(_data(scene, listing, words)),  # noqa: S704 (escaped for its place)
        policy=_POLICY.format(script=_hash(script), style=_hash(style)),
    )


def _data(scene: Scene, listing: Listing, words: Mapping[str, str]) -> str:
    """Return what the script needs beside the lists, as JSON that cannot end its element."""
    number = {node.iri: place for place, node in enumerate(scene.nodes)}
    nodes = [
        [
            node.label,
            shapes.FAMILIES.index(shapes.family(node.kind)),
            listing.types_of(node),
            node.names,
            sorted({n for fact in node.facts for n in listing.numbers(fact.claims)}),
        ]
        for node in scene.nodes
    ]
    edges = [
        [
            number[edge.source],
            number[edge.target],
            glyphs.CODES.index(edge.standing),
            int(edge.disputed),
            listing.numbers(edge.claims),
        ]
        for edge in scene.edges
    ]
    labels = [scene.standings.get(code) or say("no-claim", scene.language) for code in glyphs.CODES]
    data: dict[str, Any] = {
        "words": {**words, "standings": labels},
        "order": [number[iri] for iri in scene.shown],
        "focus": [number[iri] for iri in scene.focus],
        "families": len(shapes.FAMILIES),
        "types": [label for _, label in listing.types],
        "nodes": nodes,
        "edges": edges,
        "notes": len(listing.notes),
        "premises": {note.number: note.premises for note in listing.notes if note.premises},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _script() -> str:
    built = files("tripartite.pictures").joinpath("assets", "explorer.js")
    if not built.is_file():
        raise MissingInputError("no-page-script")
    return built.read_text("utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
