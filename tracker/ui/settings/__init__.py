"""The Settings page."""

from __future__ import annotations
