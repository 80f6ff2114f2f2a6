"""A drawing in the colours of the look, as wide as there is room."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.assets import resources
from tracker.typing_tools import override
from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_ROLE = re.compile(r"@(\w+)")


class Illustration(QWidget):
    """Draws an SVG of ``resources/pictures``, in which ``@done`` names a role."""

    def __init__(self, name: str, description: str) -> None:
        """Draw a picture; ``description`` says to a screen reader what is on it."""
        super().__init__()
        self._name = name
        self.setAccessibleName(description)
        size = QSvgRenderer(QByteArray(_svg(name).encode())).defaultSize()
        self._shape = size.height() / max(size.width(), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = round(theme.unit(self) * 24)
        return QSize(width, round(width * self._shape))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self.width() * self._shape))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = vars(theme.current())
        drawn = _ROLE.sub(lambda found: colours[found[1]], _svg(self._name))
        QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(self.rect()))
        painter.end()


@lru_cache(maxsize=8)
def _svg(name: str) -> str:
    path = resources() / "pictures" / f"{name}.svg"
    return path.read_text(encoding="utf-8")
