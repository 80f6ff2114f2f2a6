"""What the sections of the Career page are called in the code; costs no start."""

from __future__ import annotations

LADDER, POSTINGS, APPLICATIONS, INTERVIEW, PROFILE = (
    "ladder",
    "postings",
    "applications",
    "interview",
    "profile",
)
