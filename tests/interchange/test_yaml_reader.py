"""The YAML that is read, the YAML that is refused, and where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from tracker.domain.errors import UnreadableFileError
from tracker.interchange import yaml_events
from tracker.interchange.files import read_bytes
from tracker.interchange.yaml_reader import MAX_BYTES, locate, parse


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request, monkeypatch):
    """Run each test with libyaml, and with the parser for where it is missing."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    return request.param


def refusal(text):
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(UnreadableFileError) as caught:
        parse(data, "file.yaml")
    (problem,) = caught.value.problems
    assert problem.file == "file.yaml"
    return problem


@pytest.mark.parametrize(
    "word",
    [
        *("no", "on", "off", "yes", "true", "null", "~", "=", "<<"),
        *("017", "0o17", "0x1F", "1_000", "99999999999999999999", "-0", "+1"),
        *("1.10", "1e3", ".inf", ".nan", "12:30", "1:30:00"),
        *("2026-01-02", "2026-02-30", "2026-01-02T03:04:05Z"),
    ],
)
def test_scalars_stay_text(word):
    assert parse(f"key: {word}\n{word}: [{word}]\n".encode(), "") == {
        "key": word,
        word: [word],
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "x\\ty\\u00e9"', {"a": "x\tyé"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a:\nb: ''\n", {"a": "", "b": ""}),
        ("{a: [], b: {}}", {"a": [], "b": {}}),
        ("- [a, [b]]\n- c: {d: e}\n", [["a", ["b"]], {"c": {"d": "e"}}]),
        ("# note\n---\na: b # note\n...\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("just text", "just text"),
        ("\ufeffa: b", {"a": "b"}),
        ("a: e\u0301", {"a": "\u00e9"}),
    ],
)
def test_what_a_document_holds(text, value):
    assert parse(text.encode(), "") == value


@pytest.mark.parametrize(
    ("text", "line", "column", "found"),
    [
        ("a: &x b", 1, 4, "an anchor (&)"),
        ("a: b\nc: &x [d]", 2, 4, "an anchor (&)"),
        ("a: b\nc:\n  - *x\n", 3, 5, "an alias (*)"),
        ("a:\n  <<: *x\n", 2, 7, "an alias (*)"),
        ("a: b\nc: !!binary aGk=", 2, 4, "a tag (!)"),
        ("a: !thing {b: c}", 1, 4, "a tag (!)"),
        ("! a: b", 1, 1, "a tag (!)"),
        ("a: b\nc: d\na: e\n", 3, 1, "the key 'a' a second time"),
        ("x: {e\u0301: 1, \u00e9: 2}", 1, 12, "the key 'é' a second time"),
        ("a: b\n? [c]\n: d\n", 2, 3, "a list or mapping as a key"),
        ("{{a: b}: c}", 1, 2, "a list or mapping as a key"),
        ("a: b\n---\nc: d\n", 2, 1, "a second document"),
        ("a: b\n\tc: d\n", 2, 1, "a tab"),
        ("a:\n\t- b\n", 2, 1, "a tab"),
        ("a: b: c", 1, 5, "a second “: ” in one line"),
        ("a: b\nc\nd: e\n", 2, 1, "a line without a colon"),
        ("a: b\n  c: d\n", 2, 4, "a second “: ” in one line"),
        ("a:\n  - b\n c: d\n", 3, 2, "a line that does not line up with those above"),
        ("a: b\nc: 'd\ne: f\n", 2, 4, "a quote that is never closed"),
        ('a: "b\n', 1, 4, "a quote that is never closed"),
        ("a: [b, c\n", 1, 4, "a bracket that is never closed"),
        ("a: {b: c\n", 1, 4, "a bracket that is never closed"),
        ("a: [b, , c]", 1, 8, "a bracket with something missing after it"),
        ("a: - b", 1, 4, "a “- ” where no list can stand"),
        ("a: @b", 1, 4, "a character that cannot begin a text"),
        ("a: `b`", 1, 4, "a character that cannot begin a text"),
        ("a: |x\n  b\n", 1, 5, "something after “|” or “>”"),
        ("", 0, 0, "an empty file"),
        ("# only a note\n", 0, 0, "an empty file"),
        ("a: b\0c", 1, 5, "the control character U+0000"),
        ("a: b\nc: \x1b[31m", 2, 4, "the control character U+001B"),
        ("a: b\r\nc: \x7f", 2, 4, "the control character U+007F"),
        ("a: \ufffe", 1, 4, "the control character U+FFFE"),
        ("a: b".encode("utf-16"), 0, 0, "what looks like UTF-16"),
        ("a: b".encode("utf-16-le"), 0, 0, "what looks like UTF-16"),
        ("a: b".encode("utf-16-be"), 0, 0, "what looks like UTF-16"),
        (b"a: b\nc: caf\xe9\n", 2, 7, "what is not UTF-8 at byte 12, line 2"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "what is not UTF-8 at byte 7, line 1"),
        (b"a: \xed\xa0\x80", 1, 4, "what is not UTF-8 at byte 4, line 1"),
    ],
)
def test_what_is_refused_is_told_where_it_is(text, line, column, found):
    problem = refusal(text)
    assert (problem.line, problem.column, problem.found) == (line, column, found)
    assert problem.expected


def test_an_unknown_escape_is_told_at_its_backslash_or_behind(parser):
    problem = refusal('a: "\\q"')
    assert problem.found == "an unknown escape after a backslash"
    assert problem.column == (6 if parser == "pure" else 5)


def test_nesting_is_bounded():
    deepest = "[" * yaml_events.MAX_DEPTH + "]" * yaml_events.MAX_DEPTH
    assert parse(deepest.encode(), "")
    problem = refusal(f"[{deepest}]")
    assert (problem.line, problem.column) == (1, 17)
    assert problem.expected == "at most 16 levels"


@pytest.mark.parametrize(
    "bomb", ["[" * 100_000, "{a: " * 100_000, "- " * 50_000, "? " * 50_000]
)
def test_a_nesting_bomb_is_refused_at_once(bomb):
    assert refusal(bomb).found in {
        "lists or mappings nested too deeply",
        "a list or mapping as a key",
    }


def test_the_number_of_values_is_bounded(monkeypatch):
    monkeypatch.setattr(yaml_events, "MAX_NODES", 10)
    assert parse(b"[a, a, a, a, a, a, a, a, a, a]", "")
    assert parse(b"{a: b, c: [d, e, f], g: h}", "")
    for text in (
        b"[a, a, a, a, a, a, a, a, a, a, a]",
        b"{a: b, c: [d, e, f, g], h: [i]}",
    ):
        assert refusal(text).expected == "at most 10 values"
    assert refusal("[" + "[]," * 30 + "]").expected == "at most 10 values"
    assert refusal("[" + "a," * 90 + "]").expected == "at most 10 values"


def test_the_number_of_keys_is_bounded():
    keys = [f"key-{number}: x\n" for number in range(101)]
    assert len(parse("".join(keys[:100]).encode(), "")) == 100
    assert refusal("".join(keys)).expected == "at most 100 keys"


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a: &a {b: c}\nd:\n  <<: [*a, *a]\n",
        "a: &a [*a]\n",
    ],
)
def test_an_alias_bomb_is_refused_at_its_first_anchor(bomb):
    problem = refusal(bomb)
    assert (problem.line, problem.column, problem.found) == (1, 4, "an anchor (&)")


def test_numbers_in_escapes_do_not_get_through():
    for text in ('"\\U99999999"', '"\\UFFFFFFFF"', f"%YAML {'9' * 5000}.1\n--- a"):
        assert refusal(text).found


def test_the_data_is_bounded():
    assert refusal(b"#" * (MAX_BYTES + 1)).expected == "at most 8 MB"


def test_places_are_found_again():
    text = "a: b\nlist:\n  - one\n  - {x: y, z: []}\n  - []\nempty: {}\n'é': é\n"
    wanted = [
        (("a",), True),
        (("a",), False),
        (("list",), False),
        (("list", 0), False),
        (("list", 1), False),
        (("list", 1, "x"), False),
        (("list", 1, "z"), False),
        (("list", 2), False),
        (("list", 1, "missing"), False),
        (("missing",), True),
        (("empty", "missing"), False),
        (("é",), True),
        (("é",), False),
        ((), False),
    ]
    assert locate(text.encode(), wanted) == [
        (1, 1),
        (1, 4),
        (2, 1),
        (3, 5),
        (4, 6),
        (4, 9),
        (4, 12),
        (2, 1),
        (4, 6),
        (1, 1),
        (6, 1),
        (7, 1),
        (7, 6),
        (1, 1),
    ]


def told_of(path):
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column) == (str(path), 0, 0)
    return problem.found


def test_only_ordinary_files_are_read(tmp_path):
    file = tmp_path / "file.yaml"
    file.write_bytes(b"a: b")
    assert read_bytes(file) == b"a: b"
    assert told_of(tmp_path) == "a folder"
    assert told_of(tmp_path / "missing.yaml") == "nothing at this place"
    assert told_of(file / "below").startswith("a file that cannot be opened")
    assert told_of(tmp_path / "x\0y").startswith("a file that cannot be opened")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_devices_and_pipes_are_not_opened(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert told_of(pipe) == "a device or pipe"
    assert told_of(Path("/dev/zero")) == "a device or pipe"


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "large.yaml"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    assert told_of(file) == "a file that is too large"


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    file = tmp_path / "growing.yaml"
    file.write_bytes(b"a: b")
    small = file.stat()
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    monkeypatch.setattr(Path, "stat", lambda _: small)
    assert told_of(file) == "a file that is too large"
