"""A report as HTML for Qt's text documents, which know little of CSS.

A PDF and the preview in the window are made of it. Lists of entries and of tasks
become blocks, a task's box becomes a picture, and nothing else is a picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.token import Token

from tracker.interchange.report_entries import Dialect
from tracker.interchange.report_html import Heading, is_all_bold, report_parts
from tracker.services.reports.inline import as_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.services.reports import Report

_TASK = re.compile(r"\[([ xX])\] ")
_ALIGNED = {"text-align:right": "right", "text-align:center": "center"}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A piece of a report: the headings in it, and its HTML."""

    headings: tuple[Heading, ...]
    html: str


@dataclass(frozen=True, slots=True)
class PaperReport:
    """A report to be set: title and subtitle as plain text, then its parts."""

    title: str
    subtitle: str
    parts: tuple[PaperPart, ...]
    chapters: bool
    contents: bool = True


def paper_report(
    report: Report, progress: Callable[[int, int], None] | None = None
) -> PaperReport:
    """Return a report for Qt; see `report_html.report_html` for the arguments."""
    parts = report_parts(report, _PAPER, progress)
    return PaperReport(
        title=as_line(report.title),
        subtitle=as_line(report.subtitle) if report.subtitle else "",
        parts=tuple(PaperPart(part.headings, part.html) for part in parts),
        chapters=report.chapters,
        contents=report.contents,
    )


def _dress(tokens: list[Token]) -> None:
    ends = _ends(tokens)
    for at, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open":
                _dress_list(tokens, at, ends[at])
            case "heading_open" | "heading_close":
                _dress_heading(tokens, at)
            case "th_open" | "td_open":
                style = str(token.attrs.pop("style", ""))
                token.attrSet("align", _ALIGNED.get(style, "left"))
            case "inline" if token.level == 1 and is_all_bold(token):
                tokens[at - 1].attrJoin("class", "label")
            case "table_open":
                token.attrSet("width", "70%")
            case _:
                pass


def _dress_heading(tokens: list[Token], at: int) -> None:
    token = tokens[at]
    if token.tag in {"h5", "h6"}:
        token.tag = "p"  # a learner's own; Qt would make it too small
        if token.nesting > 0:
            token.attrJoin("class", "label bold")
    elif token.nesting < 0 and token.tag in {"h3", "h4"} and not token.level:
        _mute_next(tokens, at)


def _ends(tokens: list[Token]) -> dict[int, int]:
    """Return where each list or item that opens is closed."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for at, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "list_item_open", "ordered_list_open"}:
            begun.append(at)
        elif token.type in {
            "bullet_list_close",
            "list_item_close",
            "ordered_list_close",
        }:
            ends[begun.pop()] = at
    return ends


def _dress_list(tokens: list[Token], at: int, end: int) -> None:
    """Make blocks of a list of entries, and of one that has tasks only."""
    level = tokens[at].level
    span = range(at + 1, end)
    items = [
        n
        for n in span
        if tokens[n].type == "list_item_open" and tokens[n].level == level + 1
    ]
    if level == 0 and tokens[at].markup == "*":
        _as_blocks(tokens, at, end, "entry")
    elif all(_is_task(tokens, n) for n in items):
        _as_blocks(tokens, at, end, "task")
        for n in items:
            _draw_box(tokens[n + 2])


def _as_blocks(tokens: list[Token], at: int, end: int, kind: str) -> None:
    level = tokens[at].level
    for n in range(at, end + 1):
        token = tokens[n]
        if n in {at, end}:
            token.tag = "div"
        elif token.level == level + 1 and token.type == "list_item_open":
            token.tag = "div"
            token.attrSet("class", kind)
            if kind == "entry" and tokens[n + 1].type == "paragraph_open":
                tokens[n + 1].hidden = False  # also where the list is tight
                tokens[n + 1].attrSet("class", "when")
        elif token.level == level + 1 and token.type == "list_item_close":
            token.tag = "div"
        elif kind == "task" and token.level == level + 2:
            token.hidden = token.hidden or token.type.startswith("paragraph_")


def _is_task(tokens: list[Token], item: int) -> bool:
    text = tokens[item + 2] if item + 2 < len(tokens) else tokens[item]
    return text.type == "inline" and bool(_TASK.match(text.content))


def _draw_box(inline: Token) -> None:
    task = _TASK.match(inline.content)
    if not task or not inline.children:
        return
    name = "done" if task[1] != " " else "open"
    box = f'<img src="task:{name}" width="11" height="11">&nbsp;&nbsp;'
    first = inline.children[0]
    first.content = first.content[task.end() :]
    inline.children.insert(0, Token("html_inline", "", 0, content=box))


_PAPER = Dialect(
    _dress,
    "<div>\n",
    "</div>\n",
    ('<div class="entry">\n<p class="when">', "</p>\n", "</div>\n"),
)


def _mute_next(tokens: list[Token], at: int) -> None:
    if at + 1 < len(tokens) and tokens[at + 1].type == "paragraph_open":
        tokens[at + 1].attrJoin("class", "muted")
