"""What stands in no text of Milepost's own."""

from __future__ import annotations

import re

from tests.content.reading import ROOT, content_files, our_texts, tell

# People whom writers on this field like to name. Titles of resources may name anybody.
NAME = re.compile(
    r"\b(?:"
    r"Beck|Bezos|Brooks|Cockcroft|Dijkstra|Evans|Fielding|Fowler|Gates|Gosling|"
    r"Gregg|Grove|Hohpe|Hopper|Hykes|Kernighan|Kimball|Kleppmann|Knuth|Kreps|"
    r"Lamport|Liskov|Lovelace|Majors|Matsumoto|McConnell|McKinley|Musk|Newman|"
    r"Nygard|Pike|Ritchie|Rossum|Stallman|Stroustrup|Thompson|Torvalds|Turing|"
    r"Vernon|Vogels|Wozniak|Zuckerberg"
    r")\b"
)
BY_LINE = "Shreyashri"  # of the page that the source grow-blog is


def test_no_file_has_an_em_dash():
    tell(
        f"{path.relative_to(ROOT)}:{number}"
        for path in content_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "—" in line
    )


def test_nobody_is_named(texts):
    tell(f"{where}: {found}" for where, text in texts for found in NAME.findall(text))


def test_a_name_is_recognised():
    assert NAME.findall("A law that Knuth wrote.") == ["Knuth"]
    assert not NAME.findall("The brooks, the gates and the majors.")


def test_the_by_line_of_a_source_stands_with_the_source_only():
    named = [
        name for name, text in our_texts() if BY_LINE.casefold() in text.casefold()
    ]
    assert named == ["resources/ladder/sources.yaml"]
