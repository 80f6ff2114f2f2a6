"""The first schema: the log, its projections, settings and content."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    _make_log()
    _make_projections()
    _make_content()


def downgrade() -> None:
    """Drop every table, those that refer to others first."""
    for table in ("item", "stage", "roadmap", "setting", "undo_step", "fact"):
        op.drop_table(table)
    op.drop_table("change")
    op.drop_table("edit")


def _make_log() -> None:
    op.create_table(
        "edit",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("learner", sa.String(36), nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("local_date", sa.String(10), nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.Column("label", sa.String(40), nullable=False),
        sa.Column("reverts", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edit")),
        sa.ForeignKeyConstraint(
            ["reverts"], ["edit.id"], name=op.f("fk_edit_reverts_edit")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_edit_seq"), "edit", ["seq"])
    op.create_table(
        "change",
        sa.Column("edit_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.PrimaryKeyConstraint("edit_id", "position", name=op.f("pk_change")),
        sa.ForeignKeyConstraint(
            ["edit_id"], ["edit.id"], name=op.f("fk_change_edit_id_edit")
        ),
        sqlite_with_rowid=False,
    )


def _make_projections() -> None:
    op.create_table(
        "fact",
        sa.Column("learner", sa.String(36), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("local_date", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("learner", "field", "subject", name=op.f("pk_fact")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "undo_step",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("edit_id", sa.String(36), nullable=False),
        sa.Column("undone", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_undo_step")),
        sa.ForeignKeyConstraint(
            ["edit_id"], ["edit.id"], name=op.f("fk_undo_step_edit_id_edit")
        ),
        sa.CheckConstraint("undone IN (0, 1)", name=op.f("ck_undo_step_flag")),
    )


def _make_content() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "roadmap",
        sa.Column("slug", sa.String(60), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("added_at", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_roadmap")),
        sa.CheckConstraint(
            "origin IN ('bundled', 'file')", name=op.f("ck_roadmap_origin")
        ),
    )
    _make_parts()


def _make_parts() -> None:
    op.create_table(
        "stage",
        sa.Column("roadmap", sa.String(60), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(60), nullable=False),
        sa.Column("outline", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("roadmap", "position", name=op.f("pk_stage")),
        sa.ForeignKeyConstraint(
            ["roadmap"],
            ["roadmap.slug"],
            name=op.f("fk_stage_roadmap_roadmap"),
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "item",
        sa.Column("roadmap", sa.String(60), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("stage", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("roadmap", "subject", name=op.f("pk_item")),
        sa.ForeignKeyConstraint(
            ["roadmap"],
            ["roadmap.slug"],
            name=op.f("fk_item_roadmap_roadmap"),
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_item_subject", "item", ["subject"])
