"""What no document states: each way a fact may fall short, and that all ask one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.model import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

PREFIXES = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())


def claim(name: str, triples: str, standing: str = "stated", more: str = "") -> str:
    return (
        f"claim:note-{name} {{ {triples} }}\n"
        f"claim:note-{name} a tp:Claim ; tp:standing standing:{standing} {more}.\n"
    )


CLAIMS = (
    claim("a", "project:a a tp:Project ."),
    claim("a-funder", "project:a tp:fundedBy body:payer ."),
    claim(
        "a-doubted", "project:a tp:implementedIn country:x .", more="; tp:verdict verdict:disputed "
    ),
    claim("a-ours", "project:a tp:theme theme:skills .", "editorial"),
    claim("a-length", "figure:l tp:about project:a ; tp:measure measure:duration ; tp:amount 5 ."),
    claim(
        "a-people", "figure:p tp:about project:a ; tp:measure measure:people-count ; tp:amount 9 ."
    ),
    claim("b", "project:b a tp:Project .", "implied"),
    claim("b-channel", "project:b tp:fundedThrough fund:f ."),
    claim("f", "fund:f a tp:Fund ."),
    claim("f-funder", "fund:f tp:fundedBy body:payer ."),
    claim("c", "project:c a tp:Project ."),
    claim("c-channel", "project:c tp:fundedThrough fund:f .", "implied"),
    claim("d", "project:d a tp:Project ."),
    claim("d-channel", "project:d tp:fundedThrough fund:f ."),
    claim("d-funder", "project:d tp:fundedBy body:other .", "implied"),
    claim("e", "project:e a tp:Project ."),
    claim("e-whole", "project:e dcterms:isPartOf fund:f .", "implied"),
    claim("y", "country:y a tp:Country .", "editorial"),
    claim("y-work", "project:y tp:implementedIn country:y ."),
    claim("y-funder", "project:y tp:fundedBy body:payer ."),
    claim("y-partner", "project:y tp:worksWith body:friend .", "implied"),
    claim(
        "y-money",
        "figure:y tp:about project:y ; tp:measure measure:allocation ; tp:amount 7 ;"
        " tp:provider body:ministry .",
    ),
    claim("z", "country:z a tp:Country .", "editorial"),
    claim("z-work", "project:z tp:implementedIn country:z ."),
    claim("z-length", "figure:z tp:about project:z ; tp:measure measure:duration ; tp:amount 5 ."),
    claim("w", "country:w a tp:Country .", "editorial"),
    claim("w-type", "partnership:w a tp:Partnership ."),
    claim("w-aid", "partnership:w tp:assistedIn country:w ."),
    claim("w-start", 'partnership:w tp:startPeriod "1974"^^edtf:EDTF .'),
    claim("m", "body:ministry a tp:Ministry ."),
    claim("m-wide", "body:ministry a org:Organization ."),
    claim("n", "body:narrow a org:Organization ."),
    claim("n-kind", "body:narrow a tp:EmployersOrganization .", "implied"),
    claim("n-post", "body:narrow tp:hasPost role:minister ."),
    claim("p", "person:p a foaf:Person .", "editorial"),
    claim(
        "p-post", "membership:p a org:Membership ; org:member person:p ; org:role role:minister ."
    ),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder = tmp_path_factory.mktemp("gaps")
    (folder / "data" / "documents").mkdir(parents=True)
    path = folder / "data" / "documents" / "note.trig"
    path.write_text(PREFIXES + "".join(CLAIMS), encoding="utf-8")
    return KnowledgeGraph.open(str(folder))


def found(graph: KnowledgeGraph, entity: str) -> dict[str, list[tuple[str, ...]]]:
    """Return states, values, wholes and standings by fact, as local names."""
    table = graph.gaps(entity).table
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in table.rows:
        cells = dict(zip(table.columns, map(local, row), strict=True))
        said = (cells["state"], cells["value"], cells["through"], cells["claim"])
        rows.setdefault(cells["fact"], []).append(said)
    return rows


def local(cell: object) -> str:
    return "" if cell is None else str(getattr(cell, "value", cell)).rpartition("/")[2]


def test_what_is_stated_is_no_gap(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:a")

    assert "funder" not in gaps
    assert "length" not in gaps


def test_what_nothing_says_is_not_stated(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:a")

    assert gaps["start"] == [("not-stated", "", "", "")]


def test_a_figure_of_another_measure_says_nothing(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:a")

    assert gaps["amount"] == [("not-stated", "", "", "")]


def test_a_disputed_claim_does_not_state(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:a")

    assert gaps["place"] == [("disputed", "x", "", "note-a-doubted")]


def test_what_we_say_no_document_states(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:a")

    assert gaps["theme"] == [("editorial", "skills", "", "note-a-ours")]


def test_what_is_stated_of_the_channel_is_said_to_be_of_the_channel(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:b")

    assert gaps["funder"] == [
        ("of-channel", "payer", "f", "note-b-channel"),
        ("of-channel", "payer", "f", "note-f-funder"),
    ]


def test_an_implied_link_to_the_channel_only_implies(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:c")

    assert gaps["funder"] == [
        ("implied", "payer", "f", "note-c-channel"),
        ("implied", "payer", "f", "note-f-funder"),
    ]
    assert gaps["channel"] == [("implied", "f", "", "note-c-channel")]


def test_a_whole_it_is_only_implied_to_be_part_of_implies_no_funder(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:e")

    assert gaps["funder"] == [("not-stated", "", "", "")]


def test_what_is_said_of_the_thing_itself_goes_before_its_channel(small: KnowledgeGraph) -> None:
    gaps = found(small, "project:d")

    assert gaps["funder"] == [("implied", "other", "", "note-d-funder")]


def test_a_thing_that_is_only_implied_says_so(small: KnowledgeGraph) -> None:
    table = small.gaps("project:b").table

    index = table.columns.index("classStanding")

    assert {row[index] for row in table.rows} == {v.IMPLIED}


def test_a_person_has_a_post_and_a_time_in_it(small: KnowledgeGraph) -> None:
    gaps = found(small, "person:p")

    assert gaps.keys() == {"organization", "since", "until"}


def test_what_is_said_of_work_in_a_country_is_no_gap_of_it(small: KnowledgeGraph) -> None:
    gaps = found(small, "country:y")

    assert "work" not in gaps
    assert "work-funder" not in gaps
    assert "work-amount" not in gaps
    assert gaps["work-result"] == [("not-stated", "", "", "")]


def test_what_is_implied_of_work_names_the_work(small: KnowledgeGraph) -> None:
    gaps = found(small, "country:y")

    assert gaps["work-partner"] == [("implied", "friend", "y", "note-y-partner")]


def test_other_figures_of_work_are_no_money(small: KnowledgeGraph) -> None:
    gaps = found(small, "country:z")

    assert gaps["work-amount"] == [("not-stated", "", "", "")]


def test_a_partnership_is_work_in_the_country_it_assists_with_dates_of_its_own(
    small: KnowledgeGraph,
) -> None:
    gaps = found(small, "country:w")

    assert gaps["work-dates"] == [("not-stated", "", "", "")]
    assert "work" not in gaps


def test_a_ministry_gives_money(small: KnowledgeGraph) -> None:
    gaps = found(small, "body:ministry")

    assert "sum-given" not in gaps
    assert gaps["sum-period"] == gaps["department"] == [("not-stated", "", "", "")]


@pytest.mark.parametrize("entity", ["body:ministry", "body:narrow"])
def test_a_thing_of_a_class_and_a_wider_one_is_asked_once(
    entity: str, small: KnowledgeGraph
) -> None:
    table = small.gaps(entity).table

    facts = [row[table.columns.index("fact")] for row in table.rows]

    assert len(facts) == len(set(facts))


def test_a_body_that_has_a_post_lacks_none(small: KnowledgeGraph) -> None:
    gaps = found(small, "body:narrow")

    assert "representative" not in gaps
    assert "seat" in gaps


@pytest.mark.parametrize(
    ("entity", "facts"),
    [
        ("MHLW", {"contact", "cooperation-start", "department", "priority", "seat"}),
        ("country:viet-nam", {"work-amount", "work-dates"}),
        ("theme:occupational-safety-health", {"work-amount"}),
        ("Annual Review Meeting", {"event-date", "organizer", "participants", "venue"}),
    ],
)
def test_each_kind_has_its_gaps(entity: str, facts: set[str], graph: KnowledgeGraph) -> None:
    assert set(found(graph, entity)) == facts


def test_nothing_is_expected_of_a_convention(graph: KnowledgeGraph) -> None:
    table = graph.gaps("convention:c081").table

    assert table.rows == ()
    assert "no facts are declared to be expected of" in table.notes[0]


def test_the_command_is_the_named_query(graph: KnowledgeGraph, command: Command) -> None:
    query = graph.query("evidence/not-said")
    assert isinstance(query, Table)

    outcome = command("gaps", "-f", "csv")

    assert graph.gaps().table == query
    assert outcome.stdout == command("query", "evidence/not-said", "-f", "csv").stdout


def test_show_lists_what_gaps_lists(graph: KnowledgeGraph) -> None:
    view, gaps = graph.show("project:lao-garment").gaps, graph.gaps("project:lao-garment").table

    shown = {row[view.columns.index("property")] for row in view.rows}
    listed = {row[gaps.columns.index("factLabel")] for row in gaps.rows}

    assert shown == listed
    assert len(listed) > 5


@pytest.mark.slow
def test_whatever_lacks_something_can_be_shown(graph: KnowledgeGraph) -> None:
    table = graph.gaps().table
    entities = {row[table.columns.index("entity")] for row in table.rows}

    lacking = [one for one in entities if graph.show(str(one)[1:-1]).gaps.rows]

    assert len(lacking) == len(entities) > 200


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("en", "Not stated in the documents", "  amount of money, end, funder, funding channel,"),
        ("ja", "文書に記載のない事項", "  実施主体、期間の長さ、状態、"),
    ],
)
def test_show_says_it_in_honest_words(
    language: str, heading: str, line: str, command: Command
) -> None:
    outcome = command("show", "project:lao-garment", "-f", "table", "--lang", language)

    _, _, said = outcome.text.partition(f"\n{heading}\n")

    assert said.startswith(line)


def test_a_project_without_the_query_is_shown_without_gaps(copy: Path) -> None:
    (copy / "queries" / "own").mkdir(parents=True)
    (copy / "queries" / "own" / "one.rq").write_text("SELECT ?s { ?s ?p ?o } LIMIT 1")

    view = KnowledgeGraph.open(str(copy)).show("project:lao-garment")

    assert view.facts.rows
    assert view.gaps.rows == ()


def test_no_document_states_what_is_listed(graph: KnowledgeGraph) -> None:
    """A second way to the same answer, for the facts that a property of the thing says."""
    table = graph.gaps().table
    entity, fact = (table.columns.index(name) for name in ("entity", "fact"))
    listed = {(row[entity], row[fact]) for row in table.rows}
    stated = {
        (quad.subject, expected.subject)
        for expected in graph.store.quads(None, v.tp("heldBy"))
        if isinstance(expected.object, NamedNode)
        for quad in graph.store.quads(None, expected.object)
        if isinstance(quad.graph_name, NamedNode)
        and graph.store.objects(quad.graph_name, v.STANDING) == (v.STATED,)
        and not graph.store.objects(quad.graph_name, v.VERDICT)
    }

    assert len(listed) > 300
    assert len(stated) > 200
    assert listed & stated == set()


def test_each_row_is_there_once(graph: KnowledgeGraph) -> None:
    rows = graph.gaps().table.rows

    assert len(rows) == len(set(rows))


def test_no_fact_is_expected_of_a_class_and_of_its_superclass(graph: KnowledgeGraph) -> None:
    twice = graph.store.select(
        "SELECT ?fact { ?fact tp:expectedOf ?a, ?b . ?a rdfs:subClassOf+ ?b }"
    )

    assert twice.rows == ()


def test_every_way_of_a_fact_is_whole(graph: KnowledgeGraph) -> None:
    half = graph.store.select(
        "SELECT ?fact { { ?fact tp:linkedBy ?l . FILTER NOT EXISTS { ?fact tp:linkedWith ?w } }"
        " UNION { ?fact tp:linkedWith ?w . FILTER NOT EXISTS { ?fact tp:linkedBy ?l } }"
        " UNION { ?fact tp:linkedValue ?v ."
        " FILTER NOT EXISTS { ?fact tp:linkedWith|tp:reachedFrom ?w } }"
        " UNION { ?fact tp:reachedBy ?l ."
        " FILTER NOT EXISTS { ?fact tp:reachedWith|tp:reachedFrom ?w } }"
        " UNION { ?fact tp:reachedWith|tp:reachedFrom ?w ."
        " FILTER NOT EXISTS { ?fact tp:reachedBy ?l } } }"
    )

    assert half.rows == ()


def test_the_reasons_of_what_is_implied_are_given(graph: KnowledgeGraph) -> None:
    table = graph.gaps("project:insight-2").table
    note = table.columns.index("note")

    notes = [cell.value for row in table.rows if isinstance(cell := row[note], Literal)]

    assert any("names no funder" in text for text in notes)
