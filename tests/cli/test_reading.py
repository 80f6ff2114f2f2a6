"""What there is to read, and lanes to choose, on the terminal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import ROADMAP
from tracker.cli.parser import SCHEMA_KINDS
from tracker.db.data_file import NAME
from tracker.interchange.json_schema import KINDS

FORK = "    fork: way\n"
FORKED = (
    ROADMAP.replace("slug: backend-career", "slug: forked")
    .replace("    projects: [sql]\n", "")
    .replace("    groups:\n      - title: Data\n        skills: [sql]\n", FORK)
)


@pytest.fixture
def forked(milepost, tmp_path):
    """Return the terminal on a road that divides."""
    path = tmp_path / "forked.yaml"
    path.write_text(FORKED, encoding="utf-8")
    milepost("add", str(path))
    milepost("use", "forked")
    return milepost


class TestGuide:
    def test_lists_pages_levels_roles_and_sources_under_their_sections(self, milepost):
        lines = milepost("guide").splitlines()
        assert lines[1] == "First"
        assert lines[2].split() == ["guide:basics", "Begin", "here"]
        assert "  level:junior" in "\n".join(lines)
        assert lines.index("Related roles") < lines.index("Example adverts")

    def test_prints_a_page_as_it_is(self, milepost):
        page = "# Begin here\n\nFirst [Git](skill:git).\n"
        assert milepost("guide", "basics") == page

    def test_a_level_names_the_source_of_each_figure(self, milepost):
        page = milepost("guide", "junior")
        assert "**₹4L** a year, INR; place: India ([The page](source:page)" in page
        assert "May 2025" in page
        assert "Tools: [C](skill:c) or [SQL {joins} <b>%s](skill:sql)" in page

    def test_finds_pages_by_their_words(self, milepost):
        found = milepost("guide", "--find", "gets early")
        assert found.split()[0] == "role:baker"
        assert "Nothing has these words" in milepost("guide", "--find", "zzz", code=1)

    def test_a_mistyped_name_gets_a_hint(self, milepost):
        assert "Did you mean “basics”?" in milepost.refused("guide", "basisc")
        milepost.refused("guide", "../basics")


class TestShow:
    def test_a_skill_with_everything_that_helps(self, forked):
        forked("done", "c/free")
        page = forked("show", "c")
        assert page.startswith("# C\n\n`c` · ~4 h · Done\n")
        assert "- [x] I can free" in page
        assert "- [The manual](https://example.org/c) (Documentation · free)" in page
        assert "- **Why free?** Memory ends." in page
        assert "C99" in page
        assert "`**/*.c`" in page

    def test_a_project_and_the_note_on_it(self, milepost):
        milepost("note", "api", "Use *Flask*.")
        page = milepost("show", "api")
        assert "- [ ] The form" in page
        assert "- Git für alle ✓ (`git`)" in page
        assert page.endswith("## Note\n\nUse *Flask*.\n")

    def test_a_stage_is_neither(self, milepost):
        assert "is a stage" in milepost.refused("show", "basics")

    def test_a_lane_with_what_stands_in_it(self, forked):
        page = forked("show", "deep")
        assert page.startswith("# Deep\n\n`way/deep` · ")
        assert "not chosen" in page
        forked("lane", "deep")
        assert "not chosen" not in forked("show", "way/deep")

    def test_all_lanes_of_a_fork(self, forked):
        page = forked("show", "way")
        assert page.index("# Wide") < page.index("# Deep")

    def test_what_is_stored_cannot_steer_the_terminal(self, milepost, data):
        written_out = "Red \\u001b[31m and \\u202e turned"
        milepost("note", "api", "plain")
        with closing(sqlite3.connect(data / NAME)) as connection:
            connection.execute(
                "UPDATE fact SET value = ? WHERE field = 'note'",
                ("Red \x1b[31m and \u202e turned",),
            )
            connection.commit()
        assert written_out in milepost("show", "api")


class TestLane:
    def test_a_road_without_a_fork_says_so(self, milepost):
        assert "does not divide" in milepost("lane")

    def test_lists_the_lanes_and_marks_what_counts(self, forked):
        lines = forked("lane").splitlines()
        assert lines[0] == "way (stage 2)"
        assert lines[1].split() == [
            "wide",
            "Wide",
            "(counts",
            "until",
            "you",
            "choose)",
        ]
        assert lines[2].split() == ["deep", "Deep"]

    def test_chooses_and_undoes(self, forked):
        assert forked("lane", "deep") == "“Deep” chosen.\n"
        assert forked("lane").splitlines()[2].split() == ["*", "deep", "Deep"]
        assert "nothing was changed" in forked("lane", "way/deep")
        assert "Undone: “Deep” chosen" in forked("undo")
        assert "(counts until you choose)" in forked("lane").splitlines()[1]

    def test_status_tells_the_lane_and_counts_it(self, forked):
        def stage():
            return json.loads(forked("status", "--json"))["stages"][1]

        assert (stage()["fork"], stage()["lane"]) == ("way", "wide")
        assert stage()["lane_chosen"] is False
        forked("lane", "deep")
        assert (stage()["lane"], stage()["lane_chosen"]) == ("deep", True)
        assert [skill["slug"] for skill in stage()["skills"]] == ["sql", "c"]
        assert stage()["skills_total"] == 1

    def test_what_is_next_is_to_choose(self, forked):
        forked("done", "git", "api")
        assert forked.status()["next"]["slug"] == "way"
        forked("lane", "wide")
        assert forked.status()["next"]["slug"] == "sql"

    def test_an_unknown_lane_is_refused_with_those_there_are(self, forked):
        assert "way/wide, way/deep" in forked.refused("lane", "up")

    @pytest.mark.parametrize("name", ["DEEP", "way/Deep", " de", "deep "])
    def test_case_and_a_clear_beginning_are_forgiven(self, forked, name):
        assert forked("lane", name) == "“Deep” chosen.\n"

    def test_a_mistyped_lane_is_guessed_but_not_chosen(self, forked):
        assert "Did you mean “deep”?" in forked.refused("lane", "dep")
        assert "*" not in forked("lane")

    def test_a_mistyped_lane_is_guessed_by_its_short_name(self, forked):
        assert "Did you mean “deep”?" in forked.refused("show", "deeep")

    @pytest.mark.parametrize("text", [(), ("Down there.",)])
    @pytest.mark.parametrize("name", ["deep", "way/deep", "way"])
    def test_a_note_belongs_to_the_stage_read_or_written(self, forked, name, text):
        said = forked.refused("note", name, *text)
        assert "on the stage where the road divides" in said

    def test_an_earlier_note_on_a_lane_can_still_be_read(self, forked, data):
        forked("note", "later", "Down there.")
        with closing(sqlite3.connect(data / NAME)) as connection:
            connection.execute("UPDATE fact SET subject = 'lane:way/deep'")
            connection.commit()
        assert forked("note", "deep") == "Down there.\n"

    def test_status_says_in_words_which_lane_counts(self, forked):
        assert "Lane: none chosen yet; “Wide” counts" in forked("status")
        forked("lane", "deep")
        assert "Lane: Deep  (deep)" in forked("status")


def test_every_kind_of_file_has_a_schema():
    assert SCHEMA_KINDS == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_for_editors(milepost, kind):
    schema = json.loads(milepost("schema", kind))
    assert schema["properties"]["format"] == {"const": f"milepost-{kind}/1"}
