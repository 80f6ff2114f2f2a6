"""Milepost's own icons: SVG drawn in ``currentColor``, tinted when first used."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tracker.assets import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

FALLBACK = "flag"  # a roadmap from outside may name an icon that we do not have


def icon(name: str, color: str, size: int, ratio: float = 1.0) -> QIcon:
    """Return an icon in a colour; ``size`` in logical pixels."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  # its enumerations take 1 ms

    return QIcon(pixmap(name, color, size, ratio))


@lru_cache(maxsize=256)
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture; ``ratio`` is the screen's device pixel ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(
        QByteArray(_svg(name).replace("currentColor", color).encode())
    )
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=64)
def _svg(name: str) -> str:
    folder = resources() / "icons"
    try:
        return (folder / f"{name}.svg").read_text(encoding="utf-8")
    except (OSError, ValueError):  # no such icon, or nothing that a file can be called
        return (folder / f"{FALLBACK}.svg").read_text(encoding="utf-8")
