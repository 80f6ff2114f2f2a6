"""Pydantic's findings in Milepost's own words; imports pydantic like ``shapes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError

from tracker.domain.ids import OWN
from tracker.domain.skill import ECOSYSTEMS
from tracker.interchange.findings import did_you_mean
from tracker.interchange.shapes import (
    ILLEGIBLE,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    MOST_HOURS,
    NO_ADDRESS,
    PACKAGE_PATTERN,
    RULE_PATTERN,
    SHARED_SLUG_PATTERN,
    SLUG_PATTERN,
    TEXT_PATTERN,
)
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from tracker.interchange.findings import Findings
    from tracker.interchange.shapes import Shape
    from tracker.interchange.yaml_nodes import Node, Path


def check(shape: Shape, node: Node, path: Path, findings: Findings) -> Any:  # noqa: ANN401
    """Return what a part of a file stands for, or None with the reasons in findings."""
    try:
        return shape.validator.validate_python(node)
    except ValidationError as error:
        if findings.full:
            findings.count += error.error_count()
        else:
            _explain(error, shape, path, findings)
        return None


def _explain(
    error: ValidationError, shape: Shape, path: Path, findings: Findings
) -> None:
    for each in error.errors(include_url=False):
        place, kind = path + each["loc"], each["type"]
        if kind in _UNKNOWN:
            found, expected = _unknown_key(each, shape)
            findings.add(place, found, expected, on_key=True)
        elif not _told_by_its_items(each):
            found = (
                tr("nothing") if kind == "missing" else described(each["input"], kind)
            )
            findings.add(place, found, _expected(each))


def _told_by_its_items(error: ErrorDetails) -> bool:
    """Return whether a list is only too short without the items that are wrong."""
    items, least = error["input"], error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and bool(items) and len(items) >= least


def described(node: Node, kind: str = "") -> str:
    """Return what stands somewhere, in words; of a long text or list, its length."""
    if isinstance(node, str):
        if kind == "string_too_long":
            return tr("{number} characters", number=len(node))
        return shown(node) if node.strip() else tr("nothing")
    if isinstance(node, list):
        if kind in {"too_long", "too_short"} and node:
            return tr_n("1 item", "{n} items", len(node))
        return tr("a list") if node else tr("an empty list")
    return tr("a mapping (“key: value” lines)")


def _expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "missing":
        return tr("a line “{key}: …”", key=error["loc"][-1])
    if error["type"] == "string_pattern_mismatch":
        if context["pattern"] == SHARED_SLUG_PATTERN:
            return _shared_slug_words(error["input"])
        return _BY_PATTERN[context["pattern"]]()
    if error["loc"][-1:] == ("hours",):
        return hours_words()
    return _BY_TYPE[error["type"]](context)


def slug_words() -> str:
    """Return what a slug is."""
    return tr("a short name of lower-case letters, digits and single hyphens")


def _shared_slug_words(found: object) -> str:
    """Return what the slug of a skill, project or milestone is."""
    if str(found).startswith(OWN):
        return tr(
            "another slug: those that begin with {my} are kept for what learners make",
            my=OWN,
        )
    return slug_words()


def hours_words() -> str:
    """Return what an effort is."""
    most = MOST_HOURS
    return tr("whole hours from 0 to {most}, such as 8 or 6-10", most=most)


_BY_PATTERN: dict[str, Callable[[], str]] = {
    SLUG_PATTERN: slug_words,
    LINE_PATTERN: lambda: tr("one line of text without control characters"),
    TEXT_PATTERN: lambda: tr("text without control characters"),
    LANGUAGE_PATTERN: lambda: tr("the code of a language, such as en or de"),
    PACKAGE_PATTERN: lambda: tr(
        "an ecosystem and a name, such as pypi:django; ecosystems are {all}",
        all=", ".join(ECOSYSTEMS),
    ),
    RULE_PATTERN: lambda: tr(
        "“all”, “choose one”, or “at least” and a number from 1 to 99"
    ),
}

_BY_TYPE: dict[str, Callable[[dict[str, Any]], str]] = {
    ILLEGIBLE: lambda _: tr("a line whose characters one can see"),
    NO_ADDRESS: lambda _: tr(
        "an address such as https://example.org/page, without a user’s name, quotes, "
        "brackets or unseen characters"
    ),
    "string_type": lambda _: tr("a text"),
    "string_unicode": lambda _: tr("text without broken characters"),
    "string_too_short": lambda _: tr("a text"),
    "string_too_long": lambda c: tr("at most {most}", most=c["max_length"]),
    "list_type": lambda _: tr("a list"),
    "tuple_type": lambda _: tr("a list"),
    "literal_error": lambda c: tr("one of {all}", all=c["expected"]),
    "too_short": lambda c: tr_n(
        "at least one item", "at least {n} items", c["min_length"]
    ),
    "too_long": lambda c: tr("at most {most}", most=c["max_length"]),
    "dict_type": lambda _: tr("a mapping (“key: value” lines)"),
    "dataclass_type": lambda _: tr("a mapping (“key: value” lines)"),
}
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")


def _unknown_key(error: ErrorDetails, shape: Shape) -> tuple[str, str]:
    where, key = error["loc"], str(error["loc"][-1])
    keys = shape.keys if len(where) == 1 else shape.inner[str(where[0])]
    known = tr("one of {keys}", keys=", ".join(keys))
    return tr("the unknown key {key}", key=shown(key)), known + did_you_mean(key, keys)
