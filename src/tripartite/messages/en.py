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
    "unknown-measure": "no measure is named {name!r}; known: {known}",
    "unknown-parameter": "{query} takes no parameter {name!r}; it takes {known}",
    "unknown-query": "no query is named {name!r}",
    "wrong-query-form": "{source}: expected a {form} query",
    "avoided-end": "{name!r} is an end of the path, so it cannot be avoided",
    "not-a-node": "{name!r} is no node of the network: name a body, a project, a country or the"
    " like",
    "one-end-twice": "{start!r} and {end!r} are one entity: a path joins two",
    "unknown-extra": "no nodes are called {name!r}; what can be added: {known}",
    "unknown-inclusion": "{name!r} cannot be included; what can: {known}",
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
    # paths
    "no-path": "no path between {start} and {end}",
    "no-path-within": "no path is so short: the shortest has {shortest}",
    "no-relation": "{name} has no relation in this network",
    "path-with-implied": "with --include implied the shortest path has {steps}",
    "path-with-extra": "with --include implied --with {extra} the shortest path has {steps}",
    "only-way": "every path between them in this network passes {name} ({count} neighbours)",
    "only-way-left": "apart from what is avoided, every path between them in this network passes"
    " {name} ({count} neighbours)",
    "way-around": "each of these paths passes {name} ({count} neighbours); without it"
    " (--avoid {curie}) the shortest has {steps}",
    "paths-cut": "there are more paths: these are {most}; --max-paths gives more",
    "steps": "{count} steps",
    "one-step": "1 step",
    # measures
    "first-of-each": "each ranking shows its first {top}; --top N shows more, and data formats all",
    "and-more": "{labels} … and {count} more",
    "list-separator": "; ",
    # counts
    "rows": "{count} rows",
    "one-row": "1 row",
    "findings": "{count} findings",
    "one-finding": "1 finding",
    "query-standing": "Every named query shows a standing or keeps only standing:stated.",
    "conforms": "no findings: the graph conforms",
    "answer-true": "yes",
    "answer-false": "no",
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
