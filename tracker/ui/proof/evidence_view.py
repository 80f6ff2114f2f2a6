"""The proof of one thing and of its parts, and the ways to add more.

It knows no use cases: `tracker.ui.proof.desk.ProofDesk` answers what it asks for, on
whatever page it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QMenu,
    QVBoxLayout,
)

from tracker.domain.work import PROOF_KINDS, ProofKind
from tracker.services.wording_proof import grade_sentence
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.proof.row import ProofRow
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.work import Proof


class EvidenceView(QFrame):
    """Shows proofs; a file or link can be dropped or pasted onto it."""

    add_requested = Signal(str, str)  # target, kind of proof
    data_given = Signal(str, object)  # target, list of QUrl that came by drop or paste
    open_requested = Signal(object)  # Proof
    rename_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setAcceptDrops(True)
        self._targets: dict[str, str] = {}
        self._shown: tuple[Proof, ...] | None = None
        self.rows: list[ProofRow] = []
        self.sentence = label("", "muted", wrap=True)
        self.about = Combo(tr("What the proof is for"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.about.setSizeAdjustPolicy(policy)
        self.about.setMinimumContentsLength(8)  # room at 200 %
        self.add = button(tr("Add proof…"), self.show_menu)
        self.hint = label(tr("Or drop a file or a link here, or paste one."), "below")
        self.hint.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 3)
        box.addWidget(label(tr("Proof"), "heading"))
        box.addWidget(self.sentence)
        box.addLayout(self._list)
        box.addWidget(self.about)  # not beside the button: at 200 % both need a line
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.hint)

    def show_targets(self, targets: Sequence[tuple[str, str]]) -> None:
        """Show the proof of these (subject, title): a thing, and then its parts."""
        self._targets = dict(targets)
        self._shown = None
        self.about.clear()
        for subject, title in targets:
            self.about.addItem(title, subject)
        self.about.setVisible(len(targets) > 1)

    def show_evidence(self, evidence: Evidence, progress: Progress) -> None:
        """Show what is stored now; the keyboard stays where it was."""
        if not self._targets:
            return
        whole = next(iter(self._targets))
        grade, waiting = evidence.grade(whole, progress), evidence.waiting(whole)
        self.sentence.setText(grade_sentence(grade, waiting))
        proofs = tuple(p for each in self._targets for p in evidence.on(each))
        if proofs != self._shown:
            self._show_rows(proofs, whole)
            self._shown = proofs

    def set_editable(self, *, editable: bool) -> None:
        """Offer to add proof, or not: it could not be stored."""
        self.add.setEnabled(editable)
        self.setAcceptDrops(editable)
        self.hint.setVisible(editable)

    @property
    def target(self) -> str:
        """Return what the next proof is for."""
        return str(self.about.currentData() or next(iter(self._targets), ""))

    def show_menu(self) -> None:
        """Offer the kinds of proof."""
        texts = {
            ProofKind.LINK: tr("A &link…"),
            ProofKind.COMMIT: tr("A &commit of a local repository…"),
            ProofKind.FILE: tr("A &file…"),
            ProofKind.NOTE: tr("A &note…"),
            ProofKind.CONFIRMATION: tr("A con&firmation…"),
        }
        menu = QMenu(self)
        for kind in PROOF_KINDS:
            action = menu.addAction(texts[kind])
            action.setData(kind)
        menu.triggered.connect(self._on_kind_chosen)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def paste(self) -> None:
        """Take a file or an address from the clipboard."""
        self._take(QApplication.clipboard().mimeData())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        if not self.add.isEnabled():
            return
        given: list[str] = [url.toString() for url in data.urls()]
        if not given and data.hasText():
            given = [data.text().strip()]
        if given and self.target:
            self.data_given.emit(self.target, given)

    def _show_rows(self, proofs: tuple[Proof, ...], whole: str) -> None:
        focus = QApplication.focusWidget()
        held = [n for n, row in enumerate(self.rows) if row.isAncestorOf(focus or row)]
        at = held[0] if focus is not None and held else None
        for old in self.rows:
            self._list.removeWidget(old)
            old.setParent(None)
        self.rows = []
        for proof in proofs:
            about = "" if proof.target == whole else self._targets[proof.target]
            row = ProofRow(proof, about)
            row.open_requested.connect(self.open_requested)
            row.rename_requested.connect(self.rename_requested)
            row.remove_requested.connect(self.remove_requested)
            self._list.addWidget(row)
            row.show()
            self.rows.append(row)
        if at is not None:
            kept = self.rows[min(at, len(self.rows) - 1)].title if self.rows else None
            (kept or self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind_chosen(self, action: object) -> None:
        kind = str(getattr(action, "data", str)())
        if kind and self.target:
            self.add_requested.emit(self.target, kind)
