"""One document about one entity, built from facts: values first, then pages."""

from tripartite.dossier.composing import compose

__all__ = ["compose"]
