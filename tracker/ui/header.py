"""Above every page: which roadmap, how it stands, search, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from tracker.domain.forecast import time_left
from tracker.services.wording import time_left_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import ElidedLabel, button, plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from tracker.services.journey import Journey
    from tracker.services.port_values import RoadmapHead


class Header(QFrame):
    """A title that is also the chooser of roadmaps, one line of status, search."""

    roadmap_chosen = Signal(str)
    add_requested = Signal()
    search_requested = Signal()
    continue_requested = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("kind", "header")
        self.title = QPushButton()
        self.title.setProperty("kind", "title")
        self.menu = QMenu(self)
        self.title.setMenu(self.menu)
        self.title.setMinimumWidth(1)  # cut as the window gets narrower, not in its way
        self._full_title = ""
        self.status = ElidedLabel("", "muted")
        self.search = button("", self.search_requested.emit, "search")
        self.search.setAccessibleName(tr("Search skills, projects and actions"))
        self.go_on = button(tr("Continue"), self.continue_requested.emit, "primary")
        self.go_on.setToolTip(plain_tip(tr("Go to what is next")))
        self._chooser: QActionGroup | None = None
        self._above = QHBoxLayout()
        unit = round(theme.unit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(unit * 5 // 4, unit // 2, unit * 5 // 4, unit // 2)
        row.setSpacing(unit * 3 // 4)
        row.addLayout(self._words(), 1)
        row.addWidget(self.search)
        row.addWidget(self.go_on)

    def show_page_title(self, text: str, status: str) -> None:
        """Show the title of a page that is not about one roadmap."""
        self._show_title(text)
        self.status.setText(status)
        self._above.setContentsMargins(0, 0, 0, 0)
        self.title.setMenu(None)  # type: ignore[arg-type]  # Qt takes no menu so
        self.title.setAccessibleName(text)
        self.go_on.hide()

    def show_journey(self, journey: Journey, hours_a_week: int) -> None:
        """Show a roadmap and how it stands."""
        self._show_title(f"{journey.outline.title}  ▾")
        name = tr("Roadmap: {title}", title=journey.outline.title)
        self.title.setAccessibleName(name)
        self.title.setMenu(self.menu)
        # Qt paints the words of a button with a menu at its edge, whatever its padding.
        self._above.setContentsMargins(round(theme.unit(self) * 0.24), 0, 0, 0)
        self.go_on.show()
        self.show_status(journey, hours_a_week)

    def show_status(self, journey: Journey, hours_a_week: int) -> None:
        """Show how the roadmap stands."""
        standing = journey.standing
        text = tr(
            "Stage {n} of {all} · {percent}% complete",
            n=standing.here + 1,
            all=len(standing.stages),
            percent=standing.percent,
        )
        left = time_left(standing.stages[standing.here].hours_left, hours_a_week)
        if left is not None:
            goal = tr("the end")
            if standing.goal is not None:
                goal = tr("stage {n}", n=standing.goal + 1)
            more = tr(
                "{time} to {goal} at {n} h a week",
                time=time_left_text(left),
                goal=goal,
                n=hours_a_week,
            )
            text = f"{text} · {more}"
        self.status.setText(text)
        self.status.setAccessibleName(text)

    def offer(self, heads: list[RoadmapHead], chosen: str) -> None:
        """Offer these roadmaps in the chooser."""
        self.menu.clear()
        self._chooser = QActionGroup(self.menu)
        for head in heads:
            action = self.menu.addAction(head.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(head.slug == chosen)
            action.setData(head.slug)
            self._chooser.addAction(action)
        self._chooser.triggered.connect(self._on_chosen)
        self.menu.addSeparator()
        self.menu.addAction(tr("Add a roadmap file…"), self.add_requested.emit)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave more room for the title where there is little."""
        unit = theme.unit(self)
        text = tr("Search…") if narrow else tr("Search skills, projects…")
        self.search.setText(tr("{text}   Ctrl K", text=text))
        usual = round(unit * (8.5 if narrow else 15.5))
        self.search.setFixedWidth(max(usual, self.search.sizeHint().width()))
        self._fit_title()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _words(self) -> QVBoxLayout:
        """Return the title above the status."""
        words = QVBoxLayout()
        words.setSpacing(0)
        self._above.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        words.addLayout(self._above)
        below = QHBoxLayout()
        below.setContentsMargins(round(theme.unit(self)) // 3, 0, 0, 0)
        below.addWidget(self.status)
        words.addLayout(below)
        return words

    def _show_title(self, text: str) -> None:
        self._full_title = text
        self._fit_title()

    def _fit_title(self) -> None:
        """Cut a long title to the room that search and status leave it."""
        unit = theme.unit(self)
        taken = self.search.width() + self.go_on.sizeHint().width() + unit * 6
        room = max(self.width() - taken, unit * 8)
        metrics = QFontMetricsF(theme.scaled(self.font(), theme.TITLE, 680))
        text = metrics.elidedText(self._full_title, Qt.TextElideMode.ElideMiddle, room)
        self.title.setText(text.replace("&", "&&"))
        whole = text == self._full_title
        self.title.setToolTip("" if whole else plain_tip(self._full_title))

    def _on_chosen(self, action: QAction) -> None:
        self.roadmap_chosen.emit(str(action.data()))
