"""A small vocabulary, and short questions about what is read with it."""

from __future__ import annotations

from tracker.domain.fit.reader import read_posting
from tracker.domain.fit.vocabulary import Vocabulary

SKILLS = [
    ("python", "Python", ["Python 3", "Python developer"]),
    ("java", "Java", ["Java 17", "Core Java"]),
    ("javascript", "JavaScript on Node.js", ["Node.js", "NodeJS", "JavaScript", "JS"]),
    ("typescript", "TypeScript", ["TS", "JS/TS"]),
    ("go", "Go", ["Golang", "Go developer"]),
    ("rust", "Rust", ["Rustlang"]),
    ("c", "C", ["C99"]),
    ("csharp", "C# on .NET", ["C#", ".NET", ".NET Core", "C#/.NET"]),
    ("php", "PHP", ["PHP 8"]),
    ("spring-boot", "Spring Boot", ["Spring", "Java/Spring"]),
    ("express", "Express", ["Express.js", "Node/Express"]),
    ("flask", "Flask", ["Python/Flask"]),
    ("django", "Django", ["Django REST Framework"]),
    ("rest-api-design", "Design a REST API", ["REST", "REST API", "RESTful"]),
    ("sql-queries", "SQL queries with filters and joins", ["SQL"]),
    ("postgresql", "PostgreSQL", ["Postgres"]),
    ("mysql", "MySQL", ["MariaDB"]),
    ("nosql-choices", "Choose between SQL and NoSQL", ["NoSQL", "SQL and NoSQL"]),
    ("kafka", "Apache Kafka", ["Kafka"]),
    ("rabbitmq", "RabbitMQ", ["AMQP"]),
    ("message-queues", "Message queues and background work", ["message broker"]),
    ("docker", "Docker images and containers", ["Docker"]),
    ("kubernetes", "Run a service on Kubernetes", ["Kubernetes", "K8s"]),
    ("aws", "Amazon Web Services", ["AWS"]),
    ("azure", "Microsoft Azure", ["Azure"]),
    ("google-cloud", "Google Cloud", ["GCP"]),
    ("batch-and-streaming", "Batch and stream processing", ["Apache Flink"]),
    ("ci-cd", "CI/CD pipelines", ["CI/CD", "GitHub Actions"]),
    ("unit-tests", "Unit tests", ["unit testing"]),
    ("integration-tests", "Integration tests", []),
    ("write-a-cv", "Write a CV and an application", ["cover letter"]),
    ("mentoring", "Mentor other developers", ["mentoring"]),
    ("distributed-systems", "Distributed systems", ["verteilte Systeme"]),
]
NAMES = Vocabulary.of(SKILLS)


def read(text, names=NAMES):
    return read_posting(text, names)


def needs(text, names=NAMES):
    """Return the strongest need of each skill that counts, by its slug."""
    found: dict[str, str] = {}
    for hit in sorted(read(text, names).hits, key=lambda hit: hit.need):
        found[hit.skill] = hit.need.word
    return found


def skills(text, names=NAMES):
    return set(needs(text, names))


def ignored(text):
    return {each.hit.skill: each.reason.name for each in read(text).ignored}


def choices(text):
    """Return what is asked for: one set for each thing, alternatives together."""
    return {frozenset(wanted.any) for wanted in read(text).wanted}
