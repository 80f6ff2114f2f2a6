"""Notes save themselves, and are never lost behind something else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.journey import NOTES
from tracker.cli import main as terminal

STAGE = "stage:backend-career/learn-the-basics"


@pytest.fixture
def noted(running):
    """Return a window with the keyboard in the note of the first stage."""
    running.press("Alt+4")
    assert QApplication.focusWidget() is running.journey.note.text
    return running


@pytest.fixture
def stage(noted) -> str:
    outline = noted.journeying.current.journey.outline
    return f"stage:{outline.slug}/{outline.stages[0].slug}"


def test_a_note_is_stored_when_the_keyboard_leaves(noted, stage):
    noted.write("Read **twice**")
    assert noted.journey.note_state == "Not saved yet"
    assert noted.stored_note(stage) == ""
    noted.press("Tab")
    assert noted.stored_note(stage) == "Read **twice**"
    assert noted.journey.note_state == "Saved"
    assert noted.edits() == 1


def test_a_note_is_stored_when_the_typing_pauses(noted, stage):
    noted.write("Idle")
    editor = noted.journey.note
    assert editor._timer.isActive()
    editor._timer.timeout.emit()
    assert noted.stored_note(stage) == "Idle"
    noted.write("!")
    assert noted.journey.note_state == "Not saved yet"


@pytest.mark.parametrize(
    "away",
    [
        lambda r: r.journey.click_stage(2),
        lambda r: r.journey.show_tab(0),
        lambda r: r.show_settings(),
        lambda r: r.run("next"),
        lambda r: r.quit(),
    ],
    ids=["stage", "tab", "settings", "next", "quit"],
)
def test_a_note_is_stored_on_the_way_to_anything_else(noted, stage, away):
    noted.write("kept")
    away(noted)
    assert noted.stored_note(stage) == "kept"


def test_undo_in_the_text_is_of_the_text_and_outside_of_the_edit(noted, stage):
    noted.write("one")
    noted.press("Tab")
    noted.journey.note.text.setFocus()
    noted.write(" two")
    noted.press("Ctrl+Z")
    assert noted.journey.note_text in {"one", ""}
    noted.write("one two" if not noted.journey.note_text else " two")
    noted.press("Tab")
    assert noted.stored_note(stage) == "one two"
    noted.press("Ctrl+Z")
    assert noted.stored_note(stage) == "one"
    assert noted.journey.note_text == "one"
    noted.press("Ctrl+Z")
    assert (noted.stored_note(stage), noted.journey.note_text) == ("", "")
    noted.press("Ctrl+Y")
    assert noted.journey.note_text == "one"


def test_the_palette_opens_from_within_a_note(noted):
    noted.write("some words")
    noted.press("Home")
    noted.press("Ctrl+K")
    assert noted.palette is not None
    assert noted.journey.note_text == "some words", "Ctrl+K deletes nothing"
    noted.press("Escape")


def test_a_note_on_a_skill(running, milepost, data):
    page = running.journey
    title = page.titles()[0]
    page.go_to(title)
    running.press("Return")
    subject = page.item
    page.note.text.setFocus()
    running.write("- [ ] try it")
    page.back()
    assert running.stored_note(subject) == "- [ ] try it"
    running.quit()
    again = milepost(data)
    again.journey.open(title)
    assert again.journey.note_text == "- [ ] try it"


def test_looking_at_notes_stores_nothing(noted, milepost, data):
    noted.write("kept")
    noted.quit()
    again = milepost(data)
    for tab in (NOTES, 0, NOTES):
        again.journey.show_tab(tab)
    again.journey.note.text.setFocus()
    again.journey.show_tab(0)
    assert again.edits() == 1


@pytest.mark.parametrize(
    "text", ["\u00a0a\u00a0", "a\u2028b", "a\u2029b", "\tx ", "e\u0301"]
)
def test_what_the_terminal_wrote_is_not_changed_by_looking(
    running, stage_of, text, capsys
):
    subject = stage_of(running, 0)
    slug = subject.rpartition("/")[2]
    assert terminal(["--data", str(running.folder), "note", slug, text]) == 0
    running.look_for_changes()
    stored, edits = running.stored_note(subject), running.edits()
    running.press("Alt+4")
    assert running.journey.note_state == ""
    running.journey.show_tab(0)
    assert running.edits() == edits
    assert running.stored_note(subject) == stored
    capsys.readouterr()


@pytest.fixture
def stage_of():
    def subject(running, position):
        outline = running.journeying.current.journey.outline
        return f"stage:{outline.slug}/{outline.stages[position].slug}"

    return subject


@pytest.mark.parametrize("text", ["e\u0301", "a\u200bb", "x\u202ey", "zero\ufeff"])
def test_a_note_that_is_cleaned_is_said_to_be_saved(noted, stage, text):
    noted.journey.note.text.insertPlainText(text)
    noted.press("Tab")
    assert noted.stored_note(stage)
    assert noted.journey.note_state == "Saved"
    edits = noted.edits()
    noted.journey.note.save()
    assert noted.edits() == edits


def test_blanks_and_words_taken_back_are_no_unsaved_note(noted, stage):
    noted.write("a")
    noted.press("Backspace")
    assert noted.journey.note_state == ""
    noted.write("  ")
    noted.press("Tab")
    assert noted.journey.note_state != "Not saved yet"
    assert noted.edits() == 0


def test_typing_goes_on_while_the_terminal_writes_the_same_note(noted, stage, capsys):
    noted.write("mine")
    slug = stage.rpartition("/")[2]
    assert terminal(["--data", str(noted.folder), "note", slug, "theirs"]) == 0
    noted.look_for_changes()
    assert noted.journey.note_text == "mine", "what is being typed stays"
    noted.press("Tab")
    assert noted.stored_note(stage) == "mine"
    noted.press("Ctrl+Z")
    assert noted.stored_note(stage) == "theirs"
    assert noted.journey.note_text == "theirs"
    capsys.readouterr()


@pytest.mark.parametrize("noticed", [True, False])
def test_a_note_that_goes_over_one_from_the_terminal_says_so(
    noted, stage, capsys, noticed
):
    slug = stage.rpartition("/")[2]
    noted.write("first")
    noted.press("Tab")
    assert noted.message == ""
    noted.journey.note.text.setFocus()
    noted.write(" mine")
    assert terminal(["--data", str(noted.folder), "note", slug, "theirs"]) == 0
    if noticed:
        noted.look_for_changes()
    noted.press("Tab")
    assert "was changed elsewhere while you typed" in noted.message
    assert "Undo" in noted.message
    noted.press("Ctrl+Z")
    assert noted.stored_note(stage) == "theirs"
    capsys.readouterr()


def test_the_same_words_from_the_terminal_are_nothing_to_tell(noted, stage, capsys):
    noted.write("same")
    slug = stage.rpartition("/")[2]
    assert terminal(["--data", str(noted.folder), "note", slug, "same"]) == 0
    noted.press("Tab")
    assert noted.stored_note(stage) == "same"
    assert noted.message == ""
    capsys.readouterr()


def test_saving_again_and_again_is_nothing_to_tell(noted, stage):
    for words in ("one", " two", " three"):
        noted.journey.note.text.setFocus()
        noted.write(words)
        noted.press("Tab")
    assert noted.stored_note(stage)
    assert noted.message == ""


def test_a_note_that_is_too_long_stays_in_the_editor(noted, stage):
    noted.journey.note.text.insertPlainText("x" * 60_001)
    noted.press("Tab")
    assert "60000" in noted.message
    assert len(noted.journey.note_text) == 60_001
    assert noted.stored_note(stage) == ""
