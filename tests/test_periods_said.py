"""Periods in words: as a document hedges them, once, in the reader's language."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode

from tests.tools.svg import groups, said, svg
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day
from tripartite.network import about, kinds, projection
from tripartite.network.facts import Facts
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from pathlib import Path

AFTER: Final = {
    "en": ("after 1987", "began after 1987"),
    "ja": ("1987年より後", "1987年より後に開始"),
}
SINCE: Final = re.compile(r"since 1988|1988年以降|in 1988 or later")
# EDTF, a day as it is stored, a year that the build derives.
CODE: Final = re.compile(r"\d/\.\.|\.\./|\d{4}-\d\d(?!\d)|^FY\d|^from |\d年度または")


def opened(project: Path, language: str) -> KnowledgeGraph:
    return KnowledgeGraph.open(str(project), language=language)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_timeline_keeps_the_hedge_of_the_document(language: str, project: Path) -> None:
    drawing = opened(project, language).draw_timeline(Asked())

    table = drawing.table
    places = [table.columns.index(name) for name in ("period", "periodLabel")]
    rows = [[str(row[place].value) if row[place] else "" for place in places] for row in table.rows]  # type: ignore[union-attr]  # literals
    whole = "\n".join(svg(drawing).itertext())

    assert {label for period, label in rows if period == "1988/.."} == set(AFTER[language])
    assert not SINCE.search(whole)
    assert all(said_ in whole for said_ in AFTER[language])


def test_what_began_after_a_year_is_not_drawn_as_sure_from_the_next(project: Path) -> None:
    picture = svg(opened(project, "en").draw_timeline(Asked()))

    marks = [mark for mark in groups(picture, "mark") if ": after 1987" in said(mark)]
    filled = [path for mark in marks for path in mark.iter() if path.get("class") == "sure"]

    assert len(marks) == 2
    assert filled == []


def test_a_claim_said_to_be_after_a_time_has_a_period_from_the_next_day(
    graph: KnowledgeGraph,
) -> None:
    store = graph.store
    claims = [quad.subject for quad in store.quads(None, v.STATED_AFTER, None, DefaultGraph())]

    assert claims
    for claim in claims:
        assert isinstance(claim, NamedNode)
        (after,) = store.objects(claim, v.STATED_AFTER)
        (period,) = [
            quad.object.value
            for quad in store.quads(None, None, None, claim)
            if isinstance(quad.object, Literal) and quad.object.datatype == v.EDTF
        ]
        assert isinstance(after, Literal)
        last, first = first_and_last_day(after.value)[1], first_and_last_day(period)[0]
        assert last is not None
        assert first == last + timedelta(days=1)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_facts_of_a_page_have_a_period_once_and_no_code(
    language: str, graph: KnowledgeGraph
) -> None:
    facts = Facts(graph.store)
    network = projection.project(facts, language, kinds.nodes(("background",)), ("implied",))

    found = about.attributes(facts, network, language, ("implied",))
    every = [(node, fact.label, fact.value) for node, each in found.items() for fact in each]
    myanmar = [value for node, _, value in every if node.endswith("country/myanmar")]

    assert [fact for fact in every if CODE.search(fact[2])] == []
    assert len({(node, label, value) for node, label, value in every}) == len(every)
    assert {fact[2] for fact in every if "1987" in fact[2]} <= {*AFTER[language], *myanmar}
    assert any(fact[2] == AFTER[language][0] for fact in every)


@pytest.mark.parametrize(
    ("language", "period"), [("en", "since 23 July 1997"), ("ja", "1997年7月23日以降")]
)
def test_a_membership_is_dated_once(language: str, period: str, project: Path) -> None:
    page = opened(project, language).draw_graph(Wanted(("country:myanmar",))).write("html")
    assert isinstance(page, str)

    assert "1997-07-23" not in page
    assert "FY1997" not in page
    assert period in page
