"""The window. Qt lives here and in ``tracker.app`` only."""

from __future__ import annotations
