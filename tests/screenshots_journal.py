"""Scenes of the Journal page; see `tests.screenshots`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tracker.ui.navigation import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session

_LONG = "A line that goes on and on, as lines of a tired evening may do, " * 6


def journal_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "journal": ("begun", _open),
        "journal-empty": ("chosen", lambda s: s.journeying.show_page(JOURNAL)),
        "journal-weeks": ("season", _weeks),
        "journal-about": ("begun", _about),
        "journal-found": ("begun", _found),
        "journal-mirrored": ("begun", _mirrored),
        "journal-hit": ("begun", _hit),
        "journal-none": ("begun", _none),
        "journal-proof": ("begun", _proof),
        "journal-choose": ("season", _choose),
        "quick-log-chips": ("begun", _chips),
        "quick-log-choose": ("begun", _exchange),
        "journal-month": ("season", _month),
    }


def fill(session: Session) -> None:
    """Write lines of many kinds."""
    workspace = session.journeying.workspace
    write, today = workspace.journal, workspace.journal.today()
    project = workspace.projects.create(
        "Recipe finder", brief="Finds what to cook from what is in the fridge."
    )
    mine = project.edit.changes[0].subject
    write.add(today - timedelta(days=9), 45, "Drew the tables on paper")
    write.add(today - timedelta(days=2), 30, "قرأت عن اختبارات الوحدة", [mine])
    write.add(today - timedelta(days=2), 0, _LONG, [mine, "skill:sql-queries"])
    write.add(today - timedelta(days=1), 95, "", ["skill:sql-queries"])
    links = ["skill:unit-tests", mine]
    text = "Wrote the login tests\n\nThe *third* one failed in the fridge test."
    write.add(today, 90, text, links)
    write.add(today, 20, "🎉 Fixed the failing test of the login", links[:1])
    session.journeying.commands.write_note("skill:sql-queries", "Test joins on paper")


def _open(session: Session) -> None:
    fill(session)
    session.journeying.show_page(JOURNAL)


def _page(session: Session):
    return session.window.pages.currentWidget()


def _weeks(session: Session) -> None:
    session.journeying.show_page(JOURNAL)
    _page(session).periods.chosen.emit(1)


def _about(session: Session) -> None:
    _open(session)
    _page(session).show_about("skill:unit-tests")
    _page(session).show_month(session.workspace.journal.today().isoformat()[:7])


def _found(session: Session) -> None:
    _open(session)
    _page(session).search.setText("test")


def _mirrored(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _found(session)


def _hit(session: Session) -> None:
    _open(session)
    _page(session).search.setText("fridge")
    _page(session).go_to(1)


def _none(session: Session) -> None:
    _open(session)
    _page(session).search.setText("zzz")


def _proof(session: Session) -> None:
    _open(session)
    page = _page(session)
    proofs = session.journeying.workspace.proofs
    proofs.add_link(page.editor.entry.subject, "https://example.org/pull/4", "")
    proofs.add_note(page.editor.entry.subject, "Shown in the weekly talk.")


def _choose(session: Session) -> None:
    session.journeying.show_page(JOURNAL)
    _page(session).filters.about_requested.emit()


def _month(session: Session) -> None:
    session.journeying.show_page(JOURNAL)
    _page(session).filters.month_requested.emit()


def _typed(session: Session):
    fill(session)
    session.journeying.show_quick_log()
    dialog = session.window.findChildren(QDialog, "quick-log")[-1]
    line = (
        "25h 🎉 قرأت #unit-tests @login-system #sql-queries @my-recipe-finder "
        "#unittsets #nosuchthing 1h30 yesterday "
    )
    dialog.line.setText(line)
    dialog.line.textEdited.emit(line)
    return dialog


def _chips(session: Session) -> None:
    _typed(session).open()  # once more, for the picture


def _exchange(session: Session) -> None:
    dialog = _typed(session)
    dialog.show()
    dialog.chips.chips[4].name.click()
    dialog.findChildren(QDialog)[-1].show()
    dialog.open()
