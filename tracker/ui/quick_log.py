"""One line, understood as it is typed and stored with Enter; Ctrl+L anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.quick_log import ChipKind, parse
from tracker.services.tags import offered, suggested, tag_of
from tracker.services.wording import minutes_text
from tracker.ui import theme
from tracker.ui.log_chips import LogChip, LogChips
from tracker.ui.tag_offers import TagOffers
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.fields import DayBox, NumberBox, size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.text_units import units
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tracker.domain.quick_log import Chip, Line, TagNames

    Choose = Callable[[QWidget, Callable[[str], object], Sequence[str]], object]

_MINUTES = range(24 * 60 + 1)
_MOST_SAID = 300  # characters of a long line that are said again below it


class QuickLogDialog(QDialog):
    """Shows what a line says; each part can be put right by hand before Enter."""

    logged = Signal(object, int, str, object)  # day, minutes, text, links

    def __init__(
        self,
        parent: QWidget,
        names: TagNames,
        title_of: Callable[[str], str | None],
        today: date,
        choose: Choose,
    ) -> None:
        """Ask for a line.

        Args:
            parent: The window.
            names: The skills and projects that a tag may name.
            title_of: Returns the title of a subject.
            today: The learner's own day.
            choose: Asks over a window for a subject, and calls back with it; the third
                argument is what to offer first.
        """
        super().__init__(parent)
        self.setObjectName("quick-log")
        self.setWindowTitle(tr("Log what you did"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names, self._title_of, self._today = names, title_of, today
        self._choose = choose
        self._given: tuple[str, ...] = ()  # by a timer, not by the line
        self.line = QLineEdit()
        self.offers = TagOffers(self.line, partial(offered, names), title_of)
        self.line.setAccessibleName(tr("What you did"))
        self.line.setPlaceholderText(
            tr("1h30 wrote the login tests #unit-tests yesterday")
        )
        self.day = DayBox(tr("Day"), today)
        self.minutes = NumberBox(tr("Minutes"), _MINUTES, tr(" min"))
        self.said = label("", "muted", wrap=True)
        self.save = button(tr("Save the line"), self._on_save, "primary")
        self._by_hand: set[str] = set()  # fields that no longer follow the line
        self.chips = LogChips()
        self._lay_out()
        self.line.textEdited.connect(self._read)
        self.offers.chosen.connect(self._read)
        self.chips.add_requested.connect(self._on_add)
        self.chips.exchange_requested.connect(self._on_exchange)
        self.chips.remove_requested.connect(self._on_remove)
        self.line.returnPressed.connect(self._on_save)
        self.day.dateChanged.connect(self._on_day_changed)
        self.minutes.valueChanged.connect(self._on_minutes_changed)
        size_for_screen(self, 42, 15)
        self._read()

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
        return tuple(dict.fromkeys((*self._given, *self._line().links)))

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
        box.addWidget(self.chips)
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

    def _read(self) -> None:
        """Show what the line says now, except where a field was put right by hand."""
        line = self._line()
        if "day" not in self._by_hand:
            self.day.show_day(line.day)
        if "minutes" not in self._by_hand:
            self.minutes.show_value(line.minutes)
        known = [LogChip(link, self._title_of(link) or link) for link in self.links]
        unknown = [LogChip("", chip.text) for chip in _unknown_tags(line)]
        self.chips.show_chips([*known, *dict.fromkeys(unknown)])
        self.said.setText(self._words(line))
        self._grow()

    def _grow(self) -> None:
        """Make room for all chips and words, as far as the screen has it."""
        layout = self.layout()
        needed = 0 if layout is None else layout.totalHeightForWidth(self.width())
        if needed > self.height():
            room = self.screen().availableSize().height()
            self.resize(self.width(), min(needed, room))

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
            text = f"{text}\n{kept}{self._near(line)}"
        return text

    def _near(self, line: Line) -> str:
        """Return what unknown tags may have meant, as a question."""
        found = (suggested(self._names, chip.text) for chip in _unknown_tags(line))
        near = [self._title_of(subject) or subject for subject in found if subject]
        titles = ", ".join(f"“{title}”" for title in dict.fromkeys(near))
        return tr(". Did you mean {titles}?", titles=titles) if titles else ""

    def _on_add(self) -> None:
        def add(subject: str) -> None:
            text = self.line.text()
            blank = "" if not text or text.endswith(" ") else " "
            self._put(len(text), len(text), blank + tag_of(subject))

        self._choose(self, add, ())

    def _on_exchange(self, chip: LogChip) -> None:
        def exchange(subject: str) -> None:
            if chip.subject in self._given:
                self._given = tuple(
                    subject if link == chip.subject else link for link in self._given
                )
            for place in self._places(chip):
                self._put(place.start, place.end, tag_of(subject))
            self._settle()

        near = "" if chip.subject else suggested(self._names, chip.text)
        self._choose(self, exchange, (near,) if near else ())

    def _on_remove(self, chip: LogChip) -> None:
        self._given = tuple(link for link in self._given if link != chip.subject)
        text = self.line.text()
        for place in self._places(chip):
            blank = text[place.end : place.end + 1] == " "
            self._put(place.start, place.end + blank, "", stay=True)
        self._read()

    def _places(self, chip: LogChip) -> list[Chip]:
        """Return where a chip is named in the line, the last place first."""
        if chip.subject:
            found = [c for c in self._line().chips if c.meaning == chip.subject]
        else:
            found = [c for c in _unknown_tags(self._line()) if c.text == chip.text]
        return found[::-1]

    def _put(self, start: int, end: int, text: str, *, stay: bool = False) -> None:
        """Put a text into the line, so that Ctrl+Z in it takes it back."""
        line = self.line.text()
        self.line.setSelection(units(line[:start]), units(line[start:end]))
        self.line.insert(text)
        self.offers.hide()
        if not stay:
            self._settle()

    def _settle(self) -> None:
        """Show the line as it is now, and go on in it."""
        self._read()
        self.line.setFocus()
        self.line.end(False)  # noqa: FBT003  # Qt's own signature

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


def _unknown_tags(line: Line) -> list[Chip]:
    """Return the tags that nobody knows; other words that are kept say why."""
    odd = (chip for chip in line.chips if chip.kind is ChipKind.UNKNOWN)
    return [chip for chip in odd if not chip.reason]


def _short(text: str) -> str:
    """Return as much of a text as a small dialog has room for."""
    cut = text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"
    return breakable(cut)
