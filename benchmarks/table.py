"""The figures of a benchmark, and the table that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Row:
    """One figure: the median of some rounds, with the lowest and the highest."""

    name: str
    limit: float | None
    median: float
    low: float
    high: float
    unit: str


def render(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| what | median | lowest | highest | limit | unit |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:g}"
        figures = f"{row.median:.2f} | {row.low:.2f} | {row.high:.2f}"
        lines.append(f"| {row.name} | {figures} | {limit} | {row.unit} |")
    return "\n".join(lines)
