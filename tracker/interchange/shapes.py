"""What each part of a file must look like, as schemas of pydantic's core.

Skills and projects become values of ``tracker.domain.roadmap`` inside the core, as they
come in thousands; of a file, stage or group only its own keys are checked here.
Imports pydantic, and is therefore imported only when a file is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, SchemaValidator
from pydantic_core import core_schema as cs

from tracker.domain.addresses import is_web_address
from tracker.domain.limits import (
    SLUG as SLUG_FORM,
)
from tracker.domain.limits import (
    SLUG_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
)
from tracker.domain.project import Milestone, Project
from tracker.domain.skill import (
    COSTS,
    ECOSYSTEMS,
    RESOURCE_KINDS,
    Hints,
    Hours,
    Outcome,
    Question,
    Resource,
    Skill,
)
from tracker.domain.texts import is_legible

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import LiteralString

MOST_STAGES = 30
MOST_LANES = 20
MOST_SKILLS = 20_000
MOST_IN_SKILL = 100  # outcomes of a skill, milestones of a project, slugs of a list
MOST_HOURS = 9999

SLUG_PATTERN = f"^{SLUG_FORM.pattern}$"
# A slug that does not begin with `ids.OWN`, "my-", which marks what a learner made up:
# its first part is not "my". Rust's expressions and an editor's know no shorter way.
_NOT_MY = "(?:[a-ln-z0-9][a-z0-9]*|m(?:[a-xz0-9][a-z0-9]*)?|my[a-z0-9]+)"
SHARED_SLUG_PATTERN = f"^(?:{_NOT_MY}(?:-[a-z0-9]+)*|my)$"
# Control characters, what turns the order of others around, what is no character; in
# the syntax of Rust, whose engine looks for them.
_UNWANTED = r"\p{Cc}\u{2028}-\u{202E}\u{2066}-\u{2069}\u{FEFF}\u{FFFE}\u{FFFF}"
LINE_PATTERN = f"^[^{_UNWANTED}]*$"
TEXT_PATTERN = rf"^[\n\t[^{_UNWANTED}]]*$"

LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Z][A-Za-z0-9]+)?$"
PACKAGE_PATTERN = f"^({'|'.join(ECOSYSTEMS)}):[!-~]+$"
RULE_PATTERN = "^(all|choose one|at least [1-9][0-9]?)$"

HOURS_PATTERN = "^([0-9]{1,4})(?:-([0-9]{1,4}))?$"

_HOURS = re.compile(HOURS_PATTERN)

Fields = dict[str, cs.CoreSchema]


@dataclass(frozen=True, slots=True)
class Shape:
    """One part of a file: what checks it, and the keys that it may have.

    Attributes:
        schema: What the checking and the JSON Schema for editors are made from.
        inner: The keys that its parts may have, by the key under which they stand.
    """

    schema: cs.CoreSchema
    keys: tuple[str, ...]
    inner: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    validator: SchemaValidator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "validator", SchemaValidator(self.schema))


@lru_cache(maxsize=4096)
def _hours(text: str) -> Hours:
    """Return the hours that ``6-10`` or ``8`` stand for."""
    found = _HOURS.fullmatch(text)
    if not found:
        raise ValueError
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        raise ValueError
    return Hours(low, high)


def many(item: cs.CoreSchema, *, least: int = 0) -> cs.CoreSchema:
    """Return the shape of a list inside a skill or project, kept as a tuple."""
    many = cs.tuple_schema(
        [item], variadic_item_index=0, min_length=least, max_length=MOST_IN_SKILL
    )
    return many if least else cs.with_default_schema(many, default=())


def optional(item: cs.CoreSchema, default: object) -> cs.CoreSchema:
    """Return the shape of something that may be left out."""
    return cs.with_default_schema(item, default=default)


def value(kind: type[Any], fields: Fields) -> cs.CoreSchema:
    """Return the shape of a mapping that becomes a value of the domain."""
    return cs.dataclass_schema(
        kind,
        cs.dataclass_args_schema(
            kind.__name__,
            [
                cs.dataclass_field(name, each, kw_only=True)
                for name, each in fields.items()
            ],
        ),
        list(fields),
        slots=True,
        config=cs.CoreConfig(extra_fields_behavior="forbid"),
    )


def head(needed: Fields, optional: Fields) -> Shape:
    """Return the shape of a mapping whose parts are checked one by one."""
    fields = {
        name: cs.typed_dict_field(each, required=name in needed)
        for name, each in (needed | optional).items()
    }
    schema = cs.typed_dict_schema(fields, extra_behavior="forbid")
    return Shape(schema, tuple(fields))


def parts(*, least: int = 0, most: int = MOST_SKILLS) -> cs.CoreSchema:
    """Return the shape of a list whose items are checked one by one."""
    return cs.list_schema(cs.any_schema(), min_length=least, max_length=most)


def _legible(text: str) -> str:
    if not is_legible(text):
        raise PydanticCustomError(ILLEGIBLE, "illegible")
    return text


def _address(text: str) -> str:
    if not is_web_address(text):
        raise PydanticCustomError(NO_ADDRESS, "no address")
    return text


ILLEGIBLE: LiteralString = "illegible"  # kinds of errors, beside those of pydantic
NO_ADDRESS: LiteralString = "no_address"
SLUG = cs.str_schema(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)
SHARED_SLUG = cs.str_schema(pattern=SHARED_SLUG_PATTERN, max_length=SLUG_LENGTH)
LINE = cs.no_info_after_validator_function(
    _legible,
    cs.str_schema(
        pattern=LINE_PATTERN,
        strip_whitespace=True,
        min_length=1,
        max_length=TITLE_LENGTH,
    ),
)
TEXT = cs.str_schema(
    pattern=TEXT_PATTERN,
    strip_whitespace=True,
    min_length=1,
    max_length=TEXT_LENGTH,
)
_EFFORT = cs.no_info_after_validator_function(_hours, cs.str_schema())
_SLUGS = many(SLUG)
_LINES = many(LINE)

_OUTCOME: Fields = {"slug": SLUG, "text": LINE, "was": _SLUGS}
_MILESTONE: Fields = {"slug": SHARED_SLUG, "title": LINE, "was": _SLUGS}
_RESOURCE: Fields = {
    "title": LINE,
    "url": cs.no_info_after_validator_function(
        _address, cs.str_schema(max_length=TITLE_LENGTH)
    ),
    "kind": cs.literal_schema(list(RESOURCE_KINDS)),
    "cost": cs.literal_schema(list(COSTS)),
    "language": cs.str_schema(pattern=LANGUAGE_PATTERN),
}
_QUESTION: Fields = {"ask": LINE, "answer": TEXT}
_HINTS: Fields = {
    "files": _LINES,
    "packages": many(cs.str_schema(pattern=PACKAGE_PATTERN, max_length=TITLE_LENGTH)),
}
_SKILL: Fields = {
    "slug": SHARED_SLUG,
    "title": LINE,
    "summary": TEXT,
    "why": optional(TEXT, ""),
    "hours": _EFFORT,
    "needs": _SLUGS,
    "aliases": _LINES,
    "was": _SLUGS,
    "outcomes": many(value(Outcome, _OUTCOME), least=1),
    "resources": many(value(Resource, _RESOURCE)),
    "questions": many(value(Question, _QUESTION)),
    "hints": optional(value(Hints, _HINTS), Hints()),
}
_PROJECT: Fields = {
    "slug": SHARED_SLUG,
    "title": LINE,
    "brief": TEXT,
    "hours": _EFFORT,
    "skills": _SLUGS,
    "criteria": _LINES,
    "stretch": _LINES,
    "was": _SLUGS,
    "milestones": many(value(Milestone, _MILESTONE), least=1),
}

SKILL = Shape(
    value(Skill, _SKILL),
    tuple(_SKILL),
    {
        "outcomes": tuple(_OUTCOME),
        "resources": tuple(_RESOURCE),
        "questions": tuple(_QUESTION),
        "hints": tuple(_HINTS),
    },
)
PROJECT = Shape(
    value(Project, _PROJECT), tuple(_PROJECT), {"milestones": tuple(_MILESTONE)}
)
CATALOGUE = head(
    {"format": cs.any_schema(), "family": SLUG, "title": LINE},
    # One of them at least.
    {"skills": parts(least=1), "projects": parts(least=1), "forks": parts(least=1)},
)
ROADMAP = head(
    {
        "format": cs.any_schema(),
        "slug": SLUG,
        "title": LINE,
        "version": LINE,
        "summary": TEXT,
        "stages": parts(least=1, most=MOST_STAGES),
    },
    {},
)
STAGE = head(
    {
        "slug": SLUG,
        "title": LINE,
        "summary": TEXT,
    },
    {
        "groups": parts(least=1),  # needed where there is no fork
        "fork": cs.any_schema(),
        "icon": SLUG,
        "level": LINE,
        "guide_page": SLUG,
        "guide": TEXT,
        "projects": parts(),
        "was": _SLUGS,
    },
)
GROUP = head(
    {"title": LINE, "skills": parts(least=1)},
    {"rule": cs.str_schema(pattern=RULE_PATTERN)},
)
FORK = head(
    {"slug": SLUG, "title": LINE, "lanes": parts(least=2, most=MOST_LANES)},
    {"was": _SLUGS},
)
LANE = head(
    {"slug": SLUG, "title": LINE, "summary": TEXT, "groups": parts(least=1)},
    {"projects": parts(), "guide_page": SLUG, "guide": TEXT, "was": _SLUGS},
)
