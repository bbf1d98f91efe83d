"""Where too little was measured no page says a class, and the risk has its range beside it."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from proctor_desktop.cli.display import show_batch, show_report
from proctor_desktop.domain.report import Report
from proctor_desktop.report import html, pdf, tables
from proctor_desktop.report.document import from_json, to_json
from tests.unit.report import samples
from tests.unit.report.test_pdf import _texts

CLASS_NAMES = ("Clean", "Borderline", "Suspicious", "High risk")


def measured(seconds: float, found: Report | None = None) -> Report:
    found = found or samples.report()
    coverage = replace(found.analysis.coverage, measurable_sec=seconds)
    return replace(found, analysis=replace(found.analysis, coverage=coverage))


LITTLE, ENOUGH = measured(60.0), measured(174.0)


def on_terminal(found: Report) -> str:
    console = Console(width=160, record=True, file=io.StringIO())
    show_report(console, found)
    show_batch(console, [Path("a.mp4")], [found])
    return console.export_text()


def pages(found: Report) -> dict[str, str]:
    return {
        "html": html.render(found, samples.track()).partition("</main>")[0].partition("<body>")[2],
        "pdf": " ".join(_texts(pdf.render(found, samples.track()))),
        "terminal": on_terminal(found),
        "csv": tables.to_csv(found),
    }


@pytest.mark.parametrize("page", ["html", "pdf", "terminal", "csv"])
def test_every_page_says_that_it_is_too_little_in_place_of_the_class(page: str) -> None:
    assert "Too little to say" in pages(LITTLE)[page]
    assert not any(name in pages(LITTLE)[page] for name in CLASS_NAMES)


@pytest.mark.parametrize("page", ["html", "pdf", "terminal", "csv"])
def test_where_enough_was_measured_every_page_says_the_class(page: str) -> None:
    assert "Borderline" in pages(ENOUGH)[page]
    assert "Too little to say" not in pages(ENOUGH)[page]


@pytest.mark.parametrize("page", ["html", "pdf", "terminal"])
def test_the_range_stands_beside_the_risk(page: str) -> None:
    assert re.search(r"0\.40\s.*\(?0\.\d\d to 0\.9\d", pages(LITTLE)[page])


def test_the_table_holds_the_range_and_the_field_of_the_contract_keeps_its_four_values() -> None:
    (row, *_) = csv.DictReader(io.StringIO(tables.to_csv(LITTLE), newline=""))
    assert row["risk_classification"] == "BORDERLINE"
    assert float(row["risk_at_least"]) < float(row["risk_at_most"])
    assert from_json(to_json(LITTLE)) == LITTLE
