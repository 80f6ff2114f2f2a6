"""What a half-typed tag may become, below the line it is typed into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tracker.ui.tag_offers import TagOffers
from tracker.ui.widgets.text_units import place_of, units


@pytest.fixture
def line(qtbot):
    """Return a line in which ``#uni`` may become ``#unit-tests``."""
    line = QLineEdit()
    known = {"#uni": [("#unit-tests", "skill:unit-tests")]}
    line.offers = TagOffers(line, lambda typed: known.get(typed, []), str)
    qtbot.addWidget(line)
    qtbot.addWidget(line.offers)
    return line


@pytest.mark.parametrize("before", ["", "🎉 ", "🎉🎉 1h ", "👩🏽‍💻 1h "])
def test_a_tag_is_completed_wherever_it_stands(qtbot, line, before):
    line.setText(f"{before}#un and more")
    line.setCursorPosition(units(f"{before}#un"))
    qtbot.keyClicks(line, "i")
    assert line.offers.count() == 1
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == f"{before}#unit-tests and more"
    qtbot.keyClicks(line, "then ")
    assert line.text() == f"{before}#unit-tests then and more"


def test_typing_after_an_emoji_offers_nothing(qtbot, line):
    line.setText("🎉")
    qtbot.keyClicks(line, " 1h party")
    assert line.text() == "🎉 1h party"
    assert line.offers.count() == 0


@pytest.mark.parametrize("text", ["", "plain", "🎉 1h", "a🎉b🎉"])
def test_places_are_the_same_there_and_back(text):
    for place in range(len(text) + 1):
        assert place_of(text, units(text[:place])) == place
