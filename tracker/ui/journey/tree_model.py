"""The same content as the road, as a tree: stages, groups, skills, outcomes, projects.

A stage is read when it is first unfolded, so that a roadmap of any size opens at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tracker.domain.edit import State
from tracker.domain.ids import (
    kind_of,
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
)
from tracker.services.evidence import count_stage_grades
from tracker.services.wording import hours_text, state_name
from tracker.services.wording_proof import grade_word
from tracker.typing_tools import override
from tracker.ui.journey.rows import done_text, group_title
from tracker.ui.journey.stage_words import stage_text
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.roadmap import Stage
    from tracker.services.journey import Journey

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
NODE = Qt.ItemDataRole.UserRole


@dataclass(eq=False, slots=True)
class Node:
    """One line of the tree; groups and headings have no subject."""

    title: str
    subject: str = ""
    stage: int = 0
    hours: str = ""
    parent: Node | None = None
    row: int = 0
    children: list[Node] = field(default_factory=list)
    filled: bool = True
    leads_to: str = ""  # what a line without a subject opens
    key: int = 0  # its number in the model, which Qt keeps instead of the object

    def add(self, child: Node) -> Node:
        """Add a line below this one."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child

    @property
    def is_stage(self) -> bool:
        """Return whether this is a stage."""
        return self.parent is not None and self.parent.parent is None


class TreeModel(QAbstractItemModel):
    """Shows the journey; asks for changes instead of storing anything."""

    state_requested = Signal(str, State)

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._root = Node("")
        self._nodes: list[Node] = []
        self._journey: Journey | None = None
        self.plan_of: Callable[[], Collection[str]] = frozenset
        self.evidence_of: Callable[[], Evidence] | None = None  # to show what is proved
        self._places: dict[str, Node] = {}

    def show_journey(self, journey: Journey) -> None:
        """Show another roadmap, all stages folded."""
        self.beginResetModel()
        self._journey = journey
        self._root = Node("")
        self._nodes = []
        self._places = {}
        for position, stage in enumerate(journey.outline.stages):
            title = tr("{n}. {title}", n=position + 1, title=stage.title)
            self._root.add(Node(title, stage=position, filled=False))
        self._number(self._root)
        self.endResetModel()

    def show_again(self, subjects: frozenset[str]) -> None:
        """Repaint the lines of these subjects and of everything above them."""
        for subject in subjects & self._places.keys():
            node: Node | None = self._places[subject]
            while node is not None and node is not self._root:
                index = self.createIndex(node.row, 0, node.key)
                self.dataChanged.emit(index, index)
                node = node.parent

    def refill(self, position: int) -> None:
        """Show a stage anew, as another lane of it is walked now."""
        node = self._root.children[position]
        if not node.filled:
            return
        place = self.createIndex(node.row, 0, node.key)
        if node.children:
            self.beginRemoveRows(place, 0, len(node.children) - 1)
            for each in _walk(node):
                self._places.pop(each.subject, None)
            node.children = []
            self.endRemoveRows()
        node.filled = False
        self.fetchMore(place)

    def place_of(self, subject: str) -> QModelIndex:
        """Return where a subject stands, invalid if its stage was never unfolded."""
        node = self._places.get(subject)
        if node is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.key)

    def show_stages(self, positions: frozenset[int]) -> None:
        """Repaint the lines of stages."""
        for position in positions:
            index = self.index(position, 0)
            self.dataChanged.emit(index, index)

    @override
    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        above = self._node(parent)
        if column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, column, above.children[row].key)

    @override
    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        node = self._node(child).parent if child.isValid() else None
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.key)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return len(self._node(parent).children)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 1

    @override
    def hasChildren(self, parent: Index = _NO_PARENT) -> bool:
        node = self._node(parent)
        return bool(node.children) or not node.filled

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not self._node(parent).filled

    @override
    def fetchMore(self, parent: Index) -> None:
        node = self._node(parent)
        if node.filled or self._journey is None:
            return
        filled = Node("")
        self._fill(filled, self._journey, node.stage)
        place = self.createIndex(node.row, 0, node.key)
        if not filled.children:  # nothing of it is proved
            node.filled = True
            return
        self.beginInsertRows(place, 0, len(filled.children) - 1)
        node.filled = True
        for child in filled.children:
            node.add(child)
        self._number(node)
        self.endInsertRows()
        self._places.update((n.subject, n) for n in _walk(node) if n.subject)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._node(index).subject:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    # Any: what Qt's models return and take.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._journey is None:
            return None
        node = self._node(index)
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (node.title, self.spoken_state(node))))
        checkable = role == Qt.ItemDataRole.CheckStateRole and node.subject
        unchecked = Qt.CheckState.Unchecked
        return _CHECKS.get(self.state(node), unchecked) if checkable else None

    @override
    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        node = self._node(index)
        if role != Qt.ItemDataRole.CheckStateRole or not node.subject:
            return False
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.state_requested.emit(node.subject, State.DONE if checked else State.TODO)
        return True

    def state(self, node: Node) -> State:
        """Return the state of a line."""
        assert self._journey is not None  # noqa: S101  # a line is shown
        return self._journey.progress.state(node.subject)

    def detail(self, node: Node) -> str:
        """Return the short text at the end of a line."""
        if node.is_stage:
            return self._stage_detail(node.stage)
        state = self.state(node)
        if state is State.DONE and self._journey is not None:
            text = done_text(self._journey.progress.done_on(node.subject))
            if self.evidence_of is None:
                return text
            grade = self.evidence_of().grade(node.subject, self._journey.progress)
            return " · ".join(filter(None, (grade_word(grade), text)))
        if state is State.TODO:
            return node.hours
        return state_name(state, kind_of(node.subject))

    def _stage_detail(self, position: int) -> str:
        assert self._journey is not None  # noqa: S101  # a line is shown
        count = self._journey.standing.stages[position]
        if self.evidence_of is not None:
            proved = count_stage_grades(self._journey, position, self.evidence_of())
            n, all_ = proved.proved, proved.total
            percent = proved.percent_proved
            return tr("{n} / {all} proved · {p}%", n=n, all=all_, p=percent)
        numbers = stage_text(self._journey, position)
        return tr("{numbers} · {n}%", numbers=numbers, n=count.percent)

    def is_planned(self, node: Node) -> bool:
        """Return whether a line is on the plan and still open."""
        closed = {State.DONE, State.ASIDE}
        return node.subject in self.plan_of() and self.state(node) not in closed

    def spoken_state(self, node: Node) -> str:
        """Return what a screen reader adds to the title of a line."""
        plan = tr("on my plan") if self.is_planned(node) else ""
        return ", ".join(filter(None, (self._spoken_state(node), plan)))

    def _spoken_state(self, node: Node) -> str:
        if node.subject and self.state(node) is State.TODO:
            todo = state_name(State.TODO, kind_of(node.subject))
            return ", ".join(filter(None, (todo, node.hours)))
        return self.detail(node)

    def _fill(self, node: Node, journey: Journey, position: int) -> None:
        fork = journey.outline.stages[position].fork
        if fork is not None:
            lane = fork.lanes[journey.lane(position)].title
            title = tr("Lane: {lane}", lane=lane)
            if not journey.has_chosen(position):
                title = tr("Lane: {lane}, until you choose one", lane=lane)
            node.add(Node(title, stage=position, leads_to=fork.subject))
        _fill(node, journey.walked(position), position)
        if self.evidence_of is not None:
            _keep_proved(node, self.evidence_of(), journey.progress)

    def _number(self, above: Node) -> None:
        for node in _walk(above):
            node.key = len(self._nodes)
            self._nodes.append(node)

    def _node(self, index: Index) -> Node:
        key = index.internalId()
        return self._nodes[key] if index.isValid() else self._root


_CHECKS = {
    State.DONE: Qt.CheckState.Checked,
    State.LEARNING: Qt.CheckState.PartiallyChecked,
}


def _fill(node: Node, stage: Stage, position: int) -> None:
    for group in stage.groups:
        heading = node.add(Node(group_title(group), stage=position))
        for skill in group.skills:
            subject, hours = skill_subject(skill.slug), hours_text(skill.hours)
            line = heading.add(Node(skill.title, subject, position, hours))
            for outcome in skill.outcomes:
                part = outcome_subject(skill.slug, outcome.slug)
                line.add(Node(outcome.text, part, position))
    if not stage.projects:
        return
    heading = node.add(Node(tr("Projects"), stage=position))
    for project in stage.projects:
        subject, hours = project_subject(project.slug), hours_text(project.hours)
        line = heading.add(Node(project.title, subject, position, hours))
        for step in project.milestones:
            part = milestone_subject(project.slug, step.slug)
            line.add(Node(step.title, part, position))


def _keep_proved(node: Node, evidence: Evidence, progress: Progress) -> None:
    """Leave out what is not proved, and headings that nothing is left under."""
    for heading in node.children:
        heading.children, lines = [], heading.children
        for line in lines:
            if evidence.is_proved(line.subject, progress):
                heading.add(line)
    kept, node.children = [c for c in node.children if c.children or c.leads_to], []
    for child in kept:
        node.add(child)


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _walk(child)
