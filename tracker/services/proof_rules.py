"""What can be given as proof: checks, each with a sentence that says what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.domain.addresses import ADDRESS_LENGTH, is_web_address
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import (
    ENTRY,
    MILESTONE,
    OUTCOME,
    PROJECT,
    SKILL,
    kind_of,
    slug_of,
)
from tracker.domain.limits import TEXT_LENGTH, TITLE_LENGTH
from tracker.domain.texts import cleaned
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader

TARGETS = frozenset({SKILL, OUTCOME, PROJECT, MILESTONE, ENTRY})
MOST_PROOFS = 100  # of one target
# What some system runs when it is opened, by the end of its name or its first bytes.
_PROGRAMS = re.compile(
    r"app|appimage|bash|bat|cmd|com|command|cpl|deb|desktop|dll|dmg|exe|gadget|hta|"
    r"inf|ipa|jar|jse?|lnk|ms[ip]x?|pif|pkg|pl|ps1|psm1|py[cwz]?|rb|reg|rpm|run|scf|"
    r"scr|service|sh|so|url|vb[es]?|workflow|ws[fh]?|xpi|zsh"
)
_HEADS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")


def is_program(name: str, head: bytes) -> bool:
    """Return whether opening a file may run it, by its name and first bytes."""
    ending = name.rpartition(".")[2].strip().lower()
    return bool(_PROGRAMS.fullmatch(ending)) or head.startswith(_HEADS)


def check_target(reader: Reader, target: str) -> None:
    """Refuse what cannot have proof.

    Raises:
        BadInputError: It is a stage, a lane or something like it.
        NotFoundError: It is not there.
    """
    kind = kind_of(target)
    if kind not in TARGETS:
        raise BadInputError(
            tr("Proof can stand on a skill, an outcome, a project or a milestone.")
        )
    there = reader.entry(target) if kind == ENTRY else reader.knows(target)
    if not there:
        name = slug_of(target)
        raise NotFoundError(tr("Nothing on your roadmaps is called {name}.", name=name))


def good_address(text: str) -> str:
    """Return an address of the web, or say what is wrong with it.

    Raises:
        BadInputError: It is no such address, or holds a password.
    """
    address = cleaned(text).strip()
    try:
        password = urlsplit(address).password
    except ValueError:
        password = None
    if password is not None:
        raise BadInputError(
            tr("This address holds a password, which reports would show. Leave it out.")
        )
    if len(address) > ADDRESS_LENGTH:
        sentence = tr("An address can have {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=ADDRESS_LENGTH, m=len(address)))
    if not is_web_address(address):
        sentence = tr(
            "“{text}” is not an address of the web: it begins with https://, as in "
            "https://example.org/pull/4."
        )
        raise BadInputError(sentence.format(text=address[:80]))
    return address


def good_title(text: str, otherwise: str) -> str:
    """Return a title on one line; a chosen one that is too long is refused.

    Raises:
        BadInputError: It is too long.
    """
    title = " ".join(cleaned(text).split())
    if len(title) > TITLE_LENGTH:
        sentence = tr("A title can have {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=TITLE_LENGTH, m=len(title)))
    return title or " ".join(cleaned(otherwise).split())[:TITLE_LENGTH]


def good_text(text: str) -> str:
    """Return what a note says.

    Raises:
        BadInputError: It says nothing, or is too long.
    """
    whole = cleaned(text).strip()
    if not whole:
        raise BadInputError(tr("Write what you did, and where it can be seen."))
    if len(whole) > TEXT_LENGTH:
        sentence = tr("A note can hold {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=TEXT_LENGTH, m=len(whole)))
    return whole


def good_name(text: str) -> str:
    """Return who confirmed something, as the learner wrote it down.

    Raises:
        BadInputError: Nobody is named, or at too great length.
    """
    who = good_title(text, "")
    if not who:
        raise BadInputError(
            tr("Write who confirmed it, and when: the instructor of my course, 21 Nov.")
        )
    return who
