"""One application beside the board: everything about it, changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import NOTE
from tracker.domain.ids import APPLICATION, kind_of
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.applications.fields_box import (
    AboutBox,
    Fields,
    StandBox,
    TitleBox,
)
from tracker.ui.career.applications.fit_box import AdvertState, FitBox
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from tracker.domain.application import Application
    from tracker.domain.edit import StoredEdit
    from tracker.domain.readiness import Readiness
    from tracker.ui.career.applications.commands import ApplicationCommands


class ApplicationDetail(QFrame):
    """Shows one application at a time; there is no Save button."""

    closed = Signal()  # the keyboard goes back to the board
    interview_requested = Signal(str)  # the subject of its advert
    typing = Signal(bool)  # whether something typed is not stored yet
    overwrote = Signal(str)  # subject of what somebody else changed meanwhile

    def __init__(self, commands: ApplicationCommands, today: date) -> None:
        """Ask ``commands``; ``today`` is the learner's own day."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._commands = commands
        self._today = today
        self.application: Application | None = None
        self.back = button(tr("‹ Applications"), self.closed.emit, "quiet")
        self.named = TitleBox(commands)
        self.title = self.named.line
        self.stand = StandBox(commands, today)
        self.fit = FitBox()
        self.about = AboutBox(commands, today)
        self.note = NoteEditor()
        self.prepare = button(tr("Prepare for the interview"), self._on_prepare)
        self.remove = button(tr("Remove"), self._on_remove, "danger")
        self._scroll = DownScroll()
        self._lay_out()
        self._boxes: tuple[Fields, ...] = (self.named, self.stand, self.about)
        for fields in self._boxes:
            fields.typed.connect(self._on_typed)
            fields.overwrote.connect(self.overwrote)
        self.note.typing.connect(self._on_typed)
        self.note.overwrote.connect(self.overwrote)
        self.note.note_requested.connect(commands.write_note)
        commands.refused.connect(self.show_again)

    @property
    def subject(self) -> str:
        """Return what is shown, empty for nothing."""
        return "" if self.application is None else self.application.subject

    def show_application(
        self,
        application: Application,
        postings: Sequence[tuple[str, str]],
        fit_now: Readiness | None,
        *,
        is_read: bool,
    ) -> None:
        """Show an application.

        Args:
            application: What is stored.
            postings: (subject, title) of the adverts that are kept.
            fit_now: How well the learner fits its advert today, if it has one.
            is_read: Whether that is known; not yet, while the advert is being read.
        """
        other = application.subject != self.subject
        if other:
            self.finish_typing()
            self._scroll.verticalScrollBar().setValue(0)
        self.application = application
        self.named.show_application(application)
        self.stand.show_application(application)
        self.about.offer_postings(postings, application.posting)
        self.about.show_application(application)
        linked = application.posting in {subject for subject, _ in postings}
        self.prepare.setVisible(linked)
        advert = AdvertState.NONE
        if self.about.lost:
            advert = AdvertState.LOST
        elif linked:
            advert = AdvertState.READ if is_read else AdvertState.UNREAD
        self.fit.show_fit(application, fit_now, self._today, advert)
        self.note.show_note(application.subject, application.note)
        if not self.note.is_saved:
            self.note.confirm(application.subject, application.note)

    def give_up(self) -> str:
        """Forget what was shown: it is gone. Return what was not stored of it."""
        lines = [line for box in self._boxes for line in box.give_up()]
        self.application = None
        return "\n".join(filter(None, [*lines, self.note.give_up()]))

    def take_in(self, stored: StoredEdit) -> None:
        """Learn whether what was typed is stored by now."""
        for change in stored.edit.changes:
            if kind_of(change.subject) != APPLICATION:
                continue
            if change.field == NOTE:
                self.note.take_in(change)
            for box in self._boxes:
                box.take_in(change)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.note.is_saved and all(box.is_saved for box in self._boxes)

    def save(self) -> None:
        """Store what is being typed, and ask again for what was refused."""
        self.finish_typing()
        for box in self._boxes:
            box.save()
        self.note.save()

    def show_again(self) -> None:
        """Show what is stored after a refusal; what was typed in lines stays."""
        if self.application is not None:
            for box in self._boxes:
                box.reset()
            self.named.show_application(self.application)
            self.stand.show_application(self.application)
            self.about.show_application(self.application)

    def finish_typing(self) -> None:
        """Store what is being typed in a field, while its application is shown."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and self.isAncestorOf(focus):
            focus.clearFocus()

    def set_today(self, today: date) -> None:
        """Tell from another day on, once an application is shown again."""
        self._today = today
        self.stand.set_today(today)
        self.about.set_today(today)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        self.note.set_editable(editable=False)
        self.title.setReadOnly(True)
        for widget in (self.stand, self.about, self.remove):
            widget.setEnabled(False)

    def focus_first(self) -> None:
        """Give the keyboard to what comes next, or to how it stands."""
        self.stand.phase.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(unit * 5 // 4, unit, unit * 5 // 4, unit)
        box.setSpacing(unit // 2)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(label(tr("APPLICATION"), "overline"))
        box.addWidget(self.named)
        box.addWidget(self.stand)
        sections: tuple[tuple[str, QWidget], ...] = (
            (tr("Fit"), self.fit),
            (tr("About it"), self.about),
            (tr("Note"), self.note),
        )
        for heading, section in sections:
            box.addSpacing(unit // 3)
            box.addWidget(label(heading, "heading"))
            box.addWidget(section)
        self.note.setMinimumHeight(unit * 9)
        box.addWidget(Buttons(self.prepare, self.remove))
        box.addStretch(1)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll, 1)

    def _on_typed(self) -> None:
        self.typing.emit(not self.is_saved)

    def _on_prepare(self) -> None:
        if self.application is not None:
            self.interview_requested.emit(self.application.posting)

    def _on_remove(self) -> None:
        self._commands.remove(self.subject)
