"""The Journey page: the road or its list on one side, the stage on the other."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.errors import MilepostError
from tracker.domain.ids import (
    FORK,
    LANE,
    STAGE,
    fork_subject,
    kind_of,
    parent_of,
    slug_of,
)
from tracker.domain.project_facts import is_reshaping
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.road_view import RoadView
from tracker.ui.widgets.label import frame
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.proof import Evidence
    from tracker.services.journey import Journey
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current
    from tracker.ui.journey.due_line import DueLine
    from tracker.ui.journey.stage_panel import StagePanel
    from tracker.ui.journey.tree_view import TreeView
    from tracker.ui.preferences import Preferences


class JourneyPage(QWidget):
    """Where a learner stands, what is next, and where it is checked off."""

    link_clicked = Signal(str)
    panel_made = Signal(object)  # StagePanel, when it is first wanted
    project_opened = Signal(str)  # to be shown on the page of projects
    typing = Signal(bool)  # whether a note is not stored yet

    def __init__(
        self, current: Current, commands: Commands, preferences: Preferences
    ) -> None:
        """Read from ``current``, ask ``commands``, remember in ``preferences``."""
        super().__init__()
        self._current, self._commands = current, commands
        self._preferences = preferences
        self.road = RoadView()
        self._panel: StagePanel | None = None
        self._place_of_panel = frame("panel")
        self._position = 0
        self._kept = ("", "")  # roadmap and stage that were shown before a change
        self._tree: TreeView | None = None
        self._was_sized = False
        self._ways = QStackedWidget()
        self._ways.addWidget(self.road)
        ways = tr("Path"), tr("List")
        self.switch = Segmented(ways, tr("How the journey is shown"))
        self.switch.setParent(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self._build()
        self._connect()
        self.show_all()

    @property
    def position(self) -> int:
        """Return the stage that the panel shows."""
        return self._position

    @property
    def panel(self) -> StagePanel:
        """Return the stage beside the road, made once the road is on screen."""
        if self._panel is None:
            from tracker.ui.journey.stage_panel import StagePanel  # noqa: PLC0415  # start

            self._panel = StagePanel(self._current)
            self._connect_panel(self._panel)
            self._panel.show_only_proved(only=self._preferences.only_proved)
            self._inside.addWidget(self._panel)
            self._panel.show()  # at once, so that it can take the keyboard
            if self._current.journey is not None:
                self._panel.show_stage(self._position)
        return self._panel

    @cached_property
    def due(self) -> DueLine:
        """Return the line below the road, made once the road is on screen."""
        from tracker.ui.journey.due_line import DueLine  # noqa: PLC0415  # start

        due = DueLine()
        self._box.addWidget(due)
        return due

    @property
    def tree(self) -> TreeView:
        """Return the list, made when it is first wanted."""
        if self._tree is None:
            from tracker.ui.journey.tree_view import TreeView  # noqa: PLC0415  # start

            self._tree = TreeView()
            self._tree.state_requested.connect(self._commands.set_state)
            self._tree.stage_chosen.connect(self.show_stage)
            self._tree.opened.connect(self.show_item)
            self._tree.menu_requested.connect(self._on_menu_requested)
            self._tree.tree.plan_of = self._planned
            around = frame("panel")
            QVBoxLayout(around).addWidget(self._tree)
            self._ways.addWidget(around)
            self._place_switch()
            self._show_tree()
        return self._tree

    def show_all(self) -> None:
        """Show the chosen roadmap, from the stage where the learner stands."""
        journey = self._current.journey
        if journey is None:
            return
        self.road.show_journey(journey)
        self._show_tree()
        self.show_stage(self._place_on(journey))

    def _place_on(self, journey: Journey) -> int:
        """Return the stage to show: the same as before, if it is still there."""
        roadmap, stage = self._kept
        if roadmap == journey.outline.slug:
            slugs = [each.slug for each in journey.outline.stages]
            return slugs.index(stage) if stage in slugs else journey.standing.here
        slug, _, text = self._preferences.place.partition("/")
        if slug != journey.outline.slug or not text.isdecimal():
            return journey.standing.here
        return min(int(text), len(journey.outline.stages) - 1)

    def show_stage(self, position: int) -> None:
        """Show a stage beside the road, or say why it cannot be read."""
        journey = self._current.journey
        try:
            if journey is not None and self._panel is not None:
                journey.stage(position)  # before anything on screen changes
        except MilepostError as error:
            self._commands.failed.emit(error, partial(self.show_stage, position))
            return
        self._position = position
        self.road.select(position)
        if self._tree is not None:
            self._tree.show_stage(position)
        if self._panel is not None:
            self._panel.show_stage(position)

    def _on_replacing(self) -> None:
        """Store what is being typed, and keep the place, before another road comes."""
        if self._panel is not None:
            self._panel.save()
        journey = self._current.journey
        if journey is not None:
            stage = journey.outline.stages[self._position]
            self._kept = journey.outline.slug, stage.slug

    def show_item(self, subject: str, position: int) -> None:
        """Show a skill or project in the panel."""
        if kind_of(subject) == FORK:
            self.show_lanes(position)
            return
        if position != self._position:
            self.show_stage(position)
        self.panel.show_item(subject)

    def knows(self, subject: str) -> bool:
        """Return whether a subject is on this roadmap."""
        return self._place_of(subject) is not None

    def go_to(self, subject: str) -> None:
        """Show a stage, a lane, or the skill or project that a subject belongs to."""
        position = self._place_of(subject)
        if position is None:
            return
        whole = parent_of(subject) or subject
        kind = kind_of(whole)
        if kind == STAGE:
            self.show_stage(position)
            self.panel.focus_content()
        elif kind in {FORK, LANE}:
            self.show_lanes(position, slug_of(whole).partition("/")[2])
        else:
            self.show_item(whole, position)

    def _place_of(self, subject: str) -> int | None:
        """Return the stage of this roadmap in which a subject stands."""
        journey = self._current.journey
        if journey is None:
            return None
        whole = parent_of(subject) or subject
        first, _, second = slug_of(whole).partition("/")
        if kind_of(whole) == STAGE:
            slugs = [stage.slug for stage in journey.outline.stages]
            known = first == journey.outline.slug and second in slugs
            return slugs.index(second) if known else None
        if kind_of(whole) == LANE:
            whole = fork_subject(first)
        return journey.outline.places.get(whole)

    def show_lanes(self, position: int, lane: str = "") -> None:
        """Show the lanes of a stage's fork, to compare and to choose from."""
        if position != self._position:
            self.show_stage(position)
        self.panel.show_lanes(lane)

    def show_tab(self, tab: int) -> None:
        """Show the skills, projects, guide or notes of the stage, ready to use."""
        self.panel.show_overview()
        self.panel.tabs.setCurrentIndex(tab)
        self.panel.focus_content()

    def show_as_list(self, *, as_list: bool) -> None:
        """Show the list, or the road."""
        self.switch.choose(int(as_list))
        shown = self.tree.parentWidget() if as_list else self.road
        if shown is not None:
            self._ways.setCurrentWidget(shown)
        self._preferences.as_list = as_list

    def show_only_proved(self, *, only: bool) -> None:
        """List and count only what can be proved, and remember it."""
        self._preferences.only_proved = only
        self.panel.show_only_proved(only=only)
        if self._tree is not None:
            self._show_tree()

    def _show_tree(self) -> None:
        """Show the journey in the list, all of it or what is proved."""
        journey, tree = self._current.journey, self._tree
        if journey is None or tree is None:
            return
        only = self._preferences.only_proved
        tree.tree.evidence_of = self._evidence if only else None
        tree.show_journey(journey)

    def _evidence(self) -> Evidence:
        return self._current.evidence

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self._panel is None or self._panel.is_saved

    def save(self) -> None:
        """Store what is being typed, and remember the place."""
        if self._panel is not None:
            self._panel.save()
        journey = self._current.journey
        if journey is not None:
            self._preferences.place = f"{journey.outline.slug}/{self.position}"
        if self._was_sized:
            self._preferences.set_blob("splitter", self.splitter.saveState())

    def current_subject(self) -> str | None:
        """Return what an action on "the current item" is about."""
        if self._tree is not None and self._tree.hasFocus():
            return self._tree.current_subject()
        return self.panel.current_subject()

    def _build(self) -> None:
        self.splitter.addWidget(self._ways)
        self._inside = QVBoxLayout(self._place_of_panel)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.splitter.addWidget(self._place_of_panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.splitter, 1)
        QWidget.setTabOrder(self.switch, self.road)
        if self._preferences.as_list:
            self.show_as_list(as_list=True)

    def _connect(self) -> None:
        self.switch.chosen.connect(self._on_way_chosen)
        self.road.stage_chosen.connect(self.show_stage)
        self._current.changed.connect(self._on_changed)
        self._current.replacing.connect(self._on_replacing)
        self._current.replaced.connect(self.show_all)

    def _connect_panel(self, panel: StagePanel) -> None:
        panel.state_requested.connect(self._commands.set_state)
        panel.note_requested.connect(self._commands.write_note)
        panel.lane_requested.connect(self._commands.choose_lane)
        panel.stage_requested.connect(self.show_stage)
        panel.item_requested.connect(self.go_to)
        panel.menu_requested.connect(self._on_menu_requested)
        panel.link_clicked.connect(self.link_clicked)
        panel.detail.project_opened.connect(self.project_opened)
        panel.detail.plan_requested.connect(self._on_plan_requested)
        panel.skills.items.plan_of = panel.projects.items.plan_of = self._planned
        panel.detail.plan_of = self._planned
        panel.typing.connect(self.typing)
        panel.strip.filter_requested.connect(self._on_filter_requested)
        self.panel_made.emit(panel)

    def _on_filter_requested(self, only: bool) -> None:  # noqa: FBT001  # a signal's value
        self.show_only_proved(only=only)

    def _on_way_chosen(self, way: int) -> None:
        self.show_as_list(as_list=bool(way))

    def _on_changed(self, stored: StoredEdit, stages: frozenset[int]) -> None:
        self.road.show_stages(stages)
        if self._panel is not None:
            self._panel.show_change(stored)
        if self._tree is not None:
            if is_reshaping(stored.edit):
                for position in range(self._tree.tree.rowCount()):
                    self._tree.refill(position)
            self._refill(stored.edit.subjects)
            if self._preferences.only_proved:
                self._refill_proved()
            self._tree.tree.show_again(stored.edit.subjects)
            self._tree.tree.show_stages(stages)

    def _refill_proved(self) -> None:
        """List what is proved anew, where something may be proved now or no more."""
        journey, tree = self._current.journey, self._tree
        if journey is not None and tree is not None:
            places = journey.outline.places
            for stage in {places[s] for s in self._current.touched if s in places}:
                tree.refill(stage)

    def _refill(self, subjects: frozenset[str]) -> None:
        """Show another lane in the list, where one was chosen."""
        journey = self._current.journey
        for subject in subjects:
            if kind_of(subject) == FORK and journey is not None:
                position = journey.outline.places.get(subject)
                if position is not None and self._tree is not None:
                    self._tree.refill(position)

    def _on_menu_requested(self, subject: str, point: QPoint) -> None:
        from tracker.ui.journey.item_menu import show_item_menu  # noqa: PLC0415  # start

        show_item_menu(self, subject, point, self._current, self._commands)

    def _planned(self) -> Mapping[str, str]:
        return self._current.plan

    def _on_plan_requested(self, subject: str, wanted: bool) -> None:  # noqa: FBT001  # a signal's value
        self._commands.plan([subject], wanted=wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_switch()
        if not self._was_sized:
            self._was_sized = True
            unit = theme.unit(self)
            wanted = min(max(self.width() * 0.36, unit * 17), unit * 27)
            self.splitter.setSizes([round(self.width() - wanted), round(wanted)])
            self.splitter.restoreState(self._preferences.blob("splitter"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        }:
            self._place_switch()
        super().changeEvent(event)

    def _place_switch(self) -> None:
        """Keep the switch in the upper corner, above the road or the list."""
        unit = theme.unit(self)
        self._place_of_panel.setMinimumWidth(round(unit * 13))
        self.switch.adjustSize()
        margin = round(unit)
        x = margin
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - margin - self.switch.width()
        self.switch.move(x, margin)
        self.switch.raise_()
        room = self.switch.size()
        room.setWidth(room.width() + margin * 2)
        room.setHeight(room.height() + round(margin * 1.5))
        self.road.reserve(room)
        above = None if self._tree is None else self._tree.parentWidget()
        layout = None if above is None else above.layout()
        if layout is not None:
            layout.setContentsMargins(margin, room.height(), 0, 0)
