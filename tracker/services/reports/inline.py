r"""Words in a report: a learner's text inside a line, titles, code and links.

Everything here returns Markdown for one line that means the same wherever it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tracker.domain.texts import cleaned
from tracker.words import tr

_ADDRESS = r"(?i:https?://|mailto:)"
_CODE_IN_LABEL = r"(?<!`)`[^`<\[\]]+`(?!`)"
_TOKEN = re.compile(
    r"(?P<ticks>\\`+)"
    r"|(?P<escape>\\[!-/:-@\[-_{-~])"
    r"|(?P<run>`+)(?!`)(?P<code>.+?)(?<!`)(?P=run)(?!`)"
    r"|(?P<alone>`+)"
    rf"|(?P<auto><{_ADDRESS}[^\s<>`|\\\[\]]+>)"
    rf"|(?P<bang>!*)\[(?P<label>(?:[^\[\]\\`<]|{_CODE_IN_LABEL})*)\]"
    rf"\( *<?(?P<address>{_ADDRESS}(?:[^\s<>()\\`\[\]]|\([^\s<>()\\`\[\]]*\))*)>?"
    r"(?P<title> +\"[^\"\\<&`\[\]]*\")? *\)"
    r"|(?P<mark>[\[\]<])"
)
_ALWAYS = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
_FIRST = re.compile(r"[-+=>#]|\d{1,9}(?=[.)](?:\s|$))")
_HASHES = re.compile(r"(?<=\s)#")
_SAFE_ADDRESS = re.compile(rf"{_ADDRESS}[^\s\x00-\x1f\x7f]+")
_TO_QUOTE = re.compile(r"[^\x21-\x7e]|[<>()\\`\[\]|\"{}^]")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_TICKS = re.compile(r"`+")


def inline(text: str, *, table: bool = False) -> str:
    """Return a line of a learner's Markdown without what could reach out of it.

    Code spans, emphasis and links to web and mail addresses stay; HTML, references and
    other links are shown as they were typed; a picture becomes a link to it.

    Args:
        text: One line, without the marks of lists and quotes before it.
        table: Whether it may be a row, whose cells end at ``|`` even in code.
    """
    parts: list[str] = []
    at = 0
    while token := _TOKEN.search(text, at):
        parts.append(text[at : token.start()])
        at = token.end()
        if table and token["run"] and "|" in token["code"]:
            at = token.end("run")
            parts.append("\\`" * len(token["run"]))
        else:
            parts.append(_written(token))
    parts.append(text[at:])
    return "".join(parts)


def _written(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "ticks":
            return "\\`" * (len(token[0]) - 1)
        case "alone":
            return "\\`" * len(token[0])
        case "mark":
            return f"\\{token[0]}"
        case "address" | "title":
            label = token["label"].strip() or plain(token["address"])
            bangs = "\\!" * (len(token["bang"]) - 1)
            return f"{bangs}[{label}]({token['address']}{token['title'] or ''})"
        case _:
            return token[0]


@lru_cache(maxsize=4096)  # the same few titles stand on every entry of a long journal
def plain(text: str) -> str:
    """Return text that is no Markdown, such as a title, so that it is shown as it is.

    It becomes one line; an empty one is called so.
    """
    line = " ".join(text.split())
    if not line.isprintable():
        line = " ".join(cleaned(line).split())
    if not line:
        return tr("Untitled")
    line = _HASHES.sub(r"\\#", _ALWAYS.sub(r"\\\g<0>", line))
    if first := _FIRST.match(line):
        at = first.end() if first[0].isdigit() else 0
        line = f"{line[:at]}\\{line[at:]}"
    return line


def code(text: str) -> str:
    """Return text as a span of code in one line."""
    line = " ".join(cleaned(text).split())
    longest = max(map(len, _TICKS.findall(line)), default=0)
    marks = "`" * (longest + 1)
    gap = " " if not line or "`" in (line[0], line[-1]) else ""
    return f"{marks}{gap}{line}{gap}{marks}"


def is_address(text: str) -> bool:
    """Return whether text is a web or mail address, which a report may link to."""
    return bool(_SAFE_ADDRESS.fullmatch(text.strip()))


def link(title: str, address: str) -> str:
    """Return a link, or title and address as text if it is no web or mail address."""
    address = address.strip()
    if is_address(address):
        quoted = _TO_QUOTE.sub(_percent, address)
        return f"[{plain(title)}]({_ENTITY.sub('&amp;', quoted)})"
    return f"{plain(title)} ({code(address)})" if address else plain(title)


def _percent(found: re.Match[str]) -> str:
    data = found[0].encode(errors="replace")
    return "".join(f"%{byte:02X}" for byte in data)
