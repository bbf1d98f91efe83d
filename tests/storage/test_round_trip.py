"""Any report that is saved comes back from the centre with the hash that was said (R16)."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.report import (
    Alert,
    BaselineMetrics,
    Finding,
    Report,
    RiskClass,
)
from proctor_desktop.report.document import from_json
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.storage.versions import accepted, digest
from tests.conftest import StartServer
from tests.servers import MARIADB, MYSQL
from tests.storage.conftest import emptied
from tests.storage.samples import NOW, a_report
from tests.storage.workstations import workstation

REPORTS = 500
REPORTS_IN_A_LOT = 50
LOTS = 12  # two more than needed, because an id that is drawn twice counts once

numbers = st.floats(allow_nan=False, allow_infinity=False, width=64)
single = st.floats(-1e38, 1e38, allow_nan=False)
text = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
identifier = text.filter(lambda one: 0 < len(one) <= 100 and one == one.strip())
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(timezone.utc))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports with numbers and texts of every kind in them."""
    plain = a_report(incidents=draw(st.integers(0, 3)), report_id=str(draw(st.uuids())))
    alerts: tuple[Alert, ...] = tuple(
        replace(one, peak=draw(numbers), explanation=draw(text)) for one in plain.alert_details
    )
    warnings = tuple(Finding(draw(text), draw(text)) for _ in range(draw(st.integers(0, 2))))
    provenance = replace(
        plain.analysis.provenance,
        settings={draw(text): draw(numbers | text | st.booleans() | st.none())},
    )
    recording = replace(plain.analysis.recording, name=draw(text), frame_rate=draw(numbers))
    return replace(
        plain,
        student_id=draw(identifier),
        exam_id=draw(identifier),
        video_duration_sec=draw(single),
        confidence_score=draw(single),
        risk_classification=draw(st.sampled_from(RiskClass)).value,
        created_at=draw(moments) + timedelta(microseconds=draw(st.integers(0, 999_999))),
        baseline_metrics=BaselineMetrics(*(draw(numbers) for _ in range(9))),
        alert_details=alerts,
        analysis=replace(
            plain.analysis, warnings=warnings, provenance=provenance, recording=recording
        ),
    )


@pytest.mark.server
@pytest.mark.parametrize("kind", [MYSQL, MARIADB])
def test_500_reports_survive_the_way_over_the_centre(
    kind: str,
    start_server: StartServer,
    tmp_path_factory: pytest.TempPathFactory,
    empty_file: Path,
) -> None:
    """R16, I3: from one SQLite file over the centre into another one.

    Mutant: hashing the columns in place of the text that was said differs at the first FLOAT.
    """
    options = emptied(kind, start_server)
    folder = tmp_path_factory.mktemp("round-trip")
    east = workstation(folder / "east", empty_file, options)
    west = workstation(folder / "west", empty_file, options)
    sent = 0

    @settings(
        max_examples=LOTS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(reports(), min_size=REPORTS_IN_A_LOT, max_size=REPORTS_IN_A_LOT))
    def send(lot: list[Report]) -> None:
        nonlocal sent
        known = {one for one, _, _ in east.held()}
        new = {one.report_id: one for one in lot if one.report_id not in known}
        with east.store.writing() as unit:
            for report in new.values():
                unit.reports.save(report)
        east.sync.run_once()
        west.sync.run_once()
        sent += len(new)
        for report_id, report in new.items():
            assert west.reports.get(report_id) == report
        assert west.sync.status().put_off == east.sync.status().parked == 0

    send()
    assert sent >= REPORTS
    assert len(west.held()) == sent
    assert west.held() == east.held()
    central = Database.server(options)
    with Store(central).reading() as unit:
        assert unit.reports.faults() == []
    central.close()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_the_text_that_is_hashed_reads_as_the_same_report(report: Report) -> None:
    body = accepted(report)
    assert from_json(body) == report
    assert digest(accepted(from_json(body))) == digest(body)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["student_id", "exam_id"]),
    st.text(min_size=101, max_size=120) | st.just("") | text.map(lambda one: one + " "),
)
def test_identifiers_that_a_server_would_refuse_or_confuse_are_refused(
    name: str, value: str
) -> None:
    report = a_report(created_at=NOW)
    with pytest.raises(ReportError):
        accepted(replace(report, **{name: value}))  # type: ignore[arg-type]  # by name
