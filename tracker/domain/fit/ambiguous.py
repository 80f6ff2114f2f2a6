"""Names that are also ordinary words: when "Go" is the language and "go" the verb."""

from __future__ import annotations

import re
from enum import Enum, auto

from tracker.domain.fit.spelling import is_unspaced


class Guard(Enum):
    """What must hold before a word counts as a name."""

    NONE = auto()
    CASED = auto()  # written as the name is, or among other technologies
    STRONG = auto()  # besides, something beside it must say that a technology is meant
    TRADE = auto()  # only where the advert speaks of software at all
    NEVER = auto()  # an English word and nothing else


# Ordinary words in small letters; "java", "ruby" and "bash" are none in adverts.
_CASED = frozenset(
    """
    spring rust flask express rails spark snowflake temporal envoy consul pact polly
    bicep backstage prefect locust artillery caddy falco confluent faker elastic
    swift composer gatling dapper hangfire jaeger honeycomb helm sentry twig moq
    mockery cosign varnish fastly prism vault mermaid stripe citus chef puppet salt
    lambda react node beam flux sinon axum cilium rest soap solid acid mean lamp
    stride hcl sla sli dr orc poc cdc aes rca hpa dom cap soa scp pii sam elt apm
    raci dsa ood pg ts loki ci
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_CASED_PHRASES = frozenset({"rest assured"})
_STRONG = frozenset({"go", "c", "r", "d", "v"})
_TRADE = frozenset(
    """
    java celery docker container containers containerisation git python pythons
    cassandra kafka pilot nomad salt cloud node nodes queue queues cache networking
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_TRADE_PHRASES = frozenset({"access control", "public cloud", "load balancing"})
_NEVER = frozenset({"delegate", "exceptions", "freelance", "freelancer", "freelancing"})

BEFORE = frozenset(
    """
    in with of using en avec con com know knows knowing language languages learn
    learning read write writing mit von or like wie both strong modern solid good
    e.g prefer our use uses used idiomatic preferably ideally deep excellent
    proficient und and oder some plus either into for from über is on need required
    must have senior mid junior lead
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
AFTER = frozenset(
    """
    developer developers engineer engineers engineering backend experience knowledge
    skills skill code codebase services service programming programmer language
    ecosystem framework boot cloud microservices api apis app apps application
    applications stack server servers cluster clusters job jobs queries entwickler
    entwicklerin kenntnisse kenntnissen erfahrung erfahrungen projekt projekte
    version is are ist sind would wäre or and oder und preferred required desirable
    mandatory expertise background development entwicklung know-how knowhow
    certified must certification shop shops team web module modules client data
    security batch tooling
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_WORD_BEFORE = re.compile(r"([\w.’']+)[ \t\n]*[(*_\"“]*$")
_WORD_AFTER = re.compile(r"(?:[)*_\"”]*[ \t]+|-(?=[A-ZÄÖÜ]))([\w’'-]+)")
_SHARE = re.compile(r"\d[ \t]?%[ \t]*$")  # "100% Go"
_YEAR = re.compile(r"[ \t]*(?:/[ \t]*(?:summer|fall|autumn)|,?[ \t]*20\d\d)")
_HYPHENED = re.compile(r"-(?!(?:based|style|like|basiert(?:e[mnrs]?)?)(?![^\W_]))[a-z]")
_OPEN = frozenset('(,/|:•-–*+;[“"·&✓✔>・、（【「')
_CLOSED = frozenset('),/|:;+(]”"·&.!?・、。）】」')
_SEASON = re.compile(
    r"(?:start(?:s|ing)?|begin(?:s|ning)?|joining|from|this|next|late|early|by|until)"
    r"(?:[ \t]+(?:in|from|this|next|late|early))?[ \t]*$"
)
# What begins the item of a list; no sentence of prose begins there.
_ITEM = re.compile(r"[ \t]*(?:[^\w\s.!?:][^\w\s:]{0,2}|o|\d{1,2}[.)])[ \t]*\W{0,3}$")
# Names that are also verbs: "Express interest", "Spark joy"; these follow the verb.
_VERBS = frozenset({"express", "rest", "react", "spark", "spring", "beam", "flux"})
_OBJECTS = frozenset(
    """
    yourself your our the a an to into interest ideas opinions clearly up joy assured
    curiosity change easy on of and opinion views
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_TAKEN = {"express": "american", "rest": "the", "spring": "this"}


def guard_of(name: str) -> Guard:
    """Return what must hold before a name of one word counts."""
    small = name.lower()
    if small in _NEVER:
        return Guard.NEVER
    if small in _STRONG:
        return Guard.STRONG
    if small in _CASED or small in _CASED_PHRASES:
        return Guard.CASED
    is_trade = small in _TRADE or small in _TRADE_PHRASES
    return Guard.TRADE if is_trade else Guard.NONE


class Occurrence:
    """A word in its text, and whether it looks like the name of a technology there."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._word = text[start:end]
        line = text.rfind("\n", max(0, start - 200), start) + 1
        self._head = text[max(line, start - 40, 0) : start]
        self._tail = text[end : end + 40].partition("\n")[0]

    def counts(self, name: str, guard: Guard) -> bool | None:
        """Return whether the word is the name; ``None`` if its neighbours decide."""
        if self._is_something_else():
            return False
        cased = self._word == name and not self.in_capitals()
        if guard is Guard.CASED:
            if not cased:
                return None
            if name.isupper() or not self._starts_sentence() or self._is_item():
                return True
            return True if self._stands_alone(after_only=True) else None
        return True if cased and self._is_supported() else None

    def may_follow_neighbours(self) -> bool:
        """Return whether it counts among technologies, in whatever case it is."""
        follows = _WORD_AFTER.match(self._tail)
        if follows is None or not self._word.islower() or self._tail[0] in ")]":
            return True
        return follows[1].lower() in AFTER

    def _is_something_else(self) -> bool:
        small = self._word.lower()
        before = self._head.rstrip().rpartition(" ")[2].lower()
        hyphened = _HYPHENED.match(self._tail) or self._head.endswith("-")
        of_year = small == "spring" and (
            _YEAR.match(self._tail.lower()) or _SEASON.search(self._head.lower())
        )
        taken = before == _TAKEN.get(small) or (
            small == "rest" and self._tail.lower().startswith(" of ")
        )
        return bool(hyphened or of_year or taken or self._tail.startswith(("&", "'")))

    def _is_item(self) -> bool:
        """Return whether the word begins an item of a list, and is no verb there."""
        if _ITEM.match(self._head) is None:
            return False
        follows = _WORD_AFTER.match(self._tail)
        is_verb = self._word.lower() in _VERBS
        return not (is_verb and follows and follows[1].lower() in _OBJECTS)

    def in_capitals(self) -> bool:
        """Return whether everything around the word is in capitals."""
        around = self._head + self._tail
        letters = [c for c in around if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        return len(letters) > 8 and capitals * 10 > len(letters) * 8

    def _starts_sentence(self) -> bool:
        head = self._head.rstrip(" \t*_•·-–—>#+✓✔0123456789")
        return not head or head[-1] in ".!?:"

    def _stands_alone(self, *, after_only: bool = False) -> bool:
        """Return whether nothing but marks, or what goes with a name, is beside it."""
        head, tail = self._head.rstrip(), self._tail.lstrip(" *_")
        closed = not tail or tail[0] in _CLOSED or tail[0].isdigit()
        closed = closed or is_unspaced(tail[0])
        follows = _WORD_AFTER.match(self._tail)
        goes_on = follows is not None and follows[1].lower() in AFTER
        if after_only:
            return closed or goes_on
        opened = not head or head[-1] in _OPEN or is_unspaced(head[-1])
        return (closed or goes_on) and opened

    def _is_supported(self) -> bool:
        before = _WORD_BEFORE.search(self._head)
        follows = _WORD_AFTER.match(self._tail)
        after = follows[1].lower() if follows else ""
        if self._stands_alone():
            return True
        if before is None:
            return after in AFTER or _SHARE.search(self._head) is not None
        # "in Go" is the language; "in Go to market" would have a hyphen.
        return before[1].lower() in BEFORE or after in AFTER
