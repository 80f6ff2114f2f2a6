"""What helps with a skill or project: resources, questions, names, further goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.skill import Skill
from tracker.services.wording import resource_words
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.label import label, plain_tip
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.project import Project
    from tracker.domain.reference import ReferenceHead
    from tracker.domain.skill import Resource


class ItemMore(QWidget):
    """Everything about a skill or project that is there to read."""

    link_clicked = Signal(str)

    def __init__(
        self, item: Skill | Project, mentions: Iterable[ReferenceHead] = ()
    ) -> None:
        """Show what there is, and the pages that mention it.

        Sections without content are left out.
        """
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(round(theme.unit(self)) // 2)
        from tracker.ui.journey.questions_box import (  # noqa: PLC0415  # not at start
            QuestionsBox,
        )

        asked = item.questions if isinstance(item, Skill) else ()
        self.questions = QuestionsBox(asked)
        if isinstance(item, Skill):
            self._add_resources(item.resources)
            self._box.addWidget(self.questions)
            self._add_lines(tr("Adverts also write"), [", ".join(item.aliases)])
            patterns = (*item.hints.files, *item.hints.packages)
            self._add_lines(
                tr("Files and packages that show it in your code"),
                [", ".join(patterns)],
            )
        else:
            self._add_bullets(tr("To go further"), item.stretch)
        self._add_mentions(mentions)

    def _add_resources(self, resources: Iterable[Resource]) -> None:
        for number, each in enumerate(resources):
            if number == 0:
                self._box.addWidget(label(tr("Learn from"), "heading", wrap=True))
            link = TextLink(each.title)
            link.clicked.connect(self._on_link)
            link.setProperty("address", each.url)
            link.setToolTip(plain_tip(each.url))
            about = resource_words(each)
            link.setAccessibleDescription(f"{about}, {each.url}")
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(link)
            pair.addWidget(label(about, "below", wrap=True))
            self._box.addLayout(pair)

    def _add_mentions(self, mentions: Iterable[ReferenceHead]) -> None:
        """Link to the guide, and to the levels and roles that ask for this."""
        for number, head in enumerate(mentions):
            if number == 0:
                self._box.addWidget(
                    label(tr("Read on in the guide"), "heading", wrap=True)
                )
            link = TextLink(f"{head.section} · {head.title}")
            link.clicked.connect(self._on_link)
            link.setProperty("address", head.subject)
            self._box.addWidget(link)

    def _add_bullets(self, heading: str, lines: Iterable[str]) -> None:
        self._add_lines(heading, [tr("• {text}", text=line) for line in lines])

    def _add_lines(self, heading: str, lines: Iterable[str]) -> None:
        shown = [line for line in lines if line]
        if shown:
            self._box.addWidget(label(heading, "heading", wrap=True))
        for line in shown:
            text = label(breakable(line), "muted", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._box.addWidget(text)

    def _on_link(self) -> None:
        link = self.sender()
        if link is not None:
            self.link_clicked.emit(str(link.property("address")))
