"""What went wrong, said where it happened: kept, explained, with a way to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tracker.ui import icons, theme
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable


class MessageBar(QFrame):
    """One message at a time, above the page, until it is dismissed or settled."""

    def __init__(self) -> None:
        """Stay hidden until there is something to say."""
        super().__init__()
        self.setProperty("kind", "notice")
        self._again: Callable[[], object] | None = None
        self._icon = label()
        self.text = label("", wrap=True)
        self._details = label("", "muted", wrap=True)
        self.action = button("", self._on_action_clicked)
        self.fold = button(tr("Details"), self._on_fold_clicked, "quiet")
        self.dismiss = button(tr("Dismiss"), self.hide, "quiet")
        unit = round(theme.unit(self))
        row = QHBoxLayout()
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        for widget in (self.fold, self.action, self.dismiss):
            row.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit // 3, unit, unit // 3)
        box.addLayout(row)
        box.addWidget(self._details)
        self._details.setTextInteractionFlags(
            self._details.textInteractionFlags().TextSelectableByMouse
            | self._details.textInteractionFlags().TextSelectableByKeyboard
        )
        self.hide()

    def say(
        self,
        text: str,
        *,
        details: str = "",
        action: str = "",
        run: Callable[[], object] | None = None,
        good: bool = False,
    ) -> None:
        """Say something that stays until it is dismissed.

        Args:
            text: What happened, what was kept, what to do.
            details: What the system said, folded away.
            action: The text of a button, if any.
            run: What the button does.
            good: Whether it went as it should.
        """
        size = round(theme.unit(self) * 1.2)
        name, color = "warning", theme.current().here_text
        if good:
            name, color = "check", theme.current().done
        picture = icons.pixmap(name, color, size, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
        self.text.setText(text)
        self._details.setText(details)
        self._details.hide()
        self.fold.setVisible(bool(details))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._again = run
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_action_clicked(self) -> None:
        run, self._again = self._again, None
        self.hide()
        if run is not None:
            run()

    def _on_fold_clicked(self) -> None:
        self._details.setVisible(not self._details.isVisible())
