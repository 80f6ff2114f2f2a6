"""One table as CSV (RFC 4180), safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front. So does
one that looks like such a cell with its apostrophe: taking one away is always exact.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    Cell = str | int | date | None
    Row = Sequence[Cell]

BOM = "\ufeff"


def disarmed(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula and every file can hold."""
    text = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if _armed(text.lstrip("'")) else text


def _armed(text: str) -> bool:
    bare = text.lstrip()
    blanks = text[: len(text) - len(bare)]
    # The wide forms are read as the plain ones by some versions of Excel.
    return bare.startswith(tuple("=+-@＝＋－＠")) or bool(set("\t\r\n") & set(blanks))


def table_text(head: str, rows: Iterable[Row], *, bom: bool) -> str:
    """Return a table as text; ``head`` names its columns, with commas between."""
    text = io.StringIO(newline="")
    if bom:
        text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head.split(","))
    writer.writerows(map(_cells, rows))
    return text.getvalue()


def _cells(row: Row) -> list[str]:
    return ["" if cell is None else disarmed(str(cell)) for cell in row]
