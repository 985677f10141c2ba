"""Random queries over random claims: what is named as evidence is what decides.

For each row, three things are tried by brute force. The proof's triples alone give the row
back. Without the claims not named the row stays. Without the claims named it goes, unless
another way leads to it, which then has to be named in its turn until the row is gone.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from tests.tools import replay
from tests.tools.random_queries import Claims, Queries, draw_claims
from tests.tools.w3c import like
from tripartite import vocabulary as v
from tripartite.evidence import attach
from tripartite.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from pyoxigraph import NamedNode

    from tripartite.model import Cell, Proof, Table

SEED: Final = 11
CHUNKS: Final = 10
QUERIES: Final = 20  # of each chunk
ROWS: Final = 4  # of each query
MOST: Final = 150  # a query with more rows is drawn again

# The row rests on what is not there: less of it may make the row, more may unmake it.
ABSENT: Final = replay.BEYOND_TRIPLES - {"proof-zero-length-path"}
# In a GRAPH pattern beside a plain one, a proof's triples count in both.
COUNTED_IN_GRAPHS: Final = re.compile(r"COUNT.*GRAPH|GRAPH.*COUNT")
# A group whose key or count hangs on an OPTIONAL takes in what another group loses.
COUNTED_OPTIONALS: Final = re.compile(r"(COUNT|MIN).*OPTIONAL|OPTIONAL.*(COUNT|MIN)")

chunks = pytest.mark.parametrize("chunk", range(CHUNKS))
pytestmark = pytest.mark.slow


class Trial(NamedTuple):
    """A query that has an answer, with the claims it is asked of."""

    claims: Claims
    text: str
    table: Table


class Shown(NamedTuple):
    """One row of a trial, whose proof names claims."""

    trial: Trial
    row: tuple[Cell, ...]
    proof: Proof


def drawn(chunk: int) -> list[Trial]:
    """Return the trials of a chunk; a query without an answer is drawn again."""
    trials: list[Trial] = []
    number = 0
    while len(trials) < QUERIES:
        number += 1
        rng = random.Random(f"{SEED}-{chunk}-{number}")  # noqa: S311  no secret
        claims = draw_claims(rng)
        text = Queries(rng).draw()
        table = attach(claims.store(), text)
        if 0 < len(table.rows) <= MOST:
            trials.append(Trial(claims, text, table))
    return trials


def shown(chunk: int) -> list[Shown]:
    """Return some rows of each trial that rest on triples only."""
    found = []
    for trial in drawn(chunk):
        pairs = list(zip(trial.table.rows, trial.table.proofs, strict=True))
        some = pairs[:: max(1, len(pairs) // ROWS)]
        found += [Shown(trial, *pair) for pair in some if not ABSENT & {*pair[1].remarks}]
    return found


@chunks
def test_the_answer_is_the_same_and_no_proof_is_empty(chunk: int) -> None:
    for claims, text, table in drawn(chunk):
        assert parse(text) is not None, text
        assert like(table.rows) == like(replay.rows(claims.store().query(text))), text
        for proof in table.proofs:
            assert proof.sources or proof.remarks, text
            assert "proof-untraced" not in proof.remarks, text


@chunks
def test_a_row_comes_back_from_its_proof_alone(chunk: int) -> None:
    for (claims, text, _), row, proof in shown(chunk):
        if replay.qualifies(proof) and not excepted(text, COUNTED_IN_GRAPHS, COUNTED_OPTIONALS):
            assert replay.comes_back(claims.store(), text, row, proof), (text, row)


@chunks
def test_without_the_claims_not_named_the_row_stays(chunk: int) -> None:
    for (claims, text, _), row, proof in shown(chunk):
        if replay.qualifies(proof) and not excepted(text, COUNTED_OPTIONALS):
            assert count(claims, named(proof), text, row) > 0, (text, row)


@chunks
def test_without_the_claims_named_the_row_goes(chunk: int) -> None:
    for one in shown(chunk):
        before = like(one.trial.table.rows)[key(one.row)]

        assert is_nothings(one) or left(one) < before, (one.trial.text, one.row)


def test_enough_rows_of_each_kind_were_tried() -> None:
    rows = [one for chunk in range(3) for one in shown(chunk)]
    texts = " ".join({one.trial.text for one in rows})

    assert len(rows) > 100
    for word in ("OPTIONAL", "UNION", "EXISTS", "GRAPH ?g", "COUNT", "BIND", "ASK", "CONSTRUCT"):
        assert word in texts
    for word in ("VALUES", "FILTER", "{ SELECT", "DISTINCT", "LIMIT", "HAVING", ">*", ">|", "!"):
        assert word in texts


def excepted(text: str, *patterns: re.Pattern[str]) -> bool:
    """Tell whether a query is of a kind for which less is promised."""
    return any(pattern.search(text) for pattern in patterns)


def named(proof: Proof) -> set[NamedNode]:
    """Return the claims among the sources of a proof."""
    return {source for source in proof.sources if source.value.startswith(f"{v.BASE}claim/")}


def count(claims: Claims, kept: Collection[NamedNode], text: str, row: tuple[Cell, ...]) -> int:
    """Return how often a row is in the answer when only some claims are kept."""
    return like(replay.rows(claims.store(kept).query(text)))[key(row)]


def key(row: tuple[Cell, ...]) -> tuple[object, ...]:
    """Return a row as ``like`` counts it."""
    return next(iter(like([row])))


def is_nothings(one: Shown) -> bool:
    """Tell whether the row is there without any claim: a count of nothing, a given value."""
    return count(one.trial.claims, (), one.trial.text, one.row) > 0 or not named(one.proof)


def left(one: Shown) -> int:
    """Return how often the row is left without its claims, and those then named, and so on.

    A path or an ASK names one way of several, and an empty cell may come from another row
    that has lost what filled it; each way is taken away in its turn.
    """
    claims, text, _ = one.trial
    kept = set(claims.says) - named(one.proof)
    before = like(one.trial.table.rows)[key(one.row)]
    while count(claims, kept, text, one.row) >= before:
        table = attach(claims.store(kept), text)
        proofs = zip(table.rows, table.proofs, strict=True)
        others = {c for row, proof in proofs if key(row) == key(one.row) for c in named(proof)}
        if not others or not (is_one_of_several(text) or None in one.row):
            break
        kept -= others
    return count(claims, kept, text, one.row)


def is_one_of_several(text: str) -> bool:
    """Tell whether a query's proofs name one way where there may be more."""
    return text.startswith("ASK") or bool(re.search(r"[>)][+*?]", text))
