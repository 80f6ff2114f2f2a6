"""Use cases of applications: begin one, move it from phase to phase, change it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.application import (
    DAY_OF,
    DAYS,
    FED,
    FIELDS,
    Application,
    Phase,
    after_move,
    applications_from,
    borne_out,
    count_jobs,
    days_of,
    kept_fit,
    out_of_order,
    reached,
    read_phase,
)
from tracker.domain.edit import (
    APPLIED_ON,
    COMPANY,
    DUE,
    FIT,
    NEXT_STEP,
    PHASE,
    POSTING_FIELD,
    RESULT,
    TITLE,
    Change,
    Edit,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import APPLICATION, kind_of
from tracker.services.application_fields import checked
from tracker.services.editing import Editing, changed, removal, the_one
from tracker.services.project_fields import checked_title
from tracker.services.stamps import stamp
from tracker.services.wording_applications import phase_name
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from tracker.domain.application import JobCounts
    from tracker.domain.edit import StoredEdit
    from tracker.domain.readiness import Readiness
    from tracker.services.ports import Publish, Reader, Store


FARTHEST = 10  # years before or after this one that a day can be in


def no_fit(_posting: str) -> Readiness | None:
    """Return no fit: nothing that reads adverts is at hand."""
    return None


class Applications(Editing):
    """What a learner does about jobs that they want.

    Attributes:
        fit_of: Returns how well the learner fits a kept advert today, by its subject;
            ``None`` where it names no known skill, or is gone.
    """

    def __init__(
        self,
        store: Store,
        publish: Publish,
        now: Callable[[], datetime],
        fit_of: Callable[[str], Readiness | None] = no_fit,
    ) -> None:
        """Take the ports; see `Editing`."""
        super().__init__(store, publish, now)
        self.fit_of = fit_of

    def all(self) -> tuple[Application, ...]:
        """Return every application, the newest first."""
        return read_applications(self._store.reader)

    def application(self, subject: str) -> Application:
        """Return one application.

        Raises:
            NotFoundError: It is no longer there.
        """
        found = next((a for a in self.all() if a.subject == subject), None)
        if found is None:
            raise not_there()
        return found

    def expect(self, subject: str) -> None:
        """Make sure that an application is there.

        Raises:
            NotFoundError: It is no longer there.
        """
        self._facts(subject)

    def named(self, name: str) -> Application:
        """Return the application whose identifier is or ends with a text.

        Raises:
            NotFoundError: There is none.
            BadInputError: There are several.
        """
        wanted = name.strip().lower()
        found = [a for a in self.all() if wanted and a.subject.endswith(wanted)]
        none = tr(
            "There is no application {name}; “milepost applications” lists.",
            name=name or "“”",
        )
        several = tr("Several end with {name}. Write more of it.", name=name)
        return the_one(found, none, several)

    def add(
        self, title: str, *, phase: Phase = Phase.FOUND, **fields: str
    ) -> StoredEdit:
        """Begin an application.

        Args:
            title: What the job is called.
            phase: How far it has come already.
            fields: Values of other fields, such as ``company`` or ``posting``.

        Raises:
            BadInputError: A value cannot be accepted as it is.
            NotFoundError: The advert that is named is not there.
        """
        now = self._now()
        values: dict[str, str | None] = {TITLE: checked_title(title)}
        values |= after_move({}, None, phase, now.date())
        given = {
            name: checked(self._store.reader, name, text) or None
            for name, text in fields.items()
        }
        self._check_days(given, {**values, **given})
        self._check_year(given)
        values |= given
        mark = stamp(now)
        subject = f"{APPLICATION}:{mark.id}"
        values[FIT] = self._fit_today(values, {})
        changes = tuple(
            Change(subject, name, None, values[name])
            for name in FIELDS
            if values.get(name)
        )
        return self._append(Edit(Label.APPLICATION, changes), mark)

    def move(self, subject: str, phase: Phase) -> StoredEdit | None:
        """Put an application into a phase, as of today; ``None`` if it is in it.

        Raises:
            NotFoundError: It is no longer there.
        """
        facts = self._facts(subject)
        before = read_phase(facts.get(PHASE, ""))
        if before is phase and PHASE in facts:
            return None
        days = {name: facts[name] for name in DAYS if name in facts}
        wanted = after_move(days, before, phase, self.today())
        fit = self._fit_today(wanted, facts)
        if fit:
            wanted[FIT] = fit
        return self._store_fields(subject, wanted)

    def set_field(self, subject: str, field: str, text: str) -> StoredEdit | None:
        """Store one field; empty takes it away. ``None`` where nothing changed.

        Raises:
            BadInputError: The value cannot be accepted as it is.
            NotFoundError: The application, or the advert named, is not there.
        """
        return self.set_fields(subject, {field: text})

    def set_fields(
        self, subject: str, fields: Mapping[str, str], phase: Phase | None = None
    ) -> StoredEdit | None:
        """Store several fields, and the phase if one is given, in one action.

        Raises:
            BadInputError: A value cannot be accepted as it is; nothing was changed.
            NotFoundError: The application, or the advert named, is not there.
        """
        facts = self._facts(subject)
        before = read_phase(facts.get(PHASE, ""))
        wanted: dict[str, str | None] = {}
        if phase is not None and phase is not before:
            days = {name: facts[name] for name in DAYS if name in facts}
            wanted |= after_move(days, before, phase, self.today())
        for name, text in fields.items():
            wanted[name] = checked(self._store.reader, name, text) or None
        merged = {**facts, **wanted}
        self._check_days(wanted, merged)
        self._check_year(wanted)
        if wanted.get(RESULT) and merged.get(PHASE) != Phase.CLOSED:
            raise BadInputError(tr("Only a closed application has a result."))
        other_advert = POSTING_FIELD in wanted and (
            wanted[POSTING_FIELD] != facts.get(POSTING_FIELD)
        )
        if other_advert:
            wanted[FIT] = None  # it was the fit to another one
        if other_advert or wanted.get(APPLIED_ON):
            fit = self._fit_today(wanted, facts)
            if fit and (other_advert or not facts.get(FIT)):
                wanted[FIT] = fit
        return self._store_fields(subject, wanted)

    def remove(self, subject: str) -> StoredEdit | None:
        """Take an application away; undo brings it back.

        Raises:
            NotFoundError: It is no longer there.
        """
        self._facts(subject)
        return self._store_changes(
            Label.UNAPPLICATION, lambda work: removal(work, subject, FIELDS)
        )

    def _facts(self, subject: str) -> dict[str, str]:
        """Return what is stored of an application, by field."""
        reader = self._store.reader
        found = ((name, reader.values((subject,), name)) for name in FIELDS)
        facts = {name: values[subject] for name, values in found if subject in values}
        if kind_of(subject) != APPLICATION or TITLE not in facts:
            raise not_there()
        return facts

    def _store_fields(
        self, subject: str, wanted: Mapping[str, str | None]
    ) -> StoredEdit | None:
        return self._store_changes(
            Label.APPLICATION, lambda work: changed(work, subject, wanted)
        )

    def _fit_today(
        self, wanted: Mapping[str, str | None], facts: Mapping[str, str]
    ) -> str | None:
        """Return the fit to keep, if the day of applying is today; else nothing."""
        merged = {**facts, **wanted}
        posting, today = merged.get(POSTING_FIELD), self.today()
        if not posting or merged.get(APPLIED_ON) != today.isoformat():
            return None
        found = self.fit_of(posting)
        if found is None:
            return None
        names = self._store.reader.names()
        titles = {slug: each[0] for slug, each in names.items() if each}
        kept = kept_fit(found, titles, today)
        return None if kept is None else kept.text()

    def _check_year(self, wanted: Mapping[str, str | None]) -> None:
        """Refuse a day that can only be a slip."""
        this_year = self.today().year
        for day in filter(None, map(wanted.get, (DUE, *DAYS))):
            if abs(date.fromisoformat(day).year - this_year) > FARTHEST:
                sentence = tr(
                    "{day} is more than {n} years away. Check the year; nothing was "
                    "changed.",
                    day=day,
                    n=FARTHEST,
                )
                raise BadInputError(sentence)

    def _check_days(
        self, wanted: Mapping[str, str | None], merged: Mapping[str, str | None]
    ) -> None:
        """Refuse days of phases not reached, still to come, or out of order."""
        asked = [phase for phase, name in DAY_OF.items() if name in wanted]
        now_in = read_phase(merged.get(PHASE) or "")
        today = self.today().isoformat()
        for phase in asked:
            day = wanted[DAY_OF[phase]]
            if day is not None and phase not in reached(now_in):
                sentence = tr(
                    "It has not come to “{phase}” yet. Move it there first, or give "
                    "its next step a day. Nothing was changed.",
                    phase=phase_name(phase),
                )
                raise BadInputError(sentence)
            if day is not None and day > today:
                sentence = tr(
                    "{day} is still to come. What will be is a next step with its "
                    "day; nothing was changed.",
                    day=day,
                )
                raise BadInputError(sentence)
            if day is None and phase is now_in:
                sentence = tr(
                    "The phase that it is in has a day. It was left as it is."
                )
                raise BadInputError(sentence)
        if asked:
            _check_order(merged)


def read_applications(reader: Reader) -> tuple[Application, ...]:
    """Return every application, the newest first."""
    titles = reader.all_values(TITLE)
    if not any(kind_of(subject) == APPLICATION for subject in titles):
        return ()
    facts = {name: reader.all_values(name) for name in FIELDS if name != TITLE}
    return tuple(applications_from(facts | {TITLE: titles}))[::-1]


def step_title(reader: Reader, subject: str) -> str:
    """Return what is next, and for which job; read without all the others."""
    title = reader.title(subject) or subject
    company = reader.all_values(COMPANY).get(subject, "")
    step = reader.all_values(NEXT_STEP).get(subject, "")
    name = Application(subject=subject, title=title, company=company).name
    return f"{step} ({name})" if step else name


class Practice(NamedTuple):
    """What applications tell of a skill.

    Attributes:
        outcome: What they bear out besides, empty for nothing.
        title: How that reads.
    """

    counts: JobCounts
    outcome: str = ""
    title: str = ""


def read_practice(reader: Reader, skill: str) -> Practice | None:
    """Return what applications tell of a skill, if they tell anything."""
    if skill not in FED:
        return None
    counts = read_job_counts(reader)
    if not any(counts):
        return None
    outcome = borne_out(skill, counts)
    title = reader.title(outcome) if outcome else None
    return Practice(counts, outcome, title) if title else Practice(counts)


def read_job_counts(reader: Reader) -> JobCounts:
    """Return how much a learner has done about jobs."""
    return count_jobs(read_applications(reader))


def not_there() -> NotFoundError:
    """Return what is raised for an application that is gone."""
    return NotFoundError(tr("This application is no longer there."))


def _check_order(merged: Mapping[str, str | None]) -> None:
    wrong = out_of_order(days_of(merged))
    if wrong is not None:
        first, second = map(phase_name, wrong)
        sentence = tr(
            "“{second}” cannot have an earlier day than “{first}”. Nothing was "
            "changed.",
            first=first,
            second=second,
        )
        raise BadInputError(sentence)
