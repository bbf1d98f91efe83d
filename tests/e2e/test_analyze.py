import csv
import json
import re
import shutil
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.report.document import from_json
from tests.unit.media.streams import network_camera, numbered_jpegs


def _only_sentence(answer) -> str:
    """The one line on stderr; a traceback would be many."""
    lines = answer.err.strip().splitlines()
    assert len(lines) == 1, answer.err
    assert "Traceback" not in answer.err
    return lines[0]


def test_a_recording_becomes_four_files_and_a_kept_report(run, recording, tmp_path):
    out = tmp_path / "out"
    answer = run("analyze", recording, "--student-id", "S-7", "--exam-id", "M-2", "--output", out)
    assert answer.code == 0, answer.err
    assert sorted(path.name for path in out.iterdir()) == [
        "seat 4.csv",
        "seat 4.html",
        "seat 4.json",
        "seat 4.pdf",
    ]
    report = from_json((out / "seat 4.json").read_text("utf-8"))
    assert (report.student_id, report.exam_id) == ("S-7", "M-2")
    assert report.calibration_status == "SUCCESS"
    turns = [one for one in report.alert_details if one.kind == "head_movement"]
    assert [one.direction for one in turns] == ["right"]
    assert turns[0].start == pytest.approx(8.2, abs=0.5)
    with (out / "seat 4.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["student_id"] for row in rows} == {"S-7"}
    assert "data:image/jpeg" in (out / "seat 4.html").read_text("utf-8")
    listed = json.loads(run("reports", "list", "--json").out)
    assert [one["report_id"] for one in listed["reports"]] == [report.report_id]


def test_a_recording_that_lies_on_its_side_is_turned_and_says_so(run, recording, tmp_path):
    upright = from_json(run("analyze", recording, "--json", "--no-store").out)
    lying = _lying(recording, tmp_path / "lying.mp4")
    turned = from_json(run("analyze", lying, "--json").out)
    assert turned.analysis.recording.rotation == 90
    assert [one.kind for one in turned.alert_details] == ["head_movement"]
    assert turned.alert_details[0].start == pytest.approx(upright.alert_details[0].start, abs=0.1)
    assert turned.alert_details[0].direction == upright.alert_details[0].direction
    assert "picture_turned" in {warning.code for warning in turned.analysis.warnings}
    assert "picture_turned" not in {warning.code for warning in upright.analysis.warnings}
    again = run("analyze", lying, "--json")  # known, although it was read otherwise than asked
    assert from_json(again.out).report_id == turned.report_id


def test_of_several_tracks_the_one_with_a_face_is_measured_and_named(run, recording, tmp_path):
    meeting = _with_a_screen_first(recording, tmp_path / "meeting.mkv")
    found = from_json(run("analyze", meeting, "--json", "--no-store").out)
    assert [one.kind for one in found.alert_details] == ["head_movement"]
    told = {warning.code: warning.sentence for warning in found.analysis.warnings}
    assert "holds 2 tracks of pictures; number 2 was analysed" in told["other_tracks"]
    assert "settings_changed" not in told

    screen = from_json(run("analyze", meeting, "--track", "1", "--json", "--no-store").out)
    told = {warning.code: warning.sentence for warning in screen.analysis.warnings}
    assert "holds 2 tracks of pictures; number 1 was analysed" in told["other_tracks"]
    gaze = next(
        one for one in screen.analysis.coverage.channels if one.channel == "gaze_horizontal"
    )
    assert gaze.measured_share == 0.0
    beyond = run("analyze", meeting, "--track", "3", "--no-store")
    assert beyond.code == 3
    assert "no picture track 3" in beyond.err


def _with_a_screen_first(recording: Path, path: Path) -> Path:
    """The recording as the second track of a film whose first shows a grey screen."""
    with av.open(str(recording)) as source, av.open(str(path), "w") as film:
        faces = source.streams.video[0]
        screen = film.add_stream("libx264", rate=12)
        screen.width, screen.height, screen.pix_fmt = 320, 180, "yuv420p"
        copied = film.add_stream_from_template(faces)
        seconds = int(faces.duration * faces.time_base)
        for index in range(12 * seconds):
            shade = np.full((180, 320, 3), 90 + index % 3, np.uint8)
            picture = av.VideoFrame.from_ndarray(shade, "rgb24")
            picture.pts, picture.time_base = index, Fraction(1, 12)
            film.mux(screen.encode(picture))
        film.mux(screen.encode())
        for packet in source.demux(faces):
            if packet.dts is not None:
                packet.stream = copied
                film.mux(packet)
    return path


def test_json_is_one_document_and_nothing_else(start, recording, surroundings):
    answer = start(["analyze", recording, "--json", "--no-store", "--calibration-duration", "6"])
    assert answer.code == 0, answer.err
    assert from_json(answer.out).analysis.calibration.requested_seconds == 6.0
    assert not (surroundings / "reports.sqlite3").exists()


def test_the_same_recording_gives_the_same_report_but_for_id_and_time(run, recording):
    def report() -> dict:
        plain = json.loads(run("analyze", recording, "--json", "--no-store").out)
        return {key: plain[key] for key in plain if key not in ("report_id", "created_at")}

    assert report() == report()


def test_a_batch_survives_bad_files_and_names_each_in_a_sentence(run, recording, tmp_path):
    (tmp_path / "text.mp4").write_text("no video")
    (tmp_path / "empty.mp4").write_bytes(b"")
    answer = run(
        "analyze",
        tmp_path / "text.mp4",
        recording,
        tmp_path / "empty.mp4",
        tmp_path / "missing.mp4",
        "--json",
        "--calibration-duration",
        "0",
    )
    assert answer.code == 3
    document = json.loads(answer.out)
    assert [one["analysis"]["recording"]["name"] for one in document["reports"]] == ["seat 4.mp4"]
    assert document["reports"][0]["calibration_status"] == "SKIPPED"
    assert [Path(one["video"]).name for one in document["failed"]] == [
        "text.mp4",
        "empty.mp4",
        "missing.mp4",
    ]
    assert all(one["detail"].endswith(".") for one in document["failed"])
    assert "3 of 4 recordings were not finished" in answer.err
    assert "Traceback" not in answer.err


def test_a_batch_that_was_cut_off_goes_on_where_it_stopped(run, recording, tmp_path):
    other = tmp_path / "second.mp4"
    shutil.copy(recording, other)
    common = ("--json", "--calibration-duration", "0", "--exam-id", "M-2")
    first = json.loads(run("analyze", recording, *common).out)

    both = run("analyze", recording, other, *common, "--output", tmp_path / "out")
    assert both.code == 0, both.err
    assert f"{other} is the same recording as {recording}." in both.err.replace("\n", "")
    ids = [one["report_id"] for one in json.loads(both.out)["reports"]]
    assert ids[0] == first["report_id"]
    assert "data:image/jpeg" in (tmp_path / "out" / "seat 4.html").read_text("utf-8")
    assert json.loads(run("reports", "list", "--json").out)["total"] == 2

    changed = run("analyze", recording, other, *common, "--set", "detection.head_min_sec=0.7")
    assert not set(ids) & {one["report_id"] for one in json.loads(changed.out)["reports"]}


def test_a_file_at_its_own_pace_is_watched_until_the_time_is_over(run, recording, tmp_path):
    answer = run(
        "analyze", "--live", recording, "--for", "10.4", "--json", "--output", tmp_path / "out",
        "--format", "html", "--calibration-duration", "6", "--record", tmp_path / "kept.mkv",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    report = from_json(answer.out)
    assert report.video_duration_sec == pytest.approx(10.4, abs=1.0)
    assert [one.kind for one in report.alert_details] == ["head_movement"]
    assert "Head movement, right" in answer.err
    assert len(report.analysis.incidents[0].evidence) == 2
    with av.open(str(tmp_path / "kept.mkv")) as film:
        kept = sum(1 for _ in film.decode(video=0))
    dropped = report.analysis.coverage.dropped_frames
    assert report.analysis.recording.sampled_frames + dropped == kept
    assert report.analysis.recording.name == "kept.mkv"
    assert report.analysis.recording.sha256 == file_sha256(tmp_path / "kept.mkv")
    assert report.analysis.coverage.is_complete
    assert "data:image/jpeg" in (tmp_path / "out" / "seat 4.html").read_text("utf-8")


def test_what_is_watched_is_recorded_under_the_candidates_name(run, recording, surroundings):
    answer = run(
        "analyze", "--live", recording, "--for", "1.5", "--json", "--calibration-duration", "0",
        "--student-id", "S-1/2", "--exam-id", "M-2",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    (kept,) = (surroundings / "captures").iterdir()
    assert re.fullmatch(r"S-1_2_M-2_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.mkv", kept.name)
    assert from_json(answer.out).analysis.recording.sha256 == file_sha256(kept)


def test_a_stream_that_breaks_is_said_at_the_terminal_and_goes_on(run, tmp_path):
    with network_camera(numbered_jpegs(100), 12) as camera:
        camera.break_once(after=12, refusals=1)
        answer = run(
            "analyze", "--live", camera.address, "--for", "5", "--json", "--no-store",
            "--calibration-duration", "0", "--record", tmp_path / "kept.mkv",
        )  # fmt: skip
    assert answer.code == 0, answer.err
    said = [re.sub(r"\d\d:\d\d:\d\d", "TIME", line) for line in answer.err.splitlines()]
    assert [line for line in said if "ignal" in line][:3] == [
        "No signal since TIME.",
        "No signal since TIME; connecting again, attempt 1.",
        "No signal since TIME; connecting again, attempt 2.",
    ]
    assert any(line.startswith("The signal is back since TIME; 1.") for line in said)
    coverage = from_json(answer.out).analysis.coverage
    assert 0.5 < coverage.duration_sec - coverage.analysed_sec < 2.5
    assert camera.connections == 2


def test_a_recording_is_never_written_over_another_one(run, recording, tmp_path):
    (tmp_path / "kept.mkv").write_bytes(b"an exam")
    answer = run("analyze", "--live", recording, "--for", "1", "--record", tmp_path / "kept.mkv")
    assert answer.code == 3
    assert "kept.mkv is there already" in answer.err
    assert (tmp_path / "kept.mkv").read_bytes() == b"an exam"


def test_a_camera_that_is_not_there_costs_a_sentence(run):
    answer = run("analyze", "--live", "rtsp://127.0.0.1:9/none", "--no-store")
    assert answer.code == 3
    assert "Traceback" not in answer.err


def test_no_library_speaks_of_a_camera_that_is_not_there(start):
    answer = start(["analyze", "--live", "97", "--no-store"])
    assert answer.code == 3
    assert not re.search(r"WARN|ERROR|VIDEOIO|\[", answer.err), answer.err


def test_only_one_source_is_watched(run, recording):
    assert run("analyze", "--live", recording, recording).code == 2
    assert run("analyze", recording, "--record", "x.mkv").code == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_in_no_encoding_is_reported_as_far_as_it_can_be_read(run, recording, tmp_path):
    good, bad = tmp_path / "seat\udcff.mp4", tmp_path / "text\udcfe.mp4"
    shutil.copy(recording, good)
    bad.write_text("no video")
    answer = run("analyze", good, bad, "--json", "--calibration-duration", "0")
    document = json.loads(answer.out)
    assert answer.code == 3
    assert document["reports"][0]["analysis"]["recording"]["name"] == "seat?.mp4"
    assert document["failed"][0]["video"].endswith("text?.mp4")


def test_videos_that_share_a_name_get_a_number(run, recording, tmp_path):
    other = tmp_path / "other" / "SEAT 4.mp4"
    other.parent.mkdir()
    shutil.copy(recording, other)
    out = tmp_path / "out"
    answer = run(
        "analyze", recording, other, "--output", out, "--format", "json", "--no-store",
        "--calibration-duration", "0",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert sorted(path.name for path in out.iterdir()) == ["SEAT 4-2.json", "seat 4.json"]


def _lying(source: Path, target: Path) -> Path:
    """The recording turned anticlockwise by a right angle, without a tag that says so."""
    with av.open(str(source)) as read, av.open(str(target), "w") as written:
        stream = written.add_stream("libx264", rate=12)
        stream.width, stream.height, stream.pix_fmt = 480, 640, "yuv420p"
        for frame in read.decode(video=0):
            picture = np.ascontiguousarray(np.rot90(frame.to_ndarray(format="rgb24")))
            lying = av.VideoFrame.from_ndarray(picture, "rgb24")
            lying.pts, lying.time_base = frame.pts, frame.time_base
            written.mux(stream.encode(lying))
        written.mux(stream.encode())
    return target


def _cut(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[: source.stat().st_size // 2])


def _as_matroska(source: Path, target: Path) -> None:
    """The same pictures in a container whose index stands at the front."""
    with av.open(str(source)) as film, av.open(str(target), "w") as copy:
        stream = copy.add_stream_from_template(film.streams.video[0])
        for packet in film.demux(film.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                copy.mux(packet)


HOSTILE = {
    "empty": lambda source, target: target.write_bytes(b""),
    "text": lambda source, target: target.write_text("no video at all\n" * 50),
    "list_of_files": lambda source, target: target.write_text(
        f"ffconcat version 1.0\nfile '{source}'\n"
    ),
    "cut_in_half": _cut,
    "folder": lambda source, target: target.mkdir(),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_an_unusable_input_costs_one_sentence_and_exit_code_3(run, recording, tmp_path, make):
    make(recording, tmp_path / "bad.mp4")
    answer = run("analyze", tmp_path / "bad.mp4")
    assert answer.code == 3
    assert answer.out == ""
    assert _only_sentence(answer).count("bad.mp4") >= 1


def test_a_recording_that_was_cut_off_is_reported_as_incomplete_and_never_clean(
    run, recording, tmp_path
):
    _as_matroska(recording, tmp_path / "whole.mkv")
    _cut(tmp_path / "whole.mkv", tmp_path / "damaged.mkv")
    answer = run(
        "analyze", tmp_path / "damaged.mkv", "--json", "--no-store", "--calibration-duration", "0"
    )
    assert answer.code == 0, answer.err
    document = json.loads(answer.out)
    assert not document["analysis"]["coverage"]["is_complete"]
    assert document["risk_classification"] != "CLEAN"
    assert "incomplete_video" in {one["code"] for one in document["analysis"]["warnings"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--set", "nothing.here=3"], "There is no option 'nothing.here'"),
        (["--set", "sampling.target_fps=900"], "less than or equal to 60"),
        (["--set", "sampling.target_fps"], "KEY=VALUE"),
        (["--rotate", "45"], "multiple of 90"),
        (["--calibration-duration", "nan"], "calibration.duration_sec=nan"),
        (["--calibration-duration", "-1"], "greater than or equal to 0"),
        (["--profile", "nobody"], "There is no profile 'nobody'"),
        (["--format", "doc"], "--format 'doc'"),
        (["--student-id", "x" * 101], "101 characters"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_usage_is_exit_code_2_before_anything_is_analysed(run, recording, arguments, words):
    answer = run("analyze", recording, "--no-store", *arguments)
    assert answer.code == 2
    assert words in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""


def test_a_database_that_cannot_be_used_is_exit_code_4(run, recording, surroundings):
    surroundings.mkdir()
    (surroundings / "reports.sqlite3").write_bytes(b"this is no database" * 100)
    answer = run("analyze", recording)
    assert answer.code == 4
    assert "Traceback" not in answer.err


def test_a_folder_that_cannot_be_written_is_exit_code_4_and_says_so(run, recording, tmp_path):
    (tmp_path / "taken").write_text("a file, where a folder is wanted")
    answer = run(
        "analyze", recording, "--no-store", "--output", tmp_path / "taken", "--format", "json",
        "--calibration-duration", "0",
    )  # fmt: skip
    assert answer.code == 4
    assert "--output" in answer.err


def test_a_clip_of_an_incident_shows_it_from_a_second_before_to_a_second_after(
    run, recording, tmp_path
):
    report = from_json(run("analyze", recording, "--calibration-duration", "6", "--json").out)
    incident = report.analysis.incidents[0]
    clip = tmp_path / "I001.mp4"
    answer = run("reports", "clip", report.report_id[:8], incident.id, "--output", clip)
    assert answer.code == 0, answer.err
    with av.open(str(clip)) as film:
        seconds = film.duration / 1e6
    assert seconds == pytest.approx(incident.duration + 2, abs=0.2)

    again = run("reports", "clip", report.report_id, incident.id, "--output", clip)
    assert (again.code, again.out) == (4, "")
    assert "is there already" in _only_sentence(again)
    nobody = run("reports", "clip", report.report_id, "I099", "--output", tmp_path / "x.mp4")
    assert "has no incident I099" in _only_sentence(nobody)
    clip.rename(tmp_path / "other.mp4")
    other = run(
        "reports", "clip", report.report_id, incident.id, "--output", clip,
        "--recording", tmp_path / "other.mp4",
    )  # fmt: skip
    assert "other.mp4 is not the recording of this report" in _only_sentence(other)
    assert not clip.exists()
