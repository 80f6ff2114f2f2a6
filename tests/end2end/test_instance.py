"""One window on a data folder, whatever was left behind by the last one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket

from tracker.ui.single_instance import SingleInstance

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def first(tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.listen()
    yield instance
    instance.release()


def test_a_second_one_has_no_lock_until_the_first_is_gone(first, tmp_path):
    second = SingleInstance(tmp_path)
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_another_folder_is_another_lock(first, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    instance = SingleInstance(other)
    assert instance.acquire()
    instance.release()


@pytest.mark.parametrize("file", ["", "/a/road.yaml", "/ä/“x”\n.yaml"])
def test_a_second_start_is_handed_over(qtbot, first, tmp_path, file):
    second = SingleInstance(tmp_path)
    with qtbot.waitSignal(first.called) as called:
        assert second.hand_over(file)
    assert called.args == [file]


def test_nobody_answers_when_nobody_listens(tmp_path, qapp):
    assert not SingleInstance(tmp_path).hand_over("x")


@pytest.mark.parametrize(
    "said", [b"", b"rubbish", b"[]", b'{"open": 3}', b"\xff" * 50_000]
)
def test_rubbish_brings_the_window_forward_and_nothing_else(qtbot, first, said):
    socket = QLocalSocket()
    with qtbot.waitSignal(first.called) as called:
        socket.connectToServer(first._name)
        assert socket.waitForConnected(1000)
        socket.write(said)
        socket.flush()
        socket.disconnectFromServer()
    assert called.args[0] in {"", "3"}


@pytest.mark.parametrize("rubbish", [b"", b"garbage", b"\0" * 100, b"-1\nx\ny\n"])
def test_a_damaged_lock_is_taken_over(tmp_path, rubbish):
    (tmp_path / "window.lock").write_bytes(rubbish)
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.release()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_lock_left_by_a_killed_window_is_taken_over(tmp_path):
    script = (
        "import sys, time; from pathlib import Path;"
        "from tracker.ui.single_instance import SingleInstance;"
        "i = SingleInstance(Path(sys.argv[1])); print(i.acquire(), flush=True);"
        "sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    assert child.stdout.readline() == "True\n"
    second = SingleInstance(tmp_path)
    assert not second.acquire()
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert second.acquire()
    second.release()


def test_a_minimised_window_comes_forward(running, qtbot):
    running.window.showMinimized()
    second = SingleInstance(running.folder)
    assert not second.acquire()
    with qtbot.waitSignal(running.session.instance.called):
        assert second.hand_over("")
    qtbot.waitUntil(
        lambda: not running.window.windowState() & Qt.WindowState.WindowMinimized
    )
    assert running.window.isVisible()


def test_a_maximised_window_stays_maximised(running, qtbot):
    running.window.showMaximized()
    running.session.come_forward("")
    assert running.window.isMaximized()
