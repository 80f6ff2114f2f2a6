"""Interview questions: their order, what is kept of an answer, and what is asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import GIT, SQL, a_roadmap, a_skill, a_stage
from tests.conftest import NOON
from tracker.domain.edit import TARGET, State
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.interview import (
    Answer,
    Answers,
    SkillQuestion,
    Verdict,
    by_skill,
    in_order,
    questions_of,
)
from tracker.domain.ladder import Requirement
from tracker.domain.limits import TEXT_LENGTH
from tracker.domain.skill import Question
from tracker.services.doctor import examine
from tracker.services.evidence import read_evidence
from tracker.services.found import Place, place_text, search_written
from tracker.services.grades import Grounds, stored_grounds
from tracker.services.interview import (
    Interviews,
    Questions,
    best_of,
    read_history,
    skills_for,
)
from tracker.services.plan import Plan
from tracker.services.record import read_record
from tracker.services.reports import Choices, book
from tracker.services.wording import described

DAY = date(2026, 11, 20)
WHY = SkillQuestion(GIT, "Git", "Why branches?", "To work apart.")
HOW = SkillQuestion(GIT, "Git", "How to merge?", "git merge")
JOIN = SkillQuestion(SQL, "Sql", "What is a join?", "Rows of two tables.")
ALL = (WHY, HOW, JOIN)


def answered(number: int, asked: SkillQuestion, result: Verdict | None) -> Answer:
    return Answer(
        subject=f"answer:{number:04}",
        target=asked.skill,
        question=asked.ask,
        result=result,
        day=DAY,
    )


class TestOrder:
    def test_new_questions_go_from_skill_to_skill(self):
        assert in_order(ALL, Answers()) == [WHY, JOIN, HOW]

    def test_new_before_bad_before_good(self):
        history = Answers(
            [answered(1, WHY, Verdict.GOOD), answered(2, JOIN, Verdict.AGAIN)]
        )
        assert in_order(ALL, history) == [HOW, JOIN, WHY]

    def test_not_yet_comes_before_partly_even_if_it_was_later(self):
        history = Answers(
            [answered(1, WHY, Verdict.PARTLY), answered(2, JOIN, Verdict.AGAIN)]
        )
        assert in_order((WHY, JOIN), history) == [JOIN, WHY]

    def test_of_two_that_went_alike_the_older_one_comes_first(self):
        history = Answers(
            [answered(1, JOIN, Verdict.GOOD), answered(2, WHY, Verdict.GOOD)]
        )
        assert in_order((WHY, JOIN), history) == [JOIN, WHY]

    def test_only_the_last_answer_counts(self):
        history = Answers(
            [answered(1, WHY, Verdict.AGAIN), answered(2, WHY, Verdict.GOOD)]
        )
        assert history.weak() == []
        assert in_order((WHY, HOW), history) == [HOW, WHY]

    def test_what_was_begun_and_not_judged_counts_as_new(self):
        history = Answers([answered(1, WHY, None)])
        assert in_order((WHY, HOW), history)[0] == WHY
        assert history.unjudged(WHY) is not None
        assert history.last(WHY) is None

    @given(
        st.lists(st.tuples(st.sampled_from(ALL), st.sampled_from([*Verdict, None]))),
        st.integers(0, 5),
    )
    def test_every_question_comes_once_and_a_short_round_is_the_beginning(
        self, given_, most
    ):
        history = Answers(answered(n, a, r) for n, (a, r) in enumerate(given_))
        whole = in_order(ALL, history)
        assert sorted(whole) == sorted(ALL)
        assert in_order(ALL, history, most) == whole[:most]

    def test_blanks_make_no_other_question(self):
        same = WHY._replace(ask="Why\n  branches?")
        history = Answers([answered(1, same, Verdict.GOOD)])
        assert history.last(WHY) is not None

    def test_two_skills_may_ask_the_same(self):
        other = WHY._replace(skill=SQL)
        history = Answers([answered(1, other, Verdict.GOOD)])
        assert history.last(WHY) is None


def test_a_round_is_told_skill_by_skill_the_worst_first():
    rows = by_skill([(WHY, Verdict.GOOD), (HOW, Verdict.PARTLY), (JOIN, Verdict.AGAIN)])
    assert [(row.skill, row.repeat) for row in rows] == [
        (SQL, (JOIN.ask,)),
        (GIT, (HOW.ask,)),
    ]
    assert rows[1].tally.good == rows[1].tally.partly == 1


def test_questions_of_skills_keep_their_order_and_stand_once():
    git = a_skill(
        questions=(Question(ask="A", answer="B"), Question(ask="C", answer="D"))
    )
    assert [q.ask for q in questions_of([git, git])] == ["A", "C"]


@pytest.fixture
def interviews(desk):
    seconds = count()  # two answers are never given at one moment
    now = lambda: NOON + timedelta(seconds=next(seconds))  # noqa: E731
    return Interviews(desk.store, desk.announced.append, now)


class TestKeeping:
    def test_an_answer_is_kept_with_its_skill_and_day(self, desk, interviews):
        interviews.judge(WHY, Verdict.PARTLY, "So that **two** can work")
        (kept,) = read_history(desk.reader).of_skill(GIT)
        assert (kept.question, kept.result) == (WHY.ask, Verdict.PARTLY)
        assert kept.text == "So that **two** can work"
        assert kept.day == NOON.date()
        assert described(desk.announced[-1].edit, desk.reader.title) == "“Git”: Partly"
        assert examine(desk.reader) == []

    def test_what_was_only_typed_waits_and_becomes_the_answer(self, interviews):
        interviews.write(WHY, "Half a")
        interviews.write(WHY, "Half an answer")
        assert interviews.history().unjudged(WHY).text == "Half an answer"
        interviews.judge(WHY, Verdict.GOOD)
        (kept,) = interviews.history().answers
        assert (kept.text, kept.result) == ("Half an answer", Verdict.GOOD)

    def test_typing_everything_away_leaves_nothing(self, desk, interviews):
        interviews.write(WHY, "Half")
        interviews.write(WHY, " \n")
        assert interviews.history().answers == ()
        assert desk.reader.all_values(TARGET) == {}
        assert interviews.write(WHY, "") is None

    def test_the_same_text_again_stores_nothing(self, desk, interviews):
        interviews.write(WHY, "Half")
        stored = len(desk.announced)
        assert interviews.write(WHY, "Half") is None
        assert len(desk.announced) == stored

    def test_undo_takes_the_judgement_back_and_leaves_the_text(self, desk, interviews):
        interviews.write(WHY, "Half")
        interviews.judge(WHY, Verdict.AGAIN)
        desk.undo.undo()
        assert interviews.history().unjudged(WHY).text == "Half"
        desk.undo.redo()
        assert interviews.history().last(WHY).result is Verdict.AGAIN

    def test_answers_to_one_question_are_all_kept(self, interviews):
        interviews.judge(WHY, Verdict.AGAIN, "First")
        interviews.judge(WHY, Verdict.GOOD, "Second")
        history = interviews.history()
        assert [a.text for a in history.of_skill(GIT)] == ["First", "Second"]

    def test_a_judgement_can_be_changed_and_an_answer_removed(self, desk, interviews):
        interviews.judge(WHY, Verdict.AGAIN, "First")
        subject = interviews.history().answers[0].subject
        assert interviews.judge_again(subject, Verdict.AGAIN) is None
        interviews.judge_again(subject, Verdict.GOOD)
        assert described(desk.announced[-1].edit, desk.reader.title) == (
            "“Git”: Went well"
        )
        interviews.remove(subject)
        assert interviews.history().answers == ()
        with pytest.raises(NotFoundError):
            interviews.judge_again(subject, Verdict.GOOD)
        desk.undo.undo()
        assert interviews.history().last(WHY).text == "First"

    def test_a_changed_answer_takes_its_words_along(self, interviews):
        interviews.judge(WHY, Verdict.AGAIN, "First")
        subject = interviews.history().answers[0].subject
        interviews.judge_again(subject, Verdict.GOOD, "")
        (kept,) = interviews.history().answers
        assert (kept.text, kept.result) == ("", Verdict.GOOD)

    def test_what_another_program_judged_just_before_stays(
        self, desk, interviews, monkeypatch
    ):
        interviews.write(WHY, "Half")
        begin = desk.store.begin

        def begin_late():
            monkeypatch.setattr(desk.store, "begin", begin)
            interviews.judge(WHY, Verdict.GOOD)
            return begin()

        monkeypatch.setattr(desk.store, "begin", begin_late)
        interviews.judge(WHY, Verdict.AGAIN, "Mine")
        assert [(a.text, a.result) for a in interviews.history().answers] == [
            ("Half", Verdict.GOOD),
            ("Mine", Verdict.AGAIN),
        ]

    def test_a_text_that_is_too_long_is_refused_with_its_length(self, interviews):
        with pytest.raises(BadInputError, match=str(TEXT_LENGTH + 1)):
            interviews.judge(WHY, Verdict.GOOD, "x" * (TEXT_LENGTH + 1))
        assert interviews.history().answers == ()

    def test_a_skill_that_is_on_no_roadmap_is_refused(self, interviews):
        with pytest.raises(NotFoundError, match="no-such"):
            interviews.judge(WHY._replace(skill="skill:no-such"), Verdict.GOOD)

    def test_its_words_lead_to_the_skill(self, desk, interviews):
        interviews.judge(JOIN, Verdict.GOOD, "Like a zipper")
        (hit,) = search_written(desk.reader, "zipper", 9)
        assert (hit.subject, hit.place) == (SQL, Place.ANSWER)
        assert place_text(hit) == f"Answer on “{desk.reader.title(SQL)}”"

    def test_a_result_of_a_newer_version_is_none(self, desk, interviews):
        interviews.judge(WHY, Verdict.GOOD, "x")
        history = Answers([answered(1, WHY, None), *interviews.history().answers])
        assert history.last(WHY).text == "x"

    def test_answers_are_no_proof(self, desk, interviews):
        interviews.judge(WHY, Verdict.GOOD, "x")
        assert read_evidence(desk.reader, desk.reader.progress()).proofs == ()

    def test_the_book_tells_them_unless_notes_are_left_out(self, desk, interviews):
        desk.learning.set_state(GIT, State.DONE)
        interviews.judge(WHY, Verdict.PARTLY, "# In my words")
        record = read_record(desk.reader, desk.journey())
        body = book(record).body
        assert "- Why branches? · Partly · 21 November 2026" in body
        assert "  ##### In my words" in body
        assert "Why branches?" not in book(record, Choices(notes=False)).body


class TestAsking:
    @pytest.fixture
    def asking(self, desk):
        git = a_skill(questions=(Question(ask="A?", answer="B"),))
        sql = a_skill("sql", "join", questions=(Question(ask="C?", answer="D"),))
        later = a_stage("later", sql, a_skill("tests", "unit"))
        desk.roadmaps.add(a_roadmap(a_stage("basics", git), later), "2")
        return desk

    def grounds(self, desk) -> Grounds:
        return stored_grounds(desk.reader)

    def test_questions_are_found_on_whatever_stage_a_skill_stands(self, asking):
        found = Questions(asking.reader).of(["sql", "git", "tests", "nowhere"])
        assert [(q.skill, q.ask) for q in found] == [(SQL, "C?"), (GIT, "A?")]

    def test_of_alternatives_the_one_that_the_learner_has_is_asked(self, asking):
        either = Requirement(any=("git", "sql"))
        assert best_of([either], self.grounds(asking)) == ["git"]
        asking.learning.set_state(SQL, State.LEARNING)
        assert best_of([either], self.grounds(asking)) == ["sql"]

    def test_an_advert_asks_for_what_is_read_from_it(self, asking):
        grounds = self.grounds(asking)
        read = {"posting:1": ["sql", "git", "sql"]}.__getitem__
        asked = skills_for(asking.reader, "posting:1", grounds, read)
        assert asked == ["sql", "git"]

    def test_what_did_not_go_well_is_collected(self, asking, interviews):
        interviews.judge(JOIN, Verdict.PARTLY)
        interviews.judge(WHY, Verdict.GOOD)
        grounds = self.grounds(asking)
        assert skills_for(asking.reader, "weak", grounds, list) == ["sql"]

    def test_a_level_that_is_not_there_is_told(self, asking):
        with pytest.raises(NotFoundError, match="admiral"):
            skills_for(asking.reader, "level:admiral", self.grounds(asking), list)

    def test_weak_skills_can_be_planned(self, asking, interviews):
        interviews.judge(JOIN, Verdict.AGAIN)
        plan = Plan(asking.store, asking.announced.append, lambda: NOON)
        plan.add(interviews.history().weak())
        assert list(asking.reader.all_values("planned")) == [SQL]

    def test_results_stay_when_the_questions_of_a_skill_change(self, desk, interviews):
        interviews.judge(WHY, Verdict.GOOD, "Mine")
        desk.roadmaps.add(a_roadmap(a_stage("basics", a_skill(questions=()))), "3")
        assert interviews.history().of_skill(GIT)[0].text == "Mine"
