"""Proof in the running window: added, opened, renamed, removed, counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from tests.pages.keys import click, press
from tests.pages.proof import ProofSection
from tracker.cli import main as terminal
from tracker.domain.edit import State
from tracker.domain.work import ProofKind
from tracker.services.proof_rules import is_program
from tracker.ui.links import AddressDialog

URL = "https://example.org/pull/4"


@pytest.fixture
def skill(running) -> str:
    """Return the first skill, which is open."""
    title = running.journey.titles()[0]
    subject = running.journey.subject(title)
    running.journey.open(title)
    return subject


@pytest.fixture
def proof(running, skill) -> ProofSection:
    return ProofSection(running)


@pytest.fixture(autouse=True)
def answers(monkeypatch):
    """Answer every question; return what was asked and what was opened."""
    asked, opened = [], []
    reply = [QMessageBox.StandardButton.Open]

    def exec_(box):
        asked.append(f"{box.text()} {box.informativeText()}")
        return reply[0]

    def exec_link(dialog):
        asked.append(dialog.text.toPlainText())
        return QDialog.DialogCode.Accepted

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile() or url.toString())
        return True

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    monkeypatch.setattr(AddressDialog, "exec", exec_link)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked, opened, reply


def stored(running, subject):
    return running.journeying.workspace.proofs.on(subject)


class TestAdding:
    def test_a_link_by_keyboard_alone(self, running, proof, skill):
        assert "Nothing shows this yet" in proof.sentence
        proof.begin("link")
        proof.fill(URL, "Pull request 4")
        assert proof.dialog is None
        assert proof.titles() == ["Pull request 4"]
        assert stored(running, skill)[0].value == URL
        assert "Counts as shown as soon as it is done" in proof.sentence
        assert "Pull request 4" in running.toast
        running.undo_from_toast()
        assert proof.titles() == []

    def test_what_is_wrong_is_said_in_the_dialog_and_the_typing_stays(
        self, running, proof, skill
    ):
        dialog = proof.begin("link")
        proof.fill("example.org")
        assert proof.dialog is dialog
        assert "begins with https" in dialog.problem.text()
        assert dialog.value.text() == "example.org"
        assert QApplication.focusWidget() is dialog.value
        press("Escape")
        assert stored(running, skill) == ()

    @pytest.mark.parametrize(
        ("kind", "text"), [("note", "Did it."), ("confirmation", "Ada, 21 Nov")]
    )
    def test_words(self, running, proof, skill, kind, text):
        proof.begin(kind)
        proof.fill(text)
        assert [(p.kind, p.value) for p in stored(running, skill)] == [(kind, text)]

    def test_a_file_for_an_outcome(self, running, proof, skill, choose_file, tmp_path):
        path = tmp_path / "shot.png"
        path.write_bytes(b"pixels")
        choose_file(path)
        proof.choose_target(1)
        outcome = proof.view.target
        proof.begin("file")
        running.wait_for_tasks()
        assert proof.titles() == ["shot.png"]
        assert [p.kind for p in stored(running, outcome)] == [ProofKind.FILE]
        first = next(iter(running.journey.parts().values()))
        assert "1 proof" in first.accessibleName()

    def test_a_commit_that_is_not_there_is_told(self, running, proof, tmp_path):
        dialog = proof.begin("commit")
        dialog.folder.setText(str(tmp_path))
        proof.fill("1a2b3c4")
        running.wait_for_tasks()
        assert "Git" in dialog.problem.text()
        assert dialog.save.isEnabled()
        press("Escape")

    def test_files_that_are_dropped(self, running, proof, tmp_path):
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text(name)
        assert proof.drop(tmp_path / "a.txt", tmp_path / "b.txt")
        assert proof.titles() == ["a.txt", "b.txt"]

    def test_a_folder_that_is_dropped_is_refused(self, running, proof, tmp_path):
        proof.drop(tmp_path)
        assert "is a folder" in running.message
        assert proof.titles() == []

    def test_an_address_that_is_pasted(self, proof):
        QApplication.clipboard().setText(f" {URL}\n")
        proof.view.add.setFocus()
        press("Ctrl+V", proof.view.add)
        assert proof.titles() == [URL]

    def test_what_the_terminal_adds_comes_into_view(self, running, proof, skill):
        data = ("--data", str(running.folder))
        assert terminal([*data, "prove", skill, "--link", URL]) == 0
        running.look_for_changes()
        assert proof.titles() == [URL]


class TestOne:
    @pytest.fixture
    def link(self, running, proof, skill):
        running.journeying.workspace.proofs.add_link(skill, URL, "PR 4")
        return proof.row("PR 4")

    def test_it_is_renamed_with_f2(self, proof, link):
        link.title.setFocus()
        press("F2", link.title)
        proof.fill("PR 5")
        assert proof.titles() == ["PR 5"]

    def test_it_is_removed_with_delete_and_undone(self, running, proof, link):
        link.title.setFocus()
        press("Delete", link.title)
        assert proof.titles() == []
        assert QApplication.focusWidget() is proof.view.add
        running.press("Ctrl+Z")
        assert proof.titles() == ["PR 4"]

    def test_a_link_is_opened_after_asking(self, proof, link, answers):
        asked, opened, _ = answers
        click(link.title)
        assert URL in asked[0]
        assert opened == [URL]

    def test_everything_has_a_name(self, link):
        assert link.title.accessibleName() == "PR 4, Link"
        assert URL in link.title.accessibleDescription()
        assert "PR 4" in link.more.accessibleName()


class TestOpeningAFile:
    def keep(self, running, proof, tmp_path, name, content):
        path = tmp_path / name
        path.write_bytes(content)
        proof.drop(path)
        return proof.row(name)

    def test_a_copy_is_opened_when_asked_for(self, running, proof, tmp_path, answers):
        asked, opened, _ = answers
        click(self.keep(running, proof, tmp_path, "shot.png", b"pixels").title)
        running.wait_for_tasks()
        assert len(asked) == 1
        (path,) = opened
        assert path.endswith("/shot.png")
        assert str(running.folder) not in path

    def test_a_no_opens_nothing(self, running, proof, tmp_path, answers):
        _, opened, reply = answers
        reply[0] = QMessageBox.StandardButton.Cancel
        click(self.keep(running, proof, tmp_path, "shot.png", b"pixels").title)
        running.wait_for_tasks()
        assert opened == []

    def test_a_program_is_asked_about_once_more(
        self, running, proof, tmp_path, answers
    ):
        asked, _, _ = answers
        click(self.keep(running, proof, tmp_path, "photo", b"#!/bin/sh\n").title)
        running.wait_for_tasks()
        assert "program" in asked[1]

    def test_a_file_that_is_missing_is_told(self, running, proof, tmp_path, answers):
        row = self.keep(running, proof, tmp_path, "shot.png", b"pixels")
        (running.folder / "kept" / row.proof.value).unlink()
        click(row.title)
        running.wait_for_tasks()
        assert "missing or was altered" in running.message


@pytest.mark.parametrize(
    ("name", "head", "program"),
    [
        ("a.exe", b"", True),
        ("a.PNG .Exe", b"", True),
        ("a.desktop", b"", True),
        ("a.png", b"\x7fELF", True),
        ("a.png", b"\x89PNG", False),
        ("notes.md", b"# A", False),
        ("exe", b"x", True),
    ],
)
def test_what_may_run_is_told_by_name_or_content(name, head, program):
    assert is_program(name, head) is program


class TestFigures:
    def test_a_row_says_its_grade(self, running, skill):
        title = running.journey.titles()[0]
        running.set_state(skill, State.DONE)
        running.journey.back()
        assert "Claimed" in running.journey.spoken(title)
        running.journeying.workspace.proofs.add_link(skill, URL)
        assert "Shown" in running.journey.spoken(title)
        assert "1 shown" in running.journey.widget.panel.strip.counts.text()

    def test_only_what_is_proved_is_listed_counted_and_remembered(
        self, running, skill, milepost
    ):
        journey = running.journey
        everything = journey.titles()
        other = journey.subject(everything[1])
        journey.back()
        for each in (skill, other):
            running.set_state(each, State.DONE)
        running.journeying.workspace.proofs.add_link(skill, URL)
        before = journey.ring
        click(journey.widget.panel.strip.only)
        assert journey.titles() == everything[:1]
        assert 0 < journey.ring < before
        running.journeying.workspace.proofs.add_link(other, URL)
        assert journey.titles() == everything[:2]
        running.press("Ctrl+Z")
        assert journey.titles() == everything[:1]
        folder = running.folder
        running.quit()
        again = milepost(folder)
        assert again.journey.widget.panel.strip.only.isChecked()
        assert again.journey.titles() == everything[:1]
        again.press("Ctrl+Shift+P")
        assert again.journey.titles() == everything

    def test_the_list_shows_no_more_either(self, running, skill):
        running.journey.back()
        running.set_state(skill, State.DONE)
        running.run("proved")
        running.journey.choose_way("List")
        tree = running.journey.widget.tree
        first = tree.tree.index(0, 0)
        tree.tree.fetchMore(first)
        assert tree.tree.rowCount(first) == 0
        running.journeying.workspace.proofs.add_link(skill, URL)
        assert tree.tree.rowCount(first) == 1
        assert "1 / " in tree.tree.spoken_state(first.data(0x100))
