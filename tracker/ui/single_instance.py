"""One window per data folder: a second start brings the first one to the front."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from time import sleep
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Qt, QTimer, Signal

from tracker.logs import is_running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 5000  # ms for the first window to answer, which may just be starting
PAUSE = 50  # ms between two tries to reach it
_BEING_WRITTEN = 300  # ms in which a lock that names nobody may yet get its name
_LISTENED_TO = 200  # ms for the system to say whether anybody listens
_IN_TURN = 1500  # ms to wait for other starts that look at the lock
_IDLE = 2000  # ms after which a connection that said nothing is dropped
_MOST = 8  # connections at a time
_LONGEST = 65_536  # bytes of one message; a path of 4096 letters fits, escaped
_HELD = QLockFile.LockError.LockFailedError
_ANSWER = b"+"  # the first window has understood
_IN_USE = 32  # ERROR_SHARING_VIOLATION: how Windows says that a file is held open


class SingleInstance(QObject):
    """Holds the lock of a data folder; hands a second start over to the first."""

    called = Signal(str)  # the file that a second start was asked to open, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Speak for the window on ``folder``."""
        super().__init__(parent)
        self._path = folder / "window.lock"
        self._lock = QLockFile(str(self._path))
        # Judged by whether its process lives, not by age.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._callers: list[_Caller] = []
        name = f"{crc32(os.fsencode(folder.resolve())):08x}"
        self._name = f"milepost-{name}"

    def acquire(self) -> bool:
        """Return whether this is the only window; a lock left by a crash is taken over.

        A folder that cannot be written to has no lock, and every window may open.
        """
        with _one_at_a_time(self._path.parent):
            if self._lock.tryLock(0) or self._lock.error() != _HELD:
                return True
            if not _names_somebody(self._lock) and self._lock.tryLock(_BEING_WRITTEN):
                return True
            return not self._is_listened_to() and self._take_over()

    def hand_over(self, file: str) -> bool:
        """Ask the first window to come to the front; return whether it answered."""
        from PySide6.QtCore import QEventLoop  # noqa: PLC0415  # second start only
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # as above

        deadline = QDeadlineTimer(PATIENCE)
        message = json.dumps({"open": file}).encode() + b"\n"
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(deadline.remainingTime()):
                socket.write(message)
                if _is_answered(socket, deadline.remainingTime()):
                    return True
            loop = QEventLoop()  # it may be starting, or have too many callers
            QTimer.singleShot(PAUSE, loop, loop.quit)
            loop.exec()
        return False

    def listen(self) -> None:
        """Wait for second starts."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  # after the window

        QLocalServer.removeServer(self._name)  # a crash leaves its socket behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def release(self) -> None:
        """Let the next start be the first."""
        for caller in list(self._callers):
            caller.drop()
        if self._server is not None:
            self._server.close()
        with _one_at_a_time(self._path.parent):
            self._lock.unlock()

    def _is_listened_to(self) -> bool:
        """Return whether a living process listens for second starts."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # second start only

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(_LISTENED_TO)

    def _take_over(self) -> bool:
        """Take a lock that Qt respects for ever, unless a living process has it.

        Qt does not judge a lock that was written on another computer, in another
        system on this one, or is damaged.
        """
        with _proof(self._path) as is_free:
            if is_free is False or (is_free is None and self._owner_lives()):
                return False
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:  # cannot be written to, so there is no lock
                return getattr(error, "winerror", 0) != _IN_USE
        return self._lock.tryLock(0) or self._lock.error() != _HELD

    def _owner_lives(self) -> bool:
        """Return whether the lock names a living Milepost of this computer."""
        from PySide6.QtCore import QSysInfo  # noqa: PLC0415  # after a crash only

        pid, host, _application = self._lock.getLockInfo()
        machine = bytes(QSysInfo.machineUniqueId().data())
        lines: list[bytes] = []
        with suppress(OSError):
            lines = self._path.read_bytes()[:_LONGEST].split(b"\n")
        is_ours = len(lines) < 4 or not lines[3] or lines[3] == machine
        return is_ours and host == QSysInfo.machineHostName() and is_running(pid)

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self._callers) >= _MOST:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket, self)
            self._callers.append(caller)
            # Later: what answers it may open a dialog, and the caller goes meanwhile.
            caller.asked.connect(self.called, Qt.ConnectionType.QueuedConnection)
            caller.gone.connect(self._on_gone)
            caller.start()

    def _on_gone(self, caller: _Caller) -> None:
        if caller in self._callers:
            self._callers.remove(caller)
        caller.deleteLater()


class _Caller(QObject):
    """A second start that is talking to this window; never waited for."""

    asked = Signal(str)
    gone = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(_LONGEST)
        self._is_heard = False

    def start(self) -> None:
        """Listen to it; what it said already counts."""
        self._socket.readyRead.connect(self._on_ready_read)
        self._socket.disconnected.connect(self._on_disconnected)
        QTimer.singleShot(_IDLE, self, self.drop)
        self._on_ready_read()

    def drop(self) -> None:
        """End the conversation."""
        self._socket.abort()
        self._on_disconnected()

    def _on_ready_read(self) -> None:
        if self._is_heard:
            return
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= _LONGEST:
                self.drop()
            return
        self._is_heard = True
        file = _understood(bytes(self._socket.readLine().data()))
        if file is None:
            self.drop()
            return
        self._socket.write(_ANSWER)
        self._socket.flush()  # before a dialog about the file holds it up
        self._socket.disconnectFromServer()
        self.asked.emit(file)

    def _on_disconnected(self) -> None:
        self.gone.emit(self)


def _names_somebody(lock: QLockFile) -> bool:
    """Return whether a lock names a process; one that is just being made does not."""
    pid, _host, _application = lock.getLockInfo()
    return pid > 0


def _is_answered(socket: QLocalSocket, patience: int) -> bool:
    """Return whether the first window says that it has understood."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415  # second start only

    loop = QEventLoop()
    socket.readyRead.connect(loop.quit)
    socket.disconnected.connect(loop.quit)
    QTimer.singleShot(patience, loop, loop.quit)
    loop.exec()
    said = socket.read(1).data() if socket.bytesAvailable() else b""
    return bytes(said) == _ANSWER


def _understood(line: bytes) -> str | None:
    """Return the file that a second start asks for; ``None`` if it makes no sense."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    file = said.get("open") if isinstance(said, dict) else None
    return file if isinstance(file, str) else None


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Keep other starts from looking at a lock that is half made or half gone.

    It is not insisted on: a start that was stopped here must not stop all others.
    """
    if os.name == "nt":  # there, a lock is held from the moment it is made
        yield
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        deadline = QDeadlineTimer(_IN_TURN)
        while not _has_turn(number) and not deadline.hasExpired():
            sleep(0.005)
        yield
    finally:
        os.close(number)


def _has_turn(number: int) -> bool:
    import fcntl  # noqa: PLC0415  # not on Windows

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without such locks
        return True
    return True


@contextmanager
def _proof(path: Path) -> Iterator[bool | None]:
    """Keep a lock file that nobody holds from everybody else for a moment.

    Qt holds a lock of the system on its lock file, which ends with the process however
    it ends, and is seen from other containers too.

    Yields:
        Whether nobody held it; ``None`` where the system cannot say.
    """
    if os.name == "nt":  # there, a file that is open cannot be removed
        yield True
        return
    try:
        number = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        yield None
        return
    try:
        yield _is_free(path, number)
    finally:
        os.close(number)


def _is_free(path: Path, number: int) -> bool | None:
    import fcntl  # noqa: PLC0415  # not on Windows; after a crash only

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Another start may have taken it over since it was opened.
        there = path.stat()
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError:  # a file system without such locks
        return None
    opened = os.fstat(number)
    return (opened.st_dev, opened.st_ino) == (there.st_dev, there.st_ino)
