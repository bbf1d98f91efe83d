import json
import re
from dataclasses import replace

import numpy as np
import pytest

from proctor_desktop.domain.calibration import (
    CalibrationFault,
    CalibrationFinding,
    CalibrationStatus,
)
from proctor_desktop.domain.events import Event, EventKind, Incident, Severity, Unit
from proctor_desktop.domain.exam import ExamEdge, ExamTime
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.recording import Flaw
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Missing
from proctor_desktop.report import document, evidence, html, wording
from tests.unit.report import samples
from tests.unit.synthetic import FACE, Recording


def test_alerts_are_numbered_in_time_order_and_technical_events_are_none():
    report = samples.report()
    assert [alert.id for alert in report.alert_details] == ["A001", "A002", "A003", "A004", "A005"]
    assert [alert.kind for alert in report.alert_details] == [
        "head_movement",
        "gaze_deviation",
        "head_movement",
        "face_absence",
        "multiple_faces",
    ]
    assert [one.kind for one in report.analysis.coverage.technical_events] == ["feed_dark"]


def test_counts_agree_with_the_alerts():
    counts = samples.report().alerts
    assert (counts.gaze_deviation, counts.head_movement) == (1, 2)
    assert (counts.face_absence, counts.multiple_faces) == (1, 1)


def test_the_same_input_gives_the_same_bytes():
    assert document.to_json(samples.report()) == document.to_json(samples.report())


def test_contributions_add_up_to_the_risk_exactly_in_millionths():
    analysis = samples.report().analysis
    parts = [round(part.points * 1_000_000) for part in analysis.contributions]
    assert sum(parts) == round(analysis.risk_score * 1_000_000)
    assert [one.points for one in analysis.incidents] == [
        part.points for part in analysis.contributions
    ]


def test_numbers_survive_storage_in_single_precision():
    report = samples.report(record=replace(samples.RECORD, duration_sec=10_799.966_633))
    for value in (report.video_duration_sec, report.confidence_score):
        assert float(f"{np.float32(value):.7g}") == value


def test_duration_is_the_difference_of_the_printed_times():
    for alert in samples.report().alert_details:
        assert alert.duration == round(alert.end - alert.start, 3)


def test_a_turn_is_explained_in_degrees_with_both_views_of_left_and_right():
    turn = samples.report().alert_details[0]
    assert turn.explanation == (
        "The head was turned by up to 31.2 degrees from the resting posture to the picture's right "
        "(the candidate's left) for 4.2 s; this candidate's threshold is 21.6 degrees."
    )


def test_every_kind_has_its_own_physical_sentence():
    sentences = [alert.explanation for alert in samples.report().alert_details]
    assert sentences[1] == (
        "The gaze was turned by up to 35.4 degrees from the resting posture to the "
        "picture's left (the candidate's right) for 2.5 s; this candidate's threshold is 20.6 "
        "degrees."
    )
    assert sentences[2].startswith(
        "The head was raised by up to 18.2 degrees from the resting posture for 2.0 s;"
    )
    assert sentences[3] == (
        "No face was in the picture for 8.0 s; absences shorter than 1.0 s are not counted."
    )
    assert sentences[4] == "Up to 2 faces were counted within 6.0 s; one person is expected."


def test_without_calibration_no_threshold_is_called_the_candidates():
    failed = replace(samples.CALIBRATION, status=CalibrationStatus.FAILED)
    report = samples.report(assessment=samples.assessment(calibration=failed))
    assert "the default threshold" in report.alert_details[0].explanation
    assert "this candidate's threshold" not in document.to_json(report)
    assert "from the resting posture" not in report.alert_details[0].explanation


def test_an_incident_names_what_came_with_it_and_is_charged_once():
    incident = samples.report().analysis.incidents[1]
    assert incident.alert_ids == ("A002", "A003")
    assert incident.explanation.endswith(
        "In the same incident: 1 head movement (A003), not charged again."
    )


@pytest.mark.parametrize(
    ("index", "value", "sentence"),
    [
        (0, 0.36, "base + k x variance = 0.3 + 2 x 0.03 = 0.36 rad, between the floor of 0.35"),
        (1, 21.6, "base + k x variance = 8 + 1.6 x 8.5 = 21.6 degrees, between the floor of 15"),
        (
            2,
            11.0,
            "base + k x variance = 6 + 1.4 x 0.6 = 6.84 degrees, raised to the common floor of",
        ),
        (3, 25.0, "base + k x variance = 5 + 1.2 x 25 = 35 degrees, limited to the cap of 25"),
    ],
    ids=["eye", "yaw", "pitch_at_floor", "roll_at_cap"],
)
def test_a_threshold_can_be_checked_by_hand(index: int, value: float, sentence: str):
    derivation = samples.report().analysis.calibration.derivations[index]
    assert derivation.value == value
    assert derivation.sentence.startswith(sentence)


def test_alerts_of_the_charged_kind_are_told_from_those_of_other_kinds():
    second = replace(samples.TURN, interval=samples.span(35, 36))
    whole = Incident("I001", samples.span(30, 36), samples.TURN, (samples.TURN, second))
    report = samples.report(
        assessment=samples.assessment(
            incidents=(whole, *samples.assessment().incidents[1:]),
        )
    )
    assert report.analysis.incidents[0].explanation.endswith(
        "In the same incident: 1 head movement (A002), charged with it."
    )


def _codes(report) -> list[str]:
    """Of all warnings but the one that the sample's risk is near a limit."""
    codes = [warning.code for warning in report.analysis.warnings]
    return [code for code in codes if code != "near_limit"]


@pytest.mark.parametrize(
    ("risk", "said"),
    [
        (0.0, ""),
        (0.15, ""),
        (0.17, "between clean and borderline, 0.20"),
        (0.43, "between borderline and suspicious, 0.40"),
        (0.5, ""),
        (0.62, "between suspicious and high risk, 0.65"),
        (0.9, ""),
    ],
)
def test_a_risk_near_a_limit_of_its_class_says_so(risk, said):
    scored = replace(samples.assessment().risk, score=risk)
    report = samples.report(assessment=samples.assessment(risk=scored))
    near = {one.code: one.sentence for one in report.analysis.warnings}.get("near_limit", "")
    assert said in near
    assert bool(said) == bool(near)


def test_a_limit_that_was_set_is_the_one_that_counts():
    scored = replace(samples.assessment().risk, score=0.5)
    report = samples.report(
        assessment=samples.assessment(risk=scored), settings={"policy.borderline_until": 0.52}
    )
    near = {one.code: one.sentence for one in report.analysis.warnings}["near_limit"]
    assert "between borderline and suspicious, 0.52" in near


def test_a_good_recording_has_no_warning():
    assert _codes(samples.report()) == []


@pytest.mark.parametrize(
    ("calibration", "code"),
    [
        ({"status": CalibrationStatus.FAILED}, "calibration_failed"),
        ({"status": CalibrationStatus.SKIPPED, "is_short": True}, "calibration_skipped"),
        ({"is_short": True, "requested_seconds": 2.0}, "calibration_short"),
        (
            {"findings": (CalibrationFinding(CalibrationFault.TURNED_YAW, "Turned away."),)},
            "turned_yaw",
        ),
    ],
)
def test_what_calibration_lacks_is_said(calibration, code):
    changed = replace(samples.CALIBRATION, **calibration)
    assert _codes(samples.report(assessment=samples.assessment(calibration=changed))) == [code]


def test_missing_video_is_said_with_its_share():
    record = replace(samples.RECORD, analysed_sec=120.0, decode_errors=3)
    report = samples.report(record=record)
    assert _codes(report) == ["incomplete_video", "decode_errors"]
    said = {one.code: one.sentence for one in report.analysis.warnings}
    assert "120.0 s of 180.0 s (67 %)" in said["incomplete_video"]
    assert not report.analysis.coverage.is_complete


def test_low_coverage_is_said():
    report = samples.report(assessment=samples.assessment(measurable_sec=90.0))
    assert "low_coverage" in _codes(report)
    assert report.analysis.coverage.measurable_share == 0.5


def test_a_profile_stands_beside_the_score_without_it():
    profile = Profile("paper", "Exam on paper", "Looking down is writing.", {"detection.x": True})
    report = samples.report(
        profile=profile,
        assessment=samples.quiet(),
        assessment_without_profile=samples.assessment(),
    )
    record = report.analysis.profile
    assert record is not None
    assert (record.risk_score, record.risk_classification) == (0.0, "CLEAN")
    assert record.risk_score_without == pytest.approx(0.397845)
    assert record.risk_classification_without == "BORDERLINE"
    assert "profile_in_force" in _codes(report)


def test_a_profile_without_the_comparison_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="without it"):
        samples.report(profile=Profile("paper", "Exam on paper", "Because."))


def test_pictures_go_to_their_incident_and_to_the_alert_they_lie_in():
    pictures = samples.pictures()
    report = samples.report(evidence=evidence.by_incident(pictures))
    first = report.analysis.incidents[0]
    assert [one.time for one in first.evidence] == [29.0, 32.083]
    assert [one.time for one in report.alert_details[0].evidence] == [32.083]


def test_hashes_change_with_what_they_cover():
    made = samples.report().analysis.provenance
    other_settings = samples.report(settings=samples.SETTINGS | {"sampling.target_fps": 10.0})
    shorter = samples.report(track=samples.track(179.0))
    assert other_settings.analysis.provenance.settings_sha256 != made.settings_sha256
    assert other_settings.analysis.provenance.signals_sha256 == made.signals_sha256
    assert shorter.analysis.provenance.signals_sha256 != made.signals_sha256


FORBIDDEN = (
    "cheat|fraud|guilt|dishonest|nervous|stress|anxi|emotion|decei|lying|intend|attention|engag|"
    "suspicious behaviou?r|innocent|caught|violation|offen[cs]e"
)


@pytest.mark.parametrize("risk_class", list(RiskClass))
def test_no_sentence_names_a_verdict_a_feeling_or_an_intention(risk_class: RiskClass):
    scored = replace(samples.assessment().risk, classification=risk_class)
    text = json.dumps(document.to_plain(samples.report(assessment=samples.assessment(risk=scored))))
    assert not re.findall(FORBIDDEN, text, re.IGNORECASE)


def test_a_face_that_never_moves_is_a_notice_and_no_alert():
    still = Recording(180).people(0, 180, 2, still=1).track()
    report = samples.report(track=still, assessment=samples.quiet())
    notice = next(one for one in report.analysis.warnings if one.code == "still_face")
    assert notice.sentence.startswith("For 180 s of 180 s a face was seen that did not move")
    assert "still_face" not in _codes(samples.report())


def test_what_was_measured_and_not_recorded_is_said():
    record = replace(samples.RECORD, unrecorded=((30.0, 42.5), (100.0, 180.0)))
    warnings = samples.report(record=record).analysis.warnings
    (said,) = (each.sentence for each in warnings if each.code == "not_recorded")
    assert said.startswith("The recording lacks 0:30.0 - 0:42.5, 1:40.0 - 3:00.0: the disk was")
    assert "not_recorded" not in {each.code for each in samples.report().analysis.warnings}


def test_who_leaves_until_the_end_may_have_finished_which_only_a_person_knows():
    gone = replace(samples.ABSENCE, interval=samples.span(160, 180))
    left = samples.assessment(incidents=(Incident("I001", gone.interval, gone, (gone,)),))
    warnings = samples.report(assessment=left).analysis.warnings
    (said,) = (each.sentence for each in warnings if each.code == "left_until_end")
    assert said.startswith("Nobody was there from 2:40.0 until the recording ends.")
    assert "left_until_end" not in _codes(samples.report())
    marked = replace(left, exam=ExamTime(samples.span(0, 180), ends_by=ExamEdge.GIVEN))
    assert "left_until_end" not in _codes(samples.report(assessment=marked))


def test_who_is_seen_at_the_beginning_may_have_set_up_the_seat():
    span = samples.span(10, 16)
    two = Event(EventKind.MULTIPLE_FACES, span, 2.0, 2.0, Unit.PEOPLE, Severity.MEDIUM, 1.0)
    helped = samples.assessment(incidents=(Incident("I001", span, two, (two,)),))
    warnings = samples.report(assessment=helped).analysis.warnings
    (said,) = (each.sentence for each in warnings if each.code == "helped_at_beginning")
    assert said.startswith("Several people were seen between 0:10.0 and 0:16.0, at the beginning.")
    marked = replace(helped, exam=ExamTime(samples.span(0, 180), begins_by=ExamEdge.GIVEN))
    assert "helped_at_beginning" not in _codes(samples.report(assessment=marked))
    late = replace(two, interval=samples.span(150, 156))
    later = samples.assessment(incidents=(Incident("I001", late.interval, late, (late,)),))
    assert "helped_at_beginning" not in _codes(samples.report(assessment=later))


def test_a_face_that_was_away_for_long_is_said():
    turned = Recording(180).hide(30, 51, Missing.FACE_AWAY, FACE).track()
    report = samples.report(track=turned, assessment=samples.quiet())
    (said,) = (each.sentence for each in report.analysis.warnings if each.code == "face_away")
    assert said.startswith("For 21 s somebody sat there with the face turned away or covered.")
    assert "face_away" not in _codes(samples.report())


def _still_head():
    thresholds = replace(samples.CALIBRATION.thresholds, yaw=samples.STILL.yaw)
    return replace(samples.CALIBRATION, thresholds=thresholds)


def test_a_threshold_that_everybody_has_is_called_the_common_floor():
    report = samples.report(assessment=samples.assessment(calibration=_still_head()))
    turn, gaze = report.alert_details[0].explanation, report.alert_details[1].explanation
    assert "the threshold, the common floor, is" in turn
    assert "this candidate's threshold" not in turn
    assert "this candidate's threshold is" in gaze
    yaw = report.analysis.calibration.derivations[1]
    assert yaw.sentence.endswith("raised to the common floor of 15 degrees.")
    assert wording.floor_sentence(report.analysis.calibration) == (
        "2 of 4 thresholds are only the common floor, the same for all candidates."
    )


def test_the_pages_say_how_many_thresholds_are_the_common_floor():
    report = samples.report(assessment=samples.assessment(calibration=_still_head()))
    sentence = wording.floor_sentence(report.analysis.calibration)
    assert sentence
    assert sentence in html.render(report)


def test_without_calibration_no_sum_pretends_to_be_the_candidates():
    failed = replace(samples.CALIBRATION, status=CalibrationStatus.FAILED)
    report = samples.report(assessment=samples.assessment(calibration=failed))
    calibration = report.analysis.calibration
    for each in calibration.derivations:
        assert each.sentence.startswith("The default of all candidates, ")
    assert wording.floor_sentence(calibration) == ""


def test_what_a_file_lacks_or_hides_is_said_and_never_as_a_share_of_all():
    record = replace(samples.RECORD, flaws=tuple(Flaw))
    report = samples.report(record=record)
    assert _codes(report) == ["ends_early", "other_tracks", "hidden_pictures"]
    assert "the file lacks, hides or damages some of it" in report.analysis.coverage.sentence
    assert "180.0 s of 180.0 s." not in report.analysis.coverage.sentence
