"""Where a project's folders are; the only module that knows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import MissingInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTER: Final = "current"  # names the snapshot in use, in a folder of snapshots
_PACKAGE = Path(__file__).parent


class Places(NamedTuple):
    """The folders of one project, or where a graph is that was published without its files.

    A project that has no ontology or no queries of its own uses those that come with
    the package, so a small project needs a ``data`` folder only; a published graph always
    uses those.

    Attributes:
        root: The project's folder, or the folder of snapshots.
        ontology: Classes, code lists, shapes, JSON-LD context.
        data: Documents' claims and entities.
        queries: Named queries and check queries.
        builds: Where snapshots lie; made when first needed.
        documents: The source documents' own folder; may be absent.
        endpoint: The query endpoint of a server that has the graph; empty for a folder.
    """

    root: Path
    ontology: Path
    data: Path
    queries: Path
    builds: Path
    documents: Path
    endpoint: str = ""

    @property
    def name(self) -> str:
        """What messages call it: the endpoint without its query, else the folder."""
        return self.endpoint.partition("?")[0] or str(self.root)

    @property
    def has_files(self) -> bool:
        """Whether claims and entities lie here as files, not only a graph made of them."""
        return not self.endpoint and self.data.is_dir()

    def vocabulary_files(self) -> list[Path]:
        """Return ontology, alignments and code lists, sorted."""
        lists = sorted((self.ontology / "codelists").glob("*.ttl"))
        return sorted(self.ontology.glob("*.ttl")) + lists

    def entity_files(self) -> list[Path]:
        """Return the files of labels, aliases and identifiers, sorted."""
        return sorted(self.data.glob("*.ttl")) + sorted((self.data / "entities").glob("*.ttl"))

    def claim_files(self) -> list[Path]:
        """Return the documents with their claims, then the editorial claims, sorted."""
        documents = sorted((self.data / "documents").glob("*.trig"))
        return documents + sorted(self.data.glob("*.trig"))

    def data_set(self) -> Path:
        """Return the file that says what the data set is: title, description, licence."""
        return self.data / "dataset.ttl"

    def digest_file(self, document: str) -> Path:
        """Return where the digests of a document's cited spans are recorded."""
        return self.data / "documents" / f"{document}.digests"

    def shape_files(self) -> list[Path]:
        """Return the shapes, sorted."""
        return sorted((self.ontology / "shapes").glob("*.ttl"))

    def inputs(self) -> dict[str, Path]:
        """Return every file that decides what a build holds, our own rules included, by name.

        A name begins at the project, at our own project or at the package, so that it says
        nothing of the machine, and a project that was moved is still the same.

        Raises:
            MissingInputError: The project has no ontology or no documents.
        """
        vocabulary, claims = self.vocabulary_files(), self.claim_files()
        if not vocabulary:
            raise MissingInputError("no-ontology", path=self.ontology)
        if not claims:
            raise MissingInputError("no-claims", path=self.data)
        indexing = (_PACKAGE / name for name in ("name_index.py", "naming.py"))
        rules = [*sorted((_PACKAGE / "build").glob("*.py")), *indexing]
        paths = [*vocabulary, *self.entity_files(), *claims, *rules]
        tops = [f"{top}{os.sep}" for top in (self.root, self.ontology.parent, _PACKAGE.parent)]
        return {_below(str(path), tops): path for path in paths}


def locate(store: str | None = None, documents: str | None = None) -> Places:
    """Return the folders of the project ``store``, of the checkout, or of the wheel.

    Args:
        store: The folder of a project, one that ``build --into`` has made, or the address of
            a query endpoint; by default ``TRIPARTITE_STORE``, else our own project.
        documents: A folder of documents; by default ``TRIPARTITE_DOCUMENTS``, else the
            folder ``documents`` at the project's top.

    Raises:
        MissingInputError: A folder that was named does not exist, or is no project.
    """
    named = store or os.environ.get("TRIPARTITE_STORE")
    home = _home()
    endpoint = named if named and "://" in named else ""
    root = Path(named) if named and not endpoint else home
    is_published = (root / POINTER).is_file()
    if not is_published and not (root / "data").is_dir():
        raise MissingInputError("no-project", path=root)
    named_documents = documents or os.environ.get("TRIPARTITE_DOCUMENTS")
    if named_documents and not Path(named_documents).is_dir():
        raise MissingInputError("no-documents-folder", path=named_documents)
    return Places(
        root=root,
        ontology=_own_or_shared(root, home, "ontology"),
        data=root / "data",
        queries=_own_or_shared(root, home, "queries"),
        builds=root if is_published else _builds(root),
        documents=Path(named_documents) if named_documents else root / "documents",
        endpoint=endpoint,
    )


def _home() -> Path:
    """Return the checkout this package runs from, else the folder the wheel brought."""
    checkout = _PACKAGE.parent.parent
    is_checkout = (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir()
    return checkout if is_checkout else _PACKAGE / "project"


def _below(path: str, tops: Sequence[str]) -> str:
    top = next((top for top in tops if path.startswith(top)), "")
    return path.removeprefix(top).replace(os.sep, "/")


def _own_or_shared(root: Path, home: Path, name: str) -> Path:
    own = root / name
    return own if own.is_dir() else home / name


def _builds(root: Path) -> Path:
    """Return ``build`` in a project of the user's, else a folder in the user's cache."""
    if not root.is_relative_to(_PACKAGE):
        return root / "build"
    import hashlib  # noqa: PLC0415 (wheel only: keeps the checkout's cold start short)

    import platformdirs  # noqa: PLC0415 (the same)

    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]
    return Path(platformdirs.user_cache_dir("tripartite", appauthor=False)) / name
