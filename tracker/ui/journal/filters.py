"""Which lines the journal shows: about one thing, and up to one month."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.journal.rows import end_of_month, month_title
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button
from tracker.words import tr

_LONG = 40  # characters of a title on a button


class Filters(QWidget):
    """Offers to choose, shows what is chosen, and takes it back."""

    about_requested = Signal()
    month_requested = Signal()
    changed = Signal()

    def __init__(self) -> None:
        """Show all lines, the newest first."""
        super().__init__()
        self.subject = self.month = ""
        self.about = button(tr("Only about… (F)"), self.about_requested.emit)
        self.go = button(tr("Go to a month… (G)"), self.month_requested.emit)
        self.only = button("", self.show_everything, "chip")
        self.until = button("", self._on_newest, "chip")
        row = FlowLayout(self)
        row.setSpacing(round(theme.unit(self) * 0.4))
        for each in (self.about, self.go, self.only, self.until):
            row.addWidget(each)
        self.only.hide()
        self.until.hide()

    @property
    def last_day(self) -> str:
        """Return the day after which no line is shown, empty for none."""
        return end_of_month(self.month) if self.month else ""

    def show_about(self, subject: str, title: str) -> None:
        """Ask for the lines about one thing; an empty subject is everything."""
        self.subject = subject
        short = title if len(title) <= _LONG else title[: _LONG - 1] + "…"
        self.only.setText(tr("About {title}  ×", title=short).replace("&", "&&"))
        self.only.setAccessibleName(tr("About {title}: show everything", title=title))
        self._keep_focus(self.only, shown=bool(subject))
        self.changed.emit()

    def show_everything(self) -> None:
        """Ask for the lines about everything."""
        self.show_about("", "")

    def show_month(self, month: str) -> None:
        """Ask for the lines up to a month; an empty one is the newest."""
        self.month = month
        title = month_title(month) if month else ""
        self.until.setText(tr("Up to {month}  ×", month=title))
        name = tr("Up to {month}: go back to the newest", month=title)
        self.until.setAccessibleName(name)
        self._keep_focus(self.until, shown=bool(month))
        self.changed.emit()

    def _keep_focus(self, chip: QWidget, *, shown: bool) -> None:
        beside = self.about if chip is self.only else self.go
        if chip.hasFocus() and not shown:
            beside.setFocus()
        chip.setVisible(shown)

    def _on_newest(self) -> None:
        self.show_month("")
