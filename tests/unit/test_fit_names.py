"""Which words of an advert are names of skills, and which only look like them."""

from __future__ import annotations

import pytest

from tests.unit.fit_words import NAMES, SKILLS, ignored, needs, read, skills
from tracker.domain.fit.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Experience with Node.js", {"javascript"}),
        ("Experience with NodeJS", {"javascript"}),
        ("Experience with node js", {"javascript"}),
        ("Experience with Spring  Boot", {"spring-boot"}),
        ("Experience with SpringBoot 3", {"spring-boot"}),
        ("Experience with Spring\nboot", {"spring-boot"}),
        ("Experience with C#", {"csharp"}),
        ("Experience with C# and .NET", {"csharp"}),
        ("Experience with the .NET Core runtime", {"csharp"}),
        ("Experience with CI/CD", {"ci-cd"}),
        ("Experience with CI / CD", {"ci-cd"}),
        ("Experience with CICD", {"ci-cd"}),
        ("Java8 and Python3.", {"java", "python"}),
        ("several message brokers", {"message-queues"}),
        ("Kenntnisse in Java-Programmierung", {"java"}),
        ("verteilte Systeme", {"distributed-systems"}),
        ("REST-APIs", {"rest-api-design"}),
        ("a PostgreSQL-based product", {"postgresql"}),
        ("MY SQL and Maria DB", {"sql-queries", "mysql"}),
        ("we run Flink", {"batch-and-streaming"}),
        ("PYTHON, GOLANG", {"python", "go"}),
        ("you have used kafka", {"kafka"}),
        ("KAFKA EXPERIENCE", {"kafka"}),
        ("- Kafka in production", {"kafka"}),
        ("・Kubernetesの運用経験", {"kubernetes"}),
        ("AWS、Spring Boot経験", {"aws", "spring-boot"}),
        ("・Goを用いた開発", {"go"}),
        ("𝗣𝘆𝘁𝗵𝗼𝗻 and 𝐊𝐚𝐟𝐤𝐚", {"python", "kafka"}),
        ("ＡＷＳの運用", {"aws"}),
    ],
)
def test_a_name_is_found_however_it_is_written(text, found):
    assert skills(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The C++ code base",
        "The internet",
        "ASP.NET",
        "JavaScripting for fun",
        "Pythonic",
        "a net of roads",
        "łjava i javaж",
        "write to jobs@python.example or see https://java.example/docker",
    ],
)
def test_a_part_of_another_word_is_no_name(text):
    assert skills(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "We go where our customers go.",
        "Go the extra mile with us.",
        "our go-to-market strategy",
        "Go-to person for everything",
        "The rest follows.",
        "the REST of the world",
        "Rest assured.",
        "Spring into your next role!",
        "We start in Spring 2027.",
        "You can start in Spring",
        "- Express interest today",
        "- Spring into your next role!",
        "Go-Kart-Abende",
        "Our spring cleaning",
        "a Spring-loaded door",
        "Express interest today.",
        "pay by American Express",
        "a flask of coffee",
        "no rust on our ships",
        "C-level management",
        "vitamin c",
    ],
)
def test_an_ordinary_word_is_no_technology(text):
    assert skills(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Services written in Go", {"go"}),
        ("Senior Go developer", {"go"}),
        ("- Go", {"go"}),
        ("Go (Golang)", {"go"}),
        ("python, go, java", {"python", "go", "java"}),
        ("PYTHON, GO, REST", {"python", "go", "rest-api-design"}),
        ("Good knowledge of Go and SQL", {"go", "sql-queries"}),
        ("You know Spring well", {"spring-boot"}),
        ("- Rust", {"rust"}),
        ("Rust is a plus", {"rust"}),
        ("python, flask, mysql", {"python", "flask", "mysql"}),
        ("Node.js, Express", {"javascript", "express"}),
        ("programming in C", {"c"}),
        ("Kotlin, Go", {"go"}),
        ("Go-Entwicklerin", {"go"}),
        ("- Rust for the hot paths", {"rust"}),
        ("1. Spring in production", {"spring-boot"}),
        ("**Flask** in production", {"flask"}),
        ("o Rust for the hot paths", {"rust"}),
        ("You build REST-based services", {"rest-api-design"}),
        ("Du pflegst einen Spring-basierten Dienst", {"spring-boot"}),
    ],
)
def test_it_is_one_in_its_own_case_and_among_others(text, found):
    assert skills(text) == found


def test_the_longest_name_wins_and_no_two_overlap():
    [hit] = read("Django REST Framework").hits
    assert hit.words == "Django REST Framework"


def test_a_name_that_is_made_of_two_others_hides_neither():
    assert skills("Java/Spring") == {"java", "spring-boot"}
    assert skills("SQL and NoSQL databases") == {"sql-queries", "nosql-choices"}


def test_names_may_share_their_last_word():
    text = "You write unit, and integration tests"
    hits = {hit.skill: hit.words for hit in read(text).hits}
    assert hits == {"unit-tests": "unit", "integration-tests": "integration tests"}


def test_offsets_are_those_of_the_text_as_it_was_given():
    text = "İ🚀 Wir suchen ﬀ: Python!\nUnd C#."
    for hit in read(text).hits:
        assert text[hit.start : hit.end] == hit.words
    assert [hit.words for hit in read(text).hits] == ["Python", "C#"]


def test_a_name_is_not_torn_by_the_end_of_a_short_line():
    names = Vocabulary.of([("tools", "Developer experience", ["dev experience"])])
    assert skills("Backend developer\nExperience: 5 years", names) == set()
    wrapped = "You look after the tools and the whole developer\nexperience of us."
    assert skills(wrapped, names) == {"tools"}


def test_a_hit_knows_the_sentence_around_it():
    text = "We like cake. You know Python well, e.g. Flask. Bye."
    hit = read(text).hits[0]
    sentence = text[hit.sentence_start : hit.sentence_end]
    assert sentence == "You know Python well, e.g. Flask."


class TestCorrections:
    def test_a_learned_name_counts_in_any_case(self):
        names = Vocabulary.of(SKILLS, learned={"kubernetes": ["the Helm of Doom"]})
        assert skills("you know THE helm of doom", names) == {"kubernetes"}

    def test_a_learned_name_comes_before_the_catalogue(self):
        names = Vocabulary.of(SKILLS, learned={"java": ["JS"]})
        assert skills("We use JS", names) == {"java"}

    def test_a_refused_name_means_the_skill_no_more(self):
        names = Vocabulary.of(SKILLS, refused={("mysql", "mariadb")})
        assert skills("MariaDB or MySQL", names) == {"mysql"}
        assert [hit.words for hit in read("MariaDB or MySQL", names).hits] == ["MySQL"]

    def test_a_refused_pair_leaves_other_skills_alone(self):
        names = Vocabulary.of(
            SKILLS, learned={"php": ["Express"]}, refused={("express", "Express")}
        )
        assert skills("We use Express", names) == {"php"}

    def test_titles_are_kept_for_those_who_show_them(self):
        assert NAMES.titles["kafka"] == "Apache Kafka"


def test_what_is_about_applying_is_not_asked_for():
    assert ignored("Send a cover letter and mention Python") == {
        "write-a-cv": "APPLYING",
        "python": "APPLYING",
    }
    assert needs("A good cover letter helps") == {}
