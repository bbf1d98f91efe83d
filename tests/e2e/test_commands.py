import io
import json
import logging
import re
import subprocess
import sys

import pytest
import typer

from proctor_desktop.cli import terminal, window
from proctor_desktop.cli.app import app
from proctor_desktop.domain import errors
from proctor_desktop.storage.migration import backup

COMMANDS = (
    "analyze",
    "demo",
    "serve",
    "sync",
    "reports",
    "db",
    "verify",
    "settings",
    "evaluate",
    "bench",
    "doctor",
    "gui",
)


def test_help_names_every_command(run):
    answer = run("--help")
    assert answer.code == 0
    for name in COMMANDS:
        assert f"  {name} " in answer.out


@pytest.mark.parametrize(
    "arguments",
    [["analyze"], ["demo"], ["serve"], ["reports", "list"], ["reports", "export"], ["db", "check"]],
    ids=" ".join,
)
def test_every_command_explains_itself(run, arguments):
    answer = run(*arguments, "--help")
    assert answer.code == 0
    assert "--help" in answer.out


@pytest.mark.parametrize("command", ["export", "import"])
def test_what_goes_to_another_computer_is_called_a_package(run, command):
    words = run("reports", command, "--help").out.lower()
    assert "package" in words
    assert "session" not in words


def every_command() -> list[list[str]]:
    """The words that lead to each command and group of the program."""
    found: list[list[str]] = []

    def walk(group: typer.core.TyperGroup, words: list[str]) -> None:
        for name, command in group.commands.items():
            found.append([*words, name])
            if isinstance(command, typer.core.TyperGroup):
                walk(command, [*words, name])

    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    walk(root, [])
    return found


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_help_is_for_people_and_whole_on_a_narrow_terminal(run, words, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    explained = run(*words, "--help").out
    assert explained
    assert re.findall(r"<\w+.*?>|\[\[|\{|x<=|x>=", explained) == []
    listed = explained.partition("Commands:")[2]
    assert [line for line in listed.splitlines() if line.endswith("...")] == []


def test_help_does_not_load_what_it_does_not_need():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from proctor_desktop.cli.app import main\n"
            "try: main(['--help'])\n"
            "except SystemExit: pass\n"
            "print(sorted(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for heavy in ("mediapipe", "PySide6", "scipy", "numpy", "sqlalchemy", "pydantic", "cv2", "av"):
        assert f"'{heavy}'" not in loaded


def test_version_is_the_package_version(run):
    assert re.fullmatch(
        r"proctor-desktop \d+\.\d+\.\d+( \([0-9a-f]{10}\))?\n", run("--version").out
    )


def test_an_unknown_command_is_wrong_usage(run):
    assert run("watch").code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.SettingsError("x"), 2),
        (errors.SourceOpenError("x"), 3),
        (errors.EngineError("x"), 3),
        (errors.ReportError("x"), 3),
        (errors.NotFoundError("x"), 3),
        (errors.DiskFullError("x"), 4),
        (errors.ServerUnreachableError("x"), 4),
        (errors.AnalysisCancelled("x"), 130),
        (ValueError("x"), 1),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_every_kind_of_error_has_its_exit_code(error, code):
    assert terminal.exit_code(error) == code


def test_the_life_of_a_kept_report(run, recording, tmp_path, monkeypatch):
    analysed = run("analyze", recording, "--json", "--student-id", "S-9", "--exam-id", "E-1")
    report_id = json.loads(analysed.out)["report_id"]
    shown = run("reports", "show", report_id[:8])
    assert shown.code == 0
    assert "seat 4.mp4" in shown.out
    assert json.loads(run("reports", "show", report_id, "--json").out) == json.loads(analysed.out)

    assert run("reports", "decide", report_id[:8], "I001", "dismiss").code == 2
    decided = run(
        "reports", "decide", report_id[:8], "i001", "dismiss", "--reason", "read the task aloud"
    )
    assert decided.code == 0, decided.err
    assert "People judged 1 of 1 incident." in decided.out
    assert "read the task aloud" in " ".join(run("reports", "show", report_id).out.split())
    missing = run("reports", "decide", report_id, "I999", "confirm")
    assert missing.code == 3
    assert "Its incidents: I001." in missing.err
    assert run("reports", "decide", report_id, "I001", "guilty").code == 2

    exported = run(
        "reports", "export", report_id, "--output", tmp_path / "x", "--format", "html,package"
    )
    assert exported.code == 0, exported.err
    page = (tmp_path / "x" / "seat 4.html").read_text("utf-8")
    assert "The recording at a glance" in page
    assert "data:image/jpeg" in page
    assert "read the task aloud" in page
    assert "The review is final." in page
    assert (tmp_path / "x" / "seat 4.proctor").exists()
    as_before = run("reports", "export", report_id, "--output", tmp_path, "--format", "session")
    assert as_before.code == 0, as_before.err
    assert (tmp_path / "seat 4.proctor").exists(), "what 0.1.0 called it is still understood"

    verified = run("verify", "--deep", "--json")
    assert verified.code == 0, verified.out
    found = json.loads(verified.out)
    assert (found["reports"], found["recomputed"], found["faults"]) == (1, 1, [])

    binned = run("reports", "delete", report_id[:8], "--reason", "a mistake")
    assert binned.code == 0, binned.err
    assert "30 days" in binned.out
    assert json.loads(run("reports", "list", "--json").out)["total"] == 0
    assert run("reports", "show", report_id).code == 3
    (entry,) = json.loads(run("reports", "bin", "--json").out)["reports"]
    assert (entry["report_id"], entry["reason"]) == (report_id, "a mistake")
    assert report_id[:8] in run("reports", "bin").out
    assert run("reports", "restore", report_id[:8]).code == 0
    assert run("reports", "restore", report_id[:8]).code == 3
    assert "empty" in run("reports", "bin").out

    asked = ("reports", "delete", report_id, "--now", "--reason", "asked by the candidate")
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert run(*asked).code == 130
    assert json.loads(run("reports", "list", "--json").out)["total"] == 1
    erased = run(*asked, "--yes")
    assert erased.code == 0, erased.err
    assert json.loads(run("reports", "list", "--json").out)["total"] == 0
    assert run("reports", "show", report_id).code == 3


def test_a_report_gets_a_verdict_and_another_candidate(run, recording):
    analysed = run("analyze", recording, "--json", "--student-id", "S-9", "--exam-id", "E-1")
    report_id = json.loads(analysed.out)["report_id"]
    given = run("reports", "verdict", report_id[:8], "talk", "--reason", "ask about the pencil")
    assert given.code == 0, given.err
    assert "Verdict for the recording: talk to the candidate." in given.out
    assert run("reports", "verdict", report_id, "guilty").code == 2
    moved = run(
        "reports", "reassign", report_id[:8], "--student-id", "S-10", "--reason", "wrong seat"
    )
    assert moved.code == 0, moved.err
    (row,) = json.loads(run("reports", "list", "--verdict", "talk", "--json").out)["reports"]
    assert (row["student_id"], row["exam_id"], row["verdict"]) == ("S-10", "E-1", "talk")
    assert json.loads(run("reports", "list", "--verdict", "open", "--json").out)["total"] == 0
    assert json.loads(run("reports", "list", "--exam-id", "E-2", "--json").out)["total"] == 0
    assert "talk" in run("reports", "list").out
    assert run("reports", "list", "--verdict", "guilty").code == 2
    assert run("reports", "verdict", report_id, "open").code == 0
    assert json.loads(run("reports", "list", "--verdict", "open", "--json").out)["total"] == 1
    assert run("verify", "--deep").code == 0


def test_the_times_of_an_exam_are_said_afterwards(run, recording):
    report_id = json.loads(run("analyze", recording, "--json").out)["report_id"]
    before = json.loads(run("reports", "show", report_id, "--json").out)
    assert before["analysis"]["outside"] == []
    found = [one["id"] for one in before["analysis"]["incidents"]]
    ends = before["analysis"]["incidents"][0]["start"] - 0.5
    given = run("reports", "exam-time", report_id[:8], "--ends", str(ends), "--reason", "bell")
    assert given.code == 0, given.err
    assert "Before and after the exam" in given.out
    assert f"{found[0]}: " in given.out
    after = json.loads(run("reports", "show", report_id, "--json").out)
    assert [one["id"] for one in after["analysis"]["outside"]] == found
    assert after["analysis"]["exam"]["ends_by"] == "given"
    assert run("verify", "--deep").code == 0
    assert run("reports", "exam-time", report_id).code == 2
    assert run("reports", "exam-time", report_id, "--begins", "99999").code == 4
    assert run("reports", "exam-time", report_id, "--ends", "0").code == 0
    again = json.loads(run("reports", "show", report_id, "--json").out)
    assert again["analysis"]["incidents"] == before["analysis"]["incidents"]


def test_a_stream_without_live_is_told_which_option_it_lacks(run):
    answer = run("analyze", "http://camera.example.org/1")
    assert answer.code == 2
    assert "--live watches it" in answer.err


def test_a_report_that_is_not_there_is_said_in_a_sentence(run):
    assert "Name a report" in run("reports", "show", "").err
    answer = run("reports", "show", "ffff")
    assert answer.code == 3
    assert answer.err.startswith("proctor-desktop: No report begins with ffff.")


def test_tables_are_made_and_checked(run):
    before = run("db", "check")
    assert before.code == 4
    assert "no tables yet" in before.out
    assert run("db", "init").code == 0
    assert run("db", "check").code == 0


def test_a_damaged_file_is_named_and_its_backup_comes_back(run, surroundings):
    assert run("db", "init").code == 0
    path = surroundings / "reports.sqlite3"
    backup(path)
    path.write_bytes(b"this is no database" * 100)
    checked = run("db", "check")
    assert checked.code == 4
    assert "not a database" in checked.err
    assert "db restore" in checked.err
    assert run("db", "restore", "--yes").code == 0
    assert run("db", "check").code == 0
    assert path.with_name("reports.damaged-0001.sqlite3").exists()


def test_without_a_backup_nothing_is_touched(run):
    answer = run("db", "restore", "--yes")
    assert answer.code == 4
    assert "no sound backup" in answer.err


def test_a_server_that_is_not_named_cannot_be_prepared(run):
    answer = run("db", "init", "--server")
    assert answer.code == 2
    assert "MYSQL_HOST" in answer.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
@pytest.mark.parametrize("arguments", [[], ["gui"]], ids=["no_command", "gui"])
def test_without_a_screen_the_window_says_what_to_use(run, monkeypatch, arguments):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    answer = run(*arguments)
    assert answer.code == 2
    assert "analyze" in answer.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X has displays")
def test_a_screen_that_does_not_answer_is_named_and_ends_no_process(run, monkeypatch):
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    answer = run("gui")
    assert answer.code == 2
    assert "DISPLAY=:4711" in answer.err


def test_a_file_in_place_of_the_folder_is_said_before_anything_is_analysed(run, tmp_path):
    (tmp_path / "taken").write_text("a letter")
    for folder in ("taken", "taken/in it"):
        answer = run("analyze", "exam.mp4", "--output", tmp_path / folder)
        assert answer.code == 4
        assert "is a file, or lies in one" in answer.err


def test_an_option_that_is_not_there_is_said_and_a_narrow_terminal_can_be_read(run, monkeypatch):
    missing = run("settings", "nosuch")
    assert missing.code == 2
    assert "No option" in missing.err
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("settings", "max_head_speed").out.splitlines()
    assert lines[0].startswith("calibration.max_head_speed_deg_per_sec = ")
    assert all(len(line) <= 60 for line in lines)


def test_without_a_server_sync_says_that_reports_stay_here(run):
    answer = run("sync")
    assert answer.code == 4
    assert "MYSQL_HOST" in answer.err
    assert json.loads(run("sync", "--status", "--json").out)["status"]["is_configured"] is False


def test_a_server_that_does_not_answer_costs_a_sentence(run, monkeypatch):
    monkeypatch.setenv("MYSQL_HOST", "127.0.0.1")
    monkeypatch.setenv("MYSQL_PORT", "1")
    answer = run("sync")
    assert answer.code == 4
    assert "Nothing is lost" in answer.err
    assert "Traceback" not in answer.err


def test_keys_are_made_listed_and_refused(run):
    assert "There are no keys" in run("serve", "keys", "list").out
    first = run("serve", "keys", "add", "first", "--first")
    assert first.out.startswith("pd_")
    assert run("serve", "keys", "add", "first", "--first").out == ""
    assert run("serve", "keys", "revoke", "first").code == 0
    made = run("serve", "keys", "add", "office")
    assert made.code == 0
    assert made.out.startswith("pd_")
    listed = json.loads(run("serve", "keys", "list", "--json").out)
    assert [(one["name"], one["revoked_at"]) for one in listed][1:] == [("office", None)]
    assert made.out.strip() not in run("serve", "keys", "list").out
    assert run("serve", "keys", "revoke", "office").code == 0
    assert "revoked" in run("serve", "keys", "list").out
    assert run("serve", "keys", "revoke", "nobody").code == 3


def test_settings_show_the_value_in_force_with_its_meaning(run, monkeypatch):
    monkeypatch.setenv("PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS", "10")
    listed = {one["name"]: one for one in json.loads(run("settings", "--json").out)}
    assert listed["sampling.target_fps"]["value"] == 10.0
    assert listed["sampling.target_fps"]["bounds"] == "> 0, <= 60"
    assert all(one["meaning"] for one in listed.values())
    assert "sampling.target_fps" in run("settings", "fps").out
    assert "calibration." not in run("settings", "fps").out


def test_doctor_looks_at_everything_and_finds_the_face(run):
    answer = run("doctor", "--json", "--no-camera")
    checks = {one["name"]: one for one in json.loads(answer.out)["checks"]}
    assert set(checks) == {
        "python",
        "libraries",
        "opencv",
        "models",
        "settings",
        "folder",
        "disk",
        "database",
        "key",
        "server",
        "window",
    }
    assert checks["models"]["state"] == "good"
    assert "portrait" in checks["models"]["detail"]
    assert checks["opencv"]["state"] == "good"


def test_doctor_names_a_setting_that_cannot_be_used(run, monkeypatch):
    monkeypatch.setenv("PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS", "900")
    answer = run("doctor", "--no-camera")
    assert answer.code == 3
    assert "target_fps" in answer.out


def test_the_window_keeps_a_log_file(tmp_path, monkeypatch):
    monkeypatch.setattr(window, "log_folder", lambda: tmp_path / "logs")
    before = list(logging.getLogger().handlers)
    window._keep_log()
    added = [one for one in logging.getLogger().handlers if one not in before]
    try:
        logging.getLogger("proctor_desktop").warning("the camera went away")
    finally:
        for handler in added:
            logging.getLogger().removeHandler(handler)
            handler.close()
    assert "the camera went away" in (tmp_path / "logs" / "window.log").read_text("utf-8")
