"""A measured value as a row: the entity, the number, and what it means in plain language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.network import english, japanese
from tripartite.network.answer import integer

if TYPE_CHECKING:
    from tripartite.model import Cell
    from tripartite.network.measures import Finding
    from tripartite.network.projection import Network

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
_TEXTS: Final = {"en": english.MEASURES, "ja": japanese.MEASURES}


class Said(NamedTuple):
    """One value of one measure.

    Attributes:
        rank: Equal values have one rank.
        key: That of its reading.
    """

    measure: str
    rank: int
    finding: Finding
    key: str

    @property
    def is_ranked(self) -> bool:
        """Whether a rank means something: a whole has none, nor has what is isolated."""
        return bool(self.finding.node) and self.measure != "isolated"


class Texts:
    """Rows of one network in one language."""

    def __init__(self, network: Network, language: str) -> None:
        self._network = network
        self._language = language

    def row(self, said: Said, named: int | None) -> tuple[Cell, ...]:
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
            integer(said.rank) if said.is_ranked else None,
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


def _text(text: str) -> Literal | None:
    return Literal(text) if text else None
