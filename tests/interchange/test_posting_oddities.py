"""Files that are almost adverts: read, or refused with a clear word."""

from __future__ import annotations

import gzip
from email.message import EmailMessage
from time import process_time

import pytest

from tests.interchange.test_posting_files import only, pdf_of, refusal
from tracker.domain.errors import UnreadableFileError
from tracker.interchange.posting_files import read_posting_file

JAPANESE = "必須: Pythonの運用経験、Dockerの知識。歓迎: Kafkaの経験。" * 3


class TestEncodings:
    @pytest.mark.parametrize(
        "codec",
        ["undefined", "hex", "rot13", "idna", "punycode", "unicode_escape", "utf-7"],
    )
    def test_one_that_is_none_of_pages_is_not_taken_at_its_word(self, codec):
        page = f'<meta charset="{codec}"><p>Python'.encode() + b"\xff</p>"
        assert "Python" in only(page, "p.html").text

    @pytest.mark.parametrize("codec", ["shift_jis", "euc_jp", "gb18030"])
    def test_one_that_a_page_names_is_honoured(self, codec):
        text = JAPANESE if codec != "gb18030" else "要求：熟悉Python和Docker。"
        page = f'<html><meta charset="{codec}"><p>{text}</p></html>'
        assert only(page.encode(codec), "p.html").text == text

    @pytest.mark.parametrize("codec", ["shift_jis", "euc_jp", "cp932"])
    def test_one_that_nothing_names_is_refused_rather_than_read_wrong(self, codec):
        assert "encoding" in refusal(JAPANESE.encode(codec), "advert.txt")

    def test_a_letter_that_was_cut_does_not_spoil_the_others(self):
        data = JAPANESE.encode()[:-1]
        assert only(data, "advert.txt").text.startswith(JAPANESE[:-1])


class TestTypesetLetters:
    @pytest.mark.parametrize("name", ["a.txt", "a.html"])
    def test_one_sign_for_two_letters_is_two_letters(self, name):
        data = "Airﬂow, proﬁle, ＰＨＰ, Java™ ½".encode()
        assert only(data, name).text == "Airflow, profile, PHP, Java™ ½"


class TestMail:
    def letter(self, *, html: bool) -> bytes:
        message = EmailMessage()
        message["Subject"] = "Entwickler für Python"
        message.set_content("Wir suchen Python und größere Docker.")
        if html:
            message.add_alternative("<p>Python</p><p>Docker</p>", subtype="html")
        message.add_attachment(b"PHP", "text", "plain", filename="php.txt")
        return message.as_bytes()

    def test_its_page_is_read_else_its_text(self):
        posting = only(self.letter(html=False), "job.eml")
        assert posting.text == "Wir suchen Python und größere Docker."
        assert posting.title == "Entwickler für Python"
        assert only(self.letter(html=True), "job.eml").text == "Python\n\nDocker"

    def test_a_page_saved_as_one_file_is_read(self):
        data = (
            b"From: <Saved by a browser>\r\n"
            b"Snapshot-Content-Location: https://jobs.example/1\r\n"
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            b' type="text/html"; boundary="x"\r\n\r\n--x\r\n'
            b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable"
            b"\r\n\r\n<html><h1>Dev</h1><p>You must know =50ython and C=C3=B6.</p>\r\n"
            b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            b"\r\niVBORw0KGgo=\r\n--x--"
        )
        for name in ("page.mhtml", "page"):
            posting = only(data, name)
            assert posting.title == "Dev"
            assert "You must know Python and Cö." in posting.text
            assert posting.url == "https://jobs.example/1"

    def test_one_made_to_take_long_does_not(self):
        nested = "".join(
            f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n'
            for n in range(3_000)
        )
        parameters = "Content-Type: text/plain;" + " a=b;" * 200_000
        folded = "Content-Disposition: inline;" + "\n a=b;" * 200_000
        for head in (nested, parameters, folded):
            begun = process_time()
            data = f"MIME-Version: 1.0\n{head}\n\n".encode()
            refusal(data + b"\n" * 3_000_000, "a.eml")
            assert process_time() - begun < 5

    def test_one_without_text_is_told(self):
        assert "without text" in refusal(b"MIME-Version: 1.0\n\n", "a.eml")


class TestOthers:
    def test_a_compressed_one_says_what_to_do(self):
        assert "unpack" in refusal(gzip.compress(b"Python" * 50), "advert.txt")

    def test_whatever_breaks_within_is_told_as_one_file(self, tmp_path, monkeypatch):
        def breaks(*_: object) -> None:
            raise RuntimeError("no such thing")

        monkeypatch.setattr("tracker.interchange.posting_files.decoded", breaks)
        path = tmp_path / "advert.txt"
        path.write_bytes(b"Python")
        with pytest.raises(UnreadableFileError, match="cannot be read"):
            read_posting_file(path)


class TestLinesOfPdf:
    """Programs begin another piece where the style changes, as in **Post**greSQL."""

    def text(self, *pieces: tuple[str, float, float]) -> str:
        """Return what is read of pieces, each at a place."""
        drawn = " ".join(  # turned over and in small units, as Qt writes it
            f"q 0.1 0 0 -0.1 0 842 cm BT /F1 120 Tf 1 0 0 -1 0 0 Tm "
            f"{x * 10} {y * 10 - 8420} Td ({text}) Tj ET Q"
            for text, x, y in pieces
        )
        return only(pdf_of(drawn), "a.pdf").text

    # Widths of Helvetica, in thousandths: P 667, o 556, s 500, t 278; of 12 points.
    def test_pieces_that_touch_are_one_word(self):
        text = self.text(
            ("Post", 50, 800),  # (667 + 556 + 500 + 278) * 12 / 1000 = 24
            ("greSQL", 74, 800),  # 556 + 333 + 556 + 667 + 778 + 556: 41.4
            (" and also know about Docker", 115.4, 800),
        )
        assert text == "PostgreSQL and also know about Docker"

    def test_pieces_with_a_gap_are_two_words(self):
        # We need: 4.002 * 12 = 48
        text = self.text(("We need", 50, 800), ("Java and Kafka and Docker", 101, 800))
        assert text == "We need Java and Kafka and Docker"

    def test_pieces_on_two_lines_or_in_two_columns_are_two_lines(self):
        below = self.text(("Java and much more, a lot", 50, 800), ("Docker", 50, 786))
        assert below.split("\n")[1] == "Docker"
        beside = self.text(("Java and much more, a lot", 50, 800), ("Docker", 330, 800))
        assert beside.split("\n")[1] == "Docker"


class TestTextOfPages:
    def test_signs_that_were_written_out_are_read(self):
        text = "We&#x27;re at https:&#x2F;&#x2F;example.org &amp; need R&D; &no;"
        posting = only(text.encode())
        assert posting.text == "We're at https://example.org & need R&D; &no;"

    def test_a_few_zeros_spoil_no_text(self):
        assert only(b"Py\0thon and a good deal of Docker\n").text == (
            "Python and a good deal of Docker"
        )
        noise = b"\1\2 Python, Docker, and what else there may be in a text\0"
        assert "neither text" in refusal(noise)
