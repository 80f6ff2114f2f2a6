"""Everything about one role, or about a lane that leads to none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tracker.domain.ids import lane_subject
from tracker.services.career import Stands
from tracker.services.career_words import kind_text, stands_name, stands_text
from tracker.typing_tools import override
from tracker.ui.career.ladder.detail_page import DetailPage, reading_card, said_card
from tracker.ui.career.ladder.head_card import HeadCard
from tracker.ui.career.ladder.terms_card import TermsCard
from tracker.ui.widgets.label import button
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.readiness import Term
    from tracker.domain.reference import ReferenceHead
    from tracker.services.career import CareerBook, CareerView, RoleFit
    from tracker.ui.career.ladder.desk import CareerDesk


class RolePage(DetailPage):
    """How much of it is there, what would close the gap, and its lane."""

    def __init__(
        self,
        role: RoleFit,
        summary: str,
        book: CareerBook,
        desk: CareerDesk,
        pages: Sequence[ReferenceHead],
    ) -> None:
        """Show a role or lane; ``pages`` is what there is to read about it."""
        super().__init__(role.subject, book, desk)
        self.walk = button(tr("Walk this lane"), partial(self._on_walk, role))
        lane = lane_subject(role.fork, role.lane)
        self.road = button(
            tr("See the lane on the road"), partial(desk.item_opened.emit, lane)
        )
        first = pages[0].subject if pages else ""
        self.read = button(
            tr("Read it as a page"), partial(desk.link_clicked.emit, first)
        )
        wanted = [self.walk, self.road] if role.on_road else []
        wanted += [self.practise] if role.role is not None else []
        wanted += [self.read] if first else []
        self.head = HeadCard(role.title, (summary,), wanted)
        self.head.percent.clicked.connect(
            partial(self.sum_requested.emit, self.subject)
        )
        hint = tr(
            "What would add most to the sum, once you can show it, comes first; of two "
            "that add the same, the one with fewer hours."
        )
        self.closing = TermsCard(
            tr("What would close most of the gap"), hint, book, desk
        )
        dealt = tr(
            "Where the lane asks for some of a group, the group is dealt out: of each "
            "row one is enough."
        )
        hint = "" if role.role is not None else dealt
        self.asked = TermsCard(tr("Skills it asks for"), hint, book, desk)
        for card in (self.head, self.closing, self.asked):
            self.add(card)
        if role.role is not None and role.role.said:
            title = tr("What the sources say")
            self.add(said_card(title, role.role.said, book))
        if pages:
            self.add(reading_card(pages, desk))

    @override
    def show_view(self, view: CareerView) -> None:
        """Show everything as it is now."""
        role = view.role(self.subject)
        if role is None:
            return
        marks = [kind_text(role).upper()]
        marks += [tr("THE LANE YOU WALK")] * role.walked
        self.head.over.setText(" · ".join(marks))
        self.head.show_sum(role.readiness, _remark(role), here=role.walked)
        self.walk.setEnabled(not role.walked)
        walks, walked = tr("Walk this lane"), tr("You walk this lane")
        self.walk.setText(walked if role.walked else walks)
        self.asked.show_parts(_by_place(role), view)
        focus = QApplication.focusWidget()
        if not role.closing and focus is not None and self.closing.isAncestorOf(focus):
            self.asked.focus_first()
        self.closing.setVisible(bool(role.closing))
        self.closing.show_parts([("", role.closing)], view)

    def _on_walk(self, role: RoleFit) -> None:
        self.desk.walk(role.fork, role.lane)


def _remark(role: RoleFit) -> str:
    parts = [tr("{where}.", where=stands_text(role))]
    if role.lane and role.role is not None:
        parts.append(tr("Its lane on the road: {lane}.", lane=role.lane_title))
    return " ".join(parts)


def _by_place(role: RoleFit) -> list[tuple[str, Sequence[Term]]]:
    """Return the terms under where their skills stand, seen from the road."""
    terms = role.readiness.terms
    return [
        (stands_name(place), [term for term in terms if role.stands_of(term) is place])
        for place in Stands
    ]
