"""Adverts copied from pages, or written in haste: each of these was once misread."""

from __future__ import annotations

import pytest

from tests.unit.fit_words import needs


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
