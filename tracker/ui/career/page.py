"""The Career page: its sections, each made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QLineEdit

    from tracker.ui.career.section import Section


class SectionOffer(NamedTuple):
    """A section that can be shown.

    Attributes:
        name: How code calls it.
        title: What a person reads.
        make: Makes it.
    """

    name: str
    title: str
    make: Callable[[], Section]


class CareerPage(QWidget):
    """A switch above, and one section below it."""

    header_changed = Signal()

    def __init__(self, offers: Sequence[SectionOffer]) -> None:
        """Offer these sections and show the first."""
        super().__init__()
        self._offers = tuple(offers)
        self._names = [offer.name for offer in self._offers]
        self._made: dict[str, Section] = {}
        titles = [offer.title for offer in self._offers]
        self.ways = Segmented(titles, tr("What of your career is shown"))
        self.ways.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.addWidget(self.ways)
        self._row.addStretch()
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._row)
        self._box.addWidget(self._stack, 1)
        self._fit()
        self.show_section(self._names[0])

    @property
    def shown(self) -> Section:
        """Return the section that is shown."""
        return self._made[self._names[self.ways.number]]

    @property
    def status(self) -> str:
        """Return the line of the header."""
        usual = tr("Levels, roles, adverts and applications, from your own record.")
        return self.shown.status or usual

    @property
    def search(self) -> QLineEdit | None:
        """Return the field that Ctrl+F leads to, if the section has one."""
        return self.shown.search

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return all(section.is_saved for section in self._made.values())

    def save(self) -> None:
        """Store what is being typed."""
        for section in self._made.values():
            section.save()

    def current_subject(self) -> str | None:
        """Return what an action on "the current item" is about."""
        return self.shown.current_subject()

    def plan_subject(self) -> str | None:
        """Return what "put it on my plan" is about."""
        return self.shown.plan_subject()

    def section(self, name: str) -> Section:
        """Return a section, made if it is wanted for the first time."""
        if name not in self._made:
            offer = self._offers[self._names.index(name)]
            made = self._made[name] = offer.make()
            made.header_changed.connect(self.header_changed)
            self._stack.addWidget(made)
        return self._made[name]

    def show_section(self, name: str, subject: str = "") -> None:
        """Show a section, and in it one thing if there is one."""
        for other in self._made.values():
            other.save()
        section = self.section(name)
        self.ways.choose(self._names.index(name))
        self._stack.setCurrentWidget(section)
        if subject:
            section.open(subject)
        self.header_changed.emit()

    def focus_content(self) -> None:
        """Give the keyboard to the section."""
        self.shown.focus_content()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self._row.setContentsMargins(unit, unit // 2, unit, 0)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(unit // 2)

    def _on_chosen(self, number: int) -> None:
        self.show_section(self._names[number])
