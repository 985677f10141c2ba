"""Put a dossier together: what it is first, then its parts, then the notes they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.dossier import (
    activities,
    concerning,
    doubts,
    facts,
    figures,
    printed,
    results,
    saying,
    sources,
    timeline,
)
from tripartite.dossier.content import Dossier, Section
from tripartite.dossier.ranking import is_work, part
from tripartite.naming import identifiers, other_names

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from tripartite.dossier.content import Pictures
    from tripartite.dossier.reading import Reader, Relation
    from tripartite.model import Table


def compose(
    reader: Reader, iri: NamedNode, tensions: Table, gaps: Table, pictures: Pictures
) -> Dossier:
    """Return the dossier of an entity.

    Args:
        reader: Reads the graph in one language.
        iri: The entity.
        tensions: The disagreements that touch it.
        gaps: What is expected of it and not stated.
        pictures: What is drawn of it.
    """
    relations = reader.relations(iri)
    parts: dict[str, list[Relation]] = {}
    for said in relations:
        if said.phrase != "figure" and not said.phrase.startswith("money-"):
            parts.setdefault(part(said), []).append(said)
    works = [said.other for said in parts.get("activities", ()) if is_work(said)]
    outcomes = results.found(reader, iri, works, parts.get("results", ()))
    drawn = Section(
        "picture",
        reader.text("picture"),
        reader.text("picture-remark"),
        picture=pictures.neighbourhood,
    )
    found = (
        saying.summary(reader, iri, relations),
        facts.section(reader, iri, parts.get("facts", ())),
        drawn if drawn.picture else None,
        activities.section(reader, iri, parts.get("activities", ())),
        saying.rows(reader, "partners", parts.get("partners", ()), "who"),
        results.section(reader, iri, outcomes),
        figures.section(reader, iri, concerning.groups(reader, iri, parts, outcomes)),
        timeline.section(reader, pictures.timeline),
        saying.names(reader, "background", parts.get("background", ())),
        doubts.tensions(reader, tensions),
        doubts.gaps(reader, gaps),
    )
    sections = [section for section in found if section]
    span = sources.span(reader)
    sections += [section for section in (sources.section(reader), sources.names(reader)) if section]
    label = reader.label(iri)
    kinds = [reader.label(r.other) for r in relations if r.phrase == "type"]
    return Dossier(
        language=reader.language,
        iri=iri.value,
        curie=shorten(iri),
        title=label,
        kinds=reader.text("comma").join(dict.fromkeys(kinds)),
        facts=_head(reader, iri, label, span),
        sections=tuple(sections),
        notes=reader.notes.notes(),
    )


def _head(reader: Reader, iri: NamedNode, label: str, span: str) -> tuple[tuple[str, str], ...]:
    text, store = reader.text, reader.store
    standings = {
        code: store.text(v.entity("standing", code), v.RDFS_LABEL, reader.language)
        for code in ("stated", "implied", "editorial", "inferred")
    }
    semicolon = text("semicolon")
    misprinted = printed.errors(reader, iri)
    others = [printed.marked(reader, name, misprinted) for name in other_names(store, iri, label)]
    found = (
        ("also-called", semicolon.join(others)),
        ("identifiers", semicolon.join(identifiers(store, iri, reader.language))),
        ("as-of", span),
        ("how-to-read", text("reading", **standings)),
    )
    return tuple((text(key), value) for key, value in found if value)
