"""Widgets that show what they are told, and ask for everything else."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QStyleOptionComboBox

from tests.pages.keys import press
from tracker.ui.links import AddressDialog, is_allowed, open_link
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.clamped_label import ClampedLabel
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.label import ElidedLabel, plain_tip
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.notes_view import NotesView
from tracker.ui.widgets.segmented import Segment, Segmented
from tracker.ui.widgets.text_link import TextLink

CANARY = "canary-that-nobody-reads"


@pytest.fixture
def show(qtbot):
    def shown(widget):
        qtbot.addWidget(widget)
        widget.resize(400, 300)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def canary(tmp_path):
    """Return a picture that would be a sensation if it were shown."""
    path = tmp_path / f"{CANARY}.png"
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(path))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "![x](file://{path})",
        "![x]({path})",
        "![x](<{path}>)",
        '<img src="{path}">',
        '<img src="file://{path}">',
        "<style>@import url({path});</style>",
        '<body background="{path}">hi',
        "[x]: {path}\n\n![x]",
        "![x](data:image/png;base64,iVBORw0KGgo=)",
        "![x](qrc:/x.png)",
    ],
)
def test_notes_load_nothing(show, canary, text):
    view = show(NotesView())
    view.show_markdown(text.replace("{path}", str(canary)))
    picture = view.grab().toImage()
    reds = sum(
        picture.pixelColor(x, y).red() > 200 and picture.pixelColor(x, y).green() < 60
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    )
    assert reds == 0
    loaded = view.loadResource(2, QUrl.fromLocalFile(str(canary)))
    assert (loaded.width(), loaded.height()) == (1, 1)
    assert loaded.pixelColor(0, 0).alpha() == 0  # not whatever the memory held before


def test_html_in_a_note_is_shown_as_text(show):
    view = show(NotesView())
    view.show_markdown("hello <b>bold</b> <table><tr><td>x</td></tr></table> end")
    shown = view.toPlainText()
    assert "<b>" in shown
    assert "end" in shown


def test_a_link_is_reported_and_not_followed(show, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    view = show(NotesView())
    view.show_markdown("[a long link text to click on](https://example.org/x)")
    before = view.toPlainText()
    at = next(
        QPoint(x, y)
        for y in range(0, 60, 3)
        for x in range(0, 200, 5)
        if view.anchorAt(QPoint(x, y))
    )
    with qtbot.waitSignal(view.link_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == ["https://example.org/x"]
    assert opened == []
    assert view.toPlainText() == before


@pytest.mark.parametrize("size", [1_000, 60_000, 1_000_000])
def test_monstrous_notes_are_cut(show, size):
    view = show(NotesView())
    for text in ("x" * size, "# " * size, "[" * size, "> " * size, "- [ ] a\n" * 1000):
        view.show_markdown(text[:size])
        assert len(view.toPlainText()) <= 70_000


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://example.org/x", True),
        ("http://example.org", True),
        ("mailto:someone@example.org", True),
        ("https:///no-host", False),
        ("http:", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vscode://file/x", False),
        ("ftp://example.org/x", False),
        ("smb://server/share", False),
        ("//server/share", False),
        ("/etc/passwd", False),
        ("relative/page", False),
        ("-flag", False),
        ("", False),
        ("https://exa mple.org", False),
        ("HTTPS://EXAMPLE.ORG", True),
    ],
)
def test_which_addresses_may_be_opened(address, allowed):
    assert is_allowed(address) is allowed


@pytest.fixture
def opened(monkeypatch):
    """Return the addresses that were given to the system to open."""
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    return opened


@pytest.fixture
def answer(monkeypatch):
    """Answer the question about an address by a click; return the dialogs asked."""
    asked = []

    def answer(yes):
        def ask(dialog):
            asked.append(dialog)
            (dialog.yes if yes and dialog.allowed else dialog.no).click()
            return dialog.result()

        monkeypatch.setattr(AddressDialog, "exec", ask)
        return asked

    return answer


@pytest.mark.parametrize("yes", [True, False])
def test_a_link_is_opened_after_asking(qapp, answer, opened, yes):
    asked = answer(yes=yes)
    open_link(None, "https://example.org/?a&lt;b")
    (dialog,) = asked
    assert dialog.host.text() == "example.org"
    assert dialog.text.toPlainText() == "https://example.org/?a&lt;b"
    assert len(opened) == yes


def test_a_long_address_is_shown_to_its_end(show, qtbot):
    address = "https://example.org/" + "x" * 1900 + "/end"
    dialog = show(AddressDialog(None, address))
    assert dialog.text.toPlainText() == address
    assert dialog.text.horizontalScrollBar().maximum() == 0, "it is wrapped"
    dialog.text.verticalScrollBar().setValue(dialog.text.verticalScrollBar().maximum())
    end = dialog.text.textCursor()
    end.movePosition(end.MoveOperation.End)
    assert dialog.text.viewport().rect().contains(dialog.text.cursorRect(end).center())


def test_a_host_in_look_alike_letters_is_shown_as_the_network_sees_it(show):
    dialog = show(AddressDialog(None, "https://ex\u0430mple.org/\u0430"))
    assert dialog.host.text() == "xn--exmple-4nf.org"
    assert dialog.text.toPlainText() == "https://xn--exmple-4nf.org/%D0%B0"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "neither a page of the web"),
        ("https://bank.example@evil.example/", "before “@”"),
        ("https://example.org/\u202egro.knab", "cannot see"),
        ("https://exam\u200bple.org/", "cannot see"),
        ("https://example.org/" + "x" * 2000, "longer than 2000"),
        ('https://example.org/"><img', "as addresses are"),
    ],
)
def test_an_address_that_deceives_is_shown_with_the_reason_and_not_opened(
    qapp, answer, opened, address, reason
):
    asked = answer(yes=True)
    open_link(None, address)
    (dialog,) = asked
    assert reason in dialog.asked.text()
    assert not dialog.yes.isVisibleTo(dialog)
    assert "\u202e" not in dialog.text.toPlainText()
    assert opened == []


@pytest.mark.parametrize(
    "text",
    ["", "plain", "\u00a0x", "a\u2028b", "\r\nx\r\n", "e\u0301", "\t", "x" * 9999],
)
def test_an_editor_makes_no_edit_when_it_is_filled(show, qtbot, text):
    editor = show(NoteEditor())
    asked = []
    editor.note_requested.connect(lambda *what: asked.append(what))
    editor.show_note("stage:a/b", text)
    editor.text.setFocus()
    editor.save()
    editor.show_note("stage:a/c", text)
    editor.show_note("stage:a/b", text)
    editor.confirm("stage:a/b", "from elsewhere")
    editor.hide()
    assert asked == []
    assert editor.is_saved
    assert editor.text.toPlainText() == "from elsewhere"


def test_an_editor_shows_how_it_reads(show, qtbot):
    editor = show(NoteEditor())
    editor.show_note("stage:a/b", "")
    editor.text.setFocus()
    qtbot.keyClicks(editor.text, "# Head")
    asked = []
    editor.note_requested.connect(lambda *what: asked.append(what))
    write, read = editor._modes.findChildren(Segment)
    qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert set(asked) == {("stage:a/b", "# Head")}
    editor.confirm(*asked[0])
    assert editor._view.toPlainText().strip() == "Head"
    qtbot.mouseClick(write, Qt.MouseButton.LeftButton)
    assert editor.text.isVisible()
    qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    editor.show_note("stage:a/c", "other")
    assert editor.text.isVisible(), "another note begins in writing"


def test_a_row_is_checked_only_when_told(show, qtbot):
    row = show(CheckRow("An outcome"))
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert not row.isChecked()
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
    row.show_state("Done 3 Nov", checked=True)
    assert row.isChecked()
    assert row.accessibleName() == "An outcome, Done 3 Nov"


def test_a_row_is_high_enough_for_its_text(show):
    row = show(CheckRow("word " * 60))
    assert row.heightForWidth(200) > row.heightForWidth(600) > 0


def test_a_switch_tells_of_a_choice_once_and_walks_by_keys(show, qtbot):
    switch = show(Segmented(("One", "Two", "Three"), "Which"))
    told = []
    switch.chosen.connect(told.append)
    switch.choose(2)
    assert told == []
    first, second, third = switch.findChildren(Segment)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told == [0]
    first.setFocus()
    press("Right")
    assert told == [0, 1]
    assert second.isChecked()
    assert not third.isChecked()


def test_a_state_that_cannot_be_stored_is_not_shown(running):
    running.journey.open(running.journey.titles()[0])
    with closing(sqlite3.connect(running.data_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        running.journey.choose_item_state("Done")
        assert running.journey.item_state == "To do"
        assert running.message
        other.execute("ROLLBACK")
    running.click_message_button()
    assert running.journey.item_state == "Done"


def test_a_long_line_ends_in_dots_and_says_all_in_its_tip(show):
    line = show(ElidedLabel("wide " * 100))
    line.resize(100, 20)
    assert line.toolTip() == plain_tip("wide " * 100)
    line.resize(5000, 20)
    assert line.toolTip() == ""


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", "<table>" * 18, '"', ""])
def test_tips_are_shown_as_they_are(text):
    document = QTextDocument()
    document.setHtml(plain_tip(text))
    assert document.toPlainText() == text


class TestClampedLabel:
    @pytest.mark.parametrize(
        "text",
        ["word " * 12_000, "x" * 60_000, "Wörter im Satz " * 99, "数据库 " * 400],
    )
    def test_a_long_text_takes_no_more_than_its_lines(self, show, text):
        box = show(ClampedLabel("muted", 4))
        box.setText(text)
        line = box.fontMetrics().lineSpacing()
        for width in (40, 300, 900):
            assert box.heightForWidth(width) <= 4 * line
            lines = box._wrapped(width)
            assert lines[-1].endswith("…")
            widest = max(box.fontMetrics().horizontalAdvance(each) for each in lines)
            assert widest <= width

    @pytest.mark.parametrize("text", ["", "short", "two words", "word " * 9])
    def test_a_short_text_is_shown_whole(self, show, text):
        box = show(ClampedLabel("muted", 4))
        box.setText(text)
        lines = box._wrapped(400)
        assert " ".join(lines).split() == text.split()
        assert box.text() == text, "a screen reader reads this"

    def test_in_a_mirrored_window_a_text_reads_in_its_own_direction(self, show):
        box = ClampedLabel("muted", 4)
        box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        box.setText("5+++")
        picture = show(box).grab().toImage()
        paper, height = picture.pixel(0, 0), picture.height()
        tops = [
            next((y for y in range(height) if picture.pixel(x, y) != paper), height)
            for x in range(picture.width())
        ]
        inked = [x for x, top in enumerate(tops) if top < height]
        assert inked[0] > picture.width() / 2, "it stands on the right"
        digit, plus = inked[:4], inked[-4:]  # a digit is the taller one
        assert min(tops[x] for x in digit) < min(tops[x] for x in plus)


def test_a_link_wraps_and_answers_mouse_and_keys(show, qtbot):
    link = show(TextLink("A rather long title of a page that is worth reading " * 3))
    clicks = []
    link.clicked.connect(lambda: clicks.append(1))
    assert link.heightForWidth(150) > link.heightForWidth(2000)
    link.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(link, key)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert len(clicks) == 3
    assert link.accessibleName().startswith("A rather long title")


def test_a_choice_without_room_ends_in_dots(show):
    choice = show(Combo("Advert", ["Backend developer for many things", "Gardener"]))
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText == "Backend developer for many things"
    choice.resize(120, choice.height())
    choice.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert choice.currentText() == "Backend developer for many things"
