"""Answers in the SPARQL 1.1 Query Results formats, JSON and XML.

The engine writes only results it computed itself, so a table is written here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.errors import UnsupportedFormatError
from tripartite.model import Table
from tripartite.vocabulary import XSD_STRING

if TYPE_CHECKING:
    from tripartite.model import Term

Answer: TypeAlias = Table | bool

# XML 1.0 section 2.2: these characters cannot stand in a document, not even escaped.
XML_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# A parser would read a bare carriage return as a line feed.
_XML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'


def as_srj(answer: Answer) -> str:
    """Write SPARQL 1.1 Query Results JSON."""
    if isinstance(answer, bool):
        return _json({"head": {}, "boolean": answer})
    bindings = [
        {
            name: _json_term(cell)
            for name, cell in zip(answer.columns, row, strict=True)
            if cell is not None
        }
        for row in answer.rows
    ]
    return _json({"head": {"vars": answer.columns}, "results": {"bindings": bindings}})


def as_srx(answer: Answer) -> str:
    """Write the SPARQL Query Results XML Format.

    Raises:
        UnsupportedFormatError: A text holds a character that XML cannot.
    """
    if isinstance(answer, bool):
        return f"{_HEAD}  <head/>\n  <boolean>{str(answer).lower()}</boolean>\n</sparql>\n"
    head = "".join(f'    <variable name="{_xml(name)}"/>\n' for name in answer.columns)
    results = "".join(
        "    <result>\n"
        + "".join(
            f'      <binding name="{_xml(name)}">{_xml_term(cell)}</binding>\n'
            for name, cell in zip(answer.columns, row, strict=True)
            if cell is not None
        )
        + "    </result>\n"
        for row in answer.rows
    )
    return f"{_HEAD}  <head>\n{head}  </head>\n  <results>\n{results}  </results>\n</sparql>\n"


def as_table(answer: bool) -> Table:  # noqa: FBT001  the value to write, not a switch
    """Return the one row ``answer``, so that row formats can hold a truth value."""
    return Table(columns=("answer",), rows=((Literal(answer),),))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise UnsupportedFormatError("not-for-this-result", format="srj", known="csv, json")
    literal: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return {**literal, "xml:lang": term.language}
    return literal if term.datatype == XSD_STRING else {**literal, "datatype": term.datatype.value}


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml(term.value)}</bnode>"
    if not isinstance(term, Literal):
        raise UnsupportedFormatError("not-for-this-result", format="srx", known="csv, json")
    if term.language:
        kind = f' xml:lang="{_xml(term.language)}"'
    else:
        plain = term.datatype == XSD_STRING
        kind = "" if plain else f' datatype="{_xml(term.datatype.value)}"'
    return f"<literal{kind}>{_xml(term.value)}</literal>"


def _xml(text: str) -> str:
    if XML_FORBIDDEN.search(text):
        raise UnsupportedFormatError("not-for-this-result", format="srx", known="srj, csv, json")
    if text != text.strip():
        # XML readers trim white space at the edges unless it is written as references.
        return "".join(f"&#{ord(c)};" if c.isspace() else c.translate(_XML_ESCAPES) for c in text)
    return text.translate(_XML_ESCAPES)
