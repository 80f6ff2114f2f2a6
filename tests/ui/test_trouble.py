"""When a file cannot be used: what happened, what was kept, and the ways out."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from tracker.domain.errors import Problem, StorageError
from tracker.ui import theme
from tracker.ui.trouble import ProblemsPanel, TroublePage, show_problems

BACKUPS = [("20 November 2026", Path("/b/new.db")), ("3 May 2026", Path("/b/old.db"))]
AGAIN, OTHER, QUIT = "Try again", "Choose another data folder…", "Quit"
ANEW, RESTORE = "Start anew…", "Restore this backup"
DETAILS = {"Show details", "Copy details"}


@pytest.fixture
def show(qtbot, qapp):
    font = qapp.font()

    def shown(kind, backups=BACKUPS, percent=100, size=(1200, 838)):
        theme.apply(qapp, "light", font, percent)
        error = StorageError(f"It is <b>{kind}</b>.", kind, "disk I/O error")
        page = TroublePage(error, backups, Path("/home/anna/Milepost"))
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield shown
    theme.apply(qapp, "light", font, 100)
    qapp.setStyleSheet("")


def buttons(page) -> dict[str, QPushButton]:
    found = page.findChildren(QPushButton)
    return {b.text(): b for b in found if b.isVisible()}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("locked", {AGAIN, QUIT}),
        ("full", {AGAIN, QUIT}),
        ("failed", {AGAIN, QUIT}),
        ("replaced", {AGAIN, QUIT}),
        ("something new", {AGAIN, QUIT}),
        ("read-only", {AGAIN, OTHER, QUIT}),
        ("newer", {OTHER, AGAIN, QUIT}),
        ("foreign", {OTHER, AGAIN, QUIT}),
        ("damaged", {RESTORE, AGAIN, OTHER, ANEW, QUIT}),
        ("empty", {RESTORE, AGAIN, OTHER, ANEW, QUIT}),
        ("missing", {RESTORE, AGAIN, OTHER, ANEW, QUIT}),
    ],
)
def test_each_kind_offers_what_can_help(show, kind, expected):
    page = show(kind)
    assert set(buttons(page)) == expected | DETAILS
    texts = [each.text() for each in page.findChildren(QLabel)]
    assert f"It is <b>{kind}</b>." in texts
    assert {"What was kept", "What you can do"} <= set(texts)
    page.grab()


def test_without_backups_there_is_nothing_to_restore(show):
    page = show("damaged", [])
    assert RESTORE not in buttons(page)
    assert page.findChild(QComboBox) is None
    assert buttons(page)[AGAIN].hasFocus()


def test_the_newest_backup_is_offered_and_another_can_be_chosen(qtbot, show):
    page = show("damaged")
    assert buttons(page)[RESTORE].hasFocus()
    with qtbot.waitSignal(page.restore_requested) as told:
        qtbot.keyClick(buttons(page)[RESTORE], Qt.Key.Key_Return)
    assert told.args == [Path("/b/new.db")]
    combo = page.findChild(QComboBox)
    qtbot.keyClick(combo, Qt.Key.Key_Down)  # opens the list
    qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    with qtbot.waitSignal(page.restore_requested) as told:
        qtbot.mouseClick(buttons(page)[RESTORE], Qt.MouseButton.LeftButton)
    assert told.args == [Path("/b/old.db")]


def test_starting_anew_asks_once_in_place(qtbot, show):
    page = show("missing")
    asked = []
    page.anew_requested.connect(lambda: asked.append(1))
    qtbot.mouseClick(buttons(page)[ANEW], Qt.MouseButton.LeftButton)
    assert not asked
    assert buttons(page)["Leave it as it is"].hasFocus()
    qtbot.keyClick(buttons(page)["Leave it as it is"], Qt.Key.Key_Return)
    assert not asked
    assert buttons(page)[ANEW].hasFocus()
    qtbot.keyClick(buttons(page)[ANEW], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.anew_requested):
        qtbot.mouseClick(buttons(page)["Start anew"], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        (AGAIN, "retry_requested"),
        (OTHER, "folder_requested"),
        (QUIT, "quit_requested"),
    ],
)
def test_the_other_ways_out_ask_for_what_they_say(qtbot, show, text, signal):
    page = show("read-only")
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(buttons(page)[text], Qt.Key.Key_Return)


def test_details_fold_out_and_are_copied(qtbot, show):
    page = show("locked")
    field = page.findChild(QPlainTextEdit)
    assert not field.isVisible()
    qtbot.keyClick(buttons(page)["Show details"], Qt.Key.Key_Space)
    assert field.isVisible()
    assert "disk I/O error" in field.toPlainText()
    qtbot.mouseClick(buttons(page)["Copy details"], Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == field.toPlainText()
    assert "/home/anna/Milepost" in copied
    qtbot.keyClick(buttons(page)["Hide details"], Qt.Key.Key_Space)
    assert not field.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_sideways(show, percent):
    page = show("damaged", percent=percent, size=(740, 580))
    assert page.page.width() <= page.viewport().width()
    for each in buttons(page).values():
        assert each.width() >= each.sizeHint().width()


def test_labels_are_plain(show):
    page = show("damaged")
    for each in page.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText


def problems(n=3):
    return [
        Problem(
            "mine.yaml", 7 + i, 3, f"stages[{i}].title", "<table><tr>" * 18, "a name"
        )
        for i in range(n)
    ] + [Problem("mine.yaml", 0, 0, "", "x" * 900, "א" * 300 + "🚀")]


def test_every_problem_is_a_row_with_line_place_found_and_expected(qtbot):
    panel = ProblemsPanel("A title", problems())
    qtbot.addWidget(panel)
    model = panel.findChild(QTableView).model()
    rows = [
        [model.index(row, column).data() for column in range(4)]
        for row in range(model.rowCount())
    ]
    assert rows[0] == ["7", "stages[0].title", "<table><tr>" * 18, "a name"]
    assert rows[3] == ["–", "The whole file", "x" * 900, "א" * 300 + "🚀"]
    tip = model.index(3, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "x" * 900 in tip
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Place: stages[0].title"


def test_problems_of_several_files_name_the_file(qtbot):
    found = [*problems(1), Problem("/a/b/other.yaml", 2, 1, "skills", "a", "b")]
    panel = ProblemsPanel("A title", found)
    qtbot.addWidget(panel)
    assert panel.table.model().index(2, 1).data() == "other.yaml: skills"


def test_the_report_opens_is_copied_and_closes(qtbot, qapp):
    found = problems()
    dialog = show_problems(None, Path("/home/anna/mine.yaml"), found)
    qtbot.addWidget(dialog)
    assert dialog.isModal()
    assert dialog.panel.table.accessibleName()
    copy = dialog.panel.copy_button
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "\n".join(map(str, found))
    qtbot.keyClick(dialog.panel.table, "c", Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("7\tstages[0].title\t<table>")
    for each in dialog.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_two_hundred_problems_open_without_waiting(qtbot, qapp):
    before = perf_counter()
    dialog = show_problems(None, Path("mine.yaml"), problems(200))
    qtbot.addWidget(dialog)
    dialog.grab()
    assert perf_counter() - before < 2  # 60 ms measured; loose for a busy machine
    dialog.close()
