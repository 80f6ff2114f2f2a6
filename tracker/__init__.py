"""Milepost: a career drawn as a road, and every step on it kept safe."""

from __future__ import annotations

__version__ = "0.1.0"
