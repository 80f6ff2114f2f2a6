"""Read what is stored, with plain SQL that any database of ours understands.

These are the queries of the first picture and of every page, so they need nothing but
the driver: SQLAlchemy is only imported for the first write.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.db.journal_reading import JournalReader
from tracker.db.outlines import read_outline
from tracker.domain.edit import (
    DONE_ON,
    LANE,
    NOTE,
    REMOVED,
    STATE,
    TARGET,
    TITLE,
    UNREADABLE,
    Change,
    Edit,
    StoredEdit,
)
from tracker.domain.errors import NotFoundError, StorageError
from tracker.domain.ids import (
    ANSWER,
    APPLICATION,
    ENTRY,
    MILESTONE,
    OUTCOME,
    POSTING,
    PROJECT,
    PROOF,
    SKILL,
    STEP,
    is_own,
    kind_of,
    slug_of,
)
from tracker.domain.outline import Outline
from tracker.domain.progress import Progress
from tracker.domain.stored_days import certain_day
from tracker.domain.subjects import Item
from tracker.services.port_values import RoadmapHead
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.ladder import Ladder
    from tracker.domain.reference import Reference, ReferenceHead
    from tracker.domain.roadmap import Stage

_EDIT = (
    "SELECT id, learner, device, seq, at, local_date, utc_offset, label, reverts "
    "FROM edit "
)
_PARTS = {SKILL: OUTCOME, PROJECT: MILESTONE, MILESTONE: STEP}
_NAMED = (
    PROJECT,
    MILESTONE,
    STEP,
    PROOF,
    POSTING,
    APPLICATION,
)  # what a learner can give a name


class SqlReader(JournalReader):
    """Implements `tracker.services.ports.Reader` on one connection."""

    def progress(self) -> Progress:
        """Return what is true now."""
        noted = (
            "SELECT subject FROM fact WHERE learner = ? AND field = ? "
            "AND value IS NOT NULL"
        )
        return Progress(
            self.all_values(STATE),
            self.all_values(DONE_ON),
            (subject for (subject,) in self._rows(noted, (self.learner, NOTE))),
            self.all_values(LANE),
        )

    def all_values(self, field: str) -> dict[str, str]:
        """Return the stored value of a field for every subject that has one."""
        query = (
            "SELECT subject, value FROM fact WHERE learner = ? AND field = ? "
            "AND value IS NOT NULL"
        )
        return dict(self._rows(query, (self.learner, field)))

    def note(self, subject: str) -> str:
        """Return the note on a subject, empty when there is none."""
        return self.values((subject,), NOTE).get(subject, "")

    def values(self, subjects: Sequence[str], field: str) -> dict[str, str]:
        """Return the stored values of one field; what is not stored is left out."""
        found: dict[str, str] = {}
        for subject in subjects:
            row = self._first(
                "SELECT value FROM fact WHERE learner = ? AND field = ? "
                "AND subject = ?",
                (self.learner, field, subject),
            )
            if row is not None and row[0] is not None:
                found[subject] = row[0]
        return found

    def was_set(self, subject: str, field: str) -> bool:
        """Return whether a field was ever stored, also where it is empty by now."""
        query = "SELECT 1 FROM fact WHERE learner = ? AND field = ? AND subject = ?"
        return self._first(query, (self.learner, field, subject)) is not None

    def log(self, after: int = 0) -> list[StoredEdit]:
        """Return the edits whose ``seq`` is above ``after``, in order."""
        order = "WHERE seq > ? ORDER BY seq, device"
        rows = self._rows(_EDIT + order, (after,))
        return [self._stored(row) for row in rows]

    def last_seq(self) -> int:
        """Return the highest ``seq`` of the log, 0 for an empty one."""
        return int(self._first("SELECT coalesce(max(seq), 0) FROM edit")[0])

    def edit(self, edit_id: str) -> StoredEdit:
        """Return one edit of the log or raise NotFoundError."""
        row = self._first(_EDIT + "WHERE id = ?", (edit_id,))
        if row is None:
            raise NotFoundError(tr("This step is no longer there."))
        return self._stored(row)

    def undo_steps(self) -> tuple[list[str], list[str]]:
        """Return the edits that can be undone and redone, the next one last."""
        query = "SELECT edit_id, undone FROM undo_step ORDER BY position"
        rows = self._rows(query)
        done = [edit_id for edit_id, undone in rows if not undone]
        return done, [edit_id for edit_id, undone in reversed(rows) if undone]

    def setting(self, name: str) -> str | None:
        """Return one setting."""
        row = self._first("SELECT value FROM setting WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    @cached_property
    def learner(self) -> str:
        """Return whose progress this file keeps."""
        return self.setting("learner") or self._learner_of_log()

    @cached_property
    def device(self) -> str:
        """Return the identifier of this installation."""
        return self.setting("device") or ""

    def roadmaps(self) -> list[RoadmapHead]:
        """Return every roadmap, the bundled ones first."""
        query = (
            "SELECT slug, title, version, origin, digest FROM roadmap "
            "ORDER BY origin, added_at, slug"
        )
        return [RoadmapHead(*row) for row in self._rows(query)]

    def outline(self, roadmap: str) -> Outline:
        """Return what counting needs of a roadmap or raise NotFoundError."""
        head = self._first(
            "SELECT title, summary, version FROM roadmap WHERE slug = ?", (roadmap,)
        )
        if head is None:
            sentence = tr("There is no roadmap called {slug}.", slug=roadmap)
            raise NotFoundError(sentence)
        rows = self._rows(
            "SELECT slug, outline FROM stage WHERE roadmap = ? ORDER BY position",
            (roadmap,),
        )
        with self._content_errors():
            stages = tuple(read_outline(slug, text) for slug, text in rows)
        title, summary, version = head
        return Outline(
            slug=roadmap, title=title, summary=summary, version=version, stages=stages
        )

    def stage(self, roadmap: str, position: int) -> Stage:
        """Return one whole stage or raise NotFoundError."""
        row = self._first(
            "SELECT content FROM stage WHERE roadmap = ? AND position = ?",
            (roadmap, position),
        )
        if row is None:
            raise NotFoundError(tr("This stage is no longer part of the roadmap."))
        from tracker.db.content import read_stage  # noqa: PLC0415  # not for outlines

        with self._content_errors():
            return read_stage(row[0])

    def items(self, roadmap: str) -> list[Item]:
        """Return everything on a roadmap, in order."""
        query = (
            "SELECT subject, stage, title FROM item WHERE roadmap = ? ORDER BY position"
        )
        return [Item(*row) for row in self._rows(query, (roadmap,))]

    def places(self, subject: str) -> list[tuple[str, int]]:
        """Return (roadmap, stage position) of every place a subject stands in."""
        query = "SELECT roadmap, stage FROM item WHERE subject = ?"
        return [(roadmap, stage) for roadmap, stage in self._rows(query, (subject,))]

    def parts(self, parent: str) -> list[str]:
        """Return the outcomes, milestones or steps of something, as it stands now."""
        kind = _PARTS.get(kind_of(parent))
        if kind is None:
            return []
        prefix = f"{kind}:{slug_of(parent)}"
        rows = self._rows(  # "0" is the character after "/"
            "SELECT roadmap, subject FROM item WHERE subject > ? AND subject < ? "
            "ORDER BY roadmap <> ?, roadmap, position",
            (prefix + "/", prefix + "0", self.setting("roadmap") or ""),
        )
        # Two roadmaps may know different parts: those of the followed one count.
        known = [subject for roadmap, subject in rows if roadmap == rows[0][0]]
        if kind == OUTCOME:
            return known
        titled = self._rows(
            "SELECT subject FROM fact WHERE learner = ? AND field = ? "
            "AND subject > ? AND subject < ? AND value IS NOT NULL",
            (self.learner, TITLE, prefix + "/", prefix + "0"),
        )
        added = [s for (s,) in titled if is_own(s) and s not in known]
        gone = self.values(everything := [*known, *added], REMOVED)
        return [subject for subject in everything if subject not in gone]

    def knows(self, subject: str) -> bool:
        """Return whether a subject stands on a roadmap, or is the learner's own."""
        query = "SELECT 1 FROM item WHERE subject = ?"
        if self._first(query, (subject,)) is not None:
            return True
        own = self.values((subject,), TITLE)
        return bool(own) and not self.values((subject,), REMOVED)

    def title(self, subject: str) -> str | None:
        """Return the title of a subject: the learner's own words come first."""
        if subject.startswith(f"{ENTRY}:"):
            line = self.entry(subject)
            return None if line is None else _beginning(line.text)
        if subject.startswith(_NAMED) and (own := self.values((subject,), TITLE)):
            return own[subject]
        if subject.startswith(f"{ANSWER}:"):  # it is called after its skill
            subject = self.values((subject,), TARGET).get(subject, subject)
        query = "SELECT title FROM item WHERE subject = ? ORDER BY roadmap <> ?"
        row = self._first(query, (subject, self.setting("roadmap") or ""))
        return None if row is None else str(row[0])

    def references(self) -> list[ReferenceHead]:
        """Return everything that can be looked up, in order."""
        from tracker.domain.reference import ReferenceHead  # noqa: PLC0415  # as above

        query = "SELECT kind, slug, section, title FROM reference ORDER BY position"
        return [ReferenceHead(*row) for row in self._rows(query)]

    def reference(self, kind: str, slug: str) -> Reference | None:
        """Return one thing to look up, if it is there."""
        from tracker.domain.reference import Reference  # noqa: PLC0415  # as above

        row = self._first(
            "SELECT kind, slug, section, title, body FROM reference "
            "WHERE kind = ? AND slug = ?",
            (kind, slug),
        )
        return None if row is None else Reference(*row)

    def references_to(self, subject: str) -> list[ReferenceHead]:
        """Return what can be looked up and has a link to a subject, in order."""
        from tracker.domain.reference import ReferenceHead  # noqa: PLC0415  # as above

        query = (
            "SELECT kind, slug, section, title FROM reference "
            "WHERE instr(body, ?) > 0 ORDER BY position"
        )
        return [ReferenceHead(*row) for row in self._rows(query, (f"]({subject})",))]

    def reference_bodies(self) -> list[str]:
        """Return the text of everything that can be looked up, in order."""
        rows = self._rows("SELECT body FROM reference ORDER BY position")
        return [body for (body,) in rows]

    def ladder(self) -> Ladder:
        """Return the levels and roles that came with Milepost."""
        from tracker.db.ladder import SETTING, read_ladder  # noqa: PLC0415  # not at start

        with self._content_errors():
            return read_ladder(self.setting(SETTING) or "")

    def names(self) -> dict[str, tuple[str, ...]]:
        """Return the title and the aliases of every skill that is known, by slug."""
        from tracker.db.ladder import NAMES, read_names  # noqa: PLC0415  # as above

        with self._content_errors():
            found = read_names(self.setting(NAMES) or "")
        for head in self.roadmaps():
            if head.origin == "file":
                for position in range(len(self.outline(head.slug).stages)):
                    for skill in self.stage(head.slug, position).skills:
                        found.setdefault(skill.slug, (skill.title, *skill.aliases))
        return found

    def changed_elsewhere(self) -> bool:
        """Return whether another program wrote since this was last asked."""
        version = self._first("PRAGMA data_version")[0]
        changed = version != self._data_version
        self._data_version = version
        return bool(changed)

    def _learner_of_log(self) -> str:
        """Return who made the last edit, should the setting have been lost."""
        row = self._first("SELECT learner FROM edit ORDER BY seq DESC LIMIT 1")
        return "" if row is None else str(row[0])

    @contextmanager
    def _content_errors(self) -> Iterator[None]:
        """Explain content that cannot be read although SQLite finds nothing wrong."""
        try:
            yield
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            sentence = tr(
                "The roadmap in the data file {path} is damaged. What you did is not "
                "touched. Restore a backup, or add the roadmap again.",
                path=self.path,
            )
            raise StorageError(sentence, "damaged", str(error)) from error

    def _stored(self, row: Any) -> StoredEdit:  # noqa: ANN401
        edit_id, learner, device, seq, at, day, offset, label, reverts = row
        changes = self._rows(
            "SELECT subject, field, before, after FROM change WHERE edit_id = ? "
            "ORDER BY position",
            (edit_id,),
        )
        return StoredEdit(
            id=edit_id,
            edit=Edit(label, tuple(Change(*change) for change in changes)),
            seq=seq,
            device=device,
            learner=learner,
            at=_moment(at),
            local_date=certain_day(day),
            utc_offset=offset,
            reverts=reverts,
        )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return UNREADABLE
    return moment if moment.tzinfo else UNREADABLE


def _beginning(text: str) -> str:
    """Return the first words of a line of the journal, which has no title."""
    words = " ".join(text.split())
    short = words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1] + "…"
    return short or tr("a line of the journal")


_FIRST_WORDS = 60  # characters
