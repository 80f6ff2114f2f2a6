"""Nothing here is copied from the documents that the content draws on."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.content.reading import ROOT, our_texts, tell

RUN = 9  # words
WORD = re.compile(r"[a-z0-9][a-z0-9+#'-]*")


def runs(text):
    """Return every run of nine words in a text."""
    words = WORD.findall(text.lower())
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def shared(text, sources):
    """Return the runs of a text that also stand in the runs of its sources."""
    return sorted(" ".join(run) for run in runs(text) & sources)


def source_folder():
    """Return the folder of source texts, if there is one."""
    named = os.environ.get("MILEPOST_SOURCES")
    folder = Path(named) if named else ROOT.parent / "shared" / "seeds"
    return folder if folder.is_dir() else None


def test_no_run_of_nine_words_is_shared_with_a_source():
    folder = source_folder()
    if folder is None:
        pytest.skip("MILEPOST_SOURCES names no folder of source texts")
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]
    assert texts, f"{folder} holds no text"
    sources = set().union(*map(runs, texts))
    tell(
        f"{name}: {run}" for name, text in our_texts() for run in shared(text, sources)
    )


class TestComparison:
    SOURCE = "A path winds up to the house; nobody who sees it would turn round."

    def test_finds_a_run_of_nine_words_whatever_stands_between_them(self):
        ours = "So: a PATH winds up\nto the house. Nobody who came back."
        assert shared(ours, runs(self.SOURCE)) == [
            "a path winds up to the house nobody who"
        ]

    def test_lets_eight_words_pass(self):
        ours = "So a path winds up to the house nobody could see."
        assert shared(ours, runs(self.SOURCE)) == []

    def test_reads_every_text_of_ours(self):
        names = [name for name, _ in our_texts()]
        assert "docs/coverage.md" in names
        assert "resources/guide/start-now.md" in names
        assert not any(name.endswith((".png", ".woff2")) for name in names)
