"""Levels, roles, sources and adverts as pages to read.

A page is Markdown; a link in it names a subject: ``[Git](skill:git-basics)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.reference import ADVERT, LEVEL, ROLE, SOURCE, Reference
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracker.domain.ladder import (
        ExampleAdvert,
        Ladder,
        Level,
        Pay,
        Requirement,
        Role,
        Said,
        Source,
    )


def ladder_pages(
    ladder: Ladder, title_of: Callable[[str], str | None]
) -> Iterator[Reference]:
    """Return a page for each level, role, source and advert.

    Args:
        ladder: What to write about.
        title_of: Returns the title of a skill by its slug.
    """
    writer = _Writer(ladder, title_of)
    for level in ladder.levels:
        body = writer.level(level)
        yield Reference(LEVEL, level.slug, tr("The ladder"), level.title, body)
    for role in ladder.roles:
        related = role.kind == "related"
        section = tr("Related roles") if related else tr("Specialisations")
        yield Reference(ROLE, role.slug, section, role.title, writer.role(role))
    section = tr("Where the facts come from")
    for source in ladder.sources:
        body = writer.source(source)
        yield Reference(SOURCE, source.slug, section, source.title, body)
    for advert in ladder.adverts:
        body = writer.advert(advert)
        yield Reference(ADVERT, advert.slug, tr("Example adverts"), advert.title, body)


@dataclass(frozen=True, slots=True)
class _Writer:
    ladder: Ladder
    title_of: Callable[[str], str | None]

    def level(self, level: Level) -> str:
        number = self.ladder.levels.index(level) + 1
        rung = tr("Level {n} of {all}", n=number, all=len(self.ladder.levels))
        parts = [f"# {level.title}", f"*{rung}*", level.summary]
        if level.titles:
            names = tr("Also called: {names}.", names=", ".join(level.titles))
            parts.append(names)
        parts += self._said(tr("Years"), level.years)
        parts += self._pay(level.pay)
        parts += self._said(tr("Responsibilities"), level.responsibilities)
        parts += self._said(tr("Day to day"), level.day_to_day)
        parts += self._said(tr("What to focus on"), level.focus)
        parts += self._skills(tr("Skills it asks for"), level.required)
        parts += self._skills(tr("To advance, master these"), level.master)
        parts += self._skills(tr("… and start these of the next level"), level.start)
        parts += self._said(tr("How to advance"), level.advance)
        return "\n\n".join(parts) + "\n"

    def role(self, role: Role) -> str:
        parts = [f"# {role.title}", role.summary]
        if role.lane:
            link = f"[{tr('its lane on the road')}](lane:specialisation/{role.lane})"
            parts.append(tr("You get there by {lane}.", lane=link))
        parts += self._said(tr("What the sources say"), role.said)
        parts += self._skills(tr("Its skills, the weightiest first"), role.skills)
        return "\n\n".join(parts) + "\n"

    def source(self, source: Source) -> str:
        date = source.date or tr("the page states none")
        lines = [tr("Date: {date}", date=date)]
        if source.author:
            lines.append(tr("By-line: {name}", name=source.author))
        if source.place:
            lines.append(tr("Place: {place}", place=source.place))
        return "\n\n".join([f"# {source.title}", source.about, _bullets(lines)]) + "\n"

    def advert(self, advert: ExampleAdvert) -> str:
        lines = [
            tr("Company: {name}", name=advert.company),
            tr("Place: {place}", place=advert.place),
            tr("Age when the page was kept: {age}", age=advert.age),
            tr("Views: {n}", n=advert.views),
            tr("Tags: {tags}", tags=", ".join(advert.tags)),
            tr("Listed by: {source}", source=self._source_link(advert.source)),
        ]
        parts = [f"# {advert.title}", advert.about, _bullets(lines)]
        if advert.doubt:
            parts.append(tr("**Read with care.** {doubt}", doubt=advert.doubt))
        return "\n\n".join(parts) + "\n"

    def _said(self, heading: str, said: Iterable[Said]) -> list[str]:
        lines = [f"{each.text} ({self._named(each.sources)})" for each in said]
        return [f"## {heading}", _bullets(lines)] if lines else []

    def _pay(self, pay: Iterable[Pay]) -> list[str]:
        lines = []
        for each in pay:
            amount = tr(
                "**{amount}** a {per}, {currency}",
                amount=each.amount,
                per=each.per,
                currency=each.currency,
            )
            place = tr("place: {place}", place=each.place)
            source = self._named((each.source,))
            note = f". {each.note}" if each.note else ""
            lines.append(f"{amount}; {place} ({source}){note}")
        return [f"## {tr('Pay, as each source states it')}", _bullets(lines)]

    def _skills(self, heading: str, skills: Iterable[Requirement]) -> list[str]:
        ordered = sorted(skills, key=_by_weight)
        lines = [self._requirement(each) for each in ordered]
        return [f"## {heading}", _bullets(lines)] if lines else []

    def _requirement(self, requirement: Requirement) -> str:
        links = [
            f"[{self.title_of(slug) or slug}](skill:{slug})" for slug in requirement.any
        ]
        text = tr(" or ").join(links)
        if requirement.title and len(links) > 1:
            text = f"{requirement.title}: {text}"
        named = self._named(requirement.sources)
        return f"{text} ({named})" if named else text

    def _named(self, sources: Iterable[str]) -> str:
        return ", ".join(self._source_link(slug) for slug in sources)

    def _source_link(self, slug: str) -> str:
        for source in self.ladder.sources:
            if source.slug == slug:
                date = f", {source.date}" if source.date else ""
                return f"[{source.title}](source:{slug}){date}"
        return slug


def _by_weight(requirement: Requirement) -> int:
    return -requirement.weight


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
