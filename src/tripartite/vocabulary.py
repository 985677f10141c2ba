"""The IRIs the code knows, and the prefixes every query may use undeclared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE: Final = "https://w3id.org/tripartite/"
TP: Final = f"{BASE}ontology#"

_KINDS = """
action agreement body channel claim component convention country dataset derivation designation
document event figure fund group happening identity locality membership objective observation
outcome output partnership person policy priority programme project region rule scheme section
selector shape state tension unmodelled
"""
_CODE_LISTS = """
basis comparison convention-class dac extent fact frequency gap level measure people privacy
qualifier realisation role sameness sdg sector standing status tension-kind theme unit verdict
"""
KINDS: Final = tuple(_KINDS.split())
CODE_LISTS: Final = tuple(_CODE_LISTS.split())
STANDARDS: Final[Mapping[str, str]] = {
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PREFIXES: Final[Mapping[str, str]] = {
    "tp": TP,
    **STANDARDS,
    **{name: f"{BASE}{name}/" for name in (*KINDS, *CODE_LISTS)},
}

RDF_TYPE: Final = NamedNode(f"{STANDARDS['rdf']}type")
RDF_REIFIES: Final = NamedNode(f"{STANDARDS['rdf']}reifies")
RDFS_COMMENT: Final = NamedNode(f"{STANDARDS['rdfs']}comment")
RDFS_LABEL: Final = NamedNode(f"{STANDARDS['rdfs']}label")
RDFS_SUBCLASS_OF: Final = NamedNode(f"{STANDARDS['rdfs']}subClassOf")
SKOS_PREF_LABEL: Final = NamedNode(f"{STANDARDS['skos']}prefLabel")
SKOS_ALT_LABEL: Final = NamedNode(f"{STANDARDS['skos']}altLabel")
SKOS_NOTATION: Final = NamedNode(f"{STANDARDS['skos']}notation")
SKOS_IN_SCHEME: Final = NamedNode(f"{STANDARDS['skos']}inScheme")
SKOS_HIDDEN_LABEL: Final = NamedNode(f"{STANDARDS['skos']}hiddenLabel")
SKOS_NOTE: Final = NamedNode(f"{STANDARDS['skos']}editorialNote")
PART_OF: Final = NamedNode(f"{STANDARDS['dcterms']}isPartOf")
PROV_DERIVED_FROM: Final = NamedNode(f"{STANDARDS['prov']}wasDerivedFrom")
OA_SPECIFIC_RESOURCE: Final = NamedNode(f"{STANDARDS['oa']}SpecificResource")
OA_HAS_SOURCE: Final = NamedNode(f"{STANDARDS['oa']}hasSource")
OA_HAS_SELECTOR: Final = NamedNode(f"{STANDARDS['oa']}hasSelector")
OA_POSITION_SELECTOR: Final = NamedNode(f"{STANDARDS['oa']}TextPositionSelector")
OA_START: Final = NamedNode(f"{STANDARDS['oa']}start")
OA_END: Final = NamedNode(f"{STANDARDS['oa']}end")
ORG_MEMBERSHIP: Final = NamedNode(f"{STANDARDS['org']}Membership")
ORG_MEMBER: Final = NamedNode(f"{STANDARDS['org']}member")
ORG_ORGANIZATION: Final = NamedNode(f"{STANDARDS['org']}organization")

EDTF: Final = NamedNode(f"{STANDARDS['edtf']}EDTF")
XSD_DATE: Final = NamedNode(f"{STANDARDS['xsd']}date")
XSD_INTEGER: Final = NamedNode(f"{STANDARDS['xsd']}integer")
XSD_DECIMAL: Final = NamedNode(f"{STANDARDS['xsd']}decimal")
XSD_STRING: Final = NamedNode(f"{STANDARDS['xsd']}string")

IDENTIFIERS: Final = ("iso3166", "iatiOrganisation", "iloConventionCode")


def tp(name: str) -> NamedNode:
    """Return the term ``name`` of our ontology."""
    return NamedNode(TP + name)


def entity(kind: str, slug: str) -> NamedNode:
    """Return the IRI of an entity or a code: ``entity("body", "ilo")``."""
    return NamedNode(f"{BASE}{kind}/{slug}")


CLAIM: Final = tp("Claim")
DERIVATION: Final = tp("Derivation")
STANDING: Final = tp("standing")
STATED_AFTER: Final = tp("statedAfter")
PASSAGE: Final = tp("passage")
CONTEXT: Final = tp("context")
VERDICT: Final = tp("verdict")
PRIVACY: Final = tp("privacy")
DISTRIBUTIVE: Final = tp("distributive")
RULE: Final = tp("rule")
EDITORIAL_LABEL: Final = tp("editorialLabel")
SOURCE_DOCUMENT: Final = tp("SourceDocument")
EXPECTED_OF: Final = tp("expectedOf")
SPAN: Final = tp("span")
DESIGNATES: Final = tp("designates")
WORDING: Final = tp("wording")
TENSION: Final = tp("Tension")
IN_TENSION: Final = tp("inTension")
TENSION_KIND: Final = tp("tensionKind")
EXPLANATION: Final = tp("explanation")
COMPARE: Final = tp("compare")
JUDGES: Final = tp("judges")
SAMENESS: Final = tp("sameness")

STATED: Final = entity("standing", "stated")
IMPLIED: Final = entity("standing", "implied")
EDITORIAL: Final = entity("standing", "editorial")
INFERRED: Final = entity("standing", "inferred")
DISPUTED: Final = entity("verdict", "disputed")
PERSONAL: Final = entity("privacy", "personal")
