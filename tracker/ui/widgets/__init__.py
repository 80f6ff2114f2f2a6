"""Small widgets that know nothing of roadmaps."""

from __future__ import annotations
