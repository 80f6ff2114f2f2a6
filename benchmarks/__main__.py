"""``python -m benchmarks [NAME…]``: measure everything and print one table.

Names are ``book``, ``file``, ``fit``, ``journal``, ``list``, ``rescore``, ``start``
and ``window``; without one, all.
"""

from __future__ import annotations

import os
import platform
import sqlite3
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6  # after the platform

from benchmarks import (
    book_report,
    fit,
    journal,
    large_list,
    rescore,
    roadmap_file,
    start,
    window,
)
from benchmarks.table import render

PARTS = {
    "start": start.measure,
    "window": window.measure,
    "list": large_list.measure,
    "journal": journal.measure,
    "file": roadmap_file.measure,
    "book": book_report.measure,
    "fit": fit.measure,
    "rescore": rescore.measure,
}


def main(names: list[str]) -> int:
    """Print the table; 1 when a figure is above its limit."""
    unknown = set(names) - PARTS.keys()
    if unknown:
        print(f"There is no benchmark {', '.join(sorted(unknown))}.")
        return 2
    print(
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()}, {os.cpu_count()} cores"
    )
    rows = [row for name in names or PARTS for row in PARTS[name]()]
    print(render(rows))
    over = [r for r in rows if r.limit is not None and r.median > r.limit]
    for row in over:
        print(f"above its limit of {row.limit:g}: {row.name} ({row.median:.2f})")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
