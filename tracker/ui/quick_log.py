"""One line, understood as it is typed and stored with Enter; Ctrl+L anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.quick_log import ChipKind, parse
from tracker.services.wording import minutes_text
from tracker.ui import theme
from tracker.ui.tag_offers import TagOffers
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.fields import DayBox, NumberBox, breakable, size_for_screen
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.quick_log import Line, Names

_MINUTES = range(24 * 60 + 1)
_MOST_SAID = 300  # characters of a long line that are said again below it


class QuickLogDialog(QDialog):
    """Shows what a line says; each part can be put right by hand before Enter."""

    logged = Signal(object, int, str, object)  # day, minutes, text, links

    def __init__(
        self,
        parent: QWidget,
        names: Names,
        title_of: Callable[[str], str | None],
        today: date,
        offer: Callable[[str], list[tuple[str, str]]],
    ) -> None:
        """Ask for a line.

        Args:
            parent: The window.
            names: The skills and projects that a tag may name.
            title_of: Returns the title of a subject.
            today: The learner's own day.
            offer: Returns (tag, subject) of what a half-typed tag may become.
        """
        super().__init__(parent)
        self.setObjectName("quick-log")
        self.setWindowTitle(tr("Log what you did"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names, self._title_of, self._today = names, title_of, today
        self._left_out: set[str] = set()  # links taken away by hand
        self._links: tuple[str, ...] = ()
        self._given: tuple[str, ...] = ()  # by a timer, not by the line
        self.line = QLineEdit()
        self.offers = TagOffers(self.line, offer, title_of)
        self.line.setAccessibleName(tr("What you did"))
        self.line.setPlaceholderText(
            tr("1h30 wrote the login tests #unit-tests yesterday")
        )
        self.day = DayBox(tr("Day"), today)
        self.minutes = NumberBox(tr("Minutes"), _MINUTES, tr(" min"))
        self.said = label("", "muted", wrap=True)
        self.save = button(tr("Save the line"), self._on_save, "primary")
        self._by_hand: set[str] = set()  # fields that no longer follow the line
        self._place_of_links = QHBoxLayout()
        self._lay_out()
        self.line.textEdited.connect(self._on_typed)
        self.offers.chosen.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_save)
        self.day.dateChanged.connect(self._on_day_changed)
        self.minutes.valueChanged.connect(self._on_minutes_changed)
        self._read()
        size_for_screen(self, 42, 15)

    def fill_in(self, text: str, minutes: int, links: tuple[str, ...]) -> None:
        """Begin with what a timer counted; all of it can be changed."""
        self.line.setText(text)
        self._given = links
        self._by_hand.add("minutes")
        self.minutes.show_value(minutes)
        self._read()

    def show_problem(self, sentence: str) -> None:
        """Say why the line was not stored; everything typed stays."""
        self.said.setText(sentence)

    @property
    def links(self) -> tuple[str, ...]:
        """Return the subjects that the line is about."""
        return tuple(link for link in self._links if link not in self._left_out)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit * 2 // 3)
        box.addWidget(label(tr("What did you do?"), "section"))
        box.addWidget(self.line)
        box.addWidget(self.offers)
        fields = QHBoxLayout()
        for text, field in ((tr("Day"), self.day), (tr("Time"), self.minutes)):
            name = label(text, "muted")
            name.setBuddy(field)
            fields.addWidget(name)
            fields.addWidget(field)
        fields.addStretch(1)
        box.addLayout(fields)
        self._place_of_links.addStretch(1)
        box.addLayout(self._place_of_links)
        box.addWidget(self.said)
        box.addStretch(1)
        below = QHBoxLayout()
        hint = tr(
            "#skill · @project · @project/milestone · 1h30 · yesterday. Enter saves."
        )
        below.addWidget(label(hint, "muted", wrap=True), 1)
        answer_enter(self.save)
        below.addWidget(self.save)
        box.addLayout(below)

    def _on_typed(self) -> None:
        self._left_out.clear()
        self._read()

    def _read(self) -> None:
        """Show what the line says now, except where a field was put right by hand."""
        line = parse(self.line.text(), self._today, self._names)
        if "day" not in self._by_hand:
            self.day.show_day(line.day)
        if "minutes" not in self._by_hand:
            self.minutes.show_value(line.minutes)
        self._links = tuple(dict.fromkeys((*self._given, *line.links)))
        self._show_links()
        self.said.setText(self._words(line))

    def _words(self, line: Line) -> str:
        """Return in words what a line says, and what of it is kept as text."""
        parts = [minutes_text(self.minutes.value()), _short(line.text)]
        text = " · ".join(filter(None, parts))
        odd = [
            f"{chip.text} ({chip.reason})" if chip.reason else chip.text
            for chip in line.chips
            if chip.kind is ChipKind.UNKNOWN
        ]
        if odd:
            kept = tr("kept as text: {words}", words=_short(", ".join(odd)))
            text = f"{text}\n{kept}"
        return text

    def _show_links(self) -> None:
        while self._place_of_links.count() > 1:
            item = self._place_of_links.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
        for number, link in enumerate(self.links):
            title = self._title_of(link) or link
            chip = QPushButton(f"{title.replace('&', '&&')}  ×")
            chip.setProperty("kind", "chip")
            chip.setProperty("subject", link)
            chip.setAutoDefault(False)
            chip.setToolTip(plain_tip(tr("Take “{title}” off", title=title)))
            chip.setAccessibleName(tr("{title}, press to take it off", title=title))
            chip.clicked.connect(self._on_link_taken)
            self._place_of_links.insertWidget(number, chip)

    def _on_link_taken(self) -> None:
        self._left_out.add(str(self.sender().property("subject")))
        self._show_links()
        self.line.setFocus()

    def _on_day_changed(self) -> None:
        self._by_hand.add("day")

    def _on_minutes_changed(self) -> None:
        self._by_hand.add("minutes")
        self.said.setText(self._words(self._line()))

    def _line(self) -> Line:
        return parse(self.line.text(), self._today, self._names)

    def _on_save(self) -> None:
        minutes, text = self.minutes.value(), self._line().text
        self.logged.emit(self.day.day, minutes, text, self.links)


def _short(text: str) -> str:
    """Return as much of a text as a small dialog has room for."""
    cut = text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"
    return breakable(cut)
