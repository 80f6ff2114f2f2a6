"""Reports from a `Record`: a week, a project, a portfolio, the whole journey as a book.

Each is one function that returns a `Report`, whose body is Markdown.
"""

from __future__ import annotations

from tracker.services.reports.book import book
from tracker.services.reports.portfolio import portfolio
from tracker.services.reports.profile import profile
from tracker.services.reports.project import project
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.week import week

__all__ = [
    "EVERYTHING",
    "Choices",
    "Report",
    "book",
    "portfolio",
    "profile",
    "project",
    "week",
]
