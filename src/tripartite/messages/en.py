"""Messages in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, str]] = {
    # failures
    "did-you-mean": "; did you mean {nearest!r}?",
    "ambiguous-name": "{name!r} names more than one entity: {candidates}; use one of these CURIEs",
    "bad-date": "{name}: {value!r} is no day of the calendar; expected a date such as 2017-05-11",
    "bad-value": "{name}={value!r}: expected {kind}",
    "cell-too-long": "a cell of a spreadsheet holds {limit} characters, and one here is longer;"
    " write csv or json instead",
    "column-taken": "a column is named {name!r}, which evidence needs; give it another name in the"
    " query",
    "engine-ended": "{source}: the engine could not bear it, and the process that ran it ended"
    " ({why}); nest it less",
    "engine-gave-up": "{source}: the engine gave up: {why}",
    "missing-parameter-value": "{given!r}: expected name=value",
    "no-build": "{path}: no readable build: {why}",
    "needs-files": "{wanted} needs the files of a project, and {store} holds a graph without them",
    "no-claims": "{path}: no documents here (expected documents/*.trig)",
    "no-data-set": "{path}: this file should describe the data set, as a dcat:Dataset with title,"
    " description and licence",
    "no-document-file": "{path}: the document {document!r} is not here; name its folder with"
    " --documents",
    "no-digests": "{path}: no digests of cited spans here; write them with verify --record while"
    " the documents are as they were read",
    "not-as-read": "{document}: the file is not the one that was read, so nothing is"
    " recorded; see verify --relocate",
    "no-documents-folder": "{path}: no such folder of documents",
    "no-documents-at-hand": "{path}: no documents here; name their folder with --documents or"
    " TRIPARTITE_DOCUMENTS",
    "no-japanese-font": "PDF and PNG need a Japanese font: install the Python package {package},"
    " or the system's fonts (Debian: fonts-noto-cjk); svg, html, markdown and xlsx need none",
    "no-ontology": "{path}: no ontology here (expected *.ttl)",
    "no-project": "{path}: no project here: it has no folder 'data'",
    "no-query-given": "name a query, a file, '-', or give a text with -q",
    "not-found-in-document": "{document}: the text does not occur (white space aside): {text!r}",
    "not-for-evidence": "format {format!r} has no place for evidence; with --evidence any answer is"
    " rows and can be written as {known}",
    "not-for-snapshots": "{path}: holds {name!r}, which is no snapshot; name a new folder, an empty"
    " one, or one that build --into has made",
    "not-for-this-result": "format {format!r} cannot hold this result; it can be written as"
    " {known}",
    "not-parsed": "{path}:{line}:{column}: {why}",
    "not-read": "{path}: cannot be read: {why}",
    "not-written": "{path}: cannot be written: {why}",
    "out-of-memory": "{source}: out of memory: more than {size} MiB were needed; select less at"
    " once",
    "out-of-time": "{source}: out of time after {seconds} s; ask for less, or allow more with"
    " --timeout",
    "query-ends": "{source}:{line}:{column}: something is missing at or before this place",
    "query-prefix": "{source}:{line}:{column}: a prefix is neither declared nor predeclared",
    "query-syntax": "{source}:{line}:{column}: {found!r} cannot stand here; {expected} could",
    "query-too-deep": "{source}:{line}:{column}: nested too deep: at most {limit} parts may stand"
    " within one another",
    "query-too-long": "{source}: too long: {size} bytes, and at most {limit} are read",
    "query-too-wide": "{source}:{line}:{column}: too many parts side by side: at most {limit};"
    " VALUES takes any number of terms",
    "query-unclear": "{source}:{line}:{column}: the structure of this query is not known to us, and"
    " so it may have {limit} words and signs at most",
    "query-unexpected": "{source}:{line}:{column}: {found!r} cannot stand here",
    "query-update": "{source}:{line}: a query cannot change the graph; write SELECT, ASK,"
    " CONSTRUCT or DESCRIBE",
    "query-unplaced": "{source}: {why}",
    "refused-subselect": "{source}:{line}:{column}: a subselect inside GRAPH {graph} is refused:"
    " the engine does not say in which graph it matched; move GRAPH {graph} into the subselect"
    " and select {graph}",
    "server-refused": "{source}:{line}:{column}: {keyword} {server} is refused: no server is asked"
    " unless --allow-remote names its host",
    "server-unnamed": "{source}:{line}:{column}: {keyword} {server} is refused: only a server whose"
    " IRI stands here in full, in <…>, can be allowed",
    "too-many-triples": "{source}: more than {limit} triples: a part of a graph would look like the"
    " whole, so nothing is written",
    "unknown-document": "no document is named {name!r}",
    "unknown-entity": "no entity is named {name!r}",
    "unknown-format": "no format is named {name!r}; known: {known}",
    "unknown-measure": "no measure is named {name!r}; known: {known}",
    "unknown-parameter": "{query} takes no parameter {name!r}; it takes {known}",
    "unknown-query": "no query is named {name!r}",
    "unknown-standing": "no claims are {name!r}; these can be included: {known}",
    "word-unclear": "{source}:{line}:{column}: {word!r} might be read as SERVICE here; write it"
    " otherwise, with a space before SERVICE or another prefix",
    "wrong-query-form": "{source}: expected a {form} query",
    "avoided-end": "{name!r} is an end of the path, so it cannot be avoided",
    "not-a-node": "{name!r} is no node of the network: name a body, a project, a country or the"
    " like",
    "one-end-twice": "{start!r} and {end!r} are one entity: a path joins two",
    "unknown-extra": "no nodes are called {name!r}; what can be added: {known}",
    "not-drawable": "an edge needs two columns, {ends}; the result has {columns} (name others with"
    " --ends)",
    "not-two-ends": "{given!r}: expected two, one for either end",
    "query-or-entities": "name entities or a query, not both",
    "unknown-type": "no node is of the type {name!r}; known: {known}",
    # a graph on a server
    "answer-unfinished": "{server}: the server broke its answer off; perhaps its time was up",
    "bad-address": "{url!r} is no address of a server; expected one such as"
    " https://data.example/query",
    "bad-credentials": "{names}: incomplete, or no header of a request can hold it",
    "bad-netrc": "{path}:{line}: not understood; expected machine, login and password",
    "bad-timeout": "TRIPARTITE_TIMEOUT={value!r}: expected a number of seconds",
    "broke-off": "{server}: the connection broke: {why}",
    "denied": "{server}: asks who you are, or does not let you in (HTTP {status}); set"
    " TRIPARTITE_TOKEN, or TRIPARTITE_USER and TRIPARTITE_PASSWORD, or an entry in netrc",
    "denied-in-the-open": "{server}: asks who you are (HTTP {status}); your credentials were not"
    " sent, as others could read them on the way: use https",
    "led-elsewhere": "{server}: leads to another server, {other}; name that one, if you trust it",
    "led-nowhere": "{server}: leads to an address that is none",
    "no-graph-store": "{server}: takes no whole data set in one request (HTTP {status}): {why};"
    " nothing was changed",
    "not-whole": "{server}: holds {found[0]} triples in its default graph and {found[1]} quads in"
    " named graphs, not the {sent[0]} and {sent[1]} that were sent",
    "no-sparql": "{server}: answers with {form}, not with results of SPARQL:"
    " is it a query endpoint?",
    "not-on-a-server": "{wanted} needs the engine on this machine, and {store} is a server",
    "only-here": "this needs the graph on this machine, and {store} is a server; query, queries,"
    " show, find, export and check can ask one",
    "open-netrc": "{path}: others may read it, so nothing in it is used; chmod 600",
    "password-in-address": "an address must not hold a password ({host}); set TRIPARTITE_USER and"
    " TRIPARTITE_PASSWORD, or an entry in netrc",
    "server-gave-up": "{server}: the server gave up or refused (HTTP {status}): {why}",
    "server-slow": "{server}: no whole answer within {seconds} s (see --timeout,"
    " TRIPARTITE_TIMEOUT)",
    "server-status": "{server}: HTTP {status}: {why}",
    "too-many-redirects": "{server}: leads from address to address",
    "unreachable": "{server}: cannot be reached: {why}",
    # kinds of parameter
    "kind-date": "a date such as 2017-05-11",
    "kind-iri": "an entity's name, CURIE or IRI",
    "kind-number": "a number such as 2011 or 1.5",
    "kind-text": "a text",
    # what a row rests on
    "proof-editorial": "some of it is editorial: no document says it (a label, a code, a mapping)",
    "proof-negation": "rests in part on something not being there, which no claim can show",
    "proof-no-match": "nothing matched: the value is that of an empty group",
    "proof-no-triple": "made of values of the query alone; no fact was needed",
    "proof-nondeterministic": "holds a value that changes each time the query runs",
    "proof-service": "comes in part from another server, whose sources are not known here",
    "proof-unreadable": "the structure of the query could not be read, so no claim can be named",
    "proof-untraced": "could not be traced in full to the triples that made it",
    "proof-zero-length-path": "rests in part on a path of length zero: a thing leads to itself",
    # notes
    "rebuilt": "rebuilt: {changed} changed",
    "first-build": "built the graph for the first time",
    "document-differs": "{document}: the file at hand is not the one that was read, so no words"
    " are shown (SHA-256 differs)",
    "answer-limits": "what this leaves open: {why}",
    "empty-columns": "empty in every row: {columns}",
    "graph-not-here": "FROM <{graph}>: this graph is not in the store and is not fetched, so it"
    " adds nothing",
    "rows-cut": "there are more rows: the answer was cut after {limit} (--max-rows)",
    "no-expected-rows": "the documents do not say: {why}",
    "also-included": "{standings} claims are counted in; other answers leave them out",
    "left-out": "as of {day}: left out, as written later: {documents}",
    "perhaps-later": "as of {day}: counted in, though perhaps written later: {documents}",
    "list-comma": ", ",
    "implied": "implied",
    "up-to-date": "up to date",
    "written": "wrote {path}",
    "with-contacts": "includes personal contacts",
    "published": "published in {folder}: ask it with --store {folder}",
    "published-at": "published at {server}",
    "published-unseen": "published at {server}, which does not let us read it back",
    "publishing": "sending the graph",
    "building": "building the graph",
    "checking": "checking shapes and queries",
    "exporting": "writing the export",
    "withheld": "credentials were not sent: others could read them on the way; use https",
    "only-queries": "checked with the check queries alone: shapes, files and tensions are checked"
    " in the project",
    # check --build
    "build-content": "not the graph that was written: its SHA-256 differs",
    "build-count": "{found} found, {expected} written",
    "build-file-changed": "not as it was written: size or SHA-256 differ",
    "build-file-extra": "not of this snapshot",
    "build-file-missing": "missing",
    "build-gone": "no snapshot of this name, or none that can be read",
    "build-manifest": "not as it was written: its SHA-256 is not the folder's name",
    "build-none": "nothing was published here yet",
    "build-unopened": "cannot be opened: {why}",
    "build-whole": "the build is as it was published",
    "remedy-build": "run: tripartite build",
    "remedy-build-into": "in the project, run: tripartite build --into {folder}",
    # the description of the data set
    "void-claim": "The claims, each in a graph of its own",
    "void-derivation": "What follows from claims by a rule, each derivation in a graph of its own",
    "void-distribution": "The data set as written by `tripartite export -f {form}`",
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
    "no-findings": "no findings",
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
    "by-rule": "by rule: {rule}",
    "from-premises": "from {premises}",
    # evidence of rows
    "evidence": "evidence",
    "evidence-of-row": "This row · {remark}",
    "evidence-of-rows": "Every row · {remark}",
    # show
    "what-it-is": "What it is",
    "facts": "Facts",
    "incoming": "Where others refer to it",
    "disagreements": "Where claims disagree",
    "identities": "The same or another?",
    "aliases": "Also called",
    "identifiers": "Identifiers",
    "gaps": "Not stated in the documents",
    "gap-value": "{value} ({state})",
    "gap-through": "{value}, as for {whole} ({state})",
    "nothing-missing": "the documents state all that is expected of {entity}",
    "nothing-expected": "no facts are declared to be expected of {entity}: they are for projects,"
    " funding channels and people",
    "no-facts": "no document says anything of it",
    # disagreement
    "judged-contradict": "cannot all be true",
    "judged-not-comparable": "not comparable",
    "judged-differ": "told differently",
    "because-subject": "about different things",
    "because-measure": "another measure",
    "because-unit": "another unit",
    "because-currency": "another currency",
    "because-scope": "another scope",
    "because-basis": "another basis",
    "because-period": "another period",
    "because-no-period": "a period is not known",
    "because-as-of": "as of different days",
    "because-examples": "the lists give examples",
    "because-same-sum": "the same sum, restated",
    "tension-idle": "no rule finds these claims to disagree, or not any more: correct or remove"
    " the explanation",
    "not-explained": "not explained yet",
    "tension-unexplained": "these claims disagree and no tension explains them ({kind}): explain"
    " them in data/tensions.ttl, or correct a claim",
    "no-figure": "{name!r} has no figure",
    "ambiguous-figure": "{name!r} has several figures; use one of these CURIEs:{candidates}",
    # pictures
    "column-claim": "claim",
    "column-derivation": "derivation",
    "column-detail": "detail",
    "column-from": "from",
    "column-relation": "relation",
    "column-sentence": "in words",
    "column-standing": "standing",
    "column-to": "to",
    "edges-editorial": "{count} editorial",
    "edges-implied": "{count} implied",
    "edges-inferred": "{count} inferred",
    "edges-stated": "{count} stated",
    "edges-unproved": "{count} without a claim",
    "family-actor": "body, person, partnership",
    "family-channel": "programme, fund, channel",
    "family-event": "event, happening",
    "family-other": "other",
    "family-place": "country, region, place",
    "family-text": "agreement, policy, priority",
    "family-work": "project",
    "no-claim": "no claim says so",
    "page-proofs": "Where it is said",
    "page-remarks": "Remarks",
    "page-rows": "The same in rows",
    "related": "related to",
    "scene-alone": "Without a relation here: {names}.",
    "scene-answer": "The result of a query",
    "scene-around": "{names} and what is related",
    "scene-between": "Paths from {start} to {end}",
    "scene-counts": "Entities: {nodes}; relations: {edges}",
    "scene-left-out": "; a limit leaves out {count} more entities",
    "scene-standings": " ({parts})",
    "scene-whole": "Everything and how it is related",
}
