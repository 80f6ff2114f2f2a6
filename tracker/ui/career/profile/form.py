"""What a learner says of themselves, to be typed; each field is kept by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.errors import MilepostError
from tracker.domain.profile import (
    EMAIL,
    HEADLINE,
    HOME,
    LINKS,
    NAME,
    PROFILE,
    SUMMARY,
)
from tracker.ui import theme
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import label
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.profile import Profile


class ProfileForm(QWidget):
    """Shows what is stored and hands on what was typed; refusals stand beside it."""

    typing = Signal(bool)

    def __init__(self, store: Callable[[str, str], str]) -> None:
        """Take what stores a field; it returns why it did not, or nothing."""
        super().__init__()
        self._store = store
        self.lines = {field: LineField() for field in (NAME, HEADLINE, EMAIL, HOME)}
        self.lines[LINKS] = LineField()
        self._problems = {field: label("", "error", wrap=True) for field in self.lines}
        self.summary = NoteEditor()
        self.summary.text.setAccessibleName(tr("Summary, in Markdown"))
        self.summary.text.setPlaceholderText(
            tr("Two or three sentences: what you build, what you look for.")
        )
        self.summary_problem = label("", "error", wrap=True)
        self._lay_out()
        for line in self.lines.values():
            line.editingFinished.connect(self._on_finished)
        self.summary.note_requested.connect(self._on_summary)
        self.summary.typing.connect(self.typing)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 4)
        for field, (name, hint) in _names().items():
            line, problem = self.lines[field], self._problems[field]
            line.setProperty("field", field)
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            title = label(name, "muted")
            title.setBuddy(line)
            problem.hide()
            for widget in (title, line, problem):
                box.addWidget(widget)
            box.addSpacing(unit // 4)
        box.addWidget(label(tr("Summary"), "muted"))
        self.summary.setMinimumHeight(unit * 9)
        box.addWidget(self.summary)
        self.summary_problem.hide()
        box.addWidget(self.summary_problem)

    def show_profile(self, profile: Profile) -> None:
        """Show what is stored; what is being typed stays."""
        stored = {
            NAME: profile.name,
            HEADLINE: profile.headline,
            EMAIL: profile.email,
            HOME: profile.home,
            LINKS: " ".join(profile.links),
        }
        for field, text in stored.items():
            line = self.lines[field]
            refused = self._problems[field].isVisibleTo(self)
            if line.text() != text and line.is_unchanged and not refused:
                line.setText(text)
                line.setCursorPosition(0)
        self.summary.confirm(PROFILE, profile.summary)
        self.summary.show_note(PROFILE, profile.summary)

    def save(self) -> None:
        """Store what was typed."""
        for line in self.lines.values():
            if not line.is_unchanged:
                self._take(line)
        self.summary.save()

    def make_read_only(self) -> None:
        """Let nothing be typed."""
        for line in self.lines.values():
            line.setReadOnly(True)
        self.summary.set_editable(editable=False)

    def _on_finished(self) -> None:
        line: QObject | None = self.sender()
        if isinstance(line, LineField):
            self._take(line)

    def _take(self, line: LineField) -> None:
        field = str(line.property("field"))
        problem = self._problems[field]
        said = "" if line.isReadOnly() else self._store(field, line.text())
        line.take()
        problem.setText(said)
        problem.setVisible(bool(said))

    def _on_summary(self, _subject: str, text: str) -> None:
        said = self._store(SUMMARY, text)
        self.summary_problem.setText(said)
        self.summary_problem.setVisible(bool(said))


def _names() -> dict[str, tuple[str, str]]:
    return {
        NAME: (tr("Name"), tr("As it should stand there")),
        HEADLINE: (tr("Headline"), tr("Such as “Backend developer, Python”")),
        EMAIL: (tr("E-mail"), tr("me@example.org")),
        HOME: (tr("Place"), tr("Where you live, or “remote”")),
        LINKS: (tr("Web addresses"), tr("https://… with a blank between them")),
    }


def refusal(perform: Callable[[], object]) -> str:
    """Run something; return why it was refused, or nothing."""
    try:
        perform()
    except MilepostError as error:
        return str(error)
    return ""
