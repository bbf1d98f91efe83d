"""Tables sort and filter by value, and keep Qt's rules for models."""

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, QSortFilterProxyModel, Qt
from pytestqt.modeltest import ModelTester

from proctor_desktop.domain.review import IncidentState, ReviewState
from proctor_desktop.gui.analysis.entries import QueueEntry
from proctor_desktop.gui.analysis.queue import QueueModel
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.reports.listing import ReportModel
from proctor_desktop.gui.review.incident_table import IncidentModel
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.listing import ReportSummary
from tests.storage.samples import a_report

NUMBERS = (
    Column("Number", lambda row: f"{row:.1f} s", lambda row: row, is_number=True),
    Column("Parity", lambda row: "even" if row % 2 == 0 else "odd", lambda row: row % 2),
)


def texts(model: TableModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def a_summary(number: int = 1) -> ReportSummary:
    return ReportSummary(
        report_id=f"r{number}",
        student_id=f"STU{number}",
        exam_id="MATH",
        risk_classification="SUSPICIOUS",
        calibration_status="SUCCESS",
        confidence_score=0.5,
        video_duration_sec=3600.0,
        source_name="seat.mp4",
        incidents=3,
        unjudged=2,
        review=ReviewState.OPEN,
        sync=SyncState.PENDING,
        origin="here",
        created_at=datetime(2026, 3, 4, tzinfo=timezone.utc) + timedelta(hours=number),
    )


def test_sorting_is_by_value_and_not_by_text() -> None:
    model = TableModel(NUMBERS)
    model.set_rows([9, 10, 100, 1])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert texts(model) == ["100.0 s", "10.0 s", "9.0 s", "1.0 s"]


def test_rows_that_come_later_are_sorted_and_filtered_too() -> None:
    model = TableModel(NUMBERS)
    model.sort(0)
    model.set_filter(lambda row: row % 2 == 0)
    model.set_rows([8, 3, 2, 5, 4])
    assert texts(model) == ["2.0 s", "4.0 s", "8.0 s"]
    model.set_filter(None)
    assert model.rowCount() == 5


def test_a_selected_row_stays_selected_when_sorted() -> None:
    model = TableModel(NUMBERS)
    model.set_rows([3, 1, 2])
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(0)
    assert kept.data() == "3.0 s"
    assert kept.row() == 2


def test_cells_can_be_read_aloud() -> None:
    model = TableModel(NUMBERS)
    model.set_rows([4])
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Parity: even"


@pytest.mark.parametrize("kind", ["incidents", "reports", "queue"])
def test_models_keep_qts_rules(kind: str, qtmodeltester: ModelTester) -> None:
    incidents, reports, queue = IncidentModel(), ReportModel(), QueueModel()
    rows = [IncidentRow(one, IncidentState.OPEN) for one in a_report().analysis.incidents]
    incidents.set_rows(rows)
    reports.set_rows([a_summary(number) for number in range(4)])
    queue.add(QueueEntry(1, Path("a.mp4"), "A", "M"))
    queue.add(QueueEntry(2, Path("b.mp4"), "B", "M"))
    model = {"incidents": incidents, "reports": reports, "queue": queue}[kind]
    qtmodeltester.check(model)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_ten_thousand_rows_sort_much_faster_than_through_a_proxy() -> None:
    model = TableModel(NUMBERS)
    model.set_rows([(7919 * number) % 10_007 for number in range(10_000)])
    begun = time.perf_counter()
    model.sort(0)
    own = time.perf_counter() - begun
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    begun = time.perf_counter()
    proxy.sort(0, Qt.SortOrder.DescendingOrder)
    assert own < (time.perf_counter() - begun) / 3
