"""Must, asked, nice or not at all: what the words around a skill say of it."""

from __future__ import annotations

import pytest

from tests.unit.fit_words import choices, ignored, needs, read


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("Python is a must.", "must"),
        ("You must have solid Python skills.", "must"),
        ("Python is required.", "must"),
        ("Knowledge of Python is mandatory", "must"),
        ("Python (must)", "must"),
        ("Python - must have", "must"),
        ("Required: Python", "must"),
        ("At least 3 years of Python", "must"),
        ("Minimum five years with Python", "must"),
        ("Mindestens 3 Jahre Erfahrung mit Python", "must"),
        ("Python ist zwingend erforderlich", "must"),
        ("Zwingend erforderlich sind Kenntnisse in Python", "must"),
        ("Gute Kenntnisse in Python setzen wir voraus", "must"),
        ("Python ist ein Muss", "must"),
        ("You know Python.", "asked"),
        ("3+ years of Python", "asked"),
        ("Sehr gute Kenntnisse in Python", "asked"),
        ("At least one of our services is in Python", "asked"),
        ("Python is a plus.", "nice"),
        ("Python would be a big plus", "nice"),
        ("Ideally you know Python", "nice"),
        ("Nice to have: Python", "nice"),
        ("Python (nice-to-have)", "nice"),
        ("Python preferred", "nice"),
        ("Preferably Python", "nice"),
        ("Python is not a must", "nice"),
        ("Python von Vorteil", "nice"),
        ("Wünschenswert sind Kenntnisse in Python", "nice"),
        ("Idealerweise Python", "nice"),
        ("Python ist kein Muss", "nice"),
        ("Interest in Python", "nice"),
        ("Willing to learn Python", "nice"),
        ("Not only Python counts", "asked"),
        ("You are not afraid of Python", "asked"),
        ("Keine Angst vor Python", "asked"),
    ],
)
def test_a_phrase_says_how_much_it_is_wanted(sentence, need):
    assert needs(sentence) == {"python": need}


@pytest.mark.parametrize(
    "sentence",
    [
        "No Python needed",
        "We don't use Python",
        "We do not require Python",
        "Python is not required",
        "Python isn't necessary",
        "You don’t need Python",
        "Not required: Python",
        "Kein Python",
        "Python brauchst du nicht",
        "Kenntnisse in Python werden nicht vorausgesetzt",
        "No Python experience required",
        "Neither Java nor Python",
    ],
)
def test_what_is_denied_does_not_count(sentence):
    assert "python" not in needs(sentence)
    assert ignored(sentence)["python"] == "NOT_ASKED"


def test_each_skill_of_a_sentence_has_the_cue_beside_it():
    text = "Python is a must, Java required; Kafka would be nice, ideally also Rust."
    assert needs(text) == {
        "python": "must",
        "java": "must",
        "kafka": "nice",
        "rust": "nice",
    }


def test_a_cue_in_brackets_is_about_what_stands_right_before_it():
    assert needs("Python (must), Docker (nice to have), Kafka") == {
        "python": "must",
        "docker": "nice",
        "kafka": "asked",
    }


def test_a_cue_in_brackets_before_a_skill_is_about_that_one():
    assert needs("SQL, Kafka and (ideally) Rust") == {
        "sql-queries": "asked",
        "kafka": "asked",
        "rust": "nice",
    }


def test_a_cue_may_be_about_all_that_stands_before_it():
    assert needs("Python, Docker and Kafka (all must have!), ideally Rust") == {
        "python": "must",
        "docker": "must",
        "kafka": "must",
        "rust": "nice",
    }


def test_a_but_keeps_two_matters_apart():
    text = "Ideally you know Kafka, but Java is a must"
    assert needs(text) == {"kafka": "nice", "java": "must"}


def test_no_reaches_to_the_end_of_its_list_and_no_further():
    text = "No Java, PHP or Rust, but a lot of Python"
    assert needs(text) == {"python": "asked"}
    assert needs("No legacy, just Go services and Python") == {
        "go": "asked",
        "python": "asked",
    }


@pytest.mark.parametrize(
    ("heading", "item", "need"),
    [
        ("What you bring", "3+ years of Python", "must"),
        ("Dein Profil", "3+ Jahre Erfahrung mit Python", "must"),
        ("What you bring", "3+ years of Python preferred", "nice"),
        ("What you bring", "Ideally 3+ years of Python", "nice"),
        ("What you bring", "Ideally at least 3 years of Python", "nice"),
        ("What you bring", "Up to 3 years of Python", "asked"),
        ("Nice to have", "3+ years of Python", "nice"),
        ("Nice to have", "At least 3 years of Python", "nice"),
    ],
)
def test_the_least_number_of_years_is_a_must_where_a_heading_asks(heading, item, need):
    assert needs(f"Backend developer\n\n{heading}:\n- {item}\n") == {"python": need}


def test_a_must_reaches_to_the_end_of_its_list_and_no_further():
    text = "You must know Java, Kafka and Docker, some experience with Azure"
    assert needs(text) == {
        "java": "must",
        "kafka": "must",
        "docker": "must",
        "azure": "asked",
    }


def test_a_must_reaches_over_the_short_phrases_of_its_list():
    text = (
        "You must have strong Python (Django or Flask), REST API design, "
        "and good Docker. Knowledge of Azure is welcome."
    )
    found = needs(text)
    assert {found[s] for s in ("python", "django", "rest-api-design", "docker")} == {
        "must"
    }
    assert found["azure"] == "nice"


class TestHeadings:
    TEXT = """
Backend developer (Python)

Requirements
- Java
- Docker is a plus
- no PHP required

Nice to have:
* Kafka
* SQL is a must

## What we offer
- mentoring, and a budget for AWS

Your profile

You know Rust.

How to apply
Send a cover letter. We like Azure.
"""

    def test_say_what_the_lines_below_them_are(self):
        assert needs(self.TEXT) == {
            "python": "asked",
            "java": "must",
            "docker": "nice",
            "kafka": "nice",
            "sql-queries": "must",
            "rust": "asked",
        }

    def test_what_is_offered_or_about_applying_does_not_count(self):
        assert ignored(self.TEXT) == {
            "php": "NOT_ASKED",
            "mentoring": "OFFERED",
            "aws": "OFFERED",
            "write-a-cv": "APPLYING",
            "azure": "APPLYING",
        }

    @pytest.mark.parametrize(
        ("heading", "need"),
        [
            ("REQUIRED SKILLS", "must"),
            ("**Must-haves:**", "must"),
            ("### Essential criteria", "must"),
            ("Anforderungen:", "must"),
            ("What you need", "must"),
            ("Das bringst du mit", "asked"),
            ("Dein Profil", "asked"),
            ("Responsibilities", "asked"),
            ("Bonus points", "nice"),
            ("Nice extras, not required", "nice"),
            ("Wünschenswert:", "nice"),
            ("Some unknown heading:", "asked"),
            ("Soll-Anforderungen:", "asked"),
            ("Kann-Kriterien", "nice"),
            ("Not required, but we'd love it if you had", "nice"),
        ],
    )
    def test_are_known_in_many_ways(self, heading, need):
        assert needs(f"{heading}\n\n- Python\n") == {"python": need}

    @pytest.mark.parametrize(
        ("heading", "reason"),
        [
            ("What we offer", "OFFERED"),
            ("Wir bieten:", "OFFERED"),
            ("Benefits", "OFFERED"),
            ("About us", "ABOUT"),
            ("Über uns", "ABOUT"),
            ("What you don't need", "NOT_ASKED"),
        ],
    )
    def test_can_say_that_nothing_is_asked_for(self, heading, reason):
        assert ignored(f"{heading}\n- Python\n") == {"python": reason}

    def test_what_a_firm_runs_on_is_asked_for_even_where_it_tells_of_itself(self):
        text = "About us\nOur product is written in Go. We love Rust."
        assert needs(text) == {"go": "asked"}

    def test_may_stand_in_the_line_itself(self):
        text = "Must have: Java, Docker\nNice: Kafka\nNot needed | PHP\nStack: Python"
        assert needs(text) == {
            "java": "must",
            "docker": "must",
            "kafka": "nice",
            "python": "asked",
        }

    def test_are_not_the_items_of_a_list_without_bullets(self):
        text = "Requirements\nExperience with Docker\nKnowledge of SQL\nJava"
        assert set(needs(text).values()) == {"must"}

    def test_end_where_their_list_ends(self):
        text = "Requirements\n- Java\n\nBy the way, our office dog knows Docker."
        assert needs(text) == {"java": "must", "docker": "asked"}

    def test_a_line_that_was_wrapped_is_one_sentence(self):
        text = "Experience with Kafka in a rather large production system\nis a plus."
        assert needs(text) == {"kafka": "nice"}


class TestAlternatives:
    @pytest.mark.parametrize(
        ("text", "together"),
        [
            ("Python or Java", {"python", "java"}),
            ("Python, Java oder Go", {"python", "java", "go"}),
            ("Kafka, RabbitMQ or similar", {"kafka", "rabbitmq"}),
            ("Java/Go", {"java", "go"}),
            ("a public cloud (AWS, Azure, GCP)", {"aws", "azure", "google-cloud"}),
            ("one of: Python, Docker, Kafka", {"python", "docker", "kafka"}),
            ("a broker such as Kafka, RabbitMQ", {"kafka", "rabbitmq"}),
            ("Erfahrung mit Kafka, RabbitMQ o. ä.", {"kafka", "rabbitmq"}),
            ("events (Docker, Kafka or similar)", {"docker", "kafka"}),
        ],
    )
    def test_are_asked_for_together(self, text, together):
        assert choices(text) == {frozenset(together)}

    @pytest.mark.parametrize(
        "text",
        [
            "Python and Java",
            "Python, Java",
            "Python/Docker",
            "Python & Java",
            "Python sowie Java",
            "SQL, Python, Docker/Kafka",
        ],
    )
    def test_are_not_what_is_asked_for_together(self, text):
        found = choices(text)
        assert len(found) > 1
        assert all(len(each) == 1 for each in found)

    def test_only_what_does_the_same_job_is_drawn_in(self):
        assert choices("Docker, Flask or Django") == {
            frozenset({"docker"}),
            frozenset({"flask", "django"}),
        }
        assert choices("Python and Flask or Django, Docker") == {
            frozenset({"python"}),
            frozenset({"flask", "django"}),
            frozenset({"docker"}),
        }

    def test_give_way_to_a_skill_that_is_asked_for_by_itself(self):
        text = "Python or Java\n\nYou know Python."
        assert choices(text) == {frozenset({"python"})}

    def test_stay_where_it_is_asked_for_more_weakly(self):
        text = "Required: Python or Java\nNice to have: Python"
        assert choices(text) == {frozenset({"python", "java"})}

    def test_examples_and_what_they_are_of_are_one_thing(self):
        text = "Message brokers such as Kafka or RabbitMQ, and Docker"
        assert choices(text) == {
            frozenset({"message-queues", "kafka", "rabbitmq"}),
            frozenset({"docker"}),
        }

    def test_a_denied_skill_is_no_alternative(self):
        assert choices("Python or Java; no PHP") == {frozenset({"python", "java"})}


class TestYears:
    @pytest.mark.parametrize(
        ("text", "least", "most"),
        [
            ("5+ years of Python", 5, 5),
            ("3-5 years of Python", 3, 5),
            ("at least two years of Python", 2, 2),
            ("mindestens drei Jahre Python", 3, 3),
            ("3 bis 5 Jahre Python", 3, 5),
            ("Python, 4 yrs", 4, 4),
        ],
    )
    def test_are_read_with_what_they_are_of(self, text, least, most):
        [years] = read(text).years
        assert (years.least, years.most, years.skills) == (least, most, ("python",))
        assert text[years.start : years.end][0] in "0123456789td"

    @pytest.mark.parametrize(
        "text", ["many years of Python", "a 15 % raise every year, Python", "Python"]
    )
    def test_need_a_number(self, text):
        assert read(text).years == ()


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            (
                "We are looking for a person who knows the code and the team of us.",
                "en",
            ),
            (
                "Wir suchen für unser Team eine Person, die mit uns und der IT lebt.",
                "de",
            ),
            (
                "Nous cherchons une personne pour le code et les bases de notre site.",
                "fr",
            ),
            ("Мы ищем разработчика на Python в нашу команду и дадим ему кофе", "other"),
            ("Python, Java", ""),
        ],
    )
    def test_is_told(self, text, code):
        reading = read(text)
        assert reading.language == code
        assert reading.phrases_were_read == (code in {"", "en", "de"})

    def test_names_are_found_in_any(self):
        assert needs("Мы ищем разработчика на Python") == {"python": "asked"}


class TestOtherAdverts:
    @pytest.mark.parametrize(
        "heading",
        [
            "Similar jobs (12)",
            "--- More jobs ---",
            "People who looked at this job also looked at",
            "Not the right job? Try these:",
            "Weitere Stellenangebote",
        ],
    )
    def test_below_are_not_asked_for_here(self, heading):
        text = (
            "Requirements\n- Python\n\n"
            f"{heading}\n\nDevOps engineer\nLeeds · Requirements: Docker, Kafka.\n"
        )
        assert needs(text) == {"python": "must"}


@pytest.mark.parametrize("heading", ["Your day:", "The deal", "ESSENTIAL DUTIES"])
def test_an_unknown_heading_ends_the_list_of_what_must_be(heading):
    text = f"What you need\n- Python\n\n{heading}\n- Docker\n"
    assert needs(text) == {"python": "must", "docker": "asked"}


def test_a_part_of_the_list_goes_on_with_it():
    text = "Requirements\n\nLanguages:\n- Python\n\nDatabases:\n- Docker\n"
    assert needs(text) == {"python": "must", "docker": "must"}


@pytest.mark.parametrize(
    "text",
    [
        "Applicants must submit a link to Git.",
        "A must-read is our blog about Kafka.",
        "Job requirements\nCuriosity\nYou will work with Docker.",
    ],
)
def test_what_somebody_must_do_is_no_skill_that_they_must_have(text):
    assert "must" not in needs(text).values()


def test_in_another_language_no_word_says_how_much_it_is_wanted():
    text = (
        "Nous recherchons un développeur pour notre équipe à Lyon. Vous développez des "
        "services avec nous. La maîtrise de Python est indispensable pour ce poste."
    )
    assert needs(text) == {"python": "asked"}
