"""Where the parts of the stage panel stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from tracker.ui.widgets.label import frame, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


def stage_tabs() -> QTabBar:
    """Return the tabs of a stage, in their order."""
    tabs = QTabBar()
    for text in (tr("Skills"), tr("Projects"), tr("Guide"), tr("Notes")):
        tabs.addTab(text)
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    tabs.setAccessibleName(tr("Parts of the stage"))
    return tabs


def keys_hint() -> QLabel:
    """Return the line that says what the keys do in a list."""
    return label(tr("Space checks off · Enter opens · Ctrl+Z undoes"), "muted")


def overview(
    above: Sequence[QWidget], tabs: QWidget, pages: QWidget, unit: int
) -> QWidget:
    """Return what tells of the stage, the tabs and their pages, below each other."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for each in above:
        box.addWidget(each)
    row = QHBoxLayout()
    row.setContentsMargins(unit, 0, unit, 0)
    row.addWidget(tabs)
    box.addLayout(row)
    box.addWidget(frame("rule"))
    box.addWidget(pages, 1)
    return whole


def skills_page(
    above: Sequence[QWidget], skills: QWidget, hint: QWidget, unit: int
) -> QWidget:
    """Return the page with the skills, what is next above them and a hint below."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(unit, unit, unit // 2, unit * 3 // 4)
    box.setSpacing(unit // 2)
    for each in above:
        box.addWidget(each)
    box.addWidget(skills, 1)
    box.addWidget(hint)
    return page
