"""``draw timeline``: what is dated is where it belongs, as precisely as it is dated."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from tests.tools.running import process
from tests.tools.svg import SVG, svg
from tests.tools.svg_texts import texts
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day
from tripartite.messages.en import ENGLISH
from tripartite.model import Table
from tripartite.network.facts import Source
from tripartite.pictures.timeline.choosing import Asked
from tripartite.pictures.timeline.keys import SIGNS
from tripartite.pictures.timeline.making import compact
from tripartite.pictures.timeline.marks import END, PARTS, START, UNDATED, Mark
from tripartite.pictures.timeline.scale import Scale
from tripartite.pictures.timeline.shapes import shape

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.model import Cell
    from tripartite.pictures.drawing import Drawing

PERIOD = v.tp("period")
DATED = ("background", "events", "works", "figures", "members", "documents")
ENTITIES = ("", "MHLW", "project:osh-asia", "country:viet-nam", "fund:ssn", "Japan")


@pytest.fixture(scope="module")
def every(graph: KnowledgeGraph) -> Drawing:
    """The timeline of everything."""
    return graph.draw_timeline(Asked())


def rows(table: Table) -> list[dict[str, Cell]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def text(cell: Cell) -> str:
    return cell.value if isinstance(cell, Literal | NamedNode) else ""


def key(row: dict[str, Cell], *names: str) -> tuple[str, ...]:
    return tuple(text(row[name]) for name in names)


def marks(picture: ET.Element, *classes: str) -> list[ET.Element]:
    """Return the marks of a picture, or those of some precisions."""
    found = [g for g in picture.iter(f"{SVG}g") if (g.get("class") or "").startswith("mark ")]
    return [g for g in found if not classes or (g.get("class") or "")[5:] in classes]


def title(group: ET.Element) -> str:
    return group.findtext(f"{SVG}title") or ""


def mark_of(picture: ET.Element, words: str) -> ET.Element:
    (found,) = [group for group in marks(picture) if title(group).startswith(words)]
    return found


def line(group: ET.Element) -> str:
    """Return the path that bears the standing: the first line that is no head or break."""
    path = next(p for p in group.iter(f"{SVG}path") if (p.get("class") or "").startswith("line"))
    return path.get("d") or ""


def asked(graph: KnowledgeGraph, name: str) -> list[dict[str, Cell]]:
    answer = graph.query(name)
    assert isinstance(answer, Table)
    return rows(answer)


# what is shown


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("time/milestones", ("period", "claim", "earliest", "latest")),
        ("time/dated-facts", ("period", "claim", "earliest", "latest", "relation", "fact")),
        ("time/dated-facts", ("fact", "calendarYearLabel", "fiscalYearLabel", "claim")),
        ("time/durations", ("subject", "claim")),
        ("time/statuses", ("subject", "period", "claim")),
        ("time/beginnings", ("subject", "earliest", "claim")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_what_the_queries_date_is_in_the_table(
    query: str, names: tuple[str, ...], graph: KnowledgeGraph, every: Drawing
) -> None:
    shown = {key(row, *names) for row in rows(every.table)}

    expected = {key(row, *names) for row in asked(graph, query)}

    assert expected
    assert expected <= shown


def test_no_date_is_invented(graph: KnowledgeGraph, every: Drawing) -> None:
    dated = [row for row in rows(every.table) if text(row["part"]) in DATED and row["claim"]]

    unsaid = [
        row
        for row in dated
        if not any(
            graph.store.quads(
                NamedNode(text(row["fact"])),
                NamedNode(text(row["relation"])),
                row["period"],
                NamedNode(text(row["claim"])),
            )
        )
    ]

    assert len(dated) > 100
    assert unsaid == []


def test_each_mark_is_drawn_once_with_its_words_and_its_passage(every: Drawing) -> None:
    drawn = Counter(title(group) for group in marks(svg(every)))

    numbers = {text(row["mark"]) for row in rows(every.table) if text(row["part"]) != "undated"}
    cited = {citation.claim: citation for citation in every.table.citations}
    assert sum(drawn.values()) == len(numbers)
    for row in rows(every.table):
        if text(row["part"]) not in DATED or row["claim"] is None:
            continue
        begins = f"{text(row['subjectLabel'])}: "
        said = [words for words in drawn if words.startswith(begins)]
        assert any(text(row["periodLabel"]) in words for words in said), begins
        claim = cited[NamedNode(text(row["claim"]))]
        assert any(f"[{claim.standing}" in words for words in said)


def test_what_is_implied_is_shown_dashed_unless_told_otherwise(
    graph: KnowledgeGraph, every: Drawing
) -> None:
    without = graph.draw_timeline(Asked(include=()))

    nargis = mark_of(svg(every), "Cyclone Nargis")
    outline = next(p for p in nargis.iter(f"{SVG}path") if p.get("class") == "line implied")
    assert outline.get("stroke-dasharray")
    assert "Cyclone Nargis: 2008" not in without.write("svg")
    assert ">Cyclone Nargis<" in without.write("svg")  # it is listed as undated


def test_what_is_disputed_is_marked_and_told_in_its_row(
    graph: KnowledgeGraph, every: Drawing
) -> None:
    disputed = graph.draw_timeline(Asked(include=("implied", "disputed")))

    (row,) = [row for row in rows(disputed.table) if row["verdict"] == v.DISPUTED]
    assert text(row["claim"]).endswith("cooperation-page-ghn6")
    assert ">×<" in disputed.write("svg")
    assert "verdict" not in every.table.columns
    assert ">×<" not in every.write("svg")


DATABLE = (
    *("project", "component", "programme", "fund", "scheme", "partnership"),
    *("event", "happening", "policy", "agreement", "convention"),
)


def test_what_no_document_dates_is_listed(graph: KnowledgeGraph, every: Drawing) -> None:
    picture = svg(every)

    network = graph.network(include=("implied",))
    datable = {data["label"] for _, data in network.nodes(data=True) if data["kind"] in DATABLE}
    dated = {text(row["subjectLabel"]) for row in rows(every.table) if row["period"]}
    listed = {title(g) for g in picture.iter(f"{SVG}g") if g.get("class") == "undated"}
    boxes = [g for g in picture.iter(f"{SVG}g") if (g.get("class") or "").endswith("phase")]
    phases = {title(g).rpartition(": phase")[0] or title(g) for g in boxes}
    assert "Garment project in Lao PDR" in listed
    (signed,) = datable - dated - listed - phases
    assert signed.startswith("Memorandum of Cooperation")  # the event of its signing dates it
    assert listed <= datable - dated | figures(every)


def figures(drawing: Drawing) -> set[str]:
    """Return what only a sum dates: its year is not that of the fund."""
    return {text(r["subjectLabel"]) for r in rows(drawing.table) if text(r["part"]) == "figures"}


def test_with_an_entity_only_what_has_to_do_with_it(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_timeline(Asked(("country:viet-nam",)))

    shown = {text(row["subjectLabel"]) for row in rows(drawing.table)}
    assert "unemployment insurance scheme of Viet Nam" in shown
    assert "unemployment insurance scheme of Thailand" not in shown
    assert "Improving Working and Living Conditions of Farmers in Viet Nam" in shown
    assert {text(row["fact"]) for row in rows(drawing.table)} >= {
        v.entity("membership", "viet-nam-asean").value
    }
    assert not any("Partnership between Japan" in label for label in shown)


def test_a_sum_is_shown_to_who_paid_it(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_timeline(Asked(("MHLW",)))

    facts = {text(row["fact"]) for row in rows(drawing.table)}
    assert v.entity("figure", "brochure-ssn-contribution-2011").value in facts


def test_a_document_shows_what_it_dates(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_timeline(Asked(("document:cooperation-page",)))

    claims = {text(row["claim"]) for row in rows(drawing.table) if row["claim"]}
    assert claims
    assert all("cooperation-page" in claim for claim in claims)


def test_what_a_document_says_as_of_itself_stands_in_its_band(every: Drawing) -> None:
    picture = svg(every)
    brochure = mark_of(picture, "Japan and the ILO: A partnership for development: ")

    status = mark_of(picture, "Greener Business Asia: current")

    assert ends(status) == ends(brochure)
    assert "as of “Japan and the ILO: A partnership for development”" in title(status)
    assert "It tells of a meeting of December 2011 as past." in title(brochure)
    bands = [r for r in picture.iter(f"{SVG}rect") if r.get("class") == "band"]
    assert any(float(b.get("x", 0)) == pytest.approx(ends(brochure)[0], abs=0.2) for b in bands)


def ends(group: ET.Element) -> tuple[float, float]:
    """Return from where to where the line of a mark goes."""
    start, stop = re.match(r"M([\d.]+) [\d.]+H([\d.]+)", line(group)).groups()  # type: ignore[union-attr]  # it begins so
    return float(start), float(stop)


# where it is


@pytest.mark.parametrize("years", ["calendar", "fiscal"])
def test_marks_stand_in_the_order_of_their_days(years: str, graph: KnowledgeGraph) -> None:
    picture = svg(graph.draw_timeline(Asked(years=years)))
    labels = [
        "Indian Ocean Tsunami: 2004",
        "earthquake in Pakistan, 2005: 2005",
        "earthquake in Sichuan, China, 2008: 2008",
        "floods in the Greater Mekong Sub-region, 2011: 2011",
        "United Nations Sustainable Development Summit: 2015",
        "Fast growth of refugee arrivals in Mauritania in 2018: 2018",
    ]

    found = [ends(mark_of(picture, label)) for label in labels]

    assert all(a[1] <= b[0] for a, b in pairwise(found))
    widths = [right - left for left, right in found]
    assert max(widths) - min(widths) < 0.3  # each is a year


def test_a_calendar_year_lies_across_two_fiscal_years() -> None:
    scale = Scale("fiscal", range(2015, 2019), 0, 400)

    first, last = scale.at(date(2017, 1, 1)), scale.after(date(2017, 12, 31))

    april = scale.at(date(2017, 4, 1))
    assert first < april < last
    assert (april - first) / (last - first) == pytest.approx(90 / 365, abs=0.01)


def test_the_fiscal_year_ends_on_31_march() -> None:
    scale = Scale("fiscal", range(2015, 2019), 0, 400)

    assert scale.of(date(2017, 3, 31)) == 2016
    assert scale.of(date(2017, 4, 1)) == 2017
    assert (
        scale.after(date(2017, 3, 31)) == scale.at(date(2017, 4, 1)) == scale.left + 2 * scale.year
    )
    calendar = Scale("calendar", range(2015, 2019), 0, 400)
    assert calendar.of(date(2017, 3, 31)) == calendar.of(date(2017, 4, 1)) == 2017


YEAR_SETS = st.sets(st.integers(1850, 2100), min_size=1, max_size=12)
DAYS = st.dates(date(1840, 1, 1), date(2110, 12, 31))


@given(YEAR_SETS, DAYS, DAYS, st.sampled_from(["calendar", "fiscal"]))
def test_later_is_never_further_left(used: set[int], a: date, b: date, years: str) -> None:
    scale = Scale(years, used, 100, 800)

    earlier, later = sorted((a, b))

    assert scale.left <= scale.at(earlier) <= scale.at(later) <= scale.right
    if scale.first <= earlier < later <= scale.last:
        assert scale.at(earlier) < scale.at(later)


@given(YEAR_SETS, st.data(), st.sampled_from(["calendar", "fiscal"]))
def test_a_place_leads_back_to_its_day(used: set[int], data: st.DataObject, years: str) -> None:
    scale = Scale(years, used, 100, 800)

    day = data.draw(st.dates(scale.first, scale.last))

    assert scale.day(scale.at(day)) == day
    assert scale.after(day) == pytest.approx(scale.at(day + timedelta(days=1)))


@given(YEAR_SETS, st.sampled_from(["calendar", "fiscal"]))
def test_no_year_that_is_used_is_folded(used: set[int], years: str) -> None:
    scale = Scale(years, used, 100, 800)

    assert used <= set(scale.shown())
    assert scale.right <= 800 + 1e-6
    assert [stretch.is_folded for stretch in scale.stretches][::2] == [False] * (
        (len(scale.stretches) + 1) // 2
    )
    assert all(stretch.years >= 5 for stretch in scale.stretches if stretch.is_folded)


def test_where_there_is_room_nothing_is_folded() -> None:
    assert len(Scale("calendar", (1990, 2020), 0, 700).stretches) == 1
    folded = [s for s in Scale("calendar", (1919, 1974, 2020), 0, 700).stretches if s.is_folded]
    assert [(s.first, s.years) for s in folded] == [(1920, 54), (1975, 45)]


def test_a_folded_axis_is_said_and_drawn(every: Drawing) -> None:
    assert any("1920 to 1966" in note for note in every.table.notes)
    assert ">The axis is folded where nothing" in every.write("svg")


# how precise it is


POINTS = st.from_regex(
    r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?|(19|20)\dX", fullmatch=True
)


def mark(period: str, relation: NamedNode = PERIOD, standing: str = "stated") -> Mark:
    subject = v.entity("project", "x")
    source = Source(v.entity("claim", "x"), standing)
    return Mark("works", subject, relation, subject, (source,), period)


@given(
    POINTS,
    POINTS,
    st.sampled_from(["{a}", "{a}/{b}", "{a}/..", "../{a}"]),
    st.sampled_from([PERIOD, START, END]),
)
def test_a_shape_covers_what_the_period_can_mean(
    a: str, b: str, form: str, relation: NamedNode
) -> None:
    first, second = sorted((a, b), key=lambda point: str(first_and_last_day(point)))
    period = form.format(a=first, b=second)

    found = shape(mark(period, relation))

    begins, stops = first_and_last_day(period)
    assert found.first <= found.last
    assert (found.open_left, found.open_right) == (begins is None, stops is None)
    assert begins in (None, found.first)
    assert stops in (None, found.last)
    if relation == START:
        assert found.tail == ("" if found.open_right else "right")
    if relation == END:
        assert found.tail == ("" if found.open_left else "left")


def test_a_bar_is_filled_only_where_it_surely_is() -> None:
    stated = shape(mark("2010/2015"))
    exact = shape(mark("2017-05-10/2017-05-13"))
    implied = shape(mark("2005/2009", standing="implied"))

    assert stated.sure == (date(2010, 12, 31), date(2015, 1, 1))
    assert exact.sure == (date(2017, 5, 10), date(2017, 5, 13))
    assert implied.sure is None


def look(group: ET.Element) -> tuple[str, ...]:
    """Return how a mark is drawn, whatever its place: classes and commands of its paths."""
    return tuple(
        f"{path.get('class')} {re.sub('[^A-Z]', '', path.get('d') or '')}"
        for path in group.iter(f"{SVG}path")
    )


def test_each_precision_has_a_look_of_its_own(every: Drawing) -> None:
    picture = svg(every)
    labels = {
        "day": "Signing of the Memorandum of Cooperation",
        "month": "15th Asia and the Pacific Regional Meeting",
        "year": "21st ASEAN Labour Ministers Meeting",
        "interval": "ASEAN Labour Ministers Work Programme",
        "open-end": "Facilitating the partnership of Japan and the ILO",
        "open-start": "Japanese contributions to individual development projects",
        "as-of": "Greener Business Asia: current",
        "beginning": "unemployment insurance scheme of Thailand",
    }

    looks = {name: look(mark_of(picture, label)) for name, label in labels.items()}

    assert len(set(looks.values())) == len(looks)


def test_an_open_end_has_no_line(every: Drawing) -> None:
    picture = svg(every)

    closed = {
        label: line(mark_of(picture, label)).count("V")
        for label in (
            "ASEAN Labour Ministers Work Programme",  # from one to another
            "Facilitating the partnership of Japan and the ILO",  # since
            "Regional projects of the ILO/Japan Multi-bilateral Programmes",  # began then or later
            "21st ASEAN Labour Ministers Meeting",  # in a year
        )
    }

    assert list(closed.values()) == [2, 1, 1, 2]
    # By the 1980s: open to the left, and to the right an end that is not sharp.
    by = line(mark_of(picture, "Japanese contributions to individual development projects"))
    assert "V" not in by
    assert by.count("Q") == 2


def test_a_beginning_has_a_tail_and_is_as_wide_as_it_is_sure(every: Drawing) -> None:
    begun = mark_of(svg(every), "ILO/Japan Multi-bilateral Programme: began 1974")

    lines = [p.get("d") or "" for p in begun.iter(f"{SVG}path") if "line" in (p.get("class") or "")]

    box, tail, head = lines
    assert box.count("V") == 2
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+", tail)
    assert float(tail.partition("H")[2]) > ends(begun)[1]
    assert head.count("L") == 2


def test_over_37_years_is_an_open_bound_without_a_place_on_the_axis(every: Drawing) -> None:
    (row,) = [
        row
        for row in rows(every.table)
        if text(row["fact"]).endswith("programme-page-multi-bilateral-duration")
    ]
    (length,) = [g for g in marks(svg(every), "length") if "more than 37 years" in title(g)]
    (exact,) = [g for g in marks(svg(every), "length") if "5 years" in title(g)]

    assert (row["earliest"], row["latest"], text(row["precision"])) == (None, None, "length")
    assert line(length).count("V") == 1
    assert line(exact).count("V") == 2
    assert any("no document says when it began" in note for note in every.table.notes)


def test_phases_stand_in_order_with_the_standing_of_each_step(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_timeline(Asked(("project:essa-3",)))

    picture = svg(drawing)
    boxes = [(ends(g)[0], title(g)) for g in marks(picture, "phase")]
    steps = marks(picture, "step")
    assert min(boxes)[1].startswith("Promoting and building social protection in Asia, first phase")
    assert len(boxes) == 3
    assert len(steps) == 2
    assert all("[implied" in title(step) for step in steps)
    assert all("line implied" in look(step)[0] for step in steps)


# a crop


def test_a_crop_says_what_it_leaves_out_and_exits_with_4(command: Command) -> None:
    outcome = command("draw", "timeline", "--from", "2005", "--to", "2012", "-f", "csv")
    whole = command("draw", "timeline", "-f", "csv")

    assert (outcome.code, whole.code) == (4, 0)
    said = re.search(r"Only 2005 to 2012 is shown\. .* lie outside: (\d+);", outcome.stderr)
    assert said
    numbers = [
        {line.partition(",")[0] for line in text_.splitlines() if re.match(r"\d+,", line)}
        for text_ in (outcome.text, whole.text)
    ]
    assert len(numbers[1]) - len(numbers[0]) == int(said[1])
    assert "Indian Ocean Tsunami" not in outcome.text
    assert "earthquake in Pakistan, 2005" in outcome.text


def test_a_crop_that_leaves_nothing_out_is_no_cut(command: Command) -> None:
    outcome = command("draw", "timeline", "project:osh-asia", "--from", "2000", "--to", "2030")

    assert outcome.code == 0
    assert "Only" not in outcome.stderr


def test_what_reaches_beyond_a_crop_has_no_end_there(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_timeline(Asked(first=2005, last=2012))

    picture = svg(drawing)
    programme = mark_of(picture, "ASEAN Labour Ministers Work Programme")
    assert drawing.is_cut
    assert line(programme).count("V") == 1
    assert ">reaches beyond the years shown<" in drawing.write("svg")
    assert all("1974" not in title(group) for group in marks(picture, "year"))


def test_a_crop_by_fiscal_years_ends_in_march(graph: KnowledgeGraph) -> None:
    cropped = graph.draw_timeline(Asked(years="fiscal", first=2017, last=2018))

    shown = {text(row["fact"]).rpartition("/")[2] for row in rows(cropped.table) if row["period"]}
    assert "memorandum-of-cooperation-signing-2017" in shown
    assert "government-support-mbera-refugees" in shown  # 31 January 2019 is of FY2018
    assert "un-sustainable-development-summit-2015" not in shown


# how it reads


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("years", ["calendar", "fiscal"])
@pytest.mark.parametrize("entity", ENTITIES, ids=lambda name: name or "everything")
def test_no_text_covers_another_or_leaves_the_picture(
    entity: str, years: str, language: str, project: Path
) -> None:
    graph = KnowledgeGraph.open(str(project), language=language)
    picture = svg(graph.draw_timeline(Asked((entity,) if entity else (), years)))

    found = list(texts(picture))

    width, height = float(picture.get("width", 0)), float(picture.get("height", 0))
    assert [(a.words, b.words) for a, b in combinations(found, 2) if a.covers(b)] == []
    assert [t for t in found if t.left < 0 or t.right > width or t.low > height] == []


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("entity", ["body:mhlw", "country:viet-nam", "fund:ssn"])
def test_the_compact_picture_fits_a_column(entity: str, language: str, project: Path) -> None:
    graph = KnowledgeGraph.open(str(project), language=language)

    small = compact(graph.store, graph._citations(), entity, language)  # noqa: SLF001 (ours)
    picture = ET.fromstring(small.svg)  # noqa: S314 (ours)

    found = list(texts(picture))
    assert picture.get("width") == "640"
    assert [(a.words, b.words) for a, b in combinations(found, 2) if a.covers(b)] == []
    assert all(t.right <= 640 for t in found)
    assert all(i.startswith("years-") for i in (e.get("id") for e in picture.iter()) if i)
    assert marks(picture)


def test_there_is_no_compact_picture_of_what_is_not_dated(graph: KnowledgeGraph) -> None:
    small = compact(graph.store, graph._citations(), "theme:gender-equality", "en")  # noqa: SLF001 (ours)

    assert small == ("", ())


def test_japanese_years_are_called_as_the_government_calls_them(project: Path) -> None:
    graph = KnowledgeGraph.open(str(project), language="ja")

    drawing = graph.draw_timeline(Asked(("厚生労働省",), "fiscal"))

    written = drawing.write("svg")
    assert drawing.title == "年表：厚生労働省（年度別）"
    assert ">令和2年度<" in written
    assert ">2020年度<" in written
    (row,) = [r for r in rows(drawing.table) if text(r["fact"]).endswith("signing-2017")]
    assert text(row["periodLabel"]) == "2017年5月11日"
    assert text(row["fiscalYearLabel"]) == "平成29年度"


def test_a_post_that_names_its_body_does_not_name_it_twice(project: Path) -> None:
    graph = KnowledgeGraph.open(str(project), language="ja")

    drawing = graph.draw_timeline(Asked(("郷野晶子",)))

    details = {text(row["detail"]) for row in rows(drawing.table)}
    assert "ILO理事会労働者側理事" in details
    assert "日本労働組合総連合会 国際担当顧問" in details


def test_a_long_picture_is_printed_over_several_sheets(
    graph: KnowledgeGraph, every: Drawing
) -> None:
    short = graph.draw_timeline(Asked(("fund:ssn",)))

    assert svg(every).get("class") == "picture tall"
    assert svg(short).get("class") == "picture"


def test_the_twin_in_words_has_every_mark(every: Drawing) -> None:
    picture = svg(every)

    twin = picture.findtext(f"{SVG}desc") or ""

    assert all(title(group) in twin for group in marks(picture, "year", "day", "as-of", "length"))


def test_a_page_has_the_picture_its_rows_and_their_proof(command: Command) -> None:
    outcome = command("draw", "timeline", "fund:ssn", "-f", "html")

    assert outcome.code == 0
    assert "<svg" in outcome.text
    assert 'href="#note-1"' in outcome.text
    assert "brochure § " in outcome.text


def test_every_code_of_a_picture_has_its_words(graph: KnowledgeGraph, every: Drawing) -> None:
    labelled = (quad.subject for quad in graph.store.quads(None, v.RDFS_LABEL))
    scheme = f"{v.BASE}qualifier/"
    iris = (term.value for term in labelled if isinstance(term, NamedNode))
    qualifiers = {iri.removeprefix(scheme) for iri in iris if iri.startswith(scheme)}
    needed = {
        "timeline-length-": qualifiers,
        "timeline-part-": {*PARTS, "lengths", "order", "undated"},
        "timeline-name-": {*PARTS, "lengths", "order", "undated"},
        "timeline-undated-": set(UNDATED),
        "timeline-sign-": set(SIGNS),
        "timeline-precision-": {text(row["precision"]) for row in rows(every.table)},
        "timeline-start": {"", "-by", "-from"},
        "timeline-end": {"", "-by", "-from"},
    }

    known = {key for key in ENGLISH if key.startswith(tuple(needed))}

    assert len(qualifiers) > 7
    assert {f"{start}{end}" for start, ends in needed.items() for end in ends} <= known
    said = {f"{start}{end}" for start in list(needed)[:5] for end in needed[start]}
    assert {key for key in known if key.startswith(tuple(needed)[:5])} == said


@pytest.mark.parametrize("form", ["svg", "png", "html", "csv", "json"])
def test_the_same_input_gives_the_same_bytes(form: str, project: Path) -> None:
    arguments = ("draw", "timeline", "MHLW", "-f", form, "--store", str(project), "--quiet")

    first, second = (
        process(*arguments, environment={"PYTHONHASHSEED": seed}) for seed in ("1", "2")
    )

    assert first.code == 0
    assert first.stdout
    assert first.stdout == second.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Cambodja"], "did you mean 'Cambodia'?"),
        (["MHLW", "--from", "3000"], "no date lies in these years; the dates go from 1974 to"),
        (["MHLW", "--to", "1066"], "no date lies in these years; the dates go from 1974 to"),
        (["--years", "biennium"], "--years takes one of 'calendar', 'fiscal'"),
        (["--from", "2010", "--to", "2005"], "the last year, 2005, is before the first, 2010"),
        (["--from", "0"], "--from"),
        (["--include", "implyed"], "no claims are 'implyed'"),
        (["figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["MHLW", "-f", "dot"], "cannot hold this result"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str, command: Command) -> None:
    outcome = command("draw", "timeline", *arguments)

    assert outcome.code == 2
    assert message in outcome.stderr
    assert outcome.stdout == b""
