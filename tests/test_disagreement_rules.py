"""Rules find what disagrees, and leave alone what only looks as if it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.small import claim, figure, graph
from tripartite.curie import shorten
from tripartite.disagreement.tensions import find

if TYPE_CHECKING:
    from tripartite.store import EmbeddedStore

JAPAN = claim("japan", "body:government-of-japan org:subOrganizationOf country:japan .") + claim(
    "mhlw", "body:mhlw org:subOrganizationOf body:government-of-japan ."
)


def kinds(store: EmbeddedStore) -> list[str]:
    return [found.kind for found in find(store)]


def linked(store: EmbeddedStore) -> list[set[str]]:
    return [{shorten(claim)[len("claim:") :] for claim in found.claims} for found in find(store)]


def test_disjoint_bounds_of_one_subject_and_measure_contradict() -> None:
    store = graph(JAPAN, figure("a"), figure("b", "late", amount="6"))

    (found,) = find(store)

    assert (found.kind, found.judgement, found.reasons) == ("figures", "contradict", ())
    assert linked(store) == [{"early-a", "late-b"}]


def test_a_ministry_is_compared_with_its_state() -> None:
    store = graph(JAPAN, figure("a", provider="body:mhlw"), figure("b", "late", amount="6"))

    assert kinds(store) == ["figures"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"basis": "basis:total-over-period"}, "basis"),
        ({"scope": "region:asia"}, "scope"),
        ({"period": ""}, "no-period"),
        ({"measure": "measure:voluntary-contribution"}, "measure"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_compared_is_listed_with_the_reason(
    changed: dict[str, str], reason: str
) -> None:
    store = graph(JAPAN, figure("a"), figure("b", "late", amount="6", **changed))

    (found,) = find(store)

    assert (found.judgement, found.reasons) == ("not-comparable", (reason,))


@pytest.mark.parametrize(
    "other",
    [
        figure("b", "late"),
        figure("b", "late", qualifier="qualifier:about"),
        figure("b", "late", amount="6", period='"2019"^^edtf:EDTF'),
        figure("b", "late", amount="6", provider="country:thailand"),
        figure("b", "late", amount="6", receiver="fund:ssn"),
        figure("b", "late", amount="6", measure="measure:allocation"),
        figure("b", "late", amount="6", about="project:one"),
        figure("b", "late", amount="6")
        + claim(
            "link", "figure:a tp:addendOf figure:b . figure:b tp:about partnership:japan-ilo ."
        ),
    ],
    ids=["same", "overlapping", "year", "donor", "receiver", "measure", "project", "part"],
)
def test_figures_that_no_reader_sets_against_each_other_are_left_alone(other: str) -> None:
    assert "figures" not in kinds(graph(JAPAN, figure("a"), other))


def test_two_kinds_of_one_measure_do_not_stand_against_each_other() -> None:
    store = graph(
        JAPAN,
        figure("a", measure="measure:assessed-contribution"),
        figure("b", "late", amount="6", measure="measure:voluntary-contribution"),
    )

    assert kinds(store) == []


def test_two_classes_or_places_are_two_parts() -> None:
    store = graph(
        JAPAN,
        figure("a", scope="country:thailand"),
        figure("b", "late", amount="6", scope="country:fiji"),
    )

    assert kinds(store) == []


def test_amounts_of_two_projects_of_one_programme_are_left_alone() -> None:
    parts = "".join(
        claim(name, f"project:{name} a tp:Project ; dcterms:isPartOf programme:p .")
        for name in ("one", "two")
    )
    store = graph(
        JAPAN, parts, figure("a", about="project:one"), figure("b", amount="6", about="project:two")
    )

    assert kinds(store) == []


def test_projects_taken_together_stand_for_the_whole() -> None:
    parts = "".join(
        claim(name, f"project:{name} a tp:CooperationActivity ; dcterms:isPartOf programme:p .")
        for name in ("one", "two")
    )
    store = graph(
        JAPAN, parts, figure("a", about="project:one"), figure("b", amount="6", about="project:two")
    )

    (found,) = find(store)

    assert (shorten(found.subject), found.reasons) == ("programme:p", ("subject",))


def test_a_disputed_claim_is_in_it_and_a_restatement_is_not() -> None:
    store = graph(
        JAPAN,
        figure("a"),
        figure("b", amount="6", more="; tp:verdict verdict:disputed "),
        figure("c", amount="700", currency='"JPY"', restates="figure:a"),
    )

    assert linked(store) == [{"early-a", "early-b"}]


def test_one_sum_of_one_donor_with_two_meanings_is_found() -> None:
    size = figure("b", "late", measure="measure:fund-size", about="fund:f", provider="body:mhlw")

    store = graph(JAPAN, figure("a"), size)

    assert kinds(store) == ["same-amount"]


def parts_of(whole: str, **amounts: str) -> str:
    return "".join(
        figure(name, amount=amount, measure=f"measure:{name}-contribution")
        + claim(f"{name}-link", f"figure:{name} tp:addendOf figure:whole .")
        for name, amount in amounts.items()
    ) + figure("whole", amount=whole, measure="measure:overall-contribution")


def test_a_sum_that_its_parts_do_not_make_is_found() -> None:
    store = graph(JAPAN, parts_of("9", assessed="3", voluntary="5"))

    assert linked(store) == [{"early-whole", "early-assessed", "early-voluntary"}]
    assert kinds(store) == ["sum"]


def test_a_sum_that_its_parts_make_is_left_alone() -> None:
    assert kinds(graph(JAPAN, parts_of("8", assessed="3", voluntary="5"))) == []


def test_one_part_of_a_whole_need_not_make_it() -> None:
    assert kinds(graph(JAPAN, parts_of("9", assessed="3"))) == []
    assert kinds(graph(JAPAN, parts_of("2", assessed="3"))) == ["sum"]


def test_a_sum_under_the_name_of_one_part_is_found() -> None:
    caption = figure("caption", amount="8", measure="measure:voluntary-contribution")

    found = {
        one.kind: one
        for one in find(graph(JAPAN, parts_of("8", assessed="3", voluntary="5"), caption))
    }

    assert set(found) == {"sum", "figures"}
    assert len(found["sum"].claims) == 4
    assert len(found["figures"].claims) == 2


def begun(name: str, document: str, start: str, kind: str = "Programme") -> str:
    return claim(
        name,
        f'programme:{name} a tp:{kind} ; tp:startPeriod "{start}"^^edtf:EDTF ;'
        " dcterms:isPartOf partnership:p . partnership:p tp:party country:japan .",
        document,
    )


def test_two_first_things_of_one_year_are_two_accounts() -> None:
    store = graph(begun("one", "early", "1974"), begun("two", "late", "1974"))

    assert kinds(store) == ["beginning"]


def test_two_first_dates_are_two_accounts() -> None:
    assert kinds(graph(begun("one", "early", "1974"), begun("one", "late", "1975"))) == [
        "beginning"
    ]


def test_the_same_beginning_told_twice_is_one_account() -> None:
    assert kinds(graph(begun("one", "early", "1974"), begun("one", "late", "1974"))) == []


def test_what_came_after_the_beginning_is_compared_too() -> None:
    store = graph(
        *(begun("first", document, "1974") for document in ("early", "late")),
        begun("then", "early", "../198X"),
        begun("later", "late", "1987/.."),
    )

    assert linked(store) == [{"early-then", "late-later"}]


def test_a_named_project_is_no_stage_of_the_history() -> None:
    store = graph(begun("one", "early", "1974"), begun("two", "late", "2008", "Project"))

    assert kinds(store) == []


def status(name: str, code: str, document: str = "early") -> str:
    return claim(
        f"{name}-{code}",
        f"state:{document}-{name}-{code} a tp:StatusObservation ; tp:about project:{name} ;"
        f" tp:status status:{code} ; tp:observedOn document:{document} .",
        document,
    )


def project(name: str) -> str:
    return claim(name, f"project:{name} a tp:Project ; tp:fundedBy country:japan .")


def test_a_status_that_differs_between_days_is_not_comparable() -> None:
    (found,) = find(graph(project("p"), status("p", "current"), status("p", "previous", "late")))

    assert (found.kind, found.judgement, found.reasons) == ("status", "not-comparable", ("as-of",))


def test_a_status_that_differs_in_one_document_contradicts() -> None:
    (found,) = find(graph(project("p"), status("p", "current"), status("p", "previous")))

    assert found.judgement == "contradict"


def test_two_words_for_the_present_do_not_differ() -> None:
    assert kinds(graph(project("p"), status("p", "current"), status("p", "ongoing", "late"))) == []


def test_lists_of_current_projects_differ_between_days() -> None:
    store = graph(
        project("p"), project("q"), status("p", "current"), status("q", "current", "late")
    )

    assert linked(store) == [{"early-p-current", "late-q-current"}]


@pytest.mark.parametrize(("year", "expected"), [("2021", ["status"]), ("2031", [])])
def test_a_plan_whose_day_is_past_is_found(year: str, expected: list[str]) -> None:
    dated = claim("dated", f'project:p tp:period "{year}"^^edtf:EDTF .', "late")

    assert kinds(graph(project("p"), dated, status("p", "planned", "late"))) == expected


def channels(document: str, *names: str, more: str = "") -> str:
    return "".join(
        claim(f"c-{name}", f"programme:p tp:fundedThrough fund:{name} .", document, more)
        for name in names
    )


def test_lists_that_share_a_name_and_differ_are_found() -> None:
    store = graph(channels("early", "a", "b"), channels("late", "a"))

    assert linked(store) == [{"early-c-a", "early-c-b", "late-c-a"}]


def test_equal_lists_and_lists_of_other_things_are_left_alone() -> None:
    assert kinds(graph(channels("early", "a", "b"), channels("late", "b", "a"))) == []
    assert kinds(graph(channels("early", "a"), channels("late", "b"))) == []


def test_two_lists_of_examples_are_not_comparable() -> None:
    hedged = "; tp:extent extent:examples "
    store = graph(channels("early", "a", "b", more=hedged), channels("late", "a", more=hedged))

    assert [found.reasons for found in find(store)] == [("examples",)]


def test_one_value_given_twice_is_found_and_two_readings_of_one_are_not() -> None:
    phase = [
        claim("x", f"project:p tp:phaseNumber {n} .", d) for n, d in ((1, "early"), (2, "late"))
    ]

    assert kinds(graph(*phase)) == ["value"]
    assert kinds(graph(phase[0], phase[0].replace("early", "late"))) == []


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        (("body:mhlw", "country:japan"), ["actor"]),
        (("body:mhlw", "body:mhlw"), []),
        (("body:mhlw", "country:thailand"), []),
    ],
    ids=["one State", "one body", "two donors"],
)
def test_one_fact_of_two_bodies_of_one_state_is_found(
    actors: tuple[str, str], expected: list[str]
) -> None:
    told = [
        claim(f"paid-{document}", f"fund:f tp:fundedBy {actor} .", document)
        for document, actor in zip(("early", "late"), actors, strict=True)
    ]

    assert kinds(graph(JAPAN, *told)) == expected
