"""The profile in the window: typed, followed by its preview, saved, undone."""

from __future__ import annotations

import json
import sqlite3

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.pages.keys import click
from tracker.domain.edit import State
from tracker.domain.profile import EMAIL, HEADLINE, NAME, SUMMARY
from tracker.services.reports.remembered import remembered
from tracker.ui.navigation import JOURNAL


class ProfilePage:
    """The profile in a running window, opened by its keys."""

    def __init__(self, running) -> None:
        self.running = running
        running.window.activateWindow()
        running.press("Ctrl+Shift+O")
        self.section = running.journeying.career.section("profile")
        self.form, self.saving = self.section.form, self.section.saving

    @property
    def stored(self):
        return self.running.journeying.workspace.use_cases.profiles.profile()

    def preview(self) -> str:
        live = self.section.live
        self.running.qtbot.waitUntil(lambda: live.is_made, timeout=30_000)
        return live.preview.toPlainText()

    def type(self, field: str, text: str) -> None:
        self.form.lines[field].setFocus()
        self.running.press("Ctrl+A")
        self.running.write(text)
        self.running.press("Tab")


@pytest.fixture
def page(running):
    return ProfilePage(running)


def test_what_is_typed_is_kept_and_the_preview_follows(page):
    assert "Nothing is proved yet" in page.preview()
    page.running.write("Sam Learner")  # the first field has the keyboard
    page.running.press("Tab")
    page.running.write("Backend developer")
    page.running.press("Tab")
    assert (page.stored.name, page.stored.headline) == (
        "Sam Learner",
        "Backend developer",
    )
    assert page.preview().startswith("Sam Learner\nBackend developer")


def test_undo_takes_a_field_back_in_the_form_too(page):
    page.type(NAME, "Sam")
    page.type(NAME, "Alex")
    page.running.run("undo")
    assert page.form.lines[NAME].text() == "Sam"


def test_a_wrong_address_is_told_beside_it_and_stays_to_be_put_right(page):
    page.type(EMAIL, "sam@")
    problem = page.form._problems[EMAIL]
    assert problem.isVisible()
    assert "e-mail address" in problem.text()
    assert page.form.lines[EMAIL].text() == "sam@"
    assert page.stored.email == ""
    page.type(EMAIL, "sam@example.org")
    assert not problem.isVisible()
    assert page.stored.email == "sam@example.org"


def test_half_a_word_survives_leaving_the_page(page):
    page.form.lines[HEADLINE].setFocus()
    page.running.write("Backend dev")
    page.form.summary.text.setPlainText("I build")
    page.running.journeying.show_page(JOURNAL)
    assert (page.stored.headline, page.stored.summary) == ("Backend dev", "I build")


def test_a_summary_that_is_too_long_is_told_and_not_lost(page):
    page.form.summary.text.setPlainText("x" * 5001)
    page.section.save()
    assert "5001" in page.form.summary_problem.text()
    assert page.stored.summary == ""
    assert len(page.form.summary.text.toPlainText()) == 5001
    assert not page.section.is_saved
    page.form.summary.text.setPlainText("Short")
    page.section.save()
    assert page.running._stored("profile:me", SUMMARY) == "Short"


def test_the_footer_is_true_while_a_field_is_typed_in_and_after_it_was_refused(page):
    page.running.write("Sam")
    assert page.running.saved == "Text not saved yet"
    page.running.press("Tab")
    assert page.running.saved == "All changes saved"
    page.type(EMAIL, "sam@")
    assert page.running.saved == "Text not saved yet"
    assert not page.section.is_saved
    page.type(EMAIL, "sam@example.org")
    assert page.running.saved == "All changes saved"


def test_a_field_that_could_not_be_stored_is_asked_for_again_on_leaving(page):
    busy = sqlite3.connect(page.running.data_file, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    page.type(NAME, "Sam Learner")
    assert "another program" in page.form._problems[NAME].text()
    busy.execute("ROLLBACK")
    busy.close()
    page.running.journeying.show_page(JOURNAL)
    assert page.stored.name == "Sam Learner"


def test_what_is_left_out_is_remembered(page):
    click(page.section.unproved)
    reader = page.running.journeying.current.reader
    assert not remembered(reader).unproved
    assert "unproved" in page.section._words()[-1]


@pytest.mark.parametrize(("number", "ending"), [(0, "pdf"), (1, "html"), (2, "json")])
def test_it_is_saved_as_a_file(page, monkeypatch, tmp_path, number, ending):
    page.type(NAME, "Sam Learner")
    path = tmp_path / f"me.{ending}"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "")
    )
    page.section.kind._group.button(number).click()
    click(page.saving.save)
    page.running.qtbot.waitUntil(lambda: not page.saving.is_busy, timeout=60_000)
    data = path.read_bytes()
    assert str(path) in page.saving.said.text()
    if ending == "pdf":
        assert data.startswith(b"%PDF")
    elif ending == "html":
        assert b"<h1>Sam Learner</h1>" in data
    else:
        assert json.loads(data)["basics"]["name"] == "Sam Learner"


def test_a_file_is_not_replaced_under_a_name_that_the_dialog_did_not_see(
    page, monkeypatch, tmp_path
):
    older = tmp_path / "me.pdf"
    older.write_bytes(b"mine")
    answers, asked = [str(tmp_path / "me"), ""], []

    def ask(_parent, _title, start, _kinds):
        asked.append(start)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    click(page.saving.save)
    assert asked[1] == str(older), "asked again, by its whole name"
    assert not page.saving.is_busy
    assert older.read_bytes() == b"mine"


def test_a_skill_that_gets_proof_appears(page):
    workspace = page.running.journeying.workspace
    page.running.journeying.commands.set_state("skill:python", State.DONE)
    workspace.proofs.add_link("skill:python", "https://example.org/pr/4", "The game")
    assert "The game" in page.preview()


def test_a_narrow_window_shows_form_and_preview_in_turn(page):
    section = page.section
    assert not section.ways.isVisible()
    page.running.window.resize(960, 640)
    page.running.session.preferences.text_size = 200
    page.running.session.apply_look()
    page.running.qtbot.waitUntil(section.ways.isVisible)
    assert section.ways.isVisible()
    assert section._side.isVisible()
    assert not section.live.isVisible()
    section.ways._group.button(1).click()
    assert section.live.isVisible()
    assert not section._side.isVisible()


def test_fields_have_names_for_a_screen_reader(page):
    names = [line.accessibleName() for line in page.form.lines.values()]
    assert names == ["Name", "Headline", "E-mail", "Place", "Web addresses"]
    assert page.form.summary.text.accessibleName() == "Summary, in Markdown"
