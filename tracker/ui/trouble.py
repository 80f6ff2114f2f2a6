"""What is shown when a file cannot be used: the data file, or a roadmap file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker import __version__
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.problems import ProblemsPanel, show_problems
from tracker.ui.trouble_words import advice, kept, title_of
from tracker.ui.widgets.cards import Buttons, Card, CardPage, answer_enter, rule
from tracker.ui.widgets.fields import Combo, PathField, Picture
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from tracker.domain.errors import StorageError

__all__ = ["ProblemsPanel", "TroublePage", "show_problems"]

_WIDEST = 40  # lines of text
_LOST = frozenset({"damaged", "empty", "missing"})  # a backup may help
_ELSEWHERE = _LOST | {"read-only", "newer", "foreign"}  # another folder may help


class TroublePage(CardPage):
    """Stands in the place of the window's content; asks, and does nothing itself."""

    retry_requested = Signal()
    restore_requested = Signal(object)  # Path of a backup
    anew_requested = Signal()
    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        error: StorageError,
        backups: Sequence[tuple[str, Path]],
        folder: Path,
    ) -> None:
        """Tell of an error.

        Args:
            error: What is wrong with the data file.
            backups: The date and the file of every backup, the newest first.
            folder: The data folder.
        """
        super().__init__(_WIDEST, middle=True)
        self.setAccessibleName(title_of(error.kind))
        self._error, self._folder = error, folder
        self._retry = button(tr("Try again"), self.retry_requested.emit)
        self._elsewhere = button(
            tr("Choose another data folder…"), self.folder_requested.emit
        )
        self._quit = button(tr("Quit"), self.quit_requested.emit, "quiet")
        lost = error.kind in _LOST
        self._restore = _Restore(backups) if lost and backups else None
        self._anew = _Anew() if lost else None
        self._details = _Details(self._detail_text())
        self._first = self._choose_first()
        self._first.setProperty("kind", "primary")
        self.cards.addWidget(self._make_card())
        if self._restore is not None:
            self._restore.requested.connect(self.restore_requested)
        if self._anew is not None:
            self._anew.requested.connect(self.anew_requested)

    def _choose_first(self) -> QPushButton:
        """Return the button of the way out that is most likely to help."""
        if self._restore is not None:
            return self._restore.button
        if self._error.kind in {"newer", "foreign"}:
            return self._elsewhere
        return self._retry

    def _make_card(self) -> Card:
        kind = self._error.kind
        card = Card()
        parts: list[QWidget] = [
            self._make_head(),
            _part(tr("What was kept"), kept(kind)),
            _part(tr("What you can do"), advice(kind, restorable=bool(self._restore))),
        ]
        if self._restore is not None:
            parts.append(self._restore)
        parts.append(self._make_ways())
        if self._anew is not None:
            parts += [rule(), self._anew]
        place = PathField(tr("Data folder"), self._folder)
        parts += [rule(), _part(tr("Data folder"), place), self._details]
        for part in parts:
            card.rows.addWidget(part)
        return card

    def _make_ways(self) -> QWidget:
        if self._error.kind not in _ELSEWHERE:
            self._elsewhere.setParent(self)
            self._elsewhere.hide()
            return Buttons(self._retry, self._quit)
        if self._first is self._elsewhere:
            return Buttons(self._elsewhere, self._retry, self._quit)
        return Buttons(self._retry, self._elsewhere, self._quit)

    def _make_head(self) -> QWidget:
        head = QWidget()
        unit = theme.unit(self)
        message = label(str(self._error), wrap=True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QVBoxLayout()
        texts.setSpacing(round(unit * 0.3))
        texts.addWidget(label(title_of(self._error.kind), "panel", wrap=True))
        texts.addWidget(message)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(unit))
        picture = Picture("warning", "here_text", "here_soft", 2.8)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return head

    def _detail_text(self) -> str:
        lines = [
            str(self._error),
            tr("Kind: {kind}", kind=self._error.kind),
            tr("Folder: {folder}", folder=self._folder),
            tr("Milepost: {version}", version=__version__),
        ]
        if self._error.details:
            lines.append(tr("System: {details}", details=self._error.details))
        return "\n".join(lines)

    @override
    def showEvent(self, a0: QShowEvent) -> None:
        super().showEvent(a0)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)


class _Restore(QWidget):
    """Choose a backup and put it in the place of the data file."""

    requested = Signal(object)  # Path

    def __init__(self, backups: Sequence[tuple[str, Path]]) -> None:
        super().__init__()
        self._paths = [path for _, path in backups]
        self._combo = Combo(tr("Restore the backup of"), [date for date, _ in backups])
        self.button = button(tr("Restore this backup"), self._on_clicked)
        heading = label(tr("Restore the backup of"), "muted")
        heading.setBuddy(self._combo)
        column = _column(self, 0.4)
        column.addWidget(heading)
        column.addWidget(Buttons(self._combo, self.button))

    def _on_clicked(self) -> None:
        self.requested.emit(self._paths[self._combo.currentIndex()])


class _Anew(QWidget):
    """Begin with an empty data file; asks once, in place."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        sentence = tr(
            "Begin an empty journey? Nothing in the folder is deleted: a data file "
            "that is there now stays under another name."
        )
        self._ask = button(tr("Start anew…"), self._on_asked)
        answer_enter(self._ask)
        self._sure = button(tr("Start anew"), self.requested.emit, "danger")
        self._sure.setAccessibleDescription(sentence)
        self._back = button(tr("Leave it as it is"), self._on_back)
        self._question = QWidget()
        self._question.hide()
        asking = _column(self._question, 0.6)
        asking.addWidget(label(sentence, wrap=True))
        asking.addWidget(Buttons(self._back, self._sure))
        column = _column(self, 0)
        column.addWidget(self._question)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_asked(self) -> None:
        self._question.show()
        self._back.setFocus()
        self._ask.hide()

    def _on_back(self) -> None:
        self._ask.show()
        self._ask.setFocus()
        self._question.hide()


class _Details(QWidget):
    """What the system said, folded away until it is wanted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._fold = button(tr("Show details"), self._on_fold_clicked, "link")
        self._copy = button(tr("Copy details"), self._on_copy_clicked, "link")
        self._field = QPlainTextEdit(text)
        self._field.setReadOnly(True)
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(tr("Details"))
        self._field.setFixedHeight(round(theme.unit(self) * 8))
        self._field.hide()
        column = _column(self, 0.5)
        column.addWidget(Buttons(self._fold, self._copy))
        column.addWidget(self._field)

    def _on_fold_clicked(self) -> None:
        shown = self._field.isHidden()
        self._field.setVisible(shown)
        self._fold.setText(tr("Hide details") if shown else tr("Show details"))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(tr("Copied"))


def _column(widget: QWidget, spacing: float) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(theme.unit(widget) * spacing))
    return column


def _part(heading: str, content: str | QWidget) -> QWidget:
    """Return a heading above a sentence or a field."""
    part = QWidget()
    column = _column(part, 0.25)
    column.addWidget(label(heading, "heading", wrap=True))
    if isinstance(content, str):
        content = label(content, wrap=True)
    column.addWidget(content)
    return part
