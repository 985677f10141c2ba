"""Mistakes a curator could make, one of each class of fact, and the finding each should give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tripartite import vocabulary as v


@dataclass(frozen=True, slots=True)
class Broken:
    """A mistake somebody could make, and the finding that it should give.

    Attributes:
        written: TriG added to the data; claims named ``claim:broken-…`` stand for claims.
        rule: The shape or check query that finds it.
        entity: The label of what is wrong.
        property: The label of the property; empty where the whole is meant.
        says: A part of what would be right.
        claim: Whether a claim is to blame; a file of entities is otherwise.
    """

    written: str
    rule: str
    entity: str
    property: str
    says: str
    claim: bool = True


def stated(name: str, facts: str, more: str = "") -> str:
    """Return a stated claim with a passage that is there."""
    return (
        f"claim:broken-{name} {{ {facts} }}\n"
        f"claim:broken-{name} a tp:Claim ; tp:standing standing:stated ;"
        f" tp:passage {span(0, 9)} ; tp:context {span(0, 20)} {more}.\n"
    )


def span(start: int, end: int) -> str:
    return f"<{v.BASE}document/brochure#char={start},{end}>"


def figure(name: str, **changed: str) -> str:
    """Return a figure in a claim of its own; a part that is empty is left out."""
    parts = {
        "measure": "measure:contribution",
        "about": "body:ilo",
        "amount": "5",
        "currency": '"USD"',
        "qualifier": "qualifier:exact",
        "basis": "basis:stock",
        **changed,
    }
    facts = " ; ".join(f"tp:{key} {value}" for key, value in parts.items() if value)
    return stated(name, f"figure:broken-{name} a tp:Figure ; {facts} .")


def labelled(iri: str, label: str) -> str:
    return f'{iri} tp:editorialLabel "{label}"@en , "{label}（壊）"@ja .\n'


MISTAKES: Final = {
    "project-without-title": Broken(
        labelled("project:broken-untitled", "Nameless project")
        + stated("untitled", "project:broken-untitled a tp:Project ."),
        "shape:Project-title-or-untitled",
        "Nameless project",
        "",
        "title as printed",
    ),
    "figure-without-measure": Broken(
        figure("measure", measure=""),
        "shape:Figure-measure",
        "figure:broken-measure",
        "measure",
        "exactly one measure",
    ),
    "figure-without-basis": Broken(
        figure("basis", basis=""), "shape:Figure-basis", "figure:broken-basis", "basis", "basis"
    ),
    "figure-without-qualifier": Broken(
        figure("qualifier", qualifier=""),
        "shape:Figure-qualifier",
        "figure:broken-qualifier",
        "qualifier",
        "exactly one qualifier",
    ),
    "figure-with-two-currencies": Broken(
        figure("currencies", currency='"USD" , "JPY"'),
        "shape:Figure-currency",
        "figure:broken-currencies",
        "currency",
        "ISO 4217",
    ),
    "figure-with-unknown-currency": Broken(
        figure("currency", currency='"USS"'),
        "shape:Figure-currency",
        "figure:broken-currency",
        "currency",
        "USD or JPY",
    ),
    "figure-with-currency-and-unit": Broken(
        figure("both", unit="unit:person"),
        "shape:Figure-currency-or-unit",
        "figure:broken-both",
        "",
        "never both",
    ),
    "figure-range-out-of-order": Broken(
        figure("range", amount="", minimum="9", maximum="5", qualifier="qualifier:between"),
        "shape:Figure-range",
        "figure:broken-range",
        "minimum",
        "not above the highest",
    ),
    "figure-without-amount": Broken(
        figure("amount", amount=""),
        "shape:Figure-amount-or-range",
        "figure:broken-amount",
        "",
        "either one amount",
    ),
    "figure-with-text-for-amount": Broken(
        figure("text", amount='"five"'),
        "shape:Figure-amount",
        "figure:broken-text",
        "amount",
        "plain number",
    ),
    "figure-with-code-that-is-none": Broken(
        figure("code", measure="measure:generosity"),
        "shape:Figure-measure-code",
        "figure:broken-code",
        "measure",
        "code that exists",
    ),
    "period-not-edtf": Broken(
        figure("period", period='"FY2011"^^edtf:EDTF'),
        "shape:period-edtf",
        "figure:broken-period",
        "period",
        "EDTF",
    ),
    "period-as-plain-text": Broken(
        figure("plain", period='"2011"'),
        "shape:period-edtf",
        "figure:broken-plain",
        "period",
        "EDTF",
    ),
    "period-out-of-order": Broken(
        figure("order", period='"2012/2009"^^edtf:EDTF'),
        "shape:Dated-order",
        "figure:broken-order",
        "earliest",
        "not 2012/2009",
    ),
    "membership-without-as-of": Broken(
        stated(
            "member",
            "membership:broken a org:Membership ; org:member person:guy-ryder ;"
            " org:organization body:ilo ; org:role role:director-general .",
        ),
        "shape:Membership-as-of",
        "membership:broken",
        "",
        "as of which document",
    ),
    "membership-without-role": Broken(
        stated(
            "role",
            "membership:broken-role a org:Membership ; org:member person:guy-ryder ;"
            " org:organization body:ilo ; tp:observedOn document:brochure .",
        ),
        "shape:Membership-role-or-country",
        "membership:broken-role",
        "",
        "has a role",
    ),
    "membership-in-no-period": Broken(
        stated(
            "since",
            "membership:broken-since a org:Membership ; org:member country:thailand ;"
            ' org:organization body:asean ; tp:period "since 1967"^^edtf:EDTF .',
        ),
        "shape:period-edtf",
        "membership:broken-since",
        "period",
        "EDTF",
    ),
    "status-without-as-of": Broken(
        stated(
            "state",
            "state:broken a tp:StatusObservation ; tp:about project:greener-business-asia ;"
            " tp:status status:ongoing .",
        ),
        "shape:StatusObservation-observedOn",
        "state:broken",
        "as of",
        "one document",
    ),
    "country-code-unknown": Broken(
        labelled("country:broken-unknown", "Ruritania")
        + 'country:broken-unknown tp:iso3166 "XQ" .\n'
        + stated("country", "country:broken-unknown a tp:Country ."),
        "shape:Country-iso3166",
        "Ruritania",
        "",
        "ISO 3166-1",
        claim=False,
    ),
    "passage-too-long": Broken(
        stated("long", "body:ilo tp:theme theme:decent-work .", f"; tp:passage {span(0, 900)} "),
        "shape:SpannedDocument-short",
        "Japan and the ILO: A partnership for development",
        "length",
        "400 characters",
        claim=False,
    ),
    "passage-outside-its-document": Broken(
        stated("far", "body:ilo tp:theme theme:skills .", f"; tp:passage {span(99990, 99999)} "),
        "shape:SpannedDocument-inside",
        "Japan and the ILO: A partnership for development",
        "length",
        "within its document",
        claim=False,
    ),
    "passage-not-a-span": Broken(
        stated("span", "body:ilo tp:theme theme:ict .", "; tp:passage document:brochure "),
        "shape:Claim-passage",
        "claim:broken-span",
        "passage",
        "first and last character",
    ),
    "stated-claim-without-passage": Broken(
        "claim:broken-bare { body:ilo tp:theme theme:energy . }\n"
        f"claim:broken-bare a tp:Claim ; tp:standing standing:stated ; tp:context {span(0, 9)} .\n",
        "shape:Claim-passage-or-editorial",
        "claim:broken-bare",
        "",
        "at least one passage",
    ),
    "editorial-claim-without-note": Broken(
        "claim:broken-note { body:ilo tp:theme theme:health . }\n"
        "claim:broken-note a tp:Claim ; tp:standing standing:editorial .\n",
        "shape:Claim-note-or-stated",
        "claim:broken-note",
        "",
        "editorial note",
    ),
    "claim-without-standing": Broken(
        "claim:broken-standing { body:ilo tp:theme theme:education . }\n"
        f"claim:broken-standing a tp:Claim ; tp:passage {span(0, 9)} ; tp:context {span(0, 9)} .\n",
        "shape:Claim-standing",
        "claim:broken-standing",
        "standing",
        "exactly one standing",
    ),
    "disputed-claim-without-reason": Broken(
        stated("why", "body:ilo tp:theme theme:environment .", "; tp:verdict verdict:disputed "),
        "shape:Claim-note-or-undisputed",
        "claim:broken-why",
        "",
        "says why",
    ),
    "claim-of-nothing": Broken(
        f"claim:broken-empty a tp:Claim ; tp:standing standing:stated ; tp:passage {span(0, 9)} ;"
        f" tp:context {span(0, 9)} .\n",
        "checks/empty-claim",
        "claim:broken-empty",
        "",
        "",
    ),
    "result-without-realisation": Broken(
        labelled("outcome:broken", "Everybody is content")
        + stated("result", "outcome:broken a tp:Outcome . body:ilo tp:hasOutcome outcome:broken ."),
        "shape:Result-realisation-count",
        "Everybody is content",
        "realisation",
        "exactly one",
    ),
    "result-of-nobody": Broken(
        labelled("outcome:broken-alone", "Nobody's outcome")
        + stated(
            "alone", "outcome:broken-alone a tp:Outcome ; tp:realisation realisation:planned ."
        ),
        "checks/result-without-owner",
        "Nobody's outcome",
        "",
        "",
    ),
    "event-organized-by-a-theme": Broken(
        labelled("event:broken", "Seminar of nobody")
        + stated("event", "event:broken a tp:Event ; tp:organizedBy theme:skills ."),
        "shape:organizedBy-kind",
        "Seminar of nobody",
        "organi",
        "",
    ),
    "entity-without-japanese-label": Broken(
        'body:broken tp:editorialLabel "English only"@en .\n'
        + stated("english", "body:broken a org:Organization ."),
        "shape:Entity-label-ja",
        "English only",
        "label",
        "Japanese",
    ),
    "place-that-is-a-body": Broken(
        stated("place", "project:greener-business-asia tp:implementedIn body:ilo ."),
        "shape:implementedIn-kind",
        "Greener Business Asia",
        "implemented in",
        "countr",
    ),
    "funding-without-a-stated-claim": Broken(
        "claim:broken-funds { project:lao-garment tp:fundedBy country:japan . }\n"
        "claim:broken-funds a tp:Claim ; tp:standing standing:editorial ;"
        ' skos:editorialNote "It must be so."@en .\n',
        "checks/funding-claim",
        "",
        "funded by",
        "passage",
    ),
    "fact-outside-any-claim": Broken(
        "project:greener-business-asia tp:theme theme:cooperatives .\n",
        "checks/un",
        "Greener Business Asia",
        "theme",
        "",
        claim=False,
    ),
    "document-with-wrong-sha": Broken(
        'document:broken a tp:SourceDocument ; tp:sha256 "57ACAE7F" .\n'
        + labelled("document:broken", "A leaflet"),
        "shape:SourceDocument-sha256",
        "A leaflet",
        "SHA-256",
        "64 digits",
        claim=False,
    ),
    "document-without-length": Broken(
        "document:broken-length a tp:SourceDocument .\n"
        + labelled("document:broken-length", "A booklet"),
        "shape:SourceDocument-length",
        "A booklet",
        "length",
        "number of characters",
        claim=False,
    ),
}
