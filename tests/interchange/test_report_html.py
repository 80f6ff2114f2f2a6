"""Reports as HTML: one file that holds everything, runs nothing and asks nobody."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.work import Entry, Grade, Record, SkillWork, StageWork
from tracker.interchange.report_html import report_html
from tracker.services.reports import Report, book
from tracker.services.reports.user_text import quoted

VOID = {"meta", "br", "hr"}
BODY = """\
## Journal

**2 h** in 1 entry.

### January 2026

* **5 January** · 2 h

  Wrote `a < b`.

| Day | Time |
| --- | ---: |
| Monday | 2 h |

## Proof & more

- [x] Shown
  - [ ] Open
- \\[x\\] no task
- [link](https://example.org/?a=1&b=2) and <mailto:ada@example.org>

## Journal

End.
"""


class Reading(HTMLParser):
    """Reads a file of HTML; ``wrong`` is what does not fit together."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        if len(attrs) != len(dict(attrs)):
            self.wrong.append(f"{tag} twice")
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def all_of(self, name: str) -> list[str]:
        return [str(attrs[name]) for _, attrs in self.tags if name in attrs]


def a_report(**changed) -> Report:
    values = {"title": "A & B", "subtitle": "Ada <3", "body": BODY}
    return Report(**(values | changed))


def assert_keeps_to_itself(html: str) -> Reading:
    """Assert that a file is whole, runs nothing and loads nothing."""
    page = Reading(html)
    assert page.wrong == []
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    names = {name for _, attrs in page.tags for name in attrs}
    assert not {n for n in names if n.startswith("on")} | names & {"src", "style"}
    assert not re.search(r"url\(|@import", html.split("</style>", maxsplit=1)[0])
    for tag, attrs in page.tags:
        if "href" in attrs:
            assert tag == "a"
            assert re.match("(?i)https?://|mailto:|#", str(attrs["href"]))
            outside = not str(attrs["href"]).startswith("#")
            assert (attrs.get("rel") == "noopener noreferrer") is outside
    ids = page.all_of("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in page.all_of("href") if h.startswith("#")} <= set(ids)
    return page


def test_a_report_becomes_one_whole_file():
    html = report_html(a_report())
    page = assert_keeps_to_itself(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert "<title>A &amp; B</title>" in html
    assert "<h1>A &amp; B</h1>\n<p>Ada &lt;3</p>" in html
    metas = [attrs for tag, attrs in page.tags if tag == "meta"]
    assert {"charset": "utf-8"} in metas
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert {"http-equiv": "Content-Security-Policy", "content": policy} in metas
    assert any(meta.get("name") == "viewport" for meta in metas)


def test_the_contents_lead_to_each_heading_even_if_two_are_alike():
    html = report_html(a_report())
    assert re.findall(r'<a href="#([^"]+)">([^<]+)', html) == [
        ("journal", "Journal"),
        ("january-2026", "January 2026"),
        ("proof-more", "Proof &amp; more"),
        ("journal-2", "Journal"),
    ]
    assert re.findall(r'<h[23] id="([^"]+)"', html) == [
        "journal",
        "january-2026",
        "proof-more",
        "journal-2",
    ]


@pytest.mark.parametrize("body", ["", "Nothing.\n", "## One\n\nText.\n"])
def test_a_short_report_has_no_contents(body):
    page = assert_keeps_to_itself(report_html(a_report(body=body)))
    assert "nav" not in {tag for tag, _ in page.tags}


@pytest.mark.parametrize(
    "body", ["### A\n\n## B\n\n### C\n\n### D\n", "## A\n\n### B\n", "### A\n\n### B\n"]
)
def test_the_contents_fit_together_in_any_order_of_levels(body):
    assert_keeps_to_itself(report_html(a_report(body=body)))


def test_headings_in_other_scripts_have_anchors():
    body = "## Überblick\n\n## 東京\n\n## …\n\n## 東京\n\n## 東京 2\n"
    page = assert_keeps_to_itself(report_html(a_report(body=body)))
    wanted = ["überblick", "東京", "part", "東京-2", "東京-2-2"]
    assert page.all_of("id") == wanted


def test_tasks_are_boxes_that_are_also_read_aloud():
    html = report_html(a_report())
    done = '<span class="task done" role="img" aria-label="Done"></span>Shown'
    todo = '<span class="task" role="img" aria-label="To do"></span>Open'
    assert f'<li class="task-item">{done}' in html
    assert f'<li class="task-item">{todo}' in html
    assert "<li>[x] no task</li>" in html


def test_journals_and_tables_are_dressed_for_it():
    html = report_html(a_report())
    assert html.count('<ul class="entries">') == 1
    assert html.count('<div class="wide"><table>') == html.count("</table></div>") == 1
    assert '<td class="end">2 h</td>' in html


def test_a_report_can_be_printed():
    style = report_html(a_report()).split("</style>")[0]
    for rule in ("@page", "counter(page)", "@media print", "break-after: avoid"):
        assert rule in style


def test_writing_tells_how_far_it_is_and_can_be_stopped():
    told: list[tuple[int, int]] = []
    report_html(a_report(), lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        report_html(a_report(), stop)


PIECES = (
    *("```", "`", "~~~", "<b>", "<!--", "<script>alert(1)</script>", "<?", "](", "["),
    *("<img src=x onerror=alert(1)>", "![a](https://e.org/a.png)", "[a]: /x", "|"),
    *("[a](javascript:alert(1))", "[a](&#106;avascript:x)", "<javascript:x>", "\\"),
    *("[a](data:text/html,x)", "[a](https://e.org)", "[a](//e.org)", "</li></ul>"),
    *("| a | b |\n|---|:-:|", "# H", "===", "---", "- ", "> ", "1. ", "    ", "\n"),
    *("\n\n", "</style>", "$title", "&lt;", '"', "'", "\x00", "\u202e", "é", "[x] "),
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=15).map("".join)


@given(HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text):
    skill = SkillWork(
        subject="skill:a", title=text, group=text, grade=Grade.CLAIMED, note=text
    )
    stage = StageWork(
        slug="s",
        number=1,
        title=text,
        summary=text,
        percent=0,
        skills=(skill,),
        note=text,
    )
    entry = Entry(subject="entry:1", day=date(2026, 1, 5), text=text)
    report = book(
        Record(roadmap=text, name=text, stages=(stage,), entries=(entry,) * 2)
    )
    page = assert_keeps_to_itself(report_html(report))
    assert len(page.all_of("id")) == 4  # a stage, its skills, the journal, a month


@given(HOSTILE)
def test_even_text_that_was_not_made_safe_does_nothing(text):
    """The second line of defence, without the first."""
    assert_keeps_to_itself(report_html(a_report(title=text, subtitle=text, body=text)))


def test_a_script_is_text():
    body = quoted("<script>alert(1)</script> `<b>` <https://example.org>")
    html = report_html(a_report(body=body))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <code>&lt;b&gt;</code>" in html


@pytest.mark.parametrize("piece", ["[", "*a_", "> ", "- ", "`|", "!", "<https://", "|"])
def test_thousands_of_marks_are_written_to_the_end(piece):
    html = report_html(a_report(body=quoted(f"{piece * 5000}\n\nend")))
    assert_keeps_to_itself(html)
    assert "end" in Reading(html).text


@pytest.mark.slow
def test_a_journal_of_thousands_of_lines_becomes_a_list_of_as_many():
    entries = tuple(
        Entry(subject=f"entry:{n}", day=date(2021 + n // 4000, 1, 1), text=f"Line {n}.")
        for n in range(20_000)
    )
    html = report_html(book(Record(roadmap="Backend", entries=entries)))
    assert html.count("<li>\n<p><strong>") == len(entries)


def test_it_is_dark_where_the_reader_is_and_never_on_paper():
    html = report_html(Report(title="T", subtitle="", body=BODY))
    dark = html.index("@media screen and (prefers-color-scheme: dark)")
    assert "color-scheme: dark" in html[dark : dark + 200]
    assert html.count("color-scheme: dark") == 2  # nowhere else
