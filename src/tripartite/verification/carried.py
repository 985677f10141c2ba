"""What one claim says of names and numbers, as triples, names or literals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tripartite import vocabulary as v
from tripartite.verification.names import CURRENCY, PRINTED, kind
from tripartite.verification.words import MONTHS, numbers, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from tripartite.verification.names import Name
    from tripartite.verification.values import Claim, Reading
    from tripartite.verification.words import Number

_NUMERIC: Final = (v.XSD_INTEGER, v.XSD_DECIMAL)
_LINKS: Final = ("tel:", "mailto:", "http")


class Carried:
    """Entities, words and numbers of one claim."""

    def __init__(self, claim: Claim, reading: Reading) -> None:
        """Gather what the claim's triples hold, and the names of what they relate."""
        terms = claim.terms()
        literals = claim.literals()
        currencies = {f"{CURRENCY}{_value(q)}" for q in claim.quads if q.predicate == CURRENCY_OF}
        self._entities = terms | currencies
        periods = [literal.value for literal in literals if literal.datatype == v.EDTF]
        plain = [x.value for x in literals if x.datatype not in (*_NUMERIC, v.EDTF)]
        printed = [
            name for iri in terms if kind(iri) in PRINTED for name in reading.wordings.get(iri, ())
        ]
        designations = (d for iri in terms for d in reading.designations.get(iri, ()))
        meant = [wording for designation in designations for wording in designation.wordings]
        links = [iri for iri in terms if iri.startswith(_LINKS) and not iri.startswith(v.BASE)]
        self._printed = (
            *plain,
            *printed,
            *meant,
            *(m for period in periods for m in _months(period)),
        )
        properties = {quad.predicate.value for quad in claim.quads}
        self._labels = [
            name for iri in terms | properties for name in reading.wordings.get(iri, ())
        ]
        self._labels += [re.sub(r"\W+", " ", link) for link in links]
        self._numbers = {Decimal(x.value) for x in literals if x.datatype in _NUMERIC}
        self._numbers |= {part for period in periods for part in _years_and_days(period)}
        self._numbers |= {n.value for text in (*plain, *printed) for n in numbers(text)}
        self._digits = [re.sub(r"\D", "", link) for link in links]

    def name(self, name: Name) -> bool:
        """Tell whether the claim says what is called so, or prints these very words.

        A code's label is a common word, and a capital may be a custom ("State"): there, the
        words of any label will do, that of the property too.
        """
        if name.entities & self._entities or says(self._printed, name.words):
            return True
        is_word = not any(kind(iri) in PRINTED for iri in name.entities)
        return is_word and says(self._labels, name.words)

    def number(self, number: Number) -> bool:
        """Tell whether the claim holds this number, also as a part of a date or a telephone."""
        return number.value in self._numbers or any(str(number.value) in d for d in self._digits)


CURRENCY_OF: Final = v.tp("currency")


def _value(quad: Quad) -> str:
    return str(getattr(quad.object, "value", ""))


def _months(period: str) -> Iterator[str]:
    return (MONTHS[int(m) - 1] for m in re.findall(r"\d{4}-(0[1-9]|1[0-2])", period))


def _years_and_days(period: str) -> Iterator[Decimal]:
    for year in re.findall(r"\d{3}[\dX]", period):
        yield Decimal(year.replace("X", "0"))
    for day in re.findall(r"\d{4}-\d\d-(\d\d)", period):
        yield Decimal(day)
