"""Writing a report to a file, in the format that its name asks for."""

import re
from collections.abc import Sequence
from pathlib import Path

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.gui.services import Services
from proctor_desktop.report import files
from proctor_desktop.report.files import Format

FORMATS = tuple(f".{one.value}" for one in (Format.PDF, Format.HTML, Format.JSON, Format.CSV))


def unused_path(folder: Path, name: str, suffix: str) -> Path:
    """A file in ``folder`` that does not exist yet; a number is added where it does."""
    safe = re.sub(r"[^\w.-]+", "_", name).strip("._") or "report"
    path, number = folder / f"{safe}{suffix}", 2
    while path.exists():
        path, number = folder / f"{safe}_{number}{suffix}", number + 1
    return path


def export_report(services: Services, report_id: str, path: Path) -> Path:
    """Write a kept report with its review; PDF and HTML carry timelines and pictures.

    Raises:
        ReportError: the file cannot be written.
        StorageError: the report cannot be read.
    """
    return export_files(services, report_id, [path])[0]


def export_files(services: Services, report_id: str, paths: Sequence[Path]) -> list[Path]:
    """Write several files of one report, as `export_report` does."""
    material = services.reports.material(report_id, services.reviews.begun(report_id))
    for path in paths:
        try:
            files.write(path, material, Format(path.suffix.lower()[1:]))
        except OSError as error:
            raise ReportError(
                f"{path} cannot be written ({error.strerror}). Choose another folder."
            ) from error
    from proctor_desktop.storage.audit import account  # the first window waits for no database

    made = [Format(path.suffix.lower()[1:]) for path in paths]
    services.reports.note_export(report_id, made, actor=account())
    return list(paths)
