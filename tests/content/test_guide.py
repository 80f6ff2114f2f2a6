"""The pages of the guide: all there, all short, and every link of theirs leads on."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.content.counting import count_stages
from tests.content.reading import RESOURCES, count, load, tell
from tests.content.subjects import resolves

LINKED = {
    "skill",
    "project",
    "guide",
    "level",
    "role",
    "source",
    "advert",
    "stage",
    "lane",
}
# The questions of the sources, by the page that answers each.
QUESTIONS = {
    "faq-career-path": "How does the career usually go?",
    "faq-next-role": "What comes next?",
    "faq-grow-pay": "How does pay grow?",
    "faq-what-does-one-do": "What does one do?",
    "faq-junior-skills": "Which skills does a junior need?",
    "faq-mid-skills": "Which skills does the mid level need?",
    "faq-senior-skills": "Which skills does a senior need?",
    "faq-architect-skills": "Which skills does an architect or principal need?",
    "faq-salary-range": "What is the range of pay?",
    "faq-related-paths": "Which paths are related?",
}
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)")
HTML = re.compile(r"<[a-zA-Z/!]")
ADDRESS = re.compile(r"\w+://|www\.|mailto:")


@pytest.fixture(scope="session")
def pages(content):
    """Return every page that can be looked up: of the guide and of the ladder."""
    return content.references


def _links(page):
    return [target for _, target in LINK.findall(CODE.sub("", page.body))]


def test_every_page_stands_in_the_index_once():
    sections = load(RESOURCES / "guide" / "index.yaml")["sections"]
    listed = Counter(page for section in sections for page in section["pages"])
    written = {path.stem for path in (RESOURCES / "guide").glob("*.md")}
    tell(f"{slug} is listed {n} times" for slug, n in listed.items() if n > 1)
    tell(f"{slug} is not in index.yaml" for slug in written - listed.keys())
    tell(f"{slug} is not written" for slug in listed.keys() - written)


def test_every_link_leads_to_something(pages, known):
    tell(
        f"{page.subject}: {link}"
        for page in pages
        for link in _links(page)
        if link.partition(":")[0] not in LINKED or not resolves(link, known)
    )


@pytest.mark.parametrize("kind", sorted(LINKED))
def test_a_link_to_nothing_is_found(known, kind):
    slug = min(known[kind])
    assert resolves(f"{kind}:{slug}", known)
    assert not resolves(f"{kind}:no-such-{slug}", known)
    assert not resolves(f"other:{slug}", known)


def test_no_page_links_to_itself(pages):
    tell(page.subject for page in pages if page.subject in _links(page))


def test_no_page_has_html_a_picture_or_a_web_address(pages):
    for page in pages:
        text = CODE.sub("", page.body)
        assert not HTML.search(text), f"{page.subject}: HTML"
        assert not any(mark for mark, _ in LINK.findall(text)), f"{page.subject}: image"
        assert not ADDRESS.search(text), f"{page.subject}: web address"


def test_a_page_has_one_title_and_no_two_pages_share_one(guide):
    tell(page.slug for page in guide if len(re.findall("(?m)^# ", page.body)) != 1)
    titles = Counter(page.title.casefold() for page in guide)
    tell(title for title, times in titles.items() if times > 1)


def test_a_page_has_140_to_650_words_and_an_answer_60_to_260(guide):
    tell(
        f"{page.slug}: {length} words, wanted {least} to {most}"
        for page in guide
        for length in [count(page.body)]
        for least, most in [(60, 260) if page.slug.startswith("faq-") else (140, 650)]
        if not least <= length <= most
    )


def test_every_stage_and_every_lane_has_a_guide(content, catalogue):
    stages = [stage for roadmap in content.roadmaps for stage in roadmap.stages]
    lanes = [lane for fork in catalogue.forks.values() for lane in fork.lanes]
    tell(part.slug for part in (*stages, *lanes) if not part.guide.startswith("# "))


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_question_of_the_sources_has_its_page(known, slug):
    assert slug in known["guide"], f"No page answers: {QUESTIONS[slug]}"


def test_the_hours_on_the_page_how_long_it_takes_are_those_of_the_road(guide, roadmaps):
    """A tenth more or less is still “about”."""
    (page,) = (page for page in guide if page.slug == "faq-how-long")
    stages = [each.hours_left for each in count_stages(roadmaps["backend-career"])]
    told = [int(hours) for hours in re.findall(r"\| about (\d+) \|", page.body)]
    counted = [stages[0] + stages[1], stages[2]]
    assert told == pytest.approx(counted, rel=0.1)
