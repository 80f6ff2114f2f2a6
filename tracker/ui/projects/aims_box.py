"""When a project of the roadmap is accepted, and what goes further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.label import label
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.work import ProjectWork


class AimsBox(QWidget):
    """Shows what the roadmap says; there is none of it on a project of one's own."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._inside: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_project(self, work: ProjectWork) -> None:
        """Show the aims of a project."""
        aims = (work.criteria, work.stretch)
        if aims == self._shown:
            return
        self._shown = aims
        if self._inside is not None:
            self._inside.setParent(None)
        self._inside = self._made(work)
        self._box.addWidget(self._inside)
        self.setVisible(any(aims))

    def _made(self, work: ProjectWork) -> QWidget:
        unit = round(theme.unit(self))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 3)
        for heading, lines in (
            (tr("It is accepted when"), work.criteria),
            (tr("To go further"), work.stretch),
        ):
            if lines:
                box.addSpacing(unit // 3)
                box.addWidget(label(heading, "heading", wrap=True))
            for line in lines:
                box.addWidget(label(tr("• {text}", text=line), wrap=True))
        return inside
