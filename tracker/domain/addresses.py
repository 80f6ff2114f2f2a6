"""Which addresses Milepost keeps and opens: one rule for files and the window."""

from __future__ import annotations

import re
import unicodedata

# No user before the host ("https://bank.example@evil.example"), no quotes or brackets
# that end an address early where it is shown, and a host that names a domain.
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_WEB = re.compile(
    rf"https?://(?P<host>{_LABEL}(?:\.{_LABEL})+)(?::[0-9]{{1,5}})?"
    r"(?:[/?#](?:[^\x00-\x20\x7f\"<>\\^`{|}%]|%[0-9A-Fa-f]{2})*)?"
)
ADDRESS_LENGTH = 2000  # characters; what browsers and servers take without trouble


def is_web_address(text: str) -> bool:
    """Return whether a text is an address on the web that is what it looks like."""
    return (
        len(text) <= ADDRESS_LENGTH
        and _WEB.fullmatch(text) is not None
        and (text.isascii() or not any(map(_deceives, text)))
    )


def host_of(address: str) -> str:
    """Return the host of a web address, in the letters that the network uses.

    One that looks like another in a foreign alphabet is seen for what it is:
    ``xn--…``. Empty for what is no web address.
    """
    found = _WEB.fullmatch(address)
    if found is None:
        return ""
    host = found["host"]
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _deceives(character: str) -> bool:
    """Return whether a character is unseen, or turns the order of others around."""
    return unicodedata.category(character).startswith(("C", "Z"))
