"""The ladder, roles, the plan and a target in the running window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.pages.career import Ladder
from tests.pages.keys import click
from tracker.domain.edit import TARGET_LEVEL, TARGET_PAY, State
from tracker.services.targets import read_target
from tracker.ui.career.ladder.sum_dialog import SumDialog
from tracker.ui.widgets.text_link import TextLink


@pytest.fixture
def ladder(running) -> Ladder:
    """Return the ladder of somebody who just began."""
    return Ladder(running)


class TestSteps:
    def test_a_tick_is_counted_told_and_undone(self, ladder):
        assert ladder.running.status == "You meet 0% of Junior and 0% of Mid-level"
        row = ladder.rows(ladder.step(1))["Git"]
        ladder.tick(row)
        assert ladder.running.stored_state("skill:git-basics") == "done"
        assert ladder.percents[0] == "7% ready"  # 3 × 0.8 of 33
        assert ladder.running.status.startswith("You meet 7% of Junior")
        assert "Done" in row.accessibleName()
        ladder.running.press("Ctrl+Z")
        assert ladder.percents[0] == "0% ready"
        assert "To do" in row.accessibleName()

    def test_the_step_one_stands_on_says_so_in_words(self, ladder):
        assert ladder.step(1).place.text() == "YOU ARE HERE"
        assert ladder.step(2).place.isHidden()
        assert "YOU ARE HERE" in ladder.step(1).accessibleName()

    def test_steps_rise_and_end_on_one_line(self, ladder):
        ladder.running.window.resize(1440, 900)
        QApplication.processEvents()
        cards = ladder.overview.steps.cards
        tops = [card.y() for card in cards]
        assert tops == sorted(tops, reverse=True)
        assert len(set(tops)) == len(cards)
        assert len({card.geometry().bottom() for card in cards}) == 1

    def test_a_small_window_stacks_them_in_reach(self, ladder):
        ladder.running.window.resize(960, 640)
        QApplication.processEvents()
        cards = ladder.overview.steps.cards
        assert cards[2].y() > cards[0].geometry().bottom()
        page = ladder.overview.widget()
        assert page.width() <= ladder.overview.viewport().width()

    def test_of_several_skills_it_asks_which_one(self, ladder):
        row = ladder.rows(ladder.step(1))["Python, Java or Node.js"]
        ladder.tick(row)
        texts = [action.text() for action in ladder.menu.actions()]
        assert texts[0] == "One of these is enough:"
        ladder.choose("Java")
        assert ladder.running.stored_state("skill:java") == "done"
        assert ladder.running.stored_state("skill:python") == "todo"
        assert row.subject == "skill:java"

    def test_the_text_of_a_row_leads_to_the_road(self, ladder):
        ladder.click_text(ladder.rows(ladder.step(1))["Git"])
        shown = ladder.running.journeying.page.current_subject()
        assert shown == "skill:git-basics"
        assert ladder.running.stored_state("skill:git-basics") == "todo"

    def test_keys_tick_learn_and_open(self, ladder):
        row = ladder.rows(ladder.step(1))["Git"]
        row.setFocus()
        ladder.running.press("L")
        assert ladder.running.stored_state("skill:git-basics") == "learning"
        ladder.running.press("Space")
        assert ladder.running.stored_state("skill:git-basics") == "done"
        ladder.running.press("Ctrl+Shift+T")
        assert ladder.running.stored_state("skill:git-basics") == "todo"

    def test_the_sum_stands_one_click_away(self, ladder):
        ladder.tick(ladder.rows(ladder.step(1))["Git"])
        click(ladder.step(1).percent)
        dialog = ladder.running.window.findChild(SumDialog)
        assert dialog.isVisible()
        assert dialog.total.text() == "2.4 of 33 points = 7%, rounded down"
        weights, points = 0, 0.0
        model = dialog.table.model()
        for number in range(model.rowCount()):
            weight, credit, product = (
                float(model.index(number, n).data()) for n in (2, 4, 5)
            )
            assert round(weight * credit, 2) == product
            weights, points = weights + weight, points + product
        assert (weights, round(points, 2)) == (33, 2.4)
        dialog.close()


class TestLevel:
    def test_opens_and_closes_by_keys(self, ladder):
        ladder.step(2).title.setFocus()
        ladder.running.press("Return")
        assert ladder.detail.subject == "level:mid"
        ladder.running.press("Escape")
        assert ladder.detail is None
        assert QApplication.focusWidget() is ladder.step(2).title

    def test_what_is_missing_goes_on_the_plan_at_once(self, ladder):
        page = ladder.open("level:junior")
        click(page.advance.all)
        planned = set(ladder.running.journeying.current.plan)
        assert {"skill:microservices", "skill:message-queues"} <= planned
        assert page.advance.all.text() == "All of it is on your plan"
        row = ladder.rows(page.advance)["Microservices"]
        assert "on my plan" in row.accessibleName()
        ladder.running.press("Ctrl+Z")
        assert not ladder.running.journeying.current.plan

    def test_the_plus_plans_one_and_the_flag_takes_it_off(self, ladder):
        page = ladder.open("level:junior")
        row = ladder.rows(page.required)["Git"]
        click(row, row._mark_area())
        assert set(ladder.running.journeying.current.plan) == {"skill:git-basics"}
        click(row, row._mark_area())
        assert not ladder.running.journeying.current.plan
        assert ladder.running.stored_state("skill:git-basics") == "todo"

    def test_pay_names_place_and_date_of_its_source(self, ladder):
        page = ladder.open("level:junior")
        said = " ".join(each.text() for each in page.findChildren(type(page.target)))
        assert "$55K–$80K a year" in said
        assert "the page names no place · the page states no date" in said
        assert "India" in said

    def test_two_levels_side_by_side_show_what_is_new(self, ladder):
        page = ladder.open("level:junior")
        click(page.compare)
        page = ladder.detail
        assert page.subject == "compare:junior/mid"
        new, kept = ladder.rows(page.new), ladder.rows(page.kept)
        assert "Message queues" in new
        assert "Git" not in new
        assert new.keys().isdisjoint(kept)
        page.second.setCurrentIndex(2)
        assert page.subject == "compare:junior/senior"
        assert "Message queues" not in ladder.rows(page.new)
        ladder.running.press("Escape")
        assert ladder.detail.subject == "level:junior"

    def test_questions_of_the_guide_are_linked_and_lead_back(self, ladder):
        page = ladder.open("level:junior")
        links = {link.property("address"): link for link in _links(page)}
        assert "guide:faq-junior-skills" in links
        links["guide:faq-junior-skills"].click()
        guide = ladder.running.window.pages.currentWidget()
        assert guide.subject == "guide:faq-junior-skills"
        assert guide.back.text() == "‹ Career"
        ladder.running.press("Escape")
        shown = ladder.running.window.pages.currentWidget()
        assert shown is ladder.running.journeying.career
        assert ladder.detail.subject == "level:junior"

    @pytest.mark.parametrize("level", ["junior", "mid", "senior", "lead"])
    def test_pages_on_levels_and_pay_are_linked_from_every_level(self, ladder, level):
        page = ladder.open(f"level:{level}")
        linked = {str(link.property("address")) for link in _links(page)}
        assert linked >= {"guide:four-levels-compared", "guide:work-and-pay"}

    @pytest.mark.parametrize("subject", ["level:mid", "role:api-engineer"])
    def test_its_interview_questions_are_one_click_away(self, ladder, subject):
        ladder.section.open(subject)
        click(ladder.detail.practise)
        career = ladder.running.journeying.career
        assert career.shown is career.section("interview")
        assert career.shown.start.subject == subject

    def test_the_page_of_a_level_in_the_guide_leads_to_the_ladder(self, running):
        running.journeying.open_page("level:senior")
        guide = running.window.pages.currentWidget()
        click(guide.career)
        section = running.journeying.career.section("ladder")
        assert section.detail.subject == "level:senior"
        running.journeying.open_page("guide:faq-how-long")
        assert guide.career.isHidden()


class TestRoles:
    def test_the_nearest_come_first_and_all_can_be_compared(self, ladder):
        assert len(ladder.overview.roles.list.titles) == 5
        ladder.overview.roles.all.click()
        page = ladder.detail
        assert {"DevOps engineer", "Generalist", "Management"} <= set(
            page.card.list.titles
        )
        ladder.running.set_state("skill:docker", State.DONE)
        ladder.settle()
        assert page.card.list.titles[0] == "DevOps engineer"
        page.card.order.setCurrentIndex(2)
        assert page.card.list.titles == sorted(page.card.list.titles, key=str.casefold)

    def test_the_five_that_close_most_are_named_for_each(self, ladder):
        page = ladder.open("roles:")
        row = page.card.list.rows["role:devops-engineer"]
        book, role = (
            ladder.section.book,
            ladder.section.view.role("role:devops-engineer"),
        )
        names = [book.name(term.asked) for term in role.closing]
        assert len(names) == 5
        assert row.accessibleName().endswith("Next: " + ", ".join(names))

    def test_a_lane_chosen_here_is_the_lane_of_the_road(self, ladder):
        page = ladder.open("role:devops-engineer")
        click(page.walk)
        journey = ladder.running.journeying.current.journey
        assert journey.lane(4) == "devops"
        assert page.walk.text() == "You walk this lane"
        assert "THE LANE YOU WALK" in page.head.over.text()
        ladder.running.journeying.commands.choose_lane("specialisation", "api")
        assert page.walk.isEnabled()
        api = ladder.section.view.role("role:api-engineer")
        assert api.walked

    def test_the_five_that_close_most_of_the_gap_go_on_the_plan(self, ladder):
        page = ladder.open("role:full-stack-developer")
        assert len(page.closing.terms) == 5
        click(page.closing.all)
        assert len(ladder.running.journeying.current.plan) == 5

    def test_what_is_ticked_leaves_the_list_and_the_keyboard_stays(self, ladder):
        page = ladder.open("role:full-stack-developer")
        single = [row for row in page.closing.terms if len(row.subjects) == 1]
        first, second = single[:2]
        first.setFocus()
        ladder.running.press("Space")
        ladder.settle()
        assert first not in page.closing.terms
        assert QApplication.focusWidget() in page.closing.terms
        assert second in page.closing.terms

    def test_a_lane_without_a_role_is_there_too(self, ladder):
        page = ladder.open("lane:direction/management")
        assert "LANE OF THE ROAD" in page.head.over.text()
        click(page.walk)
        assert ladder.running.journeying.current.journey.lane(6) == "management"

    def test_the_lane_of_a_role_opens_the_role(self, ladder):
        assert ladder.open("lane:specialisation/api").subject == "role:api-engineer"

    def test_what_is_not_there_opens_nothing(self, ladder):
        for subject in ("level:boss", "role:baker", "compare:junior/boss", "skill:x"):
            assert ladder.open(subject) is None


class TestPlan:
    def test_is_ticked_and_taken_off_on_its_card(self, ladder):
        commands = ladder.running.journeying.commands
        commands.plan(["skill:docker", "skill:ci-cd"])
        assert ladder.plan == ["CI/CD pipelines", "Docker images and containers"]
        assert ladder.overview.plan.total.text() == "2 items, 31 h"
        first = ladder.overview.plan.shown["skill:ci-cd"]
        first.off.setFocus()
        ladder.running.press("Return")
        assert ladder.plan == ["Docker images and containers"]
        focus = QApplication.focusWidget()
        assert focus is ladder.overview.plan.shown["skill:docker"].row
        ladder.running.press("Space")
        assert ladder.plan == []
        assert "Ctrl+Shift+Y" in ladder.overview.plan.total.text()

    def test_a_long_plan_shows_the_rest_when_asked(self, ladder):
        journey = ladder.running.journeying.current.journey
        skills = [s for stage in journey.outline.stages for s in stage.skills][:20]
        ladder.running.journeying.commands.plan(skills)
        assert len(ladder.plan) == 12
        assert ladder.overview.plan.more.text() == "Show 8 more"
        ladder.overview.plan.more.click()
        assert len(ladder.plan) == 20

    def test_the_road_marks_it_and_keys_toggle_it(self, running):
        table = running.journey.table
        subject = table.current_subject()
        running.press("Ctrl+Shift+Y")
        assert set(running.journeying.current.plan) == {subject}
        assert "put on the plan" in running.toast
        index = table.currentIndex()
        assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("on my plan")
        running.press("Return")
        detail = running.journeying.page.panel.detail
        assert detail.plan.text() == "Take it off my plan"
        click(detail.plan)
        assert not running.journeying.current.plan
        assert detail.plan.text() == "Put it on my plan"

    def test_the_list_marks_it_and_what_is_done_no_more(self, running):
        running.press("Ctrl+2")
        tree = running.journeying.page.tree
        subject = "skill:git-basics"
        running.journeying.commands.plan([subject])
        index = tree.tree.place_of(subject)
        assert "on my plan" in index.data(Qt.ItemDataRole.AccessibleTextRole)
        running.set_state(subject, State.DONE)
        assert "on my plan" not in index.data(Qt.ItemDataRole.AccessibleTextRole)

    def test_the_road_flags_the_stages_of_what_is_planned_and_open(self, running):
        outline = running.journeying.current.journey.outline
        first, second = list(outline.stages[2].skills)[:2]
        marker, other = running.journey.marker(3), running.journey.marker(2)
        bare = marker.grab().toImage()
        running.journeying.commands.plan([first, second], wanted=True)
        assert marker.accessibleDescription().endswith(", 2 on my plan")
        assert "plan" not in other.accessibleDescription()
        assert marker.grab().toImage() != bare
        running.set_state(first, State.DONE)
        assert marker.accessibleDescription().endswith(", 1 on my plan")
        running.press("Ctrl+Z")
        running.press("Ctrl+Z")
        assert "plan" not in marker.accessibleDescription()
        assert marker.grab().toImage() == bare

    def test_flags_of_the_plan_are_there_from_the_start_and_on_another_road(
        self, running, milepost
    ):
        plan = running.journeying.workspace.use_cases.plan
        plan.add(["skill:git-basics"])
        running.quit()
        again = milepost(running.folder)
        assert "1 on my plan" in again.journey.marker(1).accessibleDescription()
        again.choose_roadmap("Backend developer, the craft")
        again.choose_roadmap("Backend developer, the career journey")
        assert "1 on my plan" in again.journey.marker(1).accessibleDescription()

    def test_a_part_plans_its_whole_and_a_stage_nothing(self, running):
        running.press("Ctrl+2")
        tree = running.journeying.page.tree
        tree.setFocus()
        tree.setCurrentIndex(tree.tree.index(0, 0))
        running.press("Ctrl+Shift+Y")
        assert running.toast == "Choose a skill or project first"
        tree.setCurrentIndex(tree.tree.place_of("skill:git-basics"))
        tree.expand(tree.currentIndex())
        tree.setCurrentIndex(tree.tree.index(0, 0, tree.currentIndex()))
        running.press("Ctrl+Shift+Y")
        assert set(running.journeying.current.plan) == {"skill:git-basics"}

    def test_another_program_may_change_it(self, running):
        assert not running.journeying.current.plan
        workspace = running.journeying.workspace
        workspace.use_cases.plan.add(["skill:docker"])
        assert set(running.journeying.current.plan) == {"skill:docker"}


class TestTarget:
    def test_is_stored_field_by_field_and_undone(self, ladder):
        card = ladder.overview.target
        card.level.setCurrentIndex(2)
        card.level.activated.emit(2)
        card.pay.setFocus()
        ladder.running.write("€55K")
        ladder.running.press("Return")
        reader = ladder.running.journeying.current.reader
        assert read_target(reader).level == "mid"
        assert read_target(reader).pay == "€55K"
        assert "$80K–$130K a year" in card.said.text()
        assert "Range of the whole career" in card.said.text()
        assert ladder.step(2).place.text() == "YOUR TARGET"
        ladder.running.press("Ctrl+Z")
        assert card.pay.text() == ""
        assert TARGET_PAY not in reader.all_values(TARGET_LEVEL)

    def test_a_day_that_is_none_is_refused_and_nothing_lost(self, ladder):
        card = ladder.overview.target
        card.day.line.setFocus()
        ladder.running.write("someday")
        ladder.running.press("Return")
        assert "someday" in ladder.running.message
        assert read_target(ladder.running.journeying.current.reader).day is None

    def test_what_is_typed_is_stored_when_the_page_is_left(self, ladder):
        card = ladder.overview.target
        card.place.setFocus()
        ladder.running.write("Berlin")
        assert not ladder.running.journeying.is_saved
        ladder.running.journeying.career.show_section("profile")
        assert ladder.running.journeying.is_saved
        place = read_target(ladder.running.journeying.current.reader).place
        assert place == "Berlin"


def _open_menu(row):
    row.setFocus()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(row, event)


def test_a_menu_offers_states_plan_and_road(ladder):
    _open_menu(ladder.rows(ladder.step(1))["Git"])
    texts = [a.text() for a in ladder.menu.actions() if not a.isSeparator()]
    assert texts[-2:] == ["Put it on my plan", "Show it on the road"]
    ladder.choose("Put it on my plan")
    assert set(ladder.running.journeying.current.plan) == {"skill:git-basics"}


def test_a_menu_plans_nothing_that_is_done(ladder):
    ladder.running.set_state("skill:git-basics", State.DONE)
    _open_menu(ladder.rows(ladder.step(1))["Git"])
    actions = {action.text(): action for action in ladder.menu.actions()}
    assert not actions["Put it on my plan"].isEnabled()
    assert actions["Show it on the road"].isEnabled()
    ladder.menu.close()


def test_another_road_is_counted_anew(ladder):
    ladder.running.set_state("skill:git-basics", State.DONE)
    ladder.open("role:devops-engineer")
    ladder.running.window.header.roadmap_chosen.emit("backend-craft")
    assert ladder.detail.subject == "role:devops-engineer"
    assert ladder.percents[0] == "7% ready"


def test_on_a_road_of_ones_own_nothing_is_lost(ladder, mine):
    workspace = ladder.running.journeying.workspace
    workspace.add_file(mine)
    ladder.running.journeying.commands.choose_roadmap("mine")
    page = ladder.open("role:devops-engineer")
    assert "0 of 20 on your road, 20 not on it" in page.head.remark.text()
    ladder.tick(ladder.rows(page.asked)["CI/CD pipelines"])
    assert ladder.running.stored_state("skill:ci-cd") == "done"
    assert page.walk.isHidden(), "this road has no such lane"
    ladder.running.journeying.commands.choose_lane("specialisation", "devops")
    assert "THE LANE YOU WALK" not in ladder.detail.head.over.text()


def test_every_page_and_question_of_the_guide_is_found_and_read(running):
    running.journeying.open_page()
    guide = running.window.pages.currentWidget()
    heads = running.journeying.current.reader.references()
    questions = [head for head in heads if head.slug.startswith("faq-")]
    assert len(questions) == 12
    for head in heads:
        assert guide.open(head.subject), head.subject
    for head in questions:
        guide.search.setText(head.title)
        found = guide._library.find(head.title)
        assert head.subject in [each.subject for each in found]


def test_the_guide_of_a_stage_leads_to_its_questions(running):
    running.press("Alt+3")
    text = running.journeying.page.panel.guide.toHtml()
    assert "guide:faq-which-language" in text


def test_it_reads_only_when_it_is_shown(ladder):
    ladder.running.show_journey()
    view = ladder.section.view
    ladder.running.set_state("skill:git-basics", State.DONE)
    assert ladder.section._stale
    assert ladder.section.view is not view
    ladder.running.press("Ctrl+Shift+C")
    assert ladder.percents[0] == "7% ready"


def _links(page):
    return [each for each in page.findChildren(TextLink) if each.property("address")]


def test_tab_reaches_every_step(ladder):
    reached = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        for number, card in enumerate(ladder.overview.steps.cards):
            if focus is not None and card.isAncestorOf(focus):
                reached.add(number)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == {0, 1, 2, 3}


class TestNewestAdvert:
    @pytest.fixture
    def kept(self, ladder):
        """Return the card of somebody who kept two adverts, and has one skill."""
        postings = ladder.running.journeying.workspace.use_cases.postings
        ladder.running.set_state("skill:python", State.DONE)
        ladder.running.set_state("skill:docker", State.LEARNING)
        postings.add("Gardener\n\nYou must know Kafka.")
        postings.add("Backend Developer\n\nYou must know Python, Docker and Terraform.")
        card = ladder.overview.fit
        ladder.running.qtbot.waitUntil(lambda: bool(card.score.text()))
        return card

    def test_without_one_the_card_invites(self, ladder):
        card = ladder.overview.fit
        assert card.about.text().startswith("Paste a job advert")
        assert not card.advert.isVisible()
        assert not card.plan.isVisible()

    def test_its_score_and_its_gaps_are_told(self, ladder, kept):
        assert kept.advert.text() == "Backend Developer"
        assert kept.score.text() == "36% fit"  # (0.8 + 0.3 + 0) of 3
        names = [row.names.text() for row in kept.rows_of]
        assert names == ["Python", "Docker images and containers", "Terraform"]

    def test_its_gaps_go_on_the_plan(self, ladder, kept):
        kept.plan.setFocus()
        ladder.running.press("Space")
        assert ladder.plan == ["Terraform"]
        assert not kept.plan.isVisible()
        assert kept.isAncestorOf(QApplication.focusWidget())
        ladder.running.press("Ctrl+Z")
        ladder.settle()
        assert kept.plan.text() == "Add 1 gap to my plan"

    def test_a_check_off_counts_and_what_is_taught_is_read(self, ladder, kept):
        ladder.running.set_state("skill:terraform", State.DONE)
        ladder.settle()
        assert kept.score.text() == "63% fit"
        teaching = ladder.running.journeying.workspace.use_cases.teaching
        teaching.refuse("Docker", "docker")
        ladder.running.qtbot.waitUntil(lambda: kept.score.text() == "80% fit")

    def test_it_leads_to_the_advert(self, ladder, kept):
        click(kept.advert)
        section = ladder.running.journeying.career.section("postings")
        assert section.isVisible()
        assert section.detail.posting.title == "Backend Developer"

    def test_when_it_is_removed_the_one_before_is_shown(self, ladder, kept):
        ladder.running.press("Ctrl+Z")
        assert kept.advert.text() == "Gardener"
        ladder.running.press("Ctrl+Z")
        assert not kept.advert.isVisible()
