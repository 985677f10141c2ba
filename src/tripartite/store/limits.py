"""How far a question, or files, from outside may go."""

from __future__ import annotations

from typing import Final, NamedTuple


class Limits(NamedTuple):
    """What ends a question from outside.

    Attributes:
        seconds: From the question to its last row, by the clock.
        memory: Bytes above what is loaded when the question begins.
        rows: Of an answer; ``None`` for any number.
        hosts: The hosts that ``SERVICE`` may ask, as ``example.org`` or ``example.org:8080``.
    """

    seconds: float = 10.0
    memory: int = 1 << 30
    rows: int | None = None
    hosts: tuple[str, ...] = ()


OUTSIDE: Final = Limits()
SIZE: Final = 64_000  # of a query, bytes of UTF-8
# Of files checked against shapes: pySHACL takes minutes for a million triples, and gigabytes.
VALIDATION: Final = Limits(seconds=600.0, memory=4 << 30)
