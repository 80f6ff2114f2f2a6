"""Ask what a long time without a sign of the learner was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from tracker.domain.timer import Idle
from tracker.services.wording import minutes_text
from tracker.ui import theme
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from tracker.domain.timer import Timer


class IdleQuestion(QDialog):
    """Keep the time, cut it to the last sign, or discard it; Esc decides nothing."""

    answered = Signal(object)  # Idle

    def __init__(self, parent: QWidget, timer: Timer, now: datetime) -> None:
        """Ask about ``timer`` as it stands at ``now``."""
        super().__init__(parent)
        self.setObjectName("idle-question")
        self.setWindowTitle(tr("The timer ran on"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quiet = minutes_text(int(timer.idle(now).total_seconds() // 60))
        shorter = minutes_text(timer.minutes(timer.seen)) or tr("0 min")
        whole = minutes_text(timer.minutes(now))
        sentence = tr(
            "It has {all}. For {quiet} Milepost saw nothing of you, which says little: "
            "you may have worked elsewhere. What was it?",
            all=whole,
            quiet=quiet,
        )
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit * 2 // 3)
        box.addWidget(label(tr("The timer ran on without you"), "section"))
        box.addWidget(label(sentence, wrap=True))
        self.keep = button(
            tr("I worked: keep {time}", time=whole), self._on_keep, "primary"
        )
        self.trim = button(
            tr("Keep {time}, up to the last sign", time=shorter), self._on_trim
        )
        self.discard = button(tr("Discard all of it"), self._on_discard, "danger")
        for each in (self.keep, self.trim, self.discard):
            box.addWidget(each)
        self.setMinimumWidth(unit * 26)

    def _on_keep(self) -> None:
        self._answer(Idle.KEEP)

    def _on_trim(self) -> None:
        self._answer(Idle.TRIM)

    def _on_discard(self) -> None:
        self._answer(Idle.DISCARD)

    def _answer(self, idle: Idle) -> None:
        self.accept()
        self.answered.emit(idle)
