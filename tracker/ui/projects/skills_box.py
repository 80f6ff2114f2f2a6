"""The skills that a project exercises: shown, taken off, and added by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.edit import SKILLS
from tracker.ui import theme
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import button
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.domain.work import ProjectWork
    from tracker.ui.projects.commands import ProjectCommands


class SkillsBox(QWidget):
    """A row for each skill, and a field that finds others."""

    opened = Signal(str)

    def __init__(
        self, commands: ProjectCommands, title_of: Callable[[str], str | None]
    ) -> None:
        """Ask ``commands``; ``title_of`` returns the title of a skill."""
        super().__init__()
        self._commands, self._title_of = commands, title_of
        self._work: ProjectWork | None = None
        self._known: dict[str, str] = {}  # subjects by title in small letters
        self.add = LineField()
        self.add.setAccessibleName(tr("Add a skill"))
        self.add.setPlaceholderText(tr("Add a skill by its name"))
        self.add.returnPressed.connect(self._on_add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(round(theme.unit(self)) // 3)
        box.addLayout(self._rows)
        box.addWidget(self.add)

    def offer(self, skills: Mapping[str, str]) -> None:
        """Offer these skills: subjects by title."""
        self._known = {title.casefold(): subject for title, subject in skills.items()}
        completer = QCompleter(sorted(skills), self.add)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed)
        self.add.setCompleter(completer)

    def show_project(self, work: ProjectWork) -> None:
        """Show the skills of a project."""
        if self._work is not None and work.skills == self._work.skills:
            self._work = work
            return
        self._work = work
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
        for subject in work.skills:
            self._rows.addWidget(self._row(subject))

    def _row(self, subject: str) -> QWidget:
        title = self._title_of(subject) or subject
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        name = TextLink(title)
        name.setProperty("subject", subject)
        name.clicked.connect(self._on_opened)
        off = button(tr("Take off"), self._on_taken_off, "quiet")
        off.setProperty("subject", subject)
        off.setAccessibleName(tr("Take “{title}” off", title=title))
        inside.addWidget(name)
        inside.addStretch(1)
        inside.addWidget(off)
        return row

    def _on_opened(self) -> None:
        self.opened.emit(str(self.sender().property("subject")))

    def _on_taken_off(self) -> None:
        gone = str(self.sender().property("subject"))
        if self._work is not None:
            kept = [each for each in self._work.skills if each != gone]
            self._store(kept)

    def _on_completed(self, text: str) -> None:
        self.add.setText(text)
        self._on_add()
        QTimer.singleShot(0, self.add.clear)  # the completer writes once more

    def _on_add(self) -> None:
        subject = self._known.get(self.add.text().strip().casefold())
        if self._work is None or not self.add.text().strip():
            return
        if subject is None:
            self.add.selectAll()  # the offered ones are below; what was typed stays
            return
        if subject in self._work.skills or self._store([*self._work.skills, subject]):
            self.add.clear()

    def _store(self, skills: list[str]) -> bool:
        work = self._work
        text = "\n".join(skills)
        return work is not None and self._commands.set_field(work.subject, SKILLS, text)
