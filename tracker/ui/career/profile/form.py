"""What a learner says of themselves, to be typed; each field is kept by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
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
        self._unsaved: set[str] = set()  # lines that were typed in and are not stored
        self.summary = NoteEditor()
        self.summary.text.setAccessibleName(tr("Summary, in Markdown"))
        self.summary.text.setPlaceholderText(
            tr("Two or three sentences: what you build, what you look for.")
        )
        self.summary_problem = label("", "error", wrap=True)
        self._lay_out()
        for field, line in self.lines.items():
            line.textEdited.connect(partial(self._on_edited, field))
            line.editingFinished.connect(partial(self._take, field))
        self.summary.note_requested.connect(self._on_summary)
        self.summary.typing.connect(self._tell_typing)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 4)
        for field, (name, hint) in _names().items():
            line, problem = self.lines[field], self._problems[field]
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
            if line.text() != text and field not in self._unsaved:
                line.setText(text)
                line.setCursorPosition(0)
        self.summary.confirm(PROFILE, profile.summary)
        self.summary.show_note(PROFILE, profile.summary)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return not self._unsaved and self.summary.is_saved

    def save(self) -> None:
        """Store what was typed, and ask again for what could not be stored."""
        for field in sorted(self._unsaved):
            self._take(field)
        self.summary.save()

    def make_read_only(self) -> None:
        """Let nothing be typed."""
        for line in self.lines.values():
            line.setReadOnly(True)
        self.summary.set_editable(editable=False)

    def _tell_typing(self) -> None:
        self.typing.emit(not self.is_saved)

    def _on_edited(self, field: str, _text: str) -> None:
        self._unsaved.add(field)
        self._tell_typing()

    def _take(self, field: str) -> None:
        """Have a line stored; what is refused stays in it, to be asked for again."""
        if field not in self._unsaved:
            return
        line, problem = self.lines[field], self._problems[field]
        self._unsaved.discard(field)  # so that it shows what is stored
        said = self._store(field, line.text())
        if said:
            self._unsaved.add(field)
        else:
            line.take()
        problem.setText(said)
        problem.setVisible(bool(said))
        self._tell_typing()

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
