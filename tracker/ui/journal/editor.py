"""One line of the journal: its day, time, text and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.texts import cleaned
from tracker.services.found import place_text
from tracker.ui import theme
from tracker.ui.proof.evidence_view import EvidenceView
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.fields import DayBox, NumberBox
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.work import Entry
    from tracker.services.found import Hit

_MINUTES = range(24 * 60 + 1)
_MOST_SHOWN = 3000  # characters of a text that a search found


class EntryEditor(QFrame):
    """Asks for each change; there is no Save button, and everything can be undone."""

    change_requested = Signal(object, object)  # Entry as it is to be, and as shown
    remove_requested = Signal()
    join_requested = Signal()
    link_requested = Signal(object)  # Entry, which is to be about one more thing
    split_requested = Signal(str, int, int)  # minutes; place of the new text, or -1
    opened = Signal(str)  # a subject that it is about
    link_clicked = Signal(str)
    typing = Signal(bool)

    def __init__(
        self, title_of: Callable[[str], str | None], today: Callable[[], date]
    ) -> None:
        """Show nothing yet; no line may be about a day after today."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._title_of, self._today = title_of, today
        self.entry: Entry | None = None
        self.heading = label("", "overline")
        self.day = DayBox(tr("Day"), today())
        self.minutes = NumberBox(tr("Minutes"), _MINUTES, tr(" min"))
        self.text = NoteEditor()
        self.text.text.setAccessibleName(tr("What you did, in Markdown"))
        self.text.text.setPlaceholderText(tr("What you did, in Markdown."))
        self.split = button(tr("Split in two"), self._on_split)
        self.join = button(tr("Join with the one below"), self.join_requested.emit)
        tip = tr(
            "What comes after a cursor inside the text goes into a line of its own"
        )
        self.split.setToolTip(plain_tip(tip))
        self.split.setAccessibleDescription(tip)
        self.remove = button(tr("Delete this line"), self._on_remove, "danger")
        self.add_link = button(tr("Add…"), self._on_link_wanted, "quiet")
        self.add_link.setAccessibleName(tr("Add what this line is about"))
        self.evidence = EvidenceView()
        self._about = QVBoxLayout()
        self._parts = QWidget()
        self._empty = label("", "muted", wrap=True)
        self.open_found = button(tr("Open it"), self._on_found_opened)
        self._found = ""  # the subject of what a search found
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def _connect(self) -> None:
        self.day.editingFinished.connect(self._on_day_edited)
        self.minutes.editingFinished.connect(self._on_minutes_edited)
        self.text.note_requested.connect(self._on_text_requested)
        self.text.link_clicked.connect(self.link_clicked)
        self.text.typing.connect(self.typing)

    def show_nothing(self, sentence: str) -> None:
        """Show no line, and say what will be here."""
        self.text.save()
        self.entry = None
        self._parts.hide()
        self.open_found.hide()
        self._empty.setText(sentence)
        self._empty.show()

    def show_hit(self, hit: Hit) -> None:
        """Show a text that a search found and that is no line."""
        text = (
            hit.text if len(hit.text) <= _MOST_SHOWN else hit.text[:_MOST_SHOWN] + "…"
        )
        self.show_nothing(f"{place_text(hit)}\n\n{text}")
        self._found = hit.subject
        self.open_found.setVisible(not hit.is_removed)

    def show_entry(self, entry: Entry) -> None:
        """Show a line as it is stored."""
        self.entry = entry
        self._empty.hide()
        self.open_found.hide()
        self._parts.show()
        self.heading.setText(tr("LINE OF THE JOURNAL"))
        self.day.allow_until(max(self._today(), entry.day))
        self.day.show_day(entry.day)
        self.minutes.show_value(entry.minutes)
        self.split.setEnabled(entry.minutes > 1 or bool(entry.text))
        if self.text.is_saved:
            self.text.show_note(entry.subject, entry.text)
        self.text.confirm(entry.subject, entry.text)
        self._show_about(entry)
        if self.evidence.target != entry.subject:
            self.evidence.show_targets([(entry.subject, tr("This line"))])

    def show_evidence(self, evidence: Evidence, progress: Progress) -> None:
        """Show what proof the line has."""
        if self.entry is not None:
            self.evidence.show_evidence(evidence, progress)
            self.evidence.sentence.hide()  # it tells of grades, and a line has none

    def offer_join(self, chosen: int, *, possible: bool) -> None:
        """Offer to make one line of those that are chosen, or of one and the next."""
        text = tr("Join with the one below")
        if chosen > 1:
            text = tr("Join the {n} chosen", n=chosen)
        self.join.setText(text)
        self.join.setEnabled(possible)
        many = tr("Delete the {n} chosen", n=chosen)
        self.remove.setText(many if chosen > 1 else tr("Delete this line"))

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
        below.add(self.split, self.join, self.remove)
        self.text.setMinimumHeight(unit * 7)
        inside = QVBoxLayout(self._parts)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(unit * 2 // 3)
        inside.addWidget(self.heading)
        inside.addLayout(fields)
        inside.addWidget(self.text, 1)
        inside.addLayout(self._about)
        inside.addWidget(self.evidence)
        inside.addLayout(below)
        self._lay_out_around(unit)

    def _lay_out_around(self, unit: int) -> None:
        """Let all of it scroll where there is little room."""
        within = QWidget()
        column = QVBoxLayout(within)
        column.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        column.addWidget(self._parts, 1)
        column.addWidget(self._empty)
        column.addWidget(self.open_found, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        self._scroll = DownScroll()
        self._scroll.setWidget(within)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._scroll)

    def _show_about(self, entry: Entry) -> None:
        focus = QApplication.focusWidget()
        held = focus is not None and self._parts.isAncestorOf(focus)
        held = held and focus is not None and bool(focus.property("subject"))
        self.add_link.setParent(None)
        while self._about.count():
            item = self._about.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
        self._about.addWidget(label(tr("About"), "heading"))
        for link in entry.links:
            title = self._title_of(link) or link
            row = QWidget()
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            name = TextLink(title)
            name.clicked.connect(self._on_opened)
            name.setProperty("subject", link)
            name.clicked.connect(self._on_opened)
            off = button(tr("Take off"), self._on_taken_off, "quiet")
            off.setProperty("subject", link)
            off.setAccessibleName(tr("Take “{title}” off", title=title))
            inside.addWidget(name, 1)
            inside.addWidget(off)
            self._about.addWidget(row)
        self._about.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_link.show()
        if held:  # what had the keyboard is gone
            self.add_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day_edited(self) -> None:
        if self.entry is not None and self.day.day != self.entry.day:
            self._ask(replace(self.entry, day=self.day.day))

    def _on_minutes_edited(self) -> None:
        if self.entry is not None and self.minutes.value() != self.entry.minutes:
            self._ask(replace(self.entry, minutes=self.minutes.value()))

    def _on_text_requested(self, subject: str, text: str) -> None:
        if self.entry is not None and subject == self.entry.subject:
            self._ask(replace(self.entry, text=text.strip()))

    def _on_split(self) -> None:
        if self.entry is None:
            return
        cursor = self.text.text.textCursor()
        cursor.setPosition(0, cursor.MoveMode.KeepAnchor)
        before = cleaned(cursor.selection().toPlainText()).lstrip()
        self.save()
        inside = 0 < len(before.strip()) < len(self.entry.text.strip())
        place = len(before) if inside else -1
        self.split_requested.emit(self.entry.subject, self.entry.minutes // 2, place)

    def _on_remove(self) -> None:
        if self.entry is not None:
            self.remove_requested.emit()

    def _on_link_wanted(self) -> None:
        if self.entry is not None:
            self.link_requested.emit(self.entry)

    def _on_found_opened(self) -> None:
        self.opened.emit(self._found)

    def _on_opened(self) -> None:
        self.opened.emit(str(self.sender().property("subject")))

    def _on_taken_off(self) -> None:
        if self.entry is not None:
            gone = str(self.sender().property("subject"))
            left = tuple(link for link in self.entry.links if link != gone)
            self._ask(replace(self.entry, links=left))

    def _ask(self, changed: Entry) -> None:
        self.change_requested.emit(changed, self.entry)


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
