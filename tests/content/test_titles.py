"""Titles fit the road and the lists, and what is said can be read without effort."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.content.reading import count, prose, sentences, tell

LONGEST_WORD = 16  # letters
LONGEST_SENTENCE = 40  # words
HARDEST_FAMILY = 13.5  # the frameworks, whose names alone are long, have 13.2
HARDEST_PAGE = 9.0  # what an architect must know, mostly long words, has 8.0

_WORD = re.compile(r"[^\W\d_]+")


@pytest.fixture(scope="session")
def titles(catalogue, content):
    """Return every title by what it is the title of."""
    stages = [stage for roadmap in content.roadmaps for stage in roadmap.stages]
    forks = list(catalogue.forks.values())
    lanes = [lane for fork in forks for lane in fork.lanes]
    groups = [group for part in (*stages, *lanes) for group in part.groups]
    pages = {
        kind: [page.title for page in content.references if page.kind == kind]
        for kind in ("guide", "level", "role")
    }
    return pages | {
        "stage": [stage.title for stage in stages],
        "skill": [skill.title for skill in catalogue.skills.values()],
        "project": [project.title for project in catalogue.projects.values()],
        "lane": [lane.title for lane in lanes],
        "group": [each.title for each in (*groups, *forks)],
    }


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("stage", 34),
        ("skill", 42),
        ("project", 48),
        ("lane", 24),
        ("group", 48),
        ("guide", 48),
        ("level", 48),
        ("role", 48),
    ],
)
def test_a_title_is_short_enough_for_its_place(titles, kind, most):
    assert titles[kind]
    tell(f"{t}: {len(t)} of {most} characters" for t in titles[kind] if len(t) > most)


def test_no_title_has_a_word_of_more_than_16_letters(titles):
    tell(
        f"{title}: {word}"
        for title in chain(*titles.values())
        for word in _WORD.findall(title)
        if len(word) > LONGEST_WORD
    )


def test_no_title_ends_with_a_full_stop(titles):
    tell(title for title in chain(*titles.values()) if title.endswith("."))


def readability(blocks):
    """Return the automated readability index of texts: about a year of school.

    It is that of Smith and Senter, “Automated Readability Index”, AMRL-TR-66-220, 1967.
    """
    found = [sentence for block in blocks for sentence in sentences(block)]
    words = [re.sub(r"\W", "", w) for sentence in found for w in sentence.split()]
    words = [word for word in words if word]
    characters = sum(map(len, words))
    return 4.71 * characters / len(words) + 0.5 * len(words) / len(found) - 21.43


def test_short_words_in_short_sentences_read_easily():
    easy = readability(["You write a test. Then you run it. It fails."])
    hard = readability(["Comprehensive verification necessitates instrumentation."])
    assert easy < 1
    assert hard > 40


def test_the_summaries_of_a_family_can_be_read(family, skills):
    index = readability([skill.summary for skill in skills])
    assert index <= HARDEST_FAMILY, f"{family}: {index:.1f}"


def test_every_guide_page_can_be_read(guide):
    found = {page.slug: readability(prose(page.body)) for page in guide}
    tell(f"{s}: {index:.1f}" for s, index in found.items() if index > HARDEST_PAGE)


class TestSentence:
    def test_on_a_guide_page_has_at_most_40_words(self, guide):
        tell(
            f"{page.slug}: {sentence}"
            for page in guide
            for block in prose(page.body)
            for sentence in sentences(block)
            if count(sentence) > LONGEST_SENTENCE
        )

    def test_of_an_answer_or_a_reason_has_at_most_40_words(self, skills):
        tell(
            f"{skill.slug}: {sentence}"
            for skill in skills
            for text in (skill.why, *(each.answer for each in skill.questions))
            for sentence in sentences(text)
            if count(sentence) > LONGEST_SENTENCE
        )

    def test_of_a_brief_has_at_most_40_words(self, catalogue):
        tell(
            f"{project.slug}: {sentence}"
            for project in catalogue.projects.values()
            for sentence in sentences(project.brief)
            if count(sentence) > LONGEST_SENTENCE
        )
