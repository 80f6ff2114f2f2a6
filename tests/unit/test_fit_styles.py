"""Adverts in the words of other people: each of these was once read wrongly."""

from __future__ import annotations

import pytest

from tests.unit.fit_words import NAMES, SKILLS, choices, ignored, needs, read, skills
from tracker.domain.fit.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("Nice-to-haves", "nice"),
        ("Nice to haves", "nice"),
        ("Good to haves", "nice"),
        ("Assets", "nice"),
        ("Huge plus", "nice"),
        ("What helps", "nice"),
        ("What would be nice", "nice"),
        ("Extra love for", "nice"),
        ("Wünschenswert sind", "nice"),
        ("Wünschenswerte Kenntnisse", "nice"),
        ("It would be awesome if you also had", "nice"),
        ("Ideally, you:", "nice"),
        ("Must-haves", "must"),
        ("Minimum requirements", "must"),
        ("Basic requirements", "must"),
        ("Mindestanforderungen", "must"),
        ("Non-negotiables", "must"),
        ("Zwingend erforderlich sind", "must"),
    ],
)
def test_a_heading_without_a_colon_is_known(heading, need):
    """Nor does it need bullets below it, or a blank line above."""
    assert needs(f"You know Docker\n{heading}\nPython")["python"] == need


def test_a_sign_before_a_heading_above_a_list_is_no_bullet():
    text = "🎯 Requirements\n- Python\n\n🎁 What we offer\n\n• Docker days"
    assert needs(text) == {"python": "must"}
    assert ignored(text) == {"docker": "OFFERED"}
    assert needs("🎯 Requirements\n✅ Python\n✅ Docker")["python"] == "must"
    text = "Requirements\n\n✅ Docker\n  - in production\n✅ Python"
    assert needs(text) == {"docker": "must", "python": "must"}
    assert needs("🎁 Bonus\n🚀 Python\n🚀 Docker") == {
        "python": "asked",
        "docker": "asked",
    }


def test_headings_may_be_numbered():
    text = "1. Requirements\n- Python\n2. Nice to have\n- Docker"
    assert needs(text) == {"python": "must", "docker": "nice"}
    text = "Requirements\n1. Experience with Python\n   - in teams\n2. Docker"
    assert needs(text) == {"python": "must", "docker": "must"}


def test_a_page_in_one_line_keeps_its_headings():
    text = "We hire. **Requirements:** * Python **Nice to have:** * Docker * Java"
    assert needs(f"{text} **Benefits:** * Go course") == {
        "python": "must",
        "docker": "nice",
        "java": "nice",
    }


def test_a_heading_may_be_in_the_letters_of_mathematics():
    assert needs("🎯 𝐑𝐄𝐐𝐔𝐈𝐑𝐄𝐌𝐄𝐍𝐓𝐒\n- Python\n\n𝐍𝐢𝐜𝐞 𝐭𝐨 𝐡𝐚𝐯𝐞\n- Docker") == {
        "python": "must",
        "docker": "nice",
    }


def test_any_short_line_above_a_list_is_a_heading_if_it_has_a_known_word():
    assert needs("Lovely little extras\n* Python")["python"] == "nice"
    text = "It'd be great, but not essential, if you had\n\n* Python"
    assert needs(text)["python"] == "nice"
    assert needs("Lovely little extras of Docker\nPython")["python"] == "asked"


@pytest.mark.parametrize(
    "heading",
    [
        "What we do NOT look for",
        "What you won't find here",
        "You won't need",
        "Was du nicht brauchst",
        "Similar jobs",
        "Related jobs",
        "People also viewed",
        "Ähnliche Stellen",
    ],
)
def test_a_heading_may_say_that_nothing_below_it_is_asked_for(heading):
    text = f"- Docker\n{heading}\nPython developer"
    assert (needs(text), ignored(text)) == (
        {"docker": "asked"},
        {"python": "NOT_ASKED"},
    )


@pytest.mark.parametrize("first", ["WE ARE HIRING!", "Featured jobs", "Open roles"])
def test_the_first_line_does_not_give_the_whole_advert_away(first):
    assert needs(f"{first}\nYou know Python.") == {"python": "asked"}


def test_a_heading_may_be_a_question():
    text = "What will you get?\n- Docker\n\nWho are you?\n- You know Python"
    assert needs(text) == {"python": "asked"}


def test_a_must_in_what_is_not_asked_for_is_none():
    assert needs("What you won't find here\n- Python with 14 mandatory forms") == {}


def test_a_crossed_item_is_not_asked_for():
    assert needs("✅ Python\n❌ Java, PHP") == {"python": "asked"}


def test_several_hashtags_ask_for_nothing():
    assert needs("You know Java.\n#python #docker #hiring") == {"java": "asked"}
    assert needs("You know Java, C# and .NET.")["csharp"] == "asked"


def test_a_label_ends_where_another_sentence_begins():
    assert needs("Required: Java, Docker. We use Python.") == {
        "java": "must",
        "docker": "must",
        "python": "asked",
    }
    assert needs("Required: Java. Docker.")["docker"] == "must"


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("Wir setzen Docker und Python ein.", "asked"),
        ("Wir setzen Erfahrung mit Python voraus.", "must"),
        ("Python is not required, but a plus", "nice"),
        ("Python (not required, but nice to have)", "nice"),
        ("Python ist nicht erforderlich, aber von Vorteil.", "nice"),
        ("Python would be an asset", "nice"),
        ("Python is highly regarded", "nice"),
        ("Python would be the icing on the cake", "nice"),
        ("a backend job (java, docker; bonus if python)", "nice"),
        ("Python und Java (zwingend)", "must"),
        ("SQL, Python and Java (required)", "asked"),
        ("must have strong Java (3+ yrs), Docker skills, and Python", "must"),
        ("Minimum of three (3) years of Python", "must"),
        ("You are at least 18 years old and know Python", "asked"),
        ("zero downtime with Python", "asked"),
        ("a stress-free place for Python", "asked"),
        ("Do you know Python? No problem if not.", "asked"),
        ("Asset management in Python", "asked"),
        ("Python is not strictly necessary, but useful", "nice"),
        ("Python wäre cool, ist aber kein Muss", "nice"),
        ("Ideally you have used Python, but we'll teach you", "nice"),
        ("You can't live without Python", "asked"),
        ("Hard requirement: Java. Everything else, such as Python, follows.", "asked"),
        ("Perks?\n- Python training\n\nWhat do we expect?\n- Python", "asked"),
        ("Min. 3 Jahre Python", "must"),
        ("mind. zwei Jahre Erfahrung mit Python", "must"),
        ("min. 3 years of Python", "must"),
        ("Keep the budget in mind when you write Python", "asked"),
        ("(must) Python", "must"),
        ("(bonus) Python", "nice"),
        ("Docker, Python (plus)", "nice"),
        ("Python plus Docker", "asked"),
        ("Priority is given to candidates with Python experience", "nice"),
        ("We'd love it if you know Python", "nice"),
        ("Python is preferable", "nice"),
        ("Du arbeitest gerne mit Python", "asked"),
    ],
)
def test_a_phrase_says_how_much_it_is_wanted(sentence, need):
    assert needs(sentence)["python"] == need


@pytest.mark.parametrize(
    "sentence",
    [
        "Python musst du nicht können",
        "Python musst du bei uns nicht können, Docker schon",
        "Du musst nicht Python können",
        "Du musst kein Python können",
        "PHP musst du nicht können, Python auch nicht",
        "PHP ist nicht nötig, ebenso wenig Python",
        "Python is by no means needed",
        "We stopped using Python last year",
        "Nobody here writes Python",
        "You will not be working on: Docker files, Python",
        "We use everything except Python",
        "We don't require: a degree, or Python",
        "Zero Python",
        "A Python-free zone",
        "Do I need Python? No.",
        "Q: Do I need Python?\nA: No. Nor Scala.",
        "Your years with PHP or Python, none of which we use, matter little.",
        "I also have other roles (Java, Python, Go).",
        "Python is not strictly necessary",
        "Python? Nicht bei uns.",
    ],
)
def test_there_are_many_ways_to_say_no(sentence):
    assert needs(sentence).get("python") is None
    assert ignored(sentence)["python"] == "NOT_ASKED"


@pytest.mark.parametrize(
    "text",
    [
        "Python (or Go)",
        "Python (oder Go)",
        "Python bzw. Go",
        "Python resp. Go",
        "Python alternatively Go",
        "Languages such as Python and Go",
    ],
)
def test_a_choice_is_put_in_many_ways(text):
    assert choices(text) == {frozenset({"python", "go"})}


@pytest.mark.parametrize(
    "text",
    [
        "`Python` or `Java`",
        "[Python](https://python.example/start) or [Java](https://java.example)",
        "[Python](https://python.example) / Java",
    ],
)
def test_a_choice_may_be_in_markdown(text):
    assert choices(f"Experience with {text}") == {frozenset({"python", "java"})}


def test_etc_makes_no_choice_of_what_does_not_do_the_same():
    assert choices("Docker, unit tests, etc.") == {
        frozenset({"docker"}),
        frozenset({"unit-tests"}),
    }
    assert choices("Docker, unit tests or similar") == {
        frozenset({"docker", "unit-tests"})
    }
    assert choices("AWS, Azure, etc.") == {frozenset({"aws", "azure"})}


def test_examples_one_can_do_without_are_no_musts():
    text = "Required: Kubernetes (AWS, Azure or self-managed)"
    assert needs(text) == {"kubernetes": "must", "aws": "asked", "azure": "asked"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Java (5+ years), Docker (3+ years)", [(5, "java"), (3, "docker")]),
        ("Java: 5 years, Docker: 3 years", [(5, "java"), (3, "docker")]),
        ("5 years Java, 3 years Docker", [(5, "java"), (3, "docker")]),
        ("Minimum of three (3) years of Java", [(3, "java")]),
        ("You are at least 18 years old and know Java", []),
        ("In business for 12 years, we use Java", []),
        ("We have been using Java for 25 years", []),
    ],
)
def test_years_are_of_what_stands_beside_them(text, found):
    years = [(each.least, *each.skills) for each in read(text).years]
    assert years == found


class TestColumns:
    def test_say_what_their_cells_are(self):
        text = "Must have | Nice to have\nPython | Java\nDocker | Rust\n\nSQL"
        assert needs(text) == {
            "python": "must",
            "java": "nice",
            "docker": "must",
            "rust": "nice",
            "sql-queries": "asked",
        }

    def test_may_have_frames_and_empty_cells(self):
        text = "| Must have | Nice to have |\n|---|---|\n| Python | Java |\n|  | Rust |"
        assert needs(text) == {"python": "must", "java": "nice", "rust": "nice"}

    def test_are_none_where_the_first_line_says_no_need(self):
        assert needs("Skill | Years\nPython | 3")["python"] == "asked"


class TestOtherTrades:
    HARBOUR = (
        "As a docker you will move containers safely from ship to shore, watch the "
        "network of rails, and report rust. Express parcels and Spring water come "
        "first, the rest later. No experience is required: we train all of you."
    )

    def test_words_that_mean_something_else_there_do_not_count(self):
        assert skills(self.HARBOUR) == set()

    def test_nor_does_the_name_of_a_firm(self):
        text = self.HARBOUR.replace("As a docker", "At Kubernetes Shipping")
        assert skills(text) == set()

    def test_what_little_remains_there_is_told_to_be_doubtful(self):
        assert read(self.HARBOUR + " SQL helps.").is_doubtful
        assert not read(self.HARBOUR).is_doubtful  # nothing is left to be doubted
        assert not read(self.HARBOUR + " SQL for our software.").is_doubtful

    def test_a_word_of_the_trade_lets_them_count(self):
        text = self.HARBOUR + " You write software with Docker."
        assert "docker" in skills(text)

    def test_so_do_two_names_that_mean_nothing_else(self):
        text = self.HARBOUR + " Java and PostgreSQL. Docker."
        assert "docker" in skills(text)

    def test_a_name_that_was_taught_counts_all_the_same(self):
        names = Vocabulary.of(SKILLS, learned={"docker": ["docker"]})
        assert "docker" not in skills(self.HARBOUR, NAMES)
        assert "docker" in skills(self.HARBOUR, names)


def test_capitals_are_no_plural():
    names = Vocabulary.of([("recovery", "Recovery", ["RTO"])])
    assert skills("RTOS experience", names) == set()
    assert skills("you know what RTOs are", names) == {"recovery"}


def test_a_product_of_the_same_maker_is_another():
    names = Vocabulary.of(
        [
            ("search", "Search", ["Elastic"]),
            ("tracing", "Tracing", ["Elastic APM", "APM"]),
        ]
    )
    assert skills("Elastic APM", names) == {"tracing"}
    assert skills("You know Elastic, APM", names) == {"search", "tracing"}


@pytest.mark.parametrize(
    "heading",
    [
        "Qualifikationen",
        "Deine Fähigkeiten",
        "Was du mitbringst",
        "Damit überzeugst du uns",
        "What you'll bring",
        "What we look for",
        "Our ideal candidate",
        "Core competencies",
        "Your background",
    ],
)
def test_what_is_offered_ends_at_the_heading_of_what_is_asked(heading):
    assert needs(f"Benefits\n\n- Home office\n\n{heading}\n\n- Python") == {
        "python": "asked"
    }


def test_what_makes_work_awesome_there_is_offered_and_not_nice_to_have():
    text = (
        "Nice to have\n- Java\n\n### Why it is awesome to work with us\n- Python days"
    )
    assert needs(text) == {"java": "nice"}
    assert ignored(text) == {"python": "OFFERED"}


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("Python (Django preferred)", {"python": "must", "django": "nice"}),
        ("Python (Django von Vorteil)", {"python": "must", "django": "nice"}),
        ("SQL (MySQL is a plus), Go", {"sql-queries": "must", "mysql": "nice"}),
        ("Python (certificates are a plus)", {"python": "must"}),
        ("Python (Oracle would be a plus)", {"python": "must"}),
        ("Python (a big plus)", {"python": "nice"}),
        ("Python (wäre super)", {"python": "nice"}),
        ("Python and Docker (both would be great)", {"python": "nice"}),
    ],
)
def test_a_bracket_speaks_of_what_it_names(item, found):
    assert needs(f"Requirements\n- {item}").items() >= found.items()


@pytest.mark.parametrize("words", ["as needed", "when required", "falls erforderlich"])
def test_what_is_done_as_needed_is_no_must(words):
    assert needs(f"You help other teams with Python {words}.") == {"python": "asked"}


def test_the_last_sentence_of_a_long_line_may_lead_a_list():
    line = (
        "We have a lot of Java. Some experience with any of these is an asset as well:"
    )
    assert needs(f"{line}\n\n- Python\n- Docker") == {
        "java": "asked",
        "python": "nice",
        "docker": "nice",
    }
