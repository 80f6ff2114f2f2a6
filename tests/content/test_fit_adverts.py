"""The names of the catalogue find what adverts ask for: see `benchmarks/fit.py`."""

from __future__ import annotations

import pytest
import yaml

from tracker.domain.fit.reader import OF_APPLYING, read_posting
from tracker.domain.fit.vocabulary import Vocabulary

fit = pytest.importorskip("benchmarks.fit")  # is not in the source archive


# What no advert means by itself, and what stands in brackets.
ORDINARY = {"exceptions", "Caching (Redis)"}


@pytest.fixture(scope="module")
def names(catalogue):
    skills = catalogue.skills.values()
    return Vocabulary.of([(s.slug, s.title, s.aliases) for s in skills])


@pytest.mark.parametrize("half", fit.HALVES)
def test_skills_are_found_and_musts_are_musts(half, names):
    counted = fit.count(half, names)
    assert counted.f1 >= fit.LEAST_F1
    assert counted.false_must < fit.MOST_FALSE_MUST
    assert counted.musts >= 60


def test_the_half_that_it_was_tuned_on_is_read_still_better(names):
    counted = fit.count("tuning", names)
    assert counted.f1 >= 0.96
    assert counted.false_must < 0.02


def test_there_are_enough_adverts_and_each_has_a_label(catalogue):
    for half in fit.HALVES:
        folder = fit.POSTINGS / half
        labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
        files = {path.name for path in folder.iterdir()} - {"labels.yaml"}
        assert labels.keys() == files
        assert len(files) >= 32
        for label in labels.values():
            kinds = [label["must"], label["other"], label.get("either", [])]
            named = [skill for kind in kinds for skill in kind]
            assert len(named) == len(set(named))
            assert set(named) <= catalogue.skills.keys()


def test_every_name_of_the_catalogue_finds_its_skill_where_it_stands_alone(
    catalogue, names
):
    lost = []
    for skill in catalogue.skills.values():
        for alias in skill.aliases:
            reading = read_posting(f"- {alias}", names)
            found = {hit.skill for hit in reading.hits}
            if skill.slug not in found | OF_APPLYING and alias not in ORDINARY:
                lost.append(f"{skill.slug}: {alias}")
    assert lost == []


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("relationale und NoSQL-Datenbanken", {"tables-and-keys", "nosql-choices"}),
        ("an object-oriented language", {"objects-and-classes"}),
        ("objektorientierte Entwicklung", {"objects-and-classes"}),
        ("ein agiles Umfeld", {"agile-teamwork"}),
        (
            "Chef, Terraform, Infrastructure as a Code",
            {"terraform", "infrastructure-as-code"},
        ),
        ("CI pipelines in GitLab CI", {"ci-cd"}),
        ("blue/green deployments", {"release-strategies"}),
        ("a cache, caches and caching", {"caching-strategies"}),
        ("batch and streaming workloads", {"batch-and-streaming"}),
        (
            "OWASP, OWASP Top 10 and OWASP ZAP",
            {"common-web-attacks", "penetration-testing"},
        ),
        ("payment processing with Stripe", {"payments"}),
        ("CI, or GitLab CI", {"ci-cd"}),
        ("Spring MVC and ASP.NET MVC", {"spring-boot", "aspnet-core"}),
        ("incident response and post-mortems", {"incident-response", "post-mortems"}),
        ("alerting, logging and tracing", {"alerting", "logging", "tracing-and-apm"}),
        ("penetration tests", {"penetration-testing"}),
        ("an architecture orientada a eventos", {"event-driven-architecture"}),
        ("Angular, Vue, React", set()),
    ],
)
def test_a_skill_is_found_by_what_adverts_call_it(text, skills, names):
    reading = read_posting(f"Developer with experience in {text}", names)
    assert {hit.skill for hit in reading.hits} == skills
