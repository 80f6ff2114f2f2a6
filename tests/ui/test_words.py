"""Every word on screen goes through `tracker.words.tr`, or is content."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.ui.test_accessibility import PLACES, go
from tracker.ui.journey.item_table import ItemTable
from tracker.ui.journey.tree_view import TreeView
from tracker.words import install_translator, tr

OPEN, CLOSE = "⟦", "⟧"


@pytest.fixture
def foreign(milepost, data):
    """Return a window in a language in which every text is in brackets."""
    install_translator(lambda text: f"{OPEN}{text}{CLOSE}")
    try:
        window = milepost(data, size=(1400, 1300))
        yield window
        for dialog in window.window.findChildren(QDialog):
            dialog.close()
        window.quit()
    finally:
        install_translator(None)


def plain(text: str) -> str:
    """Return a tool tip without its frame."""
    return re.sub(r"^<qt>|</qt>$", "", text)


def texts(top: QWidget) -> dict[str, str]:
    """Return everything that can be read or heard, and where."""
    found: dict[str, str] = {}
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisibleTo(top):
            continue
        name = type(widget).__name__
        for text in (
            *_own_texts(widget),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.statusTip(),
        ):
            found.setdefault(plain(text), name)
    return found


def _own_texts(widget: QWidget) -> list[str]:  # noqa: PLR0911  # a table of kinds
    match widget:
        case QLabel() | QAbstractButton():
            return [widget.text()]
        case QTabBar():
            return [widget.tabText(n) for n in range(widget.count())]
        case QLineEdit() | QPlainTextEdit():
            return [widget.placeholderText()]
        case QComboBox():
            return [widget.itemText(n) for n in range(widget.count())]
        case QAbstractSpinBox():
            return [widget.text()]
        case ItemTable() | TreeView():
            return _row_texts(widget)
        case _:
            return []


def _row_texts(view) -> list[str]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    return [
        str(model.index(row, 0).data(role) or "")
        for row in range(model.rowCount())
        for role in roles
    ]


def content_of(window) -> set[str]:
    """Return every text of the roadmaps."""
    found: set[str] = {"Milepost"}
    if window.session.workspace is None:
        return found
    reader = window.session.workspace.store.reader
    for head in reader.roadmaps():
        outline = reader.outline(head.slug)
        found |= {outline.title, outline.summary, head.title}
        for number in range(len(outline.stages)):
            stage = reader.stage(head.slug, number)
            found |= {stage.title, stage.summary, stage.level}
            for group in stage.groups:
                found.add(group.title)
                for skill in group.skills:
                    found |= {skill.title, skill.summary}
                    found |= {outcome.text for outcome in skill.outcomes}
            for project in stage.projects:
                found |= {project.title, project.brief}
                found |= {step.title for step in project.milestones}
    return found


def untranslated(text: str, content: set[str], window) -> bool:
    """Return whether words are left that are neither translated nor content."""
    left = text
    while True:  # what is in brackets, from the inside out
        shorter = re.sub(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", left)
        if shorter == left:
            break
        left = shorter
    for part in sorted(content, key=len, reverse=True):
        if part and part in left:
            left = left.replace(part, " ")
    left = left.replace(str(window.folder), " ")
    left = re.sub(r"/\S+", " ", left)  # paths
    left = re.sub(r"\b(Ctrl|Alt|Shift|Esc|F\d+|Enter|Home|End|Up|Down)\b", " ", left)
    left = re.sub(r"\b\d+(\.\d+)*\b", " ", left)
    return bool(re.search(r"[^\W\d_]{2,}", left.replace("…", " ")))


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.__name__)
def test_every_word_is_translated_or_content(foreign, place, monkeypatch):
    monkeypatch.setattr("tests.ui.test_accessibility.as_list", _as_list)
    chosen = _as_list if place.__name__ == "as_list" else place
    content = content_of(foreign)
    top = go(foreign, chosen)
    wrong = {
        text: where
        for text, where in texts(top).items()
        if text
        and where not in {"QTextBrowser", "NotesView"}
        and untranslated(text, content, foreign)
    }
    for text in [t for t in wrong if _is_a_name(t) or _is_keys(t)]:
        del wrong[text]
    assert not wrong


def _as_list(running):
    running.journeying.page.show_as_list(as_list=True)


def _is_a_name(text: str) -> bool:
    """Return whether a text is a proper name: of a program, a licence, a file."""
    return bool(re.match(r"^(Milepost|Qt|PySide|Python|SQL|Alembic|PyYAML)", text)) or (
        text.startswith(("a.yaml", "stages", "nothing", "one", "It is", "database is"))
    )


def _is_keys(text: str) -> bool:
    """Return whether a text names keys, which Qt translates itself."""
    keys = [QKeySequence(part) for part in text.split(", ") if part]
    return bool(keys) and all(not key.isEmpty() for key in keys)


def test_menus_and_actions_are_translated(foreign):
    content = content_of(foreign)
    actions = foreign.window.findChildren(QAction)
    menus = foreign.window.menuBar().findChildren(QMenu)
    assert len(menus) >= 5
    found = [a.text() for a in actions] + [m.title() for m in menus]
    wrong = [
        t for t in found if t and untranslated(t.replace("&", ""), content, foreign)
    ]
    assert not wrong


def test_what_is_said_of_an_edit_is_translated(foreign):
    page, content = foreign.journey, content_of(foreign)
    title = page.titles()[0]
    for keys in ("Space", "L", "A", "Ctrl+Z", "Ctrl+Y"):
        page.go_to(title)
        foreign.press(keys)
        assert foreign.toast.startswith(OPEN)
        assert not untranslated(foreign.toast, content, foreign)
    name = QAccessible.queryAccessibleInterface(page.marker(1))
    assert name.text(QAccessible.Text.Name).startswith(OPEN)


def test_nothing_is_left_of_the_translator(qapp):
    assert tr("Skills") == "Skills"
