"""The journal: entries, what they are about, and an index of all that is written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and index what was written before."""
    op.create_table(
        "entry",
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entry_day", "entry", ["day", "seq"])
    op.create_table(
        "entry_link",
        sa.Column("target", sa.String(200), nullable=False),
        sa.Column("entry", sa.String(200), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("target", "entry", name=op.f("pk_entry_link")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entry_link_day", "entry_link", ["target", "day", "seq"])
    op.create_table(
        "written",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_written")),
    )
    op.create_index("ix_written_subject", "written", ["subject", "field"], unique=True)
    op.execute(
        "INSERT INTO written (subject, field, text) SELECT subject, field, value "
        "FROM fact WHERE field IN ('text', 'note', 'brief', 'title') "
        "AND value IS NOT NULL ORDER BY seq"
    )
    if op.get_bind().dialect.name == "sqlite":
        _index_words()


def _index_words() -> None:
    """Let SQLite find words; the text itself stays in `written`.

    Beginnings of words stand in the index, or each search would gather every hit there
    is before it gave the newest.
    """
    op.execute(
        "CREATE VIRTUAL TABLE written_words USING fts5(text, content='written', "
        "content_rowid='number', tokenize='unicode61 remove_diacritics 2', "
        "prefix='1 2 3 4 5 6 7 8')"
    )
    op.execute("INSERT INTO written_words(written_words) VALUES ('rebuild')")


def downgrade() -> None:
    """Take them away; the log has everything."""
    op.execute("DROP TABLE IF EXISTS written_words")
    op.drop_index("ix_written_subject", "written")
    op.drop_table("written")
    op.drop_index("ix_entry_link_day", "entry_link")
    op.drop_table("entry_link")
    op.drop_index("ix_entry_day", "entry")
    op.drop_table("entry")
