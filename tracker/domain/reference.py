"""What can be looked up: guide pages, levels, roles, sources and example adverts."""

from __future__ import annotations

from dataclasses import dataclass

GUIDE, LEVEL, ROLE, SOURCE, ADVERT = "guide", "level", "role", "source", "advert"
REFERENCE_KINDS = (GUIDE, LEVEL, ROLE, SOURCE, ADVERT)


@dataclass(frozen=True, slots=True)
class ReferenceHead:
    """What a list of references shows; ``kind`` and ``slug`` name one."""

    kind: str
    slug: str
    section: str
    title: str

    @property
    def subject(self) -> str:
        """Return its name as links write it: ``guide:a-day-in-the-life``."""
        return f"{self.kind}:{self.slug}"


@dataclass(frozen=True, slots=True)
class Reference(ReferenceHead):
    """A reference with its content: Markdown, with links to other subjects."""

    body: str
