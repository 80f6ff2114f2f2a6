"""The profile: what a learner says of themselves, and beside it what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.profile import PROFILE
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.profile.form import ProfileForm
from tracker.ui.career.profile.live_preview import LivePreview
from tracker.ui.career.section import Section
from tracker.ui.reports.saving import SavingBox, Write
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.fitted import Fitted
from tracker.ui.widgets.label import frame, label
from tracker.ui.widgets.segmented import Segmented
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.profile import Profile

FORMS = ("pdf", "html", "json")
_FORM, _NARROWEST = 21.5, 24  # widths in lines: of the form, and of a preview
_ANY_WIDTH = 16_777_215  # Qt's own number for no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What the section reads and does.

    Attributes:
        read: Returns what the learner says of themselves.
        store: Stores a field, given with its text; returns why not, or nothing.
        told: Returns whether hours, and what is not proved, are told.
        write: Runs words of the terminal in the background.
        paper: ``a4`` or ``letter``.
    """

    read: Callable[[], Profile]
    store: Callable[[str, str], str]
    told: Callable[[], tuple[bool, bool]]
    write: Write
    paper: str


class ProfileSection(Fitted, Section):
    """A form, a preview that follows, and a button that saves a file."""

    link_clicked = Signal(str)
    typing = Signal(bool)
    told_chosen = Signal(bool, bool)  # hours, what is not proved

    def __init__(self, deeds: Deeds) -> None:
        """Read when it is shown."""
        super().__init__()
        self._deeds = deeds
        self._stale = True
        self.form = ProfileForm(deeds.store)
        self.hours = Tick(tr("Ho&urs"))
        self.unproved = Tick(tr("What is not pr&oved"))
        self.kind = Segmented(("PDF", "HTML", "JSON Resume"), tr("Format"))
        self.ways = Segmented((tr("Form"), tr("Preview")), tr("What is shown"))
        self.live = LivePreview(deeds.write, self._words)
        self.saving = SavingBox(deeds.write)
        self._lay_out()
        self.form.typing.connect(self.typing)
        self.live.preview.link_clicked.connect(self.link_clicked)
        self.saving.asked.connect(self._on_save)
        self.ways.chosen.connect(self._fit)
        for box in (self.hours, self.unproved):
            box.toggled.connect(self._on_told)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self._side = self._make_side(unit)
        whole = QHBoxLayout()
        whole.setSpacing(unit)
        whole.addWidget(self._side, 1)
        whole.addWidget(self.live, 1)
        ground = frame("page")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)
        box = QVBoxLayout(ground)
        box.setContentsMargins(unit, unit * 3 // 4, unit, unit)
        box.setSpacing(unit * 3 // 4)
        box.addWidget(self._make_head(unit))
        box.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(whole, 1)

    def _make_head(self, unit: int) -> QWidget:
        """Return what saves a file; above, where no toast covers it."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit // 2)
        row.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.saving, 1)
        return head

    def _make_side(self, unit: int) -> QFrame:
        """Return the card that holds the form."""
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, unit // 2, 0)
        box.setSpacing(unit // 2)
        hint = tr("Nothing leaves this computer until you save a file and send it.")
        box.addWidget(label(hint, "muted", wrap=True))
        box.addWidget(self.form)
        box.addWidget(label(tr("Tell"), "heading"))
        box.addWidget(self.hours)
        box.addWidget(self.unproved)
        box.addStretch()
        side = DownScroll()
        side.setAccessibleName(tr("What you say of yourself"))
        side.setWidget(inside)
        card = frame("card")
        around = QVBoxLayout(card)
        around.setContentsMargins(unit, unit // 2, unit // 2, unit // 2)
        around.addWidget(side)
        return card

    @property
    @override
    def status(self) -> str:
        return tr("One page that presents you: level, proved skills, projects.")

    @property
    @override
    def is_saved(self) -> bool:
        return self.form.is_saved

    @override
    def focus_content(self) -> None:
        next(iter(self.form.lines.values())).setFocus()

    @override
    def save(self) -> None:
        self.form.save()

    def make_read_only(self) -> None:
        """Let nothing be changed; files can still be saved."""
        self.form.make_read_only()

    def show_change(self, stored: StoredEdit) -> None:
        """Follow a stored edit, at once if it can be seen."""
        if PROFILE in stored.edit.subjects:
            self.form.show_profile(self._deeds.read())
        self.show_again()

    def show_again(self) -> None:
        """Read everything again, at once if it can be seen."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        self._stale = self._stale or not self.live.is_made
        self.live.stop()
        super().hideEvent(event)

    @override
    def _fit(self) -> None:
        """Show form and preview side by side, or one of them where it is narrow."""
        unit = round(theme.unit(self))
        is_narrow = self.width() < unit * (_FORM + _NARROWEST)
        form = round(unit * _FORM)
        self._side.setMaximumWidth(_ANY_WIDTH if is_narrow else form)
        self._side.setMinimumWidth(0 if is_narrow else form)
        self.ways.setVisible(is_narrow)
        self._side.setVisible(not is_narrow or self.ways.number == 0)
        self.live.setVisible(not is_narrow or self.ways.number == 1)

    def _refresh(self) -> None:
        self._stale = False
        self.form.show_profile(self._deeds.read())
        boxes = zip((self.hours, self.unproved), self._deeds.told(), strict=True)
        for box, told in boxes:
            blocked = box.blockSignals(True)  # noqa: FBT003  # Qt's own signature
            box.setChecked(told)
            box.blockSignals(blocked)
        self.live.follow()

    def _words(self) -> list[str]:
        parts = (("hours", self.hours), ("unproved", self.unproved))
        left_out = [name for name, box in parts if not box.isChecked()]
        without = ",".join(left_out) or "nothing"
        return ["report", "profile", "--without", without]

    def _on_told(self) -> None:
        self.told_chosen.emit(self.hours.isChecked(), self.unproved.isChecked())
        self.live.follow()

    def _on_save(self) -> None:
        self.save()
        form = FORMS[self.kind.number]
        kinds = {
            "pdf": tr("PDF (*.pdf)"),
            "html": tr("HTML (*.html)"),
            "json": tr("JSON Resume (*.json)"),
        }
        name = tr("profile") if form != "json" else tr("resume")
        path = self.saving.ask_where(f"{name}.{form}", kinds[form], f".{form}")
        if path is not None:
            how = ["--as", form, "--paper", self._deeds.paper]
            self.saving.write([*self._words(), *how], path)
