"""Job fit in the window: adverts come in, are read, scored, corrected and planned."""

from __future__ import annotations

import re
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from tests.pages.keys import click
from tests.pages.postings import ADVERT, JobFit
from tests.pages.window import entering
from tracker.domain.edit import State
from tracker.interchange import posting_files
from tracker.interchange.posting_files import read_posting_file
from tracker.services.plan import on_plan
from tracker.services.postings import LONGEST_TEXT
from tracker.ui.career.postings.paste_dialog import PasteDialog
from tracker.ui.career.postings.taught_dialog import TaughtDialog
from tracker.ui.navigation import CAREER, JOURNEY
from tracker.ui.widgets.text_link import TextLink


class TestComingIn:
    def test_an_empty_section_says_what_to_do_and_takes_a_text(self, fit):
        assert fit.invitation.isVisible()
        assert fit.invitation.text.hasFocus()
        assert not fit.invitation.give.isEnabled()
        fit.copy(ADVERT)
        fit.running.press("Ctrl+V")  # into the field
        click(fit.invitation.give)
        fit.settle()
        assert fit.titles == ["Backend developer for a library"]
        assert fit.score == "0% fit"
        assert fit.running.toast == "Advert “Backend developer for a library” kept"

    def test_ctrl_v_keeps_what_is_on_the_clipboard(self, one):
        assert one.titles == ["Backend developer for a library"]
        one.paste("Second\n\nGit is a must.")
        assert sorted(one.titles) == ["Backend developer for a library", "Second"]
        assert one.detail.head.title.text() == "Second"

    def test_a_piece_of_a_web_page_is_read_as_one_and_nothing_of_it_runs(self, fit):
        page = (
            "<h2>Web developer</h2><script>Kubernetes</script>"
            "<ul><li>You know <b>Docker</b></li></ul><img src='http://example.org/x'>"
        )
        fit.paste("ignored", page)
        assert fit.titles == ["Web developer"]
        assert "Kubernetes" not in fit.detail.text.toPlainText()
        assert "- You know Docker" in fit.detail.text.toPlainText()

    def test_of_a_picture_with_words_beside_it_the_words_are_kept(self, fit):
        fit.paste("A job\n\nYou must know Docker", html="<img src='x.png' alt=x>")
        assert fit.titles == ["A job"]

    def test_an_empty_clipboard_says_so(self, fit):
        QApplication.clipboard().clear()
        fit.invitation.files.setFocus()
        fit.running.press("Ctrl+V")
        assert "holds no text" in fit.running.toast
        assert fit.running.edits() == 0

    def test_the_same_text_is_kept_once_and_shown(self, one):
        one.paste("Another\n\nLinux")
        before = one.running.edits()
        one.paste(f"\n {ADVERT}  ")
        assert one.running.edits() == before
        assert one.running.toast == "This advert is kept already; here it is"
        assert one.detail.head.title.text() == "Backend developer for a library"

    def test_the_dialog_keeps_what_is_typed_until_there_is_a_text(self, one):
        click(one.list.paste)
        dialog = one.running.window.findChild(PasteDialog)
        one.running.qtbot.waitUntil(dialog.text.hasFocus)
        click(dialog.keep)
        assert dialog.said.text() == "Paste the text of the advert first."
        one.running.write("Only Git")
        dialog.title.setText("Short one")
        click(dialog.keep)
        one.settle()
        assert one.detail.head.title.text() == "Short one"

    def test_dropped_files_are_kept_in_one_action_and_bad_ones_told(
        self, fit, tmp_path
    ):
        good, other, bad = (tmp_path / n for n in ("a.txt", "b.html", "c.pdf"))
        good.write_text("First\n\nPython is a must", "utf-8")
        other.write_text("<h1>Second</h1><p>Docker</p>", "utf-8")
        bad.write_bytes(b"%PDF-1.4 nothing")
        assert fit.running.drop(good, bad, other)
        fit.settle()
        assert sorted(fit.titles) == ["First", "Second"]
        assert "c.pdf" in fit.running.message
        assert fit.running.edits() == 1
        fit.running.press("Ctrl+Z")
        assert fit.titles == []
        assert fit.invitation.isVisible()

    def test_whatever_one_file_breaks_the_others_are_kept(
        self, fit, tmp_path, monkeypatch
    ):
        def read(path):
            if path.name == "bad.txt":
                raise RuntimeError
            return read_posting_file(path)

        monkeypatch.setattr(posting_files, "read_posting_file", read)
        bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
        for path in (bad, good):
            path.write_text("First\n\nPython is a must", "utf-8")
        fit.running.drop(bad, good)
        fit.settle()
        assert fit.titles == ["First"]
        assert "“bad.txt” was not kept" in fit.running.message

    def test_a_file_dropped_on_another_section_of_the_page_leads_here(
        self, running, tmp_path
    ):
        running.run("career")
        path = tmp_path / "a.txt"
        path.write_text("First\n\nPython is a must", "utf-8")
        running.drop(path)
        fit = JobFit(running)
        fit.settle()
        assert fit.titles == ["First"]

    @pytest.mark.parametrize("where", ["journey", "settings"])
    def test_a_page_dropped_anywhere_is_no_roadmap_but_an_advert(
        self, running, tmp_path, where
    ):
        if where == "settings":
            running.show_settings()
        path = tmp_path / "a.html"
        path.write_text("<h1>First</h1><p>Python is a must", "utf-8")
        running.drop(path)
        fit = JobFit(running)
        fit.settle()
        assert fit.titles == ["First"]
        assert running.problems is None

    def test_a_roadmap_dropped_here_is_still_a_roadmap(self, fit, mine):
        fit.running.drop(mine)
        fit.settle()
        assert fit.running.message.startswith("Added “My own road”")
        assert fit.titles == []

    def test_a_file_dropped_or_pasted_into_the_field_is_read_and_not_written_out(
        self, fit, tmp_path
    ):
        for name in ("a", "b"):
            (tmp_path / f"{name}.txt").write_text(f"Advert {name}\n\nLinux", "utf-8")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
        viewport = fit.invitation.text.viewport()
        drop = QDropEvent(
            QPointF(20, 20),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, entering(data))
        QApplication.sendEvent(viewport, drop)
        fit.settle()
        assert fit.titles == ["Advert a"]
        click(fit.list.paste)
        dialog = fit.running.window.findChild(PasteDialog)
        fit.running.qtbot.waitUntil(dialog.text.hasFocus)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "b.txt"))])
        QApplication.clipboard().setMimeData(data)
        fit.running.press("Ctrl+V")
        fit.settle()
        assert sorted(fit.titles) == ["Advert a", "Advert b"]

    def test_one_endless_line_goes_straight_to_the_adverts(self, fit):
        fit.copy("Docker " * 10_000)
        fit.running.press("Ctrl+V")  # into the field
        fit.settle()
        assert len(fit.titles) == 1
        assert fit.terms[0].startswith("Docker")

    def test_several_files_are_chosen(self, fit, tmp_path, monkeypatch):
        names = []
        for number in range(3):
            path = tmp_path / f"{number}.txt"
            path.write_text(f"Advert {number}\n\nLinux", "utf-8")
            names.append(str(path))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        click(fit.invitation.files)
        fit.settle()
        assert sorted(fit.titles) == ["Advert 0", "Advert 1", "Advert 2"]
        assert fit.running.edits() == 1

    def test_files_that_are_all_bad_keep_nothing(self, fit, tmp_path):
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text("", "utf-8")
        fit.running.drop(tmp_path / "a.txt", tmp_path / "b.txt")
        fit.settle()
        assert fit.running.message.startswith("None of the 2 files could be read")
        assert fit.running.edits() == 0

    def test_reading_can_be_cancelled_and_then_nothing_is_kept(
        self, fit, tmp_path, monkeypatch
    ):
        go_on = Event()
        monkeypatch.setattr(
            "tracker.interchange.posting_files.read_posting_file",
            lambda _path: go_on.wait(20) and [],
        )
        monkeypatch.setattr("tracker.ui.career.postings.busy.PATIENCE", 0)
        fit.running.drop(tmp_path / "a.txt", tmp_path / "b.txt")
        fit.running.qtbot.waitUntil(fit.section.busy.isVisible)
        click(fit.section.busy.cancel)
        go_on.set()
        fit.settle()
        assert not fit.section.busy.isVisible()
        assert fit.running.edits() == 0
        assert fit.running.message == ""

    def test_too_long_a_text_is_cut_and_says_so(self, fit):
        fit.paste("Long one\n\nPython. " + "word " * (LONGEST_TEXT // 5))
        assert "Only the first 200,000 characters were kept" in fit.remarks
        assert fit.score == "0% fit"

    def test_marks_of_direction_and_emoji_move_no_mark(self, fit):
        fit.paste("🚀 Rocket \u202e developer 👩‍💻\n\nYou know Docker 🐳 and Python")
        hits = {h.words: h for line in fit.detail.terms.terms._lines for h in line.hits}
        marks = fit.detail.text.extraSelections()
        assert sorted(m.cursor.selectedText() for m in marks) == sorted(hits)
        assert "Docker" in hits

    def test_all_names_in_sight_are_marked_wherever_one_scrolls(self, fit):
        fit.paste("Long\n\n" + "Redis, Docker, Kafka and Python\n\n" * 300)
        text = fit.detail.text
        for part in (0, 0.5, 1):
            bar = text.verticalScrollBar()
            bar.setValue(round(bar.maximum() * part))
            first = text.firstVisibleBlock().position()
            last = text.cursorForPosition(text.viewport().rect().bottomRight())
            seen = text.toPlainText()[first : last.position()]
            marks = {m.cursor.selectionStart() for m in text.extraSelections()}
            names = ("Redis", "Docker", "Kafka", "Python")
            wanted = {
                first + found.start()
                for name in names
                for found in re.finditer(name, seen)
            }
            assert wanted
            assert wanted <= marks
            assert len(marks) < 600


class TestScore:
    def test_the_sum_is_printed_and_every_term_is_in_it(self, one):
        formula = one.detail.formula.text()
        # No line of it ends within a term.
        assert formula == "0% = (3~×~0 + 3~×~0 + 3~×~0 + 1~×~0)~÷~10".replace(
            "~", "\N{NO-BREAK SPACE}"
        )
        assert one.terms[0].startswith("Python or Java, Missing · must, 3 × 0 = 0")
        assert one.terms[-1].startswith("PHP, not counted")

    def test_a_check_off_moves_score_list_and_rows(self, one):
        running = one.running
        running.set_state("skill:python", State.DONE)
        one.settle()
        assert one.score != "0% fit"
        assert one.fits == [one.score]
        assert one.skills(0) == ["Python or Java"]
        running.set_state("skill:docker", State.LEARNING)
        running.press("Ctrl+Z")
        running.press("Ctrl+Z")
        one.settle()
        assert one.score == "0% fit"
        assert one.skills(0) == []

    def test_a_check_off_made_elsewhere_counts_when_the_section_is_shown(self, one):
        one.running.show_journey()
        one.running.set_state("skill:python", State.DONE)
        fit = JobFit(one.running)
        fit.settle()
        assert fit.fits == [fit.score]
        assert fit.score != "0% fit"

    def test_a_check_off_sets_and_marks_no_text_again(self, one, monkeypatch):
        """An advert may have thousands of hits."""
        text = one.detail.text
        marked = text._hits
        monkeypatch.setattr(text, "setPlainText", None)  # would fail if called
        one.running.journeying.commands.set_state("skill:kubernetes", State.DONE)
        one.settle()
        assert one.score != "0% fit"
        assert text._hits is marked

    def test_no_known_skill_is_said_and_has_no_score(self, fit):
        fit.paste("Gardener\n\nYou love plants and the open air.")
        assert "No skill of the catalogue is named" in fit.remarks
        assert fit.score == ""
        assert fit.fits == ["–"]

    def test_another_language_is_said(self, fit):
        fit.paste(
            "Développeur\n\nNous recherchons une personne qui aime travailler avec "
            "notre équipe dans le domaine de la banque. Vous avez une bonne "
            "connaissance de Python et vous savez écrire des tests pour le code."
        )
        assert "French" in fit.remarks

    def test_years_are_told_and_not_counted(self, fit):
        fit.paste("Developer\n\n- 5+ years of Python\n- Docker")
        assert fit.detail.years.text() == (
            "Experience that it names, not counted: 5 years of Python"
        )

    def test_the_list_is_sorted_by_fit_and_by_day_and_searched(self, one):
        one.paste("Second\n\nGit is a must.")
        one.running.set_state("skill:git-basics", State.DONE)
        one.settle()
        assert one.titles[0] == "Second"
        click(one.list.orders._group.button(1))
        assert one.titles[0] == "Second"
        one.list.search.setText("kubernetes library")
        assert one.titles == ["Backend developer for a library"]
        one.list.search.setText("zzz")
        assert one.titles == []
        assert one.list._hint.isVisible()

    def test_two_hundred_thousand_letters_of_one_word_are_read(self, fit):
        fit.paste("x" * (LONGEST_TEXT + 10))
        assert "No skill" in fit.remarks


class TestActing:
    def test_gaps_go_on_the_plan_and_are_shown_on_the_road(self, one):
        running = one.running
        assert one.detail.plan.text() == "Add 4 gaps to my plan"
        one.click_plan()
        planned = on_plan(running.journeying.current.reader)
        assert len(planned) == 4
        assert "put on the plan" in running.toast
        running.qtbot.waitUntil(one.detail.plan.isHidden)
        click(one.detail.on_road)
        assert running.window.pages.currentWidget() is running.journeying.page
        running.press("Ctrl+Z")
        assert on_plan(running.journeying.current.reader) == {}

    def test_a_name_leads_to_the_road(self, one):
        link = one.detail.skills.rows[2][1].findChildren(TextLink)[1]
        click(link)
        shown = one.running.window.pages.currentWidget()
        assert shown is not one.running.journeying.career

    def test_delete_removes_and_undo_brings_back(self, one):
        one.list.focus_lines()
        one.running.press("Delete")
        assert one.titles == []
        assert one.invitation.isVisible()
        one.running.press("Ctrl+Z")
        one.settle()
        assert one.titles == ["Backend developer for a library"]
        assert one.score == "0% fit"

    def test_what_is_said_of_it_is_put_right_in_place(self, one):
        head = one.detail.head
        head.fields["company"].setFocus()
        one.running.write("A library")
        one.running.press("Tab")
        assert "A library" in one.list.model.row(0).detail
        head.title.setFocus()
        head.title.selectAll()
        one.running.press("Delete")
        one.running.press("Return")
        assert "cannot be empty" in one.running.message
        assert head.title.text() == "Backend developer for a library"

    def test_from_list_to_terms_to_text_and_back_by_keys(self, one):
        one.list.focus_lines()
        one.running.press("Return")
        assert one.detail.terms.hasFocus()
        one.running.press("Down")
        assert one.detail.hits.sentence.text() == "PostgreSQL"
        one.running.press("Escape")
        assert one.list.lines.hasFocus()

    def test_where_nothing_can_be_written_all_can_be_read(self, one):
        one.section.make_read_only()
        one.stand_on("docker")
        assert one.detail.hits.sentence.text() == "Docker"
        one.select("library")
        for each in (
            one.list.paste,
            one.detail.plan,
            one.detail.hits.wrong,
            one.detail.meaning,
        ):
            assert not each.isEnabled()
        before = one.running.edits()
        one.paste("Second\n\nGit")
        assert one.running.edits() == before

    def test_remove_leaves_the_keyboard_with_the_list(self, one):
        one.paste("Second\n\nGit is a must.")
        click(one.detail.remove)
        assert one.titles == ["Backend developer for a library"]
        assert one.list.lines.hasFocus()


class TestPuttingRight:
    def test_a_word_that_means_something_else_is_refused_for_ever(self, one):
        one.stand_on("docker")
        words = one.detail.hits.hit.words
        click(one.detail.hits.wrong)
        one.settle()
        assert one.taught == [(words, "docker", False)]
        assert not any(t.startswith("Docker") for t in one.terms)
        one.paste("Another\n\nPython and Docker")
        assert not any(t.startswith("Docker") for t in one.terms)
        one.running.press("Ctrl+Z")
        one.running.press("Ctrl+Z")
        one.settle()
        assert any(t.startswith("Docker") for t in one.terms)

    def test_selected_words_become_a_skill_everywhere(self, one):
        one.select("library")
        click(one.detail.meaning)
        assert one.running.palette is not None
        one.running.write("Redis")
        one.running.press("Return")
        one.settle()
        assert [t[0] for t in one.taught] == ["library"]
        assert any(t.startswith("Redis") for t in one.terms)

    def test_nothing_is_taught_by_enter_before_a_skill_is_chosen(self, one):
        one.select("library")
        click(one.detail.meaning)
        one.running.press("Return")
        assert one.taught == []
        assert one.running.palette is not None
        one.running.press("Down")
        one.running.press("Return")
        assert [t[0] for t in one.taught] == ["library"]

    def test_a_hit_can_mean_another_skill(self, one):
        one.stand_on("docker")
        click(one.detail.hits.another)
        one.running.write("Redis")
        one.running.press("Return")
        one.settle()
        assert sorted(t[2] for t in one.taught) == [False, True]
        assert any(t.startswith("Redis") for t in one.terms)
        assert not any(t.startswith("Docker") for t in one.terms)

    def test_how_much_it_asks_is_put_right_for_this_advert_alone(self, one):
        one.stand_on("docker")
        need = one.detail.hits.need
        need.setFocus()
        for _ in range(3):
            one.running.press("Down")
        need.activated.emit(need.findData("not"))
        one.settle()
        assert any("Docker" in t and "not counted" in t for t in one.terms)
        need.activated.emit(need.findData("must"))
        one.settle()
        assert any("Docker" in t and "must, as you said" in t for t in one.terms)
        need.activated.emit(need.findData(""))
        one.settle()
        assert not any("as you said" in t for t in one.terms)
        one.running.press("Ctrl+Z")
        one.running.press("Ctrl+Z")
        one.running.press("Ctrl+Z")
        one.settle()
        assert not any("Docker" in t and "not counted" in t for t in one.terms)

    def test_what_the_learner_takes_off_says_whose_word_that_is(self, one):
        one.stand_on("docker")
        need = one.detail.hits.need
        need.activated.emit(need.findData("not"))
        one.settle()
        assert any("Docker" in t and "as you said" in t for t in one.terms)
        one.stand_on("docker")
        assert one.detail.hits.why.text() == (
            "Not counted: not asked for, as you said."
        )

    def test_the_toast_covers_no_button_of_the_card_of_hits(self, one):
        window = one.running.window
        window.resize(1280, 860)
        one.stand_on("docker")
        click(one.detail.hits.wrong)
        one.settle()
        one.stand_on("python")
        bar = one.detail._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        toast = window.toast
        assert toast.isVisible()
        covered = QRect(toast.mapToGlobal(QPoint()), toast.size())
        another = one.detail.hits.another
        assert not covered.intersects(
            QRect(another.mapToGlobal(QPoint()), another.size())
        )

    def test_a_title_without_room_ends_in_dots_and_is_whole_to_the_mouse(self, one):
        title = one.detail.head.title
        title.setFocus()
        title.setText("Backend developer for a library " * 6)
        one.detail.setFocus()
        one.list.focus_lines()
        assert title.shown.endswith("…")
        assert title.shown[:7] == "Backend"
        assert "library Backend" in title.toolTip()

    def test_what_was_taught_is_listed_and_forgotten(self, one):
        teaching = one.running.journeying.workspace.use_cases.teaching
        teaching.teach("library", "redis")
        one.settle()
        assert one.list.taught.isVisible()
        click(one.list.taught)
        dialog = one.running.window.findChild(TaughtDialog)
        assert [dialog.names.item(n).text() for n in range(dialog.names.count())] == [
            "“library” means Redis"
        ]
        click(dialog.forget)
        assert one.taught == []
        assert dialog._empty.isVisible()
        dialog.accept()


class TestElsewhere:
    def test_the_palette_leads_to_an_advert(self, one):
        one.running.show_journey()
        one.running.press("Ctrl+K")
        one.running.write("developer for a library")
        one.running.press("Return")
        assert one.running.journeying._shown == CAREER
        assert one.detail.terms.hasFocus()

    def test_the_journal_finds_its_words_and_leads_to_it(self, one):
        one.running.run("journal")
        journal = one.running.window.pages.currentWidget()
        journal.search.setText("kubernetes")
        journal.lines.setFocus()
        one.running.press("Return")
        assert one.running.journeying._shown == CAREER

    def test_a_skill_of_ones_own_roadmap_is_found(self, one, mine):
        one.running.drop(mine)
        one.running.wait_for_tasks()
        one.paste("Smith\n\nYou can carve wood and forge iron.")
        titles = [term.partition(",")[0] for term in one.terms]
        assert sorted(titles) == ["Carve wood", "Forge iron"]
        assert one.running.journeying._shown != JOURNEY

    def test_with_its_roadmap_a_skill_is_gone_from_adverts(self, one, mine):
        one.running.drop(mine)
        one.running.wait_for_tasks()
        one.paste("Smith\n\nYou can forge iron, and weld.")
        cases = one.running.journeying.workspace.use_cases
        cases.teaching.teach("weld", "carve")
        one.settle()
        assert len(one.terms) == 2
        one.running.journeying.commands.remove_roadmap("mine")
        one.settle()
        one.running.qtbot.waitUntil(lambda: len(one.terms) == 1)
        assert one.terms[0].startswith("carve")  # taught, and called by its slug
        assert one.skills(2) == ["carve"]

    def test_a_click_shows_an_advert_and_leaves_the_keyboard_in_the_list(self, one):
        one.paste("Second\n\nGit is a must.")
        index = one.list.model.index(one.titles.index("Second"), 0)
        click(one.list.lines.viewport(), QRectF(one.list.lines.visualRect(index)))
        assert one.list.lines.hasFocus()
        one.running.press("Up")
        one.running.press("Up")
        assert one.detail.head.title.text() == one.titles[0]

    def test_the_menu_key_offers_what_the_card_offers(self, one):
        one.running.press("Return")
        one.stand_on("docker")
        one.detail.terms.setFocus()
        reason = QContextMenuEvent.Reason.Keyboard
        key = QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(one.detail.terms, key)
        (menu,) = one.detail.terms.findChildren(QMenu)
        texts = [action.text() for action in menu.actions() if action.text()]
        assert texts == [
            "Show on the road",
            *("asked", "nice", "not asked for"),
            "Does not mean Docker images and containers",
            "It means another skill…",
        ]
        nice = next(a for a in menu.actions() if a.text() == "nice")
        nice.trigger()
        menu.close()
        one.settle()
        assert any(t.startswith("Docker") and "nice" in t for t in one.terms)

    def test_the_advert_goes_below_its_terms_when_the_text_grows(self, one):
        terms, text = one.detail.terms, one.detail.text
        one.running.window.resize(1440, 900)
        one.settle()
        beside = text.mapTo(one.detail, QPoint(0, 0)).x()
        assert beside > terms.mapTo(one.detail, terms.rect().topRight()).x()
        one.running.session.preferences.text_size = 175
        one.running.session.apply_look()
        one.settle()
        below = text.mapTo(one.detail, QPoint(0, 0)).y()
        assert below > terms.mapTo(one.detail, terms.rect().bottomLeft()).y()
