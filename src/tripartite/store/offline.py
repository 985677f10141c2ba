"""Take a process off the network, where the system can.

The guard refuses what would ask a server. Should it ever read a text otherwise than the engine
does, this stands behind it.
"""

from __future__ import annotations

import os
import struct
import sys
from typing import Final

_SOCKET: Final = {"x86_64": 41, "aarch64": 198, "riscv64": 198}  # the call's number, by machine
_POINTER: Final = 8  # bytes: a 64-bit program makes 64-bit calls
_NO_NEW_PRIVILEGES: Final = 38  # of prctl, as the three numbers that follow
_SECCOMP: Final = 22
_FILTER: Final = 2
_REFUSE: Final = 0x00050000 | 13  # as if permission were denied
_ALLOW: Final = 0x7FFF0000


def close() -> bool:
    """Let this thread open no connection any more; tell whether the system does so.

    Linux does (seccomp). There is no way back.
    """
    number = _SOCKET.get(os.uname().machine) if sys.platform == "linux" else None
    if number is None or struct.calcsize("P") != _POINTER:
        return False
    import ctypes  # noqa: PLC0415 (milliseconds, for the few queries that hold the word)

    steps = (
        (0x20, 0, 0, 0),  # load the number of the call
        (0x15, 0, 1, number),  # go on if it is socket, else pass one by
        (0x06, 0, 0, _REFUSE),
        (0x06, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    zero = ctypes.c_ulong(0)
    one = ctypes.c_ulong(1)
    is_held = prctl(_NO_NEW_PRIVILEGES, one, zero, zero, zero) == 0
    return bool(is_held and prctl(_SECCOMP, ctypes.c_ulong(_FILTER), program, zero, zero) == 0)
