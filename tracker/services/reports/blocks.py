"""Parts of reports that need nothing but what they tell: proofs, milestones, facts.

A block is Markdown without blank lines around it; `document` puts blocks together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import PROJECT
from tracker.domain.work import ProofKind
from tracker.services.reports.inline import code, is_address, link, plain
from tracker.services.reports.user_text import indented, quoted
from tracker.services.reports.wording import day_text, proof_name
from tracker.services.wording import state_name
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.domain.work import MilestoneWork, ProjectWork, Proof
    from tracker.services.reports.report import Choices

_SHOWING = frozenset(
    {ProofKind.LINK, ProofKind.COMMIT, ProofKind.FILE, ProofKind.CONFIRMATION}
)
_SCHEME = re.compile(r"https?://|mailto:", re.IGNORECASE)
_DIGITS = 12  # of a file's digest


def document(blocks: Iterable[str]) -> str:
    """Return blocks as the body of a report."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def listed(lines: Iterable[str]) -> list[str]:
    """Return lines as one block, or nothing if there are none."""
    text = "\n".join(lines).rstrip("\n")
    return [text] if text else []


def section(heading: str, blocks: list[str]) -> list[str]:
    """Return a heading of the second level with its blocks, nothing without blocks."""
    return [f"## {heading}", *blocks] if blocks else []


def task(done: bool, text: str) -> str:  # noqa: FBT001  # a task is done or not
    """Return an item of a task list."""
    return f"- [{'x' if done else ' '}] {text}"


def labelled(label: str, blocks: list[str]) -> list[str]:
    """Return blocks below a line that says what they are, nothing without blocks."""
    return [f"**{label}**", *blocks] if blocks else []


def note_block(note: str, choices: Choices) -> list[str]:
    """Return a learner's note as a quote, unless notes are left out."""
    return listed([quoted(note)] if choices.notes else [])


def proof_lines(proofs: Iterable[Proof], choices: Choices, by: int = 0) -> list[str]:
    """Return proofs as the lines of a list, ``by`` columns deep."""
    lines: list[str] = []
    for proof in proofs:
        name, day = proof_name(proof.kind), day_text(proof.added_on)
        lines.append(f"{' ' * by}- {name}: {_shown(proof)} · {day}")
        if proof.kind == ProofKind.NOTE and choices.notes:
            text = indented(proof.value, by + 2)
            lines += ["", text, ""] if text else []
    return lines


def _shown(proof: Proof) -> str:
    title, value = plain(proof.title), proof.value.strip()
    match proof.kind:
        case ProofKind.LINK | ProofKind.COMMIT:
            return link(proof.title, value)
        case ProofKind.FILE if value:
            return f"{title} ({code(value[:_DIGITS])})"
        case ProofKind.CONFIRMATION if value and value != proof.title.strip():
            return f"{title} ({plain(value)})"
        case _:
            return title


def is_built(project: ProjectWork) -> bool:
    """Return whether there is more to a finished project than that it is said so."""
    return bool(project.milestones_done) or is_shown(project)


def is_shown(project: ProjectWork) -> bool:
    """Return whether a link, commit, file or confirmation shows a project."""
    proofs = [*project.proofs]
    for milestone in project.milestones:
        proofs += milestone.proofs
    return any(proof.kind in _SHOWING for proof in proofs)


def milestone_line(milestone: MilestoneWork) -> str:
    """Return the title of a milestone and its day, done or due."""
    title = f"**{plain(milestone.title)}**"
    if milestone.done:
        return _joined(title, tr("done on {d}"), milestone.done_on)
    return _joined(title, tr("due on {d}"), milestone.due)


def checklist(milestones: Iterable[MilestoneWork], choices: Choices) -> list[str]:
    """Return milestones as one task list, with steps and proof below them."""
    lines: list[str] = []
    for milestone in milestones:
        lines.append(task(milestone.done, milestone_line(milestone)))
        lines += [f"  {task(s.done, plain(s.title))}" for s in milestone.steps]
        lines += proof_lines(milestone.proofs, choices, 2)
    return listed(lines)


def facts(project: ProjectWork) -> list[tuple[str, str]]:
    """Return what is known about a project, as names and values in Markdown."""
    count = len(project.milestones)
    counted = tr("{n} of {all} done", n=project.milestones_done, all=count)
    is_done = project.status is State.DONE
    due = None if is_done else project.due
    # With open milestones it is the learner who says so, and a reader is told.
    is_open = is_done and project.milestones_done < count
    state = state_name(project.status, PROJECT)
    pairs = [
        (tr("Status"), tr("Marked as done") if is_open else state),
        (tr("Started"), _day(project.start)),
        (tr("Due"), _day(due)),
        (tr("Finished"), _day(project.finish)),
        (tr("Milestones"), counted if count else ""),
        (tr("Repository"), _place(project.repository)),
    ]
    return [(name, value) for name, value in pairs if value]


def facts_line(project: ProjectWork) -> str:
    """Return what is known about a project in one paragraph."""
    return " · ".join(f"{name}: {value}" for name, value in facts(project))


def _joined(title: str, sentence: str, day: date | None) -> str:
    return f"{title} · {sentence.format(d=day_text(day))}" if day else title


def _day(day: date | None) -> str:
    return day_text(day) if day else ""


def _place(repository: str) -> str:
    place = repository.strip()
    if is_address(place):
        return link(_SCHEME.sub("", place).rstrip("/"), place)
    return code(place) if place else ""
