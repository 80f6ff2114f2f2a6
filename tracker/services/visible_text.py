"""What a reader sees of Markdown: its words, without marks and targets of links."""

from __future__ import annotations

import re

_IMAGE_OR_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|[-*+]|\d+[.)]|>)[ \t]+", re.MULTILINE)
_RULE = re.compile(r"^[ \t|:*_-]*-{2,}[ \t|:*_-]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*{1,3}|`+)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


def visible_text(markdown: str) -> str:
    """Return the words of a page of Milepost's own Markdown, line by line.

    For searching, not for showing: it knows what the guide uses, not all of CommonMark.
    """
    text = _IMAGE_OR_LINK.sub(r"\1", markdown)
    text = _RULE.sub("", text)
    text = _LINE_MARK.sub("", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)  # code inside of bold words
    return _ESCAPE.sub(r"\1", text).replace("|", " ")
