"""Counters of this process in Prometheus' text format; the queue is read from the database."""

import os
from collections.abc import Mapping

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from proctor_desktop.domain.jobs import JobState

MEDIA_TYPE = CONTENT_TYPE_LATEST

_REQUEST_BUCKETS = (0.005, 0.025, 0.1, 0.5, 2, 10, 60, 600)
_ANALYSIS_BUCKETS = (1, 5, 15, 60, 300, 900, 3600, 10800)


class Metrics:
    """The figures of one server process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "proctor_requests_total",
            "Requests answered.",
            ["method", "route", "status"],
            registry=self.registry,
        )
        self.request_seconds = Histogram(
            "proctor_request_seconds",
            "Time to answer.",
            ["route"],
            buckets=_REQUEST_BUCKETS,
            registry=self.registry,
        )
        self.upload_bytes = Counter(
            "proctor_upload_bytes_total", "Video bytes accepted.", registry=self.registry
        )
        self.analyses = Counter(
            "proctor_analyses_total", "Jobs ended.", ["state"], registry=self.registry
        )
        self.analysis_seconds = Histogram(
            "proctor_analysis_seconds",
            "Time from claim to end of a job.",
            buckets=_ANALYSIS_BUCKETS,
            registry=self.registry,
        )
        self.jobs = Gauge(
            "proctor_jobs",
            "Jobs in the shared queue.",
            ["state"],
            registry=self.registry,
            multiprocess_mode="mostrecent",
        )

    def text(self, counts: Mapping[JobState, int]) -> bytes:
        """All figures, the queue's as given; of all processes where they share a folder."""
        for state in JobState:
            self.jobs.labels(state.value).set(counts.get(state, 0))
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        gathered = CollectorRegistry()
        MultiProcessCollector(gathered)  # type: ignore[no-untyped-call]  # no types there
        return generate_latest(gathered)


METRICS = Metrics()
"""One set for the process, as the library intends it.

Several workers add theirs up when PROMETHEUS_MULTIPROC_DIR names a folder for all of them.
"""
