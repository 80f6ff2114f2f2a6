"""``milepost career`` and ``milepost plan``."""

from __future__ import annotations

import json


def report(milepost, *words):
    return json.loads(milepost("career", *words, "--json"))


class TestCareer:
    def test_prints_levels_and_roles(self, milepost):
        milepost("done", "skill:sql")
        out = milepost("career")
        assert out.startswith("You meet 80% of Junior.\n")
        assert "Ready for Junior, the top of the ladder." in out
        assert "→ 1. Junior  80%  0–2 years · ₹4L  (junior)" in out
        assert "  80%  Baker  (baker)" in out

    def test_a_level_has_pay_with_place_and_date(self, milepost):
        out = milepost("career", "junior")
        assert "₹4L a year, INR · India · dated May 2025 · The page\n" in out
        assert "    At first.\n" in out, "what restricts a figure stands with it"
        assert report(milepost, "junior")["pay"][0]["note"] == "At first."
        assert "[ ] Tools  (c, sql)" in out
        assert "Small tasks. (The page)" in out

    def test_the_sum_can_be_added_up_by_hand(self, milepost):
        milepost("set", "learning", "skill:sql")
        out = milepost("career", "junior", "--sum")
        assert "3 × 0.3 = 0.9  Tools: SQL {joins} <b>%s (sql), learning" in out
        assert "0.9 of 3 points = 30%, rounded down" in out

    def test_a_role_and_a_lane_are_found_by_name(self, milepost):
        assert "Related role. 1 of 1 on your road." in milepost("career", "bak")
        assert milepost("career", "role:baker") == milepost("career", "Baker")

    def test_as_json_has_every_term(self, milepost):
        milepost("done", "skill:sql")
        whole = report(milepost)
        assert whole["ready"] == "junior"
        assert [each["percent"] for each in whole["levels"]] == [80]
        assert whole["target"] == dict.fromkeys(("level", "by", "place", "pay"))
        junior = report(milepost, "junior")
        assert junior["points"] == 2.4
        assert junior["terms"] == [
            {
                "title": "Tools",
                "any": ["c", "sql"],
                "counts": "sql",
                "weight": 3,
                "grade": "claimed",
                "learning": False,
                "credit": 0.8,
                "points": 2.4,
            }
        ]

    def test_levels_are_compared(self, milepost):
        found = report(milepost, "--compare", "junior", "junior")
        assert found["new"] == []
        assert [term["counts"] for term in found["both"]] == ["c"]
        assert "can be compared" in milepost.refused(
            "career", "--compare", "junior", "baker"
        )

    def test_what_is_unknown_is_refused_with_a_hint(self, milepost):
        said = milepost.refused("career", "junoir")
        assert "“junoir”. Did you mean “junior”?" in said
        assert "Name a level" in milepost.refused("career", "--sum")

    def test_no_option_is_left_out_unsaid(self, milepost):
        refused = milepost.refused
        assert "--target" in refused("career", "junior", "--target", "junior")
        assert report(milepost)["target"]["level"] is None
        levels = ("--compare", "junior", "junior")
        assert "leave “baker” out" in refused("career", "baker", *levels)
        assert "--sum is about one" in refused("career", *levels, "--sum")
        assert "called “”" in refused("career", "")

    def test_a_target_is_kept_shown_and_undone(self, milepost):
        words = ("--target", "junior", "--by", "2027-06-01", "--place", "Berlin")
        said = milepost("career", *words, "--pay", "€55K")
        assert said == "Your target: Junior · by 2027-06-01 · Berlin · €55K.\n"
        assert "Your target: Junior · by 2027-06-01" in milepost("career", "junior")
        assert "already" in milepost("career", "--place", "Berlin")
        milepost("undo")
        assert report(milepost)["target"]["level"] is None
        assert "no level “boss”" in milepost.refused("career", "--target", "boss")


class TestPlan:
    def test_is_listed_with_hours_and_told_by_status(self, milepost):
        said = milepost("plan", "add", "git", "project:api")
        assert said == "“Git für alle ✓” and 1 more put on the plan.\n"
        out = milepost("plan")
        assert "[ ] Git für alle ✓  4 h  (git)" in out
        assert "[ ] A small API  8 h  (api)" in out
        assert out.endswith("2 items, 12 h\n")
        assert "On your plan: api, git" in milepost("status")
        assert milepost.status()["plan"] == ["project:api", "skill:git"]

    def test_as_json(self, milepost):
        milepost("plan", "add", "git")
        found = json.loads(milepost("plan", "--json"))["plan"]
        assert found == [
            {
                "slug": "git",
                "kind": "skill",
                "title": "Git für alle ✓",
                "state": "todo",
                "hours": 4.0,
            }
        ]

    def test_what_is_done_leaves_it_and_what_is_removed_too(self, milepost):
        milepost("plan", "add", "git", "skill:sql")
        milepost("done", "git")
        assert milepost.status()["plan"] == ["skill:sql"]
        assert "taken off" in milepost("plan", "remove", "skill:sql")
        assert milepost("plan").startswith("Nothing is on your plan.")
        assert "already" in milepost("plan", "remove", "skill:sql")

    def test_a_part_cannot_be_planned(self, milepost):
        assert "Only skills and projects" in milepost.refused(
            "plan", "add", "git/commit"
        )
