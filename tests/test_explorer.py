"""The page of a picture as it is written: whole, closed to the network, safe, in two languages."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import string
from html.parser import HTMLParser
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import NamedNode

from tests.tools.places import ROOT
from tests.tools.scenes import many
from tripartite.errors import MissingInputError
from tripartite.model import Citation, Passage
from tripartite.pictures.graph import glyphs, shapes
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.graph.english import ENGLISH
from tripartite.pictures.graph.explorer import as_page
from tripartite.pictures.graph.japanese import JAPANESE

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite import KnowledgeGraph

EVERY = Wanted(include=("implied", "disputed"))


class _Reader(HTMLParser):
    """Keeps the text of each row, by its id, and every address."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: dict[str, str] = {}
        self.links: list[str] = []
        self._row = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "li" and values.get("id"):
            self._row = values["id"] or ""
        self.links += [values[name] or "" for name in ("href", "src") if values.get(name)]

    def handle_data(self, data: str) -> None:
        if self._row:
            self.rows[self._row] = self.rows.get(self._row, "") + data


@pytest.fixture(scope="module")
def page(graph: KnowledgeGraph) -> str:
    written = graph.draw_graph(EVERY).write("html")
    assert isinstance(written, str)
    return written


def data_of(page: str) -> Any:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_each_entity_and_relation_has_a_row_and_each_proof_too(page: str) -> None:
    data = data_of(page)
    rows = _Reader(page).rows

    assert sum(key.startswith("n") and not key.startswith("note") for key in rows) == len(
        data["nodes"]
    )
    assert sum(key.startswith("e") for key in rows) == len(data["edges"])
    assert sum(key.startswith("note-") for key in rows) == data["notes"]
    assert all(label in rows[f"n{number}"] for number, (label, *_) in enumerate(data["nodes"]))


def test_every_link_of_the_page_leads_into_it(page: str) -> None:
    links = _Reader(page).links
    ids = set(re.findall(r' id="([^"]+)"', page))

    assert links
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link for link in links if link[1:] not in ids} == set()


def test_every_relation_leads_to_its_proof(page: str) -> None:
    assert [edge for edge in data_of(page)["edges"] if not edge[4]] == []


def test_the_policy_names_the_very_script_and_style_of_the_page(page: str) -> None:
    policy = html.unescape(
        re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]  # type: ignore[index] # fails loudly
    )
    parts = {
        "script-src": re.findall(r"<script>(.*?)</script>", page, re.DOTALL),
        "style-src": re.findall(r"<style>(.*?)</style>", page, re.DOTALL),
    }

    assert policy.startswith("default-src 'none'")
    for name, (text,) in parts.items():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy


def test_no_text_of_the_data_can_end_its_element_or_become_markup() -> None:
    scene = many(3)
    bad = "</script><img src=x onerror=alert(1)> <!-- & \\u2028"
    nodes = (scene.nodes[0]._replace(label=bad, names=(bad,)), *scene.nodes[1:])
    edges = (scene.edges[0]._replace(sentence=bad), *scene.edges[1:])

    page = as_page(scene._replace(title=bad, nodes=nodes, edges=edges))

    assert "<img" not in page
    assert data_of(page)["nodes"][0][0] == bad
    assert bad in html.unescape(_Reader(page).rows["n0"])


def test_words_of_passages_and_premises_are_there() -> None:
    scene = many(2)
    claim = scene.edges[0].claims[0]
    basis = NamedNode("https://example.org/claim")
    passage = Passage("page", 5, 9, "Heading", "the words")
    cited = {
        claim: Citation(NamedNode(claim), "inferred", "", (), "why", "a rule", (basis,)),
        basis.value: Citation(basis, "stated", "disputed", (passage,)),
    }

    rows = _Reader(as_page(scene._replace(citations=cited))).rows

    assert "the words" in rows["note-2"]
    assert "characters 5–9" in rows["note-2"]
    assert "Heading" in rows["note-2"]
    assert "disputed" in rows["note-2"]
    assert {"a rule", "why", "[2]"} == {
        part for part in ("a rule", "why", "[2]") if part in rows["note-1"]
    }


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    def gaps(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert ENGLISH.keys() == JAPANESE.keys()
    assert [key for key in ENGLISH if gaps(ENGLISH[key]) != gaps(JAPANESE[key])] == []


def test_every_word_of_the_table_is_said_on_the_page() -> None:
    template = (ROOT / "src/tripartite/pictures/graph/explorer.html").read_text("utf-8")
    keys = re.search(r"for key in \((.*?)\)", template)
    scripts = "".join(p.read_text("utf-8") for p in (ROOT / "frontend" / "src").glob("*.js"))

    assert keys is not None
    made = {f"{start}-{key}" for start in ("key", "does") for key in re.findall(r"\w+", keys[1])}
    said = set(re.findall(r'words\["([^"]+)"\]', template + scripts))
    said |= set(re.findall(r"words\.(\w+)", scripts))
    assert ENGLISH.keys() - made - said == set()


def test_each_family_has_a_sign_of_its_own_and_the_page_shows_it(page: str) -> None:
    signs = re.findall(r'<svg class="sign".*?</svg>', page)

    assert len(set(signs)) == len(signs) >= 6
    assert len(glyphs.CODES) == 5
    assert len(shapes.FAMILIES) == data_of(page)["families"]


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert as_page(many(40)) == as_page(many(40))


def test_a_page_without_its_script_is_an_error_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(package: str) -> Any:
        return tmp_path if package == "tripartite.pictures" else files(package)

    monkeypatch.setattr("tripartite.pictures.graph.explorer.files", elsewhere)

    with pytest.raises(MissingInputError, match="install the project anew"):
        as_page(many(2))


def test_the_script_bears_the_licences_of_what_went_into_it(page: str) -> None:
    notice = page[page.index("/*!") : page.index("*/")]
    named = dict(re.findall(r"^(\S+) \d[\w.]* \(([^)]+)\)$", notice, re.MULTILINE))

    assert {"sigma", "graphology", "graphology-layout-forceatlas2"} <= named.keys()
    assert set(named.values()) <= {"MIT", "ISC", "BSD-3-Clause", "0BSD"}
    assert notice.count("Copyright") >= len(named)
    assert notice.lower().count("permission is hereby granted") >= len(named)
