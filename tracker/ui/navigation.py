"""The bar on the left: the pages there are, settings, and whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import icons, theme
from tracker.ui.timer_button import TimerButton
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

JOURNEY, JOURNAL, GUIDE, SETTINGS, PROJECTS, CAREER = range(6)


class NavigationButton(QAbstractButton):
    """One page: an icon, and its name where there is room."""

    def __init__(self, text: str, icon: str) -> None:
        """Lead to a page."""
        super().__init__()
        self._icon = icon
        self.narrow = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 3), round(unit * 2.3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            role = "done_soft" if self.isChecked() else "background"
            painter.setBrush(theme.color(role))
            painter.drawRoundedRect(area, 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(area, 9, 9)
        size = round(unit * 1.15)
        tokens = theme.current()
        tint = tokens.done if self.isChecked() else tokens.muted
        picture = icons.pixmap(self._icon, tint, size, self.devicePixelRatioF())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = (self.width() - size) / 2 if self.narrow else unit * 0.85
        if mirrored and not self.narrow:
            x = self.width() - unit * 0.85 - size
        painter.drawPixmap(round(x), round((self.height() - size) / 2), picture)
        if not self.narrow:
            self._paint_text(painter, area, unit, mirrored=mirrored)

    def _paint_text(
        self, painter: QPainter, area: QRectF, unit: float, *, mirrored: bool
    ) -> None:
        weight = 600 if self.isChecked() else 400
        painter.setFont(theme.scaled(self.font(), theme.BODY, weight))
        painter.setPen(theme.color("done" if self.isChecked() else "text"))
        room = area.adjusted(unit * 2.7, 0, -unit * 0.5, 0)
        if mirrored:
            room = area.adjusted(unit * 0.5, 0, -unit * 2.7, 0)
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class SavedState(QWidget):
    """Says whether everything is on disk; a dot and words, never the dot alone."""

    def __init__(self) -> None:
        """Start with everything saved."""
        super().__init__()
        self.narrow = False
        self._text, self._role = "", "done"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(tr("All changes saved"), "done")

    def say(self, text: str, role: str) -> None:
        """Say how things stand, in the colour of a role."""
        if (text, role) == (self._text, self._role):
            return
        self._text, self._role = text, role
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 3), round(unit * 1.6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._role))
        side = unit * 0.5
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = (self.width() - side) / 2 if self.narrow else unit * 0.95
        if mirrored and not self.narrow:
            x = self.width() - unit * 0.95 - side
        painter.drawEllipse(QRectF(x, (self.height() - side) / 2, side, side))
        if self.narrow:
            return
        painter.setFont(theme.scaled(self.font(), theme.SMALL))
        painter.setPen(theme.color(self._role))
        room = QRectF(self.rect()).adjusted(unit * 1.8, 0, -unit * 0.3, 0)
        if mirrored:
            room = QRectF(self.rect()).adjusted(unit * 0.3, 0, -unit * 1.8, 0)
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Logo(QWidget):
    """The mark and the name."""

    def __init__(self) -> None:
        """Show both; the mark alone when narrow."""
        super().__init__()
        self.narrow = False
        self.setAccessibleName("Milepost")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 3), round(unit * 3.2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        side = round(unit * 1.55)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = (self.width() - side) / 2 if self.narrow else unit * 0.65
        if mirrored and not self.narrow:
            x = self.width() - unit * 0.65 - side
        disc = QRectF(x, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("done"))
        painter.drawEllipse(disc)
        size = round(side * 0.8)
        on_done = theme.current().on_done
        mark = icons.pixmap("milepost", on_done, size, self.devicePixelRatioF())
        at = disc.center()
        painter.drawPixmap(round(at.x() - size / 2), round(at.y() - size / 2), mark)
        if self.narrow:
            return
        painter.setPen(theme.color("text"))
        painter.setFont(theme.scaled(self.font(), 1.22, 680))
        room = QRectF(self.rect()).adjusted(unit * 2.7, 0, 0, 0)
        if mirrored:
            room = QRectF(self.rect()).adjusted(0, 0, -unit * 2.7, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "Milepost")


class Navigation(QFrame):
    """Narrow where the window is: then icons alone, with tool tips."""

    chosen = Signal(int)

    def __init__(self) -> None:
        """Offer the pages that exist."""
        super().__init__()
        self.setProperty("kind", "navigation")
        self.setAccessibleName(tr("Pages"))
        self.saved = SavedState()
        self.timer = TimerButton()
        self._logo = Logo()
        self._group = QButtonGroup(self)
        self._buttons = {
            JOURNEY: NavigationButton(tr("Journey"), "journey"),
            PROJECTS: NavigationButton(tr("Projects"), "project"),
            JOURNAL: NavigationButton(tr("Journal"), "note"),
            CAREER: NavigationButton(tr("Career"), "career"),
            GUIDE: NavigationButton(tr("Guide"), "book"),
            SETTINGS: NavigationButton(tr("Settings"), "settings"),
        }
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 2 // 3, unit // 4, unit * 2 // 3, unit)
        box.addWidget(self._logo)
        box.addWidget(self._buttons[JOURNEY])
        box.addWidget(self._buttons[PROJECTS])
        box.addWidget(self._buttons[JOURNAL])
        box.addWidget(self._buttons[CAREER])
        box.addWidget(self._buttons[GUIDE])
        box.addStretch()
        box.addWidget(self.timer)
        box.addWidget(self._buttons[SETTINGS])
        box.addWidget(self.saved)
        for number, page in self._buttons.items():
            self._group.addButton(page, number)
        self._group.idClicked.connect(self.chosen)
        self.choose(JOURNEY)

    def choose(self, page: int) -> None:
        """Show which page is open."""
        self._buttons[page].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show names, or icons alone."""
        unit = theme.unit(self)
        self.setFixedWidth(round(unit * (4.2 if narrow else 12.4)))
        for page in self._buttons.values():
            page.narrow = narrow
        self.saved.narrow = self._logo.narrow = narrow
        self.timer.set_narrow(narrow=narrow)
        self.update()
        for page in self._buttons.values():
            page.setToolTip(plain_tip(page.text()) if narrow else "")
