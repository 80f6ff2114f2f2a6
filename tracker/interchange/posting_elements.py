"""Which elements of a page are not read, and which stand apart without a blank.

Tags of skills are often elements that touch in the source and stand apart only by
their style: ``<span class="tag">Java</span><span class="tag">Docker</span>``. Bold
letters within a word touch as well and must not be torn: ``Post<b>gre</b>SQL``.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Attributes = Sequence[tuple[str, str | None]]

# What is on every page of a site, or is not read as text.
DROPPED = frozenset(
    """
    svg nav footer aside iframe object select option datalist textarea canvas audio
    video map math dialog
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905  # as above
)
_WHOLE = frozenset({"html", "body", "main", "article"})  # never hidden by a name
_ROLES = frozenset(
    """
    navigation banner contentinfo complementary search dialog alertdialog menu menubar
    """.split()  # noqa: SIM905  # as above
)
_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
# Lists of other adverts and ways around the site, where only a name says so.
_NAMES = frozenset(
    """
    menu navbar nav navigation main-menu breadcrumb breadcrumbs site-header site-footer
    footer similar similar-jobs related related-jobs recommended-jobs
    """.split()  # noqa: SIM905  # as above
)
_COOKIES = re.compile(r"cookie|consent", re.IGNORECASE)
# Of a page that has, or had, such a dialog: "has-cookie-banner", "cookies-accepted".
_STATE = re.compile(
    r"^(?:has|no|is|with)[-_]|(?:accepted|enabled|hidden|loaded|shown)$",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters of an attribute that are looked at
_BOX = re.compile(r"(?:padding|margin|border|background|display|float)[a-z-]*\s*:")
_OF_TYPESETTING = re.compile(
    r"^(?:mso|spelle|grame|apple-|il$|highlight)", re.IGNORECASE
)


class Touch(IntEnum):
    """What two elements are whose texts touch."""

    ONE = 0  # word: letters in another style
    BY_CASE = 1  # apart where a capital follows a small letter
    APART = 2


_TOUCHES = {
    **dict.fromkeys(("a", "button", "kbd", "code", "data", "output"), Touch.APART),
    "span": Touch.BY_CASE,
}


def is_unread(tag: str, attributes: Attributes) -> bool:
    """Return whether readers do not see an element, or it is no part of an advert."""
    if not attributes or tag in {"html", "body"}:
        return False
    said = {name: (value or "")[:_LONGEST] for name, value in attributes}
    return _is_unseen(said) or (tag not in _WHOLE and _is_beside(said))


def _is_unseen(said: Mapping[str, str]) -> bool:
    """Return whether nobody sees it, by its attributes."""
    if said.get("hidden", "until-found") != "until-found":
        return True
    is_for_eyes = said.get("aria-hidden", "").strip().lower() == "true"
    return is_for_eyes or bool(_UNSEEN.search(said.get("style", "")))


def _is_beside(said: Mapping[str, str]) -> bool:
    """Return whether it stands beside the advert, by its role and its names."""
    if said.get("role", "").strip().lower() in _ROLES:
        return True
    names = f"{said.get('id', '')} {said.get('class', '')}".lower().split()
    if not _NAMES.isdisjoint(names):
        return True
    return any(_COOKIES.search(each) and not _STATE.search(each) for each in names)


def touch_of(tag: str, attributes: Attributes) -> Touch:
    """Return what an element in a line is to another one that it touches."""
    if "-" in tag:  # a component of the site's own
        return Touch.APART
    touch = _TOUCHES.get(tag, Touch.ONE)
    if touch is not Touch.BY_CASE or not attributes:
        return touch
    said = {name: (value or "")[:_LONGEST] for name, value in attributes}
    own = said.get("class", "").strip()
    if own and not _OF_TYPESETTING.search(own):
        return Touch.APART
    if _BOX.search(said.get("style", "").lower()):
        return Touch.APART
    is_typeset = bool(own) or not said.keys().isdisjoint(("style", "lang", "dir"))
    return Touch.ONE if is_typeset else Touch.BY_CASE


class Gaps:
    """Follows the elements of a line, and says where a blank is wanted."""

    _MOST = 200  # elements within each other that are remembered
    _BACK = 8  # of them that are looked at for the one that ends

    def __init__(self) -> None:
        """Begin before the first element."""
        self._open: list[tuple[str, Touch]] = []
        self._closed: Touch | None = None
        self._gap: Touch | None = None

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        touch = touch_of(tag, attributes)
        if tag not in VOID and len(self._open) < self._MOST:
            self._open.append((tag, touch))
        if self._closed is not None:
            self._gap = max(self._gap or Touch.ONE, self._closed, touch)
        elif tag == "button":
            self._gap = Touch.APART

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        for back in range(1, min(self._BACK, len(self._open)) + 1):
            if self._open[-back][0] == tag:
                self._closed = max(self._closed or Touch.ONE, self._open[-back][1])
                del self._open[-back:]
                break
        if tag == "button":
            self._gap = Touch.APART

    def wants_blank(self, before: str, after: str) -> bool:
        """Return whether two letters stand apart, and forget what was between them."""
        gap, self._gap, self._closed = self._gap, None, None
        if (
            gap is None
            or not (before.isalnum() or before in "+#")
            or not after.isalnum()
        ):
            return False
        if gap is Touch.BY_CASE:
            return before.islower() and after.isupper()
        return gap is Touch.APART
