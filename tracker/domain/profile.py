"""A profile: what a learner says of themselves to those who may hire them.

Everything in it is the learner's own words, kept as facts of one subject, so that each
change can be undone. Nothing of it leaves the computer unless the learner saves a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILE: Final = "profile:me"  # the subject of all of them
NAME: Final = "name"
HEADLINE: Final = "headline"  # what they are or want to be, in a few words
EMAIL: Final = "email"
HOME: Final = "home"  # where they live or want to work
LINKS: Final = "web"  # addresses of the web, one a line
SUMMARY: Final = "summary"  # Markdown
FIELDS = (NAME, HEADLINE, EMAIL, HOME, LINKS, SUMMARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a learner says of themselves; every part may be empty.

    Attributes:
        headline: What they are or want to be, in a few words.
        home: Where they live or want to work, as they write it.
        links: Addresses of the web.
        summary: A few sentences, Markdown.
    """

    name: str = ""
    headline: str = ""
    email: str = ""
    home: str = ""
    links: tuple[str, ...] = ()
    summary: str = ""


def profile_from(facts: Mapping[str, str]) -> Profile:
    """Return the profile that the values of `FIELDS` make up, by field."""
    return Profile(
        name=facts.get(NAME, ""),
        headline=facts.get(HEADLINE, ""),
        email=facts.get(EMAIL, ""),
        home=facts.get(HOME, ""),
        links=tuple(facts.get(LINKS, "").split()),
        summary=facts.get(SUMMARY, ""),
    )
