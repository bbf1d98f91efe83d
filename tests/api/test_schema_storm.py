"""Thousands of requests made from the OpenAPI document: none may end in a bug.

A small share runs with the other tests. The full storm:

    PROCTOR_STORM_EXAMPLES=150 python -m pytest tests/api/test_schema_storm.py -s
"""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from proctor_desktop.services.jobs import QueueOptions
from tests.api.serving import VIDEO, Bundle, bundle, served
from tests.storage.samples import a_report

EXAMPLES = int(os.environ.get("PROCTOR_STORM_EXAMPLES", "12"))
KNOWN_REPORTS = 40

schemathesis.openapi.format("binary", st.one_of(st.just(VIDEO), st.binary(max_size=300)))


class Storm:
    """What the storm is made against, and what came back."""

    def __init__(self, address: str, services: Bundle) -> None:
        self.schema = schemathesis.openapi.from_url(address + "/openapi.json")
        self.seen: Counter[tuple[str, int]] = Counter()
        self.reports = [self._report(services, number) for number in range(KNOWN_REPORTS)]
        self.jobs: list[str] = []
        self._turn = 0

    @staticmethod
    def _report(services: Bundle, number: int) -> str:
        report = a_report(student_id=f"S{number}")
        services.reports.keep(report, actor="test")
        return report.report_id

    def seed(self, case: Any) -> None:
        """Turn every second case into one that meets something: a real id, a good form."""
        self._turn += 1
        if self._turn % 2:
            return
        parameters = case.path_parameters or {}
        if "report_id" in parameters:
            parameters["report_id"] = self.reports[self._turn // 2 % len(self.reports)]
        if "job_id" in parameters and self.jobs:
            parameters["job_id"] = self.jobs[self._turn // 2 % len(self.jobs)]
        if isinstance(case.body, dict) and "video" in case.body:
            case.body |= {"video": VIDEO, "student_id": "STU1", "exam_id": "EXAM1"}
            case.body.pop("profile", None)
            case.headers["Prefer"] = "respond-async" if self._turn % 4 else ""

    def note(self, case: Any, answer: Any) -> None:
        """Count the answer and remember the job."""
        self.seen[f"{case.method} {case.path}", answer.status_code] += 1
        if answer.status_code == 202:
            self.jobs.append(answer.json()["job_id"])


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storm]:
    services = bundle(tmp_path_factory.mktemp("storm"), QueueOptions(max_waiting=10_000))
    with served(services) as address:
        gathered = Storm(address, services)
        yield gathered
        for (call, status), count in sorted(gathered.seen.items()):
            print(f"{call} {status}: {count}")  # noqa: T201 - the result of a storm by command
        print(sum(gathered.seen.values()), "cases")  # noqa: T201 - as above


CALLS = [
    ("POST", "/api/v1/proctoring/process"),
    ("GET", "/api/v1/jobs/{job_id}"),
    ("GET", "/api/v1/jobs/{job_id}/events"),
    ("DELETE", "/api/v1/jobs/{job_id}"),
    ("GET", "/api/v1/reports"),
    ("GET", "/api/v1/reports/{report_id}"),
    ("DELETE", "/api/v1/reports/{report_id}"),
    ("GET", "/api/v1/reports/{report_id}/evidence/{name}"),
    ("GET", "/api/v1/health"),
    ("GET", "/metrics"),
]


def test_the_document_names_exactly_these_calls(storm: Storm) -> None:
    found = {(one.ok().method.upper(), one.ok().path) for one in storm.schema.get_all_operations()}
    assert found == set(CALLS)


@pytest.mark.timeout(0)  # by command it may rain for hours
def test_no_request_ends_in_a_bug_or_an_undocumented_answer(storm: Storm) -> None:
    """One test, because calls are met with the reports and jobs that those before them made."""
    for method, path in CALLS:
        rain(storm, method, path)
    seen = set(storm.seen)
    assert all(status < 500 for _, status in seen)
    assert {
        ("POST /api/v1/proctoring/process", 200),
        ("POST /api/v1/proctoring/process", 422),
        ("GET /api/v1/reports/{report_id}", 200),
        ("GET /api/v1/reports/{report_id}", 404),
        ("DELETE /api/v1/reports/{report_id}", 204),
        ("GET /api/v1/reports", 200),
        ("GET /api/v1/health", 200),
    } <= seen


def rain(storm: Storm, method: str, path: str) -> None:
    """Many requests of one call, each held against the document."""
    call = storm.schema[path][method]
    modes = GenerationMode if call.query or call.body else [GenerationMode.POSITIVE]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.one_of([call.as_strategy(generation_mode=mode) for mode in modes]))
    def meet(case: Any) -> None:
        storm.seed(case)
        answer = case.call(timeout=30)
        storm.note(case, answer)
        checks = [not_a_server_error, status_code_conformance, content_type_conformance]
        if answer.status_code < 300:
            checks.append(response_schema_conformance)
        case.validate_response(answer, checks=checks)

    meet()
