"""Adverts copied from pages, or written in haste: each of these was once misread."""

from __future__ import annotations

import pytest

from tests.unit.fit_words import SKILLS, ignored, needs, read, skills
from tracker.domain.fit.vocabulary import Vocabulary


class TestWithinWhatMustBe:
    @pytest.mark.parametrize(
        "line",
        [
            "  • Solid experience with: Python, Kafka",
            "  * Solid experience with: Python, Kafka",
            "- Solid experience with: Python, Kafka",
            "Knowledge of: Python, Kafka",
            "Technical skills: Python, Kafka",
            "**Skills:** Python, Kafka",
            "Kenntnisse: Python, Kafka",
            "- Deep knowledge of Python with experience in:\n- Kafka",
            "- Hands-on with Python:\n- Kafka",
            "You know Python\n\nYou have experience with:\n\n• Kafka",
        ],
    )
    def test_a_label_takes_nothing_back(self, line):
        text = f"Requirements\n\n  • Five years in a team\n{line}\n"
        assert needs(text) == {"python": "must", "kafka": "must"}

    def test_nor_does_a_heading_right_below_that_of_the_whole(self):
        text = "Mandatory requirements\nExperience & Education\n- Java\n\nData\n- Kafka"
        assert needs(text) == {"java": "must", "kafka": "must"}

    def test_another_matter_is_one_all_the_same(self):
        text = "Requirements\nJava\nYour tasks: Docker\nNice to have: Skills: Kafka"
        assert needs(text) == {"java": "must", "docker": "asked", "kafka": "nice"}


def test_what_is_most_important_is_a_must():
    assert needs("Most important:\n- Python")["python"] == "must"
    assert needs("What is important to us:\n- Python") == {}


def test_an_unknown_heading_ends_the_list_of_what_would_be_nice():
    text = "Nice to have\n\n- Kafka\n\n**Personal:**\n\n- Mentoring"
    assert needs(text) == {"kafka": "nice", "mentoring": "asked"}


def test_an_address_does_not_go_on_in_the_heading_below_it():
    text = "Page: https://example.org/jobs/\n\nMust have:\n\n- Python"
    assert needs(text) == {"python": "must"}


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Help teams to build the Kafka required to deliver features.", "asked"),
        ("Kafka is required to take part.", "must"),
        ("Kafka is cool, but no must.", "nice"),
        ("Would be sweet if you had seen Kafka.", "nice"),
        ("Kafka would be sweet", "nice"),
    ],
)
def test_words_said_in_passing_weigh_as_they_are_meant(text, need):
    assert needs(text)["kafka"] == need


def test_but_no_must_speaks_of_the_list_before_it_alone():
    text = "You write Java and have seen Kafka and Docker, but that is no must."
    assert needs(text) == {"java": "asked", "kafka": "nice", "docker": "nice"}


class TestOtherTrades:
    TEXT = (
        "Senior engineer for the lake in Oslo. We keep events from all over the world "
        "and look at them with good friends in a small town near the sea."
    )

    def test_three_names_are_enough_though_each_is_a_word_too(self):
        found = skills(self.TEXT + " Toolset: Java, Flink, Spring")
        assert found == {"java", "batch-and-streaming", "spring-boot"}

    @pytest.mark.parametrize(
        "title", ["Data engineer", "Site reliability engineer", "Desenvolvedor"]
    )
    def test_so_is_the_title_of_a_job_of_this_trade(self, title):
        assert skills(f"{title}. {self.TEXT} We use Spring.") == {"spring-boot"}

    def test_what_does_not_count_is_told_with_its_reason(self):
        text = self.TEXT + " We use Spring, Java."
        assert needs(text) == {}
        assert ignored(text) == {"spring-boot": "TRADE", "java": "TRADE"}


def test_a_product_of_a_framework_is_the_framework_and_nothing_else():
    names = Vocabulary.of(
        [*SKILLS, ("web", "Web framework", ["MVC"]), ("spring", "Spring MVC", [])]
    )
    assert skills("Spring MVC", names) == {"spring"}


def test_a_share_before_go_says_that_a_language_is_meant():
    assert skills("The backend is 100% Go with some scripts") == {"go"}
    assert skills("Give 100% go-getting") == set()


def test_leave_to_work_somewhere_is_no_skill():
    names = Vocabulary.of([("authorisation", "Authorisation", ["authorization"])])
    text = "You have authorization to work in Norway (work authorisation)."
    assert skills(text, names) == set()
    assert skills("Authentication and authorization", names) == {"authorisation"}


def test_a_list_in_french_is_french():
    text = (
        "Maîtrise de Python. Travail au bureau à Nantes. Mise à jour de Docker. "
        "Connaissance de Kafka."
    )
    assert read(text).language == "fr"


class TestHyphens:
    NAMES = Vocabulary.of(
        [
            *SKILLS,
            ("post-mortems", "Blameless postmortems", ["postmortem"]),
            ("objects", "Objects", ["objektorientierte Programmierung"]),
        ]
    )

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("You lead post-mortems", {"post-mortems"}),
            ("Objekt-orientierte Programmierung", {"objects"}),
            ("Type-Script or Java-Script", {"typescript", "javascript"}),
            ("We re-act, with no tools", set()),
            ("Java-based, SQL-like", {"java", "sql-queries"}),
        ],
    )
    def test_within_a_name_hide_nothing(self, text, found):
        assert skills(text, self.NAMES) == found

    def test_no_sql_denies_nothing(self):
        assert needs("We use no-sql technologies") == {"nosql-choices": "asked"}
        assert needs("We use no SQL") == {}


class TestSharedWords:
    NAMES = Vocabulary.of(
        [
            ("input", "Validate input", ["request validation"]),
            ("static", "Static analysis", []),
            ("search", "Full-text search", []),
        ]
    )

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("request/response validation", {"input"}),
            ("static or dynamic analysis", {"static"}),
            ("full-text and geo-search", {"search"}),
            ("static and dynamic pages", set()),
            ("static, and we like deep analysis", set()),
        ],
    )
    def test_may_stand_behind_another(self, text, found):
        assert skills(text, self.NAMES) == found
