"""One line of the journal: its day, time, text and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.domain.texts import cleaned
from tracker.ui import theme
from tracker.ui.widgets.fields import DayBox, NumberBox
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.work import Entry

_MINUTES = range(24 * 60 + 1)


class EntryEditor(QFrame):
    """Asks for each change; there is no Save button, and everything can be undone."""

    change_requested = Signal(object)  # Entry
    remove_requested = Signal()
    split_requested = Signal(str, int, int)  # minutes and the place of the new text
    opened = Signal(str)  # a subject that it is about
    link_clicked = Signal(str)
    typing = Signal(bool)

    def __init__(self, title_of: Callable[[str], str | None], today: date) -> None:
        """Show nothing yet; no line may be about a day after ``today``."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._title_of = title_of
        self.entry: Entry | None = None
        self.heading = label("", "overline")
        self.day = DayBox(tr("Day"), today)
        self.minutes = NumberBox(tr("Minutes"), _MINUTES, tr(" min"))
        self.text = NoteEditor()
        self.text.text.setAccessibleName(tr("What you did, in Markdown"))
        self.text.text.setPlaceholderText(tr("What you did, in Markdown."))
        self.split = button(tr("Split in two"), self._on_split)
        tip = tr("What comes after the text cursor goes into a line of its own")
        self.split.setToolTip(plain_tip(tip))
        self.split.setAccessibleDescription(tip)
        self.remove = button(tr("Delete this line"), self._on_remove, "danger")
        self._about = QVBoxLayout()
        self._parts = QWidget()
        self._empty = label("", "muted", wrap=True)
        self._lay_out()
        self.day.editingFinished.connect(self._on_day_edited)
        self.minutes.editingFinished.connect(self._on_minutes_edited)
        self.text.note_requested.connect(self._on_text_requested)
        self.text.link_clicked.connect(self.link_clicked)
        self.text.typing.connect(self.typing)
        self.show_nothing("")

    def show_nothing(self, sentence: str) -> None:
        """Show no line, and say what will be here."""
        self.text.save()
        self.entry = None
        self._parts.hide()
        self._empty.setText(sentence)
        self._empty.show()

    def show_entry(self, entry: Entry) -> None:
        """Show a line as it is stored."""
        self.entry = entry
        self._empty.hide()
        self._parts.show()
        self.heading.setText(tr("LINE OF THE JOURNAL"))
        self.day.show_day(entry.day)
        self.minutes.show_value(entry.minutes)
        self.split.setEnabled(entry.minutes > 1 or bool(entry.text))
        if self.text.is_saved:
            self.text.show_note(entry.subject, entry.text)
        self.text.confirm(entry.subject, entry.text)
        self._show_about(entry)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.text.is_saved

    def save(self) -> None:
        """Ask for what is being typed to be stored now."""
        self.text.save()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        fields = FlowLayout()
        for text, field in ((tr("Day"), self.day), (tr("Time"), self.minutes)):
            fields.addWidget(_named(text, field))
        below = FlowLayout()
        below.add(self.split, self.remove)
        inside = QVBoxLayout(self._parts)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(unit * 2 // 3)
        inside.addWidget(self.heading)
        inside.addLayout(fields)
        inside.addWidget(self.text, 1)
        inside.addLayout(self._about)
        inside.addLayout(below)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.addWidget(self._parts, 1)
        box.addWidget(self._empty)
        box.addStretch(0)

    def _show_about(self, entry: Entry) -> None:
        while self._about.count():
            item = self._about.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
        if entry.links:
            self._about.addWidget(label(tr("About"), "heading"))
        for link in entry.links:
            title = self._title_of(link) or link
            row = QWidget()
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            name = TextLink(title)
            name.setProperty("subject", link)
            name.clicked.connect(self._on_opened)
            off = button(tr("Take off"), self._on_taken_off, "quiet")
            off.setProperty("subject", link)
            off.setAccessibleName(tr("Take “{title}” off", title=title))
            inside.addWidget(name)
            inside.addWidget(off)
            inside.addStretch(1)
            self._about.addWidget(row)

    def _on_day_edited(self) -> None:
        if self.entry is not None and self.day.day != self.entry.day:
            self.change_requested.emit(replace(self.entry, day=self.day.day))

    def _on_minutes_edited(self) -> None:
        if self.entry is not None and self.minutes.value() != self.entry.minutes:
            changed = replace(self.entry, minutes=self.minutes.value())
            self.change_requested.emit(changed)

    def _on_text_requested(self, subject: str, text: str) -> None:
        if self.entry is not None and subject == self.entry.subject:
            self.change_requested.emit(replace(self.entry, text=text.strip()))

    def _on_split(self) -> None:
        if self.entry is None:
            return
        cursor = self.text.text.textCursor()
        cursor.setPosition(0, cursor.MoveMode.KeepAnchor)
        before = cleaned(cursor.selection().toPlainText()).lstrip()
        self.save()
        self.split_requested.emit(
            self.entry.subject, self.entry.minutes // 2, len(before)
        )

    def _on_remove(self) -> None:
        if self.entry is not None:
            self.remove_requested.emit()

    def _on_opened(self) -> None:
        self.opened.emit(str(self.sender().property("subject")))

    def _on_taken_off(self) -> None:
        if self.entry is not None:
            gone = str(self.sender().property("subject"))
            left = tuple(link for link in self.entry.links if link != gone)
            self.change_requested.emit(replace(self.entry, links=left))


def _named(text: str, field: QWidget) -> QWidget:
    """Return a field with its name before it; the two stay on one line."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    name = label(text, "muted")
    name.setBuddy(field)
    field.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    row.addWidget(name)
    row.addWidget(field)
    return pair
