"""What happens when something fails that nobody expected: said, logged, survived."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from types import TracebackType


class Failures(QObject):
    """Takes every exception that nobody handled, from any thread, to the GUI thread."""

    happened = Signal(str, str)  # what it was in one line, the whole traceback
    _raised = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on."""
        super().__init__(parent)
        self._seen: set[str] = set()
        self._before = sys.excepthook
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._take
        self._before_in_thread = threading.excepthook
        threading.excepthook = self._take_in_thread

    def stop(self) -> None:
        """Leave exceptions to whoever had them before."""
        sys.excepthook = self._before
        threading.excepthook = self._before_in_thread

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        import logging  # noqa: PLC0415  # not needed in a start that goes well

        details = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("milepost").error("Unexpected error\n%s", details)
        self._raised.emit(f"{kind.__name__}: {error}", details)

    def _take_in_thread(self, told: threading.ExceptHookArgs) -> None:
        """Take what ended a thread; one that wanted to end has done nothing wrong."""
        if not issubclass(told.exc_type, SystemExit | KeyboardInterrupt):
            error = told.exc_value
            if error is None:  # Python allows it
                error = RuntimeError(told.exc_type.__name__)
            self._take(told.exc_type, error, told.exc_traceback)

    def _on_raised(self, line: str, details: str) -> None:
        if details not in self._seen:  # the same fault in each repaint is told once
            self._seen.add(details)
            self.happened.emit(line, details)
