"""Job adverts from files: what is in them comes out, and what is wrong is told."""

from __future__ import annotations

import io
import json
from time import process_time

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.errors import UnreadableFileError
from tracker.interchange import posting_files, posting_html
from tracker.interchange.posting_files import (
    MOST_BYTES,
    read_posting_bytes,
    read_posting_file,
    read_posting_html,
)
from tracker.services.postings import LONGEST_TEXT

ADVERT = "Senior Python Developer\n\nRequirements\n- Python\n- Docker"


def pdf(*lines: str, pages: int = 1) -> bytes:
    """Return a PDF whose pages hold these lines, or nothing but a picture's place."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return pdf_of(f"BT /F1 12 Tf 50 800 Td 14 TL {shown} ET", pages)


def pdf_of(drawn: str, pages: int = 1) -> bytes:
    """Return a PDF on whose pages this is drawn."""
    content = drawn.encode("latin-1")
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{5 + 2 * page} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        length = f"<< /Length {len(content)} >>".encode()
        objects.append(length + b"\nstream\n" + content + b"\nendstream")
    made = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    begin = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    made += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n" % size
    return made + b"%d\n%%%%EOF\n" % begin


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("We need Python and Docker")))
    writer.encrypt(password, "of the owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def only(data, name="advert"):
    [posting] = read_posting_bytes(data, name)
    return posting


def refusal(data, name="advert"):
    """Return what is told of a file that is refused."""
    with pytest.raises(UnreadableFileError) as caught:
        read_posting_bytes(data, name)
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


class TestText:
    @pytest.mark.parametrize(
        ("codec", "mark"),
        [
            ("utf-8", b""),
            ("utf-8", b"\xef\xbb\xbf"),
            ("utf-16-le", b"\xff\xfe"),
            ("utf-16-be", b"\xfe\xff"),
            ("utf-16-le", b""),
            ("utf-16-be", b""),
            ("cp1252", b""),
        ],
    )
    def test_is_read_in_the_encodings_of_this_world(self, codec, mark):
        text = "Entwickler für Python – 5 € pro Tag, gerne mit Erfahrung"
        posting = only(mark + text.encode(codec))
        assert posting.text == text
        assert posting.source == "text"

    def test_its_first_line_is_the_title_unless_it_is_a_sentence(self):
        assert only(ADVERT.encode()).title == "Senior Python Developer"
        assert only(b"# Go *engineer*\n\nGo").title == "Go *engineer"
        assert only(b"We look for somebody " * 20).title == ""
        assert only(b"## Requirements\n\n- Python").title == ""
        assert only(b"Dein Profil:\nPython").title == ""

    def test_markdown_stays_as_it_is(self):
        assert only(b"## Must\n\n\n\n\n* Python  \r\n").text == "## Must\n\n* Python"

    def test_what_steers_a_screen_is_taken_out(self):
        assert only("Py\u202ethon\x07 \x1b[31mred".encode()).text == "Python red"
        link = "\x1b[1mGo\x1b[0m \x1b]8;;https://example.org\x1b\\here\x1b]8;;\x07."
        assert only(link.encode()).text == "Go here."

    def test_what_is_too_much_is_left_out_and_told(self):
        posting = only(b"python " * 40_000)
        assert len(posting.text) <= LONGEST_TEXT
        assert posting.text.endswith("python")
        assert posting.left_out == 280_000 - 1 - len(posting.text)

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"", "found nothing"),
            (b" \n\t ", "found nothing"),
            (bytes(range(256)) * 9, "neither text nor PDF"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 30, "neither text nor PDF"),
            (b"PK\x03\x04word/document.xml", "office program"),
            (b"{\\rtf1 hello}", "office program"),
        ],
    )
    def test_what_is_none_is_refused_with_a_word(self, data, told):
        assert told in refusal(data)


class TestFiles:
    def test_one_of_50_mb_is_refused_before_it_is_read(self, tmp_path, monkeypatch):
        path = tmp_path / "huge.txt"
        with path.open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        monkeypatch.setattr(posting_files, "read_bytes", None)  # would fail if called
        with pytest.raises(UnreadableFileError, match=r"found 50 MB; expected .* 5 MB"):
            read_posting_file(path)

    def test_one_at_the_limit_is_read(self, tmp_path):
        path = tmp_path / "large.txt"
        path.write_bytes(b"Python " * (MOST_BYTES // 7))
        [posting] = read_posting_file(path)
        assert posting.left_out > 0

    def test_what_is_no_file_is_told(self, tmp_path):
        for path in (tmp_path, tmp_path / "none.txt", tmp_path / "a\0b"):
            with pytest.raises(UnreadableFileError):
                read_posting_file(path)


class TestHtml:
    def test_headings_items_and_cells_become_lines(self):
        page = (
            "<!DOCTYPE html><h1>Go&nbsp;developer</h1><h3>Must</h3><ul><li>Go</li>"
            "<li><p>SQL &amp; more</p></li></ul>A<br>B<table><tr><th>Nice</th>"
            "<td>Rust</td></tr></table>"
        )
        posting = only(page.encode(), "page.html")
        lines = [line for line in posting.text.split("\n") if line]
        assert lines == [
            "## Go developer",
            "## Must",
            "- Go",
            "- SQL & more",
            "A",
            "B",
            "Nice | Rust",
        ]
        assert posting.title == "Go developer"
        assert posting.source == "html"

    def test_nothing_that_runs_or_stands_on_every_page_is_read(self):
        page = (
            "<html><head><title>T</title><style>.php{}</style>"
            "<script>var skill='php'; if (a</b) {}</script></head><body>"
            "<nav>PHP jobs</nav><SCRIPT src='https://x.example/php.js'></SCRIPT>"
            "<noscript>php</noscript><svg><text>php</text></svg><!-- php -->"
            "<p onclick='php()'>Python wanted</p><iframe src=php>php</iframe>"
            "<img src=x onerror='php()' alt=php><footer>php</footer></body></html>"
        )
        posting = only(page.encode(), "page.html")
        assert posting.text == "Python wanted"
        assert posting.title == "T"

    def test_an_element_without_an_end_does_not_hide_the_page(self):
        assert "Python" in only(b"<html><nav>Menu<p>Python wanted", "p.html").text
        assert only(b"<html><p>Python<script>var a", "p.html").text == "Python"

    def test_a_piece_of_a_page_is_known_as_one(self):
        posting = only(b"<div><p>Python</p><p>Docker</p></div>", "clip")
        assert posting.text == "Python\n\nDocker"

    def test_a_text_with_less_than_and_greater_than_is_no_page(self):
        assert only(b"if a < b and c > d: Python").source == "text"

    def test_one_that_only_a_script_fills_is_told(self):
        assert "script" in refusal(b"<html><body><script>go()</script></body></html>")

    def test_the_advert_that_a_page_embeds_comes_before_its_text(self):
        data = {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "x"},
                {
                    "@type": ["Thing", "JobPosting"],
                    "title": "Python developer",
                    "hiringOrganization": {"name": "A shop"},
                    "jobLocation": [{"address": {"addressLocality": "Ulm"}}],
                    "url": "https://shop.example/1",
                    "description": "<p>We need</p><ul><li>Python</li></ul>",
                    "qualifications": "SQL",
                },
            ],
        }
        script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
        page = f"<html><head>{script}</head><body><p>Cookies! PHP!</p></body></html>"
        posting = only(page.encode(), "p.html")
        assert (posting.title, posting.company, posting.place, posting.url) == (
            "Python developer",
            "A shop",
            "Ulm",
            "https://shop.example/1",
        )
        assert posting.text == "We need\n\n- Python\n\n## Qualifications\nSQL"
        assert posting.source == "html"

    def test_embedded_data_that_is_broken_leaves_the_text(self):
        page = '<html><script type="application/ld+json">{"@type":</script><p>Go</p>'
        assert only(page.encode(), "p.html").text == "Go"

    @pytest.mark.parametrize(
        "unit",
        [
            *(
                "<!--",
                "<script>",
                "<a ",
                '<a href="',
                "<?",
                "<![",
                "&",
                "<div>",
                "</a ",
            ),
            *("<li>x", "< ", "<h1>", "<b>x</b>", "<td>", "</", "<nav>", "\u0130<p>"),
        ],
    )
    def test_one_made_to_take_long_does_not(self, unit):
        page = "<html><p>Python wanted " + unit * (1_000_000 // len(unit))
        begun = process_time()
        postings = read_posting_html(page, "p.html")
        assert process_time() - begun < 15
        assert postings[0].text.startswith("Python wanted")

    @settings(deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                [
                    *("<p>", "</p>", "<li>", "<!--", "-->", "<script>", "</script>"),
                    *("<![CDATA[", "]]>", "<!x", "<?", ">", "<", "&#0;", "&#xD800;"),
                    *(
                        "<nav>",
                        "</nav>",
                        "<br/>",
                        "<td",
                        "'",
                        '"',
                        "=",
                        "\0",
                        "Go",
                        " ",
                    ),
                    *("<title>", "</title>", "<pre>", "\n", "&nbsp", "<h2>", "İ"),
                ]
            ),
            max_size=30,
        ).map("".join)
    )
    def test_any_page_is_read(self, page):
        text = posting_html.text_of_html(page)
        assert "<script" not in text


class TestPdf:
    def test_its_text_is_read(self):
        posting = only(pdf("Python developer", "We need Python and Docker"), "a.pdf")
        assert posting.text == "Python developer\nWe need Python and Docker"
        assert posting.title == "Python developer"
        assert posting.source == "pdf"

    def test_a_scanned_one_says_what_to_do(self):
        assert "recognises text" in refusal(pdf(), "scan.pdf")

    def test_a_locked_one_says_what_to_do(self):
        assert "locked with a password" in refusal(locked("secret"), "a.pdf")

    def test_one_that_only_forbids_printing_is_read(self):
        assert "Docker" in only(locked(""), "a.pdf").text

    @pytest.mark.parametrize("kept", [9, 60, 200, 400])
    def test_a_damaged_one_says_what_to_do(self, kept):
        assert "damaged" in refusal(pdf("We need Python and Docker")[:kept], "a.pdf")

    def test_only_so_many_pages_are_read(self):
        text = only(pdf("We need Python and Docker", pages=90), "a.pdf").text
        assert text.count("Python") == 40

    @settings(deadline=None, max_examples=60)
    @given(st.data())
    def test_one_with_any_bytes_changed_is_read_or_refused(self, data):
        whole = bytearray(pdf("We need Python and Docker", pages=2))
        for _ in range(data.draw(st.integers(1, 8))):
            place = data.draw(st.integers(8, len(whole) - 1))
            whole[place] = data.draw(st.integers(0, 255))
        try:
            posting = only(bytes(whole), "a.pdf")
        except UnreadableFileError:
            return
        assert posting.source == "pdf"


class TestJson:
    def test_a_job_of_json_resume(self):
        job = {
            "title": "Web Developer",
            "company": "A shop",
            "description": "Who we look for.",
            "location": {"city": "Ulm", "countryCode": "DE"},
            "experience": "3 years",
            "responsibilities": ["Build things"],
            "qualifications": ["Python"],
            "skills": [{"name": "Web", "keywords": ["HTML", "CSS"]}, {"name": "SQL"}],
        }
        posting = only(json.dumps(job).encode(), "job.json")
        assert (posting.title, posting.company) == ("Web Developer", "A shop")
        assert posting.place == "Ulm, DE"
        assert "- Web: HTML, CSS\n- SQL" in posting.text
        assert "## Responsibilities\n- Build things" in posting.text

    def test_several_jobs_are_several_adverts(self):
        jobs = [{"@type": "JobPosting", "title": t, "description": "Go"} for t in "ab"]
        for document in (jobs, {"@graph": jobs}, {"list": [{"item": j} for j in jobs]}):
            found = read_posting_bytes(json.dumps(document).encode(), "jobs.json")
            assert [posting.title for posting in found] == ["a", "b"]

    def test_a_description_may_be_html_and_escaped_at_that(self):
        job = {"@type": "JobPosting", "description": "&lt;p&gt;R&amp;amp;D&lt;/p&gt;"}
        assert only(json.dumps(job).encode(), "job.json").text == "R&D"
        job["description"] = "<ul><li>Python</li></ul>"
        assert only(json.dumps(job).encode(), "job.json").text == "- Python"

    def test_strange_values_are_left_out(self):
        job = {
            "@type": "http://schema.org/JobPosting",
            "title": ["x"],
            "description": "Go",
            "hiringOrganization": 5,
            "jobLocation": [None, {"address": "Ulm"}, {"address": {"city": 3}}],
            "skills": [1, None, {"name": {}}, "SQL"],
            "url": None,
        }
        posting = only(json.dumps(job).encode(), "job.json")
        assert (posting.title, posting.company, posting.place) == ("", "", "Ulm")
        assert posting.text == "Go\n\n## Skills\n- SQL"

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b'{"name": "x"}', "JSON without a job advert"),
            (b'{"stages": [], "title": "x", "description": "y"}', "without a job"),
            (b"[1, 2", "not JSON"),
            (b"[" * 100_000, "nested too deep"),
            (b"[" + b"1" * 9_000 + b"]", "not JSON"),
            (json.dumps([{"title": "a", "skills": ["b"]}] * 501).encode(), "501 job"),
        ],
    )
    def test_any_other_is_refused_and_says_what_is_wanted(self, data, told):
        assert told in refusal(data, "x.json")

    @settings(deadline=None)
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["@type", "title", "description", "skills", "jobs"]
                    ),
                    inner | st.just("JobPosting"),
                    max_size=4,
                )
            ),
            max_leaves=12,
        )
    )
    def test_any_document_is_read_or_refused(self, document):
        try:
            found = read_posting_bytes(json.dumps(document).encode(), "x.json")
        except UnreadableFileError:
            return
        assert all(posting.text for posting in found)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a", "a.html", "a.json", "a.pdf"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        found = read_posting_bytes(data, name)
    except UnreadableFileError:
        return
    assert all(posting.text for posting in found)
