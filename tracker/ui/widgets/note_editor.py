"""Write a Markdown note: saved by itself, read as it will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.texts import cleaned
from tracker.typing_tools import override
from tracker.ui.widgets.label import label
from tracker.ui.widgets.notes_view import NotesView
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QTextDocument

    from tracker.domain.edit import Change

_PALETTE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K)
_IDLE = 2000  # ms without a key before what was typed is stored


class NoteEditor(QWidget):
    """Edits one note; asks for it to be stored when the typing pauses or ends."""

    note_requested = Signal(str, str)  # subject, text
    link_clicked = Signal(str)
    typing = Signal(bool)  # whether something typed is not stored yet
    overwrote = Signal(str)  # subject of a text that somebody else wrote meanwhile

    def __init__(self) -> None:
        """Edit nothing yet."""
        super().__init__()
        self._subject = ""
        self._drafts: dict[str, str] = {}  # what could not be stored, by subject
        self._bases: dict[str, str] = {}  # what was stored when the typing began
        self._asked = ("", "", "")  # subject, text and base of what is being stored
        self._settled = ""  # the text when nothing was typed after it was stored
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Note, in Markdown"))
        self.text.setPlaceholderText(
            tr("What you learnt, what to remember, links. Markdown; saved by itself.")
        )
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._on_text_changed)
        self._view = NotesView()
        self._view.setAccessibleName(tr("Note, as it reads"))
        self._view.link_clicked.connect(self.link_clicked)
        self._modes = Segmented((tr("Write"), tr("Read")), tr("How the note is shown"))
        self._modes.chosen.connect(self._on_mode_chosen)
        self._state = label("", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._view)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_IDLE)
        self._timer.timeout.connect(self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._modes)
        bar.addStretch()
        bar.addWidget(self._state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(bar)
        box.addWidget(self._stack, 1)

    def show_note(self, subject: str, text: str) -> None:
        """Show the note of a subject; what was typed on another one is stored first."""
        if subject != self._subject:
            self.save()
            if self._subject and self._is_changed():  # it could not be stored
                self._drafts[self._subject] = self.text.toPlainText()
            else:
                self._bases.pop(self._subject, None)
            self._subject = subject
            self._modes.choose(0)
            self._stack.setCurrentIndex(0)
        elif self._is_changed():
            return  # what is being typed is newer than what is stored
        if self.text.toPlainText() != text:
            self._settled = text  # what is shown is not typed
            self.text.setPlainText(text)
        self._settle("")
        if subject not in self._drafts:
            self._bases[subject] = text
        else:
            self.text.setPlainText(self._drafts.pop(subject))

    def save(self) -> None:
        """Ask for what was typed to be stored now."""
        self._timer.stop()
        for subject, draft in list(self._drafts.items()):
            self._ask(subject, draft)
        if not self._subject or not self._is_changed():
            return
        text = self.text.toPlainText()
        if _as_stored(text) == _as_stored(self._settled):
            self._settle("")  # blanks and invisible characters are not kept
        else:
            self._ask(self._subject, text)

    def _ask(self, subject: str, text: str) -> None:
        """Ask for a text to be stored; it is announced before this returns."""
        self._asked = (subject, _as_stored(text), self._bases.get(subject, ""))
        self.note_requested.emit(subject, text)
        self._asked = ("", "", "")

    def take_in(self, change: Change) -> None:
        """Take in a change of a text, and tell if it went over somebody else's."""
        subject, text, base = self._asked
        is_ours = (change.subject, change.after or "") == (subject, text)
        self.confirm(change.subject, change.after or "")
        if is_ours and change.before and change.before != base:
            self.overwrote.emit(subject)

    def confirm(self, subject: str, text: str) -> None:
        """Take in that a note was stored, here or elsewhere."""
        if _as_stored(self._drafts.get(subject, "")) == text:
            self._drafts.pop(subject, None)
            self._bases[subject] = text
        if subject != self._subject:
            return
        if _as_stored(self.text.toPlainText()) == text:
            self._bases[subject] = text
            self._settle(tr("Saved"))
        elif not self._is_changed():
            self.show_note(subject, text)

    def give_up(self) -> str:
        """Forget the note, whose subject is gone; return what was not stored of it."""
        text = self.text.toPlainText() if self._is_changed() else ""
        self._drafts.pop(self._subject, None)
        self._bases.pop(self._subject, None)
        self._subject = self._settled = ""
        self.text.setPlainText("")
        self._settle("")
        return text

    def set_editable(self, *, editable: bool) -> None:
        """Allow typing, or only reading."""
        self.text.setReadOnly(not editable)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return not self._is_changed() and not self._drafts

    def _is_changed(self) -> bool:
        return self.text.toPlainText() != self._settled

    def _settle(self, state: str) -> None:
        """Take the text as it is for what is stored."""
        self._settled = self.text.toPlainText()  # Qt changes some characters
        self._state.setText(state)
        self._timer.stop()

    def _on_text_changed(self) -> None:
        changed = self._is_changed()
        self.typing.emit(not self.is_saved)
        if changed:
            self._state.setText(tr("Not saved yet"))
            self._timer.start()
        else:
            self._state.setText("")
            self._timer.stop()

    def _on_mode_chosen(self, mode: int) -> None:
        if mode == 1:
            self.save()
            self._view.show_markdown(self.text.toPlainText())
        self._stack.setCurrentIndex(mode)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self.save()
        if isinstance(event, QKeyEvent) and _is_for_the_window(
            event, self.text.document()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)


def _as_stored(text: str) -> str:
    """Return what is kept of a note; see `tracker.services.learning`."""
    text = cleaned(text)
    return text if text.strip() else ""


def _is_for_the_window(event: QKeyEvent, text: QTextDocument) -> bool:
    """Return whether Qt is asked to leave a key to the window, where it would not.

    Under X11 Ctrl+K deletes the rest of the line in every text field. Undo and redo
    are about what is being typed while there is any of it, then about what was stored.
    """
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    keys = QKeySequence.StandardKey
    undo = event.matches(keys.Undo) and not text.isUndoAvailable()
    redo = event.matches(keys.Redo) and not text.isRedoAvailable()
    return undo or redo or event.keyCombination() == _PALETTE
