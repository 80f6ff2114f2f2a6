"""Look a commit up in a local repository, without trusting the repository.

Only ``git`` itself reads it, asked for one object: nothing is fetched, no hook runs, no
setting of the learner or the system is read, and it is stopped after some seconds.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.texts import cleaned
from tracker.services.port_values import Commit
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 10.0  # seconds
_NAME = re.compile(r"[0-9a-fA-F]{4,64}")
_MOST_BYTES = 200_000  # of a commit; a longer one is told by its digest alone
_ASK = (
    "--no-pager",
    "--no-replace-objects",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "protocol.allow=never",
)


def find_commit(folder: Path, name: str) -> Commit:
    """Return a commit; see `tracker.services.ports.FindCommit`."""
    name = name.strip()
    if not _NAME.fullmatch(name):
        sentence = tr(
            "“{name}” is no name of a commit: give 4 or more digits of its hash, such "
            "as 1a2b3c4."
        )
        raise BadInputError(sentence.format(name=cleaned(name)[:80]))
    place = _folder(folder)
    if _ask(place, "rev-parse", "--git-dir") is None:
        sentence = tr("{folder} is no Git repository that can be read.", folder=place)
        raise NotFoundError(sentence)
    found = _ask(place, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    digest = (found or b"").decode("ascii", "replace").strip()
    if not _NAME.fullmatch(digest):
        sentence = tr("There is no commit {name} in {folder}. Nothing was added.")
        raise NotFoundError(sentence.format(name=name, folder=place))
    return Commit(digest, str(place), _title(place, digest))


def _folder(folder: Path) -> Path:
    with suppress(OSError, RuntimeError, ValueError):
        place = folder.expanduser().resolve(strict=True)
        if place.is_dir():
            return place
    raise NotFoundError(tr("There is no folder {folder}.", folder=cleaned(str(folder))))


def _title(folder: Path, digest: str) -> str:
    """Return the first line of what a commit says, or its digest."""
    size = (_ask(folder, "cat-file", "-s", digest) or b"").strip()
    if size.isdigit() and int(size) <= _MOST_BYTES:
        whole = _ask(folder, "cat-file", "commit", digest) or b""
        message = whole.partition(b"\n\n")[2].decode("utf-8", "replace")
        first = " ".join(cleaned(message.strip().partition("\n")[0]).split())
        if first:
            return first
    return tr("Commit {name}", name=digest[:12])


def _ask(folder: Path, *words: str) -> bytes | None:
    """Return what git answers, ``None`` if it refuses or takes too long."""
    git = shutil.which("git")
    if git is None:
        raise NotFoundError(
            tr(
                "Git is not on this computer, so the commit cannot be looked up. Add "
                "the address of the commit as a link instead."
            )
        )
    try:
        answer = subprocess.run(  # noqa: S603  # words of our own and hex digits
            (git, *_ASK, "-C", str(folder), *words),
            env=_surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout if answer.returncode == 0 else None


def _surroundings() -> dict[str, str]:
    """Return an environment without anything that steers git elsewhere."""
    kept = ("PATH", "SYSTEMROOT", "PATHEXT", "TMPDIR", "TEMP")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "LC_ALL": "C.UTF-8",
        "HOME": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
