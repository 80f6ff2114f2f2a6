"""What is told when a file is not the YAML that Milepost reads, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.interchange.yaml_nodes import RefusedError, position
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import Mark, MarkedYAMLError


def syntax_refused(error: MarkedYAMLError, text: str) -> RefusedError:
    """Return the refusal for a syntax error that a YAML parser found in ``text``."""
    mark, started = error.problem_mark or error.context_mark, error.context_mark
    if mark and _at(text, mark) == "\t":
        found, expected = tr("a tab"), tr("spaces, which alone can indent")
        return RefusedError(position(mark), found, expected)
    said = f"{error.context or ''}: {error.problem or ''}"
    for needle, sentence, at_start in _SENTENCES:
        if needle in said:
            return RefusedError(
                position(started if started and at_start else mark), *sentence()
            )
    return RefusedError(position(mark), *_otherwise())


def _at(text: str, mark: Mark) -> str:
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _otherwise() -> tuple[str, str]:
    return tr("something that does not fit here"), tr(
        "“key: value” lines and “- item” lines, those of one list at one indentation"
    )


def _second_colon() -> tuple[str, str]:
    return tr("a second “: ” in one line"), tr(
        "quotes around a text that has a colon in it"
    )


def _no_colon() -> tuple[str, str]:
    return tr("a line without a colon"), tr("“key: value”")


def _indentation() -> tuple[str, str]:
    return tr("a line that does not line up with those above"), tr(
        "the indentation of the lines it belongs to"
    )


def _open_quote() -> tuple[str, str]:
    return tr("a quote that is never closed"), tr("the same quote at the text's end")


def _open_bracket() -> tuple[str, str]:
    return tr("a bracket that is never closed"), tr(
        "commas between the items and the closing bracket"
    )


def _missing_item() -> tuple[str, str]:
    return tr("a bracket with something missing after it"), tr(
        "items with commas between them, and the closing bracket"
    )


def _item_here() -> tuple[str, str]:
    return tr("a “- ” where no list can stand"), tr("the list on a line of its own")


def _escape() -> tuple[str, str]:
    return tr("an unknown escape after a backslash"), tr(
        "single quotes around a text that has a backslash in it"
    )


def _first_character() -> tuple[str, str]:
    return tr("a character that cannot begin a text"), tr("quotes around the text")


def _block_header() -> tuple[str, str]:
    return tr("something after “|” or “>”"), tr("the text on the lines below, indented")


def _reference() -> tuple[str, str]:
    return tr("an anchor, alias or tag"), tr(
        "the text itself, in quotes if it begins with &, * or !"
    )


# Both parsers' words, the most telling first; whether the start is the better place.
_SENTENCES: tuple[tuple[str, Callable[[], tuple[str, str]], bool], ...] = (
    (
        "tab character",
        lambda: (tr("a tab"), tr("spaces, which alone can indent")),
        False,
    ),
    ("quoted scalar: found unexpected end", _open_quote, True),
    ("quoted scalar: found unexpected document", _open_quote, True),
    ("mapping values are not allowed", _second_colon, False),
    ("could not find expected ':'", _no_colon, True),
    ("sequence entries are not allowed", _item_here, False),
    ("flow sequence", _open_bracket, True),
    ("flow mapping", _open_bracket, True),
    ("flow node", _missing_item, False),
    ("escape", _escape, False),
    ("hexadecimal number", _escape, False),
    ("cannot start any token", _first_character, False),
    ("block scalar", _block_header, False),
    ("anchor", _reference, False),
    ("alias", _reference, False),
    ("tag", _reference, False),
    ("block mapping", _indentation, False),
    ("block collection", _indentation, False),
)
