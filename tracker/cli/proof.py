"""Commands of proof: add it, list it, remove it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.shared import endings, journey_of, opened, say
from tracker.domain.errors import BadInputError
from tracker.domain.proof import whole_of
from tracker.services.evidence import read_evidence
from tracker.services.naming import resolve
from tracker.services.wording import described
from tracker.services.wording_proof import grade_sentence, proof_detail
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.edit import StoredEdit
    from tracker.workspace import Workspace


def run_prove(arguments: Namespace) -> int:
    """Add a proof, and say what the thing is worth now."""
    if arguments.folder is not None and arguments.commit is None:
        raise BadInputError(tr("--in names the repository of a --commit."))
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        target = resolve(reader, journey_of(workspace).outline.slug, arguments.slug)
        stored = _add(workspace, target, arguments)
        if stored is not None:
            say(described(stored.edit, reader.title) + ".")
        progress = reader.progress()
        evidence = read_evidence(reader, progress)
        grade = evidence.grade(target, progress)
        say(grade_sentence(grade, evidence.waiting(target)))
    return 0


def _add(workspace: Workspace, target: str, arguments: Namespace) -> StoredEdit | None:
    proofs, title = workspace.proofs, arguments.title
    if arguments.link is not None:
        return proofs.add_link(target, arguments.link, title)
    if arguments.note is not None:
        return proofs.add_note(target, arguments.note, title)
    if arguments.confirmed_by is not None:
        return proofs.add_confirmation(target, arguments.confirmed_by, title)
    proofs.check(target)  # before a file is copied for nothing
    if arguments.commit is not None:
        commit = proofs.look_up(arguments.folder or Path(), arguments.commit)
        return proofs.add_commit(target, commit, title)
    return proofs.add_file(target, proofs.keep(arguments.file), title)


def run_proof(arguments: Namespace) -> int:
    """List proofs, the oldest first; 1 when there is none."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        found = workspace.proofs.all()
        ends = endings([proof.subject for proof in found])
        if arguments.slug is not None:
            roadmap = journey_of(workspace).outline.slug
            target = resolve(reader, roadmap, arguments.slug)
            found = tuple(p for p in found if target in whole_of(p.target))
        about = ""
        for proof in sorted(found, key=lambda proof: proof.target):
            if proof.target != about:
                about = proof.target
                say(reader.title(about) or about)
            say(f"  {ends[proof.subject]}  {proof.title}")
            say(f"  {' ' * len(ends[proof.subject])}  {proof_detail(proof)}")
    if not found:
        say(tr("There is no proof yet. “milepost prove TARGET --link URL” adds one."))
    return 0 if found else 1


def run_unprove(arguments: Namespace) -> int:
    """Remove a proof."""
    with opened(arguments) as workspace:
        proof = workspace.proofs.named(arguments.id)
        stored = workspace.proofs.remove(proof.subject)
        if stored is not None:
            reader = workspace.store.reader
            say(described(stored.edit, reader.title) + ".")
    return 0
