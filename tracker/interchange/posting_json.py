"""Job adverts in JSON: schema.org's JobPosting and the job schema of JSON Resume.

https://schema.org/JobPosting; JSON Resume's job-schema.json (draft-07).
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.posting_html import is_html, text_of_html
from tracker.interchange.posting_values import PostingText, one_line, refused, shaped
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, object]

MOST_POSTINGS = 500
_DEEPEST = 12  # levels at which an advert may stand in a file
_MOST_VALUES = 50_000  # that are looked at for adverts
_KIND = "jobposting"
# A whole text, so that nothing within it counts, or a comma before an end.
_COMMA = re.compile(r'"[^"\\]*(?:\\.?[^"\\]*)*"?|,(?=\s*[}\]])', re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_LONGEST_LINE = 2_000  # characters of a title, a company or a place, with its markup
_MOST_ESCAPED = 3  # times that a text is escaped; some boards do it twice
_SCHEMA_PARTS = (  # of schema.org, with the headings that adverts use
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("educationRequirements", "Education"),
    ("experienceRequirements", "Experience"),
    ("skills", "Skills"),
    ("jobBenefits", "Benefits"),
)
_RESUME_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
)


def postings_of_json(text: str, name: str) -> list[PostingText]:
    """Return every advert of a JSON file.

    Args:
        text: What the file holds.
        name: What the file is called, for people.

    Raises:
        UnreadableFileError: It is not JSON, nested too deep, or holds no advert.
    """
    expected = tr("a job advert: schema.org's JobPosting or JSON Resume's job schema")
    try:
        document = _loaded(text)
    except RecursionError:
        raise refused(name, tr("JSON that is nested too deep"), expected) from None
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        problem = Problem(name, line, 0, "", tr("a text that is not JSON"), tr("JSON"))
        raise UnreadableFileError([problem]) from None
    found_postings = postings_in(document)
    if not found_postings:
        raise refused(name, tr("JSON without a job advert"), expected)
    if len(found_postings) > MOST_POSTINGS:
        many = tr("{n} job adverts", n=len(found_postings))
        raise refused(name, many, tr("at most {n} in one file", n=MOST_POSTINGS))
    return found_postings


def postings_of_scripts(scripts: list[str]) -> list[PostingText]:
    """Return the adverts of a page's JSON-LD; scripts that are no JSON hold none."""
    found: list[PostingText] = []
    for script in scripts:
        try:
            found += postings_in(_loaded(script))
        except (ValueError, RecursionError):
            continue
    return found


def _loaded(text: str) -> object:
    """Return what JSON says, also with the mistakes that pages make.

    Those are line ends within texts, and commas before an end.

    Raises:
        ValueError: It is no JSON even so; the place is that in the text as it is.
    """
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        mended = _COMMA.sub(lambda m: m[0] if m[0] != "," else "", text)
        with suppress(json.JSONDecodeError):
            return json.loads(mended, strict=False)
        raise error from None


def postings_in(document: object) -> list[PostingText]:
    """Return the adverts in a JSON document, in its order."""
    made = (_of_schema(each) for each in _job_postings(document))
    found = [each for each in made if each.text]
    if found:
        return found
    made = (_of_resume(each) for each in _resume_jobs(document))
    return [each for each in made if each.text]


def _job_postings(document: object) -> Iterator[Json]:
    """Yield every JobPosting, wherever it stands."""
    waiting: list[tuple[object, int]] = [(document, 0)]
    looked_at = 0
    while waiting and looked_at < _MOST_VALUES:
        value, depth = waiting.pop()
        looked_at += 1
        if isinstance(value, dict):
            if _is_job_posting(value):
                yield value
                continue
            inner = list(value.values())
        elif isinstance(value, list):
            inner = value
        else:
            continue
        if depth < _DEEPEST:
            waiting += ((each, depth + 1) for each in reversed(inner))


def _is_job_posting(value: Json) -> bool:
    kinds = value.get("@type")
    every = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str)
        and kind.rpartition("/")[2].rpartition(":")[2].lower() == _KIND
        for kind in every
    )


def _resume_jobs(document: object) -> Iterator[Json]:
    """Yield what looks like a job of JSON Resume: it has a title and says something."""
    if isinstance(document, dict) and isinstance(document.get("jobs"), list):
        document = document["jobs"]
    for each in document if isinstance(document, list) else [document]:
        if isinstance(each, dict) and isinstance(each.get("title"), str):
            said = ("description", "responsibilities", "qualifications", "skills")
            if any(each.get(key) for key in said) and "stages" not in each:
                yield each


def _of_schema(job: Json) -> PostingText:
    description = job.get("description")
    parts = [_plain(description) if isinstance(description, str) else ""]
    parts += _sections(job, _SCHEMA_PARTS)
    text, left_out = shaped("\n\n".join(filter(None, parts)))
    return PostingText(
        title=_said(job.get("title")) or _said(job.get("name")),
        company=_name(job.get("hiringOrganization")),
        place=_schema_place(job.get("jobLocation")),
        url=one_line(job.get("url"), more=""),
        text=text,
        source="json",
        left_out=left_out,
    )


def _of_resume(job: Json) -> PostingText:
    description = job.get("description")
    parts = [_plain(description) if isinstance(description, str) else ""]
    experience = one_line(job.get("experience"))
    parts.append(tr("Experience: {text}", text=experience) if experience else "")
    parts += _sections(job, _RESUME_PARTS)
    text, left_out = shaped("\n\n".join(filter(None, parts)))
    place = job.get("location")
    return PostingText(
        title=_said(job.get("title")),
        company=_name(job.get("company")),
        place=_address(place) if isinstance(place, dict) else _said(place),
        url=one_line(job.get("url"), more=""),
        text=text,
        source="json",
        left_out=left_out,
    )


def _sections(job: Json, parts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for key, heading in parts:
        lines = list(_lines(job.get(key)))
        if lines:
            yield f"## {heading}\n" + "\n".join(lines)


def _lines(value: object) -> Iterator[str]:
    """Yield the lines of a text, of a list of texts, or of JSON Resume's skills."""
    if isinstance(value, str) and value.strip():
        yield _plain(value)
    for each in value if isinstance(value, list) else ():
        if isinstance(each, str) and each.strip():
            yield f"- {_plain(each)}"
        elif isinstance(each, dict):
            yield from _skill_line(each)
    if isinstance(value, dict):
        yield from _skill_line(value)


def _skill_line(each: Json) -> Iterator[str]:
    keywords = each.get("keywords")
    words = [one_line(word) for word in keywords] if isinstance(keywords, list) else []
    said = [one_line(each.get("name")), ", ".join(filter(None, words))]
    said.append(one_line(each.get("description")))
    if any(said):
        yield "- " + ": ".join(filter(None, said))


def _plain(text: str) -> str:
    """Return what a person would read; many adverts hold HTML, some of it escaped."""
    if "&lt;" in text:
        text = unescape(text)
    if is_html(text) or "</" in text:
        text = text_of_html(text)
    return _unescaped(text)


def _said(value: object) -> str:
    """Return a value as one line, as a person would read it."""
    if not isinstance(value, str):
        return ""
    text = value[:_LONGEST_LINE]
    return one_line(_plain(text) if "</" in text else _unescaped(text))


def _unescaped(text: str) -> str:
    """Return text without entities, such as ``&amp;``, however often escaped."""
    for _ in range(_MOST_ESCAPED):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    return text


def _name(value: object) -> str:
    return _said(value.get("name")) if isinstance(value, dict) else _said(value)


def _schema_place(value: object) -> str:
    places = value if isinstance(value, list) else [value]
    told = []
    for place in places[:5]:
        address = place.get("address") if isinstance(place, dict) else place
        told.append(_address(address) if isinstance(address, dict) else _said(address))
    return one_line(" · ".join(filter(None, told)))


def _address(value: Json) -> str:
    keys = ("addressLocality", "city", "addressRegion", "region")
    countries = ("addressCountry", "countryCode")
    parts = [_name(value.get(key)) for key in (*keys, *countries)]
    return ", ".join(dict.fromkeys(filter(None, parts)))
