"""A graph of nodes with every kind of value, drawn from a seed, and shapes that ask for each."""

from __future__ import annotations

import random
from typing import Final

_LITERALS: Final = (
    *('"1"^^xsd:integer', '"01"^^xsd:integer', '"+2"^^xsd:integer', '"7"^^xsd:int'),
    *('"1.50"^^xsd:decimal', '"1.5"^^xsd:decimal', '"3.0"^^xsd:decimal', '"1e2"^^xsd:double'),
    *('"abc"^^xsd:integer', '"300"^^xsd:byte', '"2020-13-01"^^xsd:date', '"maybe"^^xsd:boolean'),
    *(
        '"2020-01-01"^^xsd:date',
        '"2021-06-30"^^xsd:date',
        '"true"^^xsd:boolean',
        '"1"^^xsd:boolean',
    ),
    *('"2020-01-01T00:00:00Z"^^xsd:dateTime', '"2020-01-01T00:00:00.0"^^xsd:dateTime'),
    *('"x"', '"xyz"', '"日本"@ja', '"Japan"@en', '"colour"@en-GB', '"Farbe"@de', '""'),
    *('"x"^^ex:own', '"P1Y"^^xsd:duration'),
)
_PROPERTIES: Final = ("p", "q", "r", "s")


def data(seed: int, nodes: int = 30) -> str:
    """Return a graph in Turtle; every fifth node is blank."""
    chosen = random.Random(seed)  # noqa: S311 (a test draws the same each time)
    names = [f"_:n{n}" if n % 5 == 0 else f"ex:n{n}" for n in range(nodes)]
    lines = ["ex:Sub rdfs:subClassOf ex:T . ex:k a ex:K ."]
    for subject in names:
        lines.append(f"{subject} a {chosen.choice(('ex:T', 'ex:T', 'ex:Sub'))} .")
        for _ in range(chosen.randrange(2, 7)):
            values = (*_LITERALS, *names, "ex:k", "ex:other")
            lines.append(f"{subject} ex:{chosen.choice(_PROPERTIES)} {chosen.choice(values)} .")
        # What is compared are numbers: pySHACL gives up where two values have no order.
        lines += [f"{subject} ex:{name} {chosen.choice(_LITERALS[:7])} ." for name in "tu"]
        lines.append(f'{subject} ex:l "one"@en , "two"@{chosen.choice(("en", "ja"))} .')
    return "\n".join(lines)


# One shape a component; each has a message, and a severity of its own now and then.
COMPONENTS: Final = {
    "class": "sh:class ex:K",
    "datatype": "sh:datatype xsd:integer",
    "datatype-int": "sh:datatype xsd:int",
    "datatype-date": "sh:datatype xsd:date",
    "datatype-string": "sh:datatype xsd:string",
    "nodeKind": "sh:nodeKind sh:IRI",
    "nodeKind-blank": "sh:nodeKind sh:BlankNodeOrLiteral",
    "minCount": "sh:minCount 2",
    "maxCount": "sh:maxCount 1",
    "minExclusive": "sh:minExclusive 1",
    "minInclusive": "sh:minInclusive 1.5",
    "maxExclusive": "sh:maxExclusive 2",
    "maxInclusive": 'sh:maxInclusive "2020-06-01"^^xsd:date',
    "minLength": "sh:minLength 2",
    "maxLength": "sh:maxLength 2",
    "pattern": 'sh:pattern "^[0-9]+$"',
    "pattern-flags": 'sh:pattern "^X" ; sh:flags "i"',
    "languageIn": 'sh:languageIn ( "en" "ja" )',
    "uniqueLang": "sh:uniqueLang true",
    "equals": "sh:equals ex:q",
    "disjoint": "sh:disjoint ex:q",
    "lessThan": "sh:lessThan ex:u",
    "lessThanOrEquals": "sh:lessThanOrEquals ex:u",
    "not": "sh:not [ sh:nodeKind sh:IRI ]",
    "and": "sh:and ( [ sh:nodeKind sh:Literal ] [ sh:maxLength 3 ] )",
    "or": "sh:or ( [ sh:datatype xsd:integer ] [ sh:class ex:T ] )",
    "xone": "sh:xone ( [ sh:nodeKind sh:Literal ] [ sh:minLength 3 ] )",
    "node": "sh:node ex:Nested",
    "qualifiedMin": "sh:qualifiedValueShape [ sh:nodeKind sh:Literal ] ; sh:qualifiedMinCount 1",
    "qualifiedMax": "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 0",
    "hasValue": "sh:hasValue ex:k",
    "in": 'sh:in ( ex:k 1 1.50 "x" "Japan"@en )',
    "ask": "ex:longest 2",
}
_PATH: Final = {"lessThan": "t", "lessThanOrEquals": "t", "uniqueLang": "l"}
PATHS: Final = {
    "plain": "ex:p",
    "inverse": "[ sh:inversePath ex:p ]",
    "sequence": "( ex:p ex:q )",
    "alternative": "[ sh:alternativePath ( ex:r ex:s ) ]",
    "more": "[ sh:oneOrMorePath ex:q ]",
}
QUERIES: Final = {
    "value": "SELECT $this ?value WHERE { $this ex:p ?value FILTER(isLiteral(?value)) }",
    "less": "SELECT $this ?value WHERE { $this ex:p ?value ; ex:q ?o FILTER(?value < ?o) }",
    "spelled": "SELECT $this ?value WHERE { $this ex:r ?value FILTER(STRLEN(STR(?value)) > 3) }",
    "without": "SELECT $this WHERE { FILTER NOT EXISTS { $this ex:s ?v } }",
    "computed": "SELECT $this ?value WHERE { $this ex:p ?v BIND(STR(?v) AS ?value) }",
    "kept": "SELECT $this ?value WHERE { $this ex:q ?value { ?x ex:q ?y FILTER(?x = $this) } }",
}
_ASK: Final = "ASK { FILTER(STRLEN(STR($value)) <= $longest) }"


def shapes() -> str:
    """Return shapes in Turtle for all components, paths and queries, blank ones among them."""
    lines = [
        f"""ex:Longest a sh:ConstraintComponent ; sh:parameter [ sh:path ex:longest ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes ex: ; sh:ask "{_ASK}" ;
        sh:message "too long"@en ] .""",
        """ex:Nested a sh:NodeShape ; sh:sparql [ sh:prefixes ex: ; sh:message "nested" ;
        sh:select "SELECT $this ?value WHERE { $this ex:q ?value }" ] .""",
        """ex:Closed a sh:NodeShape ; sh:targetClass ex:T ; sh:closed true ;
        sh:ignoredProperties ( rdf:type ex:q ex:r ) ; sh:property [ sh:path ex:p ] .""",
        """ex:Kinds a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:nodeKind sh:Literal .""",
    ]
    for number, (name, constraint) in enumerate(COMPONENTS.items()):
        severity = ("Violation", "Warning", "Info")[number % 3]
        lines.append(
            f"""ex:S-{name} a sh:NodeShape ; sh:targetClass ex:T ; sh:property ex:P-{name} .
            ex:P-{name} sh:path ex:{_PATH.get(name, "p")} ; {constraint} ;
            sh:severity sh:{severity} ; sh:message "{name} is wrong"@en , "{name}は誤り"@ja ."""
        )
    lines += [
        f"""ex:W-{name} a sh:NodeShape ; sh:targetSubjectsOf ex:q ; sh:property _:W-{name} .
        _:W-{name} sh:path {path} ; sh:maxCount 1 ; sh:datatype xsd:integer ."""
        for name, path in PATHS.items()
    ]
    lines += [
        f"""ex:Q-{name} a sh:NodeShape ; sh:targetClass ex:T ; sh:sparql [ sh:prefixes ex: ;
        sh:message "value {{?value}}"@en ; sh:select "{query}" ] ."""
        for name, query in QUERIES.items()
    ]
    return "\n".join(lines)
