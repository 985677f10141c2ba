"""``draw graph``: what is drawn, how it looks, and that every line leads to its proof."""

from __future__ import annotations

import io
import json
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from tests.tools.pixels import ink
from tests.tools.running import process
from tests.tools.svg import SVG, box_of, groups, said, svg
from tripartite import KnowledgeGraph
from tripartite.messages.en import ENGLISH
from tripartite.network.answer import Question
from tripartite.pictures import fonts, png
from tripartite.pictures.graph import shapes
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.lines import STROKES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.pictures.drawing import Drawing

EVERY = ("implied", "disputed")


def nodes(drawing: Drawing) -> set[str]:
    return {said(group).partition(" (")[0] for group in groups(svg(drawing), "node")}


def test_a_neighbourhood_is_as_far_as_the_steps_asked(small: KnowledgeGraph) -> None:
    assert nodes(small.draw_graph(Wanted(("Foxtrot",)))) == {"Foxtrot", "Echo"}
    assert nodes(small.draw_graph(Wanted(("Foxtrot",), hops=2))) == {"Foxtrot", "Echo", "Delta"}
    assert nodes(small.draw_graph(Wanted(("Foxtrot", "Golf"), hops=0))) == {"Foxtrot", "Golf"}


def test_without_an_entity_everything_is_drawn_the_unrelated_too(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(include=EVERY))

    drawn = nodes(drawing)
    assert {"Alpha", "Juliet", "India body", "Hotel"} <= drawn
    assert len(drawn) == small.network(include=EVERY).number_of_nodes()


def test_types_choose_by_kind_or_class_and_stop_the_walk(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(("Alpha",), hops=3, types=("body", "locality")))

    assert nodes(drawing) == {"Alpha", "Beta", "Gamma", "Golf"}


def test_classes_are_named_in_the_language_of_the_picture(project: Path) -> None:
    japanese = KnowledgeGraph.open(str(project), language="ja")

    drawn = nodes(japanese.draw_graph(Wanted(("日本",), types=("省",))))

    assert drawn == {"日本", "外務省", "厚生労働省"}


def test_a_limit_keeps_the_nearest_and_says_what_it_left_out(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(("Hotel",), hops=3, max_nodes=3))

    assert nodes(drawing) == {"Hotel", "Beta", "Alpha"}
    assert drawing.is_cut
    assert "leaves out 4 more" in drawing.summary


def test_a_cut_picture_is_written_and_the_exit_code_is_4(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "cut.svg"

    outcome = command("draw", "graph", "Japan", "--max-nodes", "5", "-o", str(path))

    assert outcome.code == 4
    assert path.read_text(encoding="utf-8").startswith("<svg")
    assert "a limit leaves out" in outcome.stderr


def test_a_path_draws_its_steps_only(small: KnowledgeGraph) -> None:
    drawing = small.draw_path(Question("Alpha", "Delta"))

    titles = [said(edge) for edge in groups(svg(drawing), "edge")]
    assert nodes(drawing) == {"Alpha", "Beta", "Gamma", "Delta"}
    assert not any("Hotel" in title for title in titles)
    assert drawing.title == "Paths from Alpha to Delta"


def test_two_that_nothing_joins_are_drawn_apart(small: KnowledgeGraph) -> None:
    drawing = small.draw_path(Question("Alpha", "Juliet"))

    assert nodes(drawing) == {"Alpha", "Juliet"}
    assert groups(svg(drawing), "edge") == []
    assert "Without a relation here: Alpha, Juliet." in drawing.write("svg")


def test_triples_are_drawn_with_the_claims_that_say_them(small: KnowledgeGraph) -> None:
    text = "CONSTRUCT { ?p tp:fundedBy ?d } WHERE { ?p tp:fundedBy ?d }"

    drawing = small.draw_answer(small.sparql(text), "Who pays")

    (edge,) = groups(svg(drawing), "edge")
    assert said(edge).startswith("“Delta” is funded by Beta.")
    assert "stated" in said(edge)
    assert drawing.title == "Who pays"


def test_what_no_claim_says_is_drawn_as_unproved(small: KnowledgeGraph) -> None:
    text = "CONSTRUCT { ?d tp:supports ?p } WHERE { ?p tp:fundedBy ?d }"

    drawing = small.draw_answer(small.sparql(text), "")

    (edge,) = groups(svg(drawing), "edge")
    assert "[no claim says so]" in said(edge)
    assert edge.find(f"{SVG}path[@class='line unknown']") is not None
    assert "1 without a claim" in drawing.summary


def test_rows_are_drawn_by_their_two_columns(graph: KnowledgeGraph) -> None:
    answer = graph.query("funding/by-donor", {"donor": "MHLW"})

    drawing = graph.draw_answer(answer, "funding/by-donor", ("funder", "funded"))

    assert nodes(drawing) == {
        "Ministry of Health, Labour and Welfare",
        "ILO/Japan Fund for Building Social Safety Nets in Asia and the Pacific",
        "ILO/Japan Multi-bilateral Programme",
    }
    assert drawing.title == graph.named("funding/by-donor").questions["en"]


def test_a_standing_has_a_line_that_can_be_told_without_colour(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(include=EVERY))

    drawn = {
        line.get("class", "").split()[1]: (
            line.get("stroke-dasharray"),
            line.get("stroke-width"),
        )
        for line in svg(drawing).iter(f"{SVG}path")
        if (line.get("class") or "").startswith("line")
    }
    assert {"stated", "implied", "editorial"} <= set(drawn)
    assert len(set(drawn.values())) == len(drawn)
    assert len({(stroke.dashes, stroke.gap) for stroke in STROKES.values()}) == len(STROKES)


def test_what_is_disputed_bears_a_mark(small: KnowledgeGraph) -> None:
    with_disputed = small.draw_graph(Wanted(("Alpha",), include=EVERY))
    without = small.draw_graph(Wanted(("Alpha",)))

    assert "India body" in nodes(with_disputed)
    assert ">×<" in str(with_disputed.write("svg"))
    assert "India body" not in nodes(without)
    assert ">×<" not in str(without.write("svg"))


def test_every_relation_is_in_the_twin_and_the_table_with_its_passage(
    graph: KnowledgeGraph,
) -> None:
    drawing = graph.draw_graph(Wanted(("Viet Nam",)))

    picture = svg(drawing)
    twin = picture.findtext(f"{SVG}desc") or ""
    titles = "\n".join(said(edge) for edge in groups(picture, "edge"))
    claims = {row[drawing.table.columns.index("claim")] for row in drawing.table.rows}
    sentences = {row[-1] for row in drawing.table.rows}
    assert len(sentences) == twin.count("\n")
    for sentence in sentences:
        assert sentence is not None
        assert getattr(sentence, "value") in twin  # noqa: B009 (a literal)
        assert getattr(sentence, "value") in titles  # noqa: B009 (the same)
    assert claims <= {citation.claim for citation in drawing.table.citations}
    assert "brochure § " in twin


def test_the_relations_drawn_are_those_of_the_network(graph: KnowledgeGraph) -> None:
    network = graph.network(include=["implied"])

    drawing = graph.draw_graph(Wanted())

    pairs = {
        (start, end, data["standing"], data["disputed"])
        for start, end, data in network.edges(data=True)
    }
    assert len(groups(svg(drawing), "edge")) == len(pairs)
    assert len(groups(svg(drawing), "node")) == network.number_of_nodes()


def boxes(drawing: Drawing) -> list[tuple[str, float, float, float, float]]:
    """Return name and box of each node, from its outline's own numbers."""
    return [(said(node), *box_of(node)) for node in groups(svg(drawing), "node")]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("entity", ["fund:ssn", "programme:multi-bilateral", "Japan"])
def test_no_label_covers_another_with_60_nodes(entity: str, language: str, project: Path) -> None:
    graph = KnowledgeGraph.open(str(project), language=language)

    found = boxes(graph.draw_graph(Wanted((entity,), hops=2, max_nodes=60)))

    assert len(found) == 60
    overlapping = [
        (a, b)
        for (a, ax, ay, aw, ah), (b, bx, by, bw, bh) in combinations(found, 2)
        if ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah
    ]
    assert overlapping == []


@pytest.mark.parametrize("form", ["svg", "png", "dot", "graphml", "gexf", "json", "csv"])
def test_the_same_input_gives_the_same_bytes(form: str, project: Path) -> None:
    arguments = ("draw", "graph", "fund:ssn", "-f", form, "--store", str(project), "--quiet")

    first, second = (
        process(*arguments, environment={"PYTHONHASHSEED": seed}) for seed in ("1", "2")
    )

    assert first.code == 0
    assert first.stdout == second.stdout
    assert first.stdout


def test_other_programs_read_the_network_back(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(("Alpha",)))

    graphml = nx.parse_graphml(str(drawing.write("graphml")), force_multigraph=True)
    gexf = nx.read_gexf(io.BytesIO(str(drawing.write("gexf")).encode()))
    linked = nx.node_link_graph(json.loads(drawing.write("json")), edges="links")
    sizes = {(each.number_of_nodes(), each.number_of_edges()) for each in (graphml, gexf, linked)}
    assert len(sizes) == 1
    assert linked.nodes["https://w3id.org/tripartite/body/alpha"]["label"] == "Alpha"
    standings = nx.get_edge_attributes(graphml, "standing").values()
    assert {"stated", "implied"} <= set(standings)


def test_dot_tells_standings_by_style_and_quotes_what_it_must(command: Command) -> None:
    outcome = command("draw", "graph", "MHLW", "-f", "dot")

    assert outcome.code == 0
    assert "style=dashed" in outcome.text
    assert 'label="Ministry of Health, Labour and Welfare"' in outcome.text


def test_a_png_has_the_ink_of_its_japanese(small_folder: Path) -> None:
    japanese = KnowledgeGraph.open(str(small_folder), language="ja")
    written = japanese.draw_graph(Wanted(("ベータ",))).write("svg")
    assert isinstance(written, str)
    wordless = "".join(letter for letter in written if ord(letter) < 0x3000)

    with_words, without = (ink(png.as_png(text)) for text in (written, wordless))

    assert with_words > without * 1.2


def test_without_its_font_a_png_is_refused_with_the_remedy(
    small: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    monkeypatch.setattr(fonts, "_PACKAGE", "no_such_package")

    outcome = command("draw", "graph", "Alpha", "-f", "png", "--store", str(small.places.root))

    assert outcome.code == 3
    assert "fonts-noto-cjk" in outcome.stderr
    assert outcome.stdout == b""


def test_a_notebook_shows_the_picture(small: KnowledgeGraph) -> None:
    drawing = small.draw_graph(Wanted(("Alpha",)))

    assert drawing._repr_svg_() == drawing.write("svg")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["MHLW", "Cambodja"], "did you mean 'Cambodia'?"),
        (["MHLW", "--types", "ministri"], "did you mean 'ministry'?"),
        (["MHLW", "--include", "implyed"], "no claims are 'implyed'"),
        (["MHLW", "--path"], "expected two"),
        (["MHLW", "--query", "funding/by-donor"], "name entities or a query, not both"),
        (["--query", "funding/by-donor"], "needs two columns, source, target"),
        (["--query", "funding/by-donor", "--ends", "funder"], "expected two"),
        (["-q", "ASK { ?s a tp:Project }"], "an ASK answers yes or no: nothing to draw"),
        (["--query", "funding/by-doner"], "did you mean 'funding/by-donor'?"),
        (["MHLW", "-f", "svgz"], "did you mean 'svg'?"),
        (["MHLW", "-f", "turtle"], "cannot hold this result"),
        (["figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["MHLW", "--max-nodes", "0"], "--max-nodes takes a whole number from 1 up"),
        (
            ["--query", "funding/by-donor", "--with", "topics"],
            "--with: only for entities and paths",
        ),
        (["-q", "SELECT * {}", "--include", "implied"], "--include: only for entities and paths"),
        (["MHLW", "--ends", "a,b"], "--ends: only for the result of a query"),
        (["MHLW", "Japan", "--path", "--set", "donor=x"], "--set: only for the result of a query"),
        (["--timeout", "3", "--max-rows", "9"], "--timeout, --max-rows: only for the result"),
        (["MHLW", "--allow-remote", "example.org"], "--allow-remote: only for the result"),
        (["MHLW", "Japan", "--path", "--hops", "2"], "choose what is around entities"),
        (["--query", "funding/by-donor", "--types", "fund"], "choose what is around entities"),
        (["MHLW", "厚生労働省", "--path"], "are one entity"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("draw", "graph", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert message in outcome.stderr


def test_an_unknown_picture_is_named(command: Command) -> None:
    outcome = command("draw", "grpah")

    assert outcome.code == 2
    assert "did you mean 'graph'?" in outcome.stderr


def test_what_messages_are_put_together_from_has_one(small: KnowledgeGraph) -> None:
    headings = small.readable(small.draw_graph(Wanted(("Alpha",))).table).columns
    keys = (
        *(f"column-{name}" for name in headings),
        *(f"family-{family.key}" for family in shapes.FAMILIES),
        *(f"edges-{standing or 'unproved'}" for standing in STROKES),
    )

    assert [key for key in keys if key not in ENGLISH] == []


def test_what_is_no_entity_is_counted_not_drawn(small: KnowledgeGraph) -> None:
    text = "SELECT ?source ?target { ?source rdfs:label ?target } ORDER BY ?source LIMIT 7"

    drawing = small.draw_answer(small.sparql(text), "")

    assert nodes(drawing) == set()
    assert drawing.summary.endswith("; not drawn, as an end is a value and no entity: 7")
    assert drawing.summary in str(drawing.write("svg"))


def test_a_cut_is_said_beside_rows_too(command: Command) -> None:
    outcome = command("draw", "graph", "Japan", "--max-nodes", "5", "-f", "csv")

    assert outcome.code == 4
    assert "a limit leaves out" in outcome.stderr


def test_a_cut_answer_is_drawn_as_cut(command: Command) -> None:
    text = "SELECT ?source ?target { ?source tp:fundedBy ?target }"

    outcome = command("draw", "graph", "-q", text, "--max-rows", "3")

    assert outcome.code == 4
    assert "; the answer was cut, and there are more rows" in outcome.text
    assert "the answer was cut" in outcome.stderr


def test_more_paths_than_are_drawn_are_told(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_path(Question("Japan", "Cambodia", max_hops=4, most=3))

    assert drawing.is_cut
    assert drawing.summary.endswith("; there are more paths than the 3 drawn")


def test_dot_shows_what_no_claim_says_and_what_is_disputed(small: KnowledgeGraph) -> None:
    made_up = small.draw_answer(
        small.sparql("CONSTRUCT { ?d tp:supports <urn:x:y> } { ?p tp:fundedBy ?d }"), ""
    )
    disputed = small.draw_graph(Wanted(("Alpha",), include=EVERY))

    assert "arrowhead=odot" in str(made_up.write("dot"))
    assert '"urn%3Ax%3Ay"' in str(made_up.write("dot"))
    assert 'label="supports ×"' in str(disputed.write("dot"))
