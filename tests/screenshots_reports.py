"""Scenes of reports and exports in the window; see `tests.screenshots`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tracker.app.reporting import show_export, show_report
from tracker.ui.reports.dialog import ReportDialog
from tracker.ui.reports.export import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session

LOGIN = "project:login-system"


def scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "report-week": ("season", lambda s: show_report(s.journeying)),
        "report-empty": ("chosen", lambda s: show_report(s.journeying)),
        "report-project": (
            "season",
            lambda s: show_report(s.journeying, "project", LOGIN),
        ),
        "report-text-200": ("season", _report_in_large_text),
        "report-book": ("season", lambda s: show_report(s.journeying, "book")),
        "export": ("season", lambda s: show_export(s.journeying)),
    }


def _report_in_large_text(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_report(session.journeying)


def wait_for_preview(session: Session) -> None:
    """Wait until the dialog shows what it was asked for."""
    dialog = session.window.findChild(ReportDialog)
    if dialog is not None and session.window.findChild(ExportDialog) is None:
        for _ in range(400):
            if dialog.preview.toPlainText():
                return
            QTest.qWait(50)
