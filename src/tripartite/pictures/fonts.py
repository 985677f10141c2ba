"""The Japanese font that comes with a package: pictures and PDF never hang on the system's."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tripartite.errors import MissingInputError

_PACKAGE: Final = "pylopdf_fonts_jp"


def folder() -> Path:
    """Return the folder of Noto Sans JP and Noto Serif JP (OFL).

    Raises:
        MissingInputError: The package is not installed.
    """
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise MissingInputError("no-japanese-font", package=_PACKAGE.replace("_", "-"))
    return Path(found.origin).parent
