"""One window on a data folder, whatever was left behind by the last one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, Qt, QTimer
from PySide6.QtNetwork import QLocalSocket

from tracker.ui import single_instance
from tracker.ui.failures import Failures
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


@pytest.fixture
def _hasty(monkeypatch):
    monkeypatch.setattr(single_instance, "PATIENCE", 300)


@pytest.mark.usefixtures("qapp", "_hasty")
def test_nobody_answers_when_nobody_listens(tmp_path):
    assert not SingleInstance(tmp_path).hand_over("x")


@pytest.mark.usefixtures("qapp", "_hasty")
def test_one_who_listens_but_does_not_answer_has_not_answered(first, tmp_path):
    first._server.newConnection.disconnect(first._on_connection)
    assert not SingleInstance(tmp_path).hand_over("x")


@pytest.mark.usefixtures("qapp", "_hasty")
def test_one_who_listens_keeps_its_lock_whatever_is_in_it(first, tmp_path):
    (tmp_path / "window.lock").unlink()
    (tmp_path / "window.lock").write_bytes(b"garbage")
    assert not SingleInstance(tmp_path).acquire()


def test_one_who_is_just_starting_is_waited_for(qtbot, tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    QTimer.singleShot(400, instance, instance.listen)
    with qtbot.waitSignal(instance.called) as called:
        assert SingleInstance(tmp_path).hand_over("x")
    assert called.args == ["x"]
    instance.release()


def connected(first) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(1000)
    return socket


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"rubbish\n",
        b"[]\n",
        b'{"open": 3}\n',
        b"[" * 9999 + b"\n",
        b"\xff" * 99_999,
    ],
)
def test_rubbish_is_dropped_and_does_nothing(qtbot, first, said):
    socket = connected(first)
    with qtbot.assertNotEmitted(first.called):
        socket.write(said)
        socket.flush()
        if said:
            ended = socket.state
            qtbot.waitUntil(lambda: ended() == socket.LocalSocketState.UnconnectedState)
        else:
            qtbot.waitUntil(lambda: bool(first._callers))
            socket.disconnectFromServer()
        qtbot.waitUntil(lambda: not first._callers)
    assert socket.readAll().isEmpty()


def test_what_comes_in_pieces_is_put_together(qtbot, first):
    socket = connected(first)
    with qtbot.waitSignal(first.called) as called:
        for piece in (b'{"op', b'en": "a/', b'b"}', b"\n"):
            socket.write(piece)
            socket.flush()
            qtbot.wait(5)
    assert called.args == ["a/b"]


def test_who_says_nothing_is_not_waited_for_and_dropped(qtbot, first, monkeypatch):
    monkeypatch.setattr(single_instance, "_IDLE", 100)
    started = time.monotonic()
    silent = [connected(first) for _ in range(20)]
    first._on_connection()
    assert time.monotonic() - started < 1
    assert len(first._callers) <= single_instance._MOST
    qtbot.waitUntil(lambda: not first._callers)
    assert silent
    with qtbot.waitSignal(first.called):
        assert SingleInstance(first._path.parent).hand_over("")


def test_a_release_ends_open_conversations(qtbot, tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.listen()
    socket = connected(instance)
    qtbot.waitUntil(lambda: bool(instance._callers))
    instance.release()
    ended = socket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == ended)


DEAD = 4_194_303  # above what Linux gives out by default, and no multiple of four
MACHINE = bytes(QSysInfo.machineUniqueId().data())
BOOT = bytes(QSysInfo.bootUniqueId().data())
HOST = QSysInfo.machineHostName()


def lock_text(pid, *, host=HOST, machine=MACHINE, boot=BOOT, application="python"):
    return f"{pid}\n{application}\n{host}\n".encode() + machine + b"\n" + boot + b"\n"


STALE = {
    "nothing": b"",
    "garbage": b"garbage",
    "zeros": b"\0" * 100,
    "no process": b"-1\nx\ny\n",
    "a number too large": lock_text("9" * 20),
    "another machine, dead": lock_text(DEAD, machine=b"f" * 32),
    "another host, dead": lock_text(DEAD, host="elsewhere", machine=b"f" * 32),
    "a container, dead": lock_text(DEAD, host="0f0f", machine=b""),
    "our number again": lock_text(os.getpid()),
    "our number on another machine": lock_text(os.getpid(), machine=b"f" * 32),
    "a living number of another machine": lock_text(os.getppid(), machine=b"f" * 32),
    "a living number of another program": lock_text(1, application="init"),
}


@pytest.fixture(params=["with locks of the system", "without"])
def _system_locks(request, monkeypatch):
    """A network drive may have no locks of the system, so numbers must do."""
    if request.param == "without" and sys.platform != "win32":
        monkeypatch.setattr("fcntl.flock", _no_locks)


def _no_locks(*_):
    raise OSError(errno.ENOLCK, "no locks available")


@pytest.mark.usefixtures("_system_locks", "qapp")
@pytest.mark.parametrize("text", STALE.values(), ids=STALE)
def test_a_lock_that_nobody_holds_is_taken_over(tmp_path, text):
    (tmp_path / "window.lock").write_bytes(text)
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    assert instance._lock.isLocked()
    instance.release()


@pytest.mark.skipif(sys.platform == "win32", reason="access rights")
@pytest.mark.usefixtures("qapp")
def test_a_stale_lock_that_cannot_be_removed_is_no_obstacle(tmp_path):
    (tmp_path / "window.lock").mkdir()
    (tmp_path / "window.lock" / "x").touch()
    assert SingleInstance(tmp_path).acquire()


HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QLockFile
from tracker.ui.single_instance import SingleInstance
i = SingleInstance(Path(sys.argv[1]))
print(i.acquire(), i._lock.isLocked(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(folder):
    """Run a process that wants the lock, and holds what it gets until it is ended."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.usefixtures("_system_locks", "qapp")
def test_a_lock_left_by_a_killed_window_is_taken_over(tmp_path):
    with another_process(tmp_path) as child:
        assert child.stdout.readline() == "True True\n"
        second = SingleInstance(tmp_path)
        assert not second.acquire()
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        assert second.acquire()
        second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="no other view of numbers there")
@pytest.mark.usefixtures("qapp")
def test_a_living_window_in_another_container_keeps_its_lock(tmp_path):
    with another_process(tmp_path) as child:
        assert child.stdout.readline() == "True True\n"
        with (tmp_path / "window.lock").open("r+b") as stream:  # as seen from outside
            stream.write(lock_text(DEAD, host="0f0f", machine=b"f" * 32))
        assert not SingleInstance(tmp_path).acquire()


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks")
@pytest.mark.usefixtures("qapp")
def test_a_start_that_was_stopped_in_its_turn_does_not_stop_others(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(single_instance, "_IN_TURN", 50)
    with single_instance._one_at_a_time(tmp_path):
        instance = SingleInstance(tmp_path)
        assert instance.acquire()
        instance.release()


@pytest.mark.slow
@pytest.mark.parametrize("left", [None, b"", STALE["another machine, dead"]])
def test_of_many_simultaneous_starts_one_wins(tmp_path, left):
    if left is not None:
        (tmp_path / "window.lock").write_bytes(left)
    with ExitStack() as stack:
        starts = [stack.enter_context(another_process(tmp_path)) for _ in range(8)]
        got = [start.stdout.readline() for start in starts]
    assert sorted(got) == ["False False\n"] * 7 + ["True True\n"]


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


class TestFailuresInThreads:
    @pytest.fixture
    def failures(self, qapp):
        before = sys.excepthook, threading.excepthook
        failures = Failures()
        yield failures
        failures.stop()
        assert (sys.excepthook, threading.excepthook) == before

    def test_a_fault_in_a_thread_is_told_too(self, qtbot, failures, caplog):
        with qtbot.waitSignal(failures.happened) as happened:
            run_in_thread(RuntimeError("broken on purpose"))
        assert happened.args[0] == "RuntimeError: broken on purpose"
        assert "Traceback" in happened.args[1]
        assert "broken on purpose" in caplog.text
        caplog.clear()

    @pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt])
    def test_a_thread_that_wanted_to_end_is_no_fault(self, qtbot, failures, kind):
        with qtbot.assertNotEmitted(failures.happened, wait=50):
            run_in_thread(kind())


def run_in_thread(error):
    def work():
        raise error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


WINDOW = """
import signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tracker.app import running
from tracker.app.session import Session
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started this
signal.signal(signal.SIGHUP, signal.SIG_DFL)
settle = Session.settle
def settle_and_tell(self):
    settle(self)
    print("settled", flush=True)
Session.settle = settle_and_tell
folder = Path(sys.argv[1])
sys.exit(running.run(folder, folder / "window.ini", folder / "logs", None))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_the_end_of_the_session_or_the_terminal_is_no_crash(data, name):
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        try:
            assert child.stdout.readline() == "settled\n"
            child.send_signal(getattr(signal, name))
            _, errors = child.communicate(timeout=20)
        finally:
            child.kill()
    assert (child.returncode, "Traceback" in errors) == (0, False)
    assert not list((data / "logs").glob("running-*")), "told as a crash later"
