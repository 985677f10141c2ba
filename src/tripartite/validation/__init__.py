"""SHACL: what a graph breaks of its shapes."""

from tripartite.validation.reference import Result, validate

__all__ = ["Result", "validate"]
