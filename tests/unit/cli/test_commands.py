"""Commands refuse before they work, and say what was left done."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from proctor_desktop.cli import batch
from proctor_desktop.cli.app import main
from proctor_desktop.cli.batch import Batch, Work, answer
from proctor_desktop.cli.errands import Asked, errands_of
from proctor_desktop.cli.kept import incident_named
from proctor_desktop.pipeline import AnalysisOptions
from tests.unit.report import samples


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROCTOR_FOLDER", str(tmp_path / "kept"))
    monkeypatch.setenv("PROCTOR_SETTINGS_FILE", str(tmp_path / "settings.json"))
    monkeypatch.delenv("MYSQL_HOST", raising=False)
    monkeypatch.chdir(tmp_path)


def left(*arguments: object) -> object:
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    return ended.value.code


@pytest.mark.parametrize(
    ("typed", "named"), [("i003", "I003"), ("I003", "I003"), ("P-1a2b3c4d", "P-1a2b3c4d")]
)
def test_an_incident_is_found_however_it_is_typed(typed, named):
    assert incident_named(typed) == named


def test_an_output_that_cannot_be_written_to_is_refused_before_any_work(tmp_path, capfd):
    (tmp_path / "taken").write_text("a file")
    assert left("analyze", "nosuch.mp4", "--output", tmp_path / "taken") == 4
    said = capfd.readouterr().err
    assert "Choose another folder with --output." in said
    assert "nosuch" not in said, "nothing was begun"


def test_a_format_without_a_folder_for_it_is_refused(capfd):
    assert left("analyze", "nosuch.mp4", "--format", "html") == 2
    assert "--format goes with --output only" in capfd.readouterr().err


def test_watching_without_a_server_ends_with_one_sentence(capfd):
    assert left("db", "init") == 0
    capfd.readouterr()
    assert left("sync", "--watch") == 4
    said = capfd.readouterr().err.strip().splitlines()
    assert len(said) == 1
    assert "No server is set (MYSQL_HOST)" in said[0]


class Stopped:
    """Reports the first recording, and is stopped by Ctrl+C in the second."""

    def __init__(self) -> None:
        self.calls = 0

    def with_engine(self, engine: object) -> "Stopped":
        return self

    def handing_over(self, hand_over: object) -> None:
        return None

    def analyze(self, request: Any, **_: Any) -> Any:
        self.calls += 1
        if self.calls == 2:
            raise KeyboardInterrupt
        return batch_material(request)


def batch_material(request: Any) -> Any:
    from proctor_desktop.report.files import Material

    return Material(replace(samples.report(), student_id=request.path.stem), None, {})


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (3, "Stopped: 1 of 3 recordings are done. The same command goes on with the rest"),
        (1, "Stopped: the recording has no report. The same command begins anew."),
    ],
)
def test_ctrl_c_says_what_is_done_and_how_to_go_on(count, words, capsys):
    engine: Any = Stopped()
    engine.calls = 0 if count > 1 else 1
    videos = [Path(f"seat {number}.mp4") for number in range(count)]
    errands = errands_of(videos, Asked(None, "E", None, {}), AnalysisOptions())
    ended = Work(engine, engine, None, None, ()).run(errands)
    answer(ended, count, as_json=False)
    assert words in capsys.readouterr().err
    assert ended.code == 130


def test_nothing_is_said_of_stopping_where_nobody_stopped(capsys):
    answer(Batch(), 2, as_json=False)
    assert "Stopped" not in capsys.readouterr().err
    assert batch.Batch().code == 0
