"""The frame: navigation, header, pages, messages. It holds no logic of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.header import Header
from tracker.ui.navigation import Navigation

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QResizeEvent,
    )

    from tracker.ui.message_bar import MessageBar
    from tracker.ui.preferences import Preferences
    from tracker.ui.toast import Toast

AFTER_PAINT = 10  # ms; by then the picture is on screen
_LOWEST_PAGE = 33, 14  # units of width and height that a page may insist on
_NARROW = 68  # units of width below which the navigation shows icons alone


class MainWindow(QMainWindow):
    """Holds the parts; what they do is wired in `tracker.app.session`."""

    closing = Signal(object)  # QCloseEvent, which may be ignored
    dropped = Signal(list)  # local paths, as texts
    undo_requested = Signal()
    first_painted = Signal()  # once: what can wait may begin

    def __init__(self, preferences: Preferences) -> None:
        """Remember place and size in ``preferences``."""
        super().__init__()
        self._preferences = preferences
        self.setWindowTitle("Milepost")
        self.setAcceptDrops(True)
        self.navigation = Navigation()
        self.header = Header()
        self._messages: MessageBar | None = None
        self._toast: Toast | None = None
        self._place_of_messages = QVBoxLayout()
        self.pages = _Pages()
        self._numbered: dict[int, QWidget] = {}
        self._frame = QWidget()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._frame)
        self._above_all = QVBoxLayout()  # the message bar, while a page is alone
        self._lay_out()
        self.installEventFilter(self)
        self._fit()

    def _lay_out(self) -> None:
        """Put the parts beside and below each other."""
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self._place_of_messages)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above_all)
        column.addWidget(self._whole, 1)
        self.setCentralWidget(whole)

    @property
    def messages(self) -> MessageBar:
        """Return the bar above the page, made when there is first something to say."""
        if self._messages is None:
            from tracker.ui.message_bar import MessageBar  # noqa: PLC0415  # start

            self._messages = MessageBar()
            self._place_messages()
        return self._messages

    @property
    def toast(self) -> Toast:
        """Return the line at the bottom, made when it is first needed."""
        if self._toast is None:
            from tracker.ui.toast import Toast  # noqa: PLC0415  # start

            self._toast = Toast(self.pages)
            self._toast.undo_requested.connect(self.undo_requested)
        return self._toast

    def hide_toast(self) -> None:
        """Take the toast away, if there ever was one."""
        if self._toast is not None:
            self._toast.hide()

    def add_page(self, number: int, page: QWidget) -> None:
        """Add a page of the navigation."""
        self.pages.addWidget(page)
        self._numbered[number] = page

    def show_page(self, number: int) -> None:
        """Show a page of the navigation."""
        self._whole.setCurrentWidget(self._frame)
        self._place_messages()
        self.menuBar().show()
        self.navigation.choose(number)
        self.pages.setCurrentWidget(self._numbered[number])
        if self._toast is not None:
            self._toast.raise_()  # a page that was made after it would cover it

    def show_alone(self, page: QWidget) -> None:
        """Show a page without anything around it: first run, or trouble."""
        old = self._whole.widget(1)
        if old is not None and old is not page:
            self._whole.removeWidget(old)
            old.setParent(None)
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        self._place_messages()

    def restore(self) -> None:
        """Come back where the window was, if that is still on a screen."""
        geometry = self._preferences.blob("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            available = self.screen().availableGeometry()
            self.resize(
                min(1440, available.width() * 9 // 10),
                min(900, available.height() * 9 // 10),
            )

    def remember(self) -> None:
        """Remember where the window is."""
        self._preferences.set_blob("geometry", self.saveGeometry())

    def _place_messages(self) -> None:
        """Put the message bar where it can be seen now."""
        if self._messages is not None:
            framed = self._whole.currentWidget() is self._frame
            place = self._place_of_messages if framed else self._above_all
            place.addWidget(self._messages)

    def _fit(self) -> None:
        narrow = self.width() < theme.unit(self) * _NARROW
        self.navigation.set_narrow(narrow=narrow)
        self.header.set_narrow(narrow=narrow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == QEvent.Type.UpdateRequest:
            self.removeEventFilter(self)
            QTimer.singleShot(AFTER_PAINT, self.first_painted.emit)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = _local_files(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


class _Pages(QStackedWidget):
    """Never asks for more than a small window has: pages fit in, or scroll."""

    @override
    def minimumSizeHint(self) -> QSize:
        unit = theme.unit(self)
        most = QSize(round(unit * _LOWEST_PAGE[0]), round(unit * _LOWEST_PAGE[1]))
        return super().minimumSizeHint().boundedTo(most)


def _local_files(event: QDropEvent) -> list[str]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
