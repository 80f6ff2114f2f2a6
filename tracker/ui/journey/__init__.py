"""The Journey page: the road, its list twin and the stage panel."""

from __future__ import annotations
