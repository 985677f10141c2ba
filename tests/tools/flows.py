"""A small project whose flow of money is known, with a trap for each rule.

North pays the Lake Fund 300 and the Hill Fund about 100 in 2020, 400 in all, and to the Lake Fund
the same once more in euros. South pays the Lake Fund too, how much is not said, and the Mill
through nobody knows what. West is a ministry of North. The Well is paid through the Lake Fund,
by North itself as well; the Bridge is paid from the Chest, 200 in 2020.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode

from tripartite import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tripartite.model import Cell, Table

NAMES: Final = {
    "body:north": ("North", "北"),
    "body:south": ("South", "南"),
    "body:west": ("West", "西"),
    "body:office": ("Office", "事務局"),
    "body:idle": ("Idle", "無関係"),
    "fund:lake": ("Lake Fund", "湖の基金"),
    "fund:hill": ("Hill Fund", "丘の基金"),
    "channel:chest": ("Chest", "金庫"),
    "project:well": ("Well", "井戸"),
    "project:mill": ("Mill", "水車"),
    "project:bridge": ("Bridge", "橋"),
    "component:arch": ("Arch", "橋脚"),
    "country:east": ("East", "東"),
    "group:isles": ("Isles", "島々"),
    "country:isle": ("First Isle", "第一の島"),
    "locality:port": ("Port", "港"),
    "measure:gift": ("gift", "贈与"),
    "measure:dues": ("dues", "分担金"),
    "basis:total": ("in all", "合計"),
    "basis:yearly": ("a year", "年額"),
    "qualifier:exact": ("exact", "正確"),
    "qualifier:about": ("about", "約"),
    "qualifier:between": ("between", "範囲"),
}


def figure(name: str, **changed: str) -> str:
    """Return the triples of one figure: North gives the Lake Fund 300 dollars in 2020."""
    parts = {
        "measure": "measure:gift",
        "provider": "body:north",
        "receiver": "fund:lake",
        "amount": "300",
        "currency": '"USD"',
        "qualifier": "qualifier:exact",
        "basis": "basis:total",
        "period": '"2020"',
        **changed,
    }
    return f"figure:{name} " + " ; ".join(
        f"tp:{key} {value}" for key, value in parts.items() if value
    )


WHOLE: Final = figure("all", receiver="body:office", amount="400")
LAKE: Final = figure("lake", addendOf="figure:all")
HILL: Final = figure(
    "hill", receiver="fund:hill", amount="100", qualifier="qualifier:about", addendOf="figure:all"
)
AGAIN: Final = figure("again", amount="270", currency='"EUR"', restates="figure:lake")
CHEST: Final = figure(
    "chest", receiver="", drawnFrom="channel:chest", about="project:bridge", amount="200"
)
SIZE: Final = figure("size", provider="", receiver="", about="fund:hill", amount="900", period="")
CLAIMS: Final[Mapping[str, tuple[str, str]]] = {
    "whole": (WHOLE, "stated"),
    "lake": (LAKE, "stated"),
    "hill": (HILL, "stated"),
    "again": (AGAIN, "stated"),
    "chest": (CHEST, "stated"),
    "size": (
        SIZE,
        "stated",
    ),
    "nl": ("fund:lake tp:fundedBy body:north", "stated"),
    "sl": ("fund:lake tp:fundedBy body:south", "implied"),
    "sm": ("project:mill tp:fundedBy body:south", "stated"),
    "lw": ("project:well tp:fundedThrough fund:lake", "stated"),
    "nw": ("project:well tp:fundedBy body:north", "stated"),
    "wn": ("body:west org:subOrganizationOf body:north", "stated"),
    "we": ("project:well tp:implementedIn country:east", "stated"),
    "wg": ("project:well tp:benefits group:isles", "stated"),
    "lg": ("fund:hill tp:benefits group:isles", "stated"),
    "ie": ("country:isle tp:memberStateOf group:isles", "stated"),
    "ab": ("component:arch tp:componentOf project:bridge", "stated"),
    "ae": ("component:arch tp:implementedIn locality:port", "editorial"),
    "pe": ("locality:port tp:locatedIn country:east", "stated"),
    "nm": ("body:west tp:supports project:mill", "stated"),
}
_PREFIXES: Final = """
@prefix tp: <https://w3id.org/tripartite/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix verdict: <https://w3id.org/tripartite/verdict/> .
@prefix standing: <https://w3id.org/tripartite/standing/> .
@prefix claim: <https://w3id.org/tripartite/claim/> .
"""
_KINDS: Final = sorted({name.partition(":")[0] for name in NAMES} | {"figure"})


def opened(
    folder: Path, claims: Mapping[str, tuple[str, str]] = CLAIMS, language: str = "en"
) -> KnowledgeGraph:
    """Return the graph of a project of these claims, each with its standing or ``disputed``."""
    prefixes = _PREFIXES + "\n".join(
        f"@prefix {kind}: <https://w3id.org/tripartite/{kind}/> ." for kind in _KINDS
    )
    labels = (
        f'{name} rdfs:label "{english}"@en , "{japanese}"@ja .'
        for name, (english, japanese) in NAMES.items()
    )
    said = (_claim(name, *claim) for name, claim in claims.items())
    for path, parts in (("documents/small.trig", said), ("entities/small.ttl", labels)):
        file = folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join((prefixes, *parts)) + "\n", encoding="utf-8")
    return KnowledgeGraph.open(str(folder), language=language)


def _claim(name: str, triples: str, standing: str) -> str:
    verdict = " ; tp:verdict verdict:disputed" if standing == "disputed" else ""
    code = "stated" if standing == "disputed" else standing
    about = f"claim:small-{name} a tp:Claim ; tp:standing standing:{code}{verdict} ."
    return f"claim:small-{name} {{ {triples} . }}\n{about}"


def rows(table: Table) -> list[dict[str, Any]]:
    """Return a table's rows by column, each cell as its text; of an IRI the last part."""
    return [
        {name: _text(cell) for name, cell in zip(table.columns, row, strict=True)}
        for row in table.rows
    ]


def _text(cell: Cell) -> str | None:
    if isinstance(cell, NamedNode):
        return cell.value.rpartition("/")[2]
    return cell.value if isinstance(cell, Literal) else None
