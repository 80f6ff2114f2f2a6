"""Job fit: the kept adverts, one of them beside the list, and ways to add more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from tracker.services.scores import gaps_in
from tracker.services.teaching import read_taught
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.busy import Busy
from tracker.ui.career.postings.detail import PostingDetail
from tracker.ui.career.postings.invitation import Invitation
from tracker.ui.career.postings.list_pane import PostingList
from tracker.ui.career.postings.rows import BY_FIT, NEWEST
from tracker.ui.career.section import Section
from tracker.ui.widgets.panes import Panes
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QLineEdit, QWidget

    from tracker.domain.edit import StoredEdit
    from tracker.services.scores import Sheet
    from tracker.ui.career.postings.commands import PostingCommands
    from tracker.ui.career.postings.scoring import Scoring
    from tracker.ui.current import Current
    from tracker.ui.preferences import Preferences

_WIDTHS = "adverts_splitter"  # what `Preferences` calls the widths of the panes
_LIST = 21  # lines of text that the list is wide, where there is room


class PostingsSection(Section):
    """Reads when it is shown; scores follow every check-off."""

    clipboard_pasted = Signal()
    paste_requested = Signal()
    text_given = Signal(str, str)  # text, title
    files_requested = Signal()
    files_given = Signal(list)  # paths that were dropped
    taught_requested = Signal()

    def __init__(
        self,
        current: Current,
        commands: PostingCommands,
        scoring: Scoring,
        preferences: Preferences,
    ) -> None:
        """Read from ``current`` and ``scoring``, ask ``commands``."""
        super().__init__()
        self._current, self._commands = current, commands
        self.scoring, self._preferences = scoring, preferences
        self._asked = ""  # what was just asked for from elsewhere
        self.list = PostingList()
        self.detail = PostingDetail(commands, scoring.title_of)
        self.invitation = Invitation()
        self.busy = Busy()
        self.list.orders.choose(NEWEST if preferences.newest_adverts_first else BY_FIT)
        self.list.begin_at(preferences.advert)
        self.panes = _ListAndOne(self.list, self.detail, preferences.blob(_WIDTHS))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.invitation)
        self.stack.addWidget(self.panes)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.busy)
        box.addWidget(self.stack, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_soon)
        self._connect()

    @property
    @override
    def status(self) -> str:
        scores = self.scoring.scores
        known = [p for p in scores.percents.values() if p is not None]
        if not scores.postings:
            return tr("Paste a job advert and see how well you fit.")
        count = tr_n("1 advert", "{n} adverts", len(scores.postings))
        if not known:
            return count
        best = tr("the best fits {n}%", n=max(known))
        return tr("{count} · {best}", count=count, best=best)

    @property
    @override
    def search(self) -> QLineEdit | None:
        return self.list.search if self.scoring.scores.postings else None

    @override
    def current_subject(self) -> str | None:
        return self.detail.current_subject()

    @override
    def open(self, subject: str) -> None:
        self.scoring.wanted = self._asked = subject
        self.scoring.wake()
        self.list.choose(subject)
        self.panes.show_right()

    @override
    def focus_content(self) -> None:
        asked, self._asked = self._asked, ""
        if self.stack.currentWidget() is self.invitation:
            self.invitation.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked and asked == self.detail.subject:
            self.open_chosen()
        else:
            self.panes.show_left()
            self.list.focus_lines()

    @override
    def save(self) -> None:
        self.detail.finish_typing()
        if self.list.current:
            self._preferences.advert = self.list.current
        if self.panes.was_moved:
            self._preferences.set_blob(_WIDTHS, self.panes.saveState())

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for each in (self.list, self.detail, self.invitation):
            each.make_read_only()
        self._paste_keys.setEnabled(False)

    def take_in(self, stored: StoredEdit) -> None:
        """Take in a stored edit."""
        self.scoring.take_in(stored)
        touched = any(s.startswith("skill:") for s in self._current.touched)
        if touched:
            self._show_soon()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scoring.wake()
        self._show_all()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scoring.rest()

    def _connect(self) -> None:
        self._paste_keys = QShortcut(QKeySequence.StandardKey.Paste, self)
        # A field that can be typed into takes the keys before this does.
        self._paste_keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._paste_keys.activated.connect(self.clipboard_pasted)
        self.scoring.changed.connect(self._show_all)
        self.scoring.read.connect(self._on_read)
        self.scoring.scored.connect(self._on_scored)
        self.list.chosen.connect(self._on_chosen)
        self.list.orders.chosen.connect(self._on_order)
        self.list.opened.connect(self.open_chosen)
        self.list.clicked.connect(self.panes.show_right)  # else it is beside the list
        self.list.paste_requested.connect(self.paste_requested)
        self.list.files_requested.connect(self.files_requested)
        self.list.taught_requested.connect(self.taught_requested)
        self.list.remove_requested.connect(self._commands.remove)
        self.invitation.given.connect(self._on_given)
        self.invitation.text.files_given.connect(self.files_given)
        self.invitation.files_requested.connect(self.files_requested)
        self.detail.closed.connect(self.focus_content)
        self.detail.planned.connect(self._commands.plan)
        self.panes.narrowed.connect(self.detail.back.setVisible)
        self.detail.back.setVisible(self.panes.narrow)

    def open_chosen(self) -> None:
        """Give the keyboard to what is shown of the chosen advert."""
        self._asked = ""
        if self.detail.subject:
            self.panes.show_right()
            self.detail.focus_first()

    def _show_all(self) -> None:
        scores = self.scoring.scores
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        first = self.stack.currentWidget() is self.invitation
        wanted: QWidget = self.panes if scores.postings else self.invitation
        self.stack.setCurrentWidget(wanted)
        if scores.postings and first:
            self.invitation.clear()
        self.list.show_scores(scores)
        self._show_detail()
        self._show_taught()
        if held and first != (wanted is self.invitation):
            self.focus_content()
        self.header_changed.emit()

    def _show_soon(self) -> None:
        """Show the chosen advert anew in a moment, once for all that happens now."""
        if self.isVisible():
            self._soon.start()

    def _on_soon(self) -> None:
        self._show_detail()
        self._show_taught()

    def _show_taught(self) -> None:
        self.list.show_taught(len(read_taught(self._current.reader)))

    def _show_detail(self) -> None:
        subject = self.list.current
        sheet = self.scoring.sheet(subject) if subject else None
        known = sheet is not None and sheet.posting == self.detail.posting
        if known and sheet is not None and sheet.is_waiting:
            return  # it is being read again; until then what was read stands
        if sheet is None:
            text = tr("The advert you choose is shown here, with what you have of it.")
            self.detail.show_nothing(text)
            return
        self.detail.show_sheet(sheet, *self._gaps(sheet))

    def _gaps(self, sheet: Sheet) -> tuple[Sequence[str], str]:
        """Return what can go on the plan, and what can be shown on the road."""
        journey = self._current.journey
        if sheet.fit is None or journey is None:
            return (), ""
        places = journey.outline.places
        reader = self._current.reader
        gaps = gaps_in(sheet.fit, places.__contains__, reader.knows)
        planned = self._current.plan
        first = next((gap for gap in gaps if gap in places and gap in planned), "")
        return [gap for gap in gaps if gap not in planned], first

    def _on_chosen(self, subject: str) -> None:
        self.scoring.wanted = subject
        if subject != self.detail.subject or not subject:
            self._show_detail()

    def _on_order(self, order: int) -> None:
        self._preferences.newest_adverts_first = order == NEWEST

    def _on_read(self, subjects: list[str]) -> None:
        if self.list.current in subjects:
            self._show_soon()

    def _on_scored(self, subjects: list[str]) -> None:
        self.list.show_percents(subjects)
        self.list.sort_again()
        self.header_changed.emit()

    def _on_given(self, text: str) -> None:
        self.text_given.emit(text, "")


class _ListAndOne(Panes):
    """The list takes what it needs; the advert has the rest."""

    def __init__(self, left: QWidget, right: QWidget, widths: QByteArray) -> None:
        self._was_shown = self.was_moved = False
        self._widths = widths
        super().__init__(left, right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._was_shown and not self.narrow:
            self._was_shown = True
            wanted = round(min(theme.unit(self) * _LIST, self.width() * 0.36))
            self.setSizes([wanted, self.width() - wanted])
            self.restoreState(self._widths)

    def _on_moved(self) -> None:
        self.was_moved = True
