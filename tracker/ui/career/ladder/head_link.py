"""A heading that opens what it names; bold, underlined under the mouse or always."""

from __future__ import annotations

from PySide6.QtGui import QFont

from tracker.typing_tools import override
from tracker.ui.widgets.text_link import TextLink

_BOLD = 640


class HeadLink(TextLink):
    """Looks like a heading, is used like a link."""

    def __init__(self, text: str, *, underlined: bool = False) -> None:
        """Show ``text`` in as many lines as it needs.

        Args:
            text: What it says.
            underlined: Always, since nothing else says that it can be clicked.
        """
        super().__init__(text)
        self._underlined = underlined
        bold = QFont()
        bold.setWeight(QFont.Weight(_BOLD))
        self.setFont(bold)

    @override
    def _is_underlined(self) -> bool:
        return self._underlined or self.underMouse()

    @override
    def _role(self) -> str:
        return "text"
