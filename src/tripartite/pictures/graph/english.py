"""The words of the page of a picture, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, str]] = {
    # the head
    "over": "Picture of relations",
    "still": "The picture needs a script that did not run here. All that it shows is in the lists"
    " below, with its proofs.",
    "no-webgl": "This browser cannot draw the picture (no WebGL). All that it shows is in the"
    " lists below, with its proofs.",
    "skip": "Skip the picture",
    "search": "Search",
    "search-hint": "a name in English or Japanese",
    "hits": "Names found",
    "no-hits": "Nothing has such a name.",
    "theme": "Dark",
    "print": "Print",
    # the picture
    "picture": "Picture of entities and relations",
    "role": "picture to walk through",
    "whole": "Whole picture",
    "nearer": "Nearer",
    "farther": "Farther",
    "all": "Show all {n}",
    "expanded": "Shown in addition: {n}",
    "at-node": "{label}. {types}. Relations shown: {n}.",
    "at-hidden": " Hidden neighbours: {n}.",
    # the legend
    "legend": "Legend and filters",
    "what": "Entities",
    "how": "Relations",
    "types": "types",
    "types-of": "Types: {family}",
    "no-type": "type not said",
    "arrow": "A head at the end says which way a relation reads.",
    "badge": "+3: so many neighbours are not shown yet.",
    # the panel
    "panel": "Details",
    "panel-empty": "Choose an entity or a relation to read what is said of it, and where.",
    "close": "Close",
    "expand": "Show hidden neighbours ({n})",
    "also": "Also called",
    "relations": "Relations",
    "proofs": "Proofs",
    "keys": "Keys",
    "key-arrows": "Arrows",
    "does-arrows": "to the next entity in that direction",
    "key-step": ". and ,",
    "does-step": "to its next relation, or the one before",
    "key-open": "Enter",
    "does-open": "open what is reached",
    "key-expand": "+",
    "does-expand": "show hidden neighbours",
    "key-close": "Esc",
    "does-close": "close, and go back",
    "key-whole": "0",
    "does-whole": "the whole picture",
    "key-search": "/",
    "does-search": "to the search",
    # the lists
    "list": "The same in words",
    "counts": "Shown: {nodes} of {all} entities, {edges} of {every} relations.",
    "entities": "Entities",
    "note": "Proof {n}",
    "characters": "characters {span}",
    "comma": ", ",
}
