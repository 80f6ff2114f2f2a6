"""Reports and exports in the window, by keys: looked at, saved, stopped, remembered."""

from __future__ import annotations

import json
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.pages.keys import click, press
from tests.sample_season import TODAY, make_season
from tracker.app import child
from tracker.domain.errors import MilepostError
from tracker.ui import theme
from tracker.ui.reports.dialog import ReportDialog
from tracker.ui.reports.export import ExportDialog
from tracker.workspace import Workspace

pytestmark = pytest.mark.slow
PATIENCE = 30_000  # milliseconds; a process of its own has to start


@pytest.fixture
def season(milepost, tmp_path, monkeypatch):
    """Return a window on six weeks of work, on the last of its days."""
    evening = datetime(TODAY.year, TODAY.month, TODAY.day, 18).astimezone()
    on_that_day = partial(Workspace, now=lambda: evening)
    monkeypatch.setattr("tracker.app.session.Workspace", on_that_day)
    make_season(tmp_path / "season")
    return milepost(tmp_path / "season")


@pytest.fixture
def save_as(monkeypatch):
    """Return what answers the next dialog that asks where to save."""

    def answer(path):
        chosen = ("" if path is None else str(path), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: chosen)

    return answer


def report(running):
    """Return the Report dialog, opened by its keys and with its preview."""
    running.press("Ctrl+Shift+R")
    dialog = running.window.findChild(ReportDialog)
    wait_for(running, dialog.preview.toPlainText)
    return dialog


def wait_for(running, is_so):
    running.qtbot.waitUntil(lambda: bool(is_so()), timeout=PATIENCE)


def choose(running, dialog, kind):
    dialog.kind.setCurrentIndex(["week", "project", "portfolio", "book"].index(kind))
    wait_for(running, lambda: dialog._task is None and dialog.preview.toPlainText())


class TestDialog:
    def test_it_begins_in_the_first_choice(self, running):
        dialog = report(running)
        assert dialog.focusWidget() is dialog.kind

    def test_a_preview_that_would_be_narrow_stands_below(self, running):
        dialog = report(running)
        line = theme.unit(dialog)
        dialog.resize(round(line * 60), round(line * 40))
        assert dialog.preview.x() > dialog.kind.width()
        dialog.resize(round(line * 30), round(line * 40))
        dialog.layout().activate()
        assert dialog.preview.width() > line * 25
        assert dialog.preview.y() > line * 10


class TestPreview:
    def test_the_week_is_shown_before_it_is_saved(self, season):
        text = report(season).preview.toPlainText()
        assert "Week in review" in text
        assert "expires after an hour" in text

    def test_an_empty_journal_says_so(self, running):
        text = report(running).preview.toPlainText()
        assert "Nothing was written in this week." in text

    def test_it_follows_what_is_left_out(self, season):
        dialog = report(season)
        assert "4 h 15 min" in dialog.preview.toPlainText()
        press("Space", dialog.hours)
        wait_for(season, lambda: "4 h 15 min" not in dialog.preview.toPlainText())

    def test_it_follows_the_kind_and_the_project(self, season):
        dialog = report(season)
        choose(season, dialog, "project")
        wait_for(season, lambda: "Project report" in dialog.preview.toPlainText())
        assert "Basic login system" in dialog.preview.toPlainText()
        assert not dialog.week.isVisibleTo(dialog)
        assert dialog.project.isVisibleTo(dialog)

    def test_a_long_report_shows_its_beginning_and_says_so(self, season):
        dialog = report(season)
        choose(season, dialog, "book")
        wait_for(season, lambda: "The whole journey" in dialog.preview.toPlainText())
        assert "The file has all of it" in dialog.preview.toPlainText()

    def test_nothing_is_loaded_from_outside(self, season):
        dialog = report(season)
        image = dialog.preview.loadResource(2, "file:///etc/hostname")
        assert (image.width(), image.height()) == (1, 1)


class TestSaving:
    @pytest.mark.parametrize(
        ("number", "begins"),
        [(0, b"%PDF-"), (1, b"<!DOCTYPE html>"), (2, b"# Week in review")],
    )
    def test_each_format_is_written(self, season, save_as, tmp_path, number, begins):
        dialog = report(season)
        dialog.form._group.button(number).click()
        save_as(tmp_path / "a report")
        click(dialog.saving.save)
        wait_for(season, lambda: "Saved" in dialog.saving.said.text())
        (path,) = tmp_path.glob("a report.*")
        assert path.read_bytes().startswith(begins)
        assert dialog.saving.show_file.hasFocus()

    @pytest.mark.parametrize("name", ["week 48.1", "for Dr. Who"])
    def test_a_name_with_a_point_gets_an_ending(self, season, save_as, tmp_path, name):
        dialog = report(season)
        save_as(tmp_path / name)
        path = dialog.saving.ask_where("week.md", "Markdown (*.md)", ".md")
        assert path == tmp_path / f"{name}.md"

    def test_it_can_be_stopped_and_leaves_nothing(self, season, save_as, tmp_path):
        dialog = report(season)
        choose(season, dialog, "book")
        folder = tmp_path / "out"
        folder.mkdir()
        save_as(folder / "book.pdf")
        click(dialog.saving.save)
        wait_for(season, dialog.saving.cancel.hasFocus)
        press("Escape", dialog)
        wait_for(season, lambda: not dialog.saving.is_busy)
        assert dialog.saving.said.text() == "Stopped. Nothing was written."
        assert list(folder.iterdir()) == []
        assert dialog.isVisible()

    def test_what_goes_wrong_is_said_in_its_place(self, season, save_as, tmp_path):
        dialog = report(season)
        save_as(tmp_path / "nowhere" / "week.pdf")
        click(dialog.saving.save)
        wait_for(season, lambda: "There is no folder" in dialog.saving.said.text())
        assert dialog.saving.save.isVisible()

    def test_cancel_in_the_dialog_of_the_system_saves_nothing(self, season, save_as):
        dialog = report(season)
        save_as(None)
        click(dialog.saving.save)
        assert not dialog.saving.is_busy
        assert dialog.saving.said.text() == ""


class TestRemembering:
    def test_what_is_left_out_and_the_name_come_back(self, season):
        dialog = report(season)
        press("Space", dialog.notes)
        dialog.name.setFocus()
        season.write("Sam Learner")
        wait_for(season, lambda: "Sam Learner" in dialog.preview.toPlainText())
        press("Escape", dialog)
        wait_for(season, lambda: season.window.findChild(QDialog, "report") is None)
        season.run("report")
        again = season.window.findChild(ReportDialog)
        assert not again.notes.isChecked()
        assert again.hours.isChecked()
        assert again.name.text() == "Sam Learner"


class TestByKeys:
    def test_escape_closes_and_everything_has_a_name(self, season):
        dialog = report(season)
        for field in (dialog.kind, dialog.week, dialog.name, dialog.preview):
            assert field.accessibleName()
            assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
        press("Escape", dialog)
        wait_for(season, lambda: season.window.findChild(QDialog, "report") is None)

    def test_a_second_press_opens_no_second_one(self, season):
        report(season)
        season.run("report")
        assert len(season.window.findChildren(ReportDialog)) == 1

    def test_the_journal_offers_its_week(self, season):
        season.press("Ctrl+Shift+J")
        click(season.window.pages.currentWidget().report)
        assert season.window.findChild(ReportDialog) is not None


class TestExport:
    @pytest.mark.parametrize(
        ("number", "begins"),
        [
            *((0, "{"), (1, "BEGIN:VCALENDAR"), (2, "kind,id,")),
            *((3, "id,title,company"), (4, "[")),
        ],
    )
    def test_each_kind_is_written(self, season, save_as, tmp_path, number, begins):
        season.press("Ctrl+Shift+E")
        dialog = season.window.findChild(ExportDialog)
        dialog.kind.setCurrentIndex(number)
        path = tmp_path / "export.txt"
        save_as(path)
        click(dialog.saving.save)
        wait_for(season, lambda: "Saved" in dialog.saving.said.text())
        assert path.read_text(encoding="utf-8").startswith(begins)

    def test_a_calendar_of_nothing_is_refused_with_the_reason(
        self, running, save_as, tmp_path
    ):
        running.press("Ctrl+Shift+E")
        dialog = running.window.findChild(ExportDialog)
        dialog.kind.setCurrentIndex(1)
        save_as(tmp_path / "due.ics")
        click(dialog.saving.save)
        wait_for(running, lambda: "a due day" in dialog.saving.said.text())
        assert not (tmp_path / "due.ics").exists()

    def test_a_resume_can_leave_out_what_is_not_proved(self, season, save_as, tmp_path):
        season.press("Ctrl+Shift+E")
        dialog = season.window.findChild(ExportDialog)
        press("Space", dialog.unproved)
        save_as(tmp_path / "resume")
        click(dialog.saving.save)
        wait_for(season, lambda: "Saved" in dialog.saving.said.text())
        resume = json.loads((tmp_path / "resume.json").read_text(encoding="utf-8"))
        assert {group["level"] for group in resume["skills"]} == {"Shown"}


def test_a_command_that_breaks_is_told_in_a_sentence(season, monkeypatch):
    monkeypatch.setattr(child.sys, "executable", "/bin/false")
    with pytest.raises(MilepostError, match="nothing was written"):
        child.run_command(season.folder, ["report", "week"], None, lambda *_: None)
