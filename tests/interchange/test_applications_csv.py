"""Applications as a table: whole, one row each, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given

from tests.interchange.records import DAY, HOSTILE, texts
from tracker.domain.application import Application, FitTerm, KeptFit, Phase, Result
from tracker.interchange.applications_csv import APPLICATIONS, applications_csv
from tracker.interchange.csv_table import BOM

FIT = KeptFit(67, 270, 400, (FitTerm("Python", 3, 80), FitTerm("=1+1", 1, 30)), DAY)


def an_application(**changed) -> Application:
    values = {
        "subject": "application:1",
        "title": "Backend developer",
        "company": "A payments start-up",
        "phase": Phase.CLOSED,
        "days": {Phase.APPLIED: DAY, Phase.CLOSED: date(2026, 12, 1)},
        "result": Result.NO_ANSWER,
        "fit": FIT,
        "note": "one\ntwo, \"three\"; 'four'",
    }
    return Application(**values | changed)


def rows(*applications: Application) -> list[dict[str, str]]:
    text = applications_csv(applications)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_field_has_a_column():
    assert rows(an_application()) == [
        {
            "id": "application:1",
            "title": "Backend developer",
            "company": "A payments start-up",
            "place": "",
            "address": "",
            "posting_id": "",
            "phase": "closed",
            "found": "",
            "applied": "2026-11-21",
            "interview": "",
            "offer": "",
            "closed": "2026-12-01",
            "result": "no answer",
            "contact": "",
            "next_step": "",
            "due": "",
            "fit": "67",
            "fit_points": "2.7",
            "fit_most": "4",
            "fit_day": "2026-11-21",
            "fit_terms": "Python: 3 x 0.8\n=1+1: 1 x 0.3",
            "notes": "one\ntwo, \"three\"; 'four'",
        }
    ]


def test_without_a_fit_its_columns_are_empty():
    (row,) = rows(an_application(fit=None))
    names = ("fit", "fit_points", "fit_most", "fit_day", "fit_terms")
    assert [row[name] for name in names] == [""] * 5


def test_without_any_there_is_the_head():
    assert applications_csv([]) == APPLICATIONS + "\r\n"
    assert applications_csv([], bom=True).startswith(BOM + "id,")


@pytest.mark.parametrize("text", [*HOSTILE, "=cmd|'/c calc'!A0", "-2+3", "@x", "＝1"])
@pytest.mark.parametrize(
    "field", ["title", "company", "contact", "next_step", "note", "address", "place"]
)
def test_no_cell_is_run_as_a_formula(field, text):
    name = "notes" if field == "note" else field
    (row,) = rows(an_application(**{field: text}))
    assert not row[name].lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert row[name].removeprefix("'") == text or row[name] == text


def test_a_term_of_a_fit_is_no_formula_either():
    fit = KeptFit(30, 30, 100, (FitTerm("=cmd()", 1, 30),), DAY)
    (row,) = rows(an_application(fit=fit))
    assert row["fit_terms"] == "'=cmd(): 1 x 0.3"


@given(texts, texts)
def test_one_row_an_application_whatever_is_written(title, note):
    found = rows(an_application(title=title, note=note), an_application())
    assert len(found) == 2
    assert found[1]["title"] == "Backend developer"
