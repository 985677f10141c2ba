"""What the network hangs on, as rows with a plain-language reading of each value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import UnknownNameError
from tripartite.messages import say
from tripartite.model import Table
from tripartite.nearest import nearest
from tripartite.network import kinds, measures, projection, routes
from tripartite.network.answer import node
from tripartite.network.facts import Facts
from tripartite.network.measures import Finding
from tripartite.network.readings import COLUMNS, Said, Texts
from tripartite.reports import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tripartite.model import Cell
    from tripartite.network.projection import Network
    from tripartite.network.routes import Simple
    from tripartite.store import EmbeddedStore

RANKINGS: Final[Mapping[str, Callable[[Simple], tuple[Finding, ...]]]] = {
    "degree": measures.degree,
    "betweenness": measures.betweenness,
    "cut-off": measures.cut_off,
    "broken-pairs": measures.broken_pairs,
    "bridge": measures.bridges,
    "community": measures.communities,
    "isolated": measures.isolated,
}
_BRIEF = ("measure", "rank", "value", "reading")
_TOP: Final = 5  # of each ranking, for a person who did not say how many
_NAMED: Final = 3  # entities that a reading names, for a person
_LISTED: Final = ("cut-off", "bridge", "isolated")  # all are named to who asks about one entity


class Asked(NamedTuple):
    """What is asked of the measures.

    Attributes:
        entity: Only what they say of this one; empty for all.
        only: Only these of ``RANKINGS``; empty for all.
        top: So many rows a ranking; ``None`` for all, or for a person the first five.
        include: Standings added: ``implied``, ``disputed``.
        extras: Nodes added: a name of ``kinds.EXTRAS``.
    """

    entity: str = ""
    only: tuple[str, ...] = ()
    top: int | None = None
    include: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()


def stats(store: EmbeddedStore, asked: Asked, language: str) -> Reply:
    """Measure the network, or one entity's place in it.

    Raises:
        UnknownNameError: Nothing has the entity's name, or a standing, extra or measure is none.
        AmbiguousNameError: Several entities have it.
        BadParameterError: It is no node.
    """
    entity = node(store, asked.entity) if asked.entity else ""
    nodes = kinds.nodes(asked.extras, (entity,) if entity else ())
    facts = Facts(store)
    network = projection.project(facts, language, nodes, asked.include)
    with_implied = projection.project(facts, language, nodes, (*asked.include, "implied"))
    said = [] if entity or asked.only else list(_whole(network))
    for name in asked.only or RANKINGS:
        found = _measure(name)(routes.simple(network))
        said += _ranking(name, found, entity, with_implied)
    most = asked.top or (len(network) if entity else _TOP)
    shown = [one for one in said if one.rank <= most]
    is_short = not asked.top and len(shown) < len(said)
    notes = (say("first-of-each", language, top=_TOP),) if is_short else ()
    if asked.top:
        said = shown
    texts = Texts(with_implied, language)
    brief = (texts.row(one, None if entity and one.measure in _LISTED else _NAMED) for one in shown)
    table = Table(COLUMNS, tuple(texts.row(one, None) for one in said))
    return Reply(table, Table(_BRIEF, tuple(_chosen(brief)), notes))


def _measure(name: str) -> Callable[[Simple], tuple[Finding, ...]]:
    if name not in RANKINGS:
        known = ", ".join(RANKINGS)
        close = nearest(name, RANKINGS)
        raise UnknownNameError("unknown-measure", name=name, known=known, nearest=close)
    return RANKINGS[name]


def _whole(network: Network) -> Iterator[Said]:
    for name, value in measures.size(routes.simple(network)).items():
        yield Said(name, 1, Finding("", value), name)


def _ranking(
    name: str, found: tuple[Finding, ...], entity: str, with_implied: Network
) -> Iterator[Said]:
    values = [finding.value for finding in found]
    for finding in found:
        if entity and entity != finding.node and not _concerns(name, finding, entity):
            continue
        key, shown = name, finding
        if name == "isolated" and with_implied.degree(finding.node):
            implied = routes.simple(with_implied)[finding.node]
            key, shown = "isolated-implied", finding._replace(others=tuple(sorted(implied)))
        yield Said(name, values.index(finding.value) + 1, shown, key)
    if name == "cut-off" and entity and entity not in {finding.node for finding in found}:
        yield Said(name, len(found) + 1, Finding(entity, 0), "holds-nothing")


def _concerns(name: str, finding: Finding, entity: str) -> bool:
    """Tell whether a group or a bridge that is named after another has the entity in it."""
    return name in ("community", "bridge") and entity in finding.others


def _chosen(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        cells["measure"] = cells["measureLabel"]
        yield tuple(cells[name] for name in _BRIEF)
