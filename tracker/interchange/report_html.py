"""A report as one HTML file: no script, nothing from outside, ready to send or print.

The body is Markdown in which a learner's own words keep to their places
(`tracker.services.reports.user_text`). Here the same is asked for once more: raw HTML
is shown as text, there are no pictures and no references, links lead to web and mail
addresses or into the report, and a policy in the file forbids the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tracker.interchange.report_entries import (
    Dialect,
    entries_html,
    split_entries,
)
from tracker.interchange.report_style import STYLE
from tracker.services.reports.inline import as_line
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.services.reports import Report

_CONTENTS = {"h2": 2, "h3": 3}
_PIECE = re.compile(r"\n(?=##{1,2} )")  # our own headings; see Report.body
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\] ")
_NOT_A_NAME = re.compile(r"[\W_]+")
_ALIGNED = {"text-align:right": "end", "text-align:center": "centre"}
_TABLE = re.compile(r"(</table>)|<table>")  # never a learner's: their < is escaped

_PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<style>
$style</style>
</head>
<body>
<header>
<h1>$title</h1>
$subtitle</header>
$contents<main$kind>
$body</main>
</body>
</html>
""")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents: level 2 or 3, a name for links, its text."""

    level: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a report that begins with one of its headings, if with any."""

    headings: tuple[Heading, ...]
    html: str


def report_html(
    report: Report, progress: Callable[[int, int], None] | None = None
) -> str:
    """Return a report as the text of one HTML file, to be written as UTF-8.

    Args:
        report: What to write.
        progress: Told how many parts of how many are written; may raise to stop.
    """
    parts = list(report_parts(report, _WEB, progress))
    headings = [heading for part in parts for heading in part.headings]
    subtitle = escape(as_line(report.subtitle)) if report.subtitle else ""
    return _PAGE.substitute(
        language=escape(report.language),
        policy=_POLICY,
        title=escape(as_line(report.title)),
        style=STYLE,
        subtitle=f"<p>{subtitle}</p>\n" if subtitle else "",
        contents=_contents(headings) if report.contents else "",
        kind=' class="chapters"' if report.chapters else "",
        body="".join(_TABLE.sub(_in_its_own_box, part.html) for part in parts),
    )


def report_parts(
    report: Report,
    dialect: Dialect,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Part]:
    """Yield the body of a report as HTML, part by part.

    Args:
        report: What to write.
        dialect: What whoever shows the HTML asks for.
        progress: See `report_html`.
    """
    markdown = _reader()
    taken: dict[str, int] = {}
    pieces = _PIECE.split(report.body)
    for number, piece in enumerate(pieces, 1):
        before, entries = split_entries(piece)
        tokens = markdown.parse(before)
        headings = _with_anchors(tokens, taken)
        dialect.dress(tokens)
        html = str(markdown.renderer.render(tokens, markdown.options, {}))
        if entries:
            html += entries_html(entries, markdown, dialect)
        yield Part(tuple(headings), html)
        if progress:
            progress(number, len(pieces))


def _reader() -> MarkdownIt:
    options = {"html": False, "maxNesting": 100, "xhtmlOut": False}
    markdown = MarkdownIt("commonmark", options)
    markdown.enable(["table", "strikethrough"]).disable(["image", "reference"])
    markdown.validateLink = _is_allowed  # type: ignore[method-assign]  # its seam
    return markdown


def _is_allowed(url: str) -> bool:
    return bool(_LINK.match(url))


def _with_anchors(tokens: Sequence[Token], taken: dict[str, int]) -> list[Heading]:
    """Name our own headings, and return them for the table of contents."""
    found: list[Heading] = []
    for at, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or token.tag not in _CONTENTS:
            continue
        text = _text(tokens[at + 1])
        name = _name(text, taken)
        token.attrSet("id", name)
        found.append(Heading(_CONTENTS[token.tag], name, text))
    return found


def _text(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _name(text: str, taken: dict[str, int]) -> str:
    """Return a name for an anchor that no other has."""
    base = _NOT_A_NAME.sub("-", text.lower()).strip("-") or "part"
    name = base
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name


def _dress(tokens: list[Token]) -> None:
    """Give tokens what the style asks for: tasks, entries, columns, links."""
    for at, token in enumerate(tokens):
        match token.type:
            case "inline":
                _dress_inline(token)
                _dress_task(tokens, at)
                _dress_label(tokens, at)
            case "bullet_list_open" if token.level == 0 and token.markup == "*":
                token.attrSet("class", "entries")  # see Telling.entry
            case "th_open" | "td_open":
                style = str(token.attrs.pop("style", ""))
                if style in _ALIGNED:
                    token.attrSet("class", _ALIGNED[style])
            case _:
                pass


def _dress_inline(inline: Token) -> None:
    for child in inline.children or ():
        href = str(child.attrs.get("href", ""))
        if child.type == "link_open" and not href.startswith("#"):
            child.attrSet("rel", "noopener noreferrer")


def _dress_task(tokens: list[Token], at: int) -> None:
    inline = tokens[at]
    task = _TASK.match(inline.content)
    in_item = at >= 2 and tokens[at - 2].type == "list_item_open"
    if not task or not in_item or not inline.children:
        return
    done = task[1] != " "
    label = escape(tr("Done") if done else tr("To do"))
    kind = "task done" if done else "task"
    box = f'<span class="{kind}" role="img" aria-label="{label}"></span>'
    tokens[at - 2].attrJoin("class", "task-item")
    first = inline.children[0]
    first.content = first.content[task.end() :]
    inline.children.insert(0, Token("html_inline", "", 0, content=box))


def _dress_label(tokens: list[Token], at: int) -> None:
    """Keep a paragraph that is all bold with what it is about."""
    if tokens[at].level == 1 and is_all_bold(tokens[at]):
        tokens[at - 1].attrJoin("class", "label")


def is_all_bold(inline: Token) -> bool:
    """Return whether a line is one bold text and nothing else."""
    kinds = [
        child.type
        for child in inline.children or ()
        if child.type != "text" or child.content
    ]
    return kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]


_WEB = Dialect(
    _dress, '<ul class="entries">\n', "</ul>\n", ("<li>\n<p>", "</p>\n", "</li>\n")
)


def _in_its_own_box(tag: re.Match[str]) -> str:
    return "</table></div>" if tag[1] else '<div class="wide"><table>'


def _contents(headings: Sequence[Heading]) -> str:
    if len(headings) < 2:
        return ""
    lines = [f'<nav aria-label="{escape(tr("Contents"))}">']
    lines.append(f"<p>{escape(tr('Contents'))}</p>\n<ul>")
    inside = opened = False
    for heading in headings:
        deep = heading.level > 2 and opened
        if deep and not inside:
            lines.append("<ul>")
        elif not deep:
            lines.append("</ul></li>" if inside else "</li>" if opened else "")
        link = f'<a href="#{escape(heading.name)}">{escape(heading.text)}</a>'
        lines.append(f"<li>{link}" + ("</li>" if deep else ""))
        inside, opened = deep, True
    lines.append("</ul></li>" if inside else "</li>")
    lines.append("</ul>\n</nav>\n")
    return "\n".join(line for line in lines if line)
