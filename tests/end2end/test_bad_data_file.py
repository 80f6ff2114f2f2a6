"""A data file that cannot be used: what is said, what is offered, what is kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.pages.keys import click
from tracker.db.backup import list_backups, make_backup
from tracker.db.data_file import NAME
from tracker.domain.edit import State
from tracker.ui.first_run import FirstRunPage
from tracker.ui.single_instance import SingleInstance
from tracker.ui.trouble import TroublePage
from tracker.workspace import Workspace, local_now


def cut(path):
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2 + 100])


def empty(path):
    path.write_bytes(b"")


def text(path):
    path.write_text("not a database at all, and long enough to be looked at" * 40)


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


def gone(path):
    path.unlink()


def garbage_inside(path):
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    path.write_bytes(data)


# What is done to it, what the page is titled, whether a backup and a new file help.
FAULTS = [
    (cut, "Your data file is damaged", True),
    (empty, "Your data file is empty", True),
    (text, "Your data file is damaged", True),
    (garbage_inside, "Your data file is damaged", True),
    (gone, "Your data file is not there", True),
    (newer, "Your data file is from a newer Milepost", False),
    (foreign, "This is not a data file of Milepost", False),
]


def buttons(page) -> list[str]:
    return [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]


def press_button(page, text):
    found = [b for b in page.findChildren(QPushButton) if b.text() == text]
    (shown,) = [b for b in found if b.isVisible()]
    page.ensureWidgetVisible(shown)
    click(shown)


@pytest.mark.parametrize(("fault", "title", "lost"), FAULTS)
def test_the_page_says_what_is_wrong_and_what_can_be_done(
    milepost, data, fault, title, lost
):
    path = data / "milepost.db"
    fault(path)
    before = path.read_bytes() if path.exists() else None
    window = milepost(data)
    page = window.shown_alone
    assert isinstance(page, TroublePage)
    assert page.accessibleName() == title
    shown = buttons(page)
    assert {"Try again", "Choose another data folder…", "Quit"} <= set(shown)
    assert ("Restore this backup" in shown) is lost
    assert ("Start anew…" in shown) is lost
    assert not window.window.menuBar().isVisible()
    assert (path.read_bytes() if path.exists() else None) == before
    assert QApplication.focusWidget() is page._first
    press_button(page, "Try again")
    assert isinstance(window.shown_alone, TroublePage), "still the same"
    window.quit()
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("fault", [cut, empty, text, garbage_inside, gone])
def test_a_backup_is_restored_and_the_bad_file_kept(milepost, data, fault):
    workspace = Workspace(data, lambda _: None)
    outline = workspace.journey().outline
    workspace.learning.set_state(next(iter(outline.stages[0].skills)), State.DONE)
    workspace.close()
    for backup in list_backups(data / "milepost.db"):
        backup.path.unlink()
    make_backup(data / "milepost.db", local_now())
    fault(data / "milepost.db")
    bad = data / "milepost.db"
    bad = bad.read_bytes() if bad.exists() else None
    window = milepost(data)
    press_button(window.shown_alone, "Restore this backup")
    assert window.shown_alone is None
    window.ready()
    assert window.journey.state(window.journey.titles()[0]) == "done"
    if bad:
        others = [p for p in data.iterdir() if p.is_file() and p.name != "milepost.db"]
        assert any(path.read_bytes() == bad for path in others)
    window.journey.check(window.journey.titles()[1])
    assert window.saved == "All changes saved"


@pytest.mark.parametrize("fault", [cut, empty, text, gone])
def test_starting_anew_keeps_the_old_file(milepost, data, fault):
    fault(data / "milepost.db")
    path = data / "milepost.db"
    bad = path.read_bytes() if path.exists() else None
    window = milepost(data)
    press_button(window.shown_alone, "Start anew…")
    assert path.exists() == (bad is not None), "asked first"
    press_button(window.shown_alone, "Leave it as it is")
    press_button(window.shown_alone, "Start anew…")
    press_button(window.shown_alone, "Start anew")
    assert isinstance(window.shown_alone, FirstRunPage)
    kept = list(data.glob("milepost.db.kept-*"))
    assert [k.read_bytes() for k in kept] == ([] if bad is None else [bad])
    assert list_backups(path), "backups are untouched"
    click(window.shown_alone._start)
    assert window.journey.stage == 1


def test_another_folder_helps(milepost, data, tmp_path, choose_folder):
    text(data / "milepost.db")
    other = tmp_path / "other"
    other.mkdir()
    window = milepost(data)
    choose_folder(None)
    press_button(window.shown_alone, "Choose another data folder…")
    assert isinstance(window.shown_alone, TroublePage)
    choose_folder(other)
    press_button(window.shown_alone, "Choose another data folder…")
    assert isinstance(window.shown_alone, FirstRunPage)
    assert (other / "milepost.db").exists()
    click(window.shown_alone._start)
    window.ready()
    window.journey.check(window.journey.titles()[0])
    assert window.saved == "All changes saved"


def test_changing_the_folder_in_settings(running, tmp_path, choose_folder, milepost):
    other = tmp_path / "other"
    other.mkdir()
    running.journey.check(running.journey.titles()[0])
    choose_folder(other)
    running.show_settings()
    running.journeying.ask_for_data_folder()
    click(running.shown_alone._start)
    running.ready()
    assert running.journey.state(running.journey.titles()[0]) == "todo"
    running.press("Space")
    assert running.journey.state(running.journey.titles()[0]) == "done"
    running.press("Ctrl+Z")
    assert running.journey.state(running.journey.titles()[0]) == "todo"
    choose_folder(running.folder)
    running.journeying.ask_for_data_folder()
    running.ready()
    assert running.journey.state(running.journey.titles()[0]) == "done"
    running.show_settings()
    running.show_journey()
    running.journey.check(running.journey.titles()[1])
    assert running.saved == "All changes saved"


def test_a_folder_that_is_open_elsewhere_is_refused(
    running, tmp_path, choose_folder, chosen_folder
):
    other = tmp_path / "other"
    shutil.copytree(chosen_folder, other)
    second = SingleInstance(other)
    assert second.acquire()
    choose_folder(other)
    running.journeying.ask_for_data_folder()
    assert "Another window is open" in running.message
    running.journey.check(running.journey.titles()[0])
    assert running.stored_state(running.journey.subject(running.journey.titles()[0]))
    second.release()


def test_the_same_folder_again_is_no_trouble(running, choose_folder):
    choose_folder(running.folder)
    running.journeying.ask_for_data_folder()
    assert "Another window" not in running.message
    assert running.journey.stage == 1


def test_quit_on_the_trouble_page_quits(milepost, data, monkeypatch):
    quits = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append(1))
    text(data / "milepost.db")
    window = milepost(data)
    press_button(window.shown_alone, "Quit")
    assert quits or not window.window.isVisible()


def test_a_damaged_page_anywhere_never_stops_the_window(milepost, data):
    """Zero one page after the other: the page of trouble, or a window that works."""
    path = data / "milepost.db"
    whole = path.read_bytes()
    size = 4096
    seen = set()
    for number in range(1, min(len(whole) // size, 60)):
        broken = bytearray(whole)
        broken[number * size : (number + 1) * size] = bytes(size)
        path.write_bytes(broken)
        window = milepost(data)
        trouble = isinstance(window.shown_alone, TroublePage)
        seen.add(trouble)
        window.quit()
    assert True in seen


def test_a_backup_is_made_when_one_is_due(milepost, data):
    path = data / "milepost.db"
    for backup in list_backups(path):
        backup.path.unlink()
    window = milepost(data)
    window.wait_for_tasks()
    assert len(list_backups(path)) == 1
    assert window.message == ""


def test_the_report_of_a_bad_end_is_said(milepost, data, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("tracker.app.files.open_folder", opened.append)
    report = tmp_path / "logs" / "crash-1.txt"
    window = milepost(data, report=report)
    assert str(report) in window.message
    assert "did not end as it should" in window.message
    window.click_message_button()
    assert opened == [report.parent]


@pytest.mark.parametrize("page", [FirstRunPage, TroublePage])
def test_logging_out_ends_the_window_where_nothing_else_happens(
    milepost, new_folder, tmp_path, page
):
    """Python takes a signal only when it runs, so it has to run now and then.

    A window that does not end is killed, and the next start calls that a crash.
    """
    folder = tmp_path / "data"
    shutil.copytree(new_folder, folder)
    if page is TroublePage:
        text(folder / NAME)
    window = milepost(folder)
    assert isinstance(window.shown_alone, page)
    assert window.session._watch.isActive()
