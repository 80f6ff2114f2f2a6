"""Figures, each measured against a floor in the same run; see docs/performance.md."""

from __future__ import annotations
