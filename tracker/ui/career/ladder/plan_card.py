"""My plan: what a learner wants to take up next, to check off and to take off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from tracker.ui.career.ladder.rows import SkillRow
from tracker.ui.widgets.cards import Card
from tracker.ui.widgets.check_row import INSET
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.label import button, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk

MOST = 12  # rows before "show all"


class PlanRow(QWidget):
    """Something on the plan, and a button that takes it off."""

    def __init__(self, subject: str, book: CareerBook, desk: CareerDesk) -> None:
        """Show nothing of the learner yet."""
        super().__init__()
        self.row = SkillRow(subject, book, desk)
        self.off = button(tr("Take off"), partial(desk.plan, [subject], wanted=False))
        self.off.setProperty("kind", "quiet")
        self.name_it(book.title(subject))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.row, 1)
        box.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)

    def name_it(self, title: str) -> None:
        """Show a title; that of a project of one's own can change."""
        self.row.setText(title)
        name = tr("Take “{title}” off my plan", title=title)
        self.off.setAccessibleName(name)


class PlanCard(Card):
    """The open items in the order in which they were planned."""

    emptied = Signal()  # the last row is gone, and it had the keyboard

    def __init__(self, desk: CareerDesk) -> None:
        """Show nothing yet; rows ask ``desk``."""
        super().__init__(tr("My plan"), gap=0.4)
        self._desk = desk
        self._all = False
        self.shown: dict[str, PlanRow] = {}
        self.total = label("", "muted", wrap=True)
        self._list = FlushBox(INSET)
        self.more = button("", self._on_more, "link")
        self.rows.addWidget(self.total)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(1)

    def show_view(self, book: CareerBook, view: CareerView) -> None:
        """Show what is on the plan and open."""
        subjects = view.plan if self._all else view.plan[:MOST]
        self._drop([each for each in self.shown if each not in subjects])
        for number, subject in enumerate(subjects):
            row = self.shown.get(subject)
            if row is None:
                row = self.shown[subject] = PlanRow(subject, book, self._desk)
                self._list.insertWidget(number, row)
            title = book.title(subject)
            if row.row.text() != title:
                row.name_it(title)
            hours = book.hours(subject)
            detail = tr("{n:g} h", n=hours) if hours else ""
            row.row.show_item(
                subject, view.progress.state(subject), detail, planned=False
            )
        self._tell(book, view)

    def _tell(self, book: CareerBook, view: CareerView) -> None:
        number = len(view.plan)
        hours = sum(map(book.hours, view.plan))
        if number:
            text = tr_n("1 item, {h:g} h", "{n} items, {h:g} h", number, h=hours)
        else:
            text = tr(
                "Nothing is on your plan. Open a level or a role and put what is "
                "missing on it, or press Ctrl+Shift+Y on anything on the road."
            )
        self.total.setText(text)
        rest = number - len(self.shown)
        self.more.setVisible(rest > 0)
        self.more.setText(tr("Show {n} more", n=rest))

    def _drop(self, subjects: list[str]) -> None:
        """Take rows away; the keyboard goes to the next one."""
        focus = QApplication.focusWidget()
        for subject in subjects:
            row = self.shown.pop(subject)
            at = self._list.indexOf(row)
            self._list.removeWidget(row)
            if focus is not None and row.isAncestorOf(focus):
                self._focus(at)
            drop(row)

    def _focus(self, at: int) -> None:
        if not self._list.count():
            self.emptied.emit()
            return
        item = self._list.itemAt(min(at, self._list.count() - 1))
        widget = item.widget() if item is not None else None
        if isinstance(widget, PlanRow):
            widget.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._all = True
        self.more.hide()
        self._desk.refresh_requested.emit()
