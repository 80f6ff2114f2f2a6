"""The tables, as SQLAlchemy rows that never leave `tracker.db`.

The log (`edit` and `change`) is only ever added to. `fact`, `undo_step`, `entry`,
`entry_link` and `written` are projections of it, written in the same transaction;
`milepost doctor` folds the log and compares. Moments and days are stored as text, so
that one odd value never hides a list.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SUBJECT = String(200)
_KEYED = {"sqlite_with_rowid": False}


class Base(DeclarativeBase):
    """Common base; the naming convention gives migrations stable names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class EditRow(Base):
    """One action of the learner."""

    __tablename__ = "edit"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    learner: Mapped[str] = mapped_column(String(36))
    device: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    at: Mapped[str] = mapped_column(String(40))  # ISO 8601, UTC
    local_date: Mapped[str] = mapped_column(String(10))
    utc_offset: Mapped[int]  # minutes east of UTC
    label: Mapped[str] = mapped_column(String(40))
    reverts: Mapped[str | None] = mapped_column(ForeignKey("edit.id"))

    __table_args__ = (Index("ix_edit_seq", "seq"), _KEYED)


class ChangeRow(Base):
    """One field of one subject, before and after."""

    __tablename__ = "change"

    edit_id: Mapped[str] = mapped_column(ForeignKey("edit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(SUBJECT)
    field: Mapped[str] = mapped_column(String(40))
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (_KEYED,)


class FactRow(Base):
    """What is true now: the last value of one field of one subject."""

    __tablename__ = "fact"

    learner: Mapped[str] = mapped_column(String(36), primary_key=True)
    field: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    seq: Mapped[int]
    device: Mapped[str] = mapped_column(String(36))
    local_date: Mapped[str] = mapped_column(String(10))

    __table_args__ = (_KEYED,)


class UndoStepRow(Base):
    """One action within reach of undo; ``undone`` ones can be redone."""

    __tablename__ = "undo_step"

    position: Mapped[int] = mapped_column(primary_key=True)
    edit_id: Mapped[str] = mapped_column(ForeignKey("edit.id"))
    undone: Mapped[int] = mapped_column(
        CheckConstraint("undone IN (0, 1)", name="flag"), default=0
    )


class SettingRow(Base):
    """A choice that belongs to the learner, not to this computer's window."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class RoadmapRow(Base):
    """A roadmap as it was read; ``digest`` tells whether its file has changed."""

    __tablename__ = "roadmap"

    slug: Mapped[str] = mapped_column(String(60), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(
        String(10), CheckConstraint("origin IN ('bundled', 'file')", name="origin")
    )
    digest: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[str] = mapped_column(String(40))


class StageRow(Base):
    """A stage: its outline for counting, and its whole content, both as JSON."""

    __tablename__ = "stage"

    roadmap: Mapped[str] = mapped_column(
        ForeignKey("roadmap.slug", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60))
    outline: Mapped[str] = mapped_column(Text)
    content: Mapped[str] = mapped_column(Text)


class EntryRow(Base):
    """A line in the journal: its day, minutes and links; its text is in `written`."""

    __tablename__ = "entry"

    subject: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    day: Mapped[str] = mapped_column(String(10))
    seq: Mapped[int]  # of the edit that made it: the order within a day
    minutes: Mapped[int]
    links: Mapped[str] = mapped_column(Text)  # subjects, one a line

    __table_args__ = (Index("ix_entry_day", "day", "seq"), _KEYED)


class EntryLinkRow(Base):
    """Which entries are about a subject."""

    __tablename__ = "entry_link"

    target: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    entry: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    day: Mapped[str] = mapped_column(String(10))  # as in `entry`, for the order
    seq: Mapped[int]

    __table_args__ = (Index("ix_entry_link_day", "target", "day", "seq"), _KEYED)


class WrittenRow(Base):
    """A text of the learner's, entry or note, numbered for the index of its words."""

    __tablename__ = "written"

    number: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(SUBJECT)
    field: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_written_subject", "subject", "field", unique=True),)


class ReferenceRow(Base):
    """Something to look up that comes with Milepost: a guide page, a level, a role."""

    __tablename__ = "reference"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), primary_key=True)
    position: Mapped[int]  # order in which all of them are listed
    section: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)  # Markdown


class ItemRow(Base):
    """Where each subject stands, for search and for naming things by slug."""

    __tablename__ = "item"

    roadmap: Mapped[str] = mapped_column(
        ForeignKey("roadmap.slug", ondelete="CASCADE"), primary_key=True
    )
    subject: Mapped[str] = mapped_column(SUBJECT, primary_key=True)
    stage: Mapped[int]  # position of its stage
    position: Mapped[int]  # order inside the roadmap
    title: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_item_subject", "subject"), _KEYED)
