"""Tensions of our own data: found, explained, shown, and figures compared by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from tests.tools import small
from tests.tools.places import QUERIES, ROOT
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.build import sources
from tripartite.build.materialise import materialise
from tripartite.checks import check
from tripartite.disagreement import explained
from tripartite.disagreement.tensions import find
from tripartite.errors import AmbiguousNameError, UnknownNameError
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.reports import Finding

RECENT = "claim:brochure-emz9"
YEARLY = "claim:partnerships-bgkk"
CAPTION = "figure:cooperation-page-voluntary-caption-2018-2022"
VOLUNTARY = "figure:cooperation-page-voluntary-2018-2022"


def column(table: Table, name: str) -> list[str]:
    index = table.columns.index(name)
    return [
        "" if row[index] is None else str(getattr(row[index], "value", "")) for row in table.rows
    ]


def only(table: Table) -> dict[str, str]:
    (row,) = table.rows
    return {name: column(table._replace(rows=(row,)), name)[0] for name in table.columns}


def of_tensions(copy: Path) -> list[Finding]:
    places = KnowledgeGraph.open(str(copy)).places
    return [finding for finding in check(places, "en") if finding.rule == "tensions"]


def test_the_documents_hold_more_than_ten_tensions(graph: KnowledgeGraph) -> None:
    assert len(explained.read(graph.store)) > 10


def test_every_tension_found_is_explained_and_every_explanation_is_of_one_found(
    graph: KnowledgeGraph,
) -> None:
    found, written = find(graph.store), explained.read(graph.store)

    assert explained.unexplained(found, written) == ()
    assert [one.iri for one in written if explained.idle_claims(one, found)] == []


def test_the_rules_find_in_other_documents_what_they_find_in_ours() -> None:
    places = KnowledgeGraph.open(str(ROOT / "docs" / "example")).places
    store = EmbeddedStore.of(materialise(sources.read(places)).quads())

    found = find(store)

    assert {one.kind for one in found} == {"figures", "sum"}
    assert explained.unexplained(found, explained.read(store)) == ()


def test_every_kind_of_rule_finds_something(graph: KnowledgeGraph) -> None:
    scheme = graph.store.quads(None, NamedNode(f"{v.STANDARDS['skos']}inScheme"))
    kinds = {
        quad.subject.value.rpartition("/")[2]
        for quad in scheme
        if isinstance(quad.subject, NamedNode) and "/tension-kind/" in quad.subject.value
    }

    assert {found.kind for found in find(graph.store)} == kinds


def test_an_explanation_says_the_same_of_its_claims_in_both_languages(
    graph: KnowledgeGraph,
) -> None:
    for tension in explained.read(graph.store):
        texts = graph.store.objects(tension.iri, v.EXPLANATION)
        languages = sorted(text.language or "" for text in texts if isinstance(text, Literal))
        assert languages == ["en", "ja"]


def test_tensions_stand_side_by_side_with_standing_and_place(graph: KnowledgeGraph) -> None:
    table = graph.tensions()
    by_tension = dict(zip(column(table, "claim"), column(table, "tension"), strict=True))

    assert len(table.rows) > 50
    assert all(column(table, "standing"))
    assert all(column(table, "passage"))
    assert all(column(table, "judgement"))
    assert by_tension[f"{v.BASE}claim/cooperation-page-ghn6"].startswith(f"{v.BASE}tension/")
    assert set(column(table, "verdict")) == {"", "disputed"}


def test_a_caption_that_fits_only_a_part_cannot_be_true_with_its_parts(
    graph: KnowledgeGraph,
) -> None:
    table = graph.tensions("tension:caption-of-the-sum")

    assert set(column(table, "judgement")) == {"cannot all be true"}
    assert len(table.rows) == 4


def test_figures_of_another_basis_say_why_they_are_not_compared(graph: KnowledgeGraph) -> None:
    table = graph.tensions("tension:recent-or-yearly-contribution")

    assert set(column(table, "because")) == {"another basis; a period is not known"}


def test_tensions_of_one_entity_are_fewer(graph: KnowledgeGraph) -> None:
    of_fund, every = (set(column(graph.tensions(n), "tension")) for n in ("fund:ssn", ""))

    assert {f"{v.BASE}tension/four-million-three-times"} <= of_fund < every
    assert graph.tensions("body:jica").rows == ()


def test_tensions_of_nothing_are_no_failure(command: Command) -> None:
    outcome = command("tensions", "body:jica")

    assert outcome.code == 0
    assert outcome.stderr.splitlines()[-1] == "0 rows"


def test_with_the_documents_the_words_stand_beside_the_claims(project: Path, shared: Path) -> None:
    graph = KnowledgeGraph.open(str(project), str(shared / "documents"))

    words = column(graph.tensions("tension:recent-or-yearly-contribution"), "words")

    assert all("US$4 million" in text for text in words)


@pytest.mark.slow
def test_a_tension_without_explanation_is_a_finding_with_a_place(copy: Path) -> None:
    path = copy / "data" / "tensions.ttl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if "claim:partnerships-xsgv" not in line), "utf-8"
    )

    found = of_tensions(copy)

    assert [finding.entity for finding in found] == [
        "Partnership between Japan and the ILO",
        "Eighteen member States, or more than twenty",
    ]
    assert found[0].value == "claim:brochure-aqnu, claim:partnerships-xsgv"
    assert found[0].place.startswith("data/documents/brochure.trig:")
    assert "data/tensions.ttl" in found[0].message


@pytest.mark.slow
def test_an_explanation_that_no_rule_finds_any_more_is_a_finding(copy: Path) -> None:
    path = copy / "data" / "documents" / "partnerships.trig"
    mended = path.read_text("utf-8").replace("party country:japan", "party body:mhlw")
    path.write_text(mended, "utf-8")

    (found,) = (f for f in of_tensions(copy) if f.focus == "tension:memorandum-parties")

    line = int(found.place.rpartition(":")[2])
    written = (copy / "data" / "tensions.ttl").read_text("utf-8").splitlines()[line - 1]
    assert written.startswith("tension:memorandum-parties ")
    assert "no rule finds" in found.message


def test_show_lists_the_tensions_of_an_entity(graph: KnowledgeGraph) -> None:
    rows = graph.show("programme:multi-bilateral").disagreements.rows
    said = " ".join(cell.value for row in rows for cell in row if isinstance(cell, Literal))

    assert "tension:who-directs-the-programme" in said
    assert "tension:centenary-to-come" not in said
    assert "Regional Director" in said


def test_show_of_a_tension_is_its_explanation(graph: KnowledgeGraph) -> None:
    (row,) = graph.show("tension:centenary-to-come").disagreements.rows

    assert isinstance(row[-1], Literal)
    assert "centenary" in row[-1].value


def test_figures_are_compared_by_claim_and_by_curie(graph: KnowledgeGraph) -> None:
    assert only(graph.compare(CAPTION, VOLUNTARY))["relation"] == "larger"
    assert only(graph.compare("claim:cooperation-page-pf48", CAPTION))["relation"] == "smaller"


def test_figures_that_cannot_be_compared_name_every_reason(graph: KnowledgeGraph) -> None:
    compared = only(graph.compare(RECENT, YEARLY))

    assert compared["relation"] == "not comparable"
    assert compared["because"] == "another basis; a period is not known"
    assert "more than 4,000,000 USD" in compared["value"]


def test_a_restatement_is_never_another_sum(graph: KnowledgeGraph) -> None:
    compared = only(
        graph.compare(
            "figure:government-support-haiyan-usd", "figure:government-support-haiyan-jpy"
        )
    )

    assert (compared["relation"], compared["because"]) == ("equal", "the same sum, restated")


def test_an_entity_with_one_figure_stands_for_it(graph: KnowledgeGraph) -> None:
    compared = only(graph.compare("scheme:jpo", "figure:brochure-formalization-duration"))

    assert compared["figure"].endswith("figure/government-support-jpo-tenure")


def test_an_entity_with_several_figures_lists_them(graph: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousNameError) as raised:
        graph.compare("fund:ssn", VOLUNTARY)

    listed = str(raised.value).splitlines()[1:]
    assert [line.split()[0] for line in listed] == [
        "figure:brochure-ssn-contribution-2011",
        "figure:government-support-ssn-fund-size",
        "figure:government-support-ssn-fund-size-usd",
    ]
    assert "1,400,000 USD" in listed[0]


@pytest.mark.parametrize("name", ["body:jica", "claim:brochure-bhqd"])
def test_what_has_no_figure_is_named(name: str, graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match=f"'{name}' has no figure"):
        graph.compare(name, VOLUNTARY)


def test_a_query_can_compare_figures(graph: KnowledgeGraph) -> None:
    text = f"""SELECT (tp:compare({CAPTION}, {VOLUNTARY}) AS ?one)
        (tp:compare({VOLUNTARY}, figure:lao-garment-levels) AS ?two)
        (tp:compare({VOLUNTARY}, body:ilo) AS ?three) (tp:compare("a", "b") AS ?four) {{}}"""

    table = graph.sparql(text)

    assert isinstance(table, Table)
    larger, apart = (v.entity("comparison", code) for code in ("larger", "not-comparable"))
    assert table.rows == ((larger, apart, None, None),)


def test_no_named_query_uses_our_function() -> None:
    texts = {path.name: path.read_text("utf-8") for path in QUERIES.rglob("*.rq")}

    assert len(texts) > 100
    assert [name for name, text in texts.items() if "tp:compare" in text] == []


def test_only_stated_parts_are_added_and_what_is_refused_is_named() -> None:
    parts = (
        small.figure("whole", amount="9"),
        small.figure("one", amount="4", addendOf="figure:whole"),
        small.figure("two", amount="5", qualifier="qualifier:about", addendOf="figure:whole"),
        small.figure("three", amount="6", currency='"JPY"', addendOf="figure:whole"),
    )

    table = small.graph(*parts).select((QUERIES / "funding" / "sum-of-parts.rq").read_text("utf-8"))

    refused = column(table, "refusedFigures")[0].split()
    assert column(table, "addedAmount") == ["4"]
    assert sorted(refused) == [f"{v.BASE}figure/three", f"{v.BASE}figure/two"]
