"""The Guide page: found, read, gone back to, and followed onto the road."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication


@pytest.fixture
def book(running):
    """Return the guide page, opened by its keys."""
    running.press("Ctrl+G")
    running.book = running.window.pages.currentWidget()
    return running


def test_opens_ready_to_search(book):
    assert QApplication.focusWidget() is book.book.search
    assert book.window.header.title.text() == "Guide"
    assert len(book.book.contents.subjects()) > 80


def test_what_is_typed_is_found_in_titles_and_texts(book):
    book.write("day in the life")
    assert book.book.contents.subjects()[0] == "guide:a-day-in-the-life"
    book.press("Down")
    assert book.book.subject == "guide:a-day-in-the-life"
    assert "endpoints" in book.book.text.toPlainText()


def _marked(book):
    """Return the words that are marked in the page that is open."""
    found = book.book.text.extraSelections()
    return [each.cursor.selectedText() for each in found]


def test_the_words_that_were_looked_for_are_marked(book):
    book.write("salaries")
    book.book.open("guide:grow-to-mid-level")
    assert {word.lower() for word in _marked(book)} == {"earn", "pay"}
    book.press("Escape")
    assert _marked(book) == []


def test_they_stay_marked_when_the_look_of_the_page_changes(book):
    book.write("salaries")
    book.book.open("guide:grow-to-mid-level")
    marked = _marked(book)
    book.press("Ctrl++")
    assert _marked(book) == marked
    book.session.preferences.theme = "dark"
    book.session.apply_look()
    assert _marked(book) == marked


def test_the_first_of_these_words_is_in_sight(book):
    view = book.book.text
    book.window.resize(960, 640)
    QApplication.processEvents()
    book.book.open("guide:where-sources-disagree")
    words = Counter(re.findall("[a-z]{6,}", view.toPlainText()))
    last = [word for word, number in words.items() if number == 1][-1]
    book.book.open("guide:start-now")
    book.write(last)
    book.book.open("guide:where-sources-disagree")
    first, *_ = view.extraSelections()
    assert first.cursor.selectedText() == last
    assert view.verticalScrollBar().value() > 0
    assert view.viewport().rect().contains(view.cursorRect(first.cursor).center())


def test_a_way_back_stays_where_it_was_read(book):
    book.write("salary")
    book.book.open("guide:grow-to-mid-level")
    bar = book.book.text.verticalScrollBar()
    bar.setValue(3)
    book.book.open("guide:how-pay-grows")
    book.book.go_back()
    assert bar.value() == 3
    assert _marked(book)


def test_a_long_question_is_read_to_its_end(book):
    contents = book.book.contents
    book.window.resize(960, 640)
    QApplication.processEvents()
    rows = [contents.item(n) for n in range(contents.count())]
    heights = {row.text(): contents.visualItemRect(row).height() for row in rows}
    long = "What must an architect or principal know?"
    assert heights[long] > heights["How long does it take?"]


def test_nothing_found_says_what_to_do(book):
    book.write("qqqq")
    assert book.book.contents.subjects() == []
    assert "Try fewer" in book.book.found.text()
    book.press("Escape")
    assert len(book.book.contents.subjects()) > 80


def test_arrow_keys_in_the_list_open_page_after_page(book):
    book.book.contents.setFocus()
    first = book.book.subject
    book.press("Down")
    second = book.book.subject
    assert second != first
    book.press("Down")
    book.book.go_back()
    assert book.book.subject == second
    book.book.go_forward()
    book.book.go_back()
    book.book.go_back()
    assert book.book.subject == first
    assert not book.book.back.isEnabled()


def test_a_link_to_a_page_opens_it(book):
    book.book.text.anchorClicked.emit(QUrl("level:mid"))
    assert book.book.subject == "level:mid"
    assert "$80K–$130K" in book.book.text.toPlainText()


def test_a_link_to_a_skill_leads_onto_the_road(book):
    book.book.text.anchorClicked.emit(QUrl("skill:indexes"))
    assert book.journey.item == "skill:indexes"
    assert book.journey.stage == 4


def test_a_link_in_the_guide_of_a_stage_does_the_same(running):
    running.press("Alt+3")
    running.journey.widget.panel.guide.anchorClicked.emit(QUrl("skill:git-basics"))
    assert running.journey.item == "skill:git-basics"
    running.press("Escape")
    running.press("Alt+3")
    running.journey.widget.panel.guide.anchorClicked.emit(QUrl("role:data-engineer"))
    book = running.window.pages.currentWidget()
    assert book.subject == "role:data-engineer"


def test_a_page_that_is_not_there_is_said(running):
    running.journeying.open_page("guide:nothing-of-the-kind")
    assert running.toast == "There is no page called nothing-of-the-kind"


def test_a_skill_that_is_not_on_the_road_is_said_and_nobody_is_sent_away(book):
    book.journeying.go_to("skill:baking")
    assert book.toast == "“baking” is not on the roadmap you follow"
    assert book.window.pages.currentWidget() is book.book


def test_ctrl_f_searches_the_guide_and_elsewhere_everything(book):
    book.book.text.setFocus()
    book.press("Ctrl+F")
    assert QApplication.focusWidget() is book.book.search
    book.press("Ctrl+J")
    book.press("Ctrl+F")
    book.qtbot.waitUntil(lambda: book.palette is not None)


def test_a_mistyped_title_is_found(book):
    book.write("junoir")
    assert "level:junior" in book.book.contents.subjects()


def test_the_size_of_the_text_reaches_an_open_guide(book):
    width = book.book._card.maximumWidth()
    book.session.preferences.text_size = 200
    book.session.apply_look()
    assert book.book._card.maximumWidth() > width * 1.8
    assert book.book.contents.item(0).font().pointSizeF() > 10


def test_enter_presses_what_has_the_keyboard(running):
    running.journeying.go_to("skill:git-basics")
    row = running.journey.widget.panel.detail.more.questions.rows[0]
    row.toggle.setFocus()
    running.press("Return")
    assert row.answer.isVisible()


def test_pages_levels_and_roles_are_found_by_the_palette(running):
    running.press("Ctrl+K")
    running.qtbot.waitUntil(lambda: running.palette is not None)
    running.write("senior backend developer")
    running.press("Return")
    assert running.window.pages.currentWidget().subject == "level:senior"


def test_a_resource_is_opened_only_after_a_question(running, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "tracker.ui.links.open_link", lambda _parent, address: asked.append(address)
    )
    running.journeying.go_to("skill:git-basics")
    detail = running.journey.widget.panel.detail
    link = next(
        each for each in detail.more.findChildren(object) if each.property("address")
    )
    link.click()
    assert asked == [link.property("address")]


def test_an_answer_is_shown_when_it_is_asked_for(running):
    running.journeying.go_to("skill:git-basics")
    row = running.journey.widget.panel.detail.more.questions.rows[0]
    assert not row.answer.isVisible()
    row.toggle.setFocus()
    running.press("Space")
    assert row.answer.isVisible()
    running.press("Space")
    assert not row.answer.isVisible()


def test_a_skill_leads_to_the_pages_levels_and_roles_that_name_it(running):
    running.journeying.go_to("skill:message-queues")
    more = running.journey.widget.panel.detail.more
    links = {
        each.property("address"): each
        for each in more.findChildren(object)
        if str(each.property("address")).startswith(("level:", "role:", "guide:"))
    }
    assert "level:mid" in links
    links["level:mid"].click()
    assert running.window.pages.currentWidget().subject == "level:mid"


class TestGoingBack:
    def test_back_leads_to_the_place_that_was_left(self, book):
        book.book.open("guide:where-sources-disagree")
        bar = book.book.text.verticalScrollBar()
        bar.setValue(120)
        book.book.open("level:mid")
        assert bar.value() == 0
        book.book.go_back()
        assert bar.value() == 120

    @pytest.mark.parametrize("way", ["Escape", "Alt+Left"])
    def test_from_a_skill_and_back_to_it(self, running, way):
        running.journeying.go_to("skill:message-queues")
        running.journeying.open_address("level:mid")
        book = running.window.pages.currentWidget()
        assert book.back.text() == "‹ Journey"
        running.press(way)
        assert running.journey.item == "skill:message-queues"
        assert running.window.pages.currentWidget() is running.journey.widget

    def test_first_through_the_pages_and_then_out(self, running):
        running.journeying.go_to("skill:message-queues")
        running.journeying.open_address("level:mid")
        book = running.window.pages.currentWidget()
        book.open("level:senior")
        assert book.back.text() == "‹ Back"
        running.press("Alt+Left")
        assert book.subject == "level:mid"
        running.press("Alt+Left")
        assert running.journey.item == "skill:message-queues"

    def test_the_guide_to_a_lane_is_left_for_the_lanes(self, running):
        running.journeying.page.show_lanes(4)
        lanes = running.journey.widget.panel.lanes
        lanes.read.click()
        running.press("Escape")
        assert not lanes.text.isVisible()
        assert lanes.isVisible()


def test_what_stands_on_no_road_of_mine_is_read_in_the_guide(book, mine):
    book.journeying.workspace.add_file(mine)
    book.journeying.commands.choose_roadmap("mine")
    book.press("Ctrl+G")
    book.book.open("level:mid")
    book.book.text.anchorClicked.emit(QUrl("skill:indexes"))
    assert book.window.pages.currentWidget() is book.book
    assert book.book.subject == "skill:indexes"
    assert "What you can show" in book.book.text.toPlainText()
    assert "Not on the roadmap you follow" in book.book.place.text()
    book.press("Alt+Left")
    assert book.book.subject == "level:mid"


def test_links_are_underlined(book):
    book.book.open("level:mid")
    links = [
        part.fragment().charFormat()
        for block in blocks(book.book.text.document())
        for part in parts(block)
        if part.fragment().charFormat().isAnchor()
    ]
    assert links
    assert all(form.fontUnderline() for form in links)


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def parts(block):
    part = block.begin()
    while not part.atEnd():
        yield part
        part += 1


def test_no_word_of_a_table_is_broken(book):
    book.window.resize(960, 640)
    book.book.open("guide:lane-database")
    for page in ("guide:where-sources-disagree", "guide:specialisations"):
        if not book.book.open(page):
            continue
        text = book.book.text
        assert text.wordWrapMode() == QTextOption.WrapMode.WordWrap


def test_zooming_enlarges_the_text_and_not_the_road(book):
    book.book.open("level:mid")
    size = book.book.text.document().defaultFont().pointSizeF()
    book.journeying.actions["closer"].trigger()
    assert book.book.text.document().defaultFont().pointSizeF() > size
    assert book.journey.widget.road._zoom == 1
    book.journeying.actions["fit"].trigger()
    assert book.book.text.document().defaultFont().pointSizeF() == size
