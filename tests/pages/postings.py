"""Job fit, as a learner sees and uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tracker.services.teaching import read_taught
from tracker.ui.widgets.text_link import TextLink

if TYPE_CHECKING:
    from tracker.ui.career.postings.section import PostingsSection

ADVERT = """\
Backend developer for a library

Requirements
- You must know Python or Java
- PostgreSQL
- Docker

Nice to have
- Kubernetes

You don't need PHP.
"""


class JobFit:
    """The section of adverts in a running window."""

    def __init__(self, running) -> None:
        """Open it by its keys."""
        self.running = running
        running.window.activateWindow()
        running.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        running.press("Ctrl+Shift+G")
        page = running.journeying.career
        self.section: PostingsSection = page.section("postings")
        self.list, self.detail = self.section.list, self.section.detail
        self.invitation = self.section.invitation

    # What is seen

    @property
    def titles(self) -> list[str]:
        model = self.list.model
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    def subject_of(self, title: str) -> str:
        """The subject of an advert of this title."""
        found = self.section.scoring.scores.postings.values()
        return next(each.subject for each in found if each.title == title)

    @property
    def fits(self) -> list[str]:
        rows = (self.list.model.row(n) for n in range(self.list.model.rowCount()))
        return [row.fit for row in rows if row is not None]

    @property
    def score(self) -> str:
        label = self.detail.head.score
        return label.text() if label.isVisible() else ""

    @property
    def remarks(self) -> str:
        label = self.detail.remarks
        return label.text() if label.isVisible() else ""

    @property
    def terms(self) -> list[str]:
        """The terms as a screen reader says them."""
        model = self.detail.terms.terms
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(n, 0).data(role) for n in range(model.rowCount())]

    def skills(self, row: int) -> list[str]:
        """The names in the row Have (0), In progress (1) or Missing (2)."""
        place = self.detail.skills.rows[row][1]
        if place.isHidden():
            return []
        return [link.text() for link in place.findChildren(TextLink)]

    @property
    def taught(self) -> list[tuple[str, str, bool]]:
        return [tuple(t) for t in read_taught(self.running.journeying.current.reader)]

    # What is done

    def copy(self, text: str = "", html: str = "") -> None:
        """Put something on the clipboard."""
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    def paste(self, text: str = "", html: str = "") -> None:
        """Paste into the section, not into a field, and wait until it is read."""
        self.copy(text, html)
        if self.section.stack.currentWidget() is self.invitation:
            self.invitation.files.setFocus()
        else:
            self.list.focus_lines()
        self.running.press("Ctrl+V")
        self.settle()

    def settle(self) -> None:
        """Wait until everything is read and scored."""
        scoring = self.section.scoring

        def done() -> bool:
            scores = scoring.scores
            return not scores.unread() and scores.is_current

        self.running.wait_for_tasks()
        self.running.qtbot.waitUntil(done)
        self.running.wait_for_tasks()

    def stand_on(self, skill: str) -> None:
        """Choose the term that asks for a skill."""
        lines = self.detail.terms.terms._lines
        row = next(n for n, line in enumerate(lines) if skill in line.any)
        self.detail.terms.choose(row)

    def click_plan(self) -> None:
        click(self.detail.plan)

    def select(self, words: str) -> None:
        """Select words in the text of the advert."""
        text = self.detail.text
        at = text.toPlainText().index(words)
        cursor = text.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
