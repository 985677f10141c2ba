"""Where the checkout's folders are, for tests and tools."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
TESTS: Final = ROOT / "tests"
SHAPES: Final = ROOT / "ontology" / "shapes"
QUERIES: Final = ROOT / "queries"
GOLDEN: Final = TESTS / "golden"
