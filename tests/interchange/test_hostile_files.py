"""Whatever a file holds, it becomes a roadmap or it is refused, and nothing else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.errors import UnreadableFileError
from tracker.domain.roadmap import Roadmap
from tracker.interchange.roadmap_file import parse_roadmap
from tracker.interchange.yaml_reader import parse

quick = settings(max_examples=100, deadline=None)

PIECES = st.sampled_from(
    [
        *"-:?[]{},#&*!|>'\"%@`~\\ \t\n\r\0\ufeff\u2028\x85é\U0001f600",
        *(
            "- ",
            ": ",
            "\n  ",
            "\n- ",
            "---\n",
            "...\n",
            "<<: *a",
            "&a ",
            "!!str ",
            "? ",
        ),
        *("format: milepost-roadmap/1\n", "stages:\n", "slug: a\n", "hours: 6-10\n"),
        *(
            "text",
            "|2-\n",
            '"\\ud83d"',
            '"\\x00"',
            "[" * 20,
            "%TAG ! x\n",
            "\\U00110000",
        ),
    ]
)


@pytest.fixture(scope="session")
def refused_or_whole(catalogue, pages):
    """Read a file, and say that it was refused or is a roadmap."""

    def refused_or_whole(data):
        try:
            road = parse_roadmap(data, "fuzz.yaml", catalogue, pages)
        except UnreadableFileError as error:
            told = error.problems
        else:
            assert isinstance(road, Roadmap)
            assert 1 <= len(road.stages) <= 30
            assert all(group.skills for stage in road.stages for group in stage.groups)
            return
        assert 0 < len(told) <= 201
        assert all(each.found and each.expected for each in told)
        assert all(each.found.isprintable() for each in told)
        "".join(map(str, told)).encode()

    return refused_or_whole


@quick
@given(data=st.binary(max_size=300))
def test_any_bytes(refused_or_whole, data):
    refused_or_whole(data)


@quick
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_text_like_yaml(refused_or_whole, pieces):
    refused_or_whole("".join(pieces).encode())


@quick
@given(data=st.data())
def test_a_valid_file_with_some_of_it_replaced(refused_or_whole, sample, data):
    text = sample
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 30, len(text))))
        text = text[:start] + data.draw(PIECES | st.text(max_size=5)) + text[end:]
    refused_or_whole(text.encode("utf-8", "surrogatepass"))


@quick
@given(data=st.data())
def test_a_valid_file_with_its_lines_moved(refused_or_whole, sample, data):
    lines = sample.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 5))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        for _ in range(data.draw(st.integers(0, 2))):
            lines.insert(data.draw(st.integers(0, len(lines))), line)
    refused_or_whole("".join(lines).encode())


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_text_without_libyaml(refused_or_whole, pieces):
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        refused_or_whole("".join(pieces).encode())


NODES = st.recursive(
    st.text(max_size=8), lambda node: st.lists(node, max_size=3), max_leaves=5
)


@quick
@given(data=st.data())
def test_a_valid_file_with_something_else_as_a_value(refused_or_whole, sample, data):
    document = parse(sample.encode(), "")
    node = document
    while True:
        steps = list(node) if isinstance(node, dict) else range(len(node))
        step = data.draw(st.sampled_from(steps))
        if not isinstance(node[step], dict | list) or data.draw(st.booleans()):
            break
        node = node[step]
    node[step] = data.draw(
        NODES | st.dictionaries(st.text(max_size=5), NODES, max_size=2)
    )
    refused_or_whole(yaml.safe_dump(document, allow_unicode=True).encode())
