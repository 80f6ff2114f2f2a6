"""What a learner says of themselves cannot reach out of their profile."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from tests.interchange.records import HOSTILE, a_full_record, texts, titles
from tracker.domain.profile import Profile
from tracker.interchange.report_html import report_html
from tracker.services.reports import profile

_ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "link", "base", "svg"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)


def told(text: str) -> _Tags:
    said = Profile(name=text, headline=text, home=text, summary=text)
    record = replace(a_full_record(), name=text, profile=said)
    found = _Tags()
    found.feed(report_html(profile(record)))
    return found


@pytest.mark.parametrize(
    "text", [*HOSTILE, "[x](javascript:alert(1))", "![x](file:///a)"]
)
def test_hostile_words_stay_words(text):
    found = told(text)
    assert found.tags.isdisjoint(_ACTIVE)
    assert not [
        link for link in found.links if not link.startswith(("http", "mailto", "#"))
    ]


def test_one_page_has_no_table_of_contents():
    said = replace(profile(a_full_record()), body="## One\n\n## Two\n\n## Three\n")
    assert "<nav" not in report_html(said)
    assert "<nav" in report_html(replace(said, contents=True))


@given(titles, texts)
def test_any_words_do(title, text):
    assert told(f"{title}\n{text}").tags.isdisjoint(_ACTIVE)
