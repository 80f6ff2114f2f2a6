"""About: versions, places, licences in full."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tracker import __version__
from tracker.ui import licences
from tracker.ui.about import AboutDialog
from tracker.ui.licences import text_of, works


@pytest.fixture
def dialog(qtbot, tmp_path):
    dialog = AboutDialog(None, tmp_path / "data", tmp_path / "data/logs/a.log", 1)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def buttons(dialog) -> dict[str, QPushButton]:
    found = dialog.findChildren(QPushButton)
    return {each.accessibleName() or each.text(): each for each in found}


def test_the_details_hold_every_version_and_place(qtbot, dialog, tmp_path):
    qtbot.mouseClick(buttons(dialog)["Copy details"], Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in (
        f"Milepost: {__version__}",
        f"Python: {sys.version.split()[0]}",
        "Qt: 6.",
        "PySide6: 6.",
        "SQLite: 3.",
        "SQLAlchemy: 2.",
        "Schema: 1",
        f"Data folder: {tmp_path / 'data'}",
        f"Log file: {tmp_path / 'data/logs/a.log'}",
        "System: ",
    ):
        assert part in copied


def test_each_licence_is_shown_in_full_when_it_is_chosen(qtbot, dialog):
    names = dialog.findChild(QListWidget)
    text = dialog.findChild(QPlainTextEdit)
    assert "MIT License" in text.toPlainText()
    names.setFocus()
    for _ in range(names.count() - 1):
        before = text.toPlainText()
        qtbot.keyClick(names, Qt.Key.Key_Down)
        assert len(text.toPlainText()) > 300
    assert "SIL Open Font License" in text.toPlainText()
    assert before != text.toPlainText()


def test_qt_comes_with_both_licences_and_how_to_replace_it():
    text = text_of("PySide6-Essentials")
    assert "You may change Qt and use your own build" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "site-packages" in text


def test_all_that_is_used_is_named_with_its_licence():
    found = {work.name: work.licence for work in works()}
    assert found["milepost"] == "MIT"
    assert found["PySide6-Essentials"] == "LGPL-3.0"
    assert found["SQLAlchemy"] == "MIT"
    assert found["inter"] == "OFL-1.1"
    assert all(found.values())


def test_a_missing_text_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(licences.tracker, "__file__", str(tmp_path / "x" / "y.py"))
    text = text_of("milepost")
    assert "MIT License" in text or "is missing" in text


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toLocalFile())


def test_the_folder_and_the_log_are_opened(qtbot, dialog, tmp_path):
    opener = Opener()
    (tmp_path / "data" / "logs").mkdir(parents=True)
    QDesktopServices.setUrlHandler("file", opener, "take")
    for name in ("Open: Data folder", "Open: Log file"):
        qtbot.mouseClick(buttons(dialog)[name], Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("file")
    # The log was never written, so its folder is opened.
    assert opener.opened == [str(tmp_path / "data"), str(tmp_path / "data" / "logs")]


def test_escape_and_enter_close(qtbot, dialog):
    assert buttons(dialog)["Close"].hasFocus()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(buttons(dialog)["Close"], Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_labels_are_plain_and_everything_has_a_name(dialog):
    for each in dialog.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText
    for each in dialog.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
            text = each.text() if isinstance(each, QPushButton) else ""
            assert each.accessibleName() or text, each
