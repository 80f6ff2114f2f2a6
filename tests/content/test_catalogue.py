"""What every skill and every project of the catalogue gives its learner."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.content.reading import count, lines_of, sentences, tell
from tests.content.subjects import kept_subjects
from tracker.domain.limits import SLUG, SLUG_LENGTH
from tracker.domain.skill import COSTS, RESOURCE_KINDS

# A repository does not show how somebody talks, leads or looks for a job.
WITHOUT_HINTS = {"career", "working-with-people", "leadership"}
MERE_KNOWING = re.compile(
    r"I can (?:understand|know|be familiar|be aware|learn|appreciate|grasp)\b"
)


@pytest.fixture(scope="session")
def kept(catalogue, content):
    return set(kept_subjects(catalogue, content))


def _of_length(where, what, number, least, most):
    """Yield a fault if there are too few or too many of something."""
    if not least <= number <= most:
        yield f"{where}: {number} {what}, wanted {least} to {most}"


def test_there_are_at_least_150_skills_and_30_projects(catalogue):
    assert len(catalogue.skills) >= 150
    assert len(catalogue.projects) >= 30


class TestSkill:
    def test_its_summary_is_one_sentence_of_8_to_28_words(self, skills):
        for skill in skills:
            text = skill.summary
            tell(_of_length(skill.slug, "words of summary", count(text), 8, 28))
            assert text.endswith("."), f"{skill.slug}: no full stop after the summary"
            one = len(sentences(text)) == 1 and ";" not in text
            assert one, f"{skill.slug}: a summary of more than one sentence"

    def test_it_says_in_8_to_60_words_why_it_matters(self, skills):
        tell(
            fault
            for skill in skills
            for fault in _of_length(skill.slug, "words of why", count(skill.why), 8, 60)
        )

    def test_it_has_3_to_7_outcomes(self, skills):
        tell(
            fault
            for skill in skills
            for fault in _of_length(skill.slug, "outcomes", len(skill.outcomes), 3, 7)
        )

    def test_an_outcome_is_something_that_a_learner_can_be_seen_doing(self, skills):
        tell(
            f"{skill.slug}/{outcome.slug}: {outcome.text}"
            for skill in skills
            for outcome in skill.outcomes
            if not outcome.text.startswith("I can ")
            or not outcome.text.endswith(".")
            or len(outcome.text) > 200
            or MERE_KNOWING.match(outcome.text)
        )

    def test_it_has_2_to_5_resources_of_known_kinds(self, skills):
        for skill in skills:
            tell(_of_length(skill.slug, "resources", len(skill.resources), 2, 5))
            tell(
                f"{skill.slug}: {each.title} is {each.kind}, {each.cost}"
                for each in skill.resources
                if each.kind not in RESOURCE_KINDS or each.cost not in COSTS
            )

    def test_it_has_3_to_6_questions_that_ask(self, skills):
        for skill in skills:
            tell(_of_length(skill.slug, "questions", len(skill.questions), 3, 6))
            tell(
                f"{skill.slug}: no question mark: {each.ask}"
                for each in skill.questions
                if not each.ask.rstrip("”\"'").endswith("?")
            )

    def test_an_answer_has_4_to_60_words(self, skills):
        tell(
            fault
            for skill in skills
            for each in skill.questions
            for fault in _of_length(
                f"{skill.slug}: {each.ask}", "words", count(each.answer), 4, 60
            )
        )

    def test_it_has_2_to_20_names_in_adverts(self, skills):
        tell(
            fault
            for skill in skills
            for fault in _of_length(skill.slug, "aliases", len(skill.aliases), 2, 20)
        )

    def test_a_repository_can_show_it(self, family, skills):
        tell(
            f"{skill.slug}: no hints"
            for skill in skills
            if family not in WITHOUT_HINTS
            and not (skill.hints.files or skill.hints.packages)
        )

    def test_its_hours_are_a_range_up_to_three_times_as_long(self, skills):
        tell(
            f"{skill.slug}: {skill.hours.low}-{skill.hours.high} hours"
            for skill in skills
            if not skill.hours.low < skill.hours.high <= 3 * skill.hours.low
        )

    def test_it_needs_up_to_five_others(self, skills):
        tell(
            fault
            for skill in skills
            for fault in _of_length(skill.slug, "needs", len(set(skill.needs)), 0, 5)
        )


def test_a_title_or_alias_names_one_skill_only(catalogue):
    named = defaultdict(list)
    for skill in catalogue.skills.values():
        for name in (skill.title, *skill.aliases):
            named[name.casefold()].append(skill.slug)
    tell(
        f"“{name}” names {' and '.join(slugs)}"
        for name, slugs in named.items()
        if len(slugs) > 1
    )


@pytest.fixture(scope="session")
def projects(catalogue):
    return list(catalogue.projects.values())


class TestProject:
    def test_its_brief_has_60_to_140_words(self, projects):
        tell(
            fault
            for each in projects
            for fault in _of_length(each.slug, "words", count(each.brief), 60, 140)
        )

    @pytest.mark.parametrize(
        ("part", "least", "most"),
        [("criteria", 4, 7), ("milestones", 4, 8), ("stretch", 2, 4), ("skills", 3, 7)],
    )
    def test_it_has_enough_of_each_part(self, projects, part, least, most):
        tell(
            fault
            for each in projects
            for fault in _of_length(
                each.slug, part, len(set(getattr(each, part))), least, most
            )
        )

    def test_its_criteria_and_further_goals_are_sentences_of_one_line(self, projects):
        tell(
            f"{each.slug}: {line}"
            for each in projects
            for line in (*each.criteria, *each.stretch)
            if len(line) > 160 or not line.endswith(".")
        )

    def test_a_milestone_is_a_title_of_up_to_70_characters(self, projects):
        tell(
            f"{each.slug}/{milestone.slug}: {milestone.title}"
            for each in projects
            for milestone in each.milestones
            if len(milestone.title) > 70 or milestone.title.endswith(".")
        )

    def test_its_hours_are_a_range_up_to_three_times_as_long(self, projects):
        tell(
            f"{each.slug}: {each.hours.low}-{each.hours.high} hours"
            for each in projects
            if not each.hours.low < each.hours.high <= 3 * each.hours.low
        )


class TestSlugs:
    """What a learner did hangs on them; ``slugs.txt`` holds all there ever were."""

    def test_each_is_short_and_lower_case(self, kept):
        slugs = {part for each in kept for part in each.partition(":")[2].split("/")}
        tell(each for each in slugs if not SLUG.fullmatch(each))
        tell(each for each in slugs if len(each) > SLUG_LENGTH)

    def test_none_is_ever_lost(self, kept):
        tell(
            f"{each} is gone, and learners' progress hangs on it. If it has a new name,"
            " write the old one under its `was`; the line in slugs.txt stays."
            for each in lines_of("slugs.txt")
            if each not in kept
        )

    def test_a_new_one_stands_on_the_list(self, kept):
        listed = set(lines_of("slugs.txt"))
        tell(f"Add to slugs.txt: {each}" for each in sorted(kept - listed))

    def test_the_list_is_sorted_and_has_each_once(self):
        listed = lines_of("slugs.txt")
        assert listed == sorted(set(listed))
