"""What the files of the ladder and of the guide must look like; see ``shapes``."""

from __future__ import annotations

from pydantic_core import core_schema as cs

from tracker.domain.ladder import (
    HEAVIEST,
    ROLE_KINDS,
    ExampleAdvert,
    Level,
    Pay,
    Requirement,
    Role,
    Said,
    Source,
)
from tracker.interchange.shapes import (
    LINE,
    SLUG,
    TEXT,
    Fields,
    Shape,
    head,
    many,
    optional,
    parts,
    value,
)

_SLUGS = many(SLUG, least=1)
_LINES = many(LINE)
_SAID: Fields = {"text": TEXT, "sources": _SLUGS}
_PAY: Fields = {
    "amount": LINE,
    "currency": LINE,
    "place": LINE,
    "per": LINE,
    "source": SLUG,
    "note": optional(LINE, ""),
}
_WEIGHT = cs.no_info_after_validator_function(
    int, cs.literal_schema([str(number + 1) for number in range(HEAVIEST)])
)
_REQUIREMENT: Fields = {
    "title": optional(LINE, ""),
    "any": _SLUGS,
    "weight": optional(_WEIGHT, 1),
    "sources": many(SLUG),
}
_ALL_SAID = many(value(Said, _SAID))
_REQUIREMENTS = many(value(Requirement, _REQUIREMENT))
_SOURCE: Fields = {
    "slug": SLUG,
    "title": LINE,
    "about": TEXT,
    "date": optional(LINE, ""),
    "place": optional(LINE, ""),
    "author": optional(LINE, ""),
}
_LEVEL: Fields = {
    "slug": SLUG,
    "title": LINE,
    "summary": TEXT,
    "titles": _LINES,
    "years": many(value(Said, _SAID), least=1),
    "pay": many(value(Pay, _PAY), least=1),
    "responsibilities": many(value(Said, _SAID), least=1),
    "day_to_day": many(value(Said, _SAID), least=1),
    "focus": many(value(Said, _SAID), least=1),
    "required": many(value(Requirement, _REQUIREMENT), least=1),
    "master": _REQUIREMENTS,
    "start": _REQUIREMENTS,
    "advance": _ALL_SAID,
}
_ROLE: Fields = {
    "slug": SLUG,
    "title": LINE,
    "kind": cs.literal_schema(list(ROLE_KINDS)),
    "lane": optional(SLUG, ""),
    "summary": TEXT,
    "said": many(value(Said, _SAID), least=1),
    "skills": many(value(Requirement, _REQUIREMENT), least=1),
}
_ADVERT: Fields = {
    "slug": SLUG,
    "title": LINE,
    "company": LINE,
    "place": LINE,
    "age": LINE,
    "views": LINE,
    "tags": _LINES,
    "about": TEXT,
    "doubt": optional(TEXT, ""),
    "source": SLUG,
}
_INNER = {
    "pay": tuple(_PAY),
    **dict.fromkeys(
        ("years", "responsibilities", "day_to_day", "focus", "advance", "said"),
        tuple(_SAID),
    ),
    **dict.fromkeys(("required", "master", "start", "skills"), tuple(_REQUIREMENT)),
}

SOURCE = Shape(value(Source, _SOURCE), tuple(_SOURCE))
LEVEL = Shape(value(Level, _LEVEL), tuple(_LEVEL), _INNER)
ROLE = Shape(value(Role, _ROLE), tuple(_ROLE), _INNER)
ADVERT = Shape(value(ExampleAdvert, _ADVERT), tuple(_ADVERT))
LADDER = head(
    {"format": cs.any_schema()},
    {
        "sources": parts(least=1),
        "levels": parts(least=1),
        "roles": parts(least=1),
        "adverts": parts(least=1),
    },
)
GUIDE_INDEX = head({"format": cs.any_schema(), "sections": parts(least=1)}, {})
SECTION = head({"title": LINE, "pages": _SLUGS}, {})
