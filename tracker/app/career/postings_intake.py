"""How adverts come in: pasted, typed, dropped, or chosen as files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tracker.domain.errors import Cancelled, MilepostError, UnreadableFileError
from tracker.services.postings import NewPosting, cut
from tracker.ui.career.postings.advert_field import local_files
from tracker.ui.career.postings.paste_dialog import PasteDialog
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.app.journeying import Journeying
    from tracker.services.postings import Kept
    from tracker.ui.career.postings.section import PostingsSection
    from tracker.ui.tasks import Progress


class _Read(NamedTuple):
    """What files or a clipboard held.

    Attributes:
        adverts: What was read; a file may hold several.
        refused: (name, reason) of the files that could not be read.
        good: How many files could be.
    """

    adverts: tuple[NewPosting, ...]
    refused: tuple[tuple[str, str], ...] = ()
    good: int = 0


class Intake(QObject):
    """Reads in the background, keeps what is good, and tells what is not."""

    def __init__(self, journeying: Journeying, section: PostingsSection) -> None:
        """Answer what the section asks for."""
        super().__init__(section)
        self._journeying, self._section = journeying, section
        self._half = ("", "")  # text and title of a dialog that was left
        section.clipboard_pasted.connect(self.paste)
        section.paste_requested.connect(self.ask_for_text)
        section.text_given.connect(self._on_text)
        section.files_requested.connect(self.ask_for_files)
        section.files_given.connect(self.take_files)

    def paste(self) -> None:
        """Keep what is on the clipboard: files, a part of a web page, or text."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        files = [] if data is None else local_files(data)
        if files:
            self.take_files(files)
        elif data is not None and data.hasHtml() and data.html().strip():
            self._start(partial(_read_page, data.html(), data.text()))
        elif data is not None and data.hasText() and data.text().strip():
            self._on_text(data.text(), "")
        else:
            text = tr("The clipboard holds no text; copy an advert first")
            self._journeying.window.toast.say(text, undoable=False)

    def ask_for_text(self) -> None:
        """Ask for a text; the dialog closes once it is kept."""
        window = self._journeying.window
        if window.findChild(PasteDialog) is not None:
            return
        dialog = PasteDialog(window, *self._half)

        def keep(text: str, title: str) -> None:
            try:
                kept = self._keep((NewPosting(cut(text), title),))
            except MilepostError as error:
                dialog.show_problem(str(error))
            else:
                self._half = ("", "")
                dialog.accept()
                self._show(kept)

        def take(paths: list[Path]) -> None:
            dialog.accept()
            self.take_files(paths)

        dialog.given.connect(keep)
        dialog.left.connect(self._on_left)
        dialog.text.files_given.connect(take)
        dialog.open()

    def _on_left(self, text: str, title: str) -> None:
        """Hold what was typed and not kept until the dialog is opened again."""
        if (text, title) != self._half:
            self._half = (text, title)
            if text.strip():
                said = tr("Not kept. “Paste an advert…” goes on with what you typed.")
                self._journeying.window.toast.say(said, undoable=False)

    def ask_for_files(self) -> None:
        """Let the learner choose one or several files."""
        ends = "*.txt *.md *.html *.htm *.mhtml *.eml *.pdf *.json"
        kinds = tr("Adverts ({ends});;All files (*)", ends=ends)
        title = tr("Open adverts")
        window = self._journeying.window
        names, _ = QFileDialog.getOpenFileNames(window, title, str(Path.home()), kinds)
        if names:
            self.take_files([Path(name) for name in names])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files in the background; keep the good ones, tell of the others."""
        self._start(partial(_read_files, tuple(paths)))

    def _start(self, work: Callable[[Progress], _Read]) -> None:
        task = self._journeying.run_task(work)
        task.setParent(self)
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._journeying.telling.on_failed)
        self._section.busy.follow(task)

    def _on_text(self, text: str, title: str) -> None:
        self._on_read(_Read((NewPosting(cut(text), title),)))

    def _on_read(self, read: _Read) -> None:
        if read.adverts:
            try:
                kept = self._keep(read.adverts)
            except MilepostError as error:
                again = partial(self._on_read, read)
                self._journeying.telling.on_failed(error, again)
                return
            self._show(kept)
        if read.refused:
            self._tell(read)

    def _keep(self, adverts: Sequence[NewPosting]) -> Kept:
        kept = self._journeying.workspace.use_cases.postings.add_all(adverts)
        if kept.stored is None:
            n = len(kept.subjects)
            one, many = (
                "This advert is kept already; here it is",
                "All {n} adverts are kept already; here is the first",
            )
            self._journeying.window.toast.say(tr_n(one, many, n), undoable=False)
        return kept

    def _show(self, kept: Kept) -> None:
        self._section.open(kept.subjects[0])
        self._section.open_chosen()

    def _tell(self, read: _Read) -> None:
        """Say in one message which files could not be read, and why."""
        details = "\n".join(f"{name}: {reason}" for name, reason in read.refused)
        bar = self._journeying.window.messages
        if len(read.refused) == 1:
            name, reason = read.refused[0]
            bar.say(tr("“{name}” was not kept: {why}.", name=name, why=reason))
            return
        one, many = (
            "{bad} files could not be read; the other one was kept.",
            "{bad} files could not be read; the other {n} were kept.",
        )
        n, bad = read.good, len(read.refused)
        none = tr("None of the {bad} files could be read; nothing was kept.", bad=bad)
        bar.say(tr_n(one, many, n, bad=bad) if n else none, details=details)


def _read_files(paths: Sequence[Path], progress: Progress) -> _Read:
    from tracker.interchange.posting_files import read_posting_file
    from tracker.interchange.posting_values import advert_of

    adverts: list[NewPosting] = []
    refused: list[tuple[str, str]] = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        try:
            adverts += map(advert_of, read_posting_file(path))
        except Cancelled:
            raise
        except UnreadableFileError as error:
            refused.append((path.name, _reason(error)))
        except MilepostError as error:
            refused.append((path.name, str(error)))
        except Exception:  # noqa: BLE001  # what one file breaks must not stop the others
            refused.append((path.name, tr("something in it cannot be read")))
    good = len(paths) - len(refused)
    return _Read(tuple(adverts), tuple(refused), good)


def _reason(error: UnreadableFileError) -> str:
    """Return why a file was refused, without the path before it."""
    for problem in error.problems:
        sentence = tr("found {found}; expected {expected}")
        return sentence.format(found=problem.found, expected=problem.expected)
    return str(error)


def _read_page(html: str, text: str, progress: Progress) -> _Read:
    """Read a part of a page; if there is nothing but pictures, the text beside it."""
    from tracker.interchange.posting_files import read_posting_html
    from tracker.interchange.posting_values import advert_of

    progress(0, 1)
    try:
        found = read_posting_html(html, tr("the clipboard"))
    except UnreadableFileError:
        if not text.strip():
            raise
        return _Read((NewPosting(cut(text)),))
    return _Read(tuple(map(advert_of, found)))
