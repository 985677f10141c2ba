"""Bytes to standard output or to a file: a closed pipe is silent, a full disk loses nothing."""

from __future__ import annotations

import os
import sys

from tripartite.errors import UnwritableOutputError

_PIECE = 65_536  # bytes: what a pipe holds


class ClosedPipeError(Exception):
    """The program that read our output has gone; there is nobody to tell."""


def print_bytes(data: bytes) -> None:
    """Write to standard output; click would turn a closed pipe into exit code 1.

    In pieces: after a large write whose reader leaves halfway, Python 3.11 reports success.
    """
    try:
        sys.stdout.flush()
        for start in range(0, len(data), _PIECE):
            sys.stdout.buffer.write(data[start : start + _PIECE])
            sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error
    except OSError as error:
        why = error.strerror or error
        raise UnwritableOutputError("not-written", path="-", why=why) from error


def replace(path: str, data: bytes) -> None:
    """Write beside the file, then put it in its place: a full disk loses nothing.

    A device or a pipe is written to: put in its place, a file would end ``/dev/null``.
    """
    is_special = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113 (text)
    draft = path if is_special else f"{path}.part"
    try:
        with open(draft, "wb") as file:  # noqa: PTH123 (the path is the user's own text)
            file.write(data)
        if not is_special:
            os.replace(draft, path)  # noqa: PTH105 (the same)
    except OSError as error:
        if not is_special and os.path.exists(draft):  # noqa: PTH110 (the same)
            os.unlink(draft)  # noqa: PTH108 (the same)
        why = error.strerror or error
        raise UnwritableOutputError("not-written", path=path, why=why) from error
