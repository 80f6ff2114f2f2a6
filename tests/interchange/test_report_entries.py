"""Entries that need no parser look just as they would with one."""

from __future__ import annotations

import re
from datetime import date
from itertools import cycle

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report_samples import HTTP, a_record
from tracker.domain.work import Entry
from tracker.interchange import report_entries
from tracker.interchange.report_html import report_html
from tracker.interchange.report_paper import paper_report
from tracker.services.reports import book

TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        (
            "",
            "Read about joins.",
            "two\nlines",
            "two  \nlines",
            "a\n\nb",
            "1. one",
            "a\n- b",
            "a\n---",
            "a\n===",
            "“quotes” & \"others\" 'too'",
            "`code` and **bold**",
            "<b>&amp;",
            "שלום {x} %s",
            "é " * 40,
            "tab\there",
        )
    ),
)


def a_book(texts):
    entries = [
        Entry(
            subject=f"entry:{n}",
            day=date(2026, 1, 5),
            minutes=n,
            text=text,
            links=links,
        )
        for n, (text, links) in enumerate(
            zip(texts, cycle(((HTTP,), ())), strict=False)
        )
    ]
    return book(a_record(*entries))


@given(st.lists(TEXTS, min_size=2, max_size=6))
def test_each_entry_is_as_the_parser_of_markdown_would_have_it(texts):
    report = a_book(texts)
    quick = report_html(report), [part.html for part in paper_report(report).parts]
    plain, report_entries._ENTRY = report_entries._ENTRY, re.compile(r"(?!)")
    try:
        parsed = report_html(report), [p.html for p in paper_report(report).parts]
    finally:
        report_entries._ENTRY = plain
    assert quick == parsed


def test_an_entry_alone_is_a_list_of_entries_too():
    html = report_html(a_book(["Read about joins."]))
    assert '<ul class="entries">\n<li>\n<p><strong>5 January</strong>' in html
    assert "<p>Read about joins.</p>\n</li>\n</ul>" in html
