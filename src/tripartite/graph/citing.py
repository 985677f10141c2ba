"""Tables with the proof of each row, the catalogue of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite import library
from tripartite.graph.opening import Opened
from tripartite.messages import say

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from tripartite.documents.citations import Citations
    from tripartite.model import NamedQuery, Table


class Citing(Opened):
    """Cites claims, and knows what can be asked."""

    def cite(self, table: Table) -> Table:
        """Return the table with a citation for every claim that it names or rests on."""
        from tripartite.documents.citations import sources_in

        sources = () if table.citations else sources_in(table)
        return table._replace(citations=self._citations().cite(sources)) if sources else table

    def readable(self, table: Table) -> Table:
        """Return the table for people: cited, labels for codes, no IRI beside its label."""
        from tripartite.readable import readable

        return readable(self.reader, self.cite(table), self.language)

    def queries(self, text: str = "") -> tuple[NamedQuery, ...]:
        """Return the catalogue, or the queries that hold ``text`` or come nearest to it.

        Args:
            text: Words of a name, question or tag, or a whole question in either language.
        """
        names = library.names(self.places.queries)
        every = tuple(library.load(self.places.queries, name) for name in names)
        return library.matching(every, text)

    def catalogue(self, text: str = "") -> tuple[Triple, ...]:
        """Return what ``queries`` finds as SHACL executables, each with its SPARQL text."""
        from tripartite.exports.catalogue import described

        return described(self.queries(text))

    def named(self, name: str) -> NamedQuery:
        """Return one named query with its header.

        Raises:
            UnknownNameError: No query has this name.
        """
        return library.load(self.places.queries, name)

    def _citations(self) -> Citations:
        from tripartite.documents.citations import Citations
        from tripartite.documents.texts import Texts

        texts = Texts(self.reader, self.places.documents)
        self.notes = (
            *self.notes,
            *(say("document-differs", self.language, document=slug) for slug in texts.changed()),
        )
        return Citations(self.reader, texts, self.language)
