"""What the window says and keeps when the disk, the file or Milepost itself fails."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.pages.keys import click
from tracker.domain.edit import State
from tracker.logs import log_file
from tracker.ui.failures import Failures
from tracker.workspace import Workspace

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def lock(running):
    """Return a connection of another program that holds the data file."""
    with closing(sqlite3.connect(running.data_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_a_locked_file_is_said_and_the_tick_goes_back(running, lock):
    page = running.journey
    title = page.titles()[0]
    page.check(title)
    assert page.state(title) == "todo"
    assert page.ring == 0
    assert "using your data file" in running.message
    assert running.saved == "Last change not saved"
    assert running.message_button == "Try again"
    running.click_message_button()
    assert "using your data file" in running.message, "still locked"
    lock.execute("ROLLBACK")
    running.click_message_button()
    assert page.state(title) == "done"
    assert running.stored_state(page.subject(title)) == "done"
    assert running.saved == "All changes saved"
    assert running.message == ""


def test_while_locked_every_page_can_still_be_looked_at(running, lock):
    for stage in range(1, 8):
        running.journey.click_stage(stage)
    running.journey.choose_way("List")
    running.show_settings()
    running.look_for_changes()
    assert running.message == ""


def test_another_success_settles_the_trouble(running, lock):
    page = running.journey
    first, second = page.titles()[:2]
    page.check(first)
    lock.execute("ROLLBACK")
    page.check(second)
    assert running.saved == "All changes saved"
    assert "not" not in running.saved
    running.click_message_button()
    assert page.state(first) == page.state(second) == "done"


def test_a_note_that_could_not_be_stored_stays_and_is_tried_again(running, lock):
    running.press("Alt+4")
    running.write("precious")
    running.press("Tab")
    assert running.journey.note_text == "precious"
    assert running.journey.note_state == "Not saved yet"
    assert running.saved == "Last change not saved"
    lock.execute("ROLLBACK")
    running.click_message_button()
    assert running.journey.note_state == "Saved"
    assert running.edits() == 1


def test_a_note_that_could_not_be_stored_survives_a_look_at_another_stage(
    running, lock
):
    running.press("Alt+4")
    running.write("precious")
    running.journey.click_stage(2)
    assert running.saved == "Last change not saved"
    lock.execute("ROLLBACK")
    running.click_message_button()
    running.journey.click_stage(1)
    assert running.journey.note_text == "precious"


def test_a_note_that_cannot_be_stored_keeps_the_window_open_once(running, lock):
    running.press("Alt+4")
    running.write("precious")
    running.window.close()
    assert running.window.isVisible(), "or what was typed would be lost"
    assert "precious" in running.journey.note_text
    assert running.message
    lock.execute("ROLLBACK")
    running.window.close()
    assert not running.window.isVisible()
    running.quit()
    with closing(sqlite3.connect(running.data_file)) as other:
        query = "SELECT count(*) FROM fact WHERE value = 'precious'"
        assert other.execute(query).fetchone() == (1,)


def test_whoever_insists_can_leave_without_the_note(running, lock):
    running.press("Alt+4")
    running.write("not so precious")
    running.window.close()
    running.window.close()
    assert not running.window.isVisible()


def test_a_replaced_file_is_noticed_and_the_session_is_rescued(running, tmp_path):
    page = running.journey
    first, second = page.titles()[:2]
    page.check(first)
    older = tmp_path / "older.db"
    with (
        closing(sqlite3.connect(running.data_file)) as source,
        closing(sqlite3.connect(older)) as target,
    ):
        source.backup(target)
    page.check(second)
    older.replace(running.data_file)
    third = page.titles()[2]
    page.check(third)
    assert page.state(third) == "todo"
    assert "moved or replaced" in running.message
    assert running.saved == "Last change not saved"
    (rescued,) = running.folder.glob("milepost.db.rescued-*")
    with closing(sqlite3.connect(rescued)) as copy:
        done = "SELECT count(*) FROM fact WHERE field = 'state' AND value = 'done'"
        assert copy.execute(done).fetchone()[0] >= 2
    running.click_message_button()
    assert "moved or replaced" in running.message, "it does not pretend"


def test_a_deleted_file_is_noticed(running):
    page = running.journey
    page.check(page.titles()[0])
    running.data_file.unlink()
    page.check(page.titles()[1])
    assert "moved or replaced" in running.message
    assert list(running.folder.glob("milepost.db.rescued-*"))
    running.look_for_changes()
    running.journey.click_stage(3)


def test_a_fault_of_ours_is_said_logged_and_survived(running, monkeypatch, caplog):
    failures = Failures()
    failures.happened.connect(running.session.report_failure)
    try:
        monkeypatch.setattr(
            running.journey.widget.panel, "_show_head", _broken, raising=True
        )
        with running.qtbot.capture_exceptions() as caught:
            running.journey.click_stage(2)
        assert caught
        failures._take(*caught[0])
        running.qtbot.waitUntil(lambda: "unexpected" in running.message)
    finally:
        failures.stop()
    monkeypatch.undo()
    caplog.clear()
    assert "RuntimeError: broken on purpose" in running.message
    click(running.window.messages.fold)
    assert "Traceback" in running.window.messages._details.text()
    log = log_file(running.session.logs).read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "broken on purpose" in log
    running.dismiss_message()
    running.journey.click_stage(1)
    running.journey.check(running.journey.titles()[0])
    assert running.saved == "All changes saved"


def _broken(*_):
    raise RuntimeError("broken on purpose")


def test_an_outcome_cannot_be_set_aside_and_it_is_said(running):
    page = running.journey
    page.choose_way("List")
    journey = running.journeying.current.journey
    skill = next(iter(journey.stage(0).skills))
    tree = page.widget.tree
    tree.setFocus()
    tree.setCurrentIndex(page.line(skill.outcomes[0].text))
    running.press("Ctrl+Shift+A")
    assert "either to do or done" in running.message
    assert running.edits() == 0


def in_a_process(script: str, *words: str, before: tuple[str, ...] = ()) -> str:
    """Run a script with the window in a process of its own; return what it printed."""
    ran = subprocess.run(
        [*before, sys.executable, "-c", script, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=CHECKOUT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tracker.app.running import make_application
from tracker.app.session import Session
from tracker.paths import log_folder, preferences_file
from tracker.ui.preferences import Preferences
from tracker.ui.single_instance import SingleInstance
application = make_application()
folder = Path(sys.argv[1])
instance = SingleInstance(folder)
assert instance.acquire()
session = Session(
    folder, Preferences(preferences_file(folder)), log_folder(folder), instance=instance
)
session.start()
session.window.resize(1200, 800)
session.window.show()
journeying = session.journeying
window = session.window
table = journeying.page.panel.skills
journeying.complete()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
def test_a_full_disk_takes_the_tick_back_and_works_again_after(data):
    script = (
        OPEN
        + """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
QTest.keyClick(table, Qt.Key.Key_Space)
print(window.messages.text.text())
print(window.navigation.saved._text)
print(len(journeying.current.journey.progress.states))
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
QTest.mouseClick(window.messages.action, Qt.MouseButton.LeftButton)
print(window.navigation.saved._text, len(journeying.current.journey.progress.states))
window.close(); session.end()
"""
    )
    lines = in_a_process(script, str(data)).splitlines()
    assert "disk is full" in lines[0]
    assert lines[1:] == ["Last change not saved", "0", "All changes saved 1"]


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="root may write everywhere",
)
def test_a_read_only_folder_can_be_looked_at(data):
    for path in data.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    data.chmod(0o555)
    script = (
        OPEN
        + """
print(window.messages.text.text().partition(":")[0])
print(window.navigation.saved._text)
window.messages.dismiss.click()
QTest.keyClick(table, Qt.Key.Key_Space)
print(window.messages.isVisible(), len(journeying.current.journey.progress.states))
journeying.page.show_tab(3)
print(journeying.page.panel.note.text.isReadOnly())
journeying.page.show_stage(3)
journeying.show_page(1)
session.settle()
window.close(); session.end()
"""
    )
    bounds = "--bounding-set=-dac_override,-dac_read_search,-fowner"
    less = ("setpriv", bounds) if os.geteuid() == 0 else ()
    try:
        lines = in_a_process(script, str(data), before=less).splitlines()
    finally:
        for path in (data, *data.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert lines[:2] == ["Opened for reading only", "Opened for reading only"]
    assert lines[2:] == ["True 0", "True"]


@pytest.mark.parametrize("way", ["one", "many"])
def test_what_was_stored_before_a_fault_is_there_after(running, data, way):
    titles = running.journey.titles()[: 1 if way == "one" else 6]
    for title in titles:
        running.journey.check(title)
    with closing(sqlite3.connect(running.data_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        running.journey.check(running.journey.titles()[7])
    running.quit()
    workspace = Workspace(data, lambda _: None)
    done = workspace.store.reader.progress().in_state(State.DONE)
    workspace.close()
    assert len(done) == len(titles)
