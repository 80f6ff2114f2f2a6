"""Answers what an evidence view asks for: dialogs, files off the thread, opening."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.domain.errors import MilepostError
from tracker.domain.work import ProofKind
from tracker.ui.proof.dialog import RENAME, ProofDialog
from tracker.ui.proof.opening import ask_to_open, open_file, show_proof
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.work import Proof
    from tracker.services.port_values import Commit, KeptFile
    from tracker.services.use_cases import UseCases
    from tracker.ui.commands import Commands
    from tracker.ui.proof.evidence_view import EvidenceView
    from tracker.ui.tasks import Progress, Task

    RunTask = Callable[[Callable[[Progress], object]], Task]

MOST_AT_ONCE = 20  # files or links of one drop


class ProofDesk(QObject):
    """Serves any number of evidence views, on whatever pages they stand."""

    def __init__(
        self,
        window: QWidget,
        use_cases: UseCases,
        commands: Commands,
        run_task: RunTask,
        open_address: Callable[[str], object],
    ) -> None:
        """Serve on a window.

        Args:
            window: What dialogs belong to.
            use_cases: Where proof is added and read.
            commands: Runs them and tells when one fails.
            run_task: Runs slow work off the thread of the window.
            open_address: Follows a link, after asking.
        """
        super().__init__(window)
        self._window, self._commands = window, commands
        self._proofs, self._reader = use_cases.proofs, use_cases.store.reader
        self._run_task, self._open_address = run_task, open_address

    def serve(self, view: EvidenceView) -> None:
        """Answer what a view asks for."""
        view.add_requested.connect(self.ask)
        view.data_given.connect(self.take)
        view.open_requested.connect(self.open)
        view.rename_requested.connect(self.rename)
        view.remove_requested.connect(self.remove)

    def ask(self, target: str, kind: str) -> None:
        """Ask for a proof of a kind."""
        if kind == ProofKind.FILE:
            title = tr("Choose a file that shows it")
            home = str(Path.home())
            name, _ = QFileDialog.getOpenFileName(self._window, title, home)
            if name:
                self.add_file(target, Path(name))
            return
        about = self._reader.title(target) or target
        dialog = ProofDialog(self._window, kind, about)
        dialog.submitted.connect(partial(self._submit, dialog, target))
        dialog.open()

    def take(self, target: str, given: list[str]) -> None:
        """Add files and links that were dropped or pasted."""
        for each in given[:MOST_AT_ONCE]:
            url = QUrl(each)
            if url.isLocalFile():
                self.add_file(target, Path(url.toLocalFile()))
            else:
                add = partial(self._proofs.add_link, target, each)
                self._commands.perform(add)

    def add_file(self, target: str, path: Path) -> None:
        """Copy a file in the background, then add it."""
        task = self._run_task(partial(_keep, self._proofs.keep, path))
        task.setParent(self)
        task.succeeded.connect(partial(self._add_kept, target))
        task.failed.connect(self._on_failed)

    def open(self, proof: Proof) -> None:
        """Show what a proof holds; what leaves the window is asked about first."""
        if proof.kind == ProofKind.LINK:
            self._open_address(proof.value)
        elif proof.kind != ProofKind.FILE:
            show_proof(self._window, proof)
        elif ask_to_open(self._window, proof.name or proof.title):
            task = self._run_task(partial(_copy, self._proofs.copy_of, proof.subject))
            task.setParent(self)
            task.succeeded.connect(partial(open_file, self._window))
            task.failed.connect(self._on_failed)

    def rename(self, proof: Proof) -> None:
        """Ask for another title."""
        about = self._reader.title(proof.target) or proof.target
        dialog = ProofDialog(self._window, RENAME, about, proof)
        dialog.submitted.connect(partial(self._submit, dialog, proof.subject))
        dialog.open()

    def remove(self, proof: Proof) -> None:
        """Take a proof away; the toast offers to bring it back."""
        self._commands.perform(partial(self._proofs.remove, proof.subject))

    def _submit(self, dialog: ProofDialog, subject: str) -> None:
        """Store what a dialog asked for, or say in it why not."""
        value, title = dialog.value.text(), dialog.name.text()
        if dialog.kind == ProofKind.COMMIT:
            self._look_up(dialog, subject)
            return
        proofs = self._proofs
        add: dict[str, Callable[[], object]] = {
            ProofKind.LINK: partial(proofs.add_link, subject, value, title),
            ProofKind.NOTE: partial(
                proofs.add_note, subject, dialog.text.toPlainText(), title
            ),
            ProofKind.CONFIRMATION: partial(
                proofs.add_confirmation, subject, value, title
            ),
            RENAME: partial(proofs.rename, subject, title),
        }
        _store(dialog, add[dialog.kind])

    def _look_up(self, dialog: ProofDialog, target: str) -> None:
        dialog.show_waiting(waiting=True)
        folder, name = Path(dialog.folder.text().strip() or "."), dialog.value.text()
        task = self._run_task(partial(_find, self._proofs.look_up, folder, name))
        task.setParent(dialog)
        task.succeeded.connect(partial(self._add_commit, dialog, target))
        task.failed.connect(partial(_show_error, dialog))

    def _add_commit(self, dialog: ProofDialog, target: str, found: Commit) -> None:
        title = dialog.name.text()
        _store(dialog, partial(self._proofs.add_commit, target, found, title))

    def _add_kept(self, target: str, kept: KeptFile) -> None:
        self._commands.perform(partial(self._proofs.add_file, target, kept))

    def _on_failed(self, error: MilepostError) -> None:
        self._commands.failed.emit(error, None)


def _store(dialog: ProofDialog, use_case: Callable[[], object]) -> None:
    try:
        use_case()
    except MilepostError as error:
        _show_error(dialog, error)
    else:
        dialog.accept()


def _show_error(dialog: ProofDialog, error: MilepostError) -> None:
    dialog.show_problem(str(error))


def _keep(
    keep: Callable[[Path, Callable[[int, int], None]], KeptFile],
    path: Path,
    progress: Progress,
) -> KeptFile:
    return keep(path, progress)


def _find(
    find: Callable[[Path, str], Commit], folder: Path, name: str, _progress: Progress
) -> Commit:
    return find(folder, name)


def _copy(copy: Callable[[str], Path], subject: str, _progress: Progress) -> Path:
    return copy(subject)
