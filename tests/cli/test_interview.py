"""``milepost interview``: asked on a terminal or through a pipe, listed, as JSON."""

from __future__ import annotations

import io
import json

import pytest

from tracker.workspace import Workspace


@pytest.fixture(autouse=True)
def _c_on_the_road(content):
    """Put the one skill that has a question on the road."""
    path = content / "roadmaps" / "backend-career.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[git]", "[git, c]", 1), encoding="utf-8")


@pytest.fixture
def answers(monkeypatch):
    """Return what gives lines to the next command as its input."""

    def give(*lines: str) -> None:
        text = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return give


def kept(folder):
    workspace = Workspace(folder, lambda _stored: None)
    try:
        return workspace.use_cases.interviews.history().answers
    finally:
        workspace.close()


def test_a_question_is_answered_and_judged(milepost, data, answers):
    answers("So that it is given back", "p")
    out = milepost("interview", "c")
    assert "Why free?" in out
    assert "Model answer: Memory ends." in out
    assert "Repeat C: 1 partly" in out
    (answer,) = kept(data)
    assert (answer.text, answer.result) == ("So that it is given back", "partly")


def test_a_pipe_that_ends_loses_nothing(milepost, data, answers):
    answers("Half an answer")
    out = milepost("interview", "c")
    assert milepost.err == ""
    assert "what you wrote is kept" in out
    (answer,) = kept(data)
    assert (answer.text, answer.result) == ("Half an answer", None)


def test_what_was_begun_elsewhere_is_shown_and_an_empty_line_keeps_it(
    milepost, data, answers
):
    answers("Half an answer")
    milepost("interview", "c")
    answers("", "g")
    assert "You began to answer: Half an answer" in milepost("interview", "c")
    (answer,) = kept(data)
    assert (answer.text, answer.result) == ("Half an answer", "good")


@pytest.mark.parametrize("number", ["0", "many", "-1", "1.5"])
def test_a_number_that_is_none_is_refused_in_words(milepost, capsys, number):
    with pytest.raises(SystemExit):
        milepost("interview", "c", f"--number={number}")
    assert f"“{number}” is no number of questions." in capsys.readouterr().err


def test_ctrl_c_ends_it_without_loss(milepost, data, monkeypatch):
    class Interrupted(io.StringIO):
        def readline(self, *_):
            if self.tell():
                raise KeyboardInterrupt
            return super().readline()

    monkeypatch.setattr("sys.stdin", Interrupted("Mine\n"))
    out = milepost("interview", "c")
    assert "Traceback" not in out
    assert kept(data)[0].text == "Mine"


def test_bytes_that_are_no_text_are_taken_as_far_as_they_are(
    milepost, data, monkeypatch
):
    pipe = io.TextIOWrapper(
        io.BytesIO(b"caf\xe9 \x1b[31mred\x00\ng\n"), encoding="utf-8"
    )
    monkeypatch.setattr("sys.stdin", pipe)
    out = milepost("interview", "c")
    assert "\x1b" not in out
    (answer,) = kept(data)
    assert answer.text == "caf\ufffd red"


def test_a_wrong_letter_is_asked_again_and_a_question_can_be_skipped(
    milepost, data, answers
):
    answers("", "x", "s")
    out = milepost("interview", "c")
    assert "Write g, p, n, s or q." in out
    assert kept(data) == ()


def test_the_list_tells_how_it_went(milepost, answers):
    answers("", "n")
    milepost("interview", "c")
    out = milepost("interview", "c", "--list")
    assert "C · Not yet · " in out
    out = milepost("interview", "weak", "--json")
    told = json.loads(out)
    assert told["for"] == {"kind": "weak", "name": ""}
    assert [q["question"] for q in told["questions"]] == ["Why free?"]
    assert told["questions"][0]["result"] == "again"


def test_a_level_and_a_role_ask_for_the_skills_they_require(milepost):
    assert "Why free?" in milepost("interview", "junior", "--list")
    assert "Why free?" in milepost("interview", "Junior", "--list", "--number", "1")
    assert "nothing to ask" in milepost("interview", "baker", code=1)


def test_an_advert_is_named_by_its_title_or_the_end_of_its_name(milepost, data):
    milepost("status")
    workspace = Workspace(data, lambda _stored: None)
    kept = workspace.use_cases.postings.add("Systems developer\n\nYou must know C99.")
    workspace.close()
    subject = kept.edit.changes[0].subject
    assert "Why free?" in milepost("interview", "systems developer", "--list")
    told = json.loads(milepost("interview", subject[-8:], "--json"))
    assert told["for"]["kind"] == "posting"


def test_nothing_to_ask_is_told_with_a_code(milepost):
    out = milepost("interview", "git", code=1)
    assert "nothing to ask about git" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [("zebra-zebra", "Nothing is called"), ("api", "no level, role, advert or skill")],
)
def test_what_cannot_ask_is_told(milepost, name, said):
    milepost("interview", name, code=1)
    assert said in milepost.err
