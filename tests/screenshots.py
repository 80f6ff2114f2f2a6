"""Write every page and state of the window as pictures, for a person to look at.

``python -m tests.screenshots DIR [NAME…]`` draws off screen, in light and dark, at
1440×900 and 960×640, with the bundled picture font, so that two machines agree.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # after the platform
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from tests import screenshots_reports
from tests.builders import a_roadmap, a_skill, a_stage
from tests.sample_season import make_season
from tests.screenshots_applications import application_scenes
from tests.screenshots_career import career_scenes
from tests.screenshots_interview import interview_scenes
from tests.screenshots_journal import journal_scenes
from tests.screenshots_postings import posting_scenes
from tests.screenshots_projects import project_scenes
from tracker.app.running import make_application
from tracker.app.session import Session
from tracker.domain.edit import State
from tracker.domain.errors import Problem, StorageError
from tracker.domain.timer import started, written
from tracker.domain.work import ProofKind
from tracker.paths import log_folder, preferences_file
from tracker.services.port_values import Commit
from tracker.ui import theme
from tracker.ui.navigation import SETTINGS
from tracker.ui.preferences import Preferences
from tracker.ui.single_instance import SingleInstance
from tracker.ui.trouble import show_problems
from tracker.workspace import Workspace, bundled_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = ((1440, 900), (960, 640))
ROADMAP = "backend-career"


def scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "first-run": ("new", _nothing),
        "journey-empty": ("chosen", _nothing),
        "journey": ("begun", _nothing),
        "journey-full": ("finished", _nothing),
        "journey-30-stages": ("long", _nothing),
        "journey-zoomed": ("begun", lambda s: _page(s).road.zoom(1.8)),
        "journey-text-200": ("begun", lambda s: _text_size(s, 200)),
        "journey-right-to-left": ("begun", _mirror),
        "list": ("begun", lambda s: _page(s).show_as_list(as_list=True)),
        "projects": ("begun", lambda s: _page(s).show_tab(1)),
        "guide": ("begun", lambda s: _page(s).show_tab(2)),
        "notes": ("begun", lambda s: _page(s).show_tab(3)),
        "skill": ("begun", _go_to_next),
        "quick-log": ("begun", _quick_log),
        "timer": ("begun", _timer),
        "idle": ("begun", _idle),
        "due": ("begun", _due),
        "project": ("begun", _go_to_project),
        "proof": ("begun", _show_proof),
        "proof-only": ("begun", _only_proved),
        "proof-list": ("begun", _only_proved_list),
        "proof-dialog": ("begun", _ask_for_proof),
        "fork": ("begun", lambda s: _page(s).show_stage(4)),
        "lanes": ("begun", lambda s: _page(s).show_lanes(4)),
        "fork-chosen": ("begun", _choose_lane),
        "skill-below": ("begun", _go_below),
        "guidebook": ("begun", lambda s: s.journeying.open_page("level:junior")),
        "guidebook-search": ("begun", _search_guide),
        "toast": ("begun", _check_one),
        "message": ("begun", _fail),
        "settings": ("begun", lambda s: s.journeying.show_page(SETTINGS)),
        "palette": ("begun", _palette),
        "about": ("begun", _about),
        "address": ("begun", _address),
        "shortcuts": ("begun", lambda s: s.journeying.actions["shortcuts"].trigger()),
        "problems": ("begun", _problems),
        **project_scenes(),
        **career_scenes(),
        **journal_scenes(),
        **application_scenes(),
        **posting_scenes(),
        **interview_scenes(),
        "trouble-damaged": ("begun", lambda s: _trouble(s, "damaged")),
        "trouble-locked": ("begun", lambda s: _trouble(s, "locked")),
        **screenshots_reports.scenes(),
    }


def main(arguments: list[str]) -> int:
    """Write the pictures; return 0."""
    if not arguments:
        print("usage: python -m tests.screenshots DIR [NAME…]")
        return 2
    target, names = Path(arguments[0]), arguments[1:]
    target.mkdir(parents=True, exist_ok=True)
    application = make_application()
    base = theme.use_picture_font()
    for name, (data, act) in scenes().items():
        if names and name not in names:
            continue
        for look in ("light", "dark"):
            for size in SIZES:
                application.setFont(base)
                path = target / f"{name}-{look}-{size[0]}x{size[1]}.png"
                _draw(path, data, look, size, act)
                print(path)
    return 0


def _draw(
    path: Path,
    data: str,
    look: str,
    size: tuple[int, int],
    act: Callable[[Session], None],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, data)
        preferences = Preferences(preferences_file(folder))
        preferences.theme = look
        instance = SingleInstance(folder)
        instance.acquire()
        session = Session(folder, preferences, log_folder(folder), instance=instance)
        session.start()
        session.window.resize(*size)
        session.window.show()
        if session.journeying is not None:
            session.journeying.complete()  # as the window does right after painting
        _settle()
        grabbed = _grab_after(session, act)
        grabbed.save(str(path))
        session.window.close()
        session.end()
        session.instance.release()
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _grab_after(session: Session, act: Callable[[Session], None]):
    """Return a picture of the window, with the dialog that ``act`` opens on it."""
    taken = []

    def shown(dialog: QDialog) -> int:
        dialog.show()
        screenshots_reports.wait_for_preview(session)
        _settle()
        picture = session.window.grab()
        at = session.window.mapFromGlobal(dialog.mapToGlobal(dialog.rect().topLeft()))
        dialog.render(picture, at)
        taken.append(picture)
        dialog.hide()
        return 0

    originals = QDialog.exec, QDialog.open
    QDialog.exec = QDialog.open = shown
    try:
        act(session)
    finally:
        QDialog.exec, QDialog.open = originals
    _settle()
    return taken[-1] if taken else session.window.grab()


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def _prepare(folder: Path, data: str) -> None:
    if data == "season":
        make_season(folder)
        return
    workspace = Workspace(folder, _nobody_listens)
    workspace.install_bundled(bundled_content())
    if data == "long":
        workspace.roadmaps.add(_long_roadmap(), "-")
        workspace.roadmaps.choose("long")
    elif data != "new":
        workspace.roadmaps.choose(ROADMAP)
    outline = workspace.store.reader.outline(ROADMAP)
    walked = {"begun": 2, "finished": 7}.get(data, 0)
    for stage in outline.stages[:walked]:
        chosen = [list(group.skills)[: group.least] for group in stage.groups]
        everything = [*stage.skills, *chain(*chosen), *stage.projects]
        lane = next(iter(stage.fork.lanes.values())) if stage.fork else None
        if lane is not None:
            everything += [*lane.skills, *lane.projects]
            for group in lane.groups:
                everything += list(group.skills)[: group.least]
        workspace.learning.set_states(everything, State.DONE)
    if data == "begun":
        third = list(outline.stages[2].skills)
        workspace.learning.set_states(third[:5], State.DONE)
        workspace.learning.set_state(third[6], State.LEARNING)
        workspace.learning.set_state(third[8], State.ASIDE)
        fourth = list(outline.stages[3].skills)
        workspace.learning.set_states(fourth[:3], State.DONE)
        note = "## What helped\n\n- **Small commits**\n- a `README` first"
        workspace.learning.write_note(f"stage:{ROADMAP}/portfolio-and-first-role", note)
    workspace.close()


def _long_roadmap():
    """Return thirty stages with titles of every length."""
    words = ("Grundlagen", "Serverinfrastrukturverwaltung", "API", "数据库与缓存")
    return a_roadmap(
        *(
            a_stage(
                f"stage-{n}",
                a_skill(f"skill-{n}"),
                title=" ".join(words[: n % 4 + 1]),
            )
            for n in range(30)
        ),
        slug="long",
        title="A roadmap with thirty stages and a title that is itself rather long",
    )


def _nobody_listens(_stored: object) -> None:
    """Take an announcement."""


def _nothing(_session: Session) -> None:
    """Leave the window as it opened."""


def _page(session: Session):
    return session.journeying.page


def _mirror(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def _text_size(session: Session, percent: int) -> None:
    session.preferences.text_size = percent
    session.apply_look()


def _quick_log(session: Session) -> None:
    session.journeying.show_quick_log()
    dialog = session.window.findChildren(QDialog, "quick-log")[-1]
    dialog.line.setText("1h30 wrote the login tests yesterday #unit-tests @lo")
    dialog.line.textEdited.emit(dialog.line.text())
    dialog.open()  # once more, for the picture


def _timer(session: Session) -> None:
    session.workspace.timers.start("Reading about joins")
    session.journeying.timing.look()


def _idle(session: Session) -> None:
    begun = session.workspace.timers.now() - timedelta(hours=9)
    with session.workspace.store.begin() as work:
        work.set_setting("timer", written(started(begun)))
    session.journeying.timing.stop()


def _due(session: Session) -> None:
    session.journeying.page.due.show_text(
        "Due today: The login tests · 2 more this week"
    )


def _go_to_next(session: Session) -> None:
    session.journeying.go_on()


def _subjects(session: Session, stage: int) -> Iterator[str]:
    yield from session.journeying.current.journey.outline.stages[stage].projects


def _go_to_project(session: Session) -> None:
    session.journeying.go_to(next(_subjects(session, 2)))


def _proved(session: Session) -> list[str]:
    """Give some skills of the third stage proof; return them."""
    journeying = session.journeying
    outline = journeying.current.journey.outline
    skills = list(outline.stages[2].skills)
    proofs = journeying.workspace.proofs
    proofs.add_link(
        skills[0], "https://example.org/me/todo-api/pull/4", "The login, reviewed"
    )
    path = session.folder / "a picture of the whole login page, as it looked on Monday"
    path.write_bytes(b"pixels")
    proofs.add_file(skills[0], proofs.keep(path))
    part = journeying.workspace.store.reader.parts(skills[0])[0]
    commit = Commit("1a2b3c4d5e" * 4, "/home/me/code/todo-api", "Write the login")
    proofs.add_commit(part, commit)
    proofs.add_note(skills[0], "Rebased a branch of a colleague.\n\nIn *March*.")
    proofs.add_note(skills[2], "Explained it in the weekly talk.")
    proofs.add_confirmation(skills[1], "the instructor of my course, 21 Nov")
    return skills


def _show_proof(session: Session) -> None:
    session.journeying.go_to(_proved(session)[0])
    detail = _page(session).panel.detail
    _settle()
    scroll = detail.findChild(QScrollArea)
    scroll.ensureWidgetVisible(detail.evidence, 0, 400)


def _only_proved(session: Session) -> None:
    _proved(session)
    session.journeying.actions["proved"].trigger()


def _only_proved_list(session: Session) -> None:
    _only_proved(session)
    page = _page(session)
    page.show_as_list(as_list=True)
    page.tree.expand(page.tree.tree.index(2, 0))
    page.tree.expand(page.tree.tree.index(0, 0, page.tree.tree.index(2, 0)))


def _ask_for_proof(session: Session) -> None:
    session.journeying.proof_desk.ask(_proved(session)[3], ProofKind.COMMIT)


def _choose_lane(session: Session) -> None:
    _page(session).show_stage(4)
    session.journeying.commands.choose_lane("specialisation", "database")


def _go_below(session: Session) -> None:
    _go_to_next(session)
    scroll = _page(session).panel.detail.findChild(QScrollArea)
    _settle()
    scroll.ensureWidgetVisible(_page(session).panel.detail.more, 0, 400)


def _search_guide(session: Session) -> None:
    session.journeying.open_page()
    page = session.window.pages.currentWidget()
    page.search.setText("salary")


def _check_one(session: Session) -> None:
    session.journeying.commands.set_state(next(_subjects(session, 2)), State.DONE)


def _fail(session: Session) -> None:
    text = (
        "Another program is using your data file, so nothing was changed. What was "
        "saved before is safe. Close the other program and try again."
    )
    error = StorageError(text, "locked", "database is locked")
    session.journeying.commands.failed.emit(error, lambda: None)


def _palette(session: Session) -> None:
    session.journeying.show_palette()


def _about(session: Session) -> None:
    session.journeying.actions["about"].trigger()


def _address(session: Session) -> None:
    session.journeying.open_address("https://docs.example.org/" + "long/" * 40)


def _problems(session: Session) -> None:
    path = Path("my-roadmap.yaml")
    problems = [
        Problem(str(path), 12, 5, "stages[0].titel", "the key “titel”", "“title”"),
        Problem(str(path), 31, 9, "stages[1].groups[0].skills[2]", "“htp”", "a skill"),
    ]
    show_problems(session.window, path, problems)


def _trouble(session: Session, kind: str) -> None:
    text = "The data file is damaged. It was left as it is. Restore a backup."
    session.show_trouble(StorageError(text, kind, "database disk image is malformed"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
