"""Web pages with adverts: what readers see is read, and nothing else."""

from __future__ import annotations

import json

import pytest

from tracker.interchange.posting_files import read_posting_bytes


def only(page: str):
    [posting] = read_posting_bytes(page.encode(), "page.html")
    return posting


def text(page: str) -> str:
    return only(f"<html><body>{page}</body></html>").text


class TestElementsThatTouch:
    @pytest.mark.parametrize(
        "page",
        [
            "<p><span>Java</span><span>Docker</span></p>",
            "<p><a href=1>Java</a><a href=2>Docker</a></p>",
            "<p><button>Java</button><button>Docker</button></p>",
            "<p><span class=tag>Java</span><span class=tag>Docker</span></p>",
            "<p><span class=t><b>Java</b></span><span class=t><b>Docker</b></span></p>",
            "<p><span style='padding: 2px'>Java</span><i></i><a>Docker</a></p>",
            "<p><x-chip>Java</x-chip><x-chip>Docker</x-chip></p>",
            "<p><b>Java</b><code>Docker</code></p>",
        ],
    )
    def test_tags_of_skills_stand_apart(self, page):
        assert text(page) == "Java Docker"

    def test_tags_in_small_letters_stand_apart(self):
        assert text("<p><a>java</a><a>docker</a><a>c++</a><a>go</a></p>") == (
            "java docker c++ go"
        )

    @pytest.mark.parametrize(
        "page",
        [
            "Post<b>gre</b>SQL",
            "<b>Post</b><i>greSQL</i>",
            "<span class=hit>Post</span>greSQL",
            "<span>Post</span><span>greSQL</span>",
            "<span style='font-weight: 400'>Postgre</span><span style='x'>SQL</span>",
            "<span class=SpellE>Postgre</span><span lang=en>SQL</span>",
            "Postgre<wbr>SQL",
            "<font>Postgre</font><font>SQL</font>",
        ],
    )
    def test_letters_within_a_word_do_not(self, page):
        assert text(f"<p>{page}</p>") == "PostgreSQL"

    def test_a_sign_after_a_tag_stays_with_it(self):
        assert text("<p><a>Java</a><span class=x>, SQL</span></p>") == "Java, SQL"

    def test_cells_and_items_are_apart_as_before(self):
        assert text("<table><tr><td>Java<td>Docker</table>") == "Java | Docker"
        assert text("<ul><li>Java<li>Docker</ul>") == "- Java\n- Docker"


class TestWhatReadersDoNotSee:
    @pytest.mark.parametrize(
        "hidden",
        [
            "<div style='color: red; DISPLAY : none'>PHP<div>PHP</div></div>",
            "<span style='visibility:hidden'>PHP</span>",
            "<div hidden>PHP</div>",
            "<div hidden=''><p>PHP</div>",
            "<span aria-hidden=true>PHP</span>",
            "<div role=navigation>PHP jobs</div>",
            "<div role=banner>PHP jobs</div>",
            "<section role=dialog>PHP</section>",
            "<aside><h3>Related jobs</h3>PHP</aside>",
            "<nav><nav>PHP</nav>PHP</nav>",
            "<div id=cookie-banner>PHP <button>Accept</button></div>",
            "<div class='box js-consent-box'>PHP</div>",
            "<textarea>PHP</textarea>",
            "<select><option>PHP</option></select>",
            "<datalist><option>PHP</datalist>",
            "<dialog>PHP</dialog>",
            "<div class=similar-jobs>PHP Developer</div>",
            "<p hidden>PHP",
        ],
    )
    def test_is_not_read(self, hidden):
        page = text(f"<p>Python wanted</p>{hidden}<p>and Docker</p>")
        assert [line for line in page.split("\n") if line] == [
            "Python wanted",
            "and Docker",
        ]

    def test_a_page_that_has_a_cookie_dialog_is_read(self):
        page = '<body class="has-cookie-banner cookies"><p>Python wanted</p></body>'
        assert only(page).text == "Python wanted"
        assert text("<div class=cookies-accepted>Python</div>") == "Python"

    def test_what_is_without_an_end_hides_nothing_that_follows_it(self):
        assert text("<img hidden><br hidden><input hidden>Python") == "Python"
        assert text("<p>Python<i aria-hidden=true class=icon></i> wanted") == (
            "Python wanted"
        )

    def test_a_page_saved_with_a_dialog_over_it_is_read(self):
        words = "Python wanted, and Docker. " * 20
        page = f"<div id=root aria-hidden=true><p>{words}</p></div><div role=dialog>x"
        assert "Python wanted" in text(page)


def page_with(*jobs: dict[str, object], heading: str = "", body: str = "") -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(job)}</script>' for job in jobs
    )
    return f"<html><head>{scripts}</head><body><h1>{heading}</h1>{body}</body></html>"


def job(title: str, description: str) -> dict[str, object]:
    return {"@type": "JobPosting", "title": title, "description": description}


class TestEmbeddedAdverts:
    def test_of_several_the_page_is_the_one_that_it_is_called_after(self):
        jobs = [job("PHP developer", "PHP"), job("Python developer", "Python")]
        assert only(page_with(*jobs, heading="Python developer (m/f/d)")).text == (
            "Python"
        )
        assert only(page_with(*jobs, heading="Welcome")).text == "PHP"

    def test_of_a_teaser_only_the_title_counts_and_the_page_has_the_text(self):
        body = "<ul>" + "<li>Python and Docker</li>" * 20 + "</ul>"
        posting = only(page_with(job("Python developer", "Apply now!"), body=body))
        assert posting.text.count("Docker") == 20
        assert posting.title == "Python developer"

    def test_a_whole_one_stays_beside_much_else(self):
        body = "<p>" + "PHP jobs " * 2_000 + "</p>"
        whole = "We need Python. " * 100
        posting = only(page_with(job("Python developer", whole), body=body))
        assert "PHP" not in posting.text

    def test_the_mistakes_of_pages_are_read_over(self):
        script = (
            '{"@type": "JobPosting", "title": "a, ]",\n"description": "Python\n\tand '
            'Docker, }",\n"skills": ["SQL",\n],\n}'
        )
        page = f'<html><script type="application/ld+json">{script}</script><p>x'
        posting = only(page)
        assert posting.title == "a, ]"
        assert posting.text == "Python\n and Docker, }\n\n## Skills\n- SQL"

    def test_titles_are_as_people_read_them(self):
        raw = job("R&amp;amp;D &amp;#8211; <b>Dev</b>", "Python &amp; Go")
        raw["hiringOrganization"] = {"name": "A &amp; B"}
        raw["url"] = "https://x.example/?a=1&copy=2"
        posting = only(page_with(raw))
        assert posting.title == "R&D – Dev"
        assert posting.company == "A & B"
        assert posting.url == "https://x.example/?a=1&copy=2"
        assert posting.text == "Python & Go"
