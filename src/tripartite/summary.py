"""What a figure says in one line, as figures have no name of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def figure(values: Mapping[str, str]) -> str:
    """Return measure, number, basis and period of a figure, as far as they are given.

    Args:
        values: Labels and numbers by the property's local name: ``measure``, ``amount``,
            ``minimum``, ``maximum``, ``currency``, ``unit``, ``qualifier``, ``basis``,
            ``scope``, ``period``.
    """
    amount = values.get("amount") or f"{values.get('minimum')}-{values.get('maximum')}"
    unit = values.get("currency") or values.get("unit", "")
    number = "-".join(f"{int(part):,}" if part.isdigit() else part for part in amount.split("-"))
    parts = (
        f"{values['measure']}: {values.get('qualifier', '')} {number} {unit}".strip(),
        values.get("basis", ""),
        values.get("scope", ""),
        values.get("period", ""),
    )
    return "; ".join(part for part in parts if part)
