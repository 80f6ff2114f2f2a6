"""The data file: SQLAlchemy on SQLite. Rows never leave this package."""

from __future__ import annotations
