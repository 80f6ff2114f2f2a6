"""Words of an advert: where they begin and end, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters of scripts that put no blank between words: there a Latin name ends.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f"
_WORD = rf"[^\W_{_UNSPACED}]+(?:\+\+|#|['’]t(?![^\W_]))?"
# What may stand between two words of one name: "Node.js", "CI / CD", "Spring\nBoot".
_JOIN = (
    r"(?:[ \t\xa0]{0,2}[/&+\-–][ \t\xa0]{0,2}|(?<![^\W_][^\W_])\.[ \t\xa0]"
    r"|[.:_'’‐‑]"
    r"|[ \t\xa0]{1,3}|[ \t]{0,3}\n[ \t]{0,3})?"
)
WORD = re.compile(_WORD)
SIGNS = re.compile(r"\+\+|#|['’]t(?![^\W_])")  # what a word may end with
NEXT_WORD = re.compile(f"{_JOIN}({_WORD})")
_OF_UNSPACED = re.compile(f"[{_UNSPACED}]")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'"})
_KEEP_S = ("ss", "us", "is", "https")  # no plurals: class, bonus, analysis
_SHORTEST_HUMP = 3  # letters; "No SQL" is no spelling of "NoSQL"


_LAST_LATIN = "\xff"
# Letters and digits that only look different, and how they begin in UTF-8.
_LOOKS_OTHER = re.compile(
    "[\U0001d400-\U0001d7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)
_DRESSED = (b"\xf0\x9d", b"\xef\xbc", b"\xef\xbd")
# Letters and digits of Latin-1 as they are, everything else a blank.
_BLANKED = bytes(b if chr(b).isalnum() else 32 for b in range(256))


def blanked(small: str) -> str:
    """Return a text with a blank for all that is neither letter nor digit.

    Cutting it at the blanks is many times faster than looking for words by a pattern.
    Letters beyond Latin-1 are blanks, too, so a piece may be a part of a word only; see
    `is_whole`.
    """
    return small.encode("latin-1", "replace").translate(_BLANKED).decode("latin-1")


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no letter stands right before or behind a piece."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before <= _LAST_LATIN and behind <= _LAST_LATIN:
        return True
    return not (_is_joined(before) or _is_joined(behind))


def _is_joined(letter: str) -> bool:
    return letter.isalnum() and not is_unspaced(letter)


def is_unspaced(letter: str) -> bool:
    """Return whether a letter is of a script without blanks, such as Japanese."""
    return letter > _LAST_LATIN and _OF_UNSPACED.match(letter) is not None


def lowered(text: str) -> str:
    """Return a text in small and plain letters, each where it stood.

    Posts on the web put headings into the bold letters of mathematics, and Japanese
    adverts write names as wide as their own letters.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if small.isascii():
        return small
    raw = small.encode("utf-8", "replace")
    if not any(head[:1] in raw and head in raw for head in _DRESSED):
        return small  # told by single bytes, which takes next to no time
    return _LOOKS_OTHER.sub(_plain, small)


def _plain(letter: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", letter[0]).lower()
    return plain if len(plain) == 1 else letter[0]


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return what two spellings of a word have in common: number, umlauts, -isation."""
    word = word.lower().translate(_UMLAUTS).replace("isation", "ization")
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1]


def spellings(word: str) -> set[str]:
    """Return the ways of writing a word, in small letters, that are looked up."""
    small, base = word.lower(), folded(word)
    found = {small, small.translate(_UMLAUTS), base}
    if len(base) >= 3 and base != "http":  # HTTPS is more than several of them
        found.add(f"{base}s")
    if base.endswith("y"):
        found.add(f"{base[:-1]}ies")
    return found | {each.replace("ization", "isation") for each in found}


def words_of(name: str) -> list[str]:
    """Return the words of a name as it is written."""
    return WORD.findall(name)


def other_writings(words: list[str]) -> Iterator[list[str]]:
    """Yield a name joined where it is parted, and parted at its capitals.

    "Spring Boot" is also written "SpringBoot", and "GraphQL" "Graph QL".
    """
    if 1 < len(words) <= 3:
        joined = "".join(words)
        if len(joined) > 4 or all(len(each) == 2 for each in words):
            yield [joined]
    if len(words) == 1:
        parts = _HUMP.findall(words[0])
        first = parts[0] if parts else ""
        whole = "".join(parts) == words[0]
        if len(parts) == 2 and whole and len(first) >= _SHORTEST_HUMP:
            yield parts
