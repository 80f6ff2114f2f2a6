"""Use cases: one user action, one small named function, one edit."""

from __future__ import annotations
