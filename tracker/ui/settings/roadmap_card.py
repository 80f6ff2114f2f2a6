"""Which roadmaps there are and which one is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.errors import MilepostError
from tracker.ui.settings.roadmap_list import RoadmapList, is_bundled
from tracker.ui.widgets.cards import Buttons, Card
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from tracker.services.ports import Store
    from tracker.ui.commands import Commands


class RoadmapCard(Card):
    """Follow another roadmap, remove one of one's own, ask to add a file."""

    add_requested = Signal()

    def __init__(self, store: Store, commands: Commands) -> None:
        """Show the roadmaps of a data file."""
        super().__init__(tr("Roadmaps"))
        self._store = store
        self._commands = commands
        sentence = tr(
            "Progress belongs to skills, not to a roadmap: what you have done counts "
            "on every road on which it stands."
        )
        self.rows.addWidget(label(sentence, "muted", wrap=True))
        self._list = RoadmapList()
        self._hint = label(kind="muted", wrap=True)
        self._follow = button(tr("Follow"), self._on_follow_clicked)
        self._remove = button(tr("Remove"), self._on_remove_clicked)
        self._add = button(tr("Add a roadmap file…"), self.add_requested.emit)
        self.rows.addWidget(self._list)
        self.rows.addWidget(self._hint)
        self.rows.addWidget(Buttons(self._follow, self._remove, self._add))
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.activated.connect(self._on_activated)
        self.refresh()

    def refresh(self) -> None:
        """Read the roadmaps again."""
        reader = self._store.reader
        try:
            heads, followed = reader.roadmaps(), reader.setting("roadmap") or ""
        except MilepostError as error:
            self._tell(str(error))
            return
        self._list.show_heads(heads, followed)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self._list.chosen()
        followed = self._list.roadmaps.followed
        is_followed = chosen is not None and chosen.slug == followed
        own = chosen is not None and not is_bundled(chosen)
        self._follow.setEnabled(chosen is not None and not is_followed)
        self._remove.setVisible(own)
        self._remove.setEnabled(own and not is_followed)
        title = chosen.title if chosen is not None else ""
        self._follow.setAccessibleName(tr("Follow {title}", title=title))
        self._remove.setAccessibleName(tr("Remove {title}", title=title))
        if chosen is None:
            self._tell(tr("There is no roadmap yet. Add a roadmap file to begin."))
        elif own and is_followed:
            self._tell(tr("Follow another roadmap before you remove this one."))
        elif own:
            self._tell(
                tr("Removing a roadmap keeps your progress; it counts again elsewhere.")
            )
        else:
            self._tell("")

    def _tell(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_buttons()

    def _on_activated(self) -> None:
        if self._follow.isEnabled():
            self._on_follow_clicked()

    def _on_follow_clicked(self) -> None:
        chosen = self._list.chosen()
        if chosen is not None and self._commands.choose_roadmap(chosen.slug):
            self.refresh()
            self._list.setFocus()  # the button that had it is disabled now

    def _on_remove_clicked(self) -> None:
        chosen = self._list.chosen()
        if chosen is not None and self._commands.remove_roadmap(chosen.slug):
            self.refresh()
            self._list.setFocus()
