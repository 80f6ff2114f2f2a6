"""One learner's data folder, opened and put together, without a window.

The window (`tracker.app`) and the terminal (`tracker.cli`) both start from here.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from tracker import __version__
from tracker.assets import resources
from tracker.db.connection import BUSY_TIMEOUT
from tracker.db.data_file import DataFile
from tracker.domain.errors import StorageError, UnreadableFileError
from tracker.paths import remembered_folder
from tracker.services.journey import Journey, open_journey
from tracker.services.use_cases import UseCases
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.db.backup import Backup
    from tracker.domain.errors import Problem
    from tracker.domain.ladder import Ladder
    from tracker.domain.reference import Reference
    from tracker.domain.roadmap import Roadmap
    from tracker.interchange.kept_files import KeptFiles
    from tracker.interchange.roadmap_file import Catalogue
    from tracker.services.journal import Journal
    from tracker.services.learning import Learning
    from tracker.services.port_values import Commit
    from tracker.services.ports import Publish
    from tracker.services.projects import Projects
    from tracker.services.proof import Proofs
    from tracker.services.roadmaps import Added, Roadmaps
    from tracker.services.timer import Timers
    from tracker.services.undo import Undo

DEFAULT_ROADMAP = "backend-career"
STORED_FORM = 2  # raised when more of the content is stored than before


def local_now() -> datetime:
    """Return the present moment in this computer's time zone."""
    return datetime.now().astimezone()


class Workspace:
    """The parts that act on one data folder.

    Attributes:
        store: The data file.
        use_cases: What a learner can do; the usual ones are named here, too.
    """

    def __init__(
        self,
        folder: Path,
        publish: Publish,
        now: Callable[[], datetime] = local_now,
        *,
        patience: float = BUSY_TIMEOUT,
    ) -> None:
        """Open the data file of a folder.

        Args:
            folder: The data folder, made if it never was one.
            publish: Called once for each stored edit.
            now: The present moment with the learner's own time zone.
            patience: Seconds to wait for another program that is writing.

        Raises:
            StorageError: The data file cannot be used; nothing was changed.
        """
        _refuse_lost_folder(folder)
        self.folder = folder
        self.now = now
        self.store = DataFile(folder, timeout=patience)
        self.use_cases = UseCases(
            self.store,
            publish,
            now,
            shelf=lambda: self.kept,
            find_commit=_find_commit,
        )

    @cached_property
    def kept(self) -> KeptFiles:
        """Return the files given as proof."""
        return _kept_files(self.folder)

    @property
    def learning(self) -> Learning:
        """Return what checks off, sets aside and writes notes."""
        return self.use_cases.learning

    @property
    def journal(self) -> Journal:
        """Return what writes down what was done."""
        return self.use_cases.journal

    @property
    def proofs(self) -> Proofs:
        """Return what shows what can be done."""
        return self.use_cases.proofs

    @property
    def undo(self) -> Undo:
        """Return what takes back and brings back."""
        return self.use_cases.undo

    @property
    def roadmaps(self) -> Roadmaps:
        """Return what adds and chooses roadmaps."""
        return self.use_cases.roadmaps

    @property
    def projects(self) -> Projects:
        """Return what makes and changes projects."""
        return self.use_cases.projects

    @property
    def timers(self) -> Timers:
        """Return what starts, pauses and stops the timer."""
        return self.use_cases.timers

    def journey(self) -> Journey | None:
        """Return the journey on the chosen roadmap; ``None`` before one was chosen."""
        return open_journey(self.store.reader)

    def bundled_is_current(self) -> bool:
        """Return whether the stored roadmaps are those that came with this Milepost."""
        return self.store.reader.setting("bundled") == content_stamp()

    def install_bundled(self, content: Content) -> None:
        """Store what comes with Milepost; progress stays as it is."""
        stamp = content_stamp()
        for roadmap in content.roadmaps:
            self.roadmaps.add(roadmap, stamp, bundled=True)
        with self.store.begin() as work:
            work.put_references(content.references)
            work.put_ladder(content.ladder, content.names)
            work.set_setting("bundled", stamp)

    def add_file(self, path: Path) -> Added:
        """Add a learner's own roadmap file, or a newer version of it.

        Raises:
            UnreadableFileError: With every problem of the file; nothing was stored.
            ConflictError: It uses the slug of a roadmap that comes with Milepost.
        """
        roadmap, digest = read_own_roadmap(path)
        return self.roadmaps.add(roadmap, digest)

    def close(self) -> None:
        """Close the data file."""
        self.store.close()


def back_up(data_file: Path, now: datetime) -> Backup:
    """Make a tested backup of a data file, and of the files given as proof.

    These never change, so all backups share one copy of each.

    Raises:
        StorageError: It could not be made; no unfinished one is left behind.
    """
    from tracker.db.backup import FOLDER, make_backup  # noqa: PLC0415  # not at the start

    backup = make_backup(data_file, now)
    data_folder = data_file.parent
    _kept_files(data_folder / FOLDER).copy_missing(_kept_files(data_folder))
    return backup


def restore(data_file: Path, backup: Backup, now: datetime) -> Path | None:
    """Put a backup in place; files given as proof that are missing come back, too.

    Returns:
        Where the data file that was there is kept now.

    Raises:
        StorageError: The backup is not whole; nothing was changed.
    """
    from tracker.db.backup import FOLDER, restore_backup  # noqa: PLC0415  # as above

    kept = restore_backup(data_file, backup, now)
    data_folder = data_file.parent
    _kept_files(data_folder).copy_missing(_kept_files(data_folder / FOLDER))
    return kept


def _kept_files(folder: Path) -> KeptFiles:
    """Return the files given as proof; what that needs is loaded when first wanted."""
    from tracker.interchange.kept_files import KeptFiles  # noqa: PLC0415  # as told

    return KeptFiles(folder)


def _refuse_lost_folder(folder: Path) -> None:
    """Make nothing in the place of a folder that was chosen once and is not there."""
    if not folder.exists() and folder == remembered_folder():
        sentence = tr(
            "Your data folder {path} is not there. If it is on another disk, connect "
            "that and try again; else choose another data folder.",
            path=folder,
        )
        raise StorageError(sentence, "missing")


def _find_commit(folder: Path, name: str) -> Commit:
    """Look a commit up; what that needs is loaded when it is first wanted."""
    from tracker.interchange.git_reading import find_commit  # noqa: PLC0415  # as told

    return find_commit(folder, name)


def content_stamp() -> str:
    """Return a text that changes with the content that comes with Milepost."""
    check, size = 0, 0
    for path in _content_files():
        data = path.read_bytes()
        check, size = crc32(data, crc32(path.name.encode(), check)), size + len(data)
    return f"{__version__}-{STORED_FORM}-{size}-{check:08x}"


class Content(NamedTuple):
    """What comes with Milepost: the roadmaps, and what can be looked up beside them."""

    roadmaps: list[Roadmap]
    references: list[Reference]
    ladder: Ladder
    names: dict[str, tuple[str, ...]]  # title and aliases of each skill, by slug


def bundled_content() -> Content:
    """Read what comes with Milepost; slow enough for a task of its own.

    Raises:
        UnreadableFileError: A file of it was changed, and not for the better.
    """
    from tracker.interchange.roadmap_file import read_roadmap  # noqa: PLC0415  # YAML

    catalogue = bundled_catalogue()
    roadmaps = [
        read_roadmap(path, catalogue, guide_page)
        for path in sorted(resources().glob("roadmaps/*.yaml"))
    ]
    ladder = bundled_ladder(catalogue)
    names = {
        slug: (skill.title, *skill.aliases) for slug, skill in catalogue.skills.items()
    }
    references = bundled_references(catalogue, ladder)
    return Content(roadmaps, references, ladder, names)


def bundled_references(catalogue: Catalogue, ladder: Ladder) -> list[Reference]:
    """Read the guide, and the ladder as pages."""
    from tracker.interchange.guide_files import read_guide  # noqa: PLC0415  # YAML
    from tracker.services.ladder import ladder_pages  # noqa: PLC0415  # as above

    guide = read_guide(resources() / "guide" / "index.yaml")

    def title_of(skill: str) -> str | None:
        found = catalogue.skills.get(skill)
        return None if found is None else found.title

    return [*guide, *ladder_pages(ladder, title_of)]


def bundled_ladder(catalogue: Catalogue) -> Ladder:
    """Read the ladder that comes with Milepost."""
    from tracker.interchange import reference_files  # noqa: PLC0415  # YAML

    paths = sorted(resources().glob("ladder/*.yaml"))
    return reference_files.read_ladder_files(paths, catalogue)


def bundled_catalogue() -> Catalogue:
    """Read the catalogue that comes with Milepost."""
    from tracker.interchange.roadmap_file import read_catalogue  # noqa: PLC0415  # YAML

    paths = sorted(resources().glob("catalogue/*.yaml"))
    return read_catalogue(paths, guide_page)


def read_own_roadmap(path: Path) -> tuple[Roadmap, str]:
    """Read a learner's roadmap file and a digest of it.

    Raises:
        UnreadableFileError: With every problem of the file.
    """
    from tracker.interchange.roadmap_file import (  # noqa: PLC0415  # YAML
        parse_roadmap,
        read_bytes,
    )

    data = read_bytes(path)
    roadmap = parse_roadmap(data, str(path), bundled_catalogue(), guide_page)
    return roadmap, f"{len(data)}-{crc32(data):08x}"


def check_file(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return what kind of content file this is, and everything wrong with it."""
    from tracker.interchange import roadmap_file  # noqa: PLC0415  # YAML

    try:
        catalogue = bundled_catalogue()
    except UnreadableFileError:
        if path.resolve().parent != (resources() / "catalogue").resolve():
            raise
        catalogue = roadmap_file.Catalogue.EMPTY  # it may be this file that is wrong
    return roadmap_file.check_file(path, catalogue, guide_page)


def guide_page(name: str) -> str | None:
    """Return the Markdown of a guide page that comes with Milepost."""
    from tracker.domain.limits import SLUG  # noqa: PLC0415  # not at the start

    if not SLUG.fullmatch(name):
        return None  # no way out of the folder
    path = resources() / "guide" / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _content_files() -> list[Path]:
    return sorted(
        path
        for folder in ("catalogue", "roadmaps", "guide", "ladder")
        for path in (resources() / folder).iterdir()
        if path.suffix in {".yaml", ".md"}
    )
