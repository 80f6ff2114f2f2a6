"""The schemas for editors are those of the reader, and accept what Milepost brings."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.content.reading import RESOURCES, load, tell
from tracker.interchange.json_schema import KINDS, schema_text

FILES = {
    "catalogue": "catalogue/*.yaml",
    "roadmap": "roadmaps/*.yaml",
    "ladder": "ladder/*.yaml",
    "guide": "guide/index.yaml",
}
BUNDLED = [
    pytest.param(kind, path, id=path.relative_to(RESOURCES).as_posix())
    for kind, pattern in FILES.items()
    for path in sorted(RESOURCES.glob(pattern))
]


def _stored(kind):
    path = RESOURCES / "schema" / f"{kind}.schema.json"
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def validators():
    return {kind: Draft202012Validator(json.loads(_stored(kind))) for kind in KINDS}


def _lane(slug):
    skills = [{"title": "All", "skills": ["indexes"]}]
    return {"slug": slug, "title": slug, "summary": "One way.", "groups": skills}


@pytest.fixture
def good():
    """Return a small catalogue file as an editor sees it."""
    resource = {
        "title": "The manual",
        "url": "https://example.org/manual",
        "kind": "documentation",
        "cost": "free",
        "language": "en",
    }
    skill = {
        "slug": "indexes",
        "title": "Indexes",
        "summary": "Read few rows.",
        "hours": 8,
        "outcomes": [{"slug": "explain", "text": "I can show it."}],
        "resources": [resource],
    }
    lanes = [_lane("left"), _lane("right")]
    return {
        "format": "milepost-catalogue/1",
        "family": "data",
        "title": "Data",
        "skills": [skill],
        "forks": [{"slug": "way", "title": "The way", "lanes": lanes}],
    }


def test_each_kind_of_file_has_a_schema_and_no_other_is_stored():
    stored = {path.name for path in (RESOURCES / "schema").iterdir()}
    assert stored == {f"{kind}.schema.json" for kind in KINDS}
    assert set(FILES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
class TestSchema:
    def test_is_the_one_that_the_reader_makes(self, kind):
        mend = f"milepost schema {kind} > resources/schema/{kind}.schema.json"
        assert _stored(kind) == schema_text(kind), mend

    def test_is_a_valid_schema(self, kind):
        Draft202012Validator.check_schema(json.loads(_stored(kind)))


@pytest.mark.parametrize(("kind", "path"), BUNDLED)
def test_what_comes_with_milepost_is_valid(validators, kind, path):
    tell(
        f"{error.json_path}: {error.message}"
        for error in validators[kind].iter_errors(load(path))
    )


class TestCatalogue:
    def test_that_is_good_is_accepted(self, validators, good):
        validators["catalogue"].validate(good)

    @pytest.mark.parametrize("hours", ["ten", "6 to 10", "", -1.5])
    def test_with_hours_that_are_no_hours_is_refused(self, validators, good, hours):
        good["skills"][0]["hours"] = hours
        assert not validators["catalogue"].is_valid(good)

    @pytest.mark.parametrize("hours", [8, "8", "6-10"])
    def test_with_hours_as_an_editor_reads_them_is_accepted(
        self, validators, good, hours
    ):
        good["skills"][0]["hours"] = hours
        assert validators["catalogue"].is_valid(good)

    def test_with_an_unknown_key_is_refused(self, validators, good):
        good["skills"][0]["level"] = "hard"
        assert not validators["catalogue"].is_valid(good)

    def test_with_an_unknown_key_at_the_top_is_refused(self, validators, good):
        good["colour"] = "green"
        assert not validators["catalogue"].is_valid(good)

    def test_with_an_unknown_kind_of_resource_is_refused(self, validators, good):
        good["skills"][0]["resources"][0]["kind"] = "gossip"
        assert not validators["catalogue"].is_valid(good)

    def test_with_a_fork_of_one_lane_is_refused(self, validators, good):
        good["forks"][0]["lanes"].pop()
        assert not validators["catalogue"].is_valid(good)


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("guide", {"format": "milepost-guide/1", "pages": ["start-now"]}),
        ("ladder", {"format": "milepost-ladder/1", "rungs": []}),
        ("roadmap", {"format": "milepost-roadmap/1", "slug": "road"}),
        ("catalogue", {"format": "milepost-catalogue/2"}),
    ],
)
def test_a_file_of_another_shape_is_refused(validators, kind, document):
    assert not validators[kind].is_valid(document)
