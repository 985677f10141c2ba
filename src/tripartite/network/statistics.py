"""What the network hangs on, as rows with a plain-language reading of each value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.errors import UnknownNameError
from tripartite.messages import say
from tripartite.model import Table
from tripartite.nearest import nearest
from tripartite.network import english, japanese, kinds, measures, projection, routes
from tripartite.network.answer import integer, node
from tripartite.network.facts import Facts
from tripartite.network.measures import Finding
from tripartite.reports import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tripartite.model import Cell
    from tripartite.network.projection import Network
    from tripartite.network.routes import Simple
    from tripartite.store import EmbeddedStore

COLUMNS = (
    "measure",
    "measureLabel",
    "rank",
    "entity",
    "entityLabel",
    "value",
    "others",
    "othersLabel",
    "reading",
)
RANKINGS: Final[Mapping[str, Callable[[Simple], tuple[Finding, ...]]]] = {
    "degree": measures.degree,
    "betweenness": measures.betweenness,
    "cut-off": measures.cut_off,
    "broken-pairs": measures.broken_pairs,
    "bridge": measures.bridges,
    "community": measures.communities,
    "isolated": measures.isolated,
}
_RANKED: Final = frozenset(RANKINGS) - {"isolated"}
_BRIEF = ("measure", "rank", "value", "reading")
_TEXTS: Final = {"en": english.MEASURES, "ja": japanese.MEASURES}
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


class _Said(NamedTuple):
    """One value of one measure.

    Attributes:
        rank: Equal values have one rank.
        key: That of its reading.
    """

    measure: str
    rank: int
    finding: Finding
    key: str


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
    shown = [one for one in said if one.rank <= (asked.top or _TOP)]
    is_short = not asked.top and len(shown) < len(said)
    notes = (say("first-of-each", language, top=_TOP),) if is_short else ()
    if asked.top:
        said = shown
    texts = _Texts(with_implied, language)
    brief = (texts.row(one, None if entity and one.measure in _LISTED else _NAMED) for one in shown)
    table = Table(COLUMNS, tuple(texts.row(one, None) for one in said))
    return Reply(table, Table(_BRIEF, tuple(_chosen(brief)), notes))


def _measure(name: str) -> Callable[[Simple], tuple[Finding, ...]]:
    if name not in RANKINGS:
        known = ", ".join(RANKINGS)
        close = nearest(name, RANKINGS)
        raise UnknownNameError("unknown-measure", name=name, known=known, nearest=close)
    return RANKINGS[name]


def _whole(network: Network) -> Iterator[_Said]:
    for name, value in measures.size(routes.simple(network)).items():
        yield _Said(name, 1, Finding("", value), name)


def _ranking(
    name: str, found: tuple[Finding, ...], entity: str, with_implied: Network
) -> Iterator[_Said]:
    values = [finding.value for finding in found]
    for finding in found:
        if entity and entity != finding.node and not _concerns(name, finding, entity):
            continue
        key, shown = name, finding
        if name == "isolated" and with_implied.degree(finding.node):
            implied = routes.simple(with_implied)[finding.node]
            key, shown = "isolated-implied", finding._replace(others=tuple(sorted(implied)))
        yield _Said(name, values.index(finding.value) + 1, shown, key)
    if name == "cut-off" and entity and entity not in {finding.node for finding in found}:
        yield _Said(name, len(found) + 1, Finding(entity, 0), "holds-nothing")


def _concerns(name: str, finding: Finding, entity: str) -> bool:
    """Tell whether a group or a bridge that is named after another has the entity in it."""
    return name in ("community", "bridge") and entity in finding.others


class _Texts:
    """Rows of one network in one language."""

    def __init__(self, network: Network, language: str) -> None:
        self._network = network
        self._language = language

    def row(self, said: _Said, named: int | None) -> tuple[Cell, ...]:
        """Return a row; its reading names at most ``named`` others, all where it is ``None``."""
        finding = said.finding
        name, reading = _TEXTS[self._language][said.key]
        whole = float(finding.value).is_integer() and said.measure != "betweenness"
        value = str(int(finding.value)) if whole else str(finding.value)
        text = reading.format(
            value=value,
            name=self._label(finding.node),
            percent=f"{finding.value * 100:.1f}",
            other=self._label(finding.others[0]) if finding.others else "",
            others=self._listed(finding.others, named),
        )
        return (
            Literal(said.measure),
            Literal(name),
            integer(said.rank) if said.measure in _RANKED else None,
            NamedNode(finding.node) if finding.node else None,
            Literal(self._label(finding.node)) if finding.node else None,
            Literal(value, datatype=v.XSD_INTEGER if whole else v.XSD_DECIMAL),
            _text(" ".join(shorten(NamedNode(other)) for other in finding.others)),
            _text(self._listed(finding.others, None)),
            Literal(text[:1].upper() + text[1:]),
        )

    def _label(self, iri: str) -> str:
        return str(self._network.nodes[iri]["label"]) if iri else ""

    def _listed(self, iris: tuple[str, ...], most: int | None) -> str:
        comma = say("list-separator", self._language)
        labels = comma.join(self._label(iri) for iri in iris[:most])
        left = len(iris) - len(iris[:most])
        return say("and-more", self._language, labels=labels, count=left) if left else labels


def _chosen(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        cells["measure"] = cells["measureLabel"]
        yield tuple(cells[name] for name in _BRIEF)


def _text(text: str) -> Literal | None:
    return Literal(text) if text else None
