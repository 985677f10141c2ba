"""Who we are to a server: from the environment or netrc, never from a command line.

They are for the server that the command names; ``connection`` sends them nowhere else.
"""

from __future__ import annotations

import base64
import netrc
import os
from pathlib import Path
from typing import NamedTuple

from tripartite.errors import BadParameterError, UnreadableFileError


class Credentials(NamedTuple):
    """What a request says of who asks.

    Attributes:
        header: The value of ``Authorization``; empty where nothing is known.
        secrets: What no message may show.
    """

    header: str = ""
    secrets: tuple[str, ...] = ()


def credentials(host: str) -> Credentials:
    """Return what is known for this server.

    Raises:
        BadParameterError: The environment holds a name without a password, or what no
            request can carry.
        UnreadableFileError: The netrc file is not one, or others may read it.
    """
    return _from_environment() or _from_netrc(host) or Credentials()


def _from_environment() -> Credentials | None:
    token = os.environ.get("TRIPARTITE_TOKEN", "")
    if token:
        if not (token.isascii() and token.isprintable()):
            raise BadParameterError("bad-credentials", names="TRIPARTITE_TOKEN")
        return Credentials(f"Bearer {token}", (token,))
    user, password = (os.environ.get(f"TRIPARTITE_{name}", "") for name in ("USER", "PASSWORD"))
    if not user and not password:
        return None
    if not (user and password) or ":" in user:
        raise BadParameterError("bad-credentials", names="TRIPARTITE_USER, TRIPARTITE_PASSWORD")
    return basic(user, password)


def _from_netrc(host: str) -> Credentials | None:
    named = os.environ.get("NETRC")
    path = Path(named) if named else Path("~/.netrc").expanduser()
    try:
        found = netrc.netrc(path if named else None).authenticators(host)
    except FileNotFoundError:
        return None
    except netrc.NetrcParseError as error:
        # Its message is not shown: the token that it does not know may be a password.
        key = "bad-netrc" if error.lineno else "open-netrc"
        raise UnreadableFileError(key, path=path, line=error.lineno) from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise UnreadableFileError("not-read", path=path, why=why) from None
    return basic(found[0], found[2]) if found and found[0] and found[2] else None


def basic(user: str, password: str) -> Credentials:
    """Return a name and a password as HTTP's basic scheme sends them."""
    coded = base64.b64encode(f"{user}:{password}".encode()).decode()
    return Credentials(f"Basic {coded}", (password, coded))
