"""Alembic's environment; it travels inside the wheel."""

from __future__ import annotations
