"""Messages in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, str]] = {
    # failures
    "did-you-mean": "; did you mean {nearest!r}?",
    "ambiguous-name": "{name!r} names more than one entity: {candidates}; use one of these CURIEs",
    "bad-value": "{name}={value!r}: expected {kind}",
    "engine-gave-up": "{source}: the engine gave up: {why}",
    "missing-parameter-value": "{given!r}: expected name=value",
    "no-build": "{path}: no readable build: {why}",
    "no-claims": "{path}: no documents here (expected documents/*.trig)",
    "no-document-file": "{path}: the document {document!r} is not here; name its folder with"
    " --documents",
    "no-documents-folder": "{path}: no such folder of documents",
    "no-documents-at-hand": "{path}: no documents here; name their folder with --documents or"
    " TRIPARTITE_DOCUMENTS",
    "no-ontology": "{path}: no ontology here (expected *.ttl)",
    "no-project": "{path}: no project here: it has no folder 'data'",
    "no-query-given": "name a query, a file, '-', or give a text with -q",
    "not-found-in-document": "{document}: the text does not occur (white space aside): {text!r}",
    "not-for-this-result": "format {format!r} cannot hold this result; it can be written as"
    " {known}",
    "not-parsed": "{path}:{line}:{column}: {why}",
    "not-read": "{path}: cannot be read: {why}",
    "not-written": "{path}: cannot be written: {why}",
    "query-ends": "{source}:{line}:{column}: something is missing at or before this place",
    "query-prefix": "{source}:{line}:{column}: a prefix is neither declared nor predeclared",
    "query-syntax": "{source}:{line}:{column}: {found!r} cannot stand here; {expected} could",
    "query-unexpected": "{source}:{line}:{column}: {found!r} cannot stand here",
    "query-unplaced": "{source}: {why}",
    "unknown-document": "no document is named {name!r}",
    "unknown-entity": "no entity is named {name!r}",
    "unknown-format": "no format is named {name!r}; known: {known}",
    "unknown-parameter": "{query} takes no parameter {name!r}; it takes {known}",
    "unknown-query": "no query is named {name!r}",
    "wrong-query-form": "{source}: expected a {form} query",
    # kinds of parameter
    "kind-date": "a date such as 2017-05-11",
    "kind-iri": "an entity's name, CURIE or IRI",
    "kind-number": "a number such as 2011 or 1.5",
    "kind-text": "a text",
    # notes
    "rebuilt": "rebuilt: {changed} changed",
    "first-build": "built the graph for the first time",
    "document-differs": "{document}: the file at hand is not the one that was read, so no words"
    " are shown (SHA-256 differs)",
    "no-expected-rows": "the documents do not say: {why}",
    "up-to-date": "up to date",
    "written": "wrote {path}",
    "with-contacts": "includes personal contacts",
    "building": "building the graph",
    "checking": "checking shapes and queries",
    "exporting": "writing the export",
    # counts
    "rows": "{count} rows",
    "one-row": "1 row",
    "findings": "{count} findings",
    "one-finding": "1 finding",
    "query-standing": "Every named query shows a standing or keeps only standing:stated.",
    "conforms": "no findings: the graph conforms",
    "answer-true": "yes",
    "answer-false": "no",
    # verify: what would be right
    "verify-basis": "a passage says per year or annual if the basis is per year, and only then",
    "verify-changed": "the file is the one that was read (its SHA-256 is recorded); --relocate says"
    " where its words stand now",
    "verify-currency": "a passage names the currency",
    "verify-date": "the passages name the years, months and days",
    "verify-digest": "the span's words are the ones recorded; correct the span, or read it again"
    " and record it with --record",
    "verify-duplicate": "two claims differ in what they say or in where it stands",
    "verify-file": "the file is in the folder of documents",
    "verify-heading": "the heading that names the subject is among the passages",
    "verify-length": "the document has as many characters as recorded",
    "verify-name": "a passage names it, by a label, an alias or a designation of this span",
    "verify-number": "a passage gives the number",
    "verify-qualifier": "the passages say about, more than, nearly … if the figure does, and only"
    " then",
    "verify-record": "the spans of the document are recorded: run tripartite verify --record",
    "verify-span": "the span ends within its document",
    "verify-text": "the passages print the title or address",
    "verify-word": "the span begins and ends with a whole word",
    "verified": "{claims} claims and {spans} spans stand in {documents}",
    "covered": "all {segments} sentences, headings and list items are covered: {documents}",
    "what-moved": "{document}: {same} spans stand where they stood, {moved} moved, the words of"
    " {edited} changed, {several} stand in several places, {lost} are lost",
    "nothing-quotes-it": "no claim quotes it",
    "segment-document": "document",
    "segment-heading": "heading",
    "segment-item": "list item",
    "segment-sentence": "sentence",
    "relocate-edited": "its words changed",
    "relocate-lost": "not found",
    "relocate-moved": "moved",
    "relocate-several": "several places",
    "one-at-a-time": "--coverage, --relocate and --record exclude one another",
    "verifying": "reading the documents again",
    # a citation
    "section-mark": "§",
    "disputed": "disputed",
    # show
    "what-it-is": "What it is",
    "facts": "Facts",
    "incoming": "Where others refer to it",
    "disagreements": "Where claims disagree",
    "aliases": "Also called",
    "identifiers": "Identifiers",
    "no-facts": "no document says anything of it",
}
