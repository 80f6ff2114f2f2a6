"""One proof in a list: its title opens it, a menu beside it does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from tracker.services.wording_proof import proof_detail, proof_kind_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import ElidedLabel, button
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from tracker.domain.work import Proof


class ProofRow(QFrame):
    """Shows a proof; Enter opens it, F2 renames it, Delete removes it."""

    open_requested = Signal(object)  # Proof
    rename_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, proof: Proof, about: str = "") -> None:
        """Show a proof; ``about`` names its target where a list holds several."""
        super().__init__()
        self.proof = proof
        unit = round(theme.unit(self))
        kind = proof_kind_name(proof.kind)
        self.title = TextLink(proof.title)
        self.title.setAccessibleName(f"{proof.title}, {kind}")
        detail = " · ".join(filter(None, (proof_detail(proof), about)))
        self.title.setAccessibleDescription(detail)
        self.title.clicked.connect(self._on_open)
        self.more = button("⋯", self.show_menu, "quiet")
        self.more.setAccessibleName(tr("More for {title}", title=proof.title))
        self.more.setToolTip(tr("Open, rename or remove"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        below = QHBoxLayout()
        below.setContentsMargins(unit // 3, 0, 0, 0)  # where the title begins
        below.addWidget(ElidedLabel(detail, "below"))
        words.addLayout(below)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, unit // 4)
        box.setSpacing(unit // 4)
        box.addLayout(words, 1)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def show_menu(self) -> None:
        """Offer everything that can be done with this proof."""
        menu = QMenu(self)
        for text, run, keys in (
            (tr("&Open"), self._on_open, "Return"),
            (tr("&Rename…"), self._on_rename, "F2"),
            (tr("Re&move"), self._on_remove, "Del"),
        ):
            action = menu.addAction(text, run)
            action.setShortcut(keys)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {
            Qt.Key.Key_F2: self._on_rename,
            Qt.Key.Key_Delete: self._on_remove,
            Qt.Key.Key_Backspace: self._on_remove,
        }.get(Qt.Key(event.key()))
        if run is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            run()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu()

    def _on_open(self) -> None:
        self.open_requested.emit(self.proof)

    def _on_rename(self) -> None:
        self.rename_requested.emit(self.proof)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self.proof)
