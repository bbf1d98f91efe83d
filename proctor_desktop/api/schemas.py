"""What the service answers, by exact field names, and the examples of its documentation."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from proctor_desktop.domain.jobs import Job
from proctor_desktop.domain.report import AlertCounts, Report, TemporalAnalysis
from proctor_desktop.report.document import utc_text

UtcTime = Annotated[datetime, PlainSerializer(utc_text, return_type=str)]
"""A moment in UTC as text that ends in Z."""

_ID = "6f1c2e9a-8a57-4b1e-9c58-0d3c1f2b7a44"


class ProcessResponse(BaseModel):
    """The summary of a report, the answer to an upload."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "report_id": _ID,
                    "student_id": "STU123456",
                    "exam_id": "EXAM001",
                    "video_duration_sec": 3600.0,
                    "calibration_status": "SUCCESS",
                    "risk_classification": "CLEAN",
                    "confidence_score": 0.92,
                    "alerts": {
                        "gaze_deviation": 5,
                        "head_movement": 3,
                        "face_absence": 1,
                        "multiple_faces": 0,
                    },
                    "temporal_analysis": {
                        "high_activity_periods": [
                            {"start": 1200.0, "end": 1260.0, "alert_density": 0.05}
                        ]
                    },
                    "created_at": "2026-11-22T10:00:00Z",
                }
            ]
        }
    )

    report_id: str
    student_id: str
    exam_id: str
    video_duration_sec: float
    calibration_status: str
    risk_classification: str
    confidence_score: float
    alerts: AlertCounts
    temporal_analysis: TemporalAnalysis
    created_at: UtcTime

    @classmethod
    def of(cls, report: Report) -> "ProcessResponse":
        """The summary of a report."""
        return cls(**{name: getattr(report, name) for name in cls.model_fields})


class JobResponse(BaseModel):
    """Where an accepted upload is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "job_id": "0b9c6a0e-5b0f-4e0e-8a5e-1f6f2f0c9d11",
                    "state": "running",
                    "progress": 0.42,
                    "student_id": "STU123456",
                    "exam_id": "EXAM001",
                    "video_name": "exam.mp4",
                    "attempts": 1,
                    "cancel_requested": False,
                    "created_at": "2026-11-22T10:00:00Z",
                    "updated_at": "2026-11-22T10:00:21Z",
                    "finished_at": None,
                    "report_id": None,
                    "error": None,
                }
            ]
        }
    )

    job_id: str
    state: Annotated[str, Field(description="queued, running, done, failed or cancelled")]
    progress: Annotated[float, Field(ge=0, le=1, description="Analysed share of the recording")]
    student_id: str
    exam_id: str
    video_name: str
    attempts: int
    cancel_requested: bool
    created_at: UtcTime
    updated_at: UtcTime
    finished_at: UtcTime | None
    report_id: Annotated[str | None, Field(description="Set when the job is done")]
    error: Annotated[str | None, Field(description="One sentence, set when the job failed")]

    @classmethod
    def of(cls, job: Job) -> "JobResponse":
        """The public part of a job."""
        return cls(
            job_id=job.id,
            state=job.state.value,
            progress=1.0 if job.state.value == "done" else round(job.progress, 4),
            student_id=job.student_id,
            exam_id=job.exam_id,
            video_name=job.video_name,
            attempts=job.attempts,
            cancel_requested=job.cancel_requested,
            created_at=job.created_at,
            updated_at=job.updated_at,
            finished_at=job.finished_at,
            report_id=job.report_id if job.state.value == "done" else None,
            error=job.error,
        )


class ReportSummary(BaseModel):
    """One row of the list."""

    report_id: str
    student_id: str
    exam_id: str
    video_duration_sec: float
    calibration_status: str
    risk_classification: str
    confidence_score: float
    created_at: UtcTime


class ReportList(BaseModel):
    """One page of the list, newest first."""

    total: Annotated[int, Field(ge=0, description="How many reports the filter finds")]
    skip: int
    limit: int
    reports: list[ReportSummary]


class QueueHealth(BaseModel):
    """The shared queue."""

    waiting: int
    running: int
    capacity: int


class HealthResponse(BaseModel):
    """Whether the service can do its work; callers without a needed key see the status alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "status": "ok",
                    "version": "0.2.0",
                    "database": {"connected": True, "kind": "sqlite"},
                    "model": {"name": "mediapipe face mesh", "version": "0.10.21"},
                    "queue": {"waiting": 0, "running": 1, "capacity": 100},
                }
            ]
        }
    )

    status: Annotated[str, Field(description="ok or unavailable")]
    version: str | None = None
    database: dict[str, Any] | None = None
    model: dict[str, Any] | None = None
    queue: QueueHealth | None = None


class ProblemResponse(BaseModel):
    """An error (RFC 9457)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:proctor-desktop:not-found",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "There is no report with that id.",
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str


_MEANINGS = {
    400: "The request is malformed",
    404: "There is none",
    408: "The body came too slowly",
    409: "The analysis was cancelled, or a legal hold forbids it",
    413: "The request is too large",
    415: "Not a multipart form, or not a video that is opened here",
    422: "A field, or the video, cannot be used",
    503: "Busy or without its database; try again after Retry-After",
    507: "The server's disk is full",
}
_ALWAYS = {
    401: "A key is needed",
    403: "Pages of other sites may not call",
    421: "Not a host name of this service",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documentation of error answers, those of the guard included."""
    meanings = {**{status: _MEANINGS[status] for status in statuses}, **_ALWAYS}
    return {
        status: {
            "description": meaning,
            "content": {
                "application/problem+json": {
                    "schema": {"$ref": "#/components/schemas/ProblemResponse"}
                }
            },
        }
        for status, meaning in sorted(meanings.items())
    }
