"""The stage beside the road: what is next, its skills, projects, guide and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStackedWidget,
    QVBoxLayout,
)

from tracker.domain.edit import NOTE, State
from tracker.domain.ids import (
    PROJECT,
    SKILL,
    kind_of,
    project_subject,
    skill_subject,
    slug_of,
    stage_subject,
)
from tracker.domain.project_facts import is_reshaping, project_of
from tracker.domain.roadmap import Fork
from tracker.domain.skill import Skill
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.item_detail import ItemDetail
from tracker.ui.journey.item_table import ItemTable
from tracker.ui.journey.lanes_view import LanesView
from tracker.ui.journey.next_card import NextCard
from tracker.ui.journey.next_words import lane_words, next_words
from tracker.ui.journey.proof_strip import ProofStrip
from tracker.ui.journey.rows import project_rows, skill_rows
from tracker.ui.journey.stage_content import beside, find, follow, guide_text, remark
from tracker.ui.journey.stage_head import StageHead
from tracker.ui.journey.stage_layout import keys_hint, overview, skills_page, stage_tabs
from tracker.ui.widgets.fitted import Fitted
from tracker.ui.widgets.label import button
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.notes_view import NotesView
from tracker.ui.widgets.padding import padded
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.edit import StoredEdit
    from tracker.domain.roadmap import Stage
    from tracker.services.journey import Journey
    from tracker.ui.current import Current

SKILLS, PROJECTS, GUIDE, NOTES = range(4)


class StagePanel(Fitted, QFrame):
    """Shows one stage, or one item of it; asks for every change."""

    state_requested = Signal(str, State)
    note_requested = Signal(str, str)
    menu_requested = Signal(str, object)
    stage_requested = Signal(int)
    item_requested = Signal(str)  # a subject that may stand in another stage
    lane_requested = Signal(str, str)  # slug of a fork, slug of a lane
    link_clicked = Signal(str)
    typing = Signal(bool)

    def __init__(self, current: Current) -> None:
        """Read from ``current``."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._current = current
        self.position = 0
        self._walking = False  # a lane was asked for here, not by undo or elsewhere
        self._in_place = False  # rows change under the learner, who stays there
        self._tight = False  # so low that only the list has room
        self._shown: set[int] = set()  # tabs whose content is that of the stage
        self._head = StageHead()
        self.strip = ProofStrip(current)
        self._hint = keys_hint()
        self.next_card = NextCard()
        self.next_card.clicked.connect(self._on_next_clicked)
        self.tabs = stage_tabs()
        self.skills = ItemTable(tr("Skills of this stage"))
        self.projects = ItemTable(tr("Projects of this stage"))
        self.guide = NotesView()
        self.note = NoteEditor()
        self.detail = ItemDetail()
        self.lanes = LanesView()
        self.lane = button("", self._on_lane_clicked, "lane")
        self._stack = QStackedWidget()  # the stage, or one item of it
        self._pages = QStackedWidget()  # the tabs of the stage
        self._build()
        self._connect()

    def show_stage(self, position: int) -> None:
        """Show a stage from its first row on."""
        journey = self._journey()
        if journey is None:
            return
        self.show_overview()
        self.position = position
        self._shown.clear()
        self._show_head()
        self._show_tab(self.tabs.currentIndex())

    def show_item(self, subject: str) -> None:
        """Show one skill or project of the stage that is shown."""
        journey = self._journey()
        item = None if journey is None else find(journey, self.position, subject)
        if journey is None or item is None:
            return
        table = self.skills if kind_of(subject) == SKILL else self.projects
        self.tabs.setCurrentIndex(SKILLS if kind_of(subject) == SKILL else PROJECTS)
        table.go_to(subject)
        self._show_detail(journey, subject)
        self._stack.setCurrentWidget(self.detail)
        self.detail.focus_first()

    def _show_detail(self, journey: Journey, subject: str) -> None:
        item, reader = find(journey, self.position, subject), self._current.reader
        if item is not None:
            told = beside(journey, self.position, item, reader)
            evidence = self._current.evidence
            self.detail.show_item(item, told, journey.progress, evidence, reader.note)

    def show_lanes(self, lane: str = "") -> None:
        """Show the lanes of the stage's fork, one of them marked."""
        journey, fork = self._journey(), self._stage().fork
        if journey is None or fork is None:
            return
        self.lanes.show_fork(fork, self.position, journey)
        self.lanes.choose(lane)
        self._stack.setCurrentWidget(self.lanes)
        self.lanes.focus_first()

    def show_change(self, stored: StoredEdit) -> None:
        """Take in a stored edit."""
        journey = self._journey()
        if journey is None:
            return
        subjects = stored.edit.subjects
        self._show_head()
        if is_reshaping(stored.edit):
            self._show_other_projects(journey, subjects)
        if self.strip.only.isChecked():
            self._show_rows_again()
        self.skills.items.show_again(self._current.touched)
        self.projects.items.show_again(self._current.touched)
        follow(self.detail, stored, self._current.reader)
        self.detail.show_states(journey.progress, self._current.evidence)
        fork = journey.outline.stages[self.position].fork
        if fork is not None and fork.subject in subjects:
            self._show_other_lane(journey)
        elif self._stack.currentWidget() is self.lanes:
            self._refresh_lanes()
        for change in stored.edit.changes:
            if change.field == NOTE:
                self.note.take_in(change)
                self.detail.note.take_in(change)

    def _show_other_projects(self, journey: Journey, subjects: frozenset[str]) -> None:
        """Show projects as they are now: made, renamed, or with other milestones."""
        self._shown.discard(PROJECTS)
        if self.tabs.currentIndex() == PROJECTS:
            self._show_tab(PROJECTS)
        shown = self.detail.subject
        if kind_of(shown) != PROJECT or shown not in map(project_of, subjects):
            return
        if find(journey, self.position, shown) is None:
            self.show_overview()
        else:
            self._show_detail(journey, shown)

    def _show_other_lane(self, journey: Journey) -> None:
        """Show the lists of the lane that is walked now."""
        shown, focus = self._stack.currentWidget(), QApplication.focusWidget()
        held = focus in {self.skills, self.projects}
        if shown is self.lanes and self._walking:
            held = focus is not None and self.lanes.isAncestorOf(focus)
            self.show_overview()
        elif shown is self.lanes:  # chosen elsewhere, or by undo
            self._refresh_lanes()
        self._shown -= {SKILLS, PROJECTS, GUIDE}
        self._in_place = not self._walking
        self._show_tab(self.tabs.currentIndex())
        self._in_place = False
        if shown is self.detail:
            slug = slug_of(self.detail.subject)
            self.detail.show_remark(remark(journey, self.position, slug))
        elif held:  # only what had the keyboard may take it again
            self.focus_content()

    def _refresh_lanes(self) -> None:
        """Count what the lanes say anew; the mark stays where it is."""
        journey, fork = self._journey(), self._stage().fork
        if journey is None or fork is None:
            return
        self.lanes.show_again(fork, self.position, journey)

    def _on_lane_requested(self, fork: str, lane: str) -> None:
        """Ask for a lane; one that is walked already needs no more than to be shown."""
        self._walking = True
        self.lane_requested.emit(fork, lane)
        self._walking = False
        if self._stack.currentWidget() is self.lanes:
            journey = self._journey()
            if journey is not None and journey.lane(self.position) == lane:
                self._on_detail_closed()

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.note.is_saved and self.detail.note.is_saved

    def save(self) -> None:
        """Store notes that are still being typed."""
        self.note.save()
        self.detail.note.save()

    def make_read_only(self) -> None:
        """Take no notes: they could not be stored."""
        for editor in (self.note, self.detail.note):
            editor.set_editable(editable=False)
        self.lanes.make_read_only()
        self.detail.evidence.set_editable(editable=False)

    def focus_content(self) -> None:
        """Give the keyboard to what is shown."""
        if self._stack.currentWidget() in {self.detail, self.lanes}:
            in_lanes = self._stack.currentWidget() is self.lanes
            (self.lanes if in_lanes else self.detail).focus_first()
        else:
            pages = (self.skills, self.projects, self.guide, self.note.text)
            target = pages[self._pages.currentIndex()]
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_subject(self) -> str | None:
        """Return what an action on "the current item" is about."""
        if self._stack.currentIndex() > 0:
            item = self._stack.currentWidget() is self.detail
            return self.detail.subject if item else None
        tables = {SKILLS: self.skills, PROJECTS: self.projects}
        table = tables.get(self._pages.currentIndex())
        return None if table is None else table.current_subject()

    @override
    def _fit(self) -> None:
        """Show what there is room for, the list first."""
        roomy = self.height() > theme.unit(self) * 36  # at 200 % the list needs it more
        tight = self.height() < theme.unit(self) * 22
        self._head.fit(roomy=roomy, tight=tight)
        self.strip.fit(tight=tight)
        self._hint.setVisible(roomy)
        self.next_card.setVisible(not tight)
        self._tight = tight
        self._show_lane()

    def _journey(self) -> Journey | None:
        return self._current.journey

    def _stage(self) -> Stage:
        journey = self._journey()
        assert journey is not None  # noqa: S101  # a stage is shown
        return journey.stage(self.position)

    def _build(self) -> None:
        self.guide.setAccessibleName(tr("Guide to this stage"))
        unit = round(theme.unit(self))
        self.note.setContentsMargins(unit * 5 // 4, unit // 2, unit * 5 // 4, unit)
        above = (self.lane, self.next_card)
        self._pages.addWidget(skills_page(above, self.skills, self._hint, unit))
        self._pages.addWidget(padded(self.projects))
        self._pages.addWidget(padded(self.guide))
        self._pages.addWidget(self.note)
        head = (self._head, self.strip)
        whole_stage = overview(head, self.tabs, self._pages, unit)
        for page in (whole_stage, self.detail, self.lanes):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        for table in (self.skills, self.projects):
            table.state_requested.connect(self.state_requested)
            table.opened.connect(self.show_item)
            table.menu_requested.connect(self.menu_requested)
            table.items.grade_of = self.strip.grade_of
        self.detail.state_requested.connect(self.state_requested)
        self.detail.opened.connect(self.item_requested)
        self.detail.link_clicked.connect(self.link_clicked)
        self.lanes.lane_requested.connect(self._on_lane_requested)
        self.lanes.link_clicked.connect(self.link_clicked)
        self.lanes.closed.connect(self._on_detail_closed)
        self.detail.closed.connect(self._on_detail_closed)
        for editor in (self.note, self.detail.note):
            editor.note_requested.connect(self.note_requested)
            editor.link_clicked.connect(self.link_clicked)
            editor.typing.connect(self.typing)
        self.guide.link_clicked.connect(self.link_clicked)

    def _show_head(self) -> None:
        journey = self._journey()
        assert journey is not None  # noqa: S101  # a stage is shown
        percent = self.strip.show_stage(journey, self.position)
        self._head.show_stage(journey, self.position, percent)
        self._show_lane()
        self.next_card.say(*next_words(journey, self.position))

    def _show_lane(self) -> None:
        """Say which lane counts, or that one is to be chosen."""
        journey = self._journey()
        if journey is None:
            return
        lane = lane_words(journey, self.position, tight=self._tight)
        self.lane.setVisible(bool(lane))
        self.lane.setText(lane.replace("&", "&&"))

    def _show_tab(self, tab: int) -> None:
        journey = self._journey()
        self._pages.setCurrentIndex(tab)
        if journey is None or tab in self._shown:
            return
        self._shown.add(tab)
        stage = journey.walked(self.position)
        if tab == SKILLS:
            rows = self.strip.kept(skill_rows(stage))
            step = journey.next(self.position)
            if self._in_place:
                self.skills.show_rows_in_place(rows, journey.progress)
                return
            self.skills.show_rows(rows, journey.progress)
            if isinstance(step, Skill):
                self.skills.go_to(skill_subject(step.slug))
        elif tab == PROJECTS:
            rows = self.strip.kept(project_rows(stage))
            self.projects.show_rows(rows, journey.progress)
        elif tab == GUIDE:
            self.guide.show_markdown(guide_text(journey, self.position))
        else:
            subject = stage_subject(journey.outline.slug, stage.slug)
            self.note.show_note(subject, self._current.reader.note(subject))

    def show_only_proved(self, *, only: bool) -> None:
        """List and count only what is proved, or everything again."""
        self.strip.only.setChecked(only)
        if self._shown:  # a stage is shown
            self._show_head()
            self._show_rows_again()

    def _show_rows_again(self) -> None:
        """Choose anew which rows are shown; the learner stays where they are."""
        self._shown -= {SKILLS, PROJECTS}
        self._in_place = True
        self._show_tab(self.tabs.currentIndex())
        self._in_place = False

    def show_overview(self) -> None:
        """Go back from one item to the stage."""
        self.detail.note.save()
        self._stack.setCurrentIndex(0)

    def _on_lane_clicked(self) -> None:
        self.show_lanes()

    def _on_detail_closed(self) -> None:
        self.show_overview()
        self.focus_content()

    def _on_next_clicked(self) -> None:
        journey = self._journey()
        if journey is None:
            return
        step = journey.next(self.position)
        if step is None:
            self.stage_requested.emit(journey.standing.here)
        elif isinstance(step, Fork):
            self.show_lanes()
        else:
            named = skill_subject if isinstance(step, Skill) else project_subject
            self.show_item(named(step.slug))
