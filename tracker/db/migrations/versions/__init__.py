"""The steps from each released schema to the next, numbered in order."""

from __future__ import annotations
