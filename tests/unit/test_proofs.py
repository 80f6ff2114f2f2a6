"""Proof is added, named anew, removed and brought back; the log agrees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import API, API_FORM, BASICS, GIT, GIT_COMMIT, Desk, a_roadmap
from tests.conftest import NOON, a_data_folder
from tracker.domain.edit import Label
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.limits import TEXT_LENGTH, TITLE_LENGTH
from tracker.domain.work import ProofKind
from tracker.services.doctor import examine
from tracker.services.port_values import Commit
from tracker.services.wording import described
from tracker.services.wording_proof import proof_detail

URL = "https://example.org/pull/4"
WHO = "the instructor of my course, 21 Nov 2026"
COMMIT = Commit("1a2b3c4d5e" * 4, "/home/me/my code", "Write the login")


def told(desk, target=GIT):
    return [(p.kind, p.value, p.title) for p in desk.proofs.on(target)]


def only(desk):
    (proof,) = desk.proofs.all()
    return proof


class TestAdding:
    def test_a_link_is_kept_with_its_day(self, desk):
        stored = desk.proofs.add_link(API_FORM, f" {URL}\n")
        assert told(desk, API_FORM) == [(ProofKind.LINK, URL, URL)]
        assert only(desk).added_on == NOON.date()
        assert stored.edit.label == Label.PROOF
        assert desk.announced[-1] is stored

    def test_a_commit_is_kept_with_its_repository(self, desk):
        desk.proofs.add_commit(GIT, COMMIT)
        value = f"{COMMIT.digest} /home/me/my code"
        assert told(desk) == [(ProofKind.COMMIT, value, "Write the login")]
        assert "1a2b3c4d5e in /home/me/my code" in proof_detail(only(desk))

    def test_a_file_is_kept_under_its_name(self, desk, tmp_path):
        path = tmp_path / "shot.png"
        path.write_bytes(b"pixels")
        kept = desk.proofs.keep(path)
        desk.proofs.add_file(GIT_COMMIT, kept, "The login page")
        proof = only(desk)
        assert (proof.value, proof.title) == (kept.digest, "The login page")
        assert proof.name == "shot.png"
        path.unlink()
        copy = desk.proofs.copy_of(proof.subject)
        assert (copy.name, copy.read_bytes()) == ("shot.png", b"pixels")

    def test_a_note_is_kept_whole_and_named_by_its_first_line(self, desk):
        desk.proofs.add_note(GIT, "Rebased it.\n\nIn *March*.")
        assert told(desk) == [
            (ProofKind.NOTE, "Rebased it.\n\nIn *March*.", "Rebased it.")
        ]
        assert [s for s, _, _ in desk.reader.written("march", 9)] == [
            only(desk).subject
        ]

    def test_a_confirmation_says_who_and_that_you_wrote_it(self, desk):
        desk.proofs.add_confirmation(GIT, WHO)
        assert told(desk) == [(ProofKind.CONFIRMATION, WHO, WHO)]
        assert "written down by you" in proof_detail(only(desk))

    def test_an_entry_can_have_proof(self, desk):
        desk.journal.add(NOON.date(), 5, "Wrote it")
        (entry,) = desk.reader.entries("", "9", 9)
        desk.proofs.add_link(entry.subject, URL)
        assert len(desk.proofs.on(entry.subject)) == 1
        assert examine(desk.reader) == []

    def test_the_oldest_comes_first(self, desk):
        for number in range(3):
            desk.proofs.add_note(GIT, f"No. {number}")
        assert len({p.subject for p in desk.proofs.all()}) == 3


class TestRefused:
    def refused(self, desk, told, do, *words, error=BadInputError):
        before = len(desk.reader.log())
        with pytest.raises(error, match=told):
            do(*words)
        assert len(desk.reader.log()) == before

    @pytest.mark.parametrize(
        "address",
        [
            *("", "github.com/x", "javascript:alert(1)", "file:///etc/passwd"),
            *("https://", "https://a b", "http://[::1", "-flag", "mailto:a@b.org"),
        ],
    )
    def test_no_address_of_the_web(self, desk, address):
        self.refused(desk, "begins with https", desk.proofs.add_link, GIT, address)

    def test_a_password(self, desk):
        address = "https://me:secret@example.org/x"
        self.refused(desk, "password", desk.proofs.add_link, GIT, address)

    def test_too_much(self, desk):
        add = desk.proofs
        self.refused(desk, "2000 char", add.add_link, GIT, URL + "a" * 2000)
        self.refused(desk, "300", add.add_link, GIT, URL, "t" * (TITLE_LENGTH + 1))
        self.refused(desk, "hold", add.add_note, GIT, "n" * (TEXT_LENGTH + 1))
        self.refused(desk, "300", add.add_confirmation, GIT, "n" * 301)

    def test_nothing(self, desk):
        self.refused(desk, "Write what", desk.proofs.add_note, GIT, " \u202e\n")
        self.refused(desk, "who confirmed", desk.proofs.add_confirmation, GIT, " ")

    def test_the_same_again(self, desk, tmp_path):
        (tmp_path / "a").write_bytes(b"a")
        kept = desk.proofs.keep(tmp_path / "a")
        desk.proofs.add_link(GIT, URL, "The pull request")
        desk.proofs.add_file(GIT, kept)
        desk.proofs.add_note(GIT, "Did it.")
        self.refused(desk, "as “The pull request”", desk.proofs.add_link, GIT, URL)
        self.refused(desk, "already", desk.proofs.add_file, GIT, kept)
        self.refused(desk, "already", desk.proofs.add_note, GIT, "Did it.")
        desk.proofs.add_link(GIT_COMMIT, URL)  # of something else it may be proof, too

    def test_what_cannot_have_proof(self, desk):
        self.refused(desk, "can stand on", desk.proofs.add_link, BASICS, URL)
        missing = desk.proofs.add_link, "skill:gone", URL
        self.refused(desk, "called gone", *missing, error=NotFoundError)
        missing = desk.proofs.add_link, "entry:gone", URL
        self.refused(desk, "called gone", *missing, error=NotFoundError)


class TestChanging:
    def test_a_title_is_changed_and_undone(self, desk):
        desk.proofs.add_link(GIT, URL)
        desk.proofs.rename(only(desk).subject, "  The\npull request ")
        assert only(desk).title == "The pull request"
        assert desk.proofs.rename(only(desk).subject, "The pull request") is None
        desk.undo.undo()
        assert only(desk).title == URL

    def test_an_empty_title_keeps_the_old_one(self, desk):
        desk.proofs.add_link(GIT, URL)
        with pytest.raises(BadInputError, match="old one was kept"):
            desk.proofs.rename(only(desk).subject, " ")

    def test_what_is_removed_comes_back_whole(self, desk, tmp_path):
        (tmp_path / "a.txt").write_bytes(b"a")
        desk.proofs.add_file(GIT, desk.proofs.keep(tmp_path / "a.txt"), "The A")
        before = only(desk)
        desk.proofs.remove(before.subject)
        assert desk.proofs.all() == ()
        assert desk.reader.written("a", 9) == []
        desk.undo.undo()
        assert only(desk) == before
        assert desk.proofs.copy_of(before.subject).read_bytes() == b"a"

    def test_what_is_gone_cannot_be_changed(self, desk):
        desk.proofs.add_link(GIT, URL)
        subject = only(desk).subject
        desk.proofs.remove(subject)
        for do in (desk.proofs.remove, desk.proofs.copy_of, desk.proofs.proof):
            with pytest.raises(NotFoundError, match="no longer there"):
                do(subject)
        with pytest.raises(NotFoundError):
            desk.proofs.rename(subject, "t")

    def test_a_link_has_no_file_to_open(self, desk):
        desk.proofs.add_link(GIT, URL)
        with pytest.raises(BadInputError, match="no file"):
            desk.proofs.copy_of(only(desk).subject)


class TestNaming:
    def test_the_end_of_an_identifier_is_enough(self, desk):
        desk.proofs.add_link(GIT, URL)
        proof = only(desk)
        assert desk.proofs.named(proof.subject) == proof
        assert desk.proofs.named(proof.subject[-6:].upper()) == proof

    @pytest.mark.parametrize("name", ["", " ", "zzz", "proof:"])
    def test_an_unknown_one_is_told(self, desk, name):
        desk.proofs.add_link(GIT, URL)
        with pytest.raises(NotFoundError, match="milepost proof"):
            desk.proofs.named(name)

    def test_one_that_several_end_with_is_told(self, desk):
        for number in range(40):
            desk.proofs.add_note(GIT, f"No. {number}")
        last = max((p.subject[-1] for p in desk.proofs.all()), key=desk_count(desk))
        with pytest.raises(BadInputError, match="more of it"):
            desk.proofs.named(last)


def desk_count(desk):
    ends = [p.subject[-1] for p in desk.proofs.all()]
    return ends.count


class TestSentences:
    def test_each_action_is_told_with_what_it_is_about(self, desk):
        desk.proofs.add_link(GIT, URL, "PR 4")
        title = desk.reader.title
        assert (
            described(desk.announced[-1].edit, title) == "Proof “PR 4” added to “Git”"
        )
        desk.proofs.rename(only(desk).subject, "PR 5")
        assert described(desk.announced[-1].edit, title) == "Proof renamed to “PR 5”"
        desk.proofs.remove(only(desk).subject)
        assert (
            described(desk.announced[-1].edit, title)
            == "Proof “PR 5” removed from “Git”"
        )


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("link"), st.sampled_from([GIT, GIT_COMMIT, API, API_FORM])),
        st.tuples(st.just("note"), st.text(max_size=8)),
        st.tuples(st.sampled_from(["rename", "remove"]), st.integers(0, 5)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none()),
    ),
    max_size=12,
)


def act(desk, number, name, about):
    there = desk.proofs.all()
    if name == "link":
        desk.proofs.add_link(about, f"https://example.org/{number}")
    elif name == "note":
        desk.proofs.add_note(GIT, f"{number} {about}")
    elif name in {"undo", "redo"}:
        getattr(desk.undo, name)()
    elif there:
        subject = there[about % len(there)].subject
        words = (f"t{number}",) if name == "rename" else ()
        getattr(desk.proofs, name)(subject, *words)


@settings(max_examples=25)
@given(ACTIONS)
def test_log_and_facts_agree_after_anything(tmp_path_factory, new_data_file, actions):
    home = tmp_path_factory.mktemp("any")
    folder = a_data_folder(home / "d", new_data_file)
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        for number, (name, about) in enumerate(actions):
            act(desk, number, name, about)
        assert examine(desk.reader) == []
        there = desk.proofs.all()
        if desk.undo.undo() is not None:
            desk.undo.redo()
        assert desk.proofs.all() == there
