"""The words of a dossier in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, str]] = {
    # the head
    "dossier": "Dossier",
    "also-called": "Also called",
    "identifiers": "Identifiers",
    "as-of": "Sources written",
    "how-to-read": "How to read it",
    "reading": "Each statement is made from recorded facts, and the numbers behind it lead to the"
    " notes: the claim, its document, heading and characters. “{stated}” is said in so many words,"
    " “{implied}” follows from the text, “{editorial}” is ours, “{inferred}” follows by a rule."
    " What bears no mark is “{stated}”.",
    "contents": "Contents",
    # sections
    "summary": "Summary",
    "facts": "Key facts",
    "activities": "Programmes, funds, projects and events",
    "partners": "Partners and people",
    "results": "Objectives, outcomes and actions",
    "figures": "Figures",
    "background": "Background",
    "timeline": "Timeline",
    "picture": "Neighbourhood",
    "tensions": "Where the documents disagree",
    "gaps": "What the documents do not say",
    "sources": "Sources",
    "names": "Names",
    "notes": "Notes",
    # remarks
    "results-remark": "What the entity itself aims at or does, and what the works listed above do,"
    " wherever they run.",
    "figures-remark": "As each document gives them. Figures on different bases are not to be added"
    " or set against each other.",
    "no-own-figures": "As each document gives them; none is given of the entity itself. Figures on"
    " different bases are not to be added or set against each other.",
    "figures-of-actions": "Of what it does",
    "figures-of-works": "Of the works listed above, and of what they do",
    "figures-of-places": "Of places in it",
    "figures-of-struck": "For areas struck by a disaster that struck it too (where they lie is not"
    " said)",
    "figures-of-background": "Of what the documents describe around it",
    "timeline-remark": "Days and years as the documents give them; a year alone is a calendar"
    " year. What holds as of a document (by its letter) has in brackets the days between which"
    " that was written.",
    "names-remark": "What this dossier calls things, and how the documents print them. A name that"
    " no document prints is editorial.",
    "no-tensions": "No disagreement is known that touches it.",
    "no-gaps": "Nothing that is expected of such a thing is missing.",
    "gaps-undeclared": "Nothing is declared to be expected of such a thing.",
    "picture-remark": "What it is related to directly, by the facts above.",
    # columns
    "relation": "Relation",
    "what": "What",
    "who": "Who",
    "name": "Name",
    "where": "Where",
    "status": "Status",
    "payers": "Who pays",
    "standing": "Standing",
    "kind": "Kind",
    "result": "Content",
    "of": "Of",
    "measure": "Measure",
    "amount": "Amount",
    "basis": "Basis",
    "period": "Period",
    "fiscal-year": "Japanese fiscal year",
    "between": "From, to, about",
    "when": "When",
    "claim": "What is said",
    "fact": "What is asked",
    "state": "Answer",
    "letter": "Mark",
    "title": "Title",
    "publisher": "Publisher",
    "written": "Written between",
    "file": "File",
    "cited": "Notes",
    "printed": "As printed",
    "origin": "Origin",
    "number": "Number",
    "minimum": "From (number)",
    "maximum": "To (number)",
    "unit": "Currency or unit",
    "note": "Note",
    "item": "Item",
    "part": "Table",
    "proof": "What proves it",
    "claim-id": "Claim",
    "text": "Text",
    "document": "Document",
    "heading": "Heading",
    "characters": "Characters",
    "words": "Words",
    "remark": "Remark",
    # realisations, as titles of tables
    "objectives": "Objectives",
    "claimed-achieved": "Said to have been achieved",
    "verified": "Verified as achieved",
    "ongoing": "Under way",
    "planned": "Planned or provided for, not said to have been done",
    "possible": "Possible",
    "unknown": "Stage not said",
    # pieces
    "from": "from {}",
    "from-unsaid": "the giver is not said",
    "done-by": "an action of {}",
    "to": "to {}",
    "about": "about {}",
    "through": "through {}",
    "scope": "scope: {}",
    "restates": "the same sum as {}",
    "part-of": "part of {}",
    "more-names": " and {} more",
    "comma": ", ",
    "last-comma": " and ",
    "stop": ".",
    "semicolon": "; ",
    "colon": ": ",
    "as-printed": " (as printed)",
    "open": " (",
    "money-from": "money from",
    "dash": " – ",  # noqa: RUF001 (a dash of print)
    "close": ")",
    "disputed": "disputed",
    "status-as-of": "{status} ({document})",
    "as-of-document": "as of {document} ({written})",
    "by-rule": "by the rule “{}”",
    "from-notes": "from {}",
    "characters-of": "characters {}",
    # figures
    "basis-unspecified": "not said",
    "basis-is": "basis {}",
    "of-figure": "{about} — {figure}",
}
