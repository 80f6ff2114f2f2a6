"""Use cases of proof: add what shows something, name it anew, remove it, list it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    DAY,
    KIND,
    TARGET,
    TEXT,
    TITLE,
    VALUE,
    Change,
    Edit,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import PROOF, kind_of, proof_subject
from tracker.domain.proof import FIELDS, proofs_from
from tracker.domain.work import ProofKind
from tracker.services.editing import Editing, removal, the_one
from tracker.services.proof_rules import (
    MOST_PROOFS,
    check_target,
    good_address,
    good_name,
    good_text,
    good_title,
)
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from tracker.domain.edit import StoredEdit
    from tracker.domain.work import Proof
    from tracker.services.port_values import Commit, KeptFile
    from tracker.services.ports import FindCommit, Publish, Reader, Shelf, Store


class Proofs(Editing):
    """What shows that a learner can do what they say.

    Files and commits are slow: `keep` and `look_up` need neither the data file nor the
    thread of the window; what they return is added in one short transaction.
    """

    def __init__(
        self,
        store: Store,
        publish: Publish,
        now: Callable[[], datetime],
        shelf: Shelf,
        find_commit: FindCommit,
    ) -> None:
        """Take the ports; see `Editing`.

        Args:
            store: Where proofs are kept.
            publish: Called once for each stored edit.
            now: The present moment with the learner's own time zone.
            shelf: Where files are kept.
            find_commit: Looks a commit up in a local repository.
        """
        super().__init__(store, publish, now)
        self.shelf = shelf
        self.look_up = find_commit
        self.keep = shelf.keep

    def check(self, target: str) -> None:
        """Refuse what cannot have proof, before slow work is begun for it.

        Raises:
            BadInputError: It is a stage, a lane or something like it.
            NotFoundError: It is not there.
        """
        check_target(self._store.reader, target)

    def add_link(self, target: str, address: str, title: str = "") -> StoredEdit | None:
        """Show something by an address of the web.

        Raises:
            BadInputError: It is no such address, stands there already, or nothing can
                be shown of such a target.
            NotFoundError: The target is not there.
        """
        address = good_address(address)
        return self._add(target, ProofKind.LINK, address, good_title(title, address))

    def add_commit(
        self, target: str, commit: Commit, title: str = ""
    ) -> StoredEdit | None:
        """Show something by a commit that `look_up` found; raises as `add_link`."""
        value = f"{commit.digest} {commit.folder}"
        title = good_title(title, commit.title)
        return self._add(target, ProofKind.COMMIT, value, title)

    def add_file(
        self, target: str, kept: KeptFile, title: str = ""
    ) -> StoredEdit | None:
        """Show something by a file that `keep` copied; raises as `add_link`."""
        title = good_title(title, kept.name)
        return self._add(target, ProofKind.FILE, kept.digest, title, kept.name)

    def add_note(self, target: str, text: str, title: str = "") -> StoredEdit | None:
        """Tell in words what was done; a note practises, and shows nothing alone.

        Raises as `add_link`.
        """
        text = good_text(text)
        title = good_title(title, text.partition("\n")[0])
        return self._add(target, ProofKind.NOTE, "", title, text)

    def add_confirmation(
        self, target: str, who: str, title: str = ""
    ) -> StoredEdit | None:
        """Write down that somebody confirmed it: their name, and when.

        Milepost cannot know whether they did; it says who wrote it down.
        Raises as `add_link`.
        """
        who = good_name(who)
        return self._add(target, ProofKind.CONFIRMATION, who, good_title(title, who))

    def rename(self, subject: str, title: str) -> StoredEdit | None:
        """Give a proof another title.

        Raises:
            BadInputError: The title is empty or too long.
            NotFoundError: The proof is no longer there.
        """
        proof = self.proof(subject)
        title = good_title(title, "")
        if not title:
            raise BadInputError(tr("A title cannot be empty; the old one was kept."))
        if title == proof.title:
            return None
        change = Change(subject, TITLE, proof.title or None, title)
        return self._append(Edit(Label.PROOF, (change,)))

    def remove(self, subject: str) -> StoredEdit | None:
        """Take a proof away; undo brings it back, and a kept file stays where it is.

        Raises:
            NotFoundError: The proof is no longer there.
        """
        self.proof(subject)
        return self._store_changes(
            Label.UNPROOF, lambda work: removal(work, subject, FIELDS)
        )

    def all(self) -> tuple[Proof, ...]:
        """Return every proof, the oldest first."""
        return read_proofs(self._store.reader)

    def on(self, target: str) -> tuple[Proof, ...]:
        """Return the proofs of one thing, the oldest first."""
        return tuple(proof for proof in self.all() if proof.target == target)

    def proof(self, subject: str) -> Proof:
        """Return one proof.

        Raises:
            NotFoundError: It is no longer there.
        """
        found = next((p for p in self.all() if p.subject == subject), None)
        if found is None:
            raise NotFoundError(tr("This proof is no longer there."))
        return found

    def named(self, name: str) -> Proof:
        """Return the proof whose identifier is or ends with a text.

        Raises:
            NotFoundError: There is none.
            BadInputError: There are several.
        """
        wanted = name.strip().lower().removeprefix(f"{PROOF}:")
        found = [p for p in self.all() if wanted and p.subject.endswith(wanted)]
        none = tr("There is no proof {name}; “milepost proof” lists them.", name=name)
        several = tr("Several proofs end with {name}. Write more of it.", name=name)
        return the_one(found, none, several)

    def copy_of(self, subject: str) -> Path:
        """Return a copy of a proof's kept file, to be opened.

        Raises:
            NotFoundError: The proof or its file is missing, or the file was altered.
            BadInputError: It is no file.
        """
        proof = self.proof(subject)
        if proof.kind != ProofKind.FILE:
            raise BadInputError(tr("This proof is no file."))
        return self.shelf.copy_out(proof.value, proof.name or proof.title)

    def _add(
        self, target: str, kind: str, value: str, title: str, text: str = ""
    ) -> StoredEdit | None:
        check_target(self._store.reader, target)
        self._refuse_again(target, kind, value, text)
        now = self._now()
        mark = stamp(now)
        subject = proof_subject(mark.id)
        day = now.date().isoformat()
        values = (target, kind, value, title, text, day)
        changes = tuple(
            Change(subject, field, None, after)
            for field, after in zip(FIELDS, values, strict=True)
            if after
        )
        return self._append(Edit(Label.PROOF, changes), mark)

    def _refuse_again(self, target: str, kind: str, value: str, text: str) -> None:
        there = self.on(target)
        for proof in there:
            said = text if kind == ProofKind.NOTE else value
            if (proof.kind, proof.value) == (kind, said):
                sentence = tr("This stands there already, as “{title}”.")
                raise BadInputError(sentence.format(title=proof.title))
        if len(there) >= MOST_PROOFS:
            sentence = tr("{n} proofs of one thing are enough; remove one first.")
            raise BadInputError(sentence.format(n=MOST_PROOFS))


def target_of(reader: Reader, proof: str) -> str:
    """Return what a proof is for, or its own name where that is gone."""
    return reader.all_values(TARGET).get(proof, proof)


def read_proofs(reader: Reader) -> tuple[Proof, ...]:
    """Return every proof that is stored, the oldest first."""
    facts = {field: reader.all_values(field) for field in (TARGET, KIND, VALUE, TITLE)}
    facts |= {field: _only_proofs(reader.all_values(field)) for field in (TEXT, DAY)}
    return tuple(proofs_from(facts))


def _only_proofs(values: dict[str, str]) -> dict[str, str]:
    return {s: value for s, value in values.items() if kind_of(s) == PROOF}
