"""Where the words of a search stand in a text: as the index finds them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_BEFORE = 24  # characters shown before the first word of a line that is too long


def word_marks(text: str, words: str) -> list[tuple[int, int]]:
    """Return (start, end) of each word that begins with one of these words.

    Case and accents do not matter.
    """
    wanted = tuple(_plain(word) for word in _WORD.findall(words))
    if not wanted:
        return []
    plain, places = _mapped(text)
    marks = []
    for found in _WORD.finditer(plain):
        lengths = [len(word) for word in wanted if found[0].startswith(word)]
        if lengths:
            last = found.start() + max(lengths) - 1
            end = places[last] + 1
            while end < len(text) and unicodedata.category(text[end]) == "Mn":
                end += 1
            marks.append((places[found.start()], end))
    return marks


def telling_line(text: str, words: str, room: int) -> str:
    """Return the line that has most of these words, from shortly before the first.

    Args:
        text: A text of any number of lines.
        words: What was looked for.
        room: How many characters are surely seen; a word beyond moves the start.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    line = max(lines, key=lambda each: len(word_marks(each, words)))
    marks = word_marks(line, words)
    if not marks or marks[0][1] <= room:
        return line
    start = line.rfind(" ", 0, max(marks[0][0] - _BEFORE, 0) + 1) + 1
    start = start or max(marks[0][0] - _BEFORE, 0)
    return f"… {line[start:]}"


def _plain(text: str) -> str:
    return _mapped(text)[0]


def _mapped(text: str) -> tuple[str, list[int]]:
    """Return text without case and accents, and where each character of it stood."""
    plain, places = [], []
    for place, char in enumerate(text):
        for each in unicodedata.normalize("NFD", char.lower()):
            if unicodedata.category(each) != "Mn":
                plain.append(each)
                places.append(place)
    return "".join(plain), places
