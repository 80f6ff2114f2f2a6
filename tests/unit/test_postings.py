"""Job adverts that a learner keeps."""

from __future__ import annotations

import pytest

from tests.conftest import NOON
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.postings import LONGEST_TEXT, NewPosting, Postings
from tracker.services.wording import described

ADVERT = "Backend developer (Python)\n\nYou know SQL.\r\n- Git"


@pytest.fixture
def postings(desk):
    return Postings(desk.store, desk.announced.append, lambda: NOON)


def test_an_advert_is_kept_with_the_first_line_as_its_title(desk, postings):
    postings.add(ADVERT, company="A payments start-up", place=" Porto\n ")
    (kept,) = postings.all()
    assert kept.title == "Backend developer (Python)"
    assert kept.text.endswith("You know SQL.\n- Git")
    assert (kept.company, kept.place) == ("A payments start-up", "Porto")
    assert kept.added_on == NOON.date()
    assert desk.reader.title(kept.subject) == kept.title
    assert desk.reader.knows(kept.subject)


def test_its_words_are_found_by_the_search_and_gone_with_it(desk, postings):
    subject = postings.add(ADVERT).edit.changes[0].subject
    assert {s for s, _, _ in desk.reader.written("sql", 9)} == {subject}
    postings.remove(subject)
    assert desk.reader.written("sql", 9) == []
    desk.undo.undo()
    assert postings.all()[0].text.startswith("Backend")
    assert {s for s, _, _ in desk.reader.written("sql", 9)} == {subject}


@pytest.mark.parametrize("text", ["", " \n\t", "x" * (LONGEST_TEXT + 1)])
def test_no_text_or_too_much_is_refused(postings, text):
    with pytest.raises(BadInputError):
        postings.add(text)
    assert postings.all() == ()


def test_what_is_said_of_it_can_be_put_right(postings):
    subject = postings.add(ADVERT).edit.changes[0].subject
    postings.change(subject, title="Senior developer", company="")
    assert postings.posting(subject).title == "Senior developer"
    assert postings.change(subject, title="Senior developer") is None
    with pytest.raises(BadInputError, match="empty"):
        postings.change(subject, title="  ")


def test_one_that_is_gone_is_told(postings):
    with pytest.raises(NotFoundError):
        postings.remove("posting:0")


def test_the_newest_comes_first(desk):
    hours = iter(range(3))
    later = Postings(
        desk.store, desk.announced.append, lambda: NOON.replace(hour=next(hours))
    )
    for title in ("one", "two", "three"):
        later.add("text", title)
    assert [p.title for p in later.all()] == ["three", "two", "one"]


def told(desk) -> str:
    return described(desk.announced[-1].edit, desk.reader.title)


def test_several_are_one_action(desk, postings):
    kept = postings.add_all([NewPosting("one", company="A"), NewPosting("two")])
    assert kept.known == 0
    assert told(desk) == "2 adverts kept"
    assert [postings.posting(s).title for s in kept.subjects] == ["one", "two"]
    desk.undo.undo()
    assert postings.all() == ()


def test_the_same_text_is_kept_once_and_its_place_told(desk, postings):
    (first,) = postings.add_all([NewPosting("one \r\n two")]).subjects
    again = postings.add_all(
        [NewPosting("new"), NewPosting(" one \n two\n"), NewPosting("new")]
    )
    assert again.known == 2
    assert again.subjects[1] == first
    assert again.subjects[0] == again.subjects[2]
    assert len(postings.all()) == 2
    assert postings.add_all([NewPosting("new")]).stored is None


def test_a_line_of_the_journal_with_the_same_words_is_no_advert(desk, postings):
    desk.journal.add(NOON.date(), 10, "one", ())
    assert postings.add_all([NewPosting("one")]).known == 0


def test_of_several_with_a_bad_one_none_is_kept(postings):
    with pytest.raises(BadInputError):
        postings.add_all([NewPosting("one"), NewPosting(" ")])
    assert postings.all() == ()


def test_what_it_asks_can_be_put_right_and_taken_back(desk, postings):
    subject = postings.add(ADVERT).edit.changes[0].subject
    postings.set_need(subject, ["sql"], "nice")
    postings.set_need(subject, ["git"], "not")
    assert postings.posting(subject).needs == {"git": "not", "sql": "nice"}
    assert told(desk) == "What “Backend developer (Python)” asks for put right"
    postings.set_need(subject, ["sql"], "")
    assert postings.posting(subject).needs == {"git": "not"}
    desk.undo.undo()
    assert postings.posting(subject).needs["sql"] == "nice"


def test_several_are_removed_and_come_back_with_all_that_was_said(desk, postings):
    subjects = postings.add_all([NewPosting("one"), NewPosting("two")]).subjects
    postings.set_need(subjects[0], ["sql"], "must")
    postings.change(subjects[0], title="First")
    postings.remove(*subjects)
    assert told(desk) == "2 adverts removed"
    desk.undo.undo()
    assert postings.posting(subjects[0]).title == "First"
    assert postings.posting(subjects[0]).needs == {"sql": "must"}


def test_one_is_named_by_the_end_of_its_name(postings):
    subject = postings.add(ADVERT).edit.changes[0].subject
    assert postings.named(subject[-8:]).subject == subject
    for end in ("", "zzzz"):
        with pytest.raises(NotFoundError):
            postings.named(end)


def test_the_words_of_its_edits(desk, postings):
    subject = postings.add(ADVERT).edit.changes[0].subject
    assert told(desk) == "Advert “Backend developer (Python)” kept"
    postings.change(subject, place="Porto")
    assert told(desk) == "Advert “Backend developer (Python)” changed"
    postings.remove(subject)
    assert told(desk) == "Advert “Backend developer (Python)” removed"


@pytest.mark.parametrize("first", ["## Developer", "**Developer**", "- Developer:"])
def test_a_title_has_no_marks_of_a_heading(postings, first):
    postings.add(f"{first}\n\nGit")
    assert postings.all()[0].title == "Developer"


def test_a_first_line_of_nothing_but_marks_is_a_title_all_the_same(postings):
    postings.add("---\nGit")
    assert postings.all()[0].title == "---"
