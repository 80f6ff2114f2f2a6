"""The guards around every test bite."""

from __future__ import annotations

import logging
import os
import socket
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import NOON
from tracker.paths import data_folder


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_connection_fails_the_test(family):
    with pytest.raises(pytest.fail.Exception):
        socket.socket(family)
    with pytest.raises(pytest.fail.Exception):
        socket.create_connection(("127.0.0.1", 9))


def test_sockets_inside_the_computer_are_fine():
    one, other = socket.socketpair()
    with closing(one), closing(other):
        one.sendall(b"x")
        assert other.recv(1) == b"x"


def test_a_logged_warning_can_be_expected(caplog):
    logging.getLogger("x").warning("on purpose")
    assert caplog.messages == ["on purpose"]
    caplog.clear()


def test_nobody_can_reach_the_real_home(tmp_path_factory):
    ours = tmp_path_factory.getbasetemp()
    assert Path.home().is_relative_to(ours)
    assert data_folder().is_relative_to(ours)
    assert os.environ["QT_QPA_PLATFORM"]


def test_noon_is_not_noon_in_utc():
    assert NOON.utctimetuple().tm_hour == 6
