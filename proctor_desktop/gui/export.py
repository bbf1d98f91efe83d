"""Writing a report to a file, in the format that its name asks for."""

import re
from pathlib import Path

from proctor_desktop.domain.errors import NotFoundError, ReportError
from proctor_desktop.gui.services import Services
from proctor_desktop.report import document, tables
from proctor_desktop.services.reviews import reviewed

FORMATS = (".pdf", ".html", ".json", ".csv")


def unused_path(folder: Path, name: str, suffix: str) -> Path:
    """A file in ``folder`` that does not exist yet; a number is added where it does."""
    safe = re.sub(r"[^\w.-]+", "_", name).strip("._") or "report"
    path, number = folder / f"{safe}{suffix}", 2
    while path.exists():
        path, number = folder / f"{safe}_{number}{suffix}", number + 1
    return path


def export_report(services: Services, report_id: str, path: Path) -> Path:
    """Write a kept report; PDF and HTML carry timelines and pictures where they are here.

    Raises:
        ReportError: the file cannot be written.
        StorageError: the report cannot be read.
    """
    report = services.reports.get(report_id)
    suffix = path.suffix.lower()
    if suffix == ".json":
        content = document.to_readable_json(report).encode()
    elif suffix == ".csv":
        content = tables.to_csv([report]).encode()
    else:
        content = _rendered(services, report_id, suffix)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ReportError(
            f"{path} cannot be written ({error.strerror}). Choose another folder."
        ) from error
    return path


def _rendered(services: Services, report_id: str, suffix: str) -> bytes:
    from proctor_desktop.report import html, pdf  # slow to import, and seldom needed

    report = services.reports.get(report_id)
    try:
        track = services.reports.signals(report_id).track
    except NotFoundError:
        track = None
    pictures = {
        row.name: services.reports.picture(report_id, row.name)
        for row in services.reports.pictures(report_id)
    }
    decisions = services.reviews.decisions(report_id)
    review = reviewed(report, decisions) if decisions else None
    if suffix == ".pdf":
        return pdf.render(report, track, pictures, review)
    return html.render(report, track, pictures, review).encode()
