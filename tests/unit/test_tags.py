"""Tags: what a learner's names for things are, and what a half-typed one may become."""

from __future__ import annotations

from datetime import date

from tests.builders import API, API_FORM, API_TESTS, GIT
from tracker.domain.edit import REMOVED, TITLE, Change, Edit, Label
from tracker.domain.quick_log import TagNames, parse
from tracker.services.stamps import stamp
from tracker.services.tags import offered, suggested, tag_names, tag_of

NAMES = TagNames(
    {"git": GIT, "git-basics": GIT, "legit": "skill:legit"},
    {"api": API, "my-shop": "project:my-shop"},
    {"api/form": API_FORM, "api/tests": API_TESTS},
)
BY_SLUG = TagNames(
    {GIT.partition(":")[2]: GIT},
    {API.partition(":")[2]: API},
    {API_FORM.partition(":")[2]: API_FORM},
)


def test_a_beginning_comes_before_a_word_inside_and_each_thing_once():
    assert offered(NAMES, "#git") == [("#git", GIT), ("#legit", "skill:legit")]


def test_a_mark_alone_offers_what_there_is():
    assert offered(NAMES, "@") == [("@api", API), ("@my-shop", "project:my-shop")]


def test_milestones_are_offered_after_their_project():
    assert ("@api/tests", API_TESTS) in offered(NAMES, "@api")
    assert offered(NAMES, "@api/t") == [("@api/tests", API_TESTS)]


def test_nothing_is_offered_for_what_nobody_knows():
    assert offered(NAMES, "#zzz") == []


def test_projects_of_the_learner_can_be_named_until_they_are_removed(desk):
    def put(subject, field, value):
        edit = Edit(Label.CREATE, (Change(subject, field, None, value),))
        with desk.store.begin() as work:
            work.append(edit, stamp(desk.journal._now()))

    put("project:my-shop", TITLE, "My Shop")
    put("milestone:my-shop/cart", TITLE, "The cart")
    names = tag_names(desk.reader, "road")
    assert names.project("my-shop") == "project:my-shop"
    assert names.milestone("my-shop/the-cart") == "milestone:my-shop/cart"
    assert names.milestone("api/the-form") == API_FORM
    put("project:my-shop", REMOVED, "yes")
    assert tag_names(desk.reader, "road").project("my-shop") is None


def test_what_a_mistyped_tag_may_have_meant_is_suggested():
    assert suggested(NAMES, "#leggitt") == "skill:legit"
    assert suggested(NAMES, "@my-shopp-x") == "project:my-shop"
    assert suggested(NAMES, "@api/formm") == API_FORM
    assert suggested(NAMES, "@legit") == "skill:legit", "with the mark of the other"
    assert suggested(NAMES, "#zzz") is None
    assert suggested(NAMES, "#") is None


def test_the_tag_of_a_thing_is_read_as_that_thing():
    for subject in (GIT, API, API_FORM):
        line = parse(f"wrote {tag_of(subject)}", date(2026, 11, 25), BY_SLUG)
        assert line.links == (subject,)
