"""Colours can be read, come from one place, and change while the window is open."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.pages.keys import click
from tracker.assets import resources
from tracker.ui import theme
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.label import button
from tracker.ui.widgets.segmented import Segment

UI = Path(__file__).parents[2] / "tracker" / "ui"
LOOKS = {"light": theme.LIGHT, "dark": theme.DARK}
TEXT = [
    (text, ground)
    for text in ("text", "muted", "done", "here_text", "danger")
    for ground in ("surface", "background", "canvas")
]
TEXT += [
    ("text", "done_soft"),
    ("text", "here_soft"),
    ("done", "done_soft"),
    ("muted", "here_soft"),
    ("on_done", "done"),
    ("on_here", "here"),
    ("on_badge", "badge"),
]
SHAPES = [(role, "surface") for role in ("here", "done", "focus", "muted")]
SHAPES += [("done", "canvas"), ("focus", "background"), ("focus", "canvas")]


def luminance(color: str) -> float:
    channels = QColor(color).getRgbF()[:3]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(look, text, ground):
    tokens = LOOKS[look]
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_that_mean_something_can_be_seen(look, shape, ground):
    tokens = LOOKS[look]
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_name_in_the_style_sheet_is_known(qapp, milepost, data):
    sheet = (resources() / "themes" / "milepost.qss").read_text(encoding="utf-8")
    names = set(re.findall(r"@([a-z_]+)", sheet))
    assert names
    milepost(data)
    assert "@" not in re.sub(r"/\*.*?\*/", "", qapp.styleSheet())
    assert names - set(theme.roles()) <= {
        "small",
        "title",
        "panel",
        "pad",
        "wide",
        "half",
        "head",
        "bar",
        "knob",
        "name",
        "inner_pad",
        "inner_wide",
        "inner_half",
    }
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", sheet)


KINDS = "", "primary", "quiet", "chip", "lane", "danger", "link", "resource", "title"
FRAMED = {f"{kind} button": partial(button, "gjpqy", print, kind) for kind in KINDS}
FRAMED |= {
    "line": partial(QLineEdit, "gjpqy"),
    "choice": partial(Combo, "Choice", ["gjpqy"]),
}


@pytest.mark.parametrize("kind", FRAMED)
def test_the_frame_of_the_keyboard_neither_cuts_nor_moves_a_text(running, kind):
    shown = FRAMED[kind]()
    shown.setParent(running.window)
    shown.ensurePolished()
    shown.resize(shown.sizeHint())
    shown.show()
    inside = shown.rect().adjusted(8, 3, -8, -3)  # without the round corners
    if kind == "line":  # whose cursor and selection come with the keyboard
        shown.setReadOnly(True)
    before = shown.grab(inside).toImage()
    shown.setFocus()
    assert shown.hasFocus()
    assert shown.grab(inside).toImage() == before


COLOUR = re.compile(
    r"""["']\#[0-9A-Fa-f]{3,8}["']|QColor\(\s*["'\d]|"""
    r"Qt\.(GlobalColor\.)?(red|green|blue|black|white|gray|darkGray|lightGray|cyan|"
    r"magenta|yellow)\b"
)


@pytest.mark.parametrize(
    "path", sorted(UI.rglob("*.py")), ids=lambda p: str(p.relative_to(UI))
)
def test_no_widget_names_a_colour_of_its_own(path):
    if path.name == "theme.py":
        return
    found = [
        (number, line.strip())
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]
    assert not found


def corner(running) -> str:
    """Return the colour that a card is really painted in."""
    header = running.window.header
    return header.grab().toImage().pixelColor(3, 3).name().upper()


def test_light_and_dark_are_chosen_while_the_window_is_open(running):
    assert corner(running) == theme.LIGHT.surface
    running.journey.check(running.journey.titles()[0])
    running.press("Alt+4")
    running.write("kept")
    running.show_settings()
    segments = running.window.pages.currentWidget().findChildren(Segment)
    click(next(each for each in segments if each.text() == "Dark"))
    assert corner(running) == theme.DARK.surface
    running.show_journey()
    assert running.journey.note_text == "kept"
    running.press("Alt+1")
    assert running.journey.state(running.journey.titles()[0]) == "done"
    assert running.session.preferences.theme == "dark"
    road = running.journey.widget.road.grab().toImage()
    assert road.pixelColor(road.width() // 2, 2).lightness() < 90


def test_a_change_of_the_system_is_followed(running, monkeypatch):
    monkeypatch.setattr(theme, "is_dark", lambda choice: choice == "system")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert corner(running) == theme.DARK.surface


@pytest.mark.parametrize("percent", [90, 125, 200])
def test_text_grows_and_nothing_is_lost(running, percent, qtbot):
    before = theme.unit(running.window)
    running.session.preferences.text_size = percent
    running.session.apply_look()
    assert theme.unit(running.window) == pytest.approx(before * percent / 100, rel=0.1)
    running.journey.click_stage(2)
    running.journey.check(running.journey.titles()[0])
    assert running.saved == "All changes saved"
    assert running.window.minimumSizeHint().width() <= 900


def test_the_window_can_be_made_small_at_once(running, qtbot):
    running.window.resize(900, 600)
    qtbot.waitUntil(lambda: running.window.header.width() < 900)
    assert (running.window.width(), running.window.height()) == (900, 600)


def test_what_is_chosen_is_there_at_the_next_start(running, milepost, data):
    running.session.preferences.theme = "dark"
    running.session.preferences.text_size = 125
    running.quit()
    again = milepost(data)
    assert corner(again) == theme.DARK.surface
    assert again.session.preferences.text_size == 125


def test_odd_preferences_are_the_usual_ones(milepost, data):
    (data / "window.ini").write_text(
        "[General]\ntheme=pink\ntext_size=9999\nplace=backend-career/99/x\n"
        "geometry=@ByteArray(rubbish)\nsplitter=@ByteArray(rubbish)\njourney=\n"
    )
    window = milepost(data)
    assert window.journey.stage in range(1, 8)
    assert corner(window) == theme.LIGHT.surface
    (data / "window.ini").write_bytes(b"\xff\x00garbage[[[" * 50)
    window.quit()
    (data / "window.ini").write_bytes(b"\xff\x00garbage[[[" * 50)
    assert milepost(data).journey.stage == 1
