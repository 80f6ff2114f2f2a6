"""The headings of adverts, in English and German, and what the lines below them are."""

from __future__ import annotations

import re
from enum import IntEnum, auto
from functools import reduce
from itertools import repeat
from operator import or_
from typing import TYPE_CHECKING

from tracker.domain.fit.spelling import blanked

if TYPE_CHECKING:
    from collections.abc import Callable


class Section(IntEnum):
    """What a part of an advert is about."""

    NONE = auto()
    ASKED = auto()
    MUST = auto()
    NICE = auto()
    NOT = auto()
    ELSEWHERE = auto()  # other adverts
    OFFERED = auto()
    ABOUT = auto()
    APPLYING = auto()


LONGEST = 70  # characters of a heading
_MOST_WORDS = 12
_MOST_BESIDE = 4  # words beside a phrase of several words
_MOST_BESIDE_OTHERS = 7  # the same above the adverts of others
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")

# Looked for in this order: "Nice extras, not required" is nice, not a no.
# Above the adverts of others, in whatever order the words of a job board come.
_OTHERS = " | ".join(
    f"{which} {what}"
    for which in ("similar", "related", "recommended", "more", "other", "further")
    for what in (
        *("jobs", "roles", "vacancies", "positions", "opportunities", "openings"),
        *("searches", "adverts", "listings"),
    )
)
_PHRASES = {
    Section.ELSEWHERE: """
        people also viewed | people also searched | jobs you may | jobs you might
        jobs for you | recommended for you | sponsored | other open positions
        this job also | from this employer | recently viewed | ähnliche stellen
        ähnliche jobs
        ähnliche stellenangebote | weitere stellen | weitere jobs | passende jobs
        looked at | open positions | open roles | same employer
        at this company | careers page | discover more | browse similar | like this
        not the right job | not the right role | not quite right | see our other
        have a look at these | try these
        more like this | jobs like this | roles like this | interested in these
        also be interested in | more from this | see also | popular searches
        related searches | trending jobs | latest jobs | new jobs | featured jobs
        jobs near | vacancies near | job alerts | job alert | hiring now
        explore more | browse jobs | also hiring | also looking for | also open
        also viewed | also applied | candidates also | current openings
        other openings | more openings | mehr jobs | mehr stellen | neueste jobs
        jobs in der nähe | auch angesehen | auch gesucht | suchen wir auch
        weitere stellenangebote | auch interessieren | you may also like
        you might also like
        """,
    Section.NICE: """
        but we'd love it if you had | we'd love it if you | we'd love | we would love
        love it if | would be a plus | aber toll | aber schön | kein muss
        may also have | might also have | also great | extra credit | not a must
        gern gesehen | nice to have | nice-to-have | nice extra | nice | bonus
        good to have | preferred | desirable | desired | optional | advantageous
        could have | could | plus points | pluses | extra points | brownie points
        stand out | even better | wünschenswert | von vorteil | wäre schön
        schön wäre | idealerweise | pluspunkte | kür | das wäre ein plus | ein plus
        wäre super | wäre toll | good if | plus | icing on the cake | would be great
        plus if you | nice to haves | good to haves | asset | assets | helps | helpful
        ideally | optimalerweise
        be great | be nice | be lovely | be good | be cool | be awesome | be amazing
        not essential | not mandatory | not a requirement | not compulsory | not vital
        nicht zwingend | keine voraussetzung | kein ausschlusskriterium
        keine bedingung
        but welcome | aber willkommen
        extra love | extras | awesome if | cool if | nice if | lovely if
        would be awesome if you | great if
        wünschenswerte | hilfreich
        wünschenswerter | cherry on top | we'd be thrilled | optionale | vorteilhaft
        von vorteil | would be awesome | would be nice | impress us | impress you
        bring bonus | useful | nützlich | advantages | darüber freuen wir uns
        """,
    Section.NOT: """
        don't care | do not care | nicht notwendig | not important | don't need
        do not need | not needed | not required | not necessary | won't | not part of
        not looking for | nicht nötig | nicht erforderlich | brauchst du nicht
        don't expect | out of scope | no need | not look for | don't look for
        won't find | won't need | won't be | nicht brauchst | nicht brauchen
        nicht suchen | nicht erwarten | nicht wichtig | not your thing | not for you
        nicht mitbringen musst | nicht können musst | not be working | doesn't matter
        kein must have | keine must haves | no must have | no must haves
        brauchen sie nicht | you will not need | not a fit | nicht findest
        not enjoy | not be happy | egal | don't have to
        do not have to | not have to | needn't | don't require
        do not require | not require | nicht verlangen | wrong place | falsch bei uns
        """,
    Section.OFFERED: """
        do we offer | do you get | can you expect | will you get
        erwarten kannst | erwarten können | you can look forward to | we offer
        our offer | offer you | benefits | perks | in it for you | you get
        you'll get | you will get | why us | why join | we provide | compensation
        wir bieten | bieten wir | unser angebot | wir bieten dir | wir dir bieten
        wir ihnen bieten | bieten wir dir | deine vorteile | ihre vorteile
        what to expect from us | das bieten | darauf kannst du dich freuen
        you will learn | will you learn | you'll learn | lernst du | lernen sie bei uns
        gute gründe | your growth | what you can expect | our promise | rewards
        freu dich auf | freuen sie sich auf
        """,
    Section.APPLYING: """
        how to apply | application process | applying | to apply | bewerbung | bewirb
        kontakt | contact | process | the interview | next steps | so geht | diversity
        equal opportunity | privacy | datenschutzhinweis | bewirbst du dich
        """,
    Section.ABOUT: """
        about us | who we are | company overview | our story | important to us
        über uns | wer wir sind | about the company
        our company | das sind wir | das unternehmen | wir sind | about our client
        company description | unternehmensprofil
        """,
    Section.MUST: """
        must have | must-have | must haves | must | musts | minimum requirements
        most important
        basic requirements | mindestanforderungen | mindestvoraussetzungen
        grundvoraussetzungen | non-negotiables | non-negotiable | unverzichtbar
        zwingend erforderlich | mandatory requirements | muss-anforderungen
        dealbreakers | requirements | requirments
        requirement | required | mandatory | essential | minimum qualifications
        basic qualifications | we need | you need | you'll need | you will need
        prerequisites | voraussetzungen | anforderungen | zwingend | muss
        muss-kriterien | erforderlich | need you to have | hard skills required
        """,
    Section.ASKED: """
        who are you | will you do | do you bring | do you have | do we expect
        are we looking for | you should bring | bringst du | should you have
        opportunity | challenge | herausforderung | das rollenprofil | working on
        build with | your profile | profile | profil | qualifications | qualifikation
        qualifikationen | kompetenzen | competencies | fähigkeiten | anforderungsprofil
        skills | skillset | skillsets | you bring | you'll bring | you will bring
        bringst du mit | bringen sie mit | mitbringen | mitbringst | überzeugst
        überzeugen sie | begeisterst du | begeistern sie | ideal candidate
        successful candidate | you'll thrive | you will thrive | we look for
        your background | stellenbeschreibung | tätigkeit | aufgabenbereich | rolle
        dein job | your job | about the job | job summary | job overview
        role overview | role summary | accountabilities
        scope of work | success looks like | you'll work on | you will work on
        you have | you are | about you | who you are | looking for | we expect
        we'd like | you should | experience | expertise | knowledge | kenntnisse
        tasks | aufgaben | duties | responsibilities | you'll do | you will do
        you do | mission | role | position | stack | technologies | technology
        technologien | tools | toolbox | your impact | erwartet dich | dich erwartet
        aufgabengebiet | wir erwarten | erwarten wir | wir uns wünschen | should have
        should | job description | day to day | work with | team | tech
        you'll be doing | you will be doing | selection criteria
        person specification | match | machst | we use | key
        """,
}
# Before the musts: "Soll-Anforderungen" are none.
_SHOULD = """
    soll-anforderungen | sollanforderungen | soll-kriterien | should have | duties
    responsibilities | functions | aufgaben | tätigkeiten | need help
    """
# Before what would be nice: "Why it would be awesome to work with us".
_WHY = """
    why work with us | awesome to work with us | great to work with us | working here
    working with us | reasons to join
    """
_COULD = "kann-anforderungen | kannanforderungen | kann-kriterien | kann-profil"
# A line with nothing else beside one word such as "experience" is a heading; with more,
# it is an item of a list: "Experience with Docker".
_BESIDE = frozenset(
    """
    your our the you we what job main core key technical professional required work
    soft hard relevant general and of for a an this about deine dein ihre ihr unsere
    unser und die der das fachliche fachlichen berufliche wichtige personal criteria
    criterion qualifications qualification skills skill requirements experience
    knowledge extras extra things points haves kriterien kenntnisse not needed
    optional but erfahrung tech minimum basic minimal sind ist is are folgende unbedingt
    absolute huge big great real strong
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)


def _phrases(text: str) -> list[str]:
    parts = text.replace("\n", "|").replace("-", " ").split("|")
    return [part.strip() for part in parts if part.strip()]


def _longest(phrases: list[str]) -> list[str]:
    """Return phrases so that the longest comes first."""
    return sorted(phrases, key=len, reverse=True)


_LISTS = [
    (Section.ELSEWHERE, _phrases(_OTHERS)),
    (Section.OFFERED, _phrases(_WHY)),
    (Section.NICE, _phrases(_COULD)),
    (Section.ASKED, _phrases(_SHOULD)),
    *((section, _phrases(text)) for section, text in _PHRASES.items()),
]
_KINDS = [
    (
        section,
        re.compile(
            rf"(?<![^\W_])(?:{'|'.join(map(re.escape, _longest(phrases)))})(?![^\W_])"
        ),
    )
    for section, phrases in _LISTS
]
# By the longest word of each phrase, the kinds that a line with this word may be of, as
# bits: most lines have none, which is told faster than by the phrases.
_MAY_BE: dict[str, int] = {}
for _number, (_, _listed) in enumerate(_LISTS):
    for _phrase in _listed:
        _word = max(re.findall(r"[^\W_]+", _phrase), key=len)
        _MAY_BE[_word] = _MAY_BE.get(_word, 0) | 1 << _number


def section_of(text: str, is_sure: Callable[[], bool]) -> Section | None:
    """Return what a heading announces, ``None`` if it is none that is known.

    Args:
        text: A short line or the beginning of one, in small letters.
        is_sure: Tells whether it looks like a heading: in bold, with a colon at its
            end, or above a list.
    """
    words = blanked(text).split()
    if len(words) > _MOST_WORDS or _MAY_BE.keys().isdisjoint(words):
        return None
    may_be = reduce(or_, map(_MAY_BE.get, words, repeat(0)))
    cleaned = _EDGES.sub("", text).replace("’", "'").replace("-", " ")
    for number, (section, phrases) in enumerate(_KINDS):
        if not may_be >> number & 1:
            continue
        found = phrases.search(cleaned)
        most = _MOST_BESIDE_OTHERS if section is Section.ELSEWHERE else _MOST_BESIDE
        if found and (_covers(found, cleaned, most) or is_sure()):
            return section
    return None


def _covers(found: re.Match[str], cleaned: str, most: int) -> bool:
    """Return whether a phrase is most of a line that only may be a heading."""
    rest = blanked(cleaned[: found.start()] + " " + cleaned[found.end() :]).split()
    if " " in found.group():
        return len(rest) <= most
    return _BESIDE.issuperset(rest)
