"""What a report is, and what a learner may leave out of one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.services.reports.inline import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a report tells; by default everything.

    Attributes:
        hours: Time spent, on entries and as sums.
        notes: Notes on skills, stages and projects, and the text of proofs that are
            notes. The journal is no note.
        unproved: What only the learner's word or time speaks for: skills below
            `Grade.SHOWN` with their outcomes, the percent of a stage, and in a
            portfolio projects that are neither finished nor shown.
    """

    hours: bool = True
    notes: bool = True
    unproved: bool = True


EVERYTHING = Choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document to save or send.

    Attributes:
        title: Plain text.
        subtitle: Plain text, empty for none.
        body: Markdown. Its headings begin at the second level; a learner's own are at
            the fifth and sixth, and no line of theirs begins in the first column.
            Items that begin with ``*`` there are entries of the journal.
        chapters: Whether headings of the second level begin chapters, each on a page
            of its own.
        contents: Whether a table of contents is before it, where there are headings.
        language: Of the report's own words, as in HTML.
        hint: A sentence for the learner who looks at it here; in no file.
    """

    title: str
    subtitle: str
    body: str
    chapters: bool = False
    contents: bool = True
    language: str = "en"
    hint: str = ""

    @property
    def markdown(self) -> str:
        """Return the whole document as a file of Markdown."""
        head = [f"# {plain(self.title)}"]
        if self.subtitle:
            head.append(plain(self.subtitle))
        return "\n\n".join([*head, self.body])

    def beginning(self, length: int) -> Report:
        """Return its first parts, about so many characters, to look at.

        It is cut where one of the report's own blocks begins: a learner's text never
        begins in the first column.
        """
        if len(self.body) <= length:
            return self
        end = self.body.find("\n\n", length)
        while end >= 0 and self.body[end + 2 : end + 3] in " >\n":
            end = self.body.find("\n\n", end + 1)
        return self if end < 0 else replace(self, body=self.body[: end + 1])
