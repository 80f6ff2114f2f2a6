"""The timer: counts what was worked, whatever clocks and programs do meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import GIT
from tracker.domain.errors import BadInputError
from tracker.domain.timer import (
    IDLE,
    MOST,
    Idle,
    paused,
    read,
    resumed,
    settled,
    started,
    touched,
    written,
)
from tracker.services.timer import Timers

NINE = datetime(2026, 11, 25, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
STEPS = st.lists(
    st.tuples(
        st.sampled_from([paused, resumed, touched]),
        st.timedeltas(-timedelta(hours=30), timedelta(hours=30)),
    ),
    max_size=12,
)


def test_a_pause_does_not_count():
    timer = paused(started(NINE), NINE + 20 * MINUTE)
    timer = resumed(timer, NINE + 60 * MINUTE)
    assert timer.minutes(NINE + 65 * MINUTE) == 25


def test_a_timer_that_runs_is_not_started_anew():
    timer = started(NINE)
    assert resumed(timer, NINE + 20 * MINUTE) == timer


def test_a_clock_put_back_takes_nothing_away():
    timer = touched(started(NINE), NINE + 30 * MINUTE)
    back = NINE - 60 * MINUTE
    assert timer.minutes(back) == 30
    timer = touched(timer, back)
    assert timer.minutes(back + 10 * MINUTE) == 40, "it goes on from the new clock"


def test_a_long_silence_is_asked_about_and_a_short_one_is_not():
    timer = started(NINE)
    assert not timer.idle(NINE + IDLE)
    late = NINE + IDLE + MINUTE
    assert timer.idle(late) == IDLE + MINUTE
    assert touched(timer, late) == timer, "coming back does not answer the question"
    assert not paused(timer, late).idle(late + IDLE * 2), "a pause needs no question"


@pytest.mark.parametrize(("idle", "minutes"), [(Idle.KEEP, 600), (Idle.TRIM, 30)])
def test_a_silence_is_kept_or_cut_to_the_last_sign(idle, minutes):
    timer = touched(started(NINE), NINE + 30 * MINUTE)
    still = settled(timer, NINE + 600 * MINUTE, idle)
    assert still.minutes(NINE + 900 * MINUTE) == minutes


def test_a_silence_can_take_the_timer_along():
    assert settled(started(NINE), NINE + 600 * MINUTE, Idle.DISCARD) is None


def test_no_timer_holds_more_than_a_line_can():
    assert started(NINE).minutes(NINE + timedelta(days=400)) == 24 * 60


@given(STEPS)
def test_whatever_happens_time_only_grows_and_stays_within_a_day(steps):
    timer, now = started(NINE), NINE
    for step, later in steps:
        before = timer.spent(now)
        now += later
        at_now = timer.spent(now)
        timer = step(timer, now)
        assert timedelta() <= timer.spent(now) <= MOST
        if later >= timedelta():
            assert before <= at_now == timer.spent(now)
        assert read(written(timer)) == timer


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", "no", '{"begun": 1}']
    + [
        f'{{"begun": "2026-11-25T09:00", "counted": {counted}, "since": null, '
        '"seen": "2026-11-25T09:00", "text": "", "links": []}'
        for counted in ("NaN", "1e999", '"x"')
    ],
)
def test_what_is_no_timer_is_none(text):
    assert read(text) is None


class TestStored:
    @pytest.fixture
    def clock(self, desk):
        """Return a clock to turn, and the timers that look at it."""

        class Clock:
            now = NINE

            def __init__(self) -> None:
                self.timers = Timers(desk.store, lambda: self.now)

        return Clock()

    def test_it_is_on_disk_at_once(self, desk, clock):
        clock.timers.start("Tests", [GIT])
        found = Timers(desk.store, lambda: NINE + 5 * MINUTE)
        assert (found.current().text, found.current().links) == ("Tests", (GIT,))
        assert found.current().minutes(found.now()) == 5

    def test_starting_after_a_pause_goes_on(self, clock):
        clock.timers.start()
        clock.now += 10 * MINUTE
        clock.timers.pause()
        clock.now += 60 * MINUTE
        clock.timers.start("not a new one")
        clock.now += 5 * MINUTE
        assert clock.timers.pause().minutes(clock.timers.now()) == 15

    def test_two_timers_at_once_are_refused_and_the_first_goes_on(self, clock):
        clock.timers.start("first")
        with pytest.raises(BadInputError, match="runs already"):
            clock.timers.start("second")
        assert clock.timers.current().text == "first"

    def test_nothing_can_be_paused_without_a_timer(self, clock):
        with pytest.raises(BadInputError, match="no timer"):
            clock.timers.pause()

    def test_discarding_forgets_it(self, clock):
        clock.timers.start()
        assert clock.timers.pause(Idle.DISCARD) is None
        assert clock.timers.current() is None

    def test_signs_are_stored_once_a_minute(self, desk, clock):
        clock.timers.start()
        before = desk.store.connection.total_changes
        clock.now += timedelta(seconds=30)
        clock.timers.sign()
        assert desk.store.connection.total_changes == before
        clock.now += MINUTE
        clock.timers.sign()
        assert clock.timers.current().seen == clock.now

    def test_it_is_no_edit(self, desk, clock):
        clock.timers.start()
        assert desk.reader.last_seq() == 0
