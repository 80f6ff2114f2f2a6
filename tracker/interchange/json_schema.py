"""JSON Schemas of Milepost's files, for editors that complete and check while typing.

They are made from the shapes that the reader itself checks with (`shapes`,
`reference_shapes`), so they cannot say something else. What needs more than one place
to be seen, such as a slug that nothing has, only ``milepost check`` can tell.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from tracker.domain.ladder import HEAVIEST
from tracker.interchange import reference_shapes, shapes
from tracker.interchange.shapes import HOURS_PATTERN, LINE_PATTERN, SLUG, TEXT_PATTERN
from tracker.words import tr

# Any: JSON.
Json = dict[str, Any]

_ADDRESS = r"^https?://[^\s/?#@]+\.[^\s/?#@]+([/?#]\S*)?$"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
KINDS = ("roadmap", "catalogue", "ladder", "guide")


def schema_text(kind: str) -> str:
    """Return the schema of a kind of file, one of `KINDS`, as it is stored."""
    make = {
        "roadmap": _roadmap,
        "catalogue": _catalogue,
        "ladder": _ladder,
        "guide": _guide,
    }[kind]
    document = {"$schema": DRAFT, "title": f"milepost-{kind}/1", **make()}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _roadmap() -> Json:
    schema = _of(shapes.ROADMAP)
    schema["properties"]["stages"]["items"] = {"$ref": "#/$defs/stage"}
    return _file(schema, "milepost-roadmap/1") | {"$defs": _parts()}


def _catalogue() -> Json:
    schema = _of(shapes.CATALOGUE)
    for key, part in (("skills", "skill"), ("projects", "project"), ("forks", "fork")):
        schema["properties"][key]["items"] = {"$ref": f"#/$defs/{part}"}
    schema["anyOf"] = [{"required": [key]} for key in ("skills", "projects", "forks")]
    return _file(schema, "milepost-catalogue/1") | {"$defs": _parts()}


def _ladder() -> Json:
    schema = _of(reference_shapes.LADDER)
    parts = {
        "sources": reference_shapes.SOURCE,
        "levels": reference_shapes.LEVEL,
        "roles": reference_shapes.ROLE,
        "adverts": reference_shapes.ADVERT,
    }
    for key, shape in parts.items():
        schema["properties"][key]["items"] = _of(shape)
    return _file(schema, "milepost-ladder/1")


def _guide() -> Json:
    schema = _of(reference_shapes.GUIDE_INDEX)
    schema["properties"]["sections"]["items"] = _of(reference_shapes.SECTION)
    return _file(schema, "milepost-guide/1")


def _parts() -> Json:
    """Return what roadmaps and catalogues are made of."""
    slug = _mended(GenerateJsonSchema().generate(SLUG))
    stage, lane, fork = _of(shapes.STAGE), _of(shapes.LANE), _of(shapes.FORK)
    group = _of(shapes.GROUP)
    for part in (stage, lane):
        part["properties"]["groups"]["items"] = {"$ref": "#/$defs/group"}
        part["properties"]["projects"]["items"] = _by_slug_or("project", slug)
    stage["properties"]["fork"] = _by_slug_or("fork", slug)
    stage["anyOf"] = [{"required": ["groups"]}, {"required": ["fork"]}]
    group["properties"]["skills"]["items"] = _by_slug_or("skill", slug)
    fork["properties"]["lanes"]["items"] = {"$ref": "#/$defs/lane"}
    skill, project = _of(shapes.SKILL), _of(shapes.PROJECT)
    return {
        "stage": stage,
        "group": group,
        "fork": fork,
        "lane": lane,
        "skill": skill,
        "project": project,
    }


def _by_slug_or(part: str, slug: Json) -> Json:
    return {"anyOf": [slug, {"$ref": f"#/$defs/{part}"}]}


def _file(schema: Json, form: str) -> Json:
    schema["properties"]["format"] = {"const": form}
    return schema


def _of(shape: shapes.Shape) -> Json:
    schema: Json = _mended(GenerateJsonSchema().generate(shape.schema))
    return schema


def _mended(node: Any) -> Any:  # noqa: ANN401  # JSON
    """Return a schema with meanings, without what only Rust's expressions know."""
    if isinstance(node, list):
        return [_mended(each) for each in node]
    if not isinstance(node, dict):
        return node
    mended = {
        key: _mended(value)
        for key, value in node.items()
        if key not in {"title", "description", "default"} or isinstance(value, dict)
    }
    if mended.get("pattern") in {LINE_PATTERN, TEXT_PATTERN}:
        mended["pattern"] = r"\S"
    if "url" in mended.get("properties", {}):
        mended["properties"]["url"] |= {
            "pattern": r"^https?://[^\s/?#@]+\.[^\s\"<>@]+$"
        }
    for name, meaning in _meanings().items():
        if name in mended.get("properties", {}):
            mended["properties"][name] |= {"description": meaning}
    for name in _NUMBERS & mended.get("properties", {}).keys():
        mended["properties"][name] |= _NUMBERS_ALLOWED[name]
    return mended


# What an editor takes for a number, as it knows nothing of Milepost's "all is text".
_NUMBERS_ALLOWED: dict[str, Json] = {
    "hours": {"type": ["string", "integer"], "pattern": HOURS_PATTERN},
    "version": {"type": ["string", "number"]},
    "views": {"type": ["string", "integer"]},
    "weight": {
        "enum": [n for weight in range(1, HEAVIEST + 1) for n in (weight, str(weight))]
    },
}
_NUMBERS = _NUMBERS_ALLOWED.keys()


def _meanings() -> dict[str, str]:
    return {
        "slug": tr("Short, stable name; progress hangs on it. Never reuse one."),
        "was": tr("Slugs that this had before; progress moves from them."),
        "title": tr("One line, as it is shown."),
        "summary": tr("One sentence: what this is."),
        "why": tr("Why it matters in the work."),
        "hours": tr("Whole hours, one number or low-high: 8, 6-10."),
        "needs": tr("Slugs of skills that help first; they never lock."),
        "aliases": tr("Names under which adverts and CVs mention it."),
        "outcomes": tr("What a learner can be seen doing: I can …"),
        "resources": tr("What to learn from, official documentation first."),
        "questions": tr("Questions to ask yourself, each with its answer."),
        "hints": tr("How a repository shows it: file patterns, packages."),
        "brief": tr("What to build, so that a person can start from it."),
        "criteria": tr("What must hold before the project is accepted."),
        "stretch": tr("Goals for those who want to go further."),
        "milestones": tr("The steps of the project, in their order."),
        "rule": tr("all (as without it), choose one, or at least 2."),
        "fork": tr("Where the road divides: lanes to choose from."),
        "guide_page": tr("The name of a guide page that comes with Milepost."),
        "guide": tr("A guide in Markdown."),
        "level": tr("The rung of the ladder, as a short line."),
        "icon": tr("The name of one of Milepost's icons."),
    }
