"""The section of applications: a board of phases, one application beside it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from tracker.domain.application import Application, Phase
from tracker.domain.errors import StorageError
from tracker.domain.ids import APPLICATION, POSTING, kind_of
from tracker.services.applications import read_applications
from tracker.services.postings import read_postings
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.applications.bar import ApplicationBar
from tracker.ui.career.applications.card_menu import ApplicationMenu
from tracker.ui.career.applications.detail import ApplicationDetail
from tracker.ui.career.applications.empty import EmptyBox
from tracker.ui.career.applications.fits import Fits
from tracker.ui.career.applications.kept_box import KeptBox
from tracker.ui.career.applications.sideways import SidewaysScroll
from tracker.ui.career.applications.words import (
    ApplicationCard,
    card_of,
    header_text,
    heads,
    nothing_text,
    order,
)
from tracker.ui.career.section import Section
from tracker.ui.widgets.board import Board
from tracker.ui.widgets.label import frame, label
from tracker.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from tracker.domain.edit import StoredEdit
    from tracker.domain.posting import Posting
    from tracker.ui.career.adverts import Adverts
    from tracker.ui.career.applications.commands import ApplicationCommands
    from tracker.ui.current import Current

_MIME = "application/x-milepost-application"
_COLUMN = 8.5  # lines of text that a column is wide, at least


class ApplicationsSection(Section):
    """Where jobs are kept track of, from found to closed."""

    new_requested = Signal(object)  # the Posting it is for, or None
    posting_requested = Signal(str)
    typing = Signal(bool)  # whether something typed is not stored yet

    def __init__(
        self,
        current: Current,
        commands: ApplicationCommands,
        adverts: Adverts,
    ) -> None:
        """Read from ``current``, ask ``commands``; ``adverts`` knows how they fit."""
        super().__init__()
        self._current, self._commands = current, commands
        self._applications: tuple[Application, ...] = ()
        self._cards: dict[str, ApplicationCard] = {}
        self._postings: tuple[Posting, ...] = ()
        self._stale = True
        self.fits = Fits(adverts, self)
        self.bar, self.empty = ApplicationBar(), EmptyBox()
        self.board = Board(heads(), _MIME)
        self.detail = ApplicationDetail(commands, commands.today())
        self.kept = KeptBox()
        self.menu = ApplicationMenu(self, commands, self._has_posting)
        self._hint = label("", "muted", wrap=True)
        self._settle = QTimer(self)  # until the columns have their new widths
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._scroll = SidewaysScroll(self.board)
        self._lay_out()
        self._connect()

    @property
    @override
    def status(self) -> str:
        self._read_if_stale()
        return header_text(self._applications, self._commands.today())

    @property
    @override
    def search(self) -> QLineEdit | None:
        return self.bar.search

    @property
    @override
    def is_saved(self) -> bool:
        return self.detail.is_saved and self.kept.is_empty

    @property
    def chosen(self) -> str:
        """Return the application that is chosen, empty for none."""
        return self.board.chosen_subject

    @override
    def open(self, subject: str) -> None:
        self._read_if_stale()
        if kind_of(subject) == POSTING:
            self._open_posting(subject)
        elif kind_of(subject) == APPLICATION and subject in self._cards:
            self._go_to(subject)

    def _open_posting(self, subject: str) -> None:
        """Show the application for an advert, or begin one."""
        found = next((a for a in self._applications if a.posting == subject), None)
        if found is not None:
            self._go_to(found.subject)
            return
        posting = next((p for p in self._postings if p.subject == subject), None)
        if posting is not None:
            self.new_requested.emit(posting)

    def _go_to(self, subject: str) -> None:
        card = self._cards[subject]
        if not card.has(self._words()):
            self.bar.search.clear()
        if not card.application.is_open:
            self.bar.closed.setChecked(True)
        self.board.chosen_subject = subject
        self.show_all()
        self.open_chosen()

    def open_chosen(self) -> None:
        """Show the chosen application, and give it the keyboard."""
        if self._show_detail():
            self.panes.show_right()
            self.detail.focus_first()
            self._settle.start()

    @override
    def focus_content(self) -> None:
        if not self._applications:
            self.empty.new.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.panes.shows_right:
            self.detail.focus_first()
        else:
            self.board.focus_cards()

    @override
    def save(self) -> None:
        self.detail.save()

    def show_change(self, stored: StoredEdit) -> None:
        """Take in a stored edit."""
        self.detail.take_in(stored)
        kinds = {kind_of(subject) for subject in stored.edit.subjects}
        if kinds != {APPLICATION}:
            self.fits.forget()  # a grade may have changed, or what words mean
        concerns = not kinds.isdisjoint({APPLICATION, POSTING})
        self._stale = self._stale or concerns
        if self.isVisible() and concerns:
            self.show_all()
        elif self.isVisible():
            self._want_fits()  # in the pauses; nothing else follows from it
        if not self.is_saved:
            self._on_typing()  # what was stored is not all

    def reload(self) -> None:
        """Read everything again."""
        self.fits.forget()
        self._stale = True
        if self.isVisible():
            self.show_all()

    def show_today(self) -> None:
        """Show what is due as of another day."""
        self.detail.set_today(self._commands.today())
        self.reload()

    def show_all(self) -> None:
        """Read again if need be and show everything; what is chosen stays so."""
        self._read_if_stale()
        focus = QApplication.focusWidget() or self
        held = self.detail.isAncestorOf(focus)
        if gone := self.detail.subject not in {"", *self._cards}:
            self._let_detail_go()
        self._show_cards()
        if self.panes.shows_right and (gone or not self._show_detail()):
            self._close(take_keyboard=held)
        if not self._applications and (held or self.board.isAncestorOf(focus)):
            self.empty.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header_changed.emit()

    def _let_detail_go(self) -> None:
        """Forget the application that was removed, but no word typed on it."""
        of = self.detail.application
        typed = self.detail.give_up()
        if of is not None and typed.strip():
            self.kept.keep(of.name, typed)
            self.typing.emit(True)  # noqa: FBT003  # a signal's value

    def _on_typing(self) -> None:
        self.typing.emit(not self.is_saved)

    def _on_refused(self) -> None:
        """Look again: what was refused may be gone, removed by another program."""
        with suppress(StorageError):  # locked just now: the watch looks again
            self._current.look_for_changes()

    def _on_let_go(self) -> None:
        self.typing.emit(not self.is_saved)
        self.focus_content()

    def _has_posting(self, subject: str) -> bool:
        return any(posting.subject == subject for posting in self._postings)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        self.bar.new.setEnabled(False)
        self.empty.new.setEnabled(False)
        self.detail.make_read_only()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stale = True
        self.show_all()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys, search = event.key(), Qt.Key, self.bar.search
        if search.hasFocus() and key in {keys.Key_Down, keys.Key_Return}:
            self.board.focus_cards()
        elif key == keys.Key_Escape and search.text():
            search.clear()
        elif key == keys.Key_Escape and self.panes.shows_right:
            self._on_detail_closed()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit_board()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        left = frame("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(unit, unit // 2, unit, unit // 2)
        column.setSpacing(unit // 2)
        column.addWidget(self.kept)
        column.addWidget(self.bar)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.empty, 1)
        self.panes = Panes(left, self.detail, on_demand=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panes)
        self._fit_board()

    def _fit_board(self) -> None:
        hidden = 0 if self.bar.closed.isChecked() else 1
        columns = len(self.board.columns) - hidden
        self.board.setMinimumWidth(round(theme.unit(self) * _COLUMN * columns))

    def _connect(self) -> None:
        self.bar.new_requested.connect(self._on_new)
        self.empty.new_requested.connect(self._on_new)
        self.bar.search.textChanged.connect(self._show_cards)
        self.bar.closed.toggled.connect(self._on_closed_toggled)
        self.board.chosen.connect(self._on_chosen)
        self.board.opened.connect(self.open_chosen)
        self.board.move_requested.connect(self._commands.move)
        for view in self.board.columns.values():
            self.menu.watch(view)
            view.clicked.connect(self._on_clicked)
        self.menu.posting_requested.connect(self.posting_requested)
        self.detail.about.posting_opened.connect(self.posting_requested)
        self.detail.closed.connect(self._on_detail_closed)
        self.detail.typing.connect(self._on_typing)
        self.kept.let_go.connect(self._on_let_go)
        self._commands.refused.connect(self._on_refused)
        self.fits.found.connect(self._on_fits_found)
        self._settle.timeout.connect(self._show_chosen)

    def _read_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        reader = self._current.reader
        self._applications = read_applications(reader)
        self._postings = read_postings(reader)
        self._make_cards()

    def _make_cards(self) -> None:
        today = self._commands.today()
        made = (card_of(a, self._fit_now(a), today) for a in self._applications)
        self._cards = {card.subject: card for card in made}

    def _fit_now(self, application: Application) -> int | None:
        return self.fits.percent(application.posting) if application.is_open else None

    def _show_cards(self) -> None:
        words = self._words()
        shown = [card for card in self._cards.values() if card.has(words)]
        some = bool(self._applications)
        self.empty.setVisible(not some)
        self._scroll.setVisible(some)
        self.bar.setVisible(some)
        self._tell_nothing(shown)
        shown.sort(key=order)
        self.board.show_cards(shown)
        self._want_fits()

    def _want_fits(self) -> None:
        """Have the fits worked out that the cards or the detail show."""
        there, words = {p.subject for p in self._postings}, self._words()
        detail = self.detail.application
        wanted = [
            card.application.posting
            for card in self._cards.values()
            if card.application.is_open
            and card.application.fit is None
            and card.has(words)
        ]
        if detail is not None and self.panes.shows_right:
            wanted.append(detail.posting)
        self.fits.want(posting for posting in wanted if posting in there)

    def _tell_nothing(self, shown: Sequence[ApplicationCard]) -> None:
        """Say why no card is to be seen although there are applications."""
        hides = not self.bar.closed.isChecked()
        seen = [card for card in shown if not hides or card.application.is_open]
        self._hint.setText(nothing_text(len(shown)))
        self._hint.setVisible(bool(self._applications) and not seen)

    def _show_detail(self) -> bool:
        """Show the chosen application; return whether it is there."""
        if (card := self._cards.get(self.chosen)) is None:
            return False
        offered = [
            (p.subject, f"{p.title}, {p.company}" if p.company else p.title)
            for p in self._postings
        ]
        posting = card.application.posting
        now = self.fits.now(posting) if self._has_posting(posting) else None
        is_read = self.fits.is_known(posting)
        self.detail.show_application(card.application, offered, now, is_read=is_read)
        return True

    def _words(self) -> list[str]:
        return self.bar.search.text().casefold().split()

    def _close(self, *, take_keyboard: bool) -> None:
        self.panes.show_left()
        if take_keyboard:
            self.board.focus_cards()

    def _on_new(self) -> None:
        self.new_requested.emit(None)

    def _on_closed_toggled(self) -> None:
        shown = self.bar.closed.isChecked()
        self.board.put_away(frozenset() if shown else frozenset({Phase.CLOSED}))
        self._fit_board()
        self._show_cards()

    def _show_chosen(self) -> None:
        """Scroll to the chosen card."""
        self.board.choose(self.chosen)
        for column in self.board.columns.values():
            if column.cards.row_of(self.chosen) >= 0:
                self._scroll.go_to(column)

    def _on_chosen(self) -> None:
        self._show_chosen()
        if self.panes.shows_right:
            self._show_detail()

    def _on_clicked(self) -> None:
        if self._show_detail():
            self.panes.show_right()

    def _on_detail_closed(self) -> None:
        self.save()
        self._close(take_keyboard=True)

    def _on_fits_found(self) -> None:
        self._make_cards()
        self._show_cards()
        if self.panes.shows_right:
            self._show_detail()
