"""Find the files of the top-level ``resources`` folder, installed or not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the resource folder.

    A wheel carries it as ``tracker/_resources``; a checkout and an editable install
    read ``resources/`` next to the package.
    """
    packaged = _PACKAGE / "_resources"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "resources"


def read_text(name: str) -> str:
    """Return the text of one resource, such as ``"icons/flag.svg"``."""
    return resources().joinpath(name).read_text(encoding="utf-8")
