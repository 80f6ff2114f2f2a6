"""What is shown when a file cannot be used: the data file, or a roadmap file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from tracker import __version__
from tracker.ui import theme
from tracker.ui.problems import ProblemsPanel, show_problems
from tracker.ui.settings.cards import Buttons, Card, CardPage
from tracker.ui.settings.fields import Combo, PathField, Picture
from tracker.ui.trouble_words import advice, kept, title_of
from tracker.ui.widgets.label import button, frame, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

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
        self._error, self._backups, self._folder = error, backups, folder
        lost = error.kind in _LOST
        restorable = lost and bool(backups)
        self._retry = button(tr("Try again"), self.retry_requested.emit)
        self._elsewhere = button(
            tr("Choose another data folder…"), self.folder_requested.emit
        )
        self._quit = button(tr("Quit"), self.quit_requested.emit, "quiet")
        self._elsewhere.setVisible(error.kind in _ELSEWHERE)
        self._restore = _Restore(backups, self.restore_requested) if restorable else None
        self._anew = _Anew(self.anew_requested) if lost else None
        self._details = _Details(self._detail_text())
        self._first = self._choose_first()
        self._first.setProperty("kind", "primary")
        self.cards.addWidget(self._make_card())

    def _choose_first(self) -> QWidget:
        """Return the button of the way out that is most likely to help."""
        if self._restore is not None:
            return self._restore.button
        if self._error.kind in {"newer", "foreign"}:
            return self._elsewhere
        return self._retry

    def _make_card(self) -> Card:
        card = Card()
        card.rows.addWidget(self._make_head())
        card.rows.addWidget(_part(tr("What was kept"), kept(self._error.kind)))
        card.rows.addWidget(_part(tr("What you can do"), advice(self._error.kind)))
        if self._restore is not None:
            card.rows.addWidget(self._restore)
        shown = [self._retry, self._elsewhere, self._quit]
        if self._first is self._elsewhere:
            shown = [self._elsewhere, self._retry, self._quit]
        card.rows.addWidget(Buttons(*shown))
        if self._anew is not None:
            card.rows.addWidget(frame("rule"))
            card.rows.addWidget(self._anew)
        card.rows.addWidget(frame("rule"))
        place = PathField(tr("Data folder"), self._folder)
        card.rows.addWidget(_labelled(tr("Data folder"), place))
        card.rows.addWidget(self._details)
        return card

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(theme.unit(self)))
        picture = Picture("warning", "here_text", "here_soft", 2.8)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(round(theme.unit(self) * 0.3))
        texts.addWidget(label(title_of(self._error.kind), "panel", wrap=True))
        message = label(str(self._error), wrap=True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts.addWidget(message)
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

    def __init__(self, backups: Sequence[tuple[str, Path]], wanted: Signal) -> None:
        super().__init__()
'''.replace('''class _Restore(QWidget):
    """Choose a backup and put it in the place of the data file."""

    def __init__(self, backups: Sequence[tuple[str, Path]], wanted: Signal) -> None:
        super().__init__()
''','''class _Restore(QWidget):
    """Choose a backup and put it in the place of the data file."""

    requested = Signal(object)

    def __init__(self, backups: Sequence[tuple[str, Path]]) -> None:
        super().__init__()
        self._paths = [path for _, path in backups]
        self._combo = Combo(tr("Backup to restore"), [date for date, _ in backups])
        self.button = button(tr("Restore this backup"), self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.4))
        heading = label(tr("Restore the backup of"), "muted")
        heading.setBuddy(self._combo)
        column.addWidget(heading)
        column.addWidget(Buttons(self._combo, self.button))

    def _on_clicked(self) -> None:
        self.requested.emit(self._paths[self._combo.currentIndex()])


class _Anew(QWidget):
    """Begin with an empty data file; asks once, in place."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ask = button(tr("Start anew…"), self._on_asked, "quiet")
        self._sure = button(tr("Start anew"), self.requested.emit, "danger")
        self._back = button(tr("Leave it as it is"), self._on_back)
        sentence = tr(
            "Begin an empty journey? The file that is there now stays in the folder, "
            "under another name."
        )
        self._question = QWidget()
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.6))
        column.addWidget(label(sentence, wrap=True))
        column.addWidget(Buttons(self._back, self._sure))
        self._sure.setAccessibleDescription(sentence)
        self._question.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._question)
        whole.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

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
        self._fold = button(tr("Show details"), self._on_fold_clicked, "quiet")
        self._copy = button(tr("Copy details"), self._on_copy_clicked, "quiet")
        self._field = QPlainTextEdit(text)
        self._field.setReadOnly(True)
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(tr("Details"))
        self._field.setFixedHeight(round(theme.unit(self) * 8))
        self._field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.5))
        column.addWidget(Buttons(self._fold, self._copy))
        column.addWidget(self._field)

    def _on_fold_clicked(self) -> None:
        shown = self._field.isHidden()
        self._field.setVisible(shown)
        self._fold.setText(tr("Hide details") if shown else tr("Show details"))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(tr("Copied"))


def _part(heading: str, text: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(theme.unit(part) * 0.2))
    column.addWidget(label(heading, "heading", wrap=True))
    column.addWidget(label(text, wrap=True))
    return part


def _labelled(name: str, field: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(theme.unit(part) * 0.3))
    column.addWidget(label(name, "muted"))
    column.addWidget(field)
    return part
''').replace('''        self._restore = _Restore(backups, self.restore_requested) if restorable else None
        self._anew = _Anew(self.anew_requested) if lost else None
''','''        self._restore = _Restore(backups) if restorable else None
        self._anew = _Anew() if lost else None
        if self._restore is not None:
            self._restore.requested.connect(self.restore_requested)
        if self._anew is not None:
            self._anew.requested.connect(self.anew_requested)
''') if False else None
