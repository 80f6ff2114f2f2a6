"""Roles and lanes to compare: the nearest few, or all of them in a chosen order."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.services.career import Stands, by_fit
from tracker.services.career_words import closing_text
from tracker.ui import theme
from tracker.ui.career.ladder.role_row import RoleRow
from tracker.ui.widgets.cards import Card
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.text_link import INSET, TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.services.career import CareerBook, CareerView, RoleFit

MOST = 5
_BY_FIT, _BY_NAME, _BY_ROAD = 0, 2, 3  # orders; 1 is that of the ladder


class RoleList(QWidget):
    """A row for each role; rows move when the order does, and keep the keyboard."""

    opened = Signal(str)

    def __init__(self, *, full: bool) -> None:
        """Show nothing yet."""
        super().__init__()
        self._full = full
        self.rows: dict[str, RoleRow] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(round(theme.unit(self) * 0.2))

    def show_roles(
        self, roles: Sequence[RoleFit], closing: Mapping[str, str] | None = None
    ) -> None:
        """Show these roles in this order.

        Args:
            roles: The roles, from above.
            closing: What would close most of the gap, in words, by subject.
        """
        wanted = {role.subject for role in roles}
        for subject in [each for each in self.rows if each not in wanted]:
            gone = self.rows.pop(subject)
            self._box.removeWidget(gone)
            drop(gone)
        for number, role in enumerate(roles):
            row = self.rows.get(role.subject)
            if row is None:
                row = self.rows[role.subject] = RoleRow(full=self._full)
                row.clicked.connect(partial(self.opened.emit, role.subject))
            if self._box.indexOf(row) != number:
                self._box.removeWidget(row)
                self._box.insertWidget(number, row)
            row.show_role(role, (closing or {}).get(role.subject, ""))
        shown = [self.rows[role.subject] for role in roles]
        for before, after in pairwise(shown):
            QWidget.setTabOrder(before, after)

    @property
    def titles(self) -> list[str]:
        """Return what is shown, from above."""
        items = (self._box.itemAt(n) for n in range(self._box.count()))
        rows = (item.widget() for item in items if item is not None)
        return [row.text() for row in rows if isinstance(row, RoleRow)]


class RolesCard(Card):
    """The roles that a learner has most of."""

    opened = Signal(str)
    all_requested = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        hint = tr("How much of each you already have, the nearest first")
        super().__init__(tr("Related roles"), hint, gap=0.6)
        self.list = RoleList(full=False)
        self.list.opened.connect(self.opened)
        self.all = TextLink("")
        self.all.clicked.connect(self.all_requested)
        box = FlushBox(INSET)
        box.setSpacing(round(theme.unit(self) * 0.4))
        box.addWidget(self.list)
        box.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addLayout(box)

    def show_view(self, view: CareerView) -> None:
        """Show the nearest roles."""
        self.list.show_roles(by_fit(view.roles)[:MOST])
        text = tr("Compare all {n} roles and lanes →", n=len(view.roles))
        self.all.setText(text)
        self.all.setAccessibleName(text)
        self.all.updateGeometry()


class AllRoles(Card):
    """Every role and lane, in the order that is chosen."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        text = tr(
            "Specialisations, related roles, and the lanes of the road. The percentage "
            "is how much of what is asked for you have; open one for the sum behind it."
        )
        super().__init__(tr("Roles and lanes"), text)
        orders = (
            tr("What I have most of first"),
            tr("As the sources list them"),
            tr("By name"),
            tr("Most of it on my road first"),
        )
        self.order = Combo(tr("Order"), orders)
        self.order.currentIndexChanged.connect(self._sort)
        self.rows.addWidget(self.order, 0, Qt.AlignmentFlag.AlignLeft)
        self.list = RoleList(full=True)
        self.list.opened.connect(self.opened)
        box = FlushBox(INSET)
        box.addWidget(self.list)
        self.rows.addLayout(box)
        self._roles: Sequence[RoleFit] = ()
        self._closing: dict[str, str] = {}

    def show_view(self, book: CareerBook, view: CareerView) -> None:
        """Show all of them."""
        self._roles = view.roles
        self._closing = {role.subject: closing_text(book, role) for role in view.roles}
        self._sort()

    def _sort(self) -> None:
        roles = list(self._roles)
        order = self.order.currentIndex()
        if order == _BY_FIT:
            roles = by_fit(roles)
        elif order == _BY_NAME:
            roles.sort(key=lambda role: role.title.casefold())
        elif order == _BY_ROAD:
            roles.sort(key=_off_road)
        self.list.show_roles(roles, self._closing)


def _off_road(role: RoleFit) -> float:
    """Return which part of a role does not stand on the road as it is walked."""
    total = len(role.readiness.terms)
    return 1 - role.terms_on(Stands.ROAD) / total if total else 1.0
