"""The profile: who a learner is, what they can show, and what they built.

Unlike a portfolio it is short and begins with what is proved best. It names no folder
of this computer and no day that something is due, and holds no note.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.addresses import host_of
from tracker.domain.edit import State
from tracker.domain.profile import headline_with
from tracker.domain.work import Grade, ProofKind
from tracker.services.reports.blocks import (
    document,
    is_built,
    is_shown,
    listed,
    proof_lines,
    section,
)
from tracker.services.reports.inline import is_address, link, plain
from tracker.services.reports.portfolio import project_blocks
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.telling import Telling, one_line
from tracker.services.reports.user_text import quoted
from tracker.services.reports.wording import grade_name
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.work import (
        LevelStanding,
        ProjectWork,
        Proof,
        Record,
        SkillWork,
    )

MOST_SKILLS = 12  # with their proof; the others are named
MOST_PROOFS = 3  # of one skill
MOST_NAMED = 40  # skills below "shown"
_SENT = frozenset(
    {ProofKind.LINK, ProofKind.COMMIT, ProofKind.FILE, ProofKind.CONFIRMATION}
)


def profile(record: Record, choices: Choices = EVERYTHING) -> Report:
    """Return a learner as others may see them.

    Args:
        record: What to tell.
        choices: What to leave out; notes are never in it.
    """
    telling = Telling(record, replace(choices, notes=False))
    told = record.profile
    level = record.level_told(unproved=choices.unproved)
    proved = _proved(telling)
    blocks = [
        _contact(record),
        quoted(told.summary),
        *section(tr("Level"), _level(record, choices)),
        *section(tr("What I can show"), _skills(telling, proved)),
        *section(tr("Also on my way"), _others(telling)),
        *section(tr("Projects"), _projects(telling)),
    ]
    nothing = not proved and not _shelf(telling)
    return Report(
        title=record.name or tr("Profile"),
        subtitle=headline_with(told.headline, level),
        body=document(blocks),
        contents=False,
        hint=_how_to_begin() if nothing else "",
    )


def _how_to_begin() -> str:
    return tr(
        "Nothing is proved yet. Check off a skill or finish a project, and give it a "
        "link, a commit or a file as proof: it then stands here, with its proof."
    )


def _contact(record: Record) -> str:
    told = record.profile
    parts = [plain(told.home)] if told.home.strip() else []
    if told.email:
        parts.append(link(told.email, f"mailto:{told.email}"))
    parts += [link(_short(each), each) for each in told.links]
    return " · ".join(parts)


def _short(address: str) -> str:
    """Return an address as people write it, without its scheme."""
    return address.partition("://")[2].rstrip("/") or host_of(address)


def _level(record: Record, choices: Choices) -> list[str]:
    standing = record.standing if choices.unproved else record.proved_standing
    blocks = []
    if standing.level:
        blocks.append(_level_words(standing, unproved=choices.unproved))
    if standing.next_level and (standing.next_percent or standing.level):
        blocks.append(
            tr(
                "On the way to {level}: {n}% of what it asks for.",
                level=plain(standing.next_level),
                n=standing.next_percent,
            )
        )
    return blocks


def _level_words(standing: LevelStanding, *, unproved: bool) -> str:
    level = plain(standing.level)
    if not unproved:
        sentence = tr("**{level}**: {n}% of what this level asks for, all with proof.")
        return sentence.format(level=level, n=standing.percent)
    sentence = tr("**{level}**: {n}% of what this level asks for, {m}% with proof.")
    return sentence.format(level=level, n=standing.percent, m=standing.proved)


def _proved(telling: Telling) -> list[SkillWork]:
    """Return the skills that are shown, the best proved first."""
    found = [each for each in telling.skills.values() if each.grade >= Grade.SHOWN]

    def order(skill: SkillWork) -> tuple[int, int, int, str]:
        proofs = len(list(_to_send(skill.proofs)))
        return -skill.grade, -proofs, -skill.minutes, skill.title.casefold()

    return sorted(found, key=order)


def _to_send(proofs: tuple[Proof, ...]) -> Iterator[Proof]:
    return (proof for proof in proofs if proof.kind in _SENT)


def _skills(telling: Telling, proved: list[SkillWork]) -> list[str]:
    lines: list[str] = []
    for skill in proved[:MOST_SKILLS]:
        grade, time = grade_name(skill.grade), telling.time(skill.minutes)
        lines.append(one_line(f"- **{plain(skill.title)}**", grade, time))
        proofs = list(_to_send(skill.proofs))[:MOST_PROOFS]
        lines += proof_lines(proofs, telling.choices, 2)
        if not proofs:
            lines += [f"  - {each}" for each in _built_with(telling, skill)]
    blocks = listed(lines)
    rest = [plain(skill.title) for skill in proved[MOST_SKILLS:]]
    if rest:
        one, many = "And 1 more: {all}", "And {n} more: {all}"
        blocks.append(tr_n(one, many, len(rest), all=", ".join(rest)))
    return blocks


def _built_with(telling: Telling, skill: SkillWork) -> list[str]:
    """Return the finished projects that show a skill without proof of its own."""
    return [
        tr("Project: {title}", title=plain(project.title))
        for project in telling.projects.values()
        if project.status is State.DONE
        and skill.subject in project.skills
        and is_built(project)
    ][:MOST_PROOFS]


def _others(telling: Telling) -> list[str]:
    """Return the skills that only the learner's time or word speaks for."""
    if not telling.choices.unproved:
        return []
    blocks = []
    for grade in (Grade.PRACTISED, Grade.CLAIMED):
        named = [s for s in telling.skills.values() if s.grade is grade]
        named.sort(key=lambda skill: -skill.minutes)
        titles = [plain(skill.title) for skill in named[:MOST_NAMED]]
        if len(named) > MOST_NAMED:
            titles.append(tr("and {n} more", n=len(named) - MOST_NAMED))
        if titles:
            blocks.append(f"**{grade_name(grade)}:** {', '.join(titles)}")
    return blocks


def _shelf(telling: Telling) -> list[ProjectWork]:
    """Return the projects that have proof, the last finished one first."""
    found = [
        each
        for each in telling.projects.values()
        if not each.archived
        and each.status in {State.DONE, State.LEARNING}
        and (is_shown(each) or (each.status is State.DONE and is_built(each)))
    ]
    done = [each for each in found if each.status is State.DONE]
    done.sort(key=lambda each: each.finish.toordinal() if each.finish else 0)
    return done[::-1] + [each for each in found if each.status is State.LEARNING]


def _projects(telling: Telling) -> list[str]:
    blocks: list[str] = []
    for each in _shelf(telling):
        repository = each.repository if is_address(each.repository) else ""
        brief = each.in_short
        shown = replace(each, repository=repository, brief=brief, due=None)
        blocks += [f"### {plain(each.title)}", *project_blocks(telling, shown)]
    return blocks
