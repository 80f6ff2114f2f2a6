"""What can be done with a card where it stands: the menu key, a right click, Delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from tracker.typing_tools import override
from tracker.ui.widgets.card_delegate import CARD

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from tracker.ui.widgets.card_delegate import BoardCard


class ActMenu(QMenu):
    """A menu whose actions each do one thing."""

    def __init__(self, parent: QWidget) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.triggered.connect(_act)

    def add(self, text: str, act: Callable[[], object]) -> QAction:
        """Offer to do something."""
        action = self.addAction(text)
        action.setData(act)
        return action

    def add_choice(self, text: str, act: Callable[[], object], *, chosen: bool) -> None:
        """Offer one of several, and say whether it is so already."""
        action = self.add(text, act)
        action.setCheckable(True)
        action.setChecked(chosen)


class CardMenu(QObject):
    """Answers for any number of views whose items have a `CARD`.

    A subclass says what can be done with one.
    """

    def __init__(self, parent: QWidget, remove: Callable[[str], object]) -> None:
        """Stand above ``parent``; Delete asks ``remove``."""
        super().__init__(parent)
        self._parent, self._remove = parent, remove
        self._views: list[QAbstractItemView] = []

    def menu(self, card: BoardCard) -> QMenu:
        """Return what can be done with a card."""
        menu = ActMenu(self._parent)
        self.fill(menu, card)
        return menu

    def fill(self, menu: ActMenu, card: BoardCard) -> None:
        """Put into a menu what can be done with a card."""
        raise NotImplementedError

    def watch(self, view: QAbstractItemView) -> None:
        """Answer for a view, too."""
        self._views.append(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        for view in self._views:
            if watched is view:
                return self._on_keys(view, event)
            if watched is view.viewport():
                return self._on_mouse(view, event)
        return False

    def _on_keys(self, view: QAbstractItemView, event: QEvent) -> bool:
        index = view.currentIndex()
        card = index.data(CARD)
        by_keys = QContextMenuEvent.Reason.Keyboard
        if card is None:
            return False
        if isinstance(event, QContextMenuEvent) and event.reason() == by_keys:
            self._show(view, index, card)
            return True
        wanted = _is_delete(event)
        if wanted:
            self._remove(card.subject)
        return wanted

    def _on_mouse(self, view: QAbstractItemView, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        index = view.indexAt(event.pos())
        card = index.data(CARD)
        if card is not None:
            self._show(view, index, card, event.globalPos())
        return card is not None

    def _show(
        self,
        view: QAbstractItemView,
        index: QModelIndex,
        card: BoardCard,
        at: QPoint | None = None,
    ) -> None:
        view.setCurrentIndex(index)
        middle = view.viewport().mapToGlobal(view.visualRect(index).center())
        menu = self.menu(card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(middle if at is None else at)


def _act(action: QAction) -> None:
    action.data()()


def _is_delete(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete
