"""Where a reader came from: the pages that were open, and how far each was read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Stop:
    """A page on the trail, and the place in it, in pixels from its beginning."""

    subject: str
    place: int = 0


@dataclass(slots=True)
class Trail:
    """A reader's way through pages, with one of them open."""

    stops: list[Stop] = field(default_factory=list)
    at: int = -1
    entry: int = -1  # the stop at which the reader came from another page of the window

    @property
    def subject(self) -> str:
        """Return what is open, empty for nothing."""
        return self.stops[self.at].subject if self.stops else ""

    @property
    def at_entry(self) -> bool:
        """Return whether a step back leads to another page of the window."""
        return self.at == self.entry >= 0

    def leave(self, place: int) -> None:
        """Remember how far the open page was read."""
        if self.stops:
            self.stops[self.at].place = place

    def go_on(self, subject: str, *, entered: bool = False) -> None:
        """Open another page; what was gone back from is forgotten."""
        if self.subject != subject:
            del self.stops[self.at + 1 :]
            self.stops.append(Stop(subject))
            self.at = len(self.stops) - 1
        if entered:
            self.entry = self.at
        elif self.entry > self.at:
            self.entry = -1

    def can_step(self, by: int) -> bool:
        """Return whether there is a page so many steps away."""
        return 0 <= self.at + by < len(self.stops)

    def step(self, by: int) -> Stop:
        """Go so many steps along the trail and return what is open then."""
        self.at += by
        return self.stops[self.at]
