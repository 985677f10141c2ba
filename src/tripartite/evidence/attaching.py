"""Answer a query and attach to each row the claims that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.evidence.constructing import constructed
from tripartite.evidence.provenance import Provenance
from tripartite.evidence.refusals import refuse
from tripartite.evidence.selecting import Selecting
from tripartite.evidence.sharing import Evidence, remarked
from tripartite.model import Proof, Table
from tripartite.syntax import parse

if TYPE_CHECKING:
    from tripartite.store import Answer, EmbeddedStore
    from tripartite.syntax.nodes import Query

_TRIPLE = ("subject", "predicate", "object")


def attach(
    store: EmbeddedStore, text: str, source: str = "query", rows: int | None = None
) -> Table:
    """Answer any query as a table with a proof for each row.

    The query runs untouched, so columns, rows, order and duplicates are its own. ``ASK``
    gives one row; ``CONSTRUCT`` and ``DESCRIBE`` give one row a triple, sorted.

    Args:
        store: Where the query is asked.
        text: The query; the dataset's prefixes need no declaration.
        source: What an error calls the query, usually its file.
        rows: So many at most, as of ``store.query``.

    Raises:
        QuerySyntaxError: ``text`` is not SPARQL 1.1.
        QueryRefusedError: A subselect stands inside ``GRAPH ?g``: the engine does not say in
            which graph it matched.
        QueryFailedError: The engine could not finish it.
    """
    query = parse(text)
    if query is not None:
        refuse(query, text, source)
    answer = store.query(text, source, rows=rows)
    table = _table(answer)
    if query is None:
        return table._replace(proofs=(Proof(remarks=("proof-unreadable",)),) * len(table.rows))
    return table._replace(proofs=_proofs(store, query, answer, table))


def _table(answer: Answer) -> Table:
    if isinstance(answer, Table):
        return answer
    if isinstance(answer, bool):
        return Table(("answer",), ((Literal(answer),),))
    return Table(_TRIPLE, tuple((one.subject, one.predicate, one.object) for one in answer))


def _proofs(store: EmbeddedStore, query: Query, answer: Answer, table: Table) -> tuple[Proof, ...]:
    selecting = Selecting(store, query)
    facts = selecting.tracer.facts
    if isinstance(answer, Table):
        names = [f"?{name}" for name in table.columns]
        found = selecting.explain(names, table.rows)
    elif isinstance(answer, bool):
        found = [selecting.witness() if answer else remarked("proof-negation")]
    elif query.form == "DESCRIBE":
        numbers = (facts.number((t.subject, t.predicate, t.object, None)) for t in answer)
        found = [Evidence(frozenset((number,))) for number in numbers]
    else:
        found = constructed(selecting, query.template, table.rows)
    provenance = Provenance(store, facts)
    return tuple(provenance.proof(evidence) for evidence in found)
