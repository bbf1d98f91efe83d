"""What is said where not all of an exam was measured."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.events import BEHAVIOUR_KINDS, EventKind
from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.domain.review import IncidentState
from proctor_desktop.scoring.extent import Extent, report_range, risk_range, sayable_class
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.reviewed import reviewed
from proctor_desktop.scoring.risk import kind_logs, risk_of
from tests.unit.report.samples import quiet, report
from tests.unit.report.test_reviewing import FIRST

POLICY = Policy()

loads = st.dictionaries(st.sampled_from(BEHAVIOUR_KINDS), st.floats(0.001, 20.0))
seconds = st.floats(1.0, 20_000.0)


def measured(share: float) -> Report:
    """A quiet exam of three minutes of which so much was measured."""
    found = report(assessment=quiet())
    coverage = replace(found.analysis.coverage, measurable_sec=180.0 * share)
    return replace(found, analysis=replace(found.analysis, coverage=coverage))


def test_a_class_is_said_where_half_of_the_exam_was_measured() -> None:
    assert sayable_class(measured(0.5)) is RiskClass.CLEAN
    assert sayable_class(measured(0.49)) is None


def test_of_seconds_no_class_is_said_and_the_contract_keeps_its_own() -> None:
    found = measured(1.0)
    coverage = replace(found.analysis.coverage, measurable_sec=16.0)
    assert found.analysis.exam is not None
    exam = replace(found.analysis.exam, begins=0.0, ends=16.0)
    brief = replace(found, analysis=replace(found.analysis, coverage=coverage, exam=exam))
    assert sayable_class(brief) is None
    assert brief.risk_classification == RiskClass.CLEAN.value
    assert reviewed(brief, []).reviewed_class is RiskClass.CLEAN
    assert not Extent(31.0, 30.0).is_little
    assert Extent(31.0, 29.0).is_little


def test_the_length_of_the_exam_counts_and_not_that_of_the_recording() -> None:
    found = measured(0.4)
    analysis = found.analysis
    assert analysis.exam is not None
    short = replace(analysis.exam, begins=60.0, ends=180.0)
    assert sayable_class(replace(found, analysis=replace(analysis, exam=short))) is RiskClass.CLEAN


def test_a_report_that_knows_no_exam_is_about_the_whole_recording() -> None:
    found = measured(0.4)
    old = replace(found, analysis=replace(found.analysis, exam=None))
    assert sayable_class(old) is None


def test_where_everything_was_measured_the_range_is_the_risk() -> None:
    found = report_range(measured(1.0))
    assert (found.least, found.most) == (0.0, 0.0)
    assert found.is_point


def test_where_nothing_was_measured_every_risk_is_possible() -> None:
    found = report_range(measured(0.0))
    assert found.least == 0.0
    assert found.most > 0.99


def test_the_range_narrows_the_more_was_measured() -> None:
    most = [report_range(measured(share)).most for share in (0.1, 0.3, 0.5, 0.9, 0.99, 1.0)]
    assert most == sorted(most, reverse=True)


@given(loads, st.data(), seconds, seconds)
def test_the_risk_lies_within_its_range(
    found: dict[EventKind, float], data: st.DataObject, exam: float, part: float
) -> None:
    counts = Counter({kind: data.draw(st.integers(1, 40)) for kind in found})
    extent = Extent(exam, min(exam, part))
    between = risk_range(found, counts, extent, POLICY)
    risk = risk_of(kind_logs(found, POLICY))
    assert between.least <= risk <= between.most + 1e-6


def test_nobody_can_clear_what_was_not_measured() -> None:
    found = report()
    coverage = replace(found.analysis.coverage, measurable_sec=60.0)
    found = replace(found, analysis=replace(found.analysis, coverage=coverage))
    dismissed = [replace(FIRST, id=one.id, incident_id=one.id) for one in found.analysis.incidents]
    review = reviewed(found, dismissed)
    assert set(review.incidents.values()) == {IncidentState.DISMISSED}
    assert review.reviewed_class is RiskClass.BORDERLINE
    assert sayable_class(found) is None


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_no_range_is_wider_than_the_scale(share: float) -> None:
    found = report_range(measured(share))
    assert 0.0 <= found.least <= found.most <= 1.0
