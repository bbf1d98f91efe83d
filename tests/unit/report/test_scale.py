"""The scale beside a risk is that of the report's own policy, wherever it is printed."""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from rich.console import Console

from proctor_desktop.cli.display import show_report
from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.report import html, pdf
from proctor_desktop.scoring.policy import POLICY_1, ClassLimits, Policy, class_limits
from tests.unit.report import samples

CHANGED = {
    "policy.clean_until": 0.11,
    "policy.borderline_until": 0.32,
    "policy.suspicious_until": 1,
}
SCALE = "clean up to 0.11, borderline up to 0.32, suspicious up to 1.00, high risk above"
PUBLISHED = "clean up to 0.20, borderline up to 0.40, suspicious up to 0.65, high risk above"


@pytest.fixture
def report() -> Report:
    whole = samples.report()
    provenance = whole.analysis.provenance
    changed = replace(provenance, settings={**provenance.settings, **CHANGED})
    return replace(whole, analysis=replace(whole.analysis, provenance=changed))


def printed(report: Report) -> str:
    written = pypdf.PdfReader(io.BytesIO(pdf.render(report))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in written))


def shown(report: Report) -> str:
    console = Console(file=io.StringIO(), width=200)
    show_report(console, report)
    return str(console.file.getvalue())  # type: ignore[attr-defined]  # the StringIO above


def test_the_page_draws_and_names_the_reports_own_limits(report: Report) -> None:
    page = html.render(report)
    assert f"on a scale from 0 to 1: {SCALE}." in page
    assert ">0.11</text>" in page
    assert ">0.65</text>" not in page
    drawing = page[page.index(SCALE) : page.index("Every point is accounted")]
    assert re.findall(r'<rect x="([\d.]+)"', drawing) == ["0", "33.0", "96.0"]


def test_the_printed_document_names_the_reports_own_limits(report: Report) -> None:
    assert f"{SCALE}." in printed(report)


def test_the_terminal_names_the_reports_own_limits(report: Report) -> None:
    assert f"Classes by risk: {SCALE}." in shown(report)


@pytest.mark.parametrize("say", [html.render, printed, shown])
def test_a_report_that_names_no_limits_has_those_of_version_1(say) -> None:
    assert PUBLISHED in say(samples.report())


def test_limits_are_read_from_the_settings_of_the_report() -> None:
    assert class_limits(CHANGED) == ClassLimits(0.11, 0.32, 1.0)
    assert class_limits({"policy.clean_until": 0.1}) == ClassLimits(0.1, 0.40, 0.65)
    assert class_limits({}) == POLICY_1.limits


def test_a_class_whose_limit_lies_below_a_milder_one_has_no_part() -> None:
    limits = Policy(clean_until=0.5).limits
    assert limits.ends()[1] == (RiskClass.BORDERLINE, 0.5)
    assert limits.of(0.5) is RiskClass.CLEAN
    assert limits.of(0.51) is RiskClass.SUSPICIOUS
