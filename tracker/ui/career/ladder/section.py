"""The section of the ladder: an overview, and pages about one level or role."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from tracker.domain.career import TARGET_SUBJECT
from tracker.domain.edit import (
    ALIASES,
    ARCHIVED,
    DAY,
    DONE_ON,
    KIND,
    LANE,
    LINKS,
    NO_ALIASES,
    PLANNED,
    STATE,
    State,
)
from tracker.domain.ids import LANE as LANES
from tracker.domain.ids import POSTING, kind_of, slug_of
from tracker.domain.project_facts import is_reshaping
from tracker.domain.proof import FIELDS as PROOF_FIELDS
from tracker.domain.reference import LEVEL, ROLE
from tracker.services.career import CareerBook
from tracker.services.career_words import reading, status_text
from tracker.typing_tools import override
from tracker.ui.career.ladder.compare_page import COMPARE, ComparePage
from tracker.ui.career.ladder.desk import CareerDesk
from tracker.ui.career.ladder.level_page import LevelPage
from tracker.ui.career.ladder.overview import Overview
from tracker.ui.career.ladder.role_page import RolePage
from tracker.ui.career.ladder.roles_page import ROLES, RolesPage
from tracker.ui.career.ladder.state_row import StateRow
from tracker.ui.career.ladder.sum_dialog import SumDialog
from tracker.ui.career.section import Section
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.later import Later
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from tracker.domain.edit import StoredEdit
    from tracker.domain.ladder import Level
    from tracker.domain.readiness import Term
    from tracker.services.career import CareerView
    from tracker.ui.career.ladder.detail_page import DetailPage
    from tracker.ui.career.ladder.newest_advert import NewestAdvert
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current

_FIELDS = frozenset({STATE, LANE, PLANNED, LINKS, DAY, KIND, ARCHIVED, *PROOF_FIELDS})
_FIELDS |= {ALIASES, NO_ALIASES}  # by which adverts are read

_CHECKED = frozenset({STATE, DONE_ON})  # what a check-off changes, and nothing else


class LadderSection(Section):
    """Reads when it is shown, and again when something that counts here changed."""

    fit_requested = Signal(str)  # an advert, or nothing for all of them

    def __init__(
        self, current: Current, commands: Commands, newest: NewestAdvert, today: date
    ) -> None:
        """Read from ``current``, ask ``commands``; ``today`` is the learner's day."""
        super().__init__()
        self._current = current
        self._book: CareerBook | None = None
        self._view: CareerView | None = None
        self._stale = True  # what is on screen is not what is stored
        self.later = Later(self)
        self._trail: list[DetailPage] = []  # that lead to the one that is shown
        self.detail: DetailPage | None = None
        self.desk = CareerDesk(self, current, commands)
        self.overview = Overview(self.desk, newest, today)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()

    @property
    @override
    def status(self) -> str:
        return status_text(self.view) if self._current.journey is not None else ""

    @property
    @override
    def is_saved(self) -> bool:
        return self.overview.target.is_saved

    @override
    def save(self) -> None:
        self.overview.target.save()

    @override
    def current_subject(self) -> str | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, StateRow) and self.isAncestorOf(focus):
            return focus.subject
        return None

    @override
    def plan_subject(self) -> str | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, StateRow) and self.isAncestorOf(focus):
            return focus.plan_subject
        return None

    @override
    def focus_content(self) -> None:
        self._refresh_if_stale()
        if self.detail is not None:
            self.detail.focus_first()
        else:
            self.overview.focus_first()

    @override
    def open(self, subject: str) -> None:
        """Show a level, a role, a lane, all roles, or two levels compared."""
        self._refresh_if_stale()
        page = self._page(subject)
        if page is None:
            return
        if self.detail is not None and self.detail.subject != subject:
            self._trail.append(self.detail)
            self.detail = None
        known = [each.subject for each in self._trail]
        if subject in known:  # the way leads in no circle
            self._cut_trail(known.index(subject))
        self._drop_detail()
        page.closed.connect(self.close_detail)
        page.sum_requested.connect(self.show_sum)
        page.opened.connect(self.open)
        self._stack.addWidget(page)
        self._show(page)
        page.focus_first()

    @property
    def book(self) -> CareerBook:
        """Return names and sources, read when they are first wanted."""
        if self._book is None:
            journey = self._current.journey
            assert journey is not None  # noqa: S101  # the page follows a roadmap
            self._book = CareerBook(self._current.reader, journey)
        return self._book

    @property
    def view(self) -> CareerView:
        """Return everything as it is now."""
        if self._view is None:
            self._view = self.book.view(self._current.evidence)
        return self._view

    def close_detail(self) -> None:
        """Go back to what was shown before."""
        gone = self.detail.subject if self.detail is not None else ""
        self._drop_detail()
        if self._trail:
            page = self._trail.pop()
            self._show(page)
            page.focus_again()
            return
        self._stack.setCurrentWidget(self.overview)
        self._focus_again(gone)

    def show_sum(self, subject: str) -> None:
        """Show the sum behind the percentage of a level or role."""
        rung, role = self.view.rung(slug_of(subject)), self.view.role(subject)
        if kind_of(subject) == LEVEL and rung is not None:
            title, made = rung.level.title, rung.readiness
        elif role is not None:
            title, made = role.title, role.readiness
        else:
            return
        dialog = SumDialog(self, title, made, self.book)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def make_read_only(self) -> None:
        """Take nothing: it could not be stored."""
        self.overview.target.make_read_only()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _connect(self) -> None:
        self._current.changed.connect(self._on_changed)
        self._current.replaced.connect(self._on_replaced)
        self.desk.refresh_requested.connect(self._refresh)
        self.overview.steps.opened.connect(self.open)
        self.overview.steps.sum_requested.connect(self.show_sum)
        self.overview.roles.opened.connect(self.open)
        self.overview.roles.all_requested.connect(self._open_roles)
        self.overview.compare_requested.connect(self._on_compare)
        self.overview.fit.opened.connect(self.fit_requested)

    def _on_changed(self, stored: StoredEdit, _stages: frozenset[int]) -> None:
        fields = {change.field for change in stored.edit.changes}
        subjects = stored.edit.subjects
        concerns = (
            not _FIELDS.isdisjoint(fields)
            or TARGET_SUBJECT in subjects
            or any(kind_of(subject) == POSTING for subject in subjects)
        )
        if concerns or is_reshaping(stored.edit):
            self._view, self._stale = None, True
            if self.isVisible() and fields <= _CHECKED:
                self._show_states(stored)
                self.later.start([self._refresh_in_slices])
            elif self.isVisible():
                self._refresh()
                self.header_changed.emit()

    def _show_states(self, stored: StoredEdit) -> None:
        """Show at once what was checked off; sums and lists follow when it is seen."""
        states = {c.subject: c.after for c in stored.edit.changes if c.field == STATE}
        shown = self.detail or self.overview
        for row in shown.findChildren(StateRow) if states else ():
            if row.subject in states:
                after = states[row.subject]
                row.show_state_now(row.subject, State(after) if after else State.TODO)

    def _refresh_in_slices(self) -> None:
        if self._current.journey is None:
            return
        self.later.start([*self._slices(), self.header_changed.emit])

    def _on_replaced(self) -> None:
        self.later.cancel()
        self._book = self._view = None
        self._stale = True
        shown = self.detail.subject if self.detail is not None else ""
        self._drop_detail()
        self._cut_trail(0)
        self._stack.setCurrentWidget(self.overview)
        if self.isVisible():
            self._refresh()
            if shown:
                self.open(shown)

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        if self._current.journey is None:
            return
        fresh = self.desk.book is not self.book
        self.desk.book = self.book
        if fresh:
            self.overview.make(self.book, self.view)
        self.later.start(self._slices())
        self.later.finish()

    def _slices(self) -> list[Callable[[], object]]:
        """Return what shows everything as it is now: what is in front comes first."""
        parts = list(self.overview.slices(self.book, self.view))
        if self.detail is not None:
            detail = self.detail
            parts = [partial(detail.show_view, self.view), detail.follow_layout, *parts]
        return [*parts, self._on_refreshed]

    def _on_refreshed(self) -> None:
        self._stale = False

    def _page(self, subject: str) -> DetailPage | None:
        kind, slug = kind_of(subject), slug_of(subject)
        if subject == ROLES:
            return RolesPage(self.book, self.desk)
        if kind == LEVEL:
            return self._level_page(slug)
        if f"{kind}:" == COMPARE:
            lower, _, higher = slug.partition("/")
            known = {rung.level.slug for rung in self.view.rungs}
            wanted = {lower, higher} <= known
            return ComparePage(lower, higher, self.book, self.desk) if wanted else None
        return self._role_page(subject) if kind in {ROLE, LANES} else None

    def _level_page(self, slug: str) -> DetailPage | None:
        rung = self.view.rung(slug)
        if rung is None:
            return None
        pages = reading(self._current.reader, rung.subject)
        page = LevelPage(rung.level, self.book, self.desk, self._advice, pages)
        page.compare_requested.connect(self._compare_with)
        return page

    def _role_page(self, subject: str) -> DetailPage | None:
        role = self.view.role(subject) or self.view.role_of_lane(subject)
        if role is None:
            return None
        summary = role.summary or self.book.lane_summary(role.fork, role.lane)
        pages = reading(self._current.reader, role.subject)
        return RolePage(role, summary, self.book, self.desk, pages)

    def _advice(self, level: Level) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        return self.book.advice(level, self._current.evidence)

    def _show(self, page: DetailPage) -> None:
        self.later.finish()
        self.detail = page
        page.back.setText(tr("‹ Back") if self._trail else tr("‹ Ladder"))
        page.show_view(self.view)
        page.follow_layout()
        self._stack.setCurrentWidget(page)

    def _cut_trail(self, length: int) -> None:
        """Forget the last pages of the way."""
        while len(self._trail) > length:
            gone = self._trail.pop()
            self._stack.removeWidget(gone)
            drop(gone)

    def _drop_detail(self) -> None:
        self.later.finish()  # it may be about to show something in the page
        if self.detail is not None:
            self._stack.removeWidget(self.detail)
            drop(self.detail)
            self.detail = None

    def _focus_again(self, subject: str) -> None:
        """Give the keyboard back to what had led to a page."""
        for card in self.overview.steps.cards:
            if card.subject == subject:
                card.title.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        row = self.overview.roles.list.rows.get(subject)
        target: QWidget = row if row is not None else self.overview.roles.all
        if subject.startswith(COMPARE):
            target = self.overview.compare
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_roles(self) -> None:
        self.open(ROLES)

    def _on_compare(self) -> None:
        self._compare(self.view.here)

    def _compare_with(self, slug: str) -> None:
        slugs = [rung.level.slug for rung in self.view.rungs]
        self._compare(slugs.index(slug))

    def _compare(self, number: int) -> None:
        """Compare a level with the next one, the last with the one before it."""
        slugs = [rung.level.slug for rung in self.view.rungs]
        first = min(number, len(slugs) - 2)
        if first >= 0:
            self.open(f"{COMPARE}{slugs[first]}/{slugs[first + 1]}")
