"""How long things may be, and what a slug looks like."""

from __future__ import annotations

import re

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 60  # characters; a slug is typed on a command line and read in a log
TITLE_LENGTH = 300  # characters; far above what fits the road, which elides
TEXT_LENGTH = 60_000  # characters of a summary, brief, note or guide page
