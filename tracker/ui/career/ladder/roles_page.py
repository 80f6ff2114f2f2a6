"""All roles and lanes beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.typing_tools import override
from tracker.ui.career.ladder.detail_page import DetailPage
from tracker.ui.career.ladder.roles_card import AllRoles

if TYPE_CHECKING:
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk

ROLES = "roles:"


class RolesPage(DetailPage):
    """One card with all of them."""

    def __init__(self, book: CareerBook, desk: CareerDesk) -> None:
        """Show nothing yet."""
        super().__init__(ROLES, book, desk)
        self.card = AllRoles()
        self.card.opened.connect(self.opened)
        self.add(self.card)

    @override
    def show_view(self, view: CareerView) -> None:
        self.card.show_view(self.book, view)
