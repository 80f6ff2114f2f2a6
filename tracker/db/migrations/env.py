"""Run the migrations on the connection that `tracker.db.migrate` hands over."""

from __future__ import annotations

from alembic import context

from tracker.db.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,  # SQLite can; a half-applied migration rolls back whole
)
with context.begin_transaction():
    context.run_migrations()
