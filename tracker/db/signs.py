"""Search for signs and emoji, which are in no index, in the newest texts themselves."""

from __future__ import annotations

import unicodedata

NEWEST = 20_000  # texts that are looked through
_MOST = 20
_AS_EMOJI = "\ufe0f"  # asks for colours; the same sign is often typed without
_ALL = (
    "SELECT subject, field, text FROM (SELECT number, subject, field, text "
    "FROM written ORDER BY number DESC LIMIT ?) WHERE 1"
)
_AMONG_WORDS = (
    "SELECT subject, field, text FROM (SELECT w.number AS number, w.subject, w.field, "
    "w.text FROM written_words f JOIN written w ON w.number = f.rowid "
    "WHERE written_words MATCH ? ORDER BY f.rowid DESC LIMIT ?) WHERE 1"
)


def signs_in(words: str) -> list[str]:
    """Return what no index has: emoji and symbols; where there is nothing else, all."""
    keep = _is_symbol if any(map(str.isalnum, words)) else _is_seen
    kept = "".join(char if keep(char) else " " for char in words.replace(_AS_EMOJI, ""))
    return kept.split()[:_MOST]


def statement(signs: int, *, among_words: bool) -> str:
    """Return the search; its values are words, if any, `NEWEST`, signs and a limit."""
    among = _AMONG_WORDS if among_words else _ALL
    return among + " AND instr(text, ?)" * signs + " ORDER BY number DESC LIMIT ?"


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char)[0] == "S" and not char.isascii()


def _is_seen(char: str) -> bool:
    return unicodedata.category(char)[0] != "C"
