"""Reasons, resources, questions, aliases and hints of a skill in a file."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from tracker.domain.errors import UnreadableFileError
from tracker.domain.skill import Hints, Question, Resource
from tracker.interchange.roadmap_file import read_catalogue
from tracker.interchange.yaml_nodes import shown

ADDRESS = (
    "an address such as https://example.org/page, without a user’s name, quotes, "
    "brackets or unseen characters"
)
GOOD = """\
format: milepost-catalogue/1
family: data
title: Data
skills:
  - slug: indexes
    title: Indexes
    summary: Read few rows.
    why: Most slow pages miss one.
    hours: 8-14
    aliases: [index tuning, "B-tree"]
    outcomes: [{slug: explain, text: I can show it.}]
    resources:
      - title: The manual
        url: https://www.postgresql.org/docs/current/indexes.html
        kind: documentation
        cost: free
        language: en
    questions:
      - ask: Why not all?
        answer: Each one slows down writing.
    hints:
      files: ["**/*.sql"]
      packages: ["pypi:alembic"]
"""


@pytest.fixture
def told(tmp_path):
    """Return what is told of an edited file: path, found, expected."""

    def told(old, new):
        assert GOOD.count(old) == 1
        path = tmp_path / "data.yaml"
        path.write_text(GOOD.replace(old, new))
        with pytest.raises(UnreadableFileError) as caught:
            read_catalogue([path])
        (problem,) = caught.value.problems
        return problem.path, problem.found, problem.expected

    return told


def test_everything_is_read(tmp_path):
    path = tmp_path / "data.yaml"
    path.write_text(GOOD)
    skill = read_catalogue([path]).skills["indexes"]
    assert skill.why == "Most slow pages miss one."
    assert skill.aliases == ("index tuning", "B-tree")
    assert skill.resources == (
        Resource(
            title="The manual",
            url="https://www.postgresql.org/docs/current/indexes.html",
            kind="documentation",
            cost="free",
            language="en",
        ),
    )
    assert skill.questions == (
        Question(ask="Why not all?", answer="Each one slows down writing."),
    )
    assert skill.hints == Hints(files=("**/*.sql",), packages=("pypi:alembic",))


@pytest.mark.parametrize(
    ("old", "new", "where", "found", "expected"),
    [
        (
            "https://www.postgresql.org/docs/current/indexes.html",
            "javascript:alert(1)",
            "skills[0].resources[0].url",
            "'javascript:alert(1)'",
            ADDRESS,
        ),
        *(
            (
                "https://www.postgresql.org/docs/current/indexes.html",
                f'"{address}"',
                "skills[0].resources[0].url",
                shown(address.encode().decode("unicode_escape")),
                ADDRESS,
            )
            for address in (
                r"https://example.org/\x1b]0;x\x07",
                r"https://example.org/\u202egro.live",
                r"https://exam\u200bple.org/",
                r"https://bank.example@evil.example/",
                r"https://example.org/\x22><img",
                r"https://localhost",
                r"https://-.-/",
                r"https://e.org/%zz",
            )
        ),
        (
            "pypi:alembic",
            r"pypi:a\x1b[31mb",
            "skills[0].hints.packages[0]",
            shown("pypi:a\x1b[31mb"),
            (
                "an ecosystem and a name, such as pypi:django; ecosystems are pypi, "
                "npm, maven, packagist, nuget, rubygems, go, crates"
            ),
        ),
        *(
            (
                "title: Indexes",
                f'title: "{title}"',
                "skills[0].title",
                shown(normalize("NFC", title.encode().decode("unicode_escape"))),
                "a line whose characters one can see",
            )
            for title in (
                r"\u200b",
                r"\u2800\u3164",
                r"\u115f \u00ad",
                "e" + r"\u0301" * 6,
            )
        ),
        (
            "kind: documentation",
            "kind: blog",
            "skills[0].resources[0].kind",
            "'blog'",
            (
                "one of 'documentation', 'specification', 'tutorial', 'course', "
                "'book', 'video', 'article' or 'practice'"
            ),
        ),
        (
            "cost: free",
            "cost: cheap",
            "skills[0].resources[0].cost",
            "'cheap'",
            "one of 'free', 'paid' or 'mixed'",
        ),
        (
            "language: en",
            "language: English",
            "skills[0].resources[0].language",
            "'English'",
            "the code of a language, such as en or de",
        ),
        (
            "pypi:alembic",
            "alembic",
            "skills[0].hints.packages[0]",
            "'alembic'",
            (
                "an ecosystem and a name, such as pypi:django; ecosystems are pypi, "
                "npm, maven, packagist, nuget, rubygems, go, crates"
            ),
        ),
        (
            "      - ask: Why not all?\n        answer:",
            "      - answer:",
            "skills[0].questions[0].ask",
            "nothing",
            "a line “ask: …”",
        ),
        (
            "language: en",
            "language: en\n        price: 3",
            "skills[0].resources[0].price",
            "the unknown key 'price'",
            "one of title, url, kind, cost, language",
        ),
        (
            "hints:\n      files",
            "hints:\n      file",
            "skills[0].hints.file",
            "the unknown key 'file'",
            "one of files, packages; did you mean 'files'?",
        ),
    ],
)
def test_each_problem_is_told_where_it_is(told, old, new, where, found, expected):
    assert told(old, new) == (where, found, expected)
