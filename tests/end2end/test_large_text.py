"""Every page at large text: nothing is cut, and the window stays as it was made."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from tracker.ui.career.ladder.role_row import RoleRow
from tracker.ui.journey.next_card import NextCard
from tracker.ui.navigation import CAREER, GUIDE, JOURNAL, JOURNEY, PROJECTS, SETTINGS

PAGES = (JOURNEY, PROJECTS, JOURNAL, CAREER, GUIDE, SETTINGS)


@pytest.fixture(params=[(1280, 860, 200), (960, 640, 150)], ids=str)
def large(request, running):
    """Return a small window with large text and a line in its journal, and its size."""
    width, height, percent = request.param
    write = running.journeying.workspace.journal
    text = "Wrote the tests of the login page and its long messages"
    write.add(write.today(), 20, text, ["skill:sql-queries"])
    running.session.preferences.text_size = percent
    running.session.apply_look()
    running.window.resize(width, height)
    return running, (width, height)


def cut(page) -> list[str]:
    """Return the buttons in whose width their words have no room."""
    found = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    found = [b for b in found if not isinstance(b, NextCard | RoleRow)]  # end in "…"
    in_one_line = [b for b in found if b.text() and not b.hasHeightForWidth()]
    return [
        b.text()
        for b in in_one_line
        if b.width() < b.fontMetrics().horizontalAdvance(b.text().replace("&", ""))
    ]


def test_no_page_makes_the_window_larger_or_cuts_a_button(large):
    milepost, size = large
    for number in PAGES:
        milepost.journeying.show_page(number)
        milepost.qtbot.waitUntil(milepost.window.pages.currentWidget().isVisible)
        page = milepost.window.pages.currentWidget()
        assert (milepost.window.width(), milepost.window.height()) == size
        milepost.qtbot.wait(1)
        assert cut(page) == []


def test_the_list_of_a_stage_keeps_room_for_two_rows(large):
    milepost, _ = large
    table = milepost.journey.table
    two = 2 * table.sizeHintForIndex(table.model().index(1, 0)).height()
    milepost.qtbot.waitUntil(lambda: table.viewport().height() >= two)
