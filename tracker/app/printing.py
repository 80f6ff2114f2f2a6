"""A report on paper: brings Qt up where no window is, and writes a PDF."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.services.reports import Report

_SIZE = 10.0  # points of the text
_LETTER_LANDS = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA"})


def print_report(
    report: Report, path: Path, paper: str | None, progress: Callable[[int, int], None]
) -> int:
    """Write a report as a PDF into a file; return the number of pages.

    Args:
        report: What to write.
        path: The file, which is written over.
        paper: ``a4``, ``letter``, or as is usual where the computer is.
        progress: Told how much of 100 is done; may raise to stop.
    """
    from tracker.interchange.report_paper import paper_report

    set_ = paper_report(report, lambda n, total: progress(30 * n // total, 100))
    _bring_up_qt()
    from PySide6.QtGui import QFont

    from tracker.ui import theme
    from tracker.ui.reports.pdf import write_pdf
    from tracker.ui.reports.typeset import Look

    font = theme.use_picture_font()
    font.setPointSizeF(_SIZE)
    for feature in ("liga", "calt"):  # shapes that no reader takes for letters
        font.setFeature(QFont.Tag(feature), 0)
    look = Look(theme.LIGHT, font)
    letter = (paper or usual_paper()) == "letter"
    return write_pdf(set_, path, letter=letter, look=look, progress=progress)


def _bring_up_qt() -> None:
    """Make an application off screen, unless there is one: fonts need it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        _ALIVE.append(QGuiApplication(sys.argv[:1]))


def usual_paper() -> str:
    """Return ``letter`` where people print on US Letter, else ``a4``."""
    from PySide6.QtCore import QLocale

    country = QLocale.system().name().partition("_")[2]
    return "letter" if country in _LETTER_LANDS else "a4"


_ALIVE: list[object] = []  # the application lives as long as the process
