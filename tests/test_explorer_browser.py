"""The page of a picture in a real browser: by pointer, by keys, on paper, without its script."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.tools import browser as browsers
from tests.tools.browser import opened
from tests.tools.places import ROOT
from tests.tools.scenes import many
from tripartite import KnowledgeGraph
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.graph.explorer import as_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.tools.browser import Opened

pytestmark = pytest.mark.slow
_MOST = 150  # entities at first
_WHOLE = Wanted(include=("implied", "disputed"))


@pytest.fixture(scope="module")
def pages(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages: the whole graph and a small part of it in both languages, the example with words."""
    folder = tmp_path_factory.mktemp("pages")
    example = folder / "example"
    ignored = shutil.ignore_patterns("build", "out")
    shutil.copytree(ROOT / "docs" / "example", example, ignore=ignored)
    english, japanese = (KnowledgeGraph.open(str(project), language=x) for x in ("en", "ja"))
    drawings = {
        "en": english.draw_graph(_WHOLE),
        "ja": japanese.draw_graph(_WHOLE),
        "part-en": english.draw_graph(_WHOLE._replace(entities=("MHLW",), max_nodes=6)),
        "part-ja": japanese.draw_graph(_WHOLE._replace(entities=("MHLW",), max_nodes=6)),
        "words": KnowledgeGraph.open(str(example)).draw_graph(_WHOLE),
    }
    for name, drawing in drawings.items():
        written = drawing.write("html")
        assert isinstance(written, str)
        (folder / f"{name}.html").write_text(written, encoding="utf-8")
    return folder


@pytest.fixture
def english(browser: Browser, pages: Path) -> Iterator[Opened]:
    with opened(browser, pages / "en.html") as seen:
        yield seen


def script(page: Page, body: str) -> Any:
    """Ask the page's own script, whose view and picture it shows to tests."""
    return page.evaluate(f"() => {{ const {{view, picture}} = tripartite; return {body}; }}")


def listed(page: Page, kind: str) -> list[str]:
    """Return the ids of the rows that a reader sees."""
    rows = page.locator(f"#list .{kind} > li")
    found: list[str] = rows.evaluate_all("rows => rows.map(row => row.id)")
    return found


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until an element has the focus, as a person without a pointer does."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by the tab key")


def test_a_page_asks_for_nothing_and_says_nothing(browser: Browser, pages: Path) -> None:
    for name in ("en", "ja", "words"):
        with opened(browser, pages / f"{name}.html") as seen:
            seen.page.mouse.move(640, 500)
            seen.page.mouse.wheel(0, -300)
            seen.page.wait_for_timeout(100)

            assert seen.requests == []
            assert seen.messages == []
            assert script(seen.page, "picture.graph.order") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["part-en", "part-ja"])
def test_axe_finds_nothing_with_everything_open(
    browser: Browser, pages: Path, name: str, scheme: str
) -> None:
    with opened(browser, pages / f"{name}.html", color_scheme=scheme) as seen:
        page = seen.page
        closed = seen.violations()
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
        page.fill("#search", "ILO")
        page.keyboard.press("Enter")
        page.locator("#panel .facts a").first.click()
        page.fill("#search", "a")
        page.keyboard.press("ArrowDown")
        with_entity = seen.violations()
        page.locator("#panel .rows .said").first.click()
        with_relation = seen.violations()

        assert page.locator("#panel .notes").count() > 0
        assert closed == []
        assert with_entity == []
        assert with_relation == []


def test_with_the_keys_alone_a_relation_is_followed_to_its_words(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "words.html") as seen:
        page = seen.page

        tab_to(page, "#search")
        page.keyboard.type("harbour work")
        press(page, "ArrowDown", "Enter")
        entity = page.locator("#panel [data-body] h2").inner_text()
        press(page, "Escape")
        tab_to(page, "#stage")
        press(page, ".", "Enter")

        assert entity == "Harbour Work Organization"
        assert page.locator("#panel [data-body] h2").evaluate("h => h === document.activeElement")
        assert page.locator("#panel .said").count() >= 1
        assert "harbour-page" in page.locator("#panel .place").first.inner_text()
        assert page.locator("#panel .passages q").first.inner_text() != ""


def test_with_the_keys_alone_hidden_neighbours_are_shown(english: Opened) -> None:
    page = english.page
    before = listed(page, "nodes")
    assert len(before) == _MOST

    tab_to(page, "#stage")
    press(page, "+")
    hint = page.locator("#said").inner_text()

    assert len(listed(page, "nodes")) > len(before)
    assert set(before) < set(listed(page, "nodes"))
    assert hint == f"Shown in addition: {len(listed(page, 'nodes')) - len(before)}"


def test_the_arrows_walk_through_the_picture(english: Opened) -> None:
    page = english.page
    tab_to(page, "#stage")
    first = script(page, "picture.marks.cursor.label")
    place = script(page, "picture.at(picture.marks.cursor).x")

    press(page, "ArrowRight")

    assert script(page, "picture.marks.cursor.label") != first
    assert script(page, "picture.at(picture.marks.cursor).x") > place
    assert script(page, "picture.marks.cursor.label") in page.locator("#said").inner_text()


def test_from_a_relation_the_arrow_leads_to_its_other_end(english: Opened) -> None:
    page = english.page
    tab_to(page, "#stage")
    start = script(page, "picture.marks.cursor.label")
    press(page, ".")
    ends = set(
        script(page, "[picture.marks.cursor.source.label, picture.marks.cursor.target.label]")
    )

    press(page, "ArrowRight")

    assert {start, script(page, "picture.marks.cursor.label")} == ends


def test_with_the_keys_alone_standing_and_type_are_filtered(english: Opened) -> None:
    page = english.page
    tab_to(page, "#filters [data-family='0']")
    press(page, " ")
    without_actors = listed(page, "nodes")
    tab_to(page, "#filters [data-standing='1']")
    press(page, " ")

    assert 0 < len(without_actors) < _MOST
    assert (
        script(page, "view.model.nodes.filter(n => n.family === 0 && view.hasNode(n)).length") == 0
    )
    assert page.locator("#list .edges .badge.implied").count() == 0
    assert page.locator("#list .nodes dd .badge.implied >> visible=true").count() == 0
    assert page.locator("#list .edges > li").count() > 0


def test_a_single_type_is_filtered_and_its_family_is_half_on(english: Opened) -> None:
    page = english.page
    page.locator("#filters summary").first.click()
    box = page.locator("[data-type][data-of='0']").first
    box.uncheck()

    assert page.locator("[data-family='0']").evaluate("box => box.indeterminate && box.checked")
    page.locator("[data-family='0']").evaluate("box => box.click()")
    assert not page.locator("[data-family='0']").is_checked()
    page.locator("[data-family='0']").check()
    assert box.is_checked()


def test_the_list_is_what_is_shown(english: Opened) -> None:
    page = english.page

    def both() -> tuple[tuple[list[str], list[str]], tuple[Any, Any]]:
        rows = listed(page, "nodes"), listed(page, "edges")
        drawn = (
            script(
                page, "picture.graph.filterNodes(n => !picture.node(n).hidden).map(n => 'n' + n)"
            ),
            script(
                page,
                "picture.graph.filterEdges((e, a) => !picture.line(a).hidden)"
                ".map(e => picture.graph.getEdgeAttribute(e, 'line'))"
                ".flatMap(line => line.edges.map(edge => 'e' + edge.id))",
            ),
        )
        return (sorted(rows[0]), sorted(rows[1])), (sorted(drawn[0]), sorted(drawn[1]))

    at_first = both()
    page.uncheck("[data-standing='1']")
    page.uncheck("[data-family='4']")
    filtered = both()
    page.click("#all")
    page.wait_for_selector("#stage:not([aria-busy])")
    everything = both()

    for rows, drawn in (at_first, filtered, everything):
        assert rows == drawn
    assert len(at_first[0][0]) > len(filtered[0][0])
    assert len(everything[0][0]) > len(filtered[0][0])
    cited = page.locator("#list .edges sup a, #list .nodes sup a").evaluate_all(
        "links => links.filter(a => !document.querySelector(a.hash)).length"
    )
    assert cited == 0


def test_a_click_on_a_shape_opens_it(english: Opened) -> None:
    page = english.page
    at = script(page, "picture.at(view.model.order[0])")

    page.locator("#stage").click(position=at)
    page.wait_for_selector("#panel.open")

    label = script(page, "view.model.order[0].label")
    assert page.locator("#panel [data-body] h2").inner_text() == label


def test_a_click_on_a_badge_shows_the_hidden_neighbours(english: Opened) -> None:
    page = english.page
    badge = script(page, "(({ left, top }) => ({ left, top }))(picture.labels.badges[0])")
    hidden = script(page, "view.hidden(picture.labels.badges[0].node).length")

    page.locator("#stage").click(position={"x": badge["left"] + 6, "y": badge["top"] + 7})

    assert hidden > 0
    assert script(page, "view.shown.size") == _MOST + hidden


def test_a_click_on_a_line_opens_its_claims(english: Opened) -> None:
    page = english.page
    # The loneliest line's middle: no other line and no shape is near.
    middle = script(
        page,
        """(() => {
          const point = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
          const ends = line => [picture.at(line.source), picture.at(line.target)];
          const lines = view.model.lines.filter(line => view.hasEdge(line));
          const others = lines.flatMap(l => { const [a, b] = ends(l);
            return Array.from({ length: 41 }, (_, i) => ({ l, ...point(a, b, i / 40) })); });
          return lines.filter(l => l.shift === 0).map(l => { const [a, b] = ends(l);
            const at = point(a, b, 0.5);
            const near = others.filter(o => o.l !== l).map(o => Math.hypot(o.x - at.x, o.y - at.y));
            return { ...at, id: l.id, free: Math.min(...near) }; })
            .sort((a, b) => b.free - a.free)[0];
        })()""",
    )

    page.locator("#stage").click(position={"x": middle["x"], "y": middle["y"]})
    page.wait_for_selector("#panel.open")

    assert script(page, "picture.marks.open.id") == middle["id"]
    assert page.locator("#panel .notes .place").count() > 0


def test_the_main_names_stand_and_none_covers_another(english: Opened) -> None:
    page = english.page
    boxes = script(page, "picture.labels.boxes")
    main = script(page, "picture.ranked().slice(0, 20).map(({ node }) => node.label)")
    named = script(page, "picture.labels.names")

    crossing = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
    ]

    apart = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if abs(a["top"] - b["top"]) < 10  # beside each other
        and max(a["left"], b["left"]) - min(a["right"], b["right"]) < 5
    ]

    assert len(boxes) >= len(main)
    assert apart == []
    assert crossing == []
    assert set(main) - set(named) == set()


def test_names_cover_no_large_shape_and_few_small_ones(english: Opened) -> None:
    page = english.page
    boxes = script(page, "picture.labels.boxes")
    bodies = script(
        page,
        "picture.ranked().map(({ node }) => ({ ...picture.at(node),"
        " size: picture.size(node.id) * picture.sigma.scaleSize() }))",
    )

    covered = [
        body["size"]
        for body in bodies
        for box in boxes
        if abs(body["x"] - (box["left"] + box["right"]) / 2)
        < body["size"] + (box["right"] - box["left"]) / 2
        and abs(body["y"] - (box["top"] + box["bottom"]) / 2)
        < body["size"] + (box["bottom"] - box["top"]) / 2
    ]

    assert len(bodies) > 100
    assert len(covered) < len(bodies) / 10
    assert max(covered, default=0) <= 12


def test_what_is_shown_prints_on_few_sheets(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "ja.html") as seen:
        sheets = seen.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        rows = seen.page.locator("#list li[id]").count()

    assert rows > 1000
    assert 0 < sheets < rows / 25


def test_the_same_page_is_laid_out_the_same(browser: Browser, pages: Path) -> None:
    places = []
    for _ in range(2):
        with opened(browser, pages / "en.html") as seen:
            places.append(script(seen.page, "picture.graph.mapNodes((n, { x, y }) => [n, x, y])"))

    assert places[0] == places[1]


@pytest.mark.parametrize("name", ["en", "ja"])
def test_without_its_script_a_page_holds_every_fact(
    browser: Browser, pages: Path, name: str
) -> None:
    with opened(browser, pages / f"{name}.html", java_script_enabled=False) as seen:
        page = seen.page

        assert page.locator("#still").is_visible()
        assert not page.locator("#app").is_visible()
        nodes, edges, notes = (
            page.locator(f"#list .{k} > li") for k in ("nodes", "edges", "notes")
        )
        assert nodes.count() > _MOST
        assert edges.count() > nodes.count()
        assert page.locator("#list .edges > li:not(:has(a[href^='#note-']))").count() == 0
        assert nodes.last.is_visible()
        assert edges.last.is_visible()
        assert notes.last.is_visible()


def test_without_its_script_a_page_passes_axe(browser: Browser, pages: Path) -> None:
    # axe is a script too: the page's own is kept from running by the policy.
    text = (pages / "part-en.html").read_text(encoding="utf-8")
    stopped = pages / "stopped.html"
    policy = re.sub("script-src .*?; style-src", "script-src 'none'; style-src", text, count=1)
    stopped.write_text(policy, encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(stopped.as_uri())

        assert page.locator("#still").is_visible()
        assert browsers.Opened(page).violations() == []


def test_without_webgl_the_lists_remain(browser: Browser, pages: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
        page.goto((pages / "en.html").as_uri())

        page.wait_for_selector("#still")

        assert "WebGL" in page.locator("#still").inner_text()
        assert not page.locator("#app").is_visible()
        assert page.locator("#list .nodes > li").count() > _MOST


def test_a_japanese_page_speaks_japanese_and_is_searched_in_both(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "ja.html") as seen:
        page = seen.page
        page.fill("#search", "厚労省")
        by_alias = page.locator("#hits li").first.inner_text()
        page.fill("#search", "ministry of health")
        by_english = page.locator("#hits li").first.inner_text()

        assert page.locator("html").get_attribute("lang") == "ja"
        assert by_alias.startswith("厚生労働省")
        assert by_english.startswith("厚生労働省")
        assert page.locator("#legend-title").inner_text() == "凡例と絞り込み"


def test_a_search_for_nothing_known_says_so(english: Opened) -> None:
    english.page.fill("#search", "no such thing")

    assert english.page.locator("#search-status").inner_text() == "Nothing has such a name."


def test_the_button_changes_the_theme_of_page_and_picture(english: Opened) -> None:
    page = english.page
    light = script(page, "[picture.colours.paper, getComputedStyle(document.body).backgroundColor]")

    page.click("#theme")

    dark = script(page, "[picture.colours.paper, getComputedStyle(document.body).backgroundColor]")
    assert light == ["#ffffff", "rgb(255, 255, 255)"]
    assert dark == ["#14191e", "rgb(20, 25, 30)"]
    assert page.locator("#theme").get_attribute("aria-pressed") == "true"


def test_on_paper_stand_the_picture_and_the_lists(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "en.html", color_scheme="dark") as seen:
        page = seen.page
        page.pdf()
        page.emulate_media(media="print")
        inked = page.evaluate(
            """() => { const c = document.getElementById("printed");
              const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
              let dark = 0;
              for (let i = 0; i < data.length; i += 4) if (data[i] < 200) dark += 1;
              return [c.width > 0 && dark / (c.width * c.height), data[0]]; }"""
        )

        assert page.locator("#printed").is_visible()
        assert page.locator("#list").is_visible()
        assert not page.locator("#app").is_visible()
        assert 0.02 < inked[0] < 0.5
        assert inked[1] == 255


def test_lines_of_each_standing_look_different_without_colour(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "en.html") as seen:
        # A line of each pattern, 160 pixels long, drawn alone: how its ink is spread along it.
        profiles = script(
            seen.page,
            """(() => {
              const profile = pattern => {
                const [a, b] = view.model.order;
                picture.graph.clearEdges();
                picture.graph.mergeNodeAttributes(a.id, { x: -80, y: 0 });
                picture.graph.mergeNodeAttributes(b.id, { x: 80, y: 0 });
                const line = view.model.lines.find(line => view.hasEdge(line));
                picture.graph.addEdgeWithKey("x", a.id, b.id, { line, shift: 0, pattern });
                picture.sigma.refresh();
                const [from, to] = [picture.at(a), picture.at(b)];
                const layer = picture.sigma.getCanvases().edges;
                const flat = document.createElement("canvas");
                [flat.width, flat.height] = [layer.width, layer.height];
                const context = flat.getContext("2d");
                context.drawImage(layer, 0, 0);
                const [left, right] = [from.x, to.x].sort((p, q) => p - q);
                const { data, width, height } = context.getImageData(
                  left + 40, from.y - 6, right - left - 80, 12);
                const rows = Array.from({ length: height }, (_, y) => {
                  let text = "";
                  for (let x = 0; x < width; x += 1)
                    text += data[4 * (y * width + x) + 3] > 90 ? "#" : ".";
                  return text; });
                return rows.filter(row => row.includes("#"));
              };
              return [0, 1, 2, 3, 4, 8].map(profile);
            })()""",
        )
        stated, implied, editorial, inferred, unproved, disputed = profiles

        assert all("." not in row for row in stated)
        assert any("." in row for row in implied)
        assert all(set(row) == {"#"} for row in inferred)
        assert len(inferred) >= 2
        assert len(disputed) > len(stated)
        assert len({"|".join(profile) for profile in profiles}) == len(profiles)
        runs = [
            max(map(len, max(p, key=lambda r: r.count("#")).split(".")))
            for p in (implied, editorial, unproved)
        ]
        assert runs[0] > runs[1] >= 1
        assert runs[2] < runs[0]


def test_five_thousand_entities_are_searched_filtered_and_shown(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "many.html"
    file.write_text(as_page(many(5000)), encoding="utf-8")
    with opened(browser, file) as seen:
        page = seen.page
        at_first = len(listed(page, "nodes"))
        page.fill("#search", "Entity 4321")
        page.keyboard.press("Enter")
        found = page.locator("#panel [data-body] h2").inner_text()
        page.uncheck("[data-family='1']")

        assert at_first == _MOST
        assert found == "Entity 4321"
        assert len(listed(page, "nodes")) < _MOST
        assert seen.messages == []
