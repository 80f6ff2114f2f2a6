"""Colours as roles, light and dark, and what Qt is told of them.

No widget names a colour of its own: it asks for a role of `current()`. Sizes come from
the font, so that a text at 200 % brings everything else along.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from tracker.assets import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Tokens:
    """One colour a role; see docs/design.md for what each is used for."""

    def __init__(self, **colors: str) -> None:
        """Take the colour of every role."""
        self.__dict__.update(colors)

    canvas: str
    background: str
    surface: str
    line: str
    text: str
    muted: str
    done: str
    done_soft: str
    on_done: str
    ahead: str
    hill_far: str
    hill: str
    here: str
    here_text: str
    here_soft: str
    on_here: str
    focus: str
    danger: str
    badge: str
    on_badge: str


LIGHT = Tokens(
    canvas="#FBF9F4",
    background="#F6F3EC",
    surface="#FFFFFF",
    line="#E5DFD3",
    text="#1E2A2F",
    muted="#5C6970",
    done="#1B6F5E",
    done_soft="#DCEDE7",
    on_done="#FFFFFF",
    ahead="#DDD5C6",
    hill_far="#F5F1E8",
    hill="#EDE7DA",
    here="#D97B12",
    here_text="#9E5406",
    here_soft="#FBE9D2",
    on_here="#1E2A2F",
    focus="#2F6FDE",
    danger="#B93A1D",
    badge="#1E2A2F",
    on_badge="#FFFFFF",
)
DARK = Tokens(
    canvas="#141B1E",
    background="#101618",
    surface="#1A2326",
    line="#2B373B",
    text="#E7ECEA",
    muted="#93A2A6",
    done="#44BFA1",
    done_soft="#173831",
    on_done="#101618",
    ahead="#313D41",
    hill_far="#171F22",
    hill="#1A2326",
    here="#F0A03C",
    here_text="#F0A03C",
    here_soft="#3A2A14",
    on_here="#101618",
    focus="#7BA7F7",
    danger="#F08A6A",
    badge="#E7ECEA",
    on_badge="#101618",
)
# The text sizes of the design, relative to the user's own.
SMALL, BODY, TITLE, PANEL, FIGURE = 0.88, 1.0, 1.35, 1.6, 1.9
PICTURE_FONT = "Inter"

_tokens = LIGHT


def current() -> Tokens:
    """Return the colours in use."""
    return _tokens


def color(role: str) -> QColor:
    """Return the colour of a role, such as ``"done_soft"``."""
    return QColor(getattr(_tokens, role))


def roles() -> tuple[str, ...]:
    """Return the name of every role."""
    return tuple(Tokens.__annotations__)


def is_dark(choice: str) -> bool:
    """Return whether a choice (``system``, ``light`` or ``dark``) means dark now."""
    scheme = QApplication.styleHints().colorScheme()
    return choice == "dark" or (choice == "system" and scheme == Qt.ColorScheme.Dark)


def apply(application: QApplication, choice: str, base: QFont, percent: int) -> None:
    """Show everything in the chosen colours and text size.

    Args:
        application: The application.
        choice: ``system``, ``light`` or ``dark``.
        base: The user's own font, as the system gave it.
        percent: The chosen text size, of the user's own.
    """
    global _tokens  # noqa: PLW0603  # one look a process
    _tokens = DARK if is_dark(choice) else LIGHT
    font = QFont(base)
    font.setPointSizeF(max(base.pointSizeF(), 6.0) * percent / 100)
    collecting = gc.isenabled()
    gc.disable()  # Qt walks through all widgets: none may be collected on the way
    try:
        application.setFont(font)
        application.setPalette(_palette())
        application.setStyleSheet(_style_sheet(font))
    finally:
        if collecting:
            gc.enable()


def scaled(font: QFont, size: float, weight: int = 400) -> QFont:
    """Return a font of a size relative to another, with a weight from 100 to 900."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * size)
    result.setWeight(QFont.Weight(weight))
    return result


def unit(widget: QWidget) -> float:
    """Return the height of a line of body text, in pixels: the measure of all sizes."""
    return QFontMetricsF(widget.font()).height()


def use_picture_font() -> QFont:
    """Load the font that pictures are drawn with, the same on every machine."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  # not at the start

    for path in sorted(resources().glob("fonts/*.woff2")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(PICTURE_FONT)
    font.setPointSizeF(10)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _palette() -> QPalette:
    palette = QPalette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for which, name in (
        (role.Window, "surface"),
        (role.Base, "surface"),
        (role.AlternateBase, "background"),
        (role.Button, "surface"),
        (role.ToolTipBase, "surface"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "done"),
        (role.HighlightedText, "on_done"),
        (role.Link, "done"),
        (role.Accent, "done"),
        (role.Mid, "line"),
    ):
        palette.setColor(which, color(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, color("muted"))
    return palette


def _style_sheet(font: QFont) -> str:
    em = QFontMetricsF(font).height()
    values = {role: getattr(_tokens, role) for role in roles()}
    # The frame of the keyboard is a pixel wider than the border that it replaces.
    pads = {"pad": em * 0.42, "wide": em * 0.9, "half": em * 0.24}
    inner = {f"inner_{name}": f"{round(pad) - 1}px" for name, pad in pads.items()}
    sizes = {
        "small": f"{font.pointSizeF() * SMALL:.2f}pt",
        "title": f"{font.pointSizeF() * TITLE:.2f}pt",
        "panel": f"{font.pointSizeF() * PANEL:.2f}pt",
        "head": f"{em * 0.42 + 3:.0f}px",  # beside cells, Qt adds these 3 by itself
        "bar": f"{em * 0.55:.0f}px",
        "knob": f"{em * 2:.0f}px",
    }
    outer = {name: f"{round(pad)}px" for name, pad in pads.items()}
    return _SHEET.read(values | sizes | outer | inner)


class _Sheet:
    """The style sheet of the application, read once."""

    def __init__(self) -> None:
        self._text = ""

    def read(self, values: dict[str, str]) -> str:
        """Return the sheet with each ``@name`` replaced by its value."""
        if not self._text:
            path = resources() / "themes" / "milepost.qss"
            self._text = path.read_text(encoding="utf-8")
        text = self._text
        for name in sorted(values, key=len, reverse=True):
            text = text.replace(f"@{name}", values[name])
        return text


_SHEET = _Sheet()
