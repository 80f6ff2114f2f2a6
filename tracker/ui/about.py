"""About Milepost: versions, where things are, and licences."""

from __future__ import annotations

import platform
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker import __version__
from tracker.ui import theme
from tracker.ui.licences import text_of, version_of, works
from tracker.ui.widgets.cards import Buttons, rule
from tracker.ui.widgets.fields import PathField, Picture, size_for_screen
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path


class AboutDialog(QDialog):
    """Reads versions when it is made and a licence when it is chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        folder: Path,
        log_file: Path,
        schema: int | None = None,
    ) -> None:
        """Tell of this Milepost.

        Args:
            parent: The window.
            folder: The data folder.
            log_file: The log, which may not exist yet.
            schema: The number of the data file's schema, when it is known.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("About Milepost"))
        self._facts = _facts(schema)
        self._folder, self._log_file = folder, log_file
        self._works = works()
        self._list = self._make_list()
        self._text = QPlainTextEdit()
        self._copy = button(tr("Copy details"), self._on_copy_clicked)
        self._close = button(tr("Close"), self.accept, "primary")
        self._close.setDefault(True)
        self._fill()
        self._list.currentRowChanged.connect(self._show_licence)
        self._list.setCurrentRow(0)
        self._close.setFocus()

    def _make_list(self) -> QListWidget:
        names = QListWidget()
        names.setProperty("kind", "works")
        names.setAccessibleName(tr("Licences"))
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = round(theme.unit(self) * 1.7)
        for work in self._works:
            text = tr("{name} — {licence}", name=work.title, licence=work.licence)
            item = QListWidgetItem(text, names)
            item.setSizeHint(QSize(0, height))
            item.setToolTip(plain_tip(text))
        names.setMinimumWidth(round(theme.unit(self) * 7))
        names.setMaximumWidth(round(theme.unit(self) * 15.5))
        return names

    def _fill(self) -> None:
        unit = round(theme.unit(self))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(tr("Text of the licence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(unit * 3 // 2, unit * 3 // 2, unit * 3 // 2, unit)
        column.setSpacing(unit * 4 // 5)
        column.addWidget(_head(unit))
        column.addWidget(self._make_places(unit))
        column.addWidget(rule())
        column.addWidget(label(tr("Licences"), "heading"))
        texts = QHBoxLayout()
        texts.setSpacing(unit * 2 // 3)
        texts.addWidget(self._list, 2)
        texts.addWidget(self._text, 3)
        column.addLayout(texts, 1)
        column.addWidget(Buttons(self._close, self._copy))
        size_for_screen(self, 48, 38)

    def _make_places(self, unit: int) -> QWidget:
        places = QWidget()
        grid = QGridLayout(places)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(unit)
        grid.setVerticalSpacing(unit // 2)
        grid.setColumnStretch(1, 1)
        versions = label(" · ".join(f"{n} {v}" for n, v in self._facts), wrap=True)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        versions.setTextInteractionFlags(selectable)
        grid.addWidget(label(tr("Versions"), "muted"), 0, 0)
        grid.addWidget(versions, 0, 1, 1, 2)
        for row, (name, path) in enumerate(self._places(), start=1):
            opener = button(tr("Open"), partial(_open, path))
            opener.setAccessibleName(tr("Open: {name}", name=name))
            grid.addWidget(label(name, "muted"), row, 0)
            grid.addWidget(PathField(name, path), row, 1)
            grid.addWidget(opener, row, 2)
        return places

    def _places(self) -> tuple[tuple[str, Path], ...]:
        return (
            (tr("Data folder"), self._folder),
            (tr("Log file"), self._log_file),
        )

    def _show_licence(self, row: int) -> None:
        if row >= 0:
            self._text.setPlainText(text_of(self._works[row].name))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._copy.setText(tr("Copied"))

    def details(self) -> str:
        """Return the versions and places, one a line, for a report of a fault."""
        lines = [tr("{name}: {text}", name=n, text=v) for n, v in self._facts]
        lines += [tr("{name}: {text}", name=n, text=p) for n, p in self._places()]
        lines.append(tr("System: {text}", text=platform.platform()))
        return "\n".join(lines)


def _facts(schema: int | None) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Milepost", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside_version),
        ("SQLite", sqlite3.sqlite_version),
        ("SQLAlchemy", version_of("SQLAlchemy")),
    ]
    if schema is not None:
        facts.append((tr("Schema"), str(schema)))
    return tuple(facts)


def _head(unit: int) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(unit)
    row.addWidget(Picture("milepost", "on_done", "done", 2.8))
    texts = QVBoxLayout()
    texts.setSpacing(unit // 6)
    texts.addWidget(label(tr("Milepost {version}", version=__version__), "panel"))
    sentence = tr("Your career as a road: see where you stand and what is next.")
    texts.addWidget(label(sentence, wrap=True))
    row.addLayout(texts, 1)
    return head


def _open(path: Path) -> None:
    """Open a file or folder; a log that was never written gives way to its folder."""
    place = path if path.exists() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
