"""One window per data folder: a second start brings the first one to the front."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_PATIENCE = 2000  # ms for the first window to answer


class SingleInstance(QObject):
    """Holds the lock of a data folder; hands a second start over to the first."""

    called = Signal(str)  # the file that a second start was asked to open, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Speak for the window on ``folder``."""
        super().__init__(parent)
        self._path = folder / "window.lock"
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(
            0
        )  # judged by whether its process lives, not by age
        self._server: QLocalServer | None = None
        name = f"{crc32(str(folder.resolve()).encode()):08x}"
        self._name = f"milepost-{name}"

    def acquire(self) -> bool:
        """Return whether this is the only window; a lock left by a crash is taken over.

        A folder that cannot be written to has no lock, and every window may open.
        """
        if self._lock.tryLock(0) or not self._path.parent.is_dir():
            return True
        error = self._lock.error()
        if error == QLockFile.LockError.PermissionError:
            return True
        if not self._owner_is_known():
            with suppress(OSError):
                self._path.unlink()  # damaged: Qt would respect it for ever
            return self._lock.tryLock(0)
        return False

    def hand_over(self, file: str) -> bool:
        """Ask the first window to come to the front; return whether it answered."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # second start only

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps({"open": file}).encode())
        written = socket.waitForBytesWritten(_PATIENCE)
        socket.disconnectFromServer()
        return bool(written)

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
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _owner_is_known(self) -> bool:
        """Return whether the lock names a process."""
        pid, _host, _application = self._lock.getLockInfo()
        return pid > 0

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection() if self._server else None
        if socket is None:
            return
        socket.waitForReadyRead(200)
        data = socket.readAll().data()[:10_000]
        socket.close()
        file = ""
        with suppress(ValueError, AttributeError):
            file = str(json.loads(bytes(data)).get("open", ""))
        self.called.emit(file)
