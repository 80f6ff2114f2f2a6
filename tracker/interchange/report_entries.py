"""Entries of a journal as HTML: most are plain text, which needs no parser.

A book may hold a hundred thousand of them, and parsing Markdown is what a long report
spends its time on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BETWEEN = "\n\n* "
_ANOTHER_BLOCK = re.compile(r"\n\n(?=[^ *\n])")
_PLAIN = r"[^\\`*_\[\]<>&!|~#\n]"
_ENTRY = re.compile(
    # Text that could only be a paragraph: each line begins with a letter.
    rf"\*\*(?P<first>{_PLAIN}+)\*\*(?P<more>(?: · {_PLAIN}+)?)"
    rf"(?:\n\n(?P<text>  [^\W\d_]{_PLAIN}*(?<! )(?:\n  [^\W\d_]{_PLAIN}*(?<! ))*))?"
)
_AFTER = "\n\n* ."  # an entry more, so that each is one of several


@dataclass(frozen=True, slots=True)
class Dialect:
    """How whoever shows the HTML wants it.

    Attributes:
        dress: Gives tokens what is asked for.
        begin, end: Around all entries.
        entry: Before an entry, between its first line and its text, and after it.
    """

    dress: Callable[[list[Token]], None]
    begin: str
    end: str
    entry: tuple[str, str, str]


def split_entries(piece: str) -> tuple[str, list[str]]:
    """Return what stands before the entries of a piece, and each entry's Markdown.

    There are none where something else stands after them.
    """
    before, sign, rest = piece.partition(_BETWEEN)
    if not sign or _ANOTHER_BLOCK.search(rest):
        return piece, []
    return before, rest.rstrip("\n").split(_BETWEEN)


def entries_html(entries: Iterable[str], markdown: MarkdownIt, dialect: Dialect) -> str:
    """Return entries as one list."""
    parts = [dialect.begin]
    # Each match is a group of its own; entries that need the parser go together.
    for plain, run in groupby(entries, key=_ENTRY.fullmatch):
        if plain is not None:
            parts.append(_plain(plain, dialect))
        else:
            parts.append(_parsed(list(run), markdown, dialect))
    parts.append(dialect.end)
    return "".join(parts)


def _plain(found: re.Match[str], dialect: Dialect) -> str:
    before, between, after = dialect.entry
    head = f"<strong>{escapeHtml(found['first'])}</strong>{escapeHtml(found['more'])}"
    text = found["text"]
    lines = "\n".join(line[2:] for line in text.split("\n")) if text else ""
    below = f"<p>{escapeHtml(lines)}</p>\n" if text else ""
    return f"{before}{head}{between}{below}{after}"


def _parsed(run: list[str], markdown: MarkdownIt, dialect: Dialect) -> str:
    source = "* " + _BETWEEN.join(run) + _AFTER
    tokens = markdown.parse(source)
    last = max(n for n, each in enumerate(tokens) if _is_item(each))
    tokens = tokens[:last] + tokens[-1:]
    dialect.dress(tokens)
    html = str(markdown.renderer.render(tokens, markdown.options, {}))
    return html.removeprefix(dialect.begin).removesuffix(dialect.end)


def _is_item(token: Token) -> bool:
    return token.type == "list_item_open" and token.level == 1
