"""What a unit of work says to the database, for each action of the learner.

The schema is SQLAlchemy's (`tracker.db.schema`); these few statements are what it makes
of those rows. A test compiles the inserts anew for SQLite and PostgreSQL and compares;
the others it has SQLite explain on the migrated schema. They stand here as text because
importing SQLAlchemy takes twice as long as opening the window, and the first check-off
must not wait for that.
"""

from __future__ import annotations

BEGIN = "BEGIN IMMEDIATE"
ADD_EDIT = (
    "INSERT INTO edit (id, learner, device, seq, at, local_date, utc_offset, label, "
    "reverts) VALUES (:id, :learner, :device, :seq, :at, :local_date, :utc_offset, "
    ":label, :reverts)"
)
ADD_CHANGE = (
    'INSERT INTO change (edit_id, position, subject, field, "before", "after") '
    "VALUES (:edit_id, :position, :subject, :field, :before, :after)"
)
PUT_FACT = (
    "INSERT INTO fact (learner, field, subject, value, seq, device, local_date) "
    "VALUES (:learner, :field, :subject, :value, :seq, :device, :local_date) "
    "ON CONFLICT (learner, field, subject) DO UPDATE SET value = excluded.value, "
    "seq = excluded.seq, device = excluded.device, local_date = excluded.local_date"
)
LAST_STEP = "SELECT coalesce(max(position), 0) FROM undo_step WHERE undone = 0"
FORGET_STEPS = "DELETE FROM undo_step WHERE undone = 1 OR position <= :oldest"
ADD_STEP = (
    "INSERT INTO undo_step (position, edit_id, undone) "
    "VALUES (:position, :edit_id, :undone)"
)
FLAG_STEP = "UPDATE undo_step SET undone = :undone WHERE edit_id = :edit_id"
DROP_STEP = "DELETE FROM undo_step WHERE edit_id = :edit_id"
PUT_SETTING = (
    "INSERT INTO setting (name, value) VALUES (:name, :value) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
