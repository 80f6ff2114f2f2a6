"""What the window says where it may not write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying


def say_read_only(journeying: Journeying) -> None:
    """Say that nothing can be written, and the way out."""
    journeying.window.navigation.saved.say(tr("Opened for reading only"), "here_text")
    journeying.window.messages.say(
        tr(
            "Opened for reading only: Milepost may not write to {folder}. You can "
            "look at everything; nothing can be checked off. Give yourself write "
            "access to the folder, or choose another one.",
            folder=journeying.workspace.folder,
        ),
        action=tr("Choose another folder…"),
        run=journeying.ask_for_data_folder,
    )
