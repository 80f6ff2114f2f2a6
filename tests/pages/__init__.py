"""Page objects: the names of widgets live here, tests speak as a learner would."""

from __future__ import annotations
