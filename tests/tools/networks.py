"""A small project whose network is known: two ways from Alpha to Delta, and a tail.

Alpha - Beta - Delta, Alpha - Gamma - Delta, Delta - Echo - Foxtrot; Hotel has a post at Beta.
Golf is joined by an implied claim only, India by a disputed one; Juliet by nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.model import Table

NAMES: Final = {
    "body:alpha": ("Alpha", "アルファ"),
    "body:beta": ("Beta", "ベータ"),
    "body:gamma": ("Gamma", "ガンマ"),
    "project:delta": ("Delta", "デルタ"),
    "country:echo": ("Echo", "エコー"),
    "locality:foxtrot": ("Foxtrot", "フォックストロット"),
    "body:golf": ("Golf", "ゴルフ"),
    "person:hotel": ("Hotel", "ホテル"),
    "body:india": ("India body", "インディア"),
    "body:juliet": ("Juliet", "ジュリエット"),
    "observation:kilo": ("Kilo", "キロ"),
    "objective:lima": ("Lima", "リマ"),
    "theme:mike": ("Mike", "マイク"),
    "role:chair": ("chair", "議長"),
    "measure:gift": ("gift", "贈与"),
    "qualifier:about": ("about", "約"),
}
_POST: Final = """membership:hotel-1 a org:Membership ;
    org:member person:hotel ; org:organization body:beta ; org:role role:chair"""
_GIFT: Final = """figure:gift a tp:Figure ; tp:measure measure:gift ;
    tp:provider body:beta ; tp:receiver body:alpha ; tp:about body:alpha , project:delta ;
    tp:amount 5000 ; tp:currency "USD" ; tp:qualifier qualifier:about ; tp:period "2011" """
_CLAIMS: Final = {
    "ab": ("body:alpha tp:worksWith body:beta", "stated"),
    "ab-again": ("body:alpha tp:worksWith body:beta", "editorial"),
    "ab-implied": ("body:alpha tp:worksWith body:beta", "implied"),
    "ag": ("body:gamma org:subOrganizationOf body:alpha", "stated"),
    "bd": ("project:delta tp:fundedBy body:beta", "stated"),
    "gd": ("project:delta tp:runBy body:gamma", "editorial"),
    "de": ("project:delta tp:implementedIn country:echo", "stated"),
    "ef": ("locality:foxtrot tp:locatedIn country:echo", "stated"),
    "ga": ("body:golf tp:worksWith body:alpha", "implied"),
    "ia": ("body:india tp:supports body:alpha", "disputed"),
    "j": ("body:juliet a org:Organization", "stated"),
    "k": ("observation:kilo tp:about body:alpha , country:echo", "stated"),
    "l": ("project:delta tp:hasObjective objective:lima", "stated"),
    "m": ("project:delta tp:theme theme:mike", "stated"),
    "n": ("body:juliet tp:theme theme:mike", "stated"),
    "post": (_POST, "stated"),
    "gift": (_GIFT, "stated"),
}
_PREFIXES: Final = """
@prefix tp: <https://w3id.org/tripartite/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix verdict: <https://w3id.org/tripartite/verdict/> .
@prefix standing: <https://w3id.org/tripartite/standing/> .
@prefix claim: <https://w3id.org/tripartite/claim/> .
"""
_KINDS: Final = sorted({name.partition(":")[0] for name in NAMES} | {"membership", "figure"})


def write(folder: Path) -> Path:
    """Write the project into a folder and return it."""
    prefixes = _PREFIXES + "\n".join(
        f"@prefix {kind}: <https://w3id.org/tripartite/{kind}/> ." for kind in _KINDS
    )
    claims = [_claim(*item) for item in _CLAIMS.items()]
    labels = [
        f'{name} rdfs:label "{english}"@en , "{japanese}"@ja .'
        for name, (english, japanese) in NAMES.items()
    ]
    (folder / "data" / "documents").mkdir(parents=True)
    (folder / "data" / "entities").mkdir()
    _write(folder / "data" / "documents" / "small.trig", [prefixes, *claims])
    _write(folder / "data" / "entities" / "small.ttl", [prefixes, *labels])
    return folder


def _claim(name: str, said: tuple[str, str]) -> str:
    triples, standing = said
    verdict = " ; tp:verdict verdict:disputed" if standing == "disputed" else ""
    code = "stated" if standing == "disputed" else standing
    about = f"claim:small-{name} a tp:Claim ; tp:standing standing:{code}{verdict} ."
    return f"claim:small-{name} {{ {triples} . }}\n{about}"


def _write(path: Path, parts: list[str]) -> None:
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def rows(table: Table) -> list[dict[str, Any]]:
    """Return a table's rows by column, each cell as its text."""
    texts = ([getattr(cell, "value", None) for cell in row] for row in table.rows)
    return [dict(zip(table.columns, row, strict=True)) for row in texts]
