"""The data beside the documents: what they do not bear out, and what no claim carries."""

from tripartite.verification.verifier import Verifier

__all__ = ["Verifier"]
