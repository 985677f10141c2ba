"""No dependency is under the GPL; what is under the LGPL is named with its reason."""

from __future__ import annotations

import re
from importlib import metadata

import pytest

from tests.tools.places import ROOT

# Used unchanged as a separate library, which the LGPL allows without terms for our own code.
LESSER = {"frozendict": "LGPL-3.0; pyld's cache of resolved contexts needs it"}
NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
GPL = re.compile(r"(?<!lesser )general public license|(?<![AL])\bA?GPL", re.IGNORECASE)
LGPL = re.compile(r"lesser general public|LGPL", re.IGNORECASE)
LOCKED = sorted(
    {
        name
        for file in ("requirements.txt", "requirements-test.txt")
        for name in NAME.findall((ROOT / file).read_text(encoding="utf-8"))
    }
)


def licence(name: str) -> str:
    """Return what a package says of its licence: expression, field and classifiers."""
    found = metadata.metadata(name)
    fields = [(found[key] or "")[:200] for key in ("License-Expression", "License") if key in found]
    trove = [c for c in found.get_all("Classifier") or () if c.startswith("License ::")]
    return " | ".join(part for part in (*fields, *trove) if part)


def test_the_locked_packages_were_found() -> None:
    assert len(LOCKED) > 20
    assert {"click", "pyoxigraph", "pytest"} <= set(LOCKED)


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_is_not_under_the_gpl(name: str) -> None:
    try:
        said = licence(name)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is locked for another platform or Python")

    assert not GPL.search(LGPL.sub("", said)), said
    assert not LGPL.search(said) or name in LESSER, said


def test_our_own_licence_is_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_lock_files_name_no_index_and_have_hashes() -> None:
    for file in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / file).read_text(encoding="utf-8")

        assert not re.search(r"index-url|://|trusted-host", text)
        assert text.count("--hash=sha256:") >= len(NAME.findall(text))
