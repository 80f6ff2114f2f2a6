"""What a learner says of themselves, the level they are ready for, and the profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import API, API_FORM, GIT, SQL
from tests.conftest import NOON
from tests.unit.report_samples import a_project, a_proof, a_record
from tracker.domain.career import READY
from tracker.domain.edit import BRIEF, REPOSITORY, State
from tracker.domain.errors import BadInputError
from tracker.domain.ladder import Ladder, Level, Requirement
from tracker.domain.profile import EMAIL, HEADLINE, HOME, LINKS, NAME, SUMMARY, Profile
from tracker.domain.work import Grade, LevelStanding, ProofKind
from tracker.services.career import CareerBook
from tracker.services.doctor import examine
from tracker.services.evidence import read_evidence
from tracker.services.levels import level_standing
from tracker.services.profile import Profiles, checked, read_profile
from tracker.services.project_works import project_works
from tracker.services.record import read_record
from tracker.services.reports import Choices, portfolio, profile
from tracker.services.wording import described


@pytest.fixture
def profiles(desk):
    return Profiles(desk.store, desk.announced.append, lambda: NOON)


class TestSaying:
    def test_all_of_it_is_kept_in_one_action_and_undone_as_one(self, desk, profiles):
        profiles.change(
            {
                NAME: " Sam\n Learner ",
                HEADLINE: "Backend developer",
                EMAIL: "sam@example.org",
                HOME: "Porto",
                LINKS: "https://example.org/me\nhttps://example.org/me https://a.example",
                SUMMARY: "I like *small* services.\n",
            }
        )
        assert profiles.profile() == Profile(
            name="Sam Learner",
            headline="Backend developer",
            email="sam@example.org",
            home="Porto",
            links=("https://example.org/me", "https://a.example"),
            summary="I like *small* services.",
        )
        assert described(desk.announced[-1].edit, desk.reader.title) == (
            "Profile changed"
        )
        assert examine(desk.reader) == []
        desk.undo.undo()
        assert profiles.profile() == Profile()

    def test_the_same_again_is_no_edit(self, desk, profiles):
        profiles.change({HOME: "Porto"})
        stored = len(desk.announced)
        assert profiles.change({HOME: " Porto"}) is None
        assert len(desk.announced) == stored

    @pytest.mark.parametrize(
        ("field", "text", "said"),
        [
            (EMAIL, "sam", "e-mail"),
            (EMAIL, "sam@@example.org", "e-mail"),
            (EMAIL, "sam@example.org?bcc=x@example.org", "e-mail"),
            (EMAIL, "a." * 200 + "@example.org", "400|410|412"),
            (LINKS, "javascript:alert(1)", "address of the web"),
            (LINKS, "https://me:secret@example.org", "password"),
            (LINKS, " ".join(f"https://e.example/{n}" for n in range(9)), "9"),
            (NAME, "x" * 121, "121"),
            (SUMMARY, "x" * 5001, "5001"),
        ],
    )
    def test_what_is_no_such_thing_is_refused_and_nothing_changes(
        self, profiles, field, text, said
    ):
        with pytest.raises(BadInputError, match=said):
            profiles.change({HEADLINE: "Kept out, too", field: text})
        assert profiles.profile() == Profile()

    @given(st.text(max_size=60))
    def test_an_address_that_is_taken_fits_behind_mailto(self, text):
        try:
            taken = checked(EMAIL, text)
        except BadInputError:
            return
        assert not set(taken) & set("?&<>()[]\\\"' ,;:\n")

    def test_a_name_of_before_counts_until_it_is_changed(self, desk, profiles):
        with desk.store.begin() as work:
            work.set_setting("name", "Sam")
        assert read_profile(desk.reader).name == "Sam"
        assert profiles.change({NAME: "Sam"}) is None
        profiles.change({NAME: ""})
        assert read_profile(desk.reader).name == ""
        desk.undo.undo()
        assert read_profile(desk.reader).name == "Sam"


def a_level(slug: str, *required: tuple[str, ...]) -> Level:
    return Level(
        slug=slug,
        title=slug.title(),
        summary="",
        years=(),
        pay=(),
        responsibilities=(),
        day_to_day=(),
        focus=(),
        required=tuple(Requirement(any=each) for each in required),
    )


class TestLevel:
    LADDER = Ladder(levels=(a_level("junior", ("git",)), a_level("mid", ("sql",))))

    def standing(self, desk, least=Grade.CLAIMED) -> LevelStanding:
        progress = desk.reader.progress()
        evidence = read_evidence(desk.reader, progress)
        return level_standing(self.LADDER, evidence, progress, least=least)

    def test_nobody_is_ready_for_anything_at_first(self, desk):
        assert self.standing(desk) == LevelStanding(next_level="Junior")

    def test_being_ready_for_a_level_asks_for_all_below_it(self, desk):
        desk.learning.set_state(SQL, State.DONE)
        assert self.standing(desk).level == ""
        desk.learning.set_state(GIT, State.DONE)
        standing = self.standing(desk)
        assert (standing.level, standing.percent, standing.proved) == ("Mid", READY, 0)
        assert standing.next_level == ""

    def test_the_own_word_counts_only_where_it_may(self, desk):
        desk.learning.set_state(GIT, State.DONE)
        assert self.standing(desk).level == "Junior"
        assert self.standing(desk, Grade.SHOWN).level == ""
        desk.proofs.add_link(GIT, "https://example.org/pr/1")
        proved = self.standing(desk, Grade.SHOWN)
        assert (proved.level, proved.percent) == ("Junior", 100)

    def test_what_is_being_learnt_counts_towards_the_next_level(self, desk):
        desk.learning.set_state(GIT, State.LEARNING)
        assert self.standing(desk).next_percent == 30

    def test_it_is_the_level_that_the_ladder_shows(self, desk):
        with desk.store.begin() as work:
            work.put_ladder(self.LADDER, {})
        for subject in (GIT, SQL):
            desk.learning.set_state(subject, State.DONE)
            journey = desk.journey()
            evidence = read_evidence(desk.reader, journey.progress)
            view = CareerBook(desk.reader, journey).view(evidence)
            standing = self.standing(desk)
            rung = view.rungs[view.ready]
            assert standing.level == rung.level.title
            assert standing.percent == rung.readiness.percent

    def test_a_record_names_it(self, desk):
        desk.learning.set_state(GIT, State.DONE)
        with desk.store.begin() as work:
            work.put_ladder(self.LADDER, {})
        record = read_record(desk.reader, desk.journey())
        assert record.level == "Junior"
        assert record.level_told(unproved=False) == ""
        assert portfolio(record).subtitle.startswith("Junior")
        assert "Junior" not in portfolio(record, Choices(unproved=False)).subtitle


SAID = Profile(
    name="Ada",
    headline="Backend developer",
    email="ada@example.org",
    home="Porto",
    links=("https://example.org/ada",),
    summary="# I build\n\n<script>x</script> *small* things",
)


class TestReport:
    def test_it_begins_with_who_the_learner_is(self):
        text = profile(replace(a_record(), profile=SAID)).markdown
        assert text.startswith("# Ada\n\nBackend developer")
        assert "Porto · [ada@example.org](mailto:ada@example.org) · " in text
        assert "[example.org/ada](https://example.org/ada)" in text
        assert "> ##### I build" in text
        assert "\n<script>" not in text

    def test_what_is_proved_comes_first_and_the_rest_by_name(self):
        text = profile(a_record()).body
        shown, others = text.split("## Also on my way")
        assert "- **HTTP** · Shown" in shown
        assert "Pull request 4" in shown
        assert "**Claimed:** Tests" in others
        assert "Queues" not in others.split("## Projects")[0]

    def test_the_own_word_and_hours_can_be_left_out(self):
        body = profile(a_record(), Choices(unproved=False, hours=False)).body
        assert "Tests" not in body
        assert "2 h 15 min" not in body
        assert "2 h 15 min" in profile(a_record()).body

    def test_a_confirmed_skill_stands_above_a_shown_one(self):
        record = a_record()
        stage = record.stages[0]
        late = replace(
            stage.skills[1],
            grade=Grade.ENDORSED,
            proofs=(a_proof(ProofKind.CONFIRMATION, value="The instructor"),),
        )
        skills = (stage.skills[0], late, *stage.skills[2:])
        stages = (replace(stage, skills=skills), *record.stages[1:])
        body = profile(replace(record, stages=stages)).body
        assert body.index("**Tests** · Endorsed") < body.index("**HTTP** · Shown")

    def test_no_folder_of_this_computer_and_no_note_is_in_it(self):
        project = a_project(repository="/home/ada/secret/api", status=State.DONE)
        record = a_record(projects=(project,), stages=())
        body = profile(record).body
        assert "To-do API" in body
        assert "secret" not in body
        assert "Client first." not in body
        assert "https://example.org/api" in profile(a_record()).body

    def test_a_commit_names_its_repository_alone(self, desk):
        desk.learning.set_states([GIT, API], State.DONE)
        desk.learning.set_state(API_FORM, State.DONE)
        desk.projects.set_field(API, REPOSITORY, "/home/ada/secret/api")
        body = profile(read_record(desk.reader, desk.journey())).body
        assert "Project: Build api" in body
        assert "secret" not in body

    def test_a_project_is_told_to_others_and_not_to_the_learner(self):
        brief = "Build a to-do API. Begin with the form. Graphics are out of scope."
        project = a_project(brief=brief, status=State.LEARNING, due=date(2026, 12, 11))
        told = profile(a_record(projects=(project,), stages=())).body
        assert "> Build a to-do API.\n" in told
        assert "Begin with" not in told
        assert "Due" not in told
        own = replace(project, own_brief=True)
        assert brief in profile(a_record(projects=(own,), stages=())).body

    def test_a_brief_in_own_words_is_known_as_such(self, desk):
        def work():
            every = project_works(desk.reader, desk.journey())
            return next(each for each in every if each.subject == API)

        assert not work().own_brief
        desk.projects.set_field(API, BRIEF, "What I built. And how.")
        assert work().in_short == "What I built. And how."

    def test_a_project_that_nothing_shows_is_left_out(self):
        bare = a_project(status=State.DONE, milestones=())
        body = profile(a_record(projects=(bare,), stages=())).body
        assert "To-do API" not in body

    def test_an_archived_project_is_left_out(self):
        body = profile(a_record(projects=(a_project(archived=True),), stages=())).body
        assert "To-do API" not in body

    def test_the_level_says_what_it_rests_on(self):
        standing = LevelStanding(
            level="Junior", percent=86, proved=40, next_level="Mid", next_percent=12
        )
        record = replace(a_record(), level="Junior", standing=standing)
        body = profile(record).body
        assert "**Junior**: 86% of what this level asks for, 40% with proof." in body
        assert "On the way to Mid: 12% of what it asks for." in body
        assert "Junior" not in profile(record, Choices(unproved=False)).markdown

    def test_a_level_that_the_headline_names_is_not_said_twice(self):
        said = Profile(headline="junior backend developer in Porto")
        record = replace(a_record(), level="Junior backend developer", profile=said)
        assert profile(record).subtitle == "junior backend developer in Porto"

    def test_an_empty_one_tells_the_learner_how_to_begin_and_nobody_else(self):
        record = a_record(stages=(), projects=())
        report = profile(replace(record, name=""))
        assert report.markdown.startswith("# Profile")
        assert "proved" not in report.markdown
        assert report.hint.startswith("Nothing is proved yet.")
