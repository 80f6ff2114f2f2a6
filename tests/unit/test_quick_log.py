"""One line in the quick log: what is understood of it, and that nothing is lost."""

from __future__ import annotations

import time
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.quick_log import ChipKind, TagNames, parse
from tracker.domain.typos import one_typo

TODAY = date(2026, 11, 25)  # a Wednesday
YESTERDAY = date(2026, 11, 24)
NAMES = TagNames(
    {
        "testing": "skill:unit-tests",
        "c++": "skill:cpp",
        "c#": "skill:c-sharp",
        "node.js": "skill:node",
        "sql-joins": "skill:sql-joins",
        "sql-indexes": "skill:sql-indexes",
        "اختبار": "skill:unit-tests",
        "größe": "skill:size",
    },
    {"todo-api": "project:to-do-api", "shop": "project:shop"},
)


def each(table):
    return [(key, typed) for key, many in table.items() for typed in many.split("|")]


def read(line, today=TODAY):
    return parse(line, today, NAMES)


def chips(line, today=TODAY):
    return [(c.kind, c.text, c.meaning) for c in read(line, today).chips]


def unknown(line):
    found = read(line).chips
    return [(c.text, c.reason) for c in found if c.kind is ChipKind.UNKNOWN]


def test_a_whole_line_is_understood():
    line = read("1h30 wrote the login tests #testing @todo-api yesterday")
    assert line.minutes == 90
    assert line.day == YESTERDAY
    assert line.text == "wrote the login tests"
    assert line.links == ("skill:unit-tests", "project:to-do-api")


def test_chips_show_each_piece_where_it_was_typed():
    assert chips("yesterday @todo-api 1h 30m tests #testing") == [
        ("day", "yesterday", "2026-11-24"),
        ("project", "@todo-api", "project:to-do-api"),
        ("time", "1h 30m", "90"),
        ("skill", "#testing", "skill:unit-tests"),
    ]


@pytest.mark.parametrize("line", ["", " ", "\t\n", "\x00\x07", "\u200b\u2029"])
def test_an_empty_line_says_nothing(line):
    said = read(line)
    assert (said.minutes, said.day, said.text) == (0, TODAY, "")
    assert said.links == said.chips == ()


DURATIONS = {
    90: "1h30|1h30m|1h30min|1h 30m|1 h 30 min|1 hour and 30 minutes|1:30h|1:30 hours"
    "|90m|90 min|90 min.|1.5h|1,5 h|1½h|1H30|an hour and a half|one and a half hours"
    "|+1h30|(1h30)|for 1h30|１ｈ３０|٩٠ min|1h\u200f30",
    120: "~2h|2 hours|two hours|2 HRS|in 2 hours",
    30: "½ hour|.5h|half an hour",
    45: "45 minutes|45min,|forty-five minutes",
    150: "2 hours and a half|2½ hours",
    60: "an hour",
    1440: "24h",
    0: "0h",
}


@pytest.mark.parametrize(("minutes", "typed"), each(DURATIONS))
def test_a_duration_has_a_unit_and_may_stand_anywhere(minutes, typed):
    for line in (typed, f"{typed} tests", f"tests {typed}", f"wrote {typed} tests"):
        assert read(line).minutes == minutes, line


NO_DURATIONS = (
    "fixed 3 bugs|8:30|at 14:30|met at 14h30|from 14h to 16h|2 hours ago|2h later|h|h30"
    "|imported 5M rows|5 M rows|sorted 1,000 m|-1h|1h-2h|1h90|python -m pytest|30 s"
    "|office hours|1h30-ish"
)


@pytest.mark.parametrize("line", [*NO_DURATIONS.split("|"), "9" * 200 + "h"])
def test_other_numbers_are_text(line):
    assert read(line).minutes == 0
    assert read(line).text == line


def test_several_durations_are_added_up():
    line = read("1h reading, 30m exercises and 15 min notes")
    assert line.minutes == 105
    assert line.text == "reading, exercises and notes"


@pytest.mark.parametrize("typed", ["25h", "1441 min", "24:01h", "999999 hours"])
def test_more_than_a_day_is_refused_and_stays(typed):
    line = read(f"{typed} of code")
    assert (line.minutes, line.text) == (0, f"{typed} of code")
    assert unknown(f"{typed} of code") == [(typed, "more than a day")]


def test_the_duration_that_makes_it_more_than_a_day_is_refused():
    line = read("20h code, 5h tests, 2h docs")
    assert (line.minutes, line.text) == (22 * 60, "code, 5h tests, docs")
    assert unknown("20h code, 5h tests, 2h docs") == [("5h", "more than a day")]


@pytest.mark.parametrize(
    ("line", "minutes", "text"),
    [
        ("1h 30m", 90, ""),
        ("1h30 45m read", 135, "read"),
        ("1h+30m read", 90, "read"),
        ("1h tests + 30 min review", 90, "tests + review"),
        ("1h tests, then 30 min review", 90, "tests, then review"),
        ("tests 1h, review 30 min", 90, "tests, review"),
        ("read 2h of 3h video", 120, "read of 3h video"),
        ("2 hours late, 1h work", 60, "2 hours late, work"),
        ("learned about 24h clocks 1h", 60, "learned about 24h clocks"),
        ("a 2h course, 30m of it", 30, "a 2h course, of it"),
        ("1h watched 30m video", 60, "watched 30m video"),
        ("1h instead of 2h", 60, "instead of 2h"),
        ("1h tests 30m", 60, "tests 30m"),
    ],
)
def test_only_what_tells_how_long_a_part_took_is_added_up(line, minutes, text):
    assert (read(line).minutes, read(line).text) == (minutes, text)


def test_a_duration_that_does_not_count_says_so():
    why = "a second time, not counted"
    assert unknown("read 2h of 3h video") == [("3h", why)]
    assert unknown("learned about 24h clocks 1h") == [("24h", why)]


SPANS = {
    90: "9:00-10:30|14:00–15:30|from 9:00 to 10:30|9:00 - 10:30|23:00-0:30|9-10:30am"
    "|between 9:00 and 10:30|11:30am-1pm|11:30-1pm",
    120: "9am-11am|9am to 11am|from 11am until 1pm",
    720: "12am-12pm",
}


@pytest.mark.parametrize(("minutes", "typed"), each(SPANS))
def test_a_span_is_its_length(minutes, typed):
    for line in (f"{typed} pairing", f"pairing {typed}"):
        assert (read(line).minutes, read(line).text) == (minutes, "pairing"), line


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("1:30 pair", 90), ("pair, 0:45", 45), ("1:30", 90), ("yesterday 2:00 read", 120)],
)
def test_few_hours_and_minutes_at_an_edge_are_a_duration(line, minutes):
    assert read(line).minutes == minutes


@pytest.mark.parametrize(
    "line",
    ["8:30 pair", "00:30 x", "met 1:30 pm", "at 1:30", "saw 1:30 of it", "9-11 x"],
)
def test_what_may_be_a_time_of_day_is_no_duration(line):
    assert (read(line).minutes, read(line).text) == (0, line)


def test_a_time_of_day_says_how_to_write_a_duration():
    assert unknown("8:30 pair") == [("8:30", "a time of day? 1h30 says how long")]
    assert (read("1:30 standup, 15m").minutes, unknown("9:00 plan 1h")[0][0]) == (
        15,
        "9:00",
    )


PAST_DAYS = {
    TODAY: "today|wednesday",
    YESTERDAY: "2026/11/24|24/11/2026|11/24/2026|24-11-2026|1d ago|yesterday evening"
    "|Yesterday|yesteday|tuesday|2026-11-24|on 2026-11-24"
    "|24.11.2026|24.11.|24 Nov|24 nov.|Nov 24|24th of November|on the 24th of November",
    date(2026, 11, 23): "the day before yesterday|last monday|on monday|on mon"
    "|2 days ago|two days ago",
    date(2026, 11, 22): "last sun",
    date(2026, 11, 19): "Thursday",
    date(2026, 11, 18): "a week ago|1w ago|1 w ago",
    date(2026, 5, 24): "on May 24",
    date(2025, 11, 26): "26.11.|26 Nov",
    date(2025, 11, 24): "November 24th, 2025",
}


@pytest.mark.parametrize(("day", "typed"), each(PAST_DAYS))
def test_a_day_may_stand_anywhere(day, typed):
    for line in (typed, f"{typed} tests", f"tests {typed}", f"wrote {typed} tests"):
        said = read(line)
        assert said.day == day, line
        assert not set(said.text.split()) - {"wrote", "tests"}, line


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        ("mon wrote tests", date(2026, 11, 23), "wrote tests"),
        ("wrote tests mon", date(2026, 11, 23), "wrote tests"),
        ("1h wrote tests sun #testing", date(2026, 11, 22), "wrote tests"),
        ("wrote tests with the sun up", TODAY, "wrote tests with the sun up"),
        ("enjoyed the sun", TODAY, "enjoyed the sun"),
        ("we sat and talked", TODAY, "we sat and talked"),
        ("sat down with SQL", TODAY, "sat down with SQL"),
        ("that may 3 times fail", TODAY, "that may 3 times fail"),
        ("May 3 wrote tests", date(2026, 5, 3), "wrote tests"),
        ("wrote tests 3 May", date(2026, 5, 3), "wrote tests"),
        ("as every monday, tests", TODAY, "as every monday, tests"),
        ("moved to Python 3.11.", TODAY, "moved to Python 3.11."),
        ("release 3.11. is out", TODAY, "release 3.11. is out"),
        ("pi is 3.14.", TODAY, "pi is 3.14."),
        ("yesterday's bug", TODAY, "yesterday's bug"),
        ("last night wrote tests", YESTERDAY, "wrote tests"),
        ("wrote tests last night", YESTERDAY, "wrote tests"),
        ("what broke last night was mended", TODAY, "what broke last night was mended"),
        ("yestreday wrote tests", YESTERDAY, "wrote tests"),
        ("wrote tests tuseday", YESTERDAY, "wrote tests"),
        ("wrote tests last tuseday.", YESTERDAY, "wrote tests."),
        ("mondays are hard", TODAY, "mondays are hard"),
        ("a sunda of ice", TODAY, "a sunda of ice"),
        ("11/24 1h tests", YESTERDAY, "tests"),
        ("tests 24/11", YESTERDAY, "tests"),
        ("8/15 tests pass", TODAY, "8/15 tests pass"),
        ("passed 13/20", TODAY, "passed 13/20"),
        ("on call 24/7", TODAY, "on call 24/7"),
        ("see 11/24 below", TODAY, "see 11/24 below"),
    ],
)
def test_words_that_are_also_prose_need_the_place_of_a_day(line, day, text):
    assert (read(line).day, read(line).text) == (day, text)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("tomorrow", "in the future"),
        ("2026-11-26", "in the future"),
        ("26.11.2026", "in the future"),
        ("next friday", "in the future"),
        ("2026-02-30", "no such day"),
        ("31 Feb", "no such day"),
        ("0000-01-01", "no such day"),
        ("31/2/2026", "no such day"),
        ("3/4/2026", "day or month first? 2026-11-24 is certain"),
        ("3/4", "day or month first? 2026-11-24 is certain"),
        ("24/11/26", "day or month first? 2026-11-24 is certain"),
        ("last week", "which day?"),
    ],
)
def test_a_day_that_cannot_be_stays_with_a_reason(typed, reason):
    line = read(f"tests {typed}")
    assert (line.day, line.text) == (TODAY, f"tests {typed}")
    assert unknown(f"tests {typed}") == [(typed, reason)]


def test_a_fraction_at_the_beginning_asks_whether_it_is_a_day():
    assert unknown("8/15 tests pass") == [("8/15", "a day? Write 2026-08-15")]


def test_the_first_day_counts_and_others_stay():
    line = read("yesterday fixed what broke on monday")
    assert (line.day, line.text) == (YESTERDAY, "fixed what broke on monday")
    assert unknown("yesterday monday") == [("monday", "there is a day already")]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2028, 3, 1), date(2028, 2, 29)),
        (date(2029, 1, 1), date(2028, 2, 29)),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_a_leap_day_is_one_of_this_or_the_last_year(today, day):
    assert read("wrote 29.2. tests", today).day == day


def test_the_first_day_of_all_has_none_before_it():
    assert read("yesterday tuesday 9999 weeks ago 2.1.", date.min).day == date.min


TAGS = {
    "skill:cpp": "#c++",
    "skill:c-sharp": "#c#",
    "skill:node": "#node.js",
    "skill:unit-tests": "#Testing|#tes|#tetsing|#testng|#testting|#tasting|#اختبار"
    "|＃testing",
    "skill:size": "#GRÖSSE|#gro\u0308ße",
    "project:to-do-api": "@todo-api|@todo|@todo_api",
}


@pytest.mark.parametrize(("subject", "typed"), each(TAGS))
def test_a_tag_is_found_also_when_shortened_or_mistyped(subject, typed):
    for line in (typed, f"{typed}.", f"({typed})", f"{typed}, and {typed};"):
        assert read(line).links == (subject,), line


@pytest.mark.parametrize(
    "typed", ["#sql", "#rust", "#tst", "@testing", "#todo-api", "@sohp", "#12"]
)
def test_an_unknown_or_ambiguous_tag_stays_as_typed(typed):
    line = read(f"wrote {typed}, then 1h docs")
    assert (line.text, line.links) == (f"wrote {typed}, then docs", ())
    assert unknown(f"wrote {typed}, then 1h docs") == [(typed, "")]


OTHER_SIGNS = (
    "wrote to me@todo-api|mail me@testing.org|https://example.org/a#testing"
    "|https://example.org/a,#testing|www.example.org/🎉#testing|# testing|## testing"
    "|lunch @ home|issue#testing|#|#!|@@@"
)


@pytest.mark.parametrize("line", OTHER_SIGNS.split("|"))
def test_other_signs_are_text(line):
    assert (read(line).text, read(line).chips) == (line, ())


def test_a_tag_with_more_behind_it_is_no_tag():
    assert unknown("read #testing's end") == [("#testing's", "")]
    assert unknown("@shop/cart") == [("@shop/cart", "")]


def test_tags_may_follow_each_other_without_a_blank():
    line = read("wrote,#testing,@todo-api,#rust;#c++")
    assert line.links == ("skill:unit-tests", "project:to-do-api", "skill:cpp")
    assert line.text == "wrote,testing,todo-api,#rust"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("1h read about #testing and #sql-joins", "read about testing and sql-joins"),
        ("read about (#testing), then slept", "read about (testing), then slept"),
        ("worked on @shop yesterday", "worked on shop"),
        ("compared #testing, #c++ and #c# 1h", "compared testing, c++ and c#"),
        ("#testing, #c++ and hooks", "testing, c++ and hooks"),
        ("#testing #c++ and hooks", "c++ and hooks"),
        ("read about #testing, #c++ @shop", "read about testing, c++"),
        ("read about #testing #c++ @shop", "read about testing"),
    ],
)
def test_a_tag_in_a_sentence_leaves_its_words(line, text):
    assert read(line).text == text
    tags = [c for c in read(line).chips if c.kind in {"skill", "project"}]
    assert len(read(line).links) == len(tags) >= 1


@pytest.mark.parametrize(
    "line",
    [
        "1h wrote tests #testing @shop",
        "#testing @shop wrote tests",
        "#testing: wrote tests",
        "wrote tests, #testing",
        "wrote tests, 1h, #testing,",
        "@shop, wrote tests; yesterday;",
        ", wrote tests 1h",
    ],
)
def test_a_tag_beside_the_sentence_goes_with_its_comma(line):
    assert read(line).text == "wrote tests"


def test_a_name_that_two_tables_share_is_found_by_its_mark():
    names = TagNames({"api": "skill:api"}, {"api": "project:api"})
    assert parse("#api", TODAY, names).links == ("skill:api",)
    assert parse("@api", TODAY, names).links == ("project:api",)


def test_a_beginning_of_two_tags_of_one_subject_is_certain():
    names = TagNames({"unit-tests": "skill:t", "unit-testing": "skill:t"}, {})
    assert names.skill("unit") == "skill:t"
    assert names.project("unit") is None
    assert names.skill("") == "skill:t"  # nothing asks this: a mark alone is text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("wrote tests yesterday.", "wrote tests."),
        ("wrote tests yesterday, then docs", "wrote tests, then docs"),
        ("1h30, wrote tests", "wrote tests"),
        ("read for 20 minutes", "read"),
        ("read about tests for 1h, yesterday", "read about tests"),
        ("wrote tests: 1h30, yesterday!", "wrote tests:"),
        ("wrote tests (took 1h30) and docs", "wrote tests (took) and docs"),
        ("wrote tests (1h30) and docs", "wrote tests and docs"),
        ("(yesterday, with Ann) tests", "(with Ann) tests"),
        ("tests #testing, #c++", "tests"),
        ("  wrote\t the \n tests  ", "wrote the tests"),
        ("wrote\x00 te\x1bsts\u202e", "wrote tests"),
        ("🎉1h30🎉 done", "🎉 🎉 done"),
        ("👩‍💻 paired 👩🏽‍💻👩🏽‍💻", "👩‍💻 paired 👩🏽‍💻👩🏽‍💻"),
        ("كتبت الاختبارات 1h30 أمس", "كتبت الاختبارات أمس"),
        ("Ｆｕｌｌ width ﬁ 1h", "Ｆｕｌｌ width ﬁ"),
    ],
)
def test_the_text_that_is_left_reads_well(line, text):
    assert read(line).text == text


def test_one_typo_is_one_change():
    assert one_typo("tests", "tests")
    assert not one_typo("tests", "tents!")
    assert not one_typo("abcde", "badce")


SEEDS = (
    "9:00-10:30|1:30|8:30|24/11|3/4/26|24/7|last week|yestreday|and|+|of|about"
    "|1h30|90|min|1.5h|an|hour|half|25h|ago|2|days|on|last|next|mon|monday|may|24"
    "|the|day|before|yesterday|tomorrow|24.11.|2026-11-24|31.2.2026|nov|nov.|#"
    "|#testing|#rust|@shop|(|)|,|.|…|‥|“|½|~|🎉|👩‍💻|\u200f|\u200d|\x00|\u0301|ß|İ"
    "|ſ|ﷺ|１ｈ| |\u3000|\n|http://|www.|;|'s"
)
PIECES = st.sampled_from(SEEDS.split("|"))
LINES = st.one_of(
    st.text(),
    st.lists(PIECES).map(" ".join),
    st.lists(PIECES).map("".join),
    st.lists(st.one_of(PIECES, st.just(" "), st.characters())).map("".join),
)
DAYS = st.one_of(st.dates(), st.just(date.min), st.just(date.max))


def visible(text):
    dropped = {"Cc", "Cf", "Cs"}
    return [
        char
        for char in text
        if not char.isspace()
        and (char in "\u200c\u200d" or unicodedata.category(char) not in dropped)
    ]


@given(LINES, DAYS)
@example("1h\ud800 #\udfff", TODAY)
def test_any_text_is_a_line_with_minutes_of_one_day_not_after_today(line, today):
    said = parse(line, today, NAMES)
    assert said.day <= today
    assert 0 <= said.minutes <= 1440
    times = [int(c.meaning) for c in said.chips if c.kind is ChipKind.TIME]
    assert said.minutes == sum(times)


@given(LINES)
@example("0 \x1b0H")
def test_nothing_that_can_be_seen_is_lost(line):
    said = read(line)
    left, end = [], 0
    for chip in said.chips:
        if chip.kind is not ChipKind.UNKNOWN:
            left += visible(line[end : chip.start])
            left += visible(chip.text[1:]) if chip.stays else []
            end = chip.end
    left += visible(line[end:])
    commas = ",;，；、" if end else ""  # these go where a chip was
    assert "".join(visible(said.text)) == "".join(left).strip(commas)
    assert said.text == " ".join(said.text.split())


@given(LINES)
def test_chips_lie_apart_and_point_at_their_text(line):
    end = 0
    for chip in read(line).chips:
        assert end <= chip.start < chip.end <= len(line)
        assert chip.text == line[chip.start : chip.end]
        assert (chip.kind is ChipKind.UNKNOWN) == (not chip.meaning)
        assert chip.kind is ChipKind.UNKNOWN or not chip.reason
        end = chip.end


@given(st.integers(0, 1440), st.integers(0, 9999))
def test_what_a_form_would_write_is_read_back(minutes, back):
    day = TODAY - timedelta(back)
    hours, rest = divmod(minutes, 60)
    line = read(f"{day} {hours}h{rest:02} tests")
    assert (line.minutes, line.day, line.text) == (minutes, day, "tests")


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", max_size=6))
def test_a_typo_is_the_same_from_both_sides(one, other):
    assert one_typo(one, other) == one_typo(other, one)


HOSTILE = (
    "1|1h|1 |1h |one and a half |#|#a|#testi |on |(|.|the day before |24.|1.1.|½|25h. "
    "|nov 24, |1:30 |9:00-|24/11 |yestreday |last |1h, |1h of |about #testing, "
    "|🎉1|,#|\u200f|\x00|1h30,|a\u0301|ﷺ|yesterday |(1h) "
)


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_a_hostile_line_of_ten_thousand_characters_is_read_at_once(piece):
    line = (piece * 10_000)[:10_000]
    begun = time.process_time()
    read(line)
    assert time.process_time() - begun < 1  # seconds; it takes a tenth of that


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2x25min", 50),
        ("2 x 25 min", 50),
        ("3×1h", 180),
        ("two x 30m", 60),
        ("a couple of hours", 120),
        ("45 minuts", 45),
    ],
)
def test_rounds_and_slips_of_the_pen_are_durations(typed, minutes):
    line = read(f"{typed} read")
    assert (line.minutes, line.text) == (minutes, "read")


@pytest.mark.parametrize("typed", ["99x60min", "-30m", "30min-1h", "1920x1080"])
def test_what_is_no_duration_of_a_day_is_kept(typed):
    line = read(f"{typed} read")
    assert (line.minutes, line.text) == (0, f"{typed} read")


class TestMilestones:
    NAMES = TagNames(
        {}, {"todo-api": "project:todo-api"}, {"todo-api/tests": "milestone:todo-api/t"}
    )

    @pytest.mark.parametrize(
        "tag", ["@todo-api/tests", "@todo/tests", "@todo-api/te", "@todo-api/tsets,"]
    )
    def test_one_is_named_after_its_project(self, tag):
        line = parse(f"wrote {tag} 1h", TODAY, self.NAMES)
        assert line.links == ("milestone:todo-api/t",)
        assert line.text == "wrote"

    @pytest.mark.parametrize(
        "tag",
        ["@todo-api/", "@/tests", "@other/tests", "@todo-api/a/b", "#todo-api/te"],
    )
    def test_one_that_nobody_knows_stays_in_the_text(self, tag):
        line = parse(f"wrote {tag}", TODAY, self.NAMES)
        assert (line.links, line.text) == ((), f"wrote {tag}")
