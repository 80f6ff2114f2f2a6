r"""Markdown that a learner typed, made to stay where a report puts it.

A report is one document, and in Markdown a note can reach far beyond its own lines: an
unclosed fence swallows the rest, a heading joins the table of contents, ``[a]: …``
turns words elsewhere into links, raw HTML does anything. So text is written anew, line
by line, in a form that every reader of CommonMark takes in the same way:

- a fence is closed, and its lines stand at least as deep as it does;
- headings become the fifth or sixth level, below all that a report has itself;
- ``[`` and ``]`` are escaped unless they are a whole link to a web or mail address, so
  no reference, footnote or other scheme is left, and a picture becomes a link;
- ``<`` is escaped unless it begins such an address, so there is no HTML;
- backticks without a partner in their line are escaped, so code is what looks like it.

Code is kept as it is. Where it is not certain that something is code (in a list,
without a fence), it is taken for text, which may cost a visible backslash there.

Then `quoted` and `indented` put a mark before each line: whatever a block is, it ends
with its container. No line of a learner's begins in the first column of a report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.texts import cleaned
from tracker.services.reports.inline import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

_BELOW_OURS = 4  # levels of heading that are a report's own
_DEEPEST = 6  # containers in containers; deeper marks are text

_SPECIAL = re.compile(r"[\\`<\[\]#=~>|!]|^ {4}|^ *-+ *$", re.MULTILINE)
_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})(.*)")
_ITEM_FENCE = re.compile(r"( *(?:[-+*]|\d{1,9}[.)])) +(`{3,}(?=[^`]*$)|~{3,})(.*)")
_QUOTE = re.compile(r" {0,3}>")
_UNDERLINE = re.compile(r"( *)(=+|-+) *")
_MARKS = re.compile(rf" *(?:(?:>|[-+*] |\d{{1,9}}[.)] ) *){{0,{_DEEPEST}}}")
_MARK = re.compile(r"[-+*>](?= |$)|>|\d{1,9}(?=[.)](?: |$))")
_HEADING = re.compile(r"(#{1,6})(?= |$)")
_TASK = re.compile(r"\[[ xX]\] ")
_LIST = re.compile(r" *(?:[-+*]|\d{1,9}[.)])(?: |$)")
_ROW_OF_RULES = re.compile(r"[ >|:*+\-\d.)]*-[ >|:*+\-\d.)]*")
_WORD = re.compile(r"[\w+#.-]{1,40}")


def quoted(text: str) -> str:
    """Return Markdown as a block quote, empty if there is nothing in it."""
    lines = user_lines(text)
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def indented(text: str, by: int) -> str:
    """Return Markdown as the content of a list item, ``by`` columns deep."""
    pad = " " * by
    return "\n".join(pad + line if line else "" for line in user_lines(text))


def user_lines(text: str) -> list[str]:
    """Return Markdown in a form that keeps to itself, without blank lines around it."""
    return _written(text, 0)


def _written(text: str, depth: int) -> list[str]:
    lines = [_line(line) for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    first = next((at for at, line in enumerate(lines) if line), 0)
    lines = lines[first:]
    if not _SPECIAL.search("\n".join(lines)):
        return lines
    return _Writer(lines, depth).written()


def _line(line: str) -> str:
    if not line.isprintable():
        line = cleaned(line.expandtabs(4))
    return line if line.strip() else ""


def _closes(line: str, marks: str) -> bool:
    bare = line.strip(" ")
    return len(bare) >= len(marks) and bare == marks[0] * len(bare)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Writer:
    """Writes lines anew; ``plain`` is whether the last one can be a heading's text."""

    def __init__(self, lines: list[str], depth: int) -> None:
        self._lines = lines
        self._depth = depth
        self._table = any(map(_ROW_OF_RULES.fullmatch, lines))
        self._out: list[str] = []
        self._plain = self._in_code = self._seen_list = False

    def written(self) -> list[str]:
        at = 0
        while at < len(self._lines):
            at = self._block(at)
        while self._out and not self._out[-1]:
            self._out.pop()
        return self._out

    def _block(self, at: int) -> int:
        """Write the block at a line and return where the next one begins."""
        line = self._lines[at]
        if self._is_indented_code(line):
            self._out.append(line)
            return at + 1
        if fence := _FENCE.fullmatch(line):
            if _indent(line) > 3:  # a list's, or code anyway: never a paragraph's
                self._blank()
            return self._fence(at, len(fence[1]), fence[2], fence[3])
        if fence := _ITEM_FENCE.fullmatch(line):
            self._blank()  # or the mark alone would underline what stands above
            self._out.append(fence[1])
            self._seen_list = True
            return self._fence(at, len(fence[1]) + 1, fence[2], fence[3])
        if _QUOTE.match(line) and self._depth < _DEEPEST:
            return self._quote(at)
        self._text(line)
        return at + 1

    def _is_indented_code(self, line: str) -> bool:
        """Return whether a line is code in any reading: deep, and in no list."""
        if line:
            after_blank = not self._out or not self._out[-1] or self._in_code
            deep = _indent(line) > 3 and not self._seen_list
            self._in_code = deep and after_blank
        return bool(line) and self._in_code

    def _fence(self, at: int, indent: int, marks: str, info: str) -> int:
        pad = " " * indent
        word = _WORD.match(info.strip())
        self._out.append(pad + marks + (word[0] if word else ""))
        self._plain = False
        for number in range(at + 1, len(self._lines)):
            line = self._lines[number]
            if _closes(line, marks) and _indent(line) <= indent + 3:
                self._out.append(pad + marks)
                return number + 1
            deeper = " " * max(0, indent - _indent(line))
            self._out.append(deeper + line if line else "")
        self._out.append(pad + marks)
        return len(self._lines)

    def _quote(self, at: int) -> int:
        pad = " " * _indent(self._lines[at])
        inner = list(self._quoted_lines(at))
        lines = _written("\n".join(inner), self._depth + 1)
        self._out += [f"{pad}> {line}" if line else f"{pad}>" for line in lines or [""]]
        self._blank()  # the next line does not continue the quote
        return at + len(inner)

    def _quoted_lines(self, at: int) -> Iterator[str]:
        for line in self._lines[at:]:
            if not _QUOTE.match(line):
                return
            inner = line.lstrip(" ")[1:]
            yield inner.removeprefix(" ")

    def _text(self, line: str) -> None:
        self._seen_list = self._seen_list or bool(_LIST.match(line))
        underline = _UNDERLINE.fullmatch(line)
        if underline and self._out and self._out[-1]:
            self._underlined(line, underline)
            return
        marks = _MARKS.match(line)
        before = marks[0] if marks else ""
        start = line[len(before) :]
        self._out.append(before + self._after_marks(before, start))
        self._plain = bool(start) and not before.strip() and "#" not in start[:1]

    def _underlined(self, line: str, underline: re.Match[str]) -> None:
        """Write what would make a heading of the line above."""
        above = self._out[-1]
        if self._plain and _indent(above) < 4:
            pad = " " * _indent(above)
            self._out[-1] = f"{pad}{_heading(underline[2])} {above.lstrip(' ')}"
        elif underline[2].startswith("="):
            self._out.append(f"{underline[1]}\\{underline[2]}")
        else:
            self._blank()
            self._out.append(line)
        self._plain = False

    def _after_marks(self, marks: str, text: str) -> str:
        """Return the text of a line behind the marks of lists and quotes."""
        start = ""
        if heading := _HEADING.match(text):
            start = _heading("=" if heading[1] == "#" else "-")
            text = text[heading.end() :]
        elif marks.strip():
            start, text = _start_of_item(marks, text)
        return start + inline(text, table=self._table)

    def _blank(self) -> None:
        if self._out and self._out[-1]:
            self._out.append("")
        self._plain = False


def _start_of_item(marks: str, text: str) -> tuple[str, str]:
    """Return what stands first in a list's item or a quote, safe, and the rest."""
    if task := _TASK.match(text):
        return task[0], text[task.end() :]
    if mark := _MARK.match(text):
        end = mark.end() if mark[0].isdigit() else 0
        return f"{text[:end]}\\{text[end]}", text[end + 1 :]
    if fence := _FENCE.fullmatch(text):
        return "".join(f"\\{c}" for c in fence[2]), fence[3]
    if ">" in marks and _UNDERLINE.fullmatch(text):
        return f"\\{text[0]}", text[1:]
    return "", text


def _heading(kind: str) -> str:
    return "#" * (_BELOW_OURS + (1 if kind.startswith("=") else 2))
