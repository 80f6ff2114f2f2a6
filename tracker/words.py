"""The one way in which text reaches a user, on screen and on the terminal.

``tr`` works without Qt, so that rules, services and the command line can use it too.
The window installs a translator that asks Qt; without one, text stays as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _as_written(text: str) -> str:
    return text


_translate: Callable[[str], str] = _as_written


def install_translator(translate: Callable[[str], str] | None) -> None:
    """Use ``translate`` for every text from now on; ``None`` goes back to English."""
    global _translate  # noqa: PLW0603  # one language a process, set at start
    _translate = translate or _as_written


def tr(text: str, /, **values: object) -> str:
    """Return ``text`` in the user's language, its ``{names}`` filled in afterwards."""
    translated = _translate(text)
    return translated.format(**values) if values else translated


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """Return ``one`` or ``many`` by the number ``n``, which both may name."""
    return tr(one if n == 1 else many, n=n, **values)
