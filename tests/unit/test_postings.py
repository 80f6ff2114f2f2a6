"""Job adverts that a learner keeps."""

from __future__ import annotations

import pytest

from tests.conftest import NOON
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.postings import LONGEST_TEXT, Postings

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
