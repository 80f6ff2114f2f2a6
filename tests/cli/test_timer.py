"""The timer on the terminal: each command is a start of its own, and none forgets."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tracker import workspace


@pytest.fixture
def later(monkeypatch):
    """Return what puts the clock forward by so many minutes."""
    real, shift = workspace.local_now, [timedelta()]
    defaults = workspace.Workspace.__init__.__defaults__
    monkeypatch.setattr(
        workspace.Workspace.__init__, "__defaults__", (lambda: real() + shift[0],)
    )
    assert defaults == (real,)

    def put(minutes):
        shift[0] += timedelta(minutes=minutes)

    return put


def test_it_is_stopped_into_a_line(milepost, later):
    assert "The timer runs: 0 min · wrote it · Git" in milepost(
        "timer", "start", "wrote", "it", "#git"
    )
    later(25)
    milepost("timer", "pause")
    later(600)
    assert "is paused: 25 min" in milepost("timer", "status")
    milepost("timer", "start")
    later(-30)
    later(50)
    out = milepost("timer", "stop")
    assert "45 min · wrote it · Git für alle ✓" in out
    assert "45 min · wrote it" in milepost("journal", "--days", "2")
    assert "There is no timer" in milepost("timer")


def test_hours_without_a_sign_are_asked_about_and_nothing_is_lost(milepost, later):
    milepost("timer", "start", "slept")
    later(300)
    assert "5 h of it without a sign" in milepost.refused("timer", "stop")
    assert "The timer runs: 5 h · slept" in milepost("timer", "status")
    assert "5 h · slept" in milepost("timer", "stop", "--idle", "keep")


def test_hours_without_a_sign_can_be_thrown_away(milepost, later):
    milepost("timer", "start", "slept")
    later(300)
    assert "nothing was logged" in milepost("timer", "stop", "--idle", "discard")
    assert "Nothing was logged" in milepost("journal")


def test_a_line_that_is_refused_keeps_the_timer(milepost):
    milepost("timer", "start")
    assert "Write what you did" in milepost.refused("timer", "stop")
    assert "is paused" in milepost("timer", "status")


@pytest.mark.parametrize("act", ["pause", "stop"])
def test_nothing_to_stop_is_said(milepost, act):
    assert "There is no timer" in milepost.refused("timer", act)


def test_a_second_start_is_refused(milepost):
    milepost("timer", "start", "first")
    assert "runs already" in milepost.refused("timer", "start", "second")
