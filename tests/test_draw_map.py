"""``draw map``: what is painted, how it looks, and that each mark is what the rows say."""

from __future__ import annotations

import csv
import io
import random
import re
from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode

from tests.tools.pixels import grey, ink
from tests.tools.running import process
from tests.tools.svg import SVG, said, svg
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.network.facts import STANDINGS
from tripartite.pictures import png
from tripartite.pictures.world import patterns
from tripartite.pictures.world.geometry import Box, world
from tripartite.pictures.world.ground import Ground
from tripartite.pictures.world.kinds import KINDS
from tripartite.pictures.world.placing import Wish, place
from tripartite.pictures.world.view import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.pictures.drawing import Drawing

ENTITIES = (
    (),
    ("MHLW",),
    ("fund:ssn",),
    ("project:greener-business-asia",),
    ("programme:multi-bilateral",),
    ("Japan",),
    ("theme:occupational-safety-health",),
    ("ILO", "Mauritania"),
)

each_map = pytest.mark.parametrize("names", ENTITIES, ids=lambda names: " ".join(names) or "all")


@pytest.fixture(scope="module")
def everything(graph: KnowledgeGraph) -> Drawing:
    return graph.draw_map()


@pytest.fixture(scope="module")
def picture(everything: Drawing) -> ET.Element:
    return svg(everything)


def of_class(picture: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in picture.iter() if element.get("class") == name]


def texts(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def name(group: ET.Element) -> str:
    return texts(group)[0]


def marks(group: ET.Element) -> dict[str, int]:
    """Return the kinds that a label or an item of a list shows, with their numbers."""
    kinds = [
        (swatch.get("fill") or "").removeprefix("url(#map-").removesuffix(")")
        for swatch in of_class(group, "swatch")
    ]
    return dict(zip(kinds, map(int, texts(group)[1:]), strict=True))


def rows(drawing: Drawing) -> list[dict[str, str]]:
    """Return the rows behind a picture, each cell as text."""
    table = drawing.table
    return [
        {
            column: "" if cell is None else str(getattr(cell, "value", cell))
            for column, cell in zip(table.columns, row, strict=True)
        }
        for row in table.rows
    ]


def counted(drawing: Drawing, column: str) -> dict[str, dict[str, int]]:
    """Return how many activities each place of a column has by kind, as the rows tell."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(drawing):
        if row[column]:
            found[row[column]][row["kind"]].add(row["activity"])
    return {
        place_: {kind: len(activities) for kind, activities in kinds.items()}
        for place_, kinds in found.items()
    }


def box(plate: ET.Element) -> Box:
    x, y, width, height = (float(plate.get(key) or 0) for key in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


def countries(graph: KnowledgeGraph) -> Iterator[NamedNode]:
    for quad in graph.store.quads(None, v.RDF_TYPE, v.tp("Country"), DefaultGraph()):
        assert isinstance(quad.subject, NamedNode)
        yield quad.subject


def test_every_country_of_the_graph_has_an_outline(graph: KnowledgeGraph) -> None:
    codes = {country: graph.store.objects(country, v.tp("iso3166")) for country in countries(graph)}

    assert len(codes) >= 20
    for country, (code, *_) in codes.items():
        assert isinstance(code, Literal)
        outline = world().outline(code.value)
        assert outline.rings, country
        assert outline.box.left <= outline.point[0] <= outline.box.right


def test_singapore_and_fiji_across_the_antimeridian_are_where_they_are() -> None:
    geometry = world()
    east = {
        code: geometry.outline(code).point[0] / geometry.scale + geometry.centre
        for code in ("SG", "FJ", "MR", "US")
    }

    assert east["SG"] == pytest.approx(103.8, abs=0.2)
    assert east["FJ"] == pytest.approx(178, abs=0.6)
    assert east["MR"] == pytest.approx(-11, abs=1.5)
    assert east["US"] == pytest.approx(360 - 100, abs=12)
    assert geometry.outline("FJ").box.width < 4 * geometry.scale


@each_map
def test_the_marks_of_each_place_are_what_the_rows_say(
    names: tuple[str, ...], graph: KnowledgeGraph
) -> None:
    drawing = graph.draw_map(*names)

    drawn = svg(drawing)
    labels = {name(label): marks(label) for label in of_class(drawn, "label")}
    items = {name(item): marks(item) for item in of_class(drawn, "item")}
    painted = counted(drawing, "countryLabel")
    others = {row["placeLabel"] for row in rows(drawing) if not row["countryLabel"]}
    assert labels == painted
    assert len(of_class(drawn, "country")) >= len(painted)
    assert {place_: items[place_] for place_ in others} == {
        place_: kinds
        for place_, kinds in counted(drawing, "placeLabel").items()
        if place_ in others
    }


@each_map
def test_a_country_is_filled_by_its_strongest_relation_in_the_line_of_its_standing(
    names: tuple[str, ...], graph: KnowledgeGraph
) -> None:
    drawing = graph.draw_map(*names)

    of: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(drawing):
        of[row["countryLabel"]][row["kind"]].add(row["standing"].rpartition("/")[2])
    for country in of_class(svg(drawing), "country"):
        kinds = of[re.split(r"\. ", said(country), maxsplit=1)[0]]
        strongest = min(kinds, key=KINDS.index)
        surest = min(kinds[strongest], key=STANDINGS.index)
        area, *lines = country.findall(f"{SVG}use")
        assert area.get("fill") == f"url(#map-{strongest})"
        assert {(line.get("class") or "").split()[1] for line in lines} == {surest}


@each_map
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_label_covers_another_or_leaves_its_view(
    names: tuple[str, ...], language: str, project: Path
) -> None:
    drawn = svg(KnowledgeGraph.open(str(project), language=language).draw_map(*names))

    plates = [box(plate) for plate in of_class(drawn, "plate")]
    frames = [box(frame) for frame in of_class(drawn, "frame")]
    assert plates
    assert not any(one.meets(other) for one, other in combinations(plates, 2))
    for plate in plates:
        assert any(frame.holds(plate) for frame in frames)


def test_no_two_patterns_look_alike_without_colour() -> None:
    pictures = {}
    for kind in KINDS:
        root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", width="60", height="40")
        patterns.define(root, "map", (kind,))
        ET.SubElement(root, "rect", width="60", height="40", fill=patterns.url("map", kind))
        pictures[kind] = grey(png.as_png(ET.tostring(root, encoding="unicode")))

    for one, other in combinations(pictures.values(), 2):
        pixels = [
            abs(a - b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True)
        ]
        assert sum(difference > 60 for difference in pixels) > len(pixels) * 0.1  # seen, and often


def test_a_mark_names_relation_activity_standing_and_passage(picture: ET.Element) -> None:
    (label,) = [group for group in of_class(picture, "label") if name(group) == "Indonesia"]

    words = said(label)
    assert "carried out or held in: 1 (stated)" in words
    assert "meant to benefit: 1 (implied)" in words
    assert "Indigenous Peoples in Papua, Indonesia” is implemented in Indonesia." in words
    assert "Central Java is located in Indonesia." in words
    assert re.search(r"\[stated · brochure § [^\]]+ · \d+–\d+", words)


def test_the_twin_says_every_relation_of_the_picture(
    picture: ET.Element, everything: Drawing
) -> None:
    twin = picture.find(f"{SVG}desc")
    assert twin is not None
    assert twin.text is not None

    assert everything.summary in twin.text
    for group in (*of_class(picture, "label"), *of_class(picture, "country")):
        assert said(group) in twin.text


def test_regions_and_groups_are_listed_and_not_spread_over_their_members(
    picture: ET.Element, everything: Drawing
) -> None:
    listed = {name(item) for item in of_class(picture, "item")}

    assert {"ASEAN countries", "Asia and the Pacific", "South Asia", "Africa"} <= listed
    assert {"Central Java (Indonesia)", "Papua, Indonesia", "Kyoto (Japan)"} <= listed
    of_asean = {r["countryLabel"] for r in rows(everything) if r["activity"].endswith("/essa-3")}
    assert of_asean == {""}


def test_a_component_counts_with_its_project(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_map("Greener Business Asia")

    subjects = {row["subject"].rpartition("/")[2] for row in rows(drawing)}
    assert {"greener-business-asia", "greener-business-asia-thailand"} <= subjects
    assert counted(drawing, "countryLabel") == {
        "Philippines": {"implemented": 1},
        "Thailand": {"implemented": 1},
    }


def test_a_ministry_has_what_a_claim_joins_to_it_and_not_what_its_funds_pay_for(
    graph: KnowledgeGraph,
) -> None:
    found = rows(graph.draw_map("MHLW"))

    assert {row["countryLabel"] for row in found} == {"", "Cambodia", "Myanmar"}
    assert all(row["tieClaim"] and row["byLabel"] == row["entityLabel"] for row in found)
    cambodia = [row for row in found if row["countryLabel"] == "Cambodia"]
    assert [(row["tieLabel"], row["standing"].rpartition("/")[2]) for row in cambodia] == [
        ("funded by", "implied")  # the place is stated, the ministry's money is not
    ]


def test_a_government_has_the_work_of_its_ministries_under_their_name(
    graph: KnowledgeGraph,
) -> None:
    found = rows(graph.draw_map("Government of Japan"))

    bodies = {row["byLabel"] for row in found if row["countryLabel"] == "Mauritania"}
    assert bodies == {"Ministry of Foreign Affairs"}


def test_a_disaster_that_a_fund_answered_is_background_only(graph: KnowledgeGraph) -> None:
    found = rows(graph.draw_map("fund:ssn"))

    philippines = [row for row in found if row["countryLabel"] == "Philippines"]
    assert [(row["kind"], row["relationLabel"], row["tieLabel"]) for row in philippines] == [
        ("context", "affected", "responds to")
    ]


def test_what_is_only_implied_is_dashed_and_can_be_left_out(graph: KnowledgeGraph) -> None:
    with_implied, without = (
        graph.draw_map("programme:multi-bilateral", include=include)
        for include in (("implied",), ())
    )

    (laos,) = [g for g in of_class(svg(with_implied), "country") if said(g).startswith("Lao PDR")]
    assert {use.get("stroke-dasharray") for use in laos.findall(f"{SVG}use")[1:]} == {"7 4"}
    assert "Lao PDR" not in counted(without, "countryLabel")
    assert {"India", "Japan"} <= set(counted(without, "countryLabel"))
    assert {row["standing"].rpartition("/")[2] for row in rows(without)} <= {
        "stated",
        "editorial",
        "inferred",
    }


def test_an_inferred_member_has_a_double_outline(picture: ET.Element) -> None:
    (brunei,) = [g for g in of_class(picture, "country") if said(g).startswith("Brunei")]

    classes = [use.get("class") for use in brunei.findall(f"{SVG}use")]
    assert classes == ["area", "line inferred", "gap inferred", "line inferred"]


def test_far_countries_are_shown_beside_the_rest(picture: ET.Element) -> None:
    main, *insets = (box(frame) for frame in of_class(picture, "frame"))

    where = {}
    for label in of_class(picture, "label"):
        plate = box(of_class(label, "plate")[0])
        where[name(label)] = main.meets(plate)
    assert len(insets) == 2
    assert {label for label, is_main in where.items() if not is_main} == {
        "Fiji",
        "Italy",
        "Mali",
        "Mauritania",
    }


def test_countries_that_lie_near_each_other_are_shown_together() -> None:
    together = groups(world(), ("VN", "FJ", "JP", "ML", "MR", "KH"))

    assert together == (("VN", "JP", "KH"), ("ML", "MR"), ("FJ",))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "takes no position on any boundary"),
        ("ja", "領土の帰属についていかなる立場も示すものではない"),
    ],
)
def test_the_picture_says_whose_boundaries_it_has(language: str, words: str, project: Path) -> None:
    drawing = KnowledgeGraph.open(str(project), language=language).draw_map("MHLW")

    written = "".join(texts(svg(drawing))).replace(" ", "")
    assert words.replace(" ", "") in written
    assert "NaturalEarth4.1.0" in written


def test_the_legend_shows_what_the_picture_shows(graph: KnowledgeGraph) -> None:
    (legend, lines) = of_class(svg(graph.draw_map("MHLW")), "legend")

    assert texts(legend) == ["carried out or held in", "meant to benefit", "covered"]
    assert texts(lines) == ["stated", "implied"]


def test_an_entity_without_a_country_says_so_on_the_map(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_map("Guy Ryder")

    drawn = svg(drawing)
    assert drawing.table.rows == ()
    assert "No claim relates this to a country." in drawing.summary
    assert texts(drawn).count("No claim relates this to a country.") == 2
    assert of_class(drawn, "country") == []
    assert of_class(drawn, "land")


def test_a_country_without_a_code_is_listed_and_not_lost(copy: Path) -> None:
    entities = copy / "data" / "entities" / "country.ttl"
    text = entities.read_text("utf-8")
    entities.write_text(text.replace('"LK"', '"XX"'), "utf-8")

    drawn = svg(KnowledgeGraph.open(str(copy)).draw_map())

    assert "Sri Lanka" in {name(item) for item in of_class(drawn, "item")}
    assert "Sri Lanka" not in {name(label) for label in of_class(drawn, "label")}


def test_csv_is_the_rows_of_the_picture(everything: Drawing, command: Command) -> None:
    outcome = command("draw", "map", "-f", "csv")

    assert outcome.code == 0
    assert list(csv.DictReader(io.StringIO(outcome.text))) == rows(everything)


@pytest.mark.parametrize("form", ["json", "xlsx", "markdown", "table", "tsv"])
def test_every_format_of_rows_is_written(form: str, command: Command) -> None:
    outcome = command("draw", "map", "MHLW", "-f", form)

    assert outcome.code == 0
    assert outcome.stdout


def test_the_rows_in_json_have_their_passages(command: Command) -> None:
    outcome = command("draw", "map", "Greener Business Asia", "-f", "json")

    assert outcome.json["total"] == len(outcome.json["rows"]) == 6
    assert "brochure" in outcome.text
    assert "not counted for its members" in outcome.json["notes"][-1]


def test_html_holds_picture_rows_and_proofs(command: Command) -> None:
    outcome = command("draw", "map", "厚生労働省", "--lang", "ja", "-f", "html")

    assert outcome.code == 0
    assert "<svg" in outcome.text
    assert 'href="#note-1"' in outcome.text
    assert 'id="note-1"' in outcome.text
    assert "カンボジア" in outcome.text


def test_a_png_has_the_ink_of_its_japanese(project: Path) -> None:
    written = KnowledgeGraph.open(str(project), language="ja").draw_map("fund:ssn").write("svg")
    assert isinstance(written, str)
    wordless = "".join(letter for letter in written if ord(letter) < 0x3000)

    with_words, without = (ink(png.as_png(text)) for text in (written, wordless))

    assert with_words > without + 20_000


def test_the_same_input_gives_the_same_bytes(project: Path, everything: Drawing) -> None:
    first, second = (
        process("draw", "map", "--store", str(project), environment={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    )

    assert first.code == 0
    assert first.stdout == second.stdout
    assert first.text == everything.write("svg")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_command_writes_the_picture(form: str, command: Command, tmp_path: Path) -> None:
    outcome = command("draw", "map", "Mauritania", "-o", str(tmp_path / f"map.{form}"))

    start = (tmp_path / f"map.{form}").read_bytes()[:8]
    assert outcome.code == 0
    assert outcome.stdout == b""
    assert start.startswith({"svg": b"<svg", "png": b"\x89PNG"}[form])
    assert "Countries: 1" in outcome.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Cambodja"], "did you mean 'Cambodia'?"),
        (["MHLW", "--include", "implyed"], "no claims are 'implyed'"),
        (["document:brochure"], "has no work of its own"),
        (["figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["MHLW", "-f", "dot"], "cannot hold this result"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("draw", "map", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert message in outcome.stderr
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize("seed", range(5))
def test_labels_that_crowd_find_room(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (a layout, no secret)
    wishes = [
        Wish(str(n), (chance.uniform(350, 550), chance.uniform(250, 350)), 0, (80, 34))
        for n in range(25)
    ]

    found = place(wishes, Ground({}), Box(0, 0, 900, 600))

    boxes = [each.box for each in found]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert place(wishes, Ground({}), Box(0, 0, 900, 600)) == found


def test_outlines_of_neighbours_meet_without_a_gap(picture: ET.Element) -> None:
    def border(code: str) -> set[tuple[float, float]]:
        (path,) = [
            p for p in picture.iter(f"{SVG}path") if (p.get("id") or "").endswith(f"-{code}")
        ]
        return set(points(path.get("d") or ""))

    shared = border("TH") & border("LA")

    assert len(shared) > 50


def points(path: str) -> Iterator[tuple[float, float]]:
    for ring in path.split("z")[:-1]:
        numbers = list(map(float, re.findall(r"-?\d+(?:\.\d+)?", ring)))
        x = y = 0.0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y


def test_the_kinds_of_the_legend_are_in_the_order_of_strength() -> None:
    order: Mapping[str, int] = {kind: n for n, kind in enumerate(KINDS)}

    ranked = ["implemented", "assisted", "benefits", "participants", "planned", "context"]
    assert all(order[one] < order[other] for one, other in pairwise(ranked))
