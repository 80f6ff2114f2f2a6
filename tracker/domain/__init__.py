"""Values and rules: what a roadmap is, what a learner did, what follows from both."""

from __future__ import annotations
