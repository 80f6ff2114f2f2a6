"""What ``milepost career`` prints and stores; its words are in `tracker.cli.career`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.career_json import career_json, level_json, role_json, terms_json
from tracker.cli.career_text import (
    compare_lines,
    level_lines,
    overview_lines,
    role_lines,
    sum_lines,
)
from tracker.cli.shared import journey_of, opened, say, say_json
from tracker.domain.edit import TARGET_DAY, TARGET_LEVEL, TARGET_PAY, TARGET_PLACE
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import lane_subject, slug_of
from tracker.domain.texts import nearest
from tracker.services.career import CareerBook, RoleFit, Rung
from tracker.services.career_words import target_text
from tracker.services.evidence import read_evidence
from tracker.services.targets import read_target
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.career_json import Json
    from tracker.domain.proof import Evidence
    from tracker.services.career import CareerView
    from tracker.workspace import Workspace

_TARGET = {
    "target": TARGET_LEVEL,
    "by": TARGET_DAY,
    "place": TARGET_PLACE,
    "pay": TARGET_PAY,
}


def run(arguments: Namespace) -> int:
    """Print, or set what the learner heads for."""
    _refuse_mixed(arguments)
    with opened(arguments) as workspace:
        fields = {
            field: value
            for name, field in _TARGET.items()
            if (value := getattr(arguments, name)) is not None
        }
        if fields:
            return _set_target(workspace, fields)
        return _print(workspace, arguments)


def _refuse_mixed(arguments: Namespace) -> None:
    """Refuse what cannot go together, rather than leave a part of it out unsaid.

    Raises:
        BadInputError: Names what goes alone.
    """
    given = [name for name in _TARGET if getattr(arguments, name) is not None]
    shown = arguments.name is not None or arguments.compare or arguments.sum
    if given and (shown or arguments.json):
        sentence = tr(
            "--{option} sets your target and prints nothing else; leave out what is "
            "to be shown. Nothing was changed."
        )
        raise BadInputError(sentence.format(option=given[0]))
    if arguments.compare and arguments.name is not None:
        sentence = tr("--compare takes the two levels; leave “{name}” out.")
        raise BadInputError(sentence.format(name=arguments.name))
    if arguments.compare and arguments.sum:
        sentence = tr("--sum is about one level: “milepost career {name} --sum”.")
        raise BadInputError(sentence.format(name=arguments.compare[1]))


def _set_target(workspace: Workspace, fields: dict[str, str]) -> int:
    stored = workspace.use_cases.targets.set_fields(fields)
    reader = workspace.store.reader
    if stored is None:
        say(tr("It was so already; nothing was changed."))
        return 0
    target = target_text(read_target(reader), reader.ladder())
    none = tr("You head for nothing any more.")
    say(tr("Your target: {target}.", target=target) if target else none)
    return 0


def _print(workspace: Workspace, arguments: Namespace) -> int:
    journey = journey_of(workspace)
    reader = workspace.store.reader
    book = CareerBook(reader, journey)
    evidence = read_evidence(reader, journey.progress)
    view = book.view(evidence)
    if not view.rungs:
        raise NotFoundError(tr("No ladder is installed; it comes with Milepost."))
    if arguments.compare:
        report, lines = _compared(book, view, arguments.compare)
    elif arguments.name is not None:
        report, lines = _named(book, view, evidence, arguments)
    elif arguments.sum:
        sentence = tr("Name a level, role or lane whose sum you want to see.")
        raise BadInputError(sentence)
    else:
        report, lines = career_json(book, view), overview_lines(book, view)
    if arguments.json:
        say_json(report)
        return 0
    for line in lines:
        say(line)
    return 0


def _named(
    book: CareerBook, view: CareerView, evidence: Evidence, arguments: Namespace
) -> tuple[Json, list[str]]:
    found = find(view, arguments.name)
    if isinstance(found, Rung):
        report = level_json(book, found, terms=True)
        lines = level_lines(book, view, found, book.advice(found.level, evidence))
        title = found.level.title
    else:
        report = role_json(book, found, terms=True)
        summary = found.summary or book.lane_summary(found.fork, found.lane)
        lines = role_lines(book, view, found, summary)
        title = found.title
    if arguments.sum:
        lines = sum_lines(book, title, found.readiness)
    return report, lines


def _compared(
    book: CareerBook, view: CareerView, names: list[str]
) -> tuple[Json, list[str]]:
    first, second = (find(view, name) for name in names)
    if not isinstance(first, Rung) or not isinstance(second, Rung):
        raise BadInputError(tr("Only levels can be compared: junior, mid and so on."))
    new, both = second.beyond(first)
    report = {
        "lower": first.level.slug,
        "higher": second.level.slug,
        "new": terms_json(book, new),
        "both": terms_json(book, both),
    }
    return report, compare_lines(book, view, (first, second), (new, both))


def find(view: CareerView, name: str) -> Rung | RoleFit:
    """Return the level, role or lane that a person names.

    Raises:
        NotFoundError: Nothing is called that; names the nearest.
        BadInputError: Several are; names them all.
    """
    everything: list[tuple[set[str], Rung | RoleFit]] = [
        ({r.subject, r.level.slug, r.level.title.casefold()}, r) for r in view.rungs
    ]
    everything += [(_names(role), role) for role in view.roles]
    wanted = name.strip().casefold()
    found = [each for names, each in everything if wanted in names]
    if not found and wanted:
        found = [
            each
            for names, each in everything
            if any(word.startswith(wanted) for word in names)
        ]
    if len(found) == 1:
        return found[0]
    if found:
        known = ", ".join(each.subject for each in found)
        sentence = tr("“{name}” may mean several things: {all}. Name one of them.")
        raise BadInputError(sentence.format(name=name, all=known))
    hint = nearest(wanted, [word for names, _ in everything for word in sorted(names)])
    sentence = tr("No level, role or lane is called “{name}”.", name=name)
    if hint is not None:
        sentence += " " + tr("Did you mean “{hint}”?", hint=hint)
    raise NotFoundError(sentence)


def _names(role: RoleFit) -> set[str]:
    names = {role.subject, slug_of(role.subject), role.title.casefold()}
    if role.lane:
        lane = lane_subject(role.fork, role.lane)
        names |= {lane, slug_of(lane), role.lane}
    return names
