import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.report import document
from tests.unit.report import samples

TOP_LEVEL = {
    "report_id",
    "student_id",
    "exam_id",
    "video_duration_sec",
    "calibration_status",
    "risk_classification",
    "confidence_score",
    "alerts",
    "temporal_analysis",
    "created_at",
    "baseline_metrics",
    "adaptive_thresholds",
    "alert_details",
    "analysis",
}
OF_AN_ALERT = {
    "id",
    "kind",
    "direction",
    "start",
    "end",
    "duration",
    "peak",
    "threshold",
    "unit",
    "severity",
    "confidence",
    "incident_id",
    "explanation",
    "evidence",
}


def test_json_carries_exactly_the_field_names_of_the_contract():
    plain = json.loads(document.to_json(samples.report()))
    assert set(plain) == TOP_LEVEL
    assert set(plain["alerts"]) == {
        "gaze_deviation",
        "head_movement",
        "face_absence",
        "multiple_faces",
    }
    assert set(plain["adaptive_thresholds"]) == {"eye", "yaw", "pitch", "roll"}
    assert set(plain["alert_details"][0]) == OF_AN_ALERT
    assert set(plain["temporal_analysis"]["high_activity_periods"][0]) == {
        "start",
        "end",
        "alert_density",
    }


def test_a_report_survives_both_forms_of_json():
    report = samples.report()
    assert document.from_json(document.to_json(report)) == report
    assert document.from_json(document.to_readable_json(report)) == report
    assert document.from_plain(document.to_plain(report)) == report


def test_what_comes_back_from_a_database_is_written_the_same():
    stored = document.from_json(document.to_json(samples.report()))
    assert document.to_readable_json(stored) == document.to_readable_json(samples.report())


def test_the_order_of_keys_does_not_change_the_hash():
    report = samples.report()
    turned = dict(reversed(document.to_plain(report).items()))
    assert document.sha256(document.from_plain(turned)) == document.sha256(report)


def test_time_is_written_in_utc_with_a_z_whatever_the_zone():
    east = datetime(2026, 3, 4, 11, 30, tzinfo=timezone(timedelta(hours=2)))
    report = samples.report(created_at=east)
    assert document.to_plain(report)["created_at"] == "2026-03-04T09:30:00.000000Z"
    assert document.to_json(report) == document.to_json(samples.report())


def test_a_time_without_zone_is_refused_in_both_directions():
    naive = datetime(2026, 3, 4, 9, 30)
    with pytest.raises(ValueError, match="no time zone"):
        document.to_json(samples.report(created_at=naive))
    plain = document.to_plain(samples.report()) | {"created_at": "2026-03-04T09:30:00"}
    with pytest.raises(ReportError, match="time zone"):
        document.from_plain(plain)


@pytest.mark.parametrize("score", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_never_written(score: float):
    with pytest.raises(ValueError, match="JSON compliant"):
        document.to_json(replace(samples.report(), confidence_score=score))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"report_id": 3}', "no report"])
def test_a_text_that_is_no_report_gives_one_sentence(text: str):
    with pytest.raises(ReportError, match="cannot be read") as caught:
        document.from_json(text)
    assert "\n" not in str(caught.value)


def test_result_hash_ignores_id_and_time_and_nothing_else():
    report = samples.report()
    later = samples.report(
        report_id="ffffffff-0000-4000-8000-000000000005",
        created_at=samples.CREATED + timedelta(days=1),
    )
    assert document.result_sha256(later) == document.result_sha256(report)
    assert document.sha256(later) != document.sha256(report)
    other = replace(report, student_id="S-1043")
    assert document.result_sha256(other) != document.result_sha256(report)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_canonical_form_is_a_fixed_point(value: object):
    text = document.canonical(value)
    assert document.canonical(json.loads(text)) == text


def test_what_version_0_1_0_did_not_say_is_left_out_where_it_is_not_known():
    plain = document.to_plain(samples.report(assessment=samples.quiet()))
    assert "began" not in plain["analysis"]["recording"]
    assert "axes" not in plain["analysis"]
    whole = document.to_plain(samples.report())
    assert [one.get("axis") for one in whole["analysis"]["incidents"]] == ["yaw", "eye", None, None]


def test_the_beginning_of_the_recording_comes_back_from_json():
    began = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    report = samples.report(facts=replace(samples.FACTS, began=began))
    plain = document.to_plain(report)
    assert plain["analysis"]["recording"]["began"] == "2026-03-04T09:00:00.000000Z"
    assert document.from_json(document.to_json(report)) == report
