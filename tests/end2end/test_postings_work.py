"""Job fit at work: by keys alone, from start to start, and how little it makes wait."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tests.pages.postings import ADVERT, JobFit
from tracker.interchange import posting_files
from tracker.services.postings import NewPosting
from tracker.services.teaching import read_taught
from tracker.ui.career.ladder.section import LadderSection
from tracker.ui.career.postings import rows, scoring
from tracker.ui.career.postings.long_lines import Shown
from tracker.ui.career.postings.paste_dialog import PasteDialog
from tracker.ui.widgets.text_link import TextLink


@pytest.fixture
def restarted(one, milepost, data):
    """Return what ends the program and starts it again."""

    def restart():
        one.running.quit()
        one.running.quit = lambda: None
        return milepost(data)

    return restart


class TestByKeys:
    def test_what_was_pasted_has_the_keyboard_on_its_first_term(self, one):
        assert one.detail.terms.hasFocus()
        assert one.detail.terms.line.any == ("python", "java")

    def test_without_any_term_the_keyboard_is_in_the_text(self, fit):
        fit.paste("Gardener\n\nPlants all day")
        assert fit.detail.text.hasFocus()
        assert not fit.detail.terms.isVisible()

    def test_a_term_refused_twice_by_mistake_refuses_no_other(self, one):
        one.stand_on("docker")
        one.detail.hits.wrong.setFocus()
        one.running.press("Space")
        one.settle()
        one.running.press("Space")
        one.settle()
        taught = [
            each.skill for each in read_taught(one.running.journeying.current.reader)
        ]
        assert taught == ["docker"]
        assert one.detail.terms.hasFocus()

    def test_the_list_stands_on_what_follows_a_refused_term(self, one):
        one.stand_on("docker")
        click(one.detail.hits.wrong)
        one.settle()
        assert one.detail.terms.line.any == ("kubernetes",)

    def test_of_alternatives_the_list_stands_on_what_is_left(self, one):
        one.paste("A job\n\nMust:\n- Docker\n- Python or Java\n- Linux")
        one.stand_on("python")
        click(one.detail.hits.wrong)
        one.settle()
        assert one.detail.terms.line.any == ("java",)

    def test_tab_goes_the_way_that_is_read(self, one):
        one.detail.head.fields["address"].setFocus()
        passed = []
        for _ in range(5):
            one.running.press("Tab")
            passed.append(QApplication.focusWidget())
        links = [each.text() for each in passed if isinstance(each, TextLink)]
        assert links == [
            "Python or Java",
            "PostgreSQL",
            "Docker images and containers",
            "Run a service on Kubernetes",
        ]
        assert passed[-1] is one.detail.plan

    def test_with_the_gaps_on_the_plan_the_keyboard_can_show_them(self, one):
        one.detail.plan.setFocus()
        one.running.press("Space")
        one.settle()
        assert one.detail.on_road.hasFocus()

    def test_what_was_typed_is_there_again_after_escape(self, one):
        def dialog():
            click(one.list.paste)
            found = one.running.window.findChild(PasteDialog)
            one.running.qtbot.waitUntil(found.text.hasFocus)
            return found

        dialog()
        one.running.write("Typed by hand, Redis is a must")
        one.running.press("Escape")
        assert one.running.toast.startswith("Not kept.")
        one.running.qtbot.waitUntil(
            lambda: one.running.window.findChild(PasteDialog) is None
        )
        again = dialog()
        assert again.text.toPlainText() == "Typed by hand, Redis is a must"
        click(again.keep)
        one.settle()
        one.running.qtbot.waitUntil(
            lambda: one.running.window.findChild(PasteDialog) is None
        )
        assert dialog().text.toPlainText() == ""

    def test_the_keyboard_is_not_lost_when_an_advert_goes_that_is_typed_in(self, one):
        one.paste("Second\n\nGit is a must")
        one.detail.head.title.setFocus()
        one.running.write("half")
        postings = one.running.journeying.workspace.use_cases.postings
        postings.remove(one.detail.subject)
        one.settle()
        assert QApplication.focusWidget() is not None
        one.running.dismiss_message()


class TestFromStartToStart:
    def test_the_order_is_remembered(self, one, restarted):
        one.paste("Second\n\nNothing that counts")
        click(one.list.orders._group.button(1))
        again = JobFit(restarted())
        assert again.list.orders.number == 1
        assert again.titles == ["Second", "Backend developer for a library"]

    def test_the_advert_last_looked_at_is_shown_again(self, one, restarted):
        one.paste("Second\n\nGit is a must")
        one.paste("Third\n\nGit is a must")
        one.list.choose(one.subject_of("Second"))
        assert JobFit(restarted()).detail.head.title.text() == "Second"

    def test_the_width_of_the_list_is_remembered(self, one, restarted):
        before = one.list.width()
        handle = one.section.panes.handle(1)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(handle, left, none, QPoint(0, 50))
        QTest.mouseMove(handle, QPoint(60, 50))
        QTest.mouseRelease(handle, left, none, QPoint(60, 50))
        wide = one.list.width()
        assert wide > before
        assert JobFit(restarted()).list.width() == wide


def test_the_message_counts_files_not_adverts(fit, tmp_path):
    several, bad, worse = (tmp_path / n for n in ("a.json", "b.pdf", "c.pdf"))
    jobs = (
        f'{{"@type": "JobPosting", "title": "{n}", "description": "Git {n}"}}'
        for n in "abc"
    )
    several.write_text(f"[{', '.join(jobs)}]", "utf-8")
    for path in (bad, worse):
        path.write_bytes(b"%PDF-1.4 nothing")
    fit.running.drop(several, bad, worse)
    fit.settle()
    assert len(fit.titles) == 3
    assert fit.running.message == "2 files could not be read; the other one was kept."


def test_cancel_stops_all_that_is_read_and_the_bar_stands_as_long(
    fit, tmp_path, monkeypatch
):
    go_on = Event()
    read = posting_files.read_posting_file
    monkeypatch.setattr(
        posting_files, "read_posting_file", lambda p: go_on.wait(20) and read(p)
    )
    monkeypatch.setattr("tracker.ui.career.postings.busy.PATIENCE", 0)
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(f"Job {path.stem}\n\nGit is a must", "utf-8")
    fit.running.drop(paths[0], paths[1])
    fit.running.drop(paths[2])
    fit.running.qtbot.waitUntil(fit.section.busy.isVisible)
    click(fit.section.busy.cancel)
    go_on.set()
    fit.settle()
    assert fit.titles == []
    assert not fit.section.busy.isVisible()


def test_job_fit_opened_first_fills_no_ladder(running, monkeypatch):
    filled = []
    monkeypatch.setattr(LadderSection, "showEvent", lambda *_: filled.append(1))
    JobFit(running)
    assert filled == []


def test_of_thousands_of_hits_only_those_in_sight_are_worked_out(fit, monkeypatch):
    fit.paste("Long\n\n" + "- Python and Docker in a téam 🚀\n" * 2_000)
    fit.paste(ADVERT)
    asked = []

    def units_of(self, places):
        wanted = list(places)
        asked.append(len(wanted))
        return {place: place for place in wanted}

    monkeypatch.setattr(Shown, "units_of", units_of)
    fit.list.focus_lines()
    fit.running.press("End")
    assert fit.detail.head.title.text() == "Long"
    assert 0 < max(asked) < 400


def test_the_advert_that_is_looked_at_is_read_before_all_others_and_alone(fit):
    postings = fit.running.journeying.workspace.use_cases.postings
    read = []
    fit.section.scoring.read.connect(read.append)
    kept = postings.add_all(
        [NewPosting(f"Job {n}\n\nGit is a must") for n in range(30)]
    )
    fit.section.open(kept.subjects[17])
    fit.settle()
    # The list stood on its first one before.
    assert read[:2] == [[kept.subjects[0]], [kept.subjects[17]]]
    assert len(read[2]) == 28


def test_each_key_of_a_search_makes_no_advert_ready_again(one, monkeypatch):
    one.list.search.setFocus()
    one.running.write("l")
    monkeypatch.setattr(rows, "folded", lambda _text: pytest.fail("folded again"))
    one.running.write("ib")
    assert one.titles == ["Backend developer for a library"]


def test_a_search_for_nothing_leads_back_to_the_advert_before_it(one):
    one.paste("Second\n\nGit is a must")
    one.list.choose(one.subject_of("Backend developer for a library"))
    one.running.press("Ctrl+F")
    one.running.write("qq")
    assert one.titles == []
    one.running.press("Escape")
    assert one.detail.head.title.text() == "Backend developer for a library"


def test_a_search_finds_what_was_put_right_meanwhile(one):
    one.list.search.setText("library")
    one.running.journeying.workspace.use_cases.postings.change(
        one.detail.subject, company="Zürich Trains"
    )
    one.list.search.setText("zurich")
    assert one.titles == ["Backend developer for a library"]


def test_one_advert_that_breaks_the_reader_keeps_no_other_from_being_read(
    fit, monkeypatch, caplog
):
    read = scoring.read_posting

    def breaks(text, vocabulary):
        if text.startswith("Bad"):
            raise ValueError
        return read(text, vocabulary)

    monkeypatch.setattr(scoring, "read_posting", breaks)
    postings = fit.running.journeying.workspace.use_cases.postings
    kept = postings.add_all([NewPosting("Bad\n\nGit"), NewPosting("Good\n\nGit")])
    fit.settle()
    fit.section.open(kept.subjects[0])
    assert dict(zip(fit.titles, fit.fits, strict=True)) == {
        "Good": "0% fit",
        "Bad": "–",
    }
    assert "cannot be read" in fit.remarks
    assert fit.score == ""
    assert "An advert could not be read" in caplog.text
    caplog.clear()


class TestLook:
    def test_larger_letters_get_more_room_and_the_toast_still_covers_no_button(
        self, one
    ):
        session = one.running.session
        session.preferences.text_size = 200
        session.apply_look()
        one.running.qtbot.waitUntil(
            lambda: one.detail.text.height() > one.detail.fontMetrics().height() * 13
        )
        bar = one.detail._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        button, toast = one.detail.meaning, one.running.window.toast
        assert toast.isVisible()
        end = button.mapToGlobal(button.rect().bottomLeft()).y()
        assert end < toast.mapToGlobal(toast.rect().topLeft()).y()

    def test_the_card_of_hits_stands_right_below_a_short_list(self, one):
        terms, hits = one.detail.terms, one.detail.hits
        rows = terms.sizeHintForRow(0) * len(one.terms)
        assert 0 <= terms.height() - rows < terms.sizeHintForRow(0)
        assert 0 < hits.y() - terms.geometry().bottom() < terms.sizeHintForRow(0)

    def test_names_of_skills_stand_equally_far_apart_however_short(self, fit):
        fit.paste("A job\n\nYou know Go, C++, Redis and PostgreSQL; R in the lab")
        links = fit.detail.skills.findChildren(TextLink)
        assert {link.width() - link.sizeHint().width() for link in links} == {0}

    def test_an_advert_without_skills_leaves_no_hole_where_they_would_be(self, fit):
        fit.paste("Gardener\n\nPlants all day")
        assert fit.detail.skills.isHidden()
