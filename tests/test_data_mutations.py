"""A mistake in the data does not go unnoticed: verify or check names it.

Mistakes are made at random from a fixed seed, in memory: one claim is read again beside its
document. What verify lets pass is written into a copy of the project, for check to see.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from tests.conftest import copied
from tests.tools import mutations
from tripartite import places
from tripartite.build import sources
from tripartite.build.sources import read_file
from tripartite.exports.trig import as_trig
from tripartite.verification import digests, rules
from tripartite.verification.files import read_files
from tripartite.verification.naming import Naming
from tripartite.verification.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.tools.mutations import Mutation
    from tests.tools.running import Command
    from tripartite.verification.digests import Digest
    from tripartite.verification.values import Claim, Reading, Span

# Two hundred in all: so many of each kind.
WANTED: Final = {
    "amount": 35,
    "country": 35,
    "currency": 10,
    "date": 30,
    "offset": 40,
    "qualifier": 10,
    "swap": 40,
}
SEED: Final = 2011
SWAPS_THAT_NEED_CHECK: Final = 0.01  # measured: 96 of 13,803


class Desk(NamedTuple):
    """The data beside the documents, ready to read one claim again."""

    naming: Naming
    recorded: Mapping[Span, Digest]

    @property
    def reading(self) -> Reading:
        """What the project's files say."""
        return self.naming.reading

    def notices(self, claims: tuple[Claim, ...]) -> bool:
        """Tell whether verify finds anything in claims as a mistake leaves them."""
        others = {c.iri: c for c in self.reading.claims.values()} | {c.iri: c for c in claims}
        return (
            any(True for claim in claims for _ in rules.faults(claim, self.naming))
            or any(span not in self.recorded for claim in claims for span in claim.cited())
            or any(True for _ in rules.duplicates(others.values()))
        )

    def is_still_true(self, claim: Claim) -> bool:
        """Tell whether a claim after a mistake is still true of the words it quotes.

        Either another claim says the same from words that this one quotes as well; or it says
        what it said, from spans that others cite too and that meet its own: "Current projects"
        for "Current projects:".
        """
        said = {quad.triple for quad in claim.quads}
        before = self.reading.claims.get(claim.iri.value)
        if before and before.quads == claim.quads:
            return all(
                span in self.recorded and any(span.meets(old) for old in before.cited())
                for span in claim.cited()
            )
        return any(
            other.iri != claim.iri
            and other.standing == claim.standing
            and {quad.triple for quad in other.quads} == said
            and all(any(p.lies_in(span) for span in claim.cited()) for p in other.passages)
            for other in self.reading.claims.values()
        )


@pytest.fixture(scope="module")
def desk(shared: Path) -> Desk:
    folders = places.locate()
    reading = read(sources.read(folders))
    texts = read_files(reading.documents, shared / "documents").texts
    recorded: dict[Span, Digest] = {}
    for slug in texts:
        recorded |= digests.read_digests(folders.digest_file(slug), slug)
    return Desk(Naming(reading, texts), recorded)


@pytest.fixture(scope="module")
def made(desk: Desk) -> list[Mutation]:
    rng = Random(SEED)  # noqa: S311 (a choice that can be repeated, not a secret)
    found = mutations.candidates(desk.reading, desk.naming.texts)
    return [
        mutations.mutate(kind, rng.choice(found[kind]), rng, desk.reading)
        for kind, count in WANTED.items()
        for _ in range(count)
    ]


def test_two_hundred_mistakes_change_what_is_said(desk: Desk, made: list[Mutation]) -> None:
    unchanged = [
        mutation.told
        for mutation in made
        if all(claim == desk.reading.claims[claim.iri.value] for claim in mutation.claims)
    ]

    assert len(made) == 200
    assert unchanged == []


def test_the_data_as_it_is_has_nothing_to_notice(desk: Desk) -> None:
    assert not desk.notices(tuple(desk.reading.claims.values()))


@pytest.mark.slow
def test_no_mistake_survives_unnoticed(
    desk: Desk, made: list[Mutation], tmp_path: Path, command: Command
) -> None:
    passed = [mutation for mutation in made if not desk.notices(mutation.claims)]
    true = [m for m in passed if all(map(desk.is_still_true, m.claims))]
    doubtful = [mutation for mutation in passed if mutation not in true]

    survivors = [
        mutation.told
        for number, mutation in enumerate(doubtful)
        if not is_found(command, "check", written(mutation, tmp_path / str(number)))
    ]

    assert survivors == [], f"{len(true)} of {len(made)} are still true of their passages"


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(WANTED))
def test_a_mistake_is_found_from_the_command_line(
    kind: str, made: list[Mutation], tmp_path: Path, command: Command, shared: Path
) -> None:
    mutation = next(mutation for mutation in made if mutation.kind == kind)
    folder = written(mutation, tmp_path / kind)

    outcome = command(
        "verify", "--store", str(folder), "--documents", str(shared / "documents"), "-f", "tsv"
    )

    claims = {claim.iri.value.rpartition("/")[2] for claim in mutation.claims}
    assert outcome.code == 1
    assert any(claim in outcome.text for claim in claims), mutation.told


@pytest.mark.slow
def test_few_exchanged_names_get_past_verify_alone(desk: Desk) -> None:
    pairs = mutations.candidates(desk.reading, desk.naming.texts)["swap"]

    swaps = [swap for one, other in pairs for swap in mutations.swaps(one, other)]
    passed = [
        swap
        for swap in swaps
        if not any(True for claim in swap for _ in rules.faults(claim, desk.naming))
    ]

    assert len(swaps) > 10_000
    assert len(passed) < len(swaps) * SWAPS_THAT_NEED_CHECK


def test_a_claim_that_another_repeats_word_for_word_is_still_true(desk: Desk) -> None:
    claim = next(iter(desk.reading.claims.values()))
    twin = mutations.renamed(claim, {})
    twin.iri = type(claim.iri)(f"{claim.iri.value}-twin")

    assert desk.is_still_true(twin)
    assert desk.notices((twin,))


def test_a_claim_that_says_otherwise_is_not_still_true(desk: Desk) -> None:
    claims = [c for c in desk.reading.claims.values() if c.passages and c.terms()]

    assert not any(
        desk.is_still_true(mutations.renamed(claim, {next(iter(claim.terms())): "urn:other"}))
        for claim in claims[:50]
    )


def written(mutation: Mutation, folder: Path) -> Path:
    """Return a copy of the project with the claims as the mistake leaves them."""
    copied(folder)
    for claim in mutation.claims:
        for path in sorted((folder / "data").rglob("*.trig")):
            quads = read_file(path, folder).quads
            if any(quad.graph_name == claim.iri for quad in quads):
                kept = [q for q in quads if not mutations.describes(q, claim.iri)]
                path.write_text(as_trig([*kept, *mutations.described(claim)]), "utf-8")
    return folder


def is_found(command: Command, name: str, folder: Path) -> bool:
    return command(name, "--store", str(folder), "-f", "tsv").code == 1
