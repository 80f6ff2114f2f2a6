"""Every word that a learner reads was read by somebody who can spell it.

`words.txt` holds the words of Milepost's own texts, `titles.txt` those that only titles
of resources have, which are spelt as their authors spell them. Code in backticks,
addresses, slugs, aliases and patterns are no words. A word of letters stands between
what is neither letter, digit nor underline, so the parts of “don't” are two of them.
"""

from __future__ import annotations

import re

import pytest

from tests.content.reading import Text, lines_of, tell, words

# Names as others spell them: a statement and a level of SQL, a header, two of AWS.
NAMES = {"analyze", "authorization", "center", "organizations", "serializable"}
SIZE = re.compile(
    r"(?:down|half|over|re|right|up)?siz(?:able|e|ed|es|ing)|seiz.*|priz.*"
)
AMERICAN = re.compile(
    r".*[iy]z(?:able|ation|ations|e|ed|er|ers|es|ing)"
    r"|(?:behavi|col|endeav|fav|hon|lab|neighb|rum)or(?!ato).*"
    r"|(?:cancel|fuel|label|level|model|signal|total|travel)(?:ed|er|ing)"
    r"|(?:cent|fib|lit|theat)er(?:ed|s)?|(?:def|off|pret)ense|practic(?:ed|ing)"
    r"|(?:artifact|catalog|dialog|enroll|fulfill|license)s?"
    r"|gotten|gray|judgment|learned|math|skillful|toward"
)


def _of_resources(catalogue):
    return [
        Text(f"skill:{skill.slug}, resources", resource.title)
        for skill in catalogue.skills.values()
        for resource in skill.resources
    ]


@pytest.fixture(scope="session")
def used(texts, catalogue):
    """Return each word with the first place where it stands, by list."""
    own = _first_places(texts)
    titles = _first_places(_of_resources(catalogue))
    rest = {word: where for word, where in titles.items() if word not in own}
    return {"words.txt": own, "titles.txt": rest}


def _first_places(texts):
    found = {}
    for where, text in texts:
        for word in words(text):
            found.setdefault(word, where)
    return found


@pytest.fixture(params=["words.txt", "titles.txt"])
def name(request):
    return request.param


def test_every_word_stands_on_the_list(used, name):
    listed = set(lines_of(name))
    tell(
        f"“{word}” in {where}: mend it, or add it to {name} if it is spelt well"
        for word, where in sorted(used[name].items())
        if word not in listed
    )


def test_no_word_of_the_list_is_without_use(used, name):
    tell(f"Take “{w}” out of {name}" for w in lines_of(name) if w not in used[name])


def test_the_list_is_sorted_in_lower_case_and_has_each_once(name):
    listed = lines_of(name)
    assert listed == sorted({word.lower() for word in listed})


def test_milepost_spells_as_the_british_do():
    tell(
        f"American spelling: {word}"
        for word in lines_of("words.txt")
        if AMERICAN.fullmatch(word) and not SIZE.fullmatch(word) and word not in NAMES
    )


@pytest.mark.parametrize(
    "word", ["organize", "analyzing", "behavior", "labeled", "license", "center"]
)
def test_an_american_spelling_is_recognised(word):
    assert AMERICAN.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["organise", "behaviour", "laboratory", "licence", "labelled", "grey"]
)
def test_a_british_spelling_is_left_alone(word):
    assert not AMERICAN.fullmatch(word)


def test_code_and_addresses_are_no_words():
    text = "See [it](skill:git-basics), `rm -rf x`, https://a.org/b, pg_dump, 4L: don't"
    assert words(text) == ["see", "it", "don", "t"]
