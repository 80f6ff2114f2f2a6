"""Use cases of projects: make one, change it, its milestones and steps."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    BRIEF,
    DONE_ON,
    DUE,
    ORDER,
    REMOVED,
    SKILLS,
    STAGE_FIELD,
    START,
    STATE,
    TITLE,
    Change,
    Edit,
    Label,
    State,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import (
    MILESTONE,
    OWN,
    PROJECT,
    STEP,
    is_own,
    kind_of,
    milestone_subject,
    parent_of,
    project_subject,
    slug_of,
    step_subject,
)
from tracker.domain.limits import SLUG_LENGTH
from tracker.domain.project_facts import YES
from tracker.domain.projects import moved, order_text
from tracker.services.editing import Editing
from tracker.services.journey import read_facts
from tracker.services.project_fields import checked, checked_title
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.domain.edit import StoredEdit
    from tracker.domain.work import ProjectWork
    from tracker.services.ports import UnitOfWork

MOST_PARTS = 200  # milestones of a project, or steps of a milestone
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


class Projects(Editing):
    """Everything a learner does to projects, beside checking them off."""

    def create(self, title: str, **fields: str) -> StoredEdit:
        """Make a project of one's own.

        Args:
            title: What it is called.
            fields: Values of other fields, such as ``stage`` or ``due``.

        Raises:
            BadInputError: A value cannot be accepted as it is.
            NotFoundError: A stage or skill of that name is on no roadmap.
        """
        title = checked_title(title)
        reader = self._store.reader
        values = {name: checked(reader, name, text) for name, text in fields.items()}
        with self._store.begin() as work:
            subject = self._free(work, PROJECT, "", title)
            changes = [Change(subject, TITLE, None, title)]
            changes += _settings(work, subject, values)
            stored = work.append(Edit(Label.CREATE, tuple(changes)), stamp(self._now()))
        self._publish(stored)
        return stored

    def set_field(self, subject: str, field: str, text: str) -> StoredEdit | None:
        """Store one field of a project, milestone or step; empty takes it away.

        Raises:
            BadInputError: The value cannot be accepted as it is.
            NotFoundError: The project, or a stage or skill named, is not there.
        """
        self._check_known(subject)
        if field == TITLE and not text.strip() and not is_own(subject):
            after = None  # the roadmap's own title again
        elif field == TITLE:
            after = checked_title(text)
        else:
            after = checked(self._store.reader, field, text) or None
        if field == STAGE_FIELD and not is_own(subject):
            raise BadInputError(tr("This project stands where its roadmap puts it."))
        with self._store.begin() as work:
            if field == DONE_ON:
                self._check_finish(work, subject, after)
            _check_days(work, subject, field, after)
            before = work.values((subject,), field).get(subject)
            if before == after:
                return None
            changes = (Change(subject, field, before, after),)
            stored = work.append(Edit(Label.PROJECT, changes), stamp(self._now()))
        self._publish(stored)
        return stored

    def add_part(self, parent: str, title: str, due: str = "") -> StoredEdit:
        """Add a milestone to a project, or a step to a milestone, at the end.

        Raises:
            BadInputError: The title or day cannot be accepted, or there are too many.
            NotFoundError: The parent is not there.
        """
        self._check_known(parent)
        title = checked_title(title)
        if kind_of(parent) not in {PROJECT, MILESTONE}:
            raise BadInputError(tr("A step has no steps of its own."))
        reader = self._store.reader
        day = checked(reader, DUE, due) if kind_of(parent) == PROJECT else ""
        with self._store.begin() as work:
            kind = MILESTONE if kind_of(parent) == PROJECT else STEP
            part = self._free(work, kind, parent, title)
            parts = self._parts(parent)
            if len(parts) >= MOST_PARTS:
                sentence = tr("There is room for {n} of them.", n=MOST_PARTS)
                raise BadInputError(sentence)
            order = order_text([*parts, part])
            changes = [Change(part, TITLE, None, title)]
            changes += _settings(work, part, {DUE: day})
            changes += _settings(work, parent, {ORDER: order})
            stored = work.append(
                Edit(Label.PROJECT, tuple(changes)), stamp(self._now())
            )
        self._publish(stored)
        return stored

    def move_part(self, part: str, place: int) -> StoredEdit | None:
        """Put a milestone or step at another place among its likes.

        Raises:
            NotFoundError: It is not there.
        """
        parent = parent_of(part)
        parts = [] if parent is None else self._parts(parent)
        if parent is None or part not in parts:
            raise not_there(part)
        order = order_text(moved(parts, part, place))
        if order == order_text(parts):
            return None
        with self._store.begin() as work:
            changes = tuple(_settings(work, parent, {ORDER: order}))
            stored = work.append(Edit(Label.PROJECT, changes), stamp(self._now()))
        self._publish(stored)
        return stored

    def archive(self, subject: str, *, archived: bool) -> StoredEdit | None:
        """Take a project off the board, or put it back; what was done stays."""
        if kind_of(subject) != PROJECT:
            raise BadInputError(tr("Only a project can be archived."))
        self._check_known(subject)
        return self._flag(subject, ARCHIVED, Label.PROJECT, on=archived)

    def remove(self, subject: str) -> StoredEdit | None:
        """Remove a project of one's own, or a milestone or step of any.

        Raises:
            BadInputError: The project is the roadmap's.
            NotFoundError: It is not there.
        """
        self._check_known(subject)
        if kind_of(subject) == PROJECT and not is_own(subject):
            sentence = tr(
                "This project comes with a roadmap. Set it aside or archive it instead."
            )
            raise BadInputError(sentence)
        return self._flag(subject, REMOVED, Label.REMOVE, on=True)

    def restore(self, subject: str) -> StoredEdit | None:
        """Bring back what was removed; ``None`` where nothing was."""
        return self._flag(subject, REMOVED, Label.RESTORE, on=False)

    def removed(self) -> list[tuple[str, str]]:
        """Return (subject, title) of the learner's projects that were removed."""
        facts = read_facts(self._store.reader)
        gone = facts.own_projects(removed=True)
        return [(subject, facts.get(subject, TITLE)) for subject in gone]

    def all_removed(self) -> list[str]:
        """Return every project, milestone and step that was removed, by name."""
        return sorted(self._store.reader.all_values(REMOVED))

    def removed_parts(self, parent: str) -> list[tuple[str, str]]:
        """Return (subject, title) of the milestones or steps that were removed."""
        reader = self._store.reader
        flags = reader.all_values(REMOVED)
        gone = sorted(each for each in flags if parent_of(each) == parent)
        return [(each, reader.title(each) or slug_of(each)) for each in gone]

    def duplicate(self, project: ProjectWork) -> StoredEdit:
        """Make a project of one's own that begins as a copy of another's plan.

        Copied are brief, skills, stage, milestones and steps; not days, states, notes.
        """
        title = tr("{title} (copy)", title=project.title)
        stages = self._store.reader.all_values(STAGE_FIELD)
        stage = stages.get(project.subject, "") or self._stage_of(project.subject)
        with self._store.begin() as work:
            subject = self._free(work, PROJECT, "", project.title)
            changes = [Change(subject, TITLE, None, title)]
            values = {
                BRIEF: project.brief,
                SKILLS: "\n".join(project.skills),
                STAGE_FIELD: stage,
            }
            changes += _settings(work, subject, values)
            changes += _copied_parts(subject, project)
            stored = work.append(Edit(Label.CREATE, tuple(changes)), stamp(self._now()))
        self._publish(stored)
        return stored

    def _stage_of(self, subject: str) -> str:
        """Return the subject of the stage in which a roadmap puts a project."""
        reader = self._store.reader
        chosen = reader.setting("roadmap") or ""
        for roadmap, position in reader.places(subject):
            if roadmap == chosen:
                stage = reader.outline(roadmap).stages[position]
                return f"stage:{roadmap}/{stage.slug}"
        return ""

    def _parts(self, parent: str) -> list[str]:
        """Return the parts of something in the order in which they are shown."""
        reader = self._store.reader
        return read_facts(reader).parts(parent, reader.parts(parent))

    def _flag(
        self, subject: str, field: str, label: Label, *, on: bool
    ) -> StoredEdit | None:
        after = YES if on else None
        with self._store.begin() as work:
            before = work.values((subject,), field).get(subject)
            if before == after:
                return None
            changes = (Change(subject, field, before, after),)
            stored = work.append(Edit(label, changes), stamp(self._now()))
        self._publish(stored)
        return stored

    def _check_known(self, subject: str) -> None:
        known = self._store.reader.knows(subject)
        if kind_of(subject) not in {PROJECT, MILESTONE, STEP} or not known:
            raise not_there(subject)

    def _check_finish(self, work: UnitOfWork, subject: str, after: str | None) -> None:
        """Refuse a day of finish where nothing is finished, and none where it is."""
        if work.values((subject,), STATE).get(subject) != State.DONE:
            raise BadInputError(tr("Only what is done has a day of its finish."))
        if after is None:
            raise BadInputError(tr("What is done has a day of its finish."))
        if after > self.today().isoformat():
            raise BadInputError(tr("The day of the finish is still to come."))

    def _free(self, work: UnitOfWork, kind: str, parent: str, title: str) -> str:
        """Return the subject of something new, whose name was never used before."""
        stem = slug_for(title)
        number = 1
        while True:
            tail = "" if number == 1 else f"-{number}"
            slug = stem[: SLUG_LENGTH - len(tail)].rstrip("-") + tail
            subject = _subject(kind, parent, slug)
            known = self._store.reader.places(subject)
            if not known and not work.was_set(subject, TITLE):
                return subject
            number += 1


def _check_days(work: UnitOfWork, subject: str, field: str, after: str | None) -> None:
    """Refuse a project that would be finished, or due, before it began."""
    if field not in {START, DUE, DONE_ON} or kind_of(subject) != PROJECT:
        return
    days = {
        name: work.values((subject,), name).get(subject) or ""
        for name in (START, DUE, DONE_ON)
    }
    days[field] = after or ""
    start = days[START]
    if start and days[DONE_ON] and days[DONE_ON] < start:
        raise BadInputError(tr("A project cannot be finished before it began."))
    if start and days[DUE] and days[DUE] < start and field != DONE_ON:
        raise BadInputError(tr("A project cannot be due before it begins."))


def slug_for(title: str) -> str:
    """Return a short name for a title: ``my-todo-api``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = _NOT_IN_SLUGS.sub("-", plain.lower()).strip("-")
    return (OWN + (slug.removeprefix(OWN) or "project"))[:SLUG_LENGTH].rstrip("-")


def not_there(subject: str) -> NotFoundError:
    """Return what is raised for a project or part that is not there."""
    name = slug_of(subject)
    return NotFoundError(tr("There is no project or milestone called {n}.", n=name))


def _subject(kind: str, parent: str, slug: str) -> str:
    if kind == PROJECT:
        return project_subject(slug)
    if kind == MILESTONE:
        return milestone_subject(slug_of(parent), slug)
    return step_subject(parent, slug)


def _settings(
    work: UnitOfWork, subject: str, values: Mapping[str, str]
) -> Iterator[Change]:
    """Return what must change so that these fields are stored; empty is none."""
    for field, text in values.items():
        before = work.values((subject,), field).get(subject)
        if before != (text or None):
            yield Change(subject, field, before, text or None)


def _copied_parts(subject: str, project: ProjectWork) -> Iterator[Change]:
    """Return the milestones and steps of a copy, which has no name in use yet."""
    milestones = []
    for number, each in enumerate(project.milestones, 1):
        part = milestone_subject(slug_of(subject), f"{OWN}{number}")
        milestones.append(part)
        yield Change(part, TITLE, None, each.title)
        steps = []
        for place, step in enumerate(each.steps, 1):
            steps.append(step_subject(part, f"{OWN}{place}"))
            yield Change(steps[-1], TITLE, None, step.title)
        yield from _order(part, steps)
    yield from _order(subject, milestones)


def _order(parent: str, parts: Sequence[str]) -> Iterable[Change]:
    return [Change(parent, ORDER, None, order_text(parts))] if parts else []
