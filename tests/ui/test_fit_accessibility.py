"""Job fit can be reached by keyboard, and says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListView

from tests.pages.keys import click
from tests.pages.postings import ADVERT, JobFit
from tests.ui import test_accessibility as usual
from tests.ui.test_accessibility import window  # noqa: F401  # a fixture
from tracker.ui.career.postings.paste_dialog import PasteDialog
from tracker.ui.career.postings.taught_dialog import TaughtDialog


def empty(running):
    JobFit(running)


def one(running):
    fit = JobFit(running)
    fit.paste(ADVERT)
    fit.list.focus_lines()


def pasting(running):
    one(running)
    click(running.journeying.career.section("postings").list.paste)
    return running.window.findChild(PasteDialog)


def taught(running):
    running.journeying.workspace.use_cases.teaching.teach("library", "redis")
    one(running)
    click(running.journeying.career.section("postings").list.taught)
    return running.window.findChild(TaughtDialog)


PLACES = [empty, one, pasting, taught]


@pytest.mark.parametrize("place", PLACES)
def test_everything_has_a_name_and_a_role(window, place):  # noqa: F811  # the fixture
    usual.test_everything_that_takes_the_keyboard_has_a_name_and_a_role(window, place)


@pytest.mark.parametrize("place", PLACES)
def test_tab_visits_everything(window, place):  # noqa: F811  # as above
    usual.test_tab_visits_everything_once_and_returns(window, place)


@pytest.mark.parametrize("place", PLACES)
def test_sizes_come_from_the_user(window, place):  # noqa: F811  # as above
    usual.test_sizes_of_text_come_from_the_user(window, place)


@pytest.mark.parametrize("place", PLACES)
def test_no_label_guesses(window, place):  # noqa: F811  # as above
    usual.test_no_label_guesses_whether_its_text_is_rich(window, place)


def test_rows_speak_of_title_fit_and_terms(window):  # noqa: F811  # as above
    one(window)
    fit = JobFit(window)
    assert fit.list.model.row(0).spoken.startswith(
        "Backend developer for a library, 0% fit"
    )
    assert fit.terms[0].startswith("Python or Java, Missing · ")
    assert isinstance(fit.detail.terms, QListView)


def test_hostile_texts_are_shown_as_they_are(window):  # noqa: F811  # as above
    fit = JobFit(window)
    hostile = "<img src=http://example.org/x> <b>Docker</b> & {0} %s"
    fit.paste(f"{hostile}\n\nYou know <i>Python</i>")
    assert fit.detail.head.title.text() == hostile
    assert fit.detail.text.toPlainText().startswith(hostile)
    assert fit.detail.hits.sentence.text() == hostile
    assert fit.running.toast == f"Advert “{hostile}” kept"
