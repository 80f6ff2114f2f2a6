"""Where long words and paths may break at the end of a line."""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"\S{18,}")
_JOINT = re.compile(r"([./\\])(?=\S)")
_BREAK = "\u200b"  # takes no room; a line may end there


def breakable(text: str) -> str:
    """Return text in which long words and paths may break at the end of a line."""
    return _LONG_WORD.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    parts = _JOINT.sub(rf"\1{_BREAK}", found[0]).split(_BREAK)
    return _BREAK.join(p if len(p) <= 17 else _BREAK.join(p) for p in parts)
