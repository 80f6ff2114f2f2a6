"""What a learner typed stays in its place in a report, whatever it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tracker.services.reports.inline import code, link, plain
from tracker.services.reports.user_text import indented, quoted, user_lines

# What raw HTML, references and pictures would become, so that it is seen if they do.
READER = MarkdownIt("commonmark", {"html": True, "maxNesting": 400})
READER.enable(["table", "strikethrough"])

PIECES = (
    *("`", "``", "```", "~~~", "````", "```js", "~~~ x`", "|", "\\", "!", "![", "["),
    *("](", "]", "[a]:", "[a]: /x", "[x]", "[^1]: n", "(javascript:x)", "- ", "* "),
    *("(https://e.org)", "<b>", "<!--", "</div>", "<script>", "<?", "&lt;", "1. "),
    *("<https://e.org>", "| a | b |", "|---|---|", "---", "-", "===", "=", "#", "##"),
    *("> ", ">", "10) ", "+ ", "    ", "  ", " ", "\t", "\n", "\n", "\n\n", "a", "b"),
    *("*", "**", "_", "\r", "\u2028", "\x0b", "\u202e", "\u00a0", '"', ":"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def leaks(markdown: str) -> list[str]:
    """Return what a reader of CommonMark sees that no learner's text may contain."""
    env: dict[str, object] = {}
    tokens = READER.parse(markdown, env)
    inner = [child for token in tokens for child in token.children or ()]
    found = [t.type for t in (*tokens, *inner) if "html" in t.type or t.type == "image"]
    hrefs = [str(t.attrs["href"]) for t in inner if t.type == "link_open"]
    found += [h for h in hrefs if not re.match("(?i)https?://|mailto:", h)]
    deep = (t for t in tokens if t.type == "heading_open" and t.level)
    found += [t.tag for t in deep if t.tag not in {"h5", "h6"}]
    return found + list(map(str, env.get("references", ())))


def outline(markdown: str) -> list[str]:
    tokens = READER.parse(markdown)
    return [t.tag for t in tokens if not t.level and t.nesting >= 0]


@given(HOSTILE)
def test_no_note_reaches_out_of_its_quote(text):
    quote = quoted(text)
    whole = f"# A\n\n{quote}\n\n## B\n\n[a] [x] [^1]\n"
    assert leaks(whole) == []
    assert outline(whole) == ["h1", *["blockquote"] * bool(quote), "h2", "p"]


@given(HOSTILE, st.sampled_from([2, 4]))
def test_no_entry_reaches_out_of_its_item(text, by):
    item = "* **m**\n" if by == 2 else "* x\n  - **m**\n"
    whole = f"# A\n\n{item}\n{indented(text, by)}\n\n* **n**\n\n## B\n\n[a]\n"
    assert leaks(whole) == []
    assert outline(whole) == ["h1", "ul", "h2", "p"]
    tokens = READER.parse(whole)
    assert sum(t.type == "list_item_open" and t.level == 1 for t in tokens) == 2


@given(st.text(max_size=40) | HOSTILE)
def test_a_title_is_shown_letter_by_letter(text):
    shown = plain(text)
    for place in (f"# {shown}", f"- [x] {shown}", f"- **a** {shown}", shown):
        (inline,) = (t for t in READER.parse(place) if t.type == "inline")
        kinds = {child.type for child in inline.children or ()}
        assert kinds <= {"text", "strong_open", "strong_close"}
        words = "".join(child.content for child in inline.children or ())
        wanted = " ".join(text.split())
        if wanted.isprintable() and wanted:
            assert words.endswith(wanted)


@given(st.text(max_size=30) | HOSTILE)
def test_code_and_links_hold_any_text(text):
    (inline,) = (t for t in READER.parse(f"a {code(text)} b") if t.type == "inline")
    assert [c.type for c in inline.children or ()] == ["text", "code_inline", "text"]
    assert leaks(link(text, f"https://example.org/{text}")) == []
    assert leaks(link(text, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two\nlines  \nand a\\\nbreak, `x[0] < 1`, **b** _i_ ~~s~~ \\* &amp; a < b [c]",
        "- a\n  - b\n\n    more\n- [x] c `<b>`\n\n1. one\n2. two",
        "```python\nif a[0] < b:\n    return [x]: 1\n```\nafter",
        "- a\n\n  ```html\n  <b>\n  ```\n- ```js\n  [x]\n  ```\n- b",
        "> a `b`\n> - c\n>\n> ```\n> <b>\n> ```\n\nafter",
        "    if a[0] < b:\n\n        c()\n\nafter",
        "| a | b |\n|---|--:|\n| `x` | <https://e.org> |",
        '[l](https://e.org/a_(b) "t"), [`c`](mailto:a@e.org), `` a`b ``',
    ],
)
def test_what_does_no_harm_looks_as_it_was_typed(text):
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table"])
    assert reader.render("\n".join(user_lines(text))) == reader.render(text)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# A\n## B\n###### C", "##### A\n###### B\n###### C"),
        ("A\n===\nB\n---", "##### A\n###### B"),
        ("```\nopen", "```\nopen\n```"),
        ("<b>x</b> <!--", r"\<b>x\</b> \<!--"),
        ("[a]: https://e.org", r"\[a\]: https://e.org"),
        ("![cat](https://e.org/c.png)", "[cat](https://e.org/c.png)"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("one ` tick", r"one \` tick"),
        ("> > ```\n> > x", "> > ```\n> > x\n> > ```"),
        ("a\u202eb\x00", "ab"),
    ],
)
def test_what_could_reach_out_is_written_so_that_it_cannot(typed, written):
    assert "\n".join(user_lines(typed)) == written


def test_lists_of_any_depth_are_shown_to_the_last_line():
    deep = "\n".join(f"{'  ' * n}- x{n}" for n in range(300))
    reader = MarkdownIt("commonmark", {"maxNesting": 100})
    assert "x299" in reader.render(quoted(deep))
    assert "end" in reader.render(quoted("1. " * 300 + "end"))
