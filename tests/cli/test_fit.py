"""How well the learner fits job adverts, on the terminal."""

from __future__ import annotations

import io
import json
import sys

import pytest

ADVERT = """C developer

Requirements
- C99
Nice to have
- Git für alle ✓

We don't use Git für alle on Fridays. At least 3 years of C.
"""


@pytest.fixture
def advert(tmp_path):
    path = tmp_path / "advert ü.txt"
    path.write_text(ADVERT, encoding="utf-8")
    return str(path)


@pytest.fixture
def learnt(milepost):
    milepost("done", "git")
    return milepost


def test_prints_the_score_and_the_whole_sum(learnt, advert):
    said = learnt("fit", advert)
    assert said.startswith("C developer\nFit: 20%\n")
    assert "  weight: must 3, asked 2, nice 1" in said
    assert "  must  3 × 0   = 0    C (missing)" in said
    assert "  nice  1 × 0.8 = 0.8  Git für alle ✓ (claimed)" in said
    assert "  (0 + 0.8) / (3 + 1)" in said
    assert "  = 0.8 / 4 = 20%, rounded down" in said


def test_prints_what_is_there_in_progress_and_missing(learnt, advert):
    said = learnt("fit", advert)
    assert "You have, claimed:\n  nice   Git für alle ✓  (git)" in said
    assert "Missing:\n  must   C  (c)" in said
    learnt("set", "learning", "git")
    said = learnt("fit", advert)
    assert "In progress:\n  nice   Git für alle ✓  (git)" in said
    assert "You have" not in said
    assert "said not to be needed: Git für alle ✓" in said
    assert "Years of experience: 3 (C)" in said


def test_prints_each_sentence_with_where_the_words_stand(learnt, advert):
    said = learnt("fit", advert)
    place = ADVERT.index("C99")
    assert f"  must   C  “C99” {place}–{place + 3}  - C99" in said


def test_json_holds_everything_that_is_printed(learnt, advert):
    learnt("set", "learning", "git")
    document = json.loads(learnt("fit", advert, "--json"))
    [found] = document["postings"]
    assert found["fit"] == 7
    assert found["title"] == "C developer"
    assert (found["points"], found["most"]) == (0.3, 4)
    lists = (found["have"], found["in_progress"], found["missing"])
    assert lists == ([], ["git"], ["c"])
    term = found["terms"][1]
    assert term["need"] == "nice"
    assert (term["weight"], term["credit"], term["points"]) == (1, 0.3, 0.3)
    assert sum(each["points"] for each in found["terms"]) == pytest.approx(0.3)
    for hit in [*found["hits"], *found["ignored"]]:
        text = found["text"]
        assert text[hit["start"] : hit["end"]] == hit["words"]
        assert text[hit["sentence_start"] : hit["sentence_end"]] == hit["sentence"]
    assert found["years"][0]["least"] == 3


def test_an_advert_without_a_known_skill_says_so(milepost, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Baker wanted\n\nYou get up early.", encoding="utf-8")
    said = milepost("fit", str(path))
    assert "No skill of your roadmaps or the catalogue is named" in said
    assert "%" not in said
    [found] = json.loads(milepost("fit", str(path), "--json"))["postings"]
    assert found["fit"] is None


def test_another_language_is_told(milepost, tmp_path):
    path = tmp_path / "a.txt"
    text = "Nous cherchons une personne pour le code et les bases de C99. Vous venez."
    path.write_text(text, encoding="utf-8")
    assert "seems to be in French" in milepost("fit", str(path))


def test_several_adverts_end_in_a_table(learnt, advert, tmp_path):
    other = tmp_path / "b.html"
    other.write_text("<h1>Git für alle</h1><p>Git für alle ✓</p>", encoding="utf-8")
    lines = learnt("fit", advert, str(other)).splitlines()
    assert lines[-3] == "  Fit  Musts missing  Advert"
    assert lines[-2].startswith("  20%         1 of 1  C developer  (")
    assert lines[-1].startswith("  80%         0 of 0  Git für alle  (")


def test_a_bad_file_is_told_and_the_others_are_scored(milepost, advert, tmp_path):
    bad = tmp_path / "huge.txt"
    with bad.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    said = milepost("fit", str(bad), advert, str(tmp_path / "none"), code=1)
    assert "Fit: 0%" in said
    assert "found 50 MB; expected a job advert of at most 5 MB" in milepost.err
    assert "found nothing at this place" in milepost.err
    assert "Traceback" not in milepost.err


def test_only_bad_files_are_refused(milepost, tmp_path):
    assert milepost("fit", str(tmp_path), code=1) == ""
    assert "a folder" in milepost.err


def test_an_advert_may_come_from_the_input(milepost, monkeypatch):
    class Input:
        buffer = io.BytesIO(b"You must know C99; no C99 needed on Fridays.")

    monkeypatch.setattr(sys, "stdin", Input)
    said = milepost("fit", "-")
    assert "must   C  “C99”" in said
    assert "said not to be needed: C" in said


def test_a_closed_input_is_an_empty_one(milepost, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert milepost("fit", "-", code=1) == ""
    assert "the input: found nothing" in milepost.err


def test_skills_of_an_own_roadmap_are_known(milepost, mine, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("We write Rust.", encoding="utf-8")
    assert "No skill" in milepost("fit", str(path))
    milepost("add", str(mine))
    assert "asked  Rust  “Rust”" in milepost("fit", str(path))


def test_nothing_is_stored_by_looking(milepost, advert):
    before = milepost.status()
    milepost("fit", advert)
    assert milepost.status() == before
