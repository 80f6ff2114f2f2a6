"""Settings: look, plan, roadmaps and data. Everything takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.ui.preferences import TEXT_SIZES, THEMES
from tracker.ui.settings.data_card import DataCard
from tracker.ui.settings.hours_card import HoursCard
from tracker.ui.settings.reminder_card import ReminderCard
from tracker.ui.settings.roadmap_card import RoadmapCard
from tracker.ui.widgets.cards import Card, CardPage, Row
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.services.use_cases import UseCases
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current
    from tracker.ui.preferences import Preferences
    from tracker.ui.settings.data_card import RunTask

_WIDEST = 46  # lines of text


class SettingsPage(CardPage):
    """Reads what is stored each time it may have changed, and keeps nothing itself."""

    look_changed = Signal()
    reminders_changed = Signal()
    add_roadmap_requested = Signal()
    folder_change_requested = Signal()

    def __init__(  # noqa: PLR0913  # the parts of the window that it acts on
        self,
        use_cases: UseCases,
        current: Current,
        commands: Commands,
        preferences: Preferences,
        *,
        folder: Path,
        run_task: RunTask,
        make_backup: Callable[[], Path],
        backups: Callable[[], list[tuple[str, Path]]],
    ) -> None:
        """Show the settings of a data folder.

        Args:
            use_cases: What can be done and read.
            current: The journey, for the time to go.
            commands: What is asked to change something.
            preferences: What belongs to this computer.
            folder: The data folder.
            run_task: Runs slow work; see `tracker.ui.tasks.TaskRunner.start`.
            make_backup: Makes a backup; runs off the GUI thread.
            backups: Returns the date and the file of every backup, the newest first.
        """
        super().__init__(_WIDEST)
        self.setAccessibleName(tr("Settings"))
        self._plan = HoursCard(current, commands)
        self._roadmaps = RoadmapCard(use_cases.store, commands)
        self._data = DataCard(folder, run_task, make_backup, backups)
        self._look = LookCard(preferences)
        self._reminders = ReminderCard(preferences)
        for card in (
            self._look,
            self._plan,
            self._reminders,
            self._roadmaps,
            self._data,
        ):
            self.cards.addWidget(card)
        self._connect(current, commands)

    def _connect(self, current: Current, commands: Commands) -> None:
        self._look.changed.connect(self.look_changed)
        self._reminders.changed.connect(self.reminders_changed)
        self._roadmaps.add_requested.connect(self.add_roadmap_requested)
        self._data.folder_change_requested.connect(self.folder_change_requested)
        for changed in (
            current.planned,
            current.replaced,
            current.changed,
            commands.settings_changed,
            commands.roadmap_chosen,
        ):
            changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read everything again."""
        self._look.refresh()
        self._plan.refresh()
        self._reminders.refresh()
        self._roadmaps.refresh()
        self._data.refresh()

    def _on_changed(self) -> None:
        self._plan.refresh()
        self._roadmaps.refresh()


class LookCard(Card):
    """Colours and text size."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        """Show and change what is preferred on this computer."""
        super().__init__(tr("Look"))
        self._preferences = preferences
        names = (tr("System"), tr("Light"), tr("Dark"))
        self._theme = Segmented(names, tr("Colours"))
        self._size = Combo(
            tr("Text size"), [tr("{n} %", n=size) for size in TEXT_SIZES]
        )
        system = tr("“System” follows the light and dark of this computer.")
        own = tr("100 % is the size set on this computer.")
        self.rows.addWidget(Row(tr("Colours"), system, self._theme))
        self.rows.addWidget(Row(tr("Text size"), own, self._size))
        self.refresh()
        self._theme.chosen.connect(self._on_theme_chosen)
        self._size.activated.connect(self._on_size_chosen)

    def refresh(self) -> None:
        """Show what is preferred."""
        self._theme.choose(THEMES.index(self._preferences.theme))
        self._size.setCurrentIndex(TEXT_SIZES.index(self._preferences.text_size))

    def _on_theme_chosen(self, number: int) -> None:
        if THEMES[number] != self._preferences.theme:
            self._preferences.theme = THEMES[number]
            self._tell()

    def _on_size_chosen(self, number: int) -> None:
        if TEXT_SIZES[number] != self._preferences.text_size:
            self._preferences.text_size = TEXT_SIZES[number]
            self._tell()

    def _tell(self) -> None:
        self._preferences.save()
        self.changed.emit()
