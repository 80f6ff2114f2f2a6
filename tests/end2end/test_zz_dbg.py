from tests.end2end.conftest import *
from PySide6.QtWidgets import QApplication as A
import traceback, shiboken6
def test_x(running,qtbot,qapp):
    qapp.focusChanged.connect(lambda a,b: (print("FC",a,b), traceback.print_stack(limit=4)))
    running.press("Ctrl+K")
    p=running.palette
    qtbot.waitUntil(lambda: running.palette is not None and A.focusWidget() is running.palette._field)
    print("-----ESC")
    running.press("Escape")
    print("-----", A.focusWidget(), A.focusWidget() and A.focusWidget().isActiveWindow())
    qtbot.waitUntil(lambda: not shiboken6.isValid(p))
