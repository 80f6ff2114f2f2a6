"""Sentences about proof, the same in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import TARGET, TITLE, Label
from tracker.domain.work import Grade, ProofKind
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.edit import Edit
    from tracker.domain.proof import GradeCount
    from tracker.domain.work import Proof

PROOF_LABELS = frozenset({Label.PROOF, Label.UNPROOF})


def proof_edit_words(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    """Return what an edit of a proof did, as a short sentence."""
    titles = [c.after or c.before or "" for c in edit.changes if c.field == TITLE]
    targets = [c.after or c.before or "" for c in edit.changes if c.field == TARGET]
    title = next(iter(titles), "")
    about = next((title_of(t) or t for t in targets), "")
    if edit.label == Label.UNPROOF:
        return tr("Proof “{t}” removed from “{about}”", t=title, about=about)
    if about:
        return tr("Proof “{t}” added to “{about}”", t=title, about=about)
    return tr("Proof renamed to “{t}”", t=title)


def grade_word(grade: Grade) -> str:
    """Return how a grade is called; empty for none."""
    return {
        Grade.CLAIMED: tr("Claimed"),
        Grade.PRACTISED: tr("Practised"),
        Grade.SHOWN: tr("Shown"),
        Grade.ENDORSED: tr("Endorsed"),
    }.get(grade, "")


def grade_sentence(grade: Grade, waiting: Grade) -> str:
    """Return what a grade rests on, and what would raise it.

    Args:
        grade: The grade it has, none while it is not done.
        waiting: The grade it would have if it were done.
    """
    if grade is Grade.NONE:
        if waiting <= Grade.CLAIMED:
            return tr("Nothing shows this yet. A link, commit or file would.")
        name = grade_word(waiting).lower()
        return tr("Counts as {grade} as soon as it is done.", grade=name)
    return {
        Grade.CLAIMED: tr("Claimed: you say so. A link, commit or file shows it."),
        Grade.PRACTISED: tr(
            "Practised: your journal, a note or your applications tell of it. A link, "
            "commit or file shows it."
        ),
        Grade.SHOWN: tr("Shown: by a link, commit, file or finished project."),
        Grade.ENDORSED: tr("Endorsed: confirmed, as you wrote down."),
    }[grade]


def counts_text(count: GradeCount) -> str:
    """Return the four numbers in words, such as "2 shown · 3 claimed"."""
    names = (Grade.ENDORSED, Grade.SHOWN, Grade.PRACTISED, Grade.CLAIMED)
    parts = [
        tr("{n} {grade}", n=number, grade=grade_word(grade).lower())
        for number, grade in zip(count.parts, names, strict=True)
        if number
    ]
    return " · ".join(parts) or tr("Nothing done yet")


def proof_kind_name(kind: str) -> str:
    """Return how a kind of proof is called."""
    return {
        ProofKind.LINK: tr("Link"),
        ProofKind.COMMIT: tr("Commit"),
        ProofKind.FILE: tr("File"),
        ProofKind.NOTE: tr("Note"),
        ProofKind.CONFIRMATION: tr("Confirmation"),
    }.get(kind, tr("Proof"))


def proof_detail(proof: Proof) -> str:
    """Return what stands below the title of a proof: kind, place, day."""
    day = proof.added_on.isoformat()
    match proof.kind:
        case ProofKind.COMMIT:
            digest, _, folder = proof.value.partition(" ")
            where = tr("{digest} in {folder}", digest=digest[:10], folder=folder)
        case ProofKind.LINK:
            where = proof.value
        case ProofKind.FILE:
            where = proof.name
        case ProofKind.CONFIRMATION:
            where = tr("written down by you")
        case _:
            where = ""
    where = "" if where == proof.title else where
    return " · ".join(filter(None, (proof_kind_name(proof.kind), where, day)))


def proofs_text(number: int) -> str:
    """Return how many proofs there are."""
    return tr_n("1 proof", "{n} proofs", number)
