"""A learner's record as JSON Resume 1.x (https://jsonresume.org/schema)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from tracker.domain.edit import State
from tracker.domain.profile import headline_with
from tracker.domain.texts import cleaned
from tracker.domain.work import Grade, ProofKind
from tracker.interchange.csv_file import all_projects, all_skills, all_titles
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tracker.domain.work import MilestoneWork, ProjectWork, Proof, Record

    # object: JSON; what is empty is left out before it is written.
    Json = dict[str, object]

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_SHOWS = frozenset(
    {ProofKind.LINK, ProofKind.COMMIT, ProofKind.FILE, ProofKind.CONFIRMATION}
)
_YEARS = range(1000, 3000)  # what the schema takes for a year
_PLAIN = ":@!$&'()*+,;=~"  # beside letters, digits and "-._" (RFC 3986, pchar)
_URI = re.compile(r"https?://(?:[^%]|%[0-9A-Fa-f]{2})+")  # the rest is quoted before


def resume_json(
    record: Record,
    only_proved: bool,  # noqa: FBT001  # the one choice there is
) -> str:
    """Return a résumé: who the learner is, what they can do, what they built.

    Args:
        record: What to tell.
        only_proved: Whether to leave out skills that nothing but the learner's word or
            time speaks for, and projects that are neither finished nor shown by a link,
            a commit, a file or a confirmation.
    """
    resume: Json = {
        "$schema": SCHEMA,
        "basics": _basics(record, only_proved=only_proved),
        "skills": list(_skills(record, Grade.SHOWN if only_proved else Grade.CLAIMED)),
        "projects": list(_projects(record, only_proved=only_proved)),
        "meta": {"version": "v1.0.0"},
    }
    return json.dumps(_filled(resume), indent=2, ensure_ascii=False) + "\n"


def web_address(text: str) -> str:
    """Return a web address as a URI without name or password, else an empty text."""
    address = cleaned(text).strip()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is none, half an IPv6 address
        return ""
    unfit = not host or port == 0 or "[" in parts.netloc
    if unfit or any(c.isspace() for c in address):
        return ""
    uri = urlunsplit(
        (
            parts.scheme,
            quote(parts.netloc.rpartition("@")[2], safe=f"%{_PLAIN}"),
            quote(parts.path, safe=f"%{_PLAIN}/"),
            quote(parts.query, safe=f"%{_PLAIN}/?"),
            quote(parts.fragment, safe=f"%{_PLAIN}/?"),
        )
    )
    return uri if _URI.fullmatch(uri) else ""


def _basics(record: Record, *, only_proved: bool) -> Json:
    told, level = record.profile, record.level_told(unproved=not only_proved)
    label = headline_with(_line(told.headline), _line(level))
    links = [uri for uri in map(web_address, told.links) if uri]
    return _filled(
        {
            "name": _line(record.name),
            "label": label,
            "email": told.email,
            "url": next(iter(links), ""),
            "summary": cleaned(told.summary).strip(),
            "location": _filled({"city": _line(told.home)}),
            "profiles": [
                {"network": urlsplit(uri).hostname, "url": uri} for uri in links[1:]
            ],
        }
    )


def _skills(record: Record, least: Grade) -> Iterator[Json]:
    """Return a group for each stage and grade, the best proved first."""
    groups: defaultdict[tuple[str, Grade], list[str]] = defaultdict(list)
    for stage, skill in all_skills(record):
        title = _line(skill.title)
        if skill.grade >= least and title:
            groups[stage.slug, skill.grade].append(title)
    for stage in record.stages:
        for grade, level in _grades().items():
            keywords = groups.pop((stage.slug, grade), None)
            if keywords:
                name = _line(stage.title)
                yield _filled({"name": name, "level": level, "keywords": keywords})


def _grades() -> dict[Grade, str]:
    return {
        Grade.ENDORSED: tr("Endorsed"),
        Grade.SHOWN: tr("Shown"),
        Grade.PRACTISED: tr("Practised"),
        Grade.CLAIMED: tr("Claimed"),
    }


def _projects(record: Record, *, only_proved: bool) -> Iterator[Json]:
    titles = all_titles(record)
    for project in all_projects(record):
        if not _belongs(project) or (only_proved and not _proved(project)):
            continue
        keywords = (_line(titles.get(subject, "")) for subject in project.skills)
        told = _told(project, only_proved=only_proved)
        yield _filled(
            {
                "name": _line(project.title),
                "description": cleaned(project.in_short).strip(),
                "highlights": [_highlight(each) for each in told],
                "keywords": list(filter(None, keywords)),
                "startDate": _day(project.start),
                "endDate": _day(project.finish),
                "url": _address(project),
            }
        )


def _belongs(project: ProjectWork) -> bool:
    """Return whether a project says something of a learner: begun, and not put away."""
    if project.status is State.DONE:
        return True
    begun = project.status is State.LEARNING or project.milestones_done
    return bool(begun) and project.status is not State.ASIDE and not project.archived


def _proved(project: ProjectWork) -> bool:
    return _proved_whole(project) or any(
        each.done and _shown(each.proofs) for each in project.milestones
    )


def _proved_whole(project: ProjectWork) -> bool:
    return project.status is State.DONE or _shown(project.proofs)


def _told(project: ProjectWork, *, only_proved: bool) -> Iterator[MilestoneWork]:
    every = not only_proved or _proved_whole(project)
    for each in project.milestones:
        if each.done and _line(each.title) and (every or _shown(each.proofs)):
            yield each


def _shown(proofs: Iterable[Proof]) -> bool:
    return any(proof.kind in _SHOWS for proof in proofs)


def _highlight(each: MilestoneWork) -> str:
    day, title = _day(each.done_on), _line(each.title)
    return tr("{title} ({day})", title=title, day=day) if day else title


def _address(project: ProjectWork) -> str:
    links = (each.value for each in project.proofs if each.kind == ProofKind.LINK)
    found = map(web_address, (project.repository, *links))
    return next(filter(None, found), "")


def _day(day: date | None) -> str:
    return day.isoformat() if day and day.year in _YEARS else ""


def _line(text: str) -> str:
    return " ".join(cleaned(text).split())


def _filled(values: Json) -> Json:
    return {key: value for key, value in values.items() if value}
