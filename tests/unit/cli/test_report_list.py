"""Tables on a terminal are as wide as it is, and never write a name downwards."""

import io
from datetime import datetime, timezone

import pytest
from rich.console import Console

from proctor_desktop.cli.app import main
from proctor_desktop.cli.report_list import show_list
from proctor_desktop.domain.review import RecordingVerdict, ReviewState
from proctor_desktop.storage.repositories.listing import ReportSummary, SyncState

ROW = ReportSummary(
    report_id="0123abcd-0000-4000-8000-000000000005",
    student_id="S-1042",
    exam_id="MATH-2 summer",
    risk_classification="BORDERLINE",
    calibration_status="SUCCESS",
    confidence_score=0.6,
    video_duration_sec=5400.0,
    source_name="exam.mp4",
    incidents=4,
    unjudged=2,
    review=ReviewState.DISPUTED,
    sync=SyncState.PENDING,
    origin="here",
    created_at=datetime(2026, 3, 4, 9, 30, tzinfo=timezone.utc),
    confirmed=1,
    dismissed=1,
    verdict=RecordingVerdict.TALK,
)


def shown(width: int, **how: object) -> list[str]:
    console = Console(file=io.StringIO(), width=width, record=True)
    show_list(console, [ROW], 3, 0, **how)
    return console.export_text().splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_a_row_stays_on_few_lines_however_narrow_the_terminal_is(width: int) -> None:
    lines = shown(width)
    assert all(len(line) <= width for line in lines)
    assert len(lines) <= 6
    assert "S-1042" in lines[1]
    assert "0.40" in lines[1]


def test_narrow_terminals_get_fewer_columns_and_wide_ones_all() -> None:
    assert "Sync" in shown(140)[0]
    assert "Analysed" not in shown(60)[0]


def test_where_there_is_no_centre_nothing_waits_for_one() -> None:
    assert "Sync" not in shown(140, has_centre=False)[0]


def test_how_to_see_the_next_ones_is_said() -> None:
    assert shown(80)[-1] == "1 to 1 of 3. --skip 1 shows the next ones."


@pytest.mark.parametrize("width", [60, 100])
def test_no_name_of_an_option_is_broken(
    width: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    with pytest.raises(SystemExit):
        main(["settings", "max_head_speed"])
    assert "calibration.max_head_speed_deg_per_sec" in capfd.readouterr().out
