"""A report on paper: pages, contents, links, outline; nothing stands alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF

from tests.unit.report_samples import HTTP, a_record, first_entry
from tracker.app.printing import print_report
from tracker.domain.errors import Cancelled
from tracker.domain.work import Entry
from tracker.interchange.report_paper import paper_report
from tracker.services.reports import Report, book, week
from tracker.ui import theme
from tracker.ui.reports import pdf
from tracker.ui.reports.pages import Sheet, break_before_orphans
from tracker.ui.reports.pdf_links import add_links
from tracker.ui.reports.typeset import Document, Look, quote_level

A4, LETTER = b"[0 0 595.000000 842.000000]", b"[0 0 612.000000 792.000000]"


def quiet(_done, _total):
    """Hear of progress."""


def a_book(entries=300):
    first = date(2026, 1, 5)
    return book(
        a_record(
            *(
                Entry(
                    subject=f"entry:{n}",
                    day=first + timedelta(days=n),
                    minutes=30,
                    text="Read about [joins](https://example.org/joins).",
                    links=(HTTP,),
                )
                for n in range(entries)
            )
        )
    )


def printed(report, tmp_path, paper="a4"):
    path = tmp_path / "report.pdf"
    path.touch()
    pages = print_report(report, path, paper, quiet)
    return pages, path.read_bytes()


def objects(data):
    """Return the newest text of each object by number, as a reader finds them."""
    found = re.finditer(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL)
    return {int(each[1]): each[2] for each in found}


class TestPages:
    def test_paper_is_as_asked(self, qapp, tmp_path):
        assert A4 in printed(week(a_record(), date(2026, 1, 5)), tmp_path)[1]
        assert LETTER in printed(a_book(3), tmp_path, "letter")[1]

    def test_each_chapter_of_a_book_begins_a_page(self, qapp, tmp_path):
        pages, data = printed(a_book(3), tmp_path)
        assert pages == len(re.findall(rb"\n/Type /Page\n", data)) == 3

    def test_an_empty_report_is_one_page(self, qapp, tmp_path):
        report = Report(title="Nothing", subtitle="", body="There is nothing.\n")
        pages, data = printed(report, tmp_path)
        assert pages == 1
        assert b"/Outlines" not in data

    def test_it_can_be_stopped(self, qapp, tmp_path):
        def stop(done, _total):
            if done > 40:
                raise Cancelled

        path = tmp_path / "report.pdf"
        with pytest.raises(Cancelled):
            print_report(a_book(), path, "a4", stop)

    def test_what_a_line_announces_stands_on_its_page(self, qapp):
        look = Look(theme.LIGHT, theme.use_picture_font())
        report = paper_report(a_book())
        document = Document(look)
        document.set_body([part.html for part in report.parts])
        sheet = Sheet(QRectF(0, 0, 500, 611))
        document.setPageSize(QSizeF(sheet.width, sheet.height))
        break_before_orphans(document, sheet)
        pages = [
            (block.text(), int(sheet.first_line(block) // sheet.height))
            for block in sheet.blocks(document)
        ]
        pairs = [
            (page, after)
            for (text, page), (_, after) in pairwise(pages)
            if re.match(r"\d+ \w+ · 30 min", text)
        ]
        assert len(pairs) == 300
        assert all(page == after for page, after in pairs)


class TestLinks:
    def test_contents_and_outline_name_every_heading(self, qapp, tmp_path):
        report = a_book(40)
        _, data = printed(report, tmp_path)
        headings = re.findall(r"^#{2,3} (.+)$", report.body, re.MULTILINE)
        titles = [
            bytes.fromhex(each.decode()).decode("utf-16-be")
            for each in re.findall(rb"/Title <FEFF([0-9A-F]+)>", data)
        ]
        assert titles == headings
        assert len(re.findall(rb"/Subtype /Link .*?/Dest", data)) == len(headings)

    def test_one_without_contents_still_has_its_outline(self, qapp, tmp_path):
        report = replace(a_book(4), contents=False)
        _, data = printed(report, tmp_path)
        assert re.findall(rb"/Title <FEFF", data)
        assert not re.findall(rb"/Subtype /Link .*?/Dest", data)
        assert not pdf._contents(paper_report(report))

    def test_addresses_can_be_clicked(self, qapp, tmp_path):
        _, data = printed(a_book(40), tmp_path)
        found = objects(data)
        lists = [found[int(each)] for each in re.findall(rb"/Annots (\d+) 0 R", data)]
        listed = [int(n) for row in lists for n in re.findall(rb"(\d+) 0 R", row)]
        addresses = [n for n in listed if b"https://example.org/joins" in found[n]]
        assert len(addresses) == 40

    def test_every_place_in_the_table_is_an_object(self, qapp, tmp_path):
        _, data = printed(a_book(40), tmp_path)
        start = int(re.findall(rb"startxref\n(\d+)\s+%%EOF", data)[-1])
        table = data[start:].split(b"trailer")[0]
        rows = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n ", table)
        assert rows
        for number, place in rows:
            assert data[int(place) :].startswith(number + b" 0 obj\n")

    def test_numbers_of_pages_stand_in_the_contents(self, qapp, tmp_path):
        look = Look(theme.LIGHT, theme.use_picture_font())
        report = paper_report(a_book(200))
        seen = []
        original = pdf._fill_contents

        def fill(document, marks):
            original(document, marks)
            table = pdf._table_of(document)
            for row, mark in enumerate(marks):
                cell = table.cellAt(row, 1).firstCursorPosition().block().text()
                seen.append((mark.text, mark.page + 1, cell))

        pdf._fill_contents, before = fill, original
        try:
            path = tmp_path / "book.pdf"
            pdf.write_pdf(report, path, letter=False, look=look, progress=quiet)
        finally:
            pdf._fill_contents = before
        assert len(seen) > 5
        assert all(str(page) == cell for _, page, cell in seen)
        assert [page for _, page, _ in seen] == sorted(page for _, page, _ in seen)

    def test_a_file_that_was_cut_off_is_an_error(self, qapp, tmp_path):
        path = tmp_path / "report.pdf"
        _, data = printed(a_book(3), tmp_path)
        pdf.check_whole(path)
        path.write_bytes(data[: len(data) // 2])
        with pytest.raises(OSError, match="space"):
            pdf.check_whole(path)

    def test_a_file_unlike_those_of_qt_is_left_alone(self, tmp_path):
        path = tmp_path / "other.pdf"
        path.write_bytes(b"%PDF-1.7\nsomething else\n%%EOF\n")
        add_links(path, [], [], scale=1, height=1)
        assert path.read_bytes() == b"%PDF-1.7\nsomething else\n%%EOF\n"


class TestTypesetting:
    def document(self, body):
        look = Look(theme.LIGHT, theme.use_picture_font())
        document = Document(look)
        paper = paper_report(Report(title="T", subtitle="", body=body))
        document.set_body([part.html for part in paper.parts])
        return document

    def blocks(self, document):
        block = document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def test_every_paragraph_of_a_quote_is_one(self, qapp):
        document = self.document("> one\n>\n> two\n\nout\n")
        levels = {b.text(): quote_level(b.blockFormat()) for b in self.blocks(document)}
        assert levels["one"] == levels["two"] == 1
        assert levels["out"] == 0

    def test_tasks_have_a_box_and_no_bullet(self, qapp):
        document = self.document("- [x] done\n- [ ] open\n")
        shown = [b for b in self.blocks(document) if b.text().strip()]
        assert [b.text()[-4:] for b in shown] == ["done", "open"]
        assert all(b.text().startswith("\ufffc") for b in shown)
        assert all(b.textList() is None for b in shown)

    def test_markup_of_a_learner_stays_text(self, qapp):
        record = a_record(first_entry("<img src='file:///etc/hostname'> <b>x</b>"))
        document = self.document(week(record, date(2026, 1, 5)).body)
        assert "<img src='file:///etc/hostname'> <b>x</b>" in document.toPlainText()


def test_copied_text_has_spaces_and_no_tabs(qapp, tmp_path):
    _, data = printed(a_book(60), tmp_path)
    tables = re.findall(rb"begincmap\n.*?endcmap", data, re.DOTALL)
    assert tables
    assert any(b"<0020>" in table for table in tables)
    rows = [
        (int(last, 16) - int(first, 16) + 1, letters.split())
        for table in tables
        for first, last, letters in re.findall(rb"<(\w+)> <(\w+)> \[(.*?)\]", table)
    ]
    assert all(count == len(letters) for count, letters in rows)
    assert not any(b"<0009>" in letters for _, letters in rows)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")
def test_a_reader_finds_every_letter(qapp, tmp_path):
    printed(week(a_record(), date(2026, 1, 5)), tmp_path)
    command = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert "5–11 January 2026" in text
    assert "Login works" in text
    assert "Milestones finished" in text
