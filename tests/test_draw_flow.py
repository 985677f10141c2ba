"""``draw flow``: widths only where amounts can be compared, nothing split, summed or unproved."""

from __future__ import annotations

import csv
import io
import math
import re
from decimal import Decimal
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from tests.tools import flows
from tests.tools.running import process
from tests.tools.svg import SVG, groups, said, svg
from tripartite import KnowledgeGraph
from tripartite.messages.en import ENGLISH
from tripartite.network.facts import Facts
from tripartite.pictures import measure, png
from tripartite.pictures.flow import columns, layout, ordering, ports, reading, routing
from tripartite.pictures.flow.scale import CONSTANT, WIDEST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.pictures.drawing import Drawing
    from tripartite.pictures.flow.values import Flow

SCALE, WORDS, NONE, OTHER = (
    ENGLISH[f"flow-fill-{key}"] for key in ("scale", "words", "none", "other")
)
WHOLE = ENGLISH["flow-fill-whole"]
VIEWS = [
    "",
    "MHLW",
    "Ministry of Foreign Affairs",
    "fund:ssn",
    "programme:multi-bilateral",
    "Japan",
]


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """The graph of the invented project that ``flows`` describes."""
    return flows.opened(tmp_path_factory.mktemp("river"))


def ribbons(drawing: Drawing) -> list[dict[str, Any]]:
    """Return the first row of each ribbon."""
    found: dict[str, dict[str, Any]] = {}
    for row in flows.rows(drawing.table):
        if row["ribbon"]:
            found.setdefault(row["ribbon"], row)
    return list(found.values())


def ways(drawing: Drawing) -> set[tuple[str | None, str | None]]:
    return {(row["from"], row["to"]) for row in ribbons(drawing)}


def drawn(drawing: Drawing) -> dict[str, str]:
    """Return how each figure that has a row of its own is drawn."""
    return {row["figure"]: row["drawn"] for row in flows.rows(drawing.table) if row["figure"]}


def view(graph: KnowledgeGraph, name: str) -> Drawing:
    return graph.draw_flow(*([name] if name else []), include=["implied", "disputed"])


# Every mark has its proof


@pytest.mark.parametrize("name", VIEWS)
def test_every_ribbon_has_rows_with_a_claim_each(name: str, graph: KnowledgeGraph) -> None:
    drawing = view(graph, name)

    rows = [row for row in flows.rows(drawing.table) if row["ribbon"]]
    numbers = {int(row["ribbon"]) for row in rows}
    drawn_ribbons = groups(svg(drawing), "ribbon")
    cited = {citation.claim.value.rpartition("/")[2] for citation in drawing.table.citations}
    assert numbers == set(range(1, len(drawn_ribbons) + 1))
    assert {row["claim"] for row in rows} <= cited
    assert all(row["claim"] and row["standing"] for row in rows)


def test_a_ribbon_tells_each_statement_with_standing_and_passage(graph: KnowledgeGraph) -> None:
    titles = [said(group) for group in groups(svg(graph.draw_flow("MHLW")), "ribbon")]

    (fund,) = (title for title in titles if "US$1.4 million" in title)
    assert "Ministry of Health, Labour and Welfare → ILO/Japan Fund" in fund
    assert "contribution: the equivalent of US$1.4 million, total over a period, 2011" in fund
    assert "[stated · brochure § " in fund
    assert all(
        "[stated · " in title or "[implied · " in title or "[editorial" in title for title in titles
    )


def test_the_twin_in_words_holds_every_statement(graph: KnowledgeGraph) -> None:
    picture = svg(graph.draw_flow("MHLW"))

    twin = picture.findtext(f"{SVG}desc") or ""

    assert all(
        line in twin for group in groups(picture, "ribbon") for line in said(group).split("\n")
    )


# Widths


def test_widths_are_in_proportion_to_the_sums_of_the_scale(river: KnowledgeGraph) -> None:
    widths = {
        Decimal(row["amount"]): Decimal(row["width"])
        for row in ribbons(river.draw_flow())
        if row["drawn"] == SCALE
    }

    assert widths == {300: 84, 200: 56, 100: 28}


@pytest.mark.parametrize("name", VIEWS)
def test_what_has_no_comparable_sum_is_equally_wide(name: str, graph: KnowledgeGraph) -> None:
    found = ribbons(view(graph, name))

    others = {row["width"] for row in found if row["drawn"] != SCALE}
    assert others == {f"{CONSTANT:g}"}
    assert all(row["figure"] for row in found if row["drawn"] in (SCALE, WORDS))
    assert not any(row["figure"] for row in found if row["drawn"] in (NONE, OTHER))


def test_a_ribbon_is_as_thick_as_its_row_says(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_flow()

    thick = []
    for group in groups(svg(drawing), "ribbon"):
        edges = group.find(f"{SVG}path[@fill='none']")
        assert edges is not None
        upper, lower = (float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)", edges.get("d") or ""))
        thick.append(lower - upper)
    assert thick == pytest.approx([float(row["width"]) for row in ribbons(drawing)], abs=0.11)


def test_a_ribbon_is_as_thick_across_its_direction_everywhere(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_flow("Japan")

    found = []
    for group in groups(svg(drawing), "ribbon"):
        edges = group.find(f"{SVG}path[@fill='none']")
        assert edges is not None
        upper, lower = (
            [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", edge)]
            for edge in (edges.get("d") or "").split("M")[1:]
        )
        found.append([_from_line(point, lower) for point in upper])

    wide = [float(row["width"]) for row in ribbons(drawing)]
    assert len(found) == len(wide)
    assert [min(each) for each in found] == pytest.approx(wide, rel=0.1)
    assert max(wide) > 50  # and one of them turns more sharply than it is thick


def _from_line(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """Return how far a point is from a line of several legs."""
    found = []
    for (a, b), (c, d) in pairwise(line):
        square = (c - a) ** 2 + (d - b) ** 2 or 1
        share = max(0, min(1, ((point[0] - a) * (c - a) + (point[1] - b) * (d - b)) / square))
        found.append(math.dist(point, (a + share * (c - a), b + share * (d - b))))
    return min(found)


def test_the_sums_drawn_to_one_scale_share_currency_basis_and_period(graph: KnowledgeGraph) -> None:
    scaled = [row for row in ribbons(graph.draw_flow()) if row["drawn"] == SCALE]

    shared = {(row["currency"], row["basis"], row["period"]) for row in scaled}
    assert shared == {("USD", "total-over-period", "2018/2022")}
    assert {row["figure"] for row in scaled} == {
        "cooperation-page-assessed-2018-2022",
        "cooperation-page-voluntary-2018-2022",
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"currency": '"EUR"'},
        {"basis": "basis:yearly"},
        {"period": '"2021"'},
        {"period": ""},
        {"measure": "measure:dues"},
        {"scope": "country:east"},
        {"amount": "", "minimum": "100", "maximum": "200", "qualifier": "qualifier:between"},
    ],
    ids=["currency", "basis", "period", "no period", "measure", "scope", "range"],
)
def test_what_cannot_be_compared_shares_no_scale(changed: dict[str, str], tmp_path: Path) -> None:
    other = flows.figure("hill", **{"receiver": "fund:hill", "amount": "100", **changed})
    claims = {"lake": (flows.figure("lake"), "stated"), "hill": (other, "stated")}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawn(drawing) == {"lake": WORDS, "hill": WORDS}
    assert {row["width"] for row in ribbons(drawing)} == {f"{CONSTANT:g}"}
    assert ENGLISH["flow-no-scale"] in drawing.table.notes


def test_measures_of_one_family_share_a_scale(tmp_path: Path) -> None:
    assessed = flows.figure("lake", measure="measure:assessed-contribution")
    voluntary = flows.figure(
        "hill", measure="measure:voluntary-contribution", receiver="fund:hill", amount="100"
    )
    claims = {"lake": (assessed, "stated"), "hill": (voluntary, "stated")}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawn(drawing) == {"lake": SCALE, "hill": SCALE}


def test_a_sum_alone_has_no_scale(tmp_path: Path) -> None:
    claims = {"lake": (flows.figure("lake"), "stated"), "sm": flows.CLAIMS["sm"]}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawn(drawing) == {"lake": WORDS}
    assert "US$300" in str(drawing.write("svg"))


def test_the_scale_is_that_of_the_most_sums(tmp_path: Path) -> None:
    claims = {
        name: (flows.figure(name, receiver=f"fund:{fund}", amount=amount, period=period), "stated")
        for name, fund, amount, period in (
            ("a", "lake", "5000", '"2021"'),
            ("b", "hill", "4000", '"2021"'),
            ("c", "lake", "30", '"2020"'),
            ("d", "lake", "20", '"2020"'),
            ("e", "hill", "10", '"2020"'),
        )
    }

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawn(drawing) == {"a": WORDS, "b": WORDS, "c": SCALE, "d": SCALE, "e": SCALE}


def test_of_two_scales_with_as_many_sums_the_later_is_drawn(tmp_path: Path) -> None:
    claims = {
        name: (flows.figure(name, receiver=f"fund:{fund}", period=period), "stated")
        for name, fund, period in (
            ("a", "lake", '"2020"'),
            ("b", "hill", '"2020"'),
            ("c", "lake", '"2021"'),
            ("d", "hill", '"2021"'),
        )
    }

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawn(drawing) == {"a": WORDS, "b": WORDS, "c": SCALE, "d": SCALE}


def test_the_picture_says_its_scale_and_shows_a_round_sum_of_it(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_flow()

    texts = [text.text for text in svg(drawing).iter(f"{SVG}text")]
    (rule,) = (p for p in svg(drawing).findall(f"{SVG}path") if p.get("class") == "swatch")
    top, low = (
        float(n) for n in re.findall(r"M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)", rule.get("d") or "")[0]
    )
    assert "US$50 million (total over a period, 2018 to 2022)" in texts
    assert low - top == pytest.approx(50 / 177.8 * WIDEST, abs=0.1)
    assert any((text or "").startswith("Width: USD, total over a period, 2018") for text in texts)


# Sums are neither split, added nor repeated


@pytest.mark.parametrize("name", VIEWS)
def test_between_two_stages_a_figure_stands_once(name: str, graph: KnowledgeGraph) -> None:
    drawing = view(graph, name)

    given = [(row["stage"], row["figure"]) for row in flows.rows(drawing.table) if row["figure"]]
    assert len(given) == len(set(given))


def test_an_amount_stands_in_the_row_of_the_claim_that_gives_it(tmp_path: Path) -> None:
    given = flows.figure("chest", receiver="", drawnFrom="channel:chest")
    claims = {
        "chest": (given, "stated"),
        "about": ("figure:chest tp:about project:bridge", "implied"),
    }

    rows = flows.rows(flows.opened(tmp_path, claims).draw_flow().table)

    to_the_bridge = [(r["claim"], r["amount"], r["standing"]) for r in rows if r["to"] == "bridge"]
    assert sorted(to_the_bridge) == [
        ("small-about", None, "implied"),
        ("small-chest", "300", "stated"),
    ]


def test_a_part_is_not_drawn_beside_its_whole(river: KnowledgeGraph) -> None:
    drawing = river.draw_flow()

    assert drawn(drawing)["all"] == WHOLE
    assert "office" not in {end for pair in ways(drawing) for end in pair}
    assert "Not drawn beside its parts: North → Office: gift: US$400, in all, 2020 (stated)." in (
        drawing.table.notes
    )


def test_a_whole_is_drawn_where_no_part_of_it_is(river: KnowledgeGraph) -> None:
    drawing = river.draw_flow("Office")

    assert drawn(drawing) == {"all": WORDS}
    assert ways(drawing) == {("north", "office")}


def test_that_a_sum_is_a_part_counts_however_sure_it_is(tmp_path: Path) -> None:
    part = flows.figure("hill", receiver="fund:hill", amount="100")
    claims = {
        "lake": (flows.figure("lake"), "stated"),
        "hill": (part, "stated"),
        "part": ("figure:hill tp:addendOf figure:lake", "implied"),
    }

    drawing = flows.opened(tmp_path, claims).draw_flow(include=())

    assert drawn(drawing) == {"lake": WHOLE, "hill": WORDS}


def test_what_is_said_beside_a_whole_keeps_its_ribbon(tmp_path: Path) -> None:
    claims = {**flows.CLAIMS, "no": ("body:office tp:fundedBy body:north", "stated")}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    (row,) = (row for row in ribbons(drawing) if row["to"] == "office")
    assert row["drawn"] == NONE


def test_a_restatement_is_the_same_ribbon(river: KnowledgeGraph) -> None:
    rows = [
        row for row in flows.rows(river.draw_flow().table) if row["figure"] in ("lake", "again")
    ]

    assert len({row["ribbon"] for row in rows}) == 1
    assert [(row["relation"], row["currency"], row["amount"]) for row in rows] == [
        ("ontology#receiver", "USD", "300"),
        ("ontology#restates", "EUR", "270"),
    ]


def test_a_bare_dollar_is_read_as_its_restatement_and_shown_as_it_stands(
    graph: KnowledgeGraph,
) -> None:
    drawing = graph.draw_flow("fund:ssn")

    texts = [text.text for text in svg(drawing).iter(f"{SVG}text")]
    assert "500,000 dollars" in texts
    assert "(about ¥50 million)" in texts
    assert "size of a fund: more than 4 million dollars" in " ".join(filter(None, texts))


def test_a_sum_that_goes_on_is_called_the_same(river: KnowledgeGraph) -> None:
    drawing = river.draw_flow("Bridge")

    texts = [text.text for text in svg(drawing).iter(f"{SVG}text")]
    assert ways(drawing) >= {("north", "chest"), ("chest", "bridge")}
    assert "US$200" in texts
    assert "the same US$200" in texts


def test_a_sum_that_a_fund_receives_for_a_project_passes_the_fund(tmp_path: Path) -> None:
    given = flows.figure("lake", purpose="project:mill", about="fund:lake")
    claims = {"lake": (given, "stated"), "la": ("fund:lake tp:supports project:mill", "stated")}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert ways(drawing) == {("north", "lake"), ("lake", "mill")}
    assert {row["drawn"] for row in ribbons(drawing)} == {WORDS}


def test_a_sum_for_two_projects_is_split_between_none(tmp_path: Path) -> None:
    both = flows.figure("lake", receiver="", about="project:well , project:mill")
    received = flows.figure("hill", receiver="fund:hill", about="project:well , project:mill")
    claims = {"lake": (both, "stated"), "hill": (received, "stated")}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert ways(drawing) == {("north", "hill")}
    assert "lake" in drawn(drawing)


def test_a_box_is_as_high_as_its_fuller_side_and_the_rest_stays_open(
    river: KnowledgeGraph,
) -> None:
    flow, placed, marks = placement(river)

    of = {spot.iri.rpartition("/")[2]: rect for spot, rect in placed.boxes.items()}
    comes = sum(
        mark.slot(is_end=True)
        for ribbon, mark in zip(flow.ribbons, marks, strict=False)
        if ribbon.end.iri.endswith("fund/lake")
    )
    assert of["lake"].height == pytest.approx(comes)
    assert "what enters a box need not leave it" in " ".join(river.draw_flow().table.notes)


# What is drawn, and how


def placement(graph: KnowledgeGraph) -> tuple[Flow, layout.Layout, list[ports.Mark]]:
    flow = routing.without_wholes(routing.route(reading.read(Facts(graph.store), ("implied",))))
    sizes = {spot: layout.Size(150, 30) for spot in flow.spots}
    marks = [ports.Mark(9, (60, 13)) for _ in flow.ribbons] + [ports.Mark(2) for _ in flow.gaps]
    return flow, layout.lay_out(flow, sizes, marks), marks


def test_what_funder_and_project_share_is_drawn_through_their_channel(
    river: KnowledgeGraph,
) -> None:
    drawing = river.draw_flow()

    rows = flows.rows(drawing.table)
    (through,) = (row for row in rows if (row["from"], row["to"]) == ("north", "well"))
    (step,) = (row for row in rows if (row["from"], row["to"]) == ("lake", "well"))
    assert through["ribbon"] == step["ribbon"]
    assert through["via"] == "lake"
    assert ("north", "well") not in ways(drawing)


@pytest.mark.parametrize(
    "changed",
    [
        {"nw": ("project:well tp:fundedBy body:west", "stated")},
        {"lw": ("project:well tp:fundedThrough fund:lake", "implied")},
        {"lw": ("fund:lake tp:supports project:well", "stated")},
    ],
    ids=["another funder", "less sure", "no money"],
)
def test_else_it_passes_a_channel_that_is_not_stated(
    changed: dict[str, tuple[str, str]], tmp_path: Path
) -> None:
    drawing = flows.opened(tmp_path, {**flows.CLAIMS, **changed}).draw_flow()

    (row,) = (r for r in ribbons(drawing) if r["to"] == "well" and r["stage"] == "funder → project")
    assert row["via"] is None
    assert row["viaLabel"] == "Channel not stated"


def test_a_way_that_no_document_follows_further_ends_in_a_loose_line(
    river: KnowledgeGraph,
) -> None:
    drawing = river.draw_flow()

    lines = [said(group) for group in groups(svg(drawing), "faint")]
    boxes = [said(group) for group in groups(svg(drawing), "node")]
    assert lines == ["Mill → Place not stated"]
    assert {"Channel not stated", "Project not stated", "Place not stated"} <= set(boxes)
    assert "Funder not stated" not in boxes


def test_money_of_unknown_origin_is_drawn_from_a_funder_not_stated(graph: KnowledgeGraph) -> None:
    found = [row for row in ribbons(graph.draw_flow()) if row["fromLabel"] == "Funder not stated"]

    assert [(row["figure"], row["to"]) for row in found] == [
        ("government-support-haiyan", "government-support-haiyan-support")
    ]


def test_a_ribbon_is_as_sure_as_the_least_sure_claim_it_needs(river: KnowledgeGraph) -> None:
    picture = svg(river.draw_flow("Bridge"))

    (place,) = (g for g in groups(picture, "ribbon") if said(g).startswith("Bridge → Port"))
    assert place.find(f"{SVG}path[@class='line editorial']") is not None
    assert "Arch" in said(place)


def test_an_action_is_drawn_only_where_money_is_said_to_reach_it(graph: KnowledgeGraph) -> None:
    ends = {row["to"] for row in ribbons(graph.draw_flow())}

    assert "government-support-haiyan-support" in ends
    assert "government-support-ssn-aid-guiding" not in ends
    assert "ilo-natural-disaster-response" not in ends


def test_support_that_nobody_calls_money_looks_different(river: KnowledgeGraph) -> None:
    drawing = river.draw_flow("West")

    (row,) = (row for row in ribbons(drawing) if row["from"] == "west")
    assert row["drawn"] == OTHER
    (ribbon,) = (g for g in groups(svg(drawing), "ribbon") if said(g).startswith("West"))
    body = ribbon.find(f"{SVG}path")
    assert body is not None
    assert body.get("fill") == "url(#flow-other)"


def test_fills_and_edges_can_be_told_without_colour(graph: KnowledgeGraph) -> None:
    picture = svg(graph.draw_flow())

    patterns = {
        p.get("id"): [c.tag.removeprefix(SVG) for c in p] for p in picture.iter(f"{SVG}pattern")
    }
    assert patterns == {
        "flow-scale": ["rect"],
        "flow-words": ["rect", "circle"],
        "flow-none": ["rect", "path"],
        "flow-other": ["rect"],
    }
    dashes = {
        (line.get("class") or "").split()[1]: line.get("stroke-dasharray")
        for line in picture.iter(f"{SVG}path")
        if (line.get("class") or "").startswith("line")
    }
    assert dashes["stated"] is None
    assert len(set(dashes.values())) == len(dashes) == 4


def test_what_is_disputed_is_left_out_unless_asked_and_has_no_width(graph: KnowledgeGraph) -> None:
    caption = "cooperation-page-voluntary-caption-2018-2022"

    without, with_disputed = (
        graph.draw_flow("body:ilo", include=include) for include in (("implied",), ("disputed",))
    )

    assert caption not in drawn(without)
    assert drawn(with_disputed)[caption] == WORDS
    assert "× disputed" in [text.text for text in svg(with_disputed).iter(f"{SVG}text")]
    assert "×" not in str(without.write("svg"))


def test_only_what_is_stated_is_drawn_where_nothing_is_included(river: KnowledgeGraph) -> None:
    assert ("south", "lake") in ways(river.draw_flow())
    assert ("south", "lake") not in ways(river.draw_flow(include=()))


def test_a_group_is_not_spread_over_its_members(graph: KnowledgeGraph) -> None:
    found = ribbons(graph.draw_flow())

    essa = {row["to"] for row in found if row["from"] == "essa-3"}
    assert essa == {"asean-member-states", "asia"}
    assert {row["to"] for row in found} & {"singapore", "brunei-darussalam", "timor-leste"} == set()


def test_a_ministry_and_its_state_stay_apart(graph: KnowledgeGraph) -> None:
    boxes = {said(group).partition(" (")[0] for group in groups(svg(graph.draw_flow()), "node")}

    assert {"Japan", "Government of Japan", "Ministry of Foreign Affairs"} <= boxes


# Which part is drawn


def test_an_entity_shows_what_comes_to_it_and_what_goes_on(river: KnowledgeGraph) -> None:
    assert ways(river.draw_flow("Lake Fund")) == {
        ("north", "lake"),
        ("south", "lake"),
        ("lake", "well"),
        ("well", "east"),
        ("well", "isles"),
    }
    assert ways(river.draw_flow("Mill")) == {("south", "mill"), ("west", "mill")}


def test_a_state_is_asked_for_with_its_bodies_and_a_country_with_its_places(
    river: KnowledgeGraph,
) -> None:
    assert ("west", "mill") in ways(river.draw_flow("North"))
    assert ("bridge", "port") in ways(river.draw_flow("East"))
    assert ways(river.draw_flow("Arch")) == ways(river.draw_flow("Bridge"))


def test_a_receiver_shows_the_sums_it_is_said_to_receive_for_others(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_flow("ILO")

    found = ways(drawing)
    assert ("japan", "japan-funded-projects") in found
    assert ("mofa", "mofa-supplementary-budget") in found
    assert ("japan", "farmers-viet-nam") not in found
    titles = [said(group) for group in groups(svg(drawing), "ribbon")]
    assert any("received by International Labour Organization" in title for title in titles)


def test_several_entities_show_what_touches_any_of_them(river: KnowledgeGraph) -> None:
    both = ways(river.draw_flow("Mill", "Bridge"))

    assert both == ways(river.draw_flow("Mill")) | ways(river.draw_flow("Bridge"))


def test_where_no_money_passes_the_picture_says_so(command: Command) -> None:
    outcome = command("draw", "flow", "Guy Ryder")

    assert outcome.code == 0
    assert "No statement on the way of money touches Guy Ryder." in outcome.text
    assert "touches Guy Ryder" in outcome.stderr


def test_without_any_claim_on_money_the_picture_says_so(small_folder: Path, tmp_path: Path) -> None:
    claims = {"we": flows.CLAIMS["we"]}

    drawing = flows.opened(tmp_path, claims).draw_flow()

    assert drawing.summary == "No claim speaks of money."
    assert drawing.table.rows == ()
    assert png.as_png(str(drawing.write("svg"))).startswith(b"\x89PNG")
    assert KnowledgeGraph.open(str(small_folder)).draw_flow().table.rows


def test_amounts_missing_altogether_are_said_to_be(river: KnowledgeGraph) -> None:
    drawing = river.draw_flow("Mill")

    assert "No amount is stated." in drawing.summary
    assert ENGLISH["flow-no-amounts"] in drawing.table.notes


# The paper


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", VIEWS)
def test_nothing_covers_a_label(name: str, language: str, project: Path) -> None:
    picture = svg(view(KnowledgeGraph.open(str(project), language=language), name))

    boxes = [box for group in groups(picture, "node") for box in rects(group)]
    known = [
        box for group in groups(picture, "node") if not is_loose(group) for box in rects(group)
    ]
    (place,) = (g for g in picture.findall(f"{SVG}g") if g.get("transform"))
    labels = [box for box in rects(place) if box]
    assert labels
    assert overlapping(boxes) == []
    assert overlapping([*known, *labels]) == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_text_is_within_the_picture_and_its_box(language: str, project: Path) -> None:
    picture = svg(KnowledgeGraph.open(str(project), language=language).draw_flow())

    width = float(picture.get("width") or 0)
    for group in groups(picture, "node"):
        ((left, _, wide, _),) = rects(group)
        texts = list(group.iter(f"{SVG}text"))
        assert all(left <= x and right <= left + wide for x, right in map(extent, texts))
    assert all(right <= width for _, right in map(extent, picture.findall(f"{SVG}text")))


def rects(group: ET.Element) -> list[tuple[float, float, float, float]]:
    names = ("x", "y", "width", "height")
    found = ([float(rect.get(name) or 0) for name in names] for rect in group.findall(f"{SVG}rect"))
    return [(x, y, w, h) for x, y, w, h in found]


def is_loose(group: ET.Element) -> bool:
    """Tell whether it is a box of what is not stated: ribbons pass it."""
    rect = group.find(f"{SVG}rect")
    return rect is not None and rect.get("stroke-dasharray") is not None


def overlapping(
    boxes: list[tuple[float, float, float, float]],
) -> list[tuple[object, object]]:
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
    ]


def extent(text: ET.Element) -> tuple[float, float]:
    wide = measure.width(text.text or "", float(text.get("font-size") or 12))
    x = float(text.get("x") or 0)
    return (x - wide, x) if text.get("text-anchor") == "end" else (x, x + wide)


def test_fewer_ribbons_cross_than_in_the_order_of_names(graph: KnowledgeGraph) -> None:
    flow, _, marks = placement(graph)
    ways_ = columns.knots(flow)
    every = sorted({knot for way in ways_ for knot in way}, key=str)
    high = ports.heights(every, ways_, marks, dict.fromkeys(flow.spots, 30.0))
    thick = ordering.steps(ways_, [mark.thickness for mark in marks])

    found = ordering.ordered(every, thick, high)

    named = [sorted(column, key=str) for column in found]
    assert crossings(found, ways_) < crossings(named, ways_) / 2


def crossings(order: Any, ways_: Any) -> int:
    """Return how many pairs of ribbons change sides between two columns."""
    place = {knot: number for column in order for number, knot in enumerate(column)}
    steps = [step for way in ways_ for step in pairwise(way)]
    return sum(
        (place[a] - place[c]) * (place[b] - place[d]) < 0
        for (a, b), (c, d) in combinations(steps, 2)
        if a.column == c.column
    )


def test_channels_in_a_circle_end_somewhere(tmp_path: Path) -> None:
    circle = {
        "a": ("fund:lake tp:fundedThrough fund:hill", "stated"),
        "b": ("fund:hill tp:fundedThrough fund:lake", "stated"),
    }

    drawing = flows.opened(tmp_path, {**flows.CLAIMS, **circle}).draw_flow()

    assert {("lake", "hill"), ("hill", "lake")} <= ways(drawing)
    assert len(groups(svg(drawing), "ribbon")) == len(ribbons(drawing))


@pytest.mark.parametrize("form", ["svg", "png", "html", "csv", "json"])
def test_the_same_input_gives_the_same_bytes(form: str, project: Path) -> None:
    arguments = ("draw", "flow", "fund:ssn", "-f", form, "--store", str(project), "--quiet")

    first, second = (
        process(*arguments, environment={"PYTHONHASHSEED": seed}) for seed in ("1", "2")
    )

    assert first.code == 0
    assert first.stdout
    assert first.stdout == second.stdout


def test_japanese_is_written_in_japanese(command: Command) -> None:
    outcome = command("draw", "flow", "厚生労働省", "--lang", "ja")

    picture = ET.fromstring(outcome.text)  # noqa: S314 (our own drawing)
    texts = {text.text for text in picture.iter(f"{SVG}text")}
    assert picture.get("lang") == "ja"
    assert {
        "資金の流れ：厚生労働省",
        "140万米ドル相当",
        "期間合計、2011年",
        "金額の記載なし",
    } <= texts


def test_the_rows_are_numbers_for_a_program(command: Command) -> None:
    outcome = command("draw", "flow", "-f", "csv")

    rows = list(csv.DictReader(io.StringIO(outcome.text)))
    (assessed,) = {r["amount"] for r in rows if r["figure"].endswith("page-assessed-2018-2022")}
    assert assessed == "177800000"
    assert outcome.stderr.splitlines()[-1] == f"{len(rows)} rows"


def test_the_page_leads_from_each_row_to_its_passage(command: Command) -> None:
    outcome = command("draw", "flow", "MHLW", "-f", "html")

    assert outcome.code == 0
    notes = set(re.findall(r'href="#(note-\d+)"', outcome.text))
    assert notes
    assert all(f'id="{note}"' in outcome.text for note in notes)
    assert '<th scope="col">drawn as</th>' in outcome.text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Cambodja"], "did you mean 'Cambodia'?"),
        (["MHLW", "--include", "implyed"], "did you mean 'implied'?"),
        (["figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["MHLW", "-f", "dot"], "cannot hold this result"),
    ],
    ids=["entity", "standing", "figure", "format"],
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("draw", "flow", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert message in outcome.stderr


def test_a_row_says_which_way_its_relation_points(river: KnowledgeGraph) -> None:
    rows = flows.rows(river.draw_flow().table)

    directions = {row["relationLabel"]: row["direction"] for row in rows if row["ribbon"]}
    assert directions["funded by"] == directions["funded through"] == "←"
    assert directions["supports"] == directions["implemented in"] == directions["receiver"] == "→"


def test_every_column_has_a_heading_in_both_languages(graph: KnowledgeGraph) -> None:
    columns_ = graph.draw_flow().table.columns

    headings = {name for name in columns_ if not name.endswith("Label")}
    assert [name for name in headings if f"column-{name}" not in ENGLISH] == []
