"""What a learner has, learns and lacks of what is asked for, as names to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from tracker.domain.ids import skill_subject
from tracker.domain.work import Grade
from tracker.services.wording_scores import need_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.words import have_word, line_title
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.grade_mark import draw_grade
from tracker.ui.widgets.label import label, plain_tip
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.services.scores import SheetLine

_HAVE, _LEARNING, _MISSING = range(3)


class SkillRows(QWidget):
    """Three rows: Have, In progress, Missing; a row without a name is not shown."""

    opened = Signal(str)  # the subject of a skill

    def __init__(self, title_of: Callable[[str], str]) -> None:
        """Show nothing yet; ``title_of`` returns the title of a skill."""
        super().__init__()
        self._title_of = title_of
        self._lines: tuple[SheetLine, ...] = ()
        self._links: dict[_Key, QWidget] = {}
        unit = round(theme.unit(self))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(unit)
        grid.setVerticalSpacing(unit // 4)
        grid.setColumnStretch(1, 1)
        names = (
            (tr("Have"), "have"),
            (tr("In progress"), "learning"),
            (tr("Missing"), "missing"),
        )
        self.rows: list[tuple[QWidget, QWidget, FlowLayout]] = []
        for number, (name, kind) in enumerate(names):
            head, place = label(name, kind), QWidget()
            head.setContentsMargins(0, max(round(unit * 0.2), 3), 0, 0)
            flow = FlowLayout(place)
            flow.setSpacing(unit // 3)
            grid.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(place, number, 1)
            head.hide()
            place.hide()
            self.rows.append((head, place, flow))

    def show_lines(self, lines: Iterable[SheetLine]) -> None:
        """Show the terms among these lines, those proved best first."""
        terms = [line for line in lines if line.term is not None]
        terms.sort(key=_grade, reverse=True)
        if tuple(terms) == self._lines:
            return
        self._lines = tuple(terms)
        wanted = {self._key(line): line for line in terms}
        gone = [w for key, w in self._links.items() if key not in wanted]
        self._links = {key: self._made(line) for key, line in wanted.items()}
        for number, (head, place, flow) in enumerate(self.rows):
            mine = [self._links[k] for k, e in wanted.items() if _row_of(e) == number]
            if mine != _widgets_of(flow):
                while flow.count():
                    flow.takeAt(0)
                flow.add(*mine)
            if head.isHidden() is bool(mine):
                head.setVisible(bool(mine))
                place.setVisible(bool(mine))
        for widget in gone:
            drop(widget)

    def _made(self, line: SheetLine) -> QWidget:
        """Return the link of a line, made once as long as nothing of it changes."""
        return self._links.get(self._key(line)) or self._link(line)

    def _key(self, line: SheetLine) -> _Key:
        """Return all that is to be seen of a link."""
        learning = line.term is not None and line.term.learning
        title = line_title(line, self._title_of)
        return title, line.any, line.need, _grade(line), learning

    def _link(self, line: SheetLine) -> QWidget:
        title = line_title(line, self._title_of)
        link = TextLink(title)
        spoken = ", ".join((title, have_word(line), need_name(line.need)))
        link.setAccessibleName(spoken)
        link.setToolTip(plain_tip(spoken))
        best = line.any[0] if line.term is None else line.term.best
        link.setProperty("subject", skill_subject(best))
        link.clicked.connect(self._on_clicked)
        return link if _grade(line) is Grade.NONE else _Graded(link, _grade(line))

    def _on_clicked(self) -> None:
        self.opened.emit(str(self.sender().property("subject")))


class GradeIcon(QWidget):
    """The mark of a grade; words beside it say the same."""

    def __init__(self, grade: Grade) -> None:
        """Show a grade."""
        super().__init__()
        self._grade = grade
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 0.85), round(unit * 0.7))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_grade(painter, QRectF(self.rect()), self._grade)
        painter.end()


class _Graded(QWidget):
    """A link with the mark of a grade before it."""

    def __init__(self, link: TextLink, grade: Grade) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        # A link keeps as much before its text; so the marks stand below each other.
        row.setContentsMargins(max(round(theme.unit(self) * 0.2), 3), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(GradeIcon(grade))
        row.addWidget(link)


_Key = tuple[str, tuple[str, ...], str, Grade, bool]


def _widgets_of(flow: FlowLayout) -> list[QWidget | None]:
    items = (flow.itemAt(number) for number in range(flow.count()))
    return [None if item is None else item.widget() for item in items]


def _row_of(line: SheetLine) -> int:
    if line.term is None or line.term.is_missing:
        return _MISSING
    return _HAVE if line.term.has else _LEARNING


def _grade(line: SheetLine) -> Grade:
    return Grade.NONE if line.term is None else line.term.grade
