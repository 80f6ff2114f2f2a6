"""The Projects page: all projects as a board or a list, one of them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import Label, State
from tracker.domain.ids import (
    MILESTONE,
    PROJECT,
    SKILL,
    STEP,
    kind_of,
    project_subject,
    slug_of,
    stage_subject,
)
from tracker.domain.project_facts import project_of
from tracker.services.evidence import with_proofs
from tracker.services.project_works import project_works
from tracker.services.wording import state_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.projects.bar import ProjectBar
from tracker.ui.projects.card_menu import ProjectMenu
from tracker.ui.projects.detail import ProjectDetail
from tracker.ui.projects.entries_box import NEWEST
from tracker.ui.projects.table import ProjectTable
from tracker.ui.projects.words import STATES, card_of, header_text
from tracker.ui.widgets.board import Board, ColumnHead
from tracker.ui.widgets.label import frame, label
from tracker.ui.widgets.panes import Panes
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.work import ProjectWork
    from tracker.ui.current import Current
    from tracker.ui.projects.commands import ProjectCommands
    from tracker.ui.projects.words import ProjectCard


_MIME = "application/x-milepost-project"


class ProjectsPage(QWidget):
    """Where projects are planned, moved, filled with milestones and finished."""

    new_requested = Signal()
    header_changed = Signal()

    def __init__(
        self, current: Current, commands: ProjectCommands, today: Callable[[], date]
    ) -> None:
        """Read from ``current``, ask ``commands``; ``today`` tells the day."""
        super().__init__()
        self._current, self._commands, self._today = current, commands, today
        self._works: tuple[ProjectWork, ...] = ()
        self._cards: dict[str, ProjectCard] = {}
        self._stale = True
        self.bar = bar = ProjectBar()
        self.ways, self.search, self.new = bar.ways, bar.search, bar.new
        self.archived, self.aside, self.removed = bar.archived, bar.aside, bar.removed
        self.board, self.table = Board(_heads(), _MIME), ProjectTable()
        self.detail = ProjectDetail(commands, current.reader.title, today())
        self.menu = ProjectMenu(self, commands, lambda each: each in current.plan)
        self._hint = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def status(self) -> str:
        """Return the line of the header: how many are active, and what is due next."""
        self._read_if_stale()
        return header_text(self._works, self._today())

    @property
    def chosen(self) -> str:
        """Return the project that is chosen, empty for none."""
        return self.board.chosen_subject

    def current_subject(self) -> str | None:
        """Return what an action on "the current item" is about."""
        tree = self.detail.milestones.tree
        return (tree.current_subject() if tree.hasFocus() else self.chosen) or None

    def knows(self, subject: str) -> bool:
        """Return whether a project is on this page, or a part of one is."""
        if kind_of(subject) not in {PROJECT, MILESTONE, STEP}:
            return False
        self._read_if_stale()
        return project_of(subject) in self._cards

    def go_to(self, subject: str) -> None:
        """Show a project; of a milestone or step, the project it belongs to."""
        self._read_if_stale()
        project = project_of(subject)
        card = self._cards.get(project)
        if card is None:
            return
        self.detail.finish_typing()
        if card.work.archived:
            self.archived.setChecked(True)
        if card.work.status is State.ASIDE:
            self.aside.setChecked(True)
        if not card.has(self._words()):
            self.search.clear()
        self._choose(project)
        self.show_all()
        if project != subject:
            self.detail.milestones.tree.go_to(subject)
        self.focus_content()

    def open_chosen(self) -> None:
        """Give the keyboard to what is shown of the chosen project."""
        self.panes.show_right()
        self.detail.focus_first()

    def focus_content(self) -> None:
        """Give the keyboard to the board or list."""
        self.panes.show_left()
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.board.focus_cards()

    def show_all(self) -> None:
        """Read again and show everything; what is chosen stays so."""
        self._stale = True
        self._read_if_stale()
        shown = [card for card in self._cards.values() if self._is_shown(card)]
        self.board.show_cards(shown)
        self.table.show_cards(shown, self.chosen)
        self._say_if_empty(shown)
        gone = self._commands.removed()
        self.removed.setVisible(bool(gone))
        self.removed.setText(tr("Removed ({n})", n=len(gone)))
        held = self.detail.isAncestorOf(QApplication.focusWidget() or self)
        self._show_detail()
        if held and not self.detail.subject:  # it was removed, or put away
            self.focus_content()
        self.header_changed.emit()

    def _is_shown(self, card: ProjectCard) -> bool:
        """Return whether the filters let a card through."""
        work = card.work
        if work.archived and not self.archived.isChecked():
            return False
        if work.status is State.ASIDE and not self.aside.isChecked():
            return False
        return card.has(self._words())

    def show_change(self, stored: StoredEdit) -> None:
        """Take in a stored edit."""
        self.detail.take_in(stored)
        self._stale = True
        made = stored.edit.changes[0].subject if stored.edit.changes else ""
        if stored.edit.label == Label.CREATE:
            self.board.chosen_subject = made
            self.search.clear()
        if self.isVisible():
            self.show_all()

    def reload(self) -> None:
        """Show another roadmap, or a new version of it."""
        self._offer()
        self._stale = True
        if self.isVisible():
            self.show_all()

    def show_today(self) -> None:
        """Show what is due as of another day."""
        self.detail.set_today(self._today())
        self._stale = True
        if self.isVisible():
            self.show_all()

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.detail.is_saved

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        self.new.setEnabled(False)
        self.detail.make_read_only()

    def save(self) -> None:
        """Store what is being typed."""
        self.detail.save()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_all()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        if self.search.hasFocus() and key in {keys.Key_Down, keys.Key_Return}:
            self.focus_content()
        elif key == keys.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        left = frame("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(unit, unit * 3 // 4, unit, unit // 2)
        column.setSpacing(unit // 2)
        column.addWidget(self.bar)
        column.addWidget(self._hint)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.table)
        column.addWidget(self._stack, 1)
        self.panes = Panes(left, self.detail)
        self.detail.back.setVisible(self.panes.narrow)
        self.panes.narrowed.connect(self.detail.back.setVisible)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panes)

    def _connect(self) -> None:
        self.bar.new_requested.connect(self.new_requested)
        self.bar.removed_requested.connect(self._on_removed)
        self.ways.chosen.connect(self._on_way_chosen)
        self.search.textChanged.connect(self._on_filtered)
        self.archived.toggled.connect(self._on_filtered)
        self.aside.toggled.connect(self._on_filtered)
        self.board.chosen.connect(self._on_chosen)
        self.table.chosen.connect(self._on_chosen)
        for view in (*self.board.columns.values(), self.table):
            self.menu.watch(view)
            view.clicked.connect(self.panes.show_right)  # else it is beside them
        self.menu.report_requested.connect(self.detail.report_requested)
        self.board.opened.connect(self.open_chosen)
        self.table.opened.connect(self.open_chosen)
        self.board.move_requested.connect(self._on_moved)
        self.detail.closed.connect(self.focus_content)
        self.detail.duplicate_requested.connect(self._on_duplicate)
        self._offer()

    def _on_moved(self, subject: str, state: str) -> None:
        self._commands.set_state(subject, State(state))

    def _offer(self) -> None:
        """Offer the stages and skills of the roadmap that is followed."""
        journey = self._current.journey
        if journey is None:
            return
        self.detail.fields.offer_stages(self.stages())
        items = self._current.reader.items(journey.outline.slug)
        skills = {i.title: i.subject for i in items if kind_of(i.subject) == SKILL}
        self.detail.skills.offer(skills)

    def stages(self) -> list[tuple[str, str]]:
        """Return (subject, title) of the stages of the followed roadmap."""
        journey = self._current.journey
        if journey is None:
            return []
        outline = journey.outline
        return [
            (
                stage_subject(outline.slug, stage.slug),
                tr("{n}. {title}", n=number, title=stage.title),
            )
            for number, stage in enumerate(outline.stages, 1)
        ]

    def _read_if_stale(self) -> None:
        journey = self._current.journey
        if not self._stale or journey is None:
            return
        self._stale = False
        numbers = {s.slug: n for n, s in enumerate(journey.outline.stages, 1)}
        today = self._today()
        evidence, progress = self._current.evidence, journey.progress
        works = project_works(self._current.reader, journey)
        self._works = tuple(with_proofs(work, evidence.on) for work in works)
        cards = (
            card_of(work, numbers, today, evidence.grade(work.subject, progress))
            for work in self._works
        )
        self._cards = {card.work.subject: card for card in cards}

    def _words(self) -> list[str]:
        return self.search.text().casefold().split()

    def _say_if_empty(self, shown: list[ProjectCard]) -> None:
        text = ""
        if not self._cards:
            text = tr(
                "Here stand the projects of your roadmap and your own, from plan to "
                "done. “New project” begins one."
            )
        elif not shown and self._words():
            text = tr("No project has these words. Try fewer or others.")
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _show_detail(self) -> None:
        journey = self._current.journey
        card = self._cards.get(self.chosen)
        if card is None or journey is None:
            sentence = tr("The project you choose is shown here, with its milestones.")
            self.detail.show_nothing(sentence)
            return
        slug = journey.outline.slug
        stage = stage_subject(slug, card.work.stage) if card.work.stage else ""
        entries = self._current.reader.entries_on(card.work.subject, NEWEST)
        self.detail.show_project(card, stage, entries)
        self.detail.show_evidence(self._current.evidence, journey.progress)

    def _choose(self, subject: str) -> None:
        self.board.choose(subject)
        self.table.choose(subject)

    def _on_chosen(self, subject: str) -> None:
        if subject != self.chosen or self.detail.subject != subject:
            self.board.chosen_subject = subject
            self._show_detail()
        self._choose(subject)

    def _on_way_chosen(self, way: int) -> None:
        self.ways.choose(way)
        self._stack.setCurrentIndex(way)

    def _on_filtered(self) -> None:
        self.show_all()

    def _on_duplicate(self) -> None:
        card = self._cards.get(self.chosen)
        if card is not None:
            self._commands.duplicate(card.work)

    def _on_removed(self) -> None:
        """Offer the removed projects; choosing one brings it back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for subject, title in self._commands.removed():
            text = tr("Bring back “{title}”", title=title).replace("&", "&&")
            menu.addAction(text).setData(subject)
        menu.triggered.connect(lambda action: self._bring_back(str(action.data())))
        menu.popup(self.removed.mapToGlobal(self.removed.rect().bottomLeft()))

    def _bring_back(self, subject: str) -> None:
        self.board.chosen_subject = project_subject(slug_of(subject))
        self._commands.restore(subject)


def _heads() -> list[ColumnHead]:
    """Return Planned, Active and Done; Set aside if there is any."""
    heads = []
    for state in STATES:
        name = state_name(state, PROJECT)
        spoken = tr("{state} projects", state=name)
        heads.append(ColumnHead(state, name, spoken, state is State.ASIDE))
    return heads
