"""Fields in Milepost's look: a line, a choice, a number, a day, a path; a picture."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.icons import pixmap
from tracker.ui.widgets.label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QResizeEvent


def size_for_screen(window: QWidget, width: float, height: float) -> None:
    """Give a window a size in lines, as far as the screen has room for it."""
    unit = theme.unit(window)
    room = window.screen().availableSize() * 0.92
    wanted = QSize(round(unit * width), round(unit * height))
    window.resize(wanted.boundedTo(room))


def draw_icon(
    painter: QPainter, name: str, role: str, area: QRectF, *, flipped: bool = False
) -> None:
    """Draw an icon in the colour of a role, upside down when it is ``flipped``."""
    ratio = painter.device().devicePixelRatio()
    color = getattr(theme.current(), role)
    picture = pixmap(name, color, round(area.width()), ratio)
    painter.save()
    painter.translate(area.center())
    painter.scale(1, -1 if flipped else 1)
    half = area.width() / 2
    painter.drawPixmap(QPointF(-half, -half), picture)
    painter.restore()


def _asks_for(event: QEvent, line: QLineEdit) -> bool | None:
    """Return whether a key wants undo or redo and the line has it; else nothing."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
        if event.matches(QKeySequence.StandardKey.Undo):
            return line.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return line.isRedoAvailable()
    return None


def _forget_typing(line: QLineEdit) -> None:
    """Empty the history of a line; the text and the cursor stay."""
    place, blocked = line.cursorPosition(), line.blockSignals(True)  # noqa: FBT003  # Qt
    QLineEdit.setText(line, line.text())
    line.setCursorPosition(place)
    line.blockSignals(blocked)


class LineField(QLineEdit):
    """A line whose undo and redo are about what is being typed in it.

    Once its text is taken, or where nothing was typed, both are those of the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self.take)

    @property
    def is_unchanged(self) -> bool:
        """Return whether nothing was typed since the text was shown or taken."""
        return self.text() == self._shown

    def take(self) -> None:
        """Know that the text was taken: there is nothing left to undo in it."""
        _forget_typing(self)
        self._shown = self.text()

    @override
    def setText(self, arg__1: str | None) -> None:
        super().setText(arg__1 or "")
        self._shown = self.text()

    @override
    def clear(self) -> None:
        self.setText("")  # Qt's own would come back with undo

    @override
    def event(self, arg__1: QEvent) -> bool:
        if _asks_for(arg__1, self) is False or (
            self.is_unchanged and _asks_for(arg__1, self) and not self.isRedoAvailable()
        ):
            arg__1.ignore()
            return False
        return super().event(arg__1)


_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_BY_KEY = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Combo(QComboBox):
    """A choice that is made in its list alone: what is chosen is stored at once.

    The wheel scrolls the page past it. Keys that would go through its entries while
    it is shut, and store each on the way, open the list; there Enter chooses.
    """

    def __init__(self, name: str, texts: Sequence[str] = ()) -> None:
        """Offer ``texts``; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems(list(texts))

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        typed = e.text().isprintable() and e.text().strip()
        searches = bool(typed) and not e.modifiers() & ~_BY_KEY
        if e.key() not in _MOVES and not searches:
            super().keyPressEvent(e)
            return
        if self.count():
            self.showPopup()
        if searches:
            self.view().keyboardSearch(e.text())
        e.accept()

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        style, kind = self.style(), QStyle.ComplexControl.CC_ComboBox
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(kind, option, part, self).width()
        text, end = option.currentText, Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(text, end, room)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        unit = theme.unit(self)
        side = unit * 0.85
        left = self.width() - side - unit * 0.45
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = unit * 0.45
        area = QRectF(left, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        draw_icon(painter, "chevron-down", "muted", area)
        painter.end()


class NumberBox(QSpinBox):
    """A whole number, typed or stepped; the wheel scrolls the page past it."""

    def __init__(self, name: str, numbers: range, suffix: str = "") -> None:
        """Take one of ``numbers``; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(numbers.start, numbers.stop - 1)
        self.setSuffix(suffix)
        self.editingFinished.connect(self._take)
        self.lineEdit().setTextMargins(round(theme.unit(self) * 0.4), 0, 0, 0)

    def show_value(self, value: int) -> None:
        """Show a value without telling that it changed."""
        if value != self.value():
            blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
            self.setValue(value)
            self.blockSignals(blocked)

    def _take(self) -> None:
        _forget_typing(self.lineEdit())

    @override
    def event(self, event: QEvent) -> bool:
        if _asks_for(event, self.lineEdit()) is False:
            event.ignore()  # undo of the window
            return False
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), round(theme.unit(self) * 6)), hint.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        flag, control = QSpinBox.StepEnabledFlag, QStyle.SubControl
        can = self.stepEnabled()
        painter = QPainter(self)
        for wanted, which, is_up in (
            (flag.StepUpEnabled, control.SC_SpinBoxUp, True),
            (flag.StepDownEnabled, control.SC_SpinBoxDown, False),
        ):
            side = theme.unit(self) * 0.7
            area = QRectF(0, 0, side, side)
            area.moveCenter(QRectF(self._control_area(which)).center())
            role = "muted" if wanted in can else "ahead"
            draw_icon(painter, "chevron-down", role, area, flipped=is_up)
        painter.end()

    def _control_area(self, which: QStyle.SubControl) -> QRect:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        kind = QStyle.ComplexControl.CC_SpinBox
        return self.style().subControlRect(kind, option, which, self)


class DayBox(QDateEdit):
    """A day, typed or picked from a calendar, never one to come nor by the wheel."""

    def __init__(self, name: str, latest: date) -> None:
        """Show ``latest``; ``name`` is what a screen reader calls the field."""
        super().__init__(QDate(latest.year, latest.month, latest.day))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumDate(self.date())
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.editingFinished.connect(self._take)
        self.lineEdit().setTextMargins(round(theme.unit(self) * 0.3), 0, 0, 0)

    def allow_until(self, day: date) -> None:
        """Take no day after this one."""
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.setMaximumDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)

    @property
    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day without telling that it changed."""
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)

    def _take(self) -> None:
        _forget_typing(self.lineEdit())

    @override
    def event(self, event: QEvent) -> bool:
        if _asks_for(event, self.lineEdit()) is False:
            event.ignore()  # undo of the window
            return False
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), round(theme.unit(self) * 9)), hint.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = theme.unit(self)
        side = unit * 0.85
        left = self.width() - side - unit * 0.45
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = unit * 0.45
        painter = QPainter(self)
        area = QRectF(left, (self.height() - side) / 2, side, side)
        draw_icon(painter, "chevron-down", "muted", area)
        painter.end()


class PathField(QLineEdit):
    """A path to read, select and copy; the whole of it is in its tool tip."""

    def __init__(self, name: str, path: Path) -> None:
        """Show ``path``; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setProperty("kind", "path")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_path(path)

    def show_path(self, path: Path) -> None:
        """Show another path, from its start."""
        self.setText(str(path))
        self.setCursorPosition(0)
        self._tell_hidden()

    @override
    def minimumSizeHint(self) -> QSize:
        height = super().minimumSizeHint().height()
        return QSize(round(theme.unit(self) * 6), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_hidden()

    def _tell_hidden(self) -> None:
        needed = self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - theme.unit(self) * 1.2
        self.setToolTip(plain_tip(self.text()) if needed > room else "")


class Picture(QWidget):
    """An icon in a circle; it says nothing that words beside it do not."""

    def __init__(self, icon: str, role: str, ground: str, scale: float = 2.4) -> None:
        """Show an icon in the colour of ``role`` on ``ground``; sizes in lines."""
        super().__init__()
        self._icon, self._role, self._ground = icon, role, ground
        self._scale = scale
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(theme.unit(self) * self._scale)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._ground))
        painter.drawEllipse(QRectF(self.rect()))
        side = self.width() * 0.6
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        draw_icon(painter, self._icon, self._role, area)
        painter.end()
