"""Write the pictures of reports that stand in the documents.

``python -m tests.report_pictures DIR`` makes the reports of six weeks of work, draws
their pages with ``pdftoppm`` (of poppler-utils), and takes the dialog as it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect  # after the platform
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from tests import screenshots
from tests.sample_season import TODAY, make_season
from tracker.cli import main as milepost

REPORTS = {
    "report-week": ["week", "--week", TODAY.isoformat()],
    "report-project": ["project", "login-system"],
    "report-portfolio": ["portfolio"],
    "report-book": ["book"],
}
_DOTS = 60  # an inch
_GAP = 14


def main(arguments: list[str]) -> int:
    """Write the pictures; return 0."""
    if len(arguments) != 1 or shutil.which("pdftoppm") is None:
        print("usage: python -m tests.report_pictures DIR (needs pdftoppm)")
        return 2
    target = Path(arguments[0])
    target.mkdir(parents=True, exist_ok=True)
    screenshots.main([str(target), "report-week"])
    shown = target / "report-week-light-1440x900.png"
    for picture in target.glob("report-week-*.png"):
        if picture != shown:
            picture.unlink()
    shown.replace(target / "report-dialog.png")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_season(folder / "data")
        for picture, words in REPORTS.items():
            _draw(folder, picture, words).save(str(target / f"{picture}.png"))
    return 0


def _draw(folder: Path, name: str, words: list[str]) -> QImage:
    """Return the first two pages of a report, side by side."""
    report = folder / f"{name}.pdf"
    data = ["--data", str(folder / "data")]
    milepost([*data, "report", *words, "--paper", "a4", str(report)])
    command = ["pdftoppm", "-r", str(_DOTS * 1.5), "-l", "2", "-png", str(report)]
    subprocess.run([*command, str(folder / name)], check=True)
    pages = [QImage(str(path)) for path in sorted(folder.glob(f"{name}-*.png"))]
    width = sum(page.width() + _GAP for page in pages) + _GAP
    height = pages[0].height() + 2 * _GAP
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(QColor("#E5DFD3"))
    painter = QPainter(whole)
    painter.setPen(QPen(QColor("#C9C1B2"), 1))
    left = _GAP
    for page in pages:
        painter.drawImage(left, _GAP, page)
        painter.drawRect(QRect(left - 1, _GAP - 1, page.width() + 1, page.height() + 1))
        left += page.width() + _GAP
    painter.end()
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
