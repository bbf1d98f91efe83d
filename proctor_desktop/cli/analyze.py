"""``analyze``: recordings to reports; one that cannot be used never stops the others."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.batch import Batch, Errand, Work, answer
from proctor_desktop.cli.errands import Asked, all_pairs, errands_of
from proctor_desktop.cli.needed import Needed, services_for
from proctor_desktop.cli.terminal import stop_on_request

NO_EXAM = "unassigned"
"""Exam of a recording for which none was named."""


def analyze(
    videos: arguments.Videos,
    student_id: arguments.StudentId = None,
    exam_id: arguments.ExamId = NO_EXAM,
    calibration_duration: arguments.CalibrationDuration = None,
    exam_begins: arguments.ExamBegins = None,
    exam_ends: arguments.ExamEnds = None,
    dots: arguments.Dots = False,
    profile: arguments.ProfileName = None,
    rotate: arguments.Rotation = None,
    track: arguments.Track = None,
    changes: arguments.Changes = None,
    jobs: arguments.Jobs = None,
    scheduler: arguments.Scheduler = None,
    live: arguments.Live = False,
    seconds: arguments.Seconds = None,
    record: arguments.RecordFile = None,
    output: arguments.OutputFolder = None,
    formats: arguments.Formats = None,
    as_json: arguments.AsJson = False,
    no_store: arguments.NoStore = False,
    again: arguments.Again = False,
) -> None:
    """Analyse recordings and report what is worth a person's look.

    A recording that cannot be used never stops the others; it is named at the end. A batch that was
    cut off goes on where it stopped when it is started again.
    """
    from proctor_desktop.cli.output import check_folder, chosen_formats

    stop_on_request()
    wanted = chosen_formats(arguments.ALL_FORMATS if formats is None else formats)
    if formats is not None and output is None:
        raise typer.BadParameter("--format goes with --output only.")
    if output is not None:
        check_folder(output)
    _check_live(videos, live=live, only_live={"--for": seconds, "--record": record})
    named = {
        "calibration.duration_sec": calibration_duration,
        "exam.begins_sec": exam_begins,
        "exam.ends_sec": exam_ends,
        "dots.are_shown": True if dots else None,
        "sampling.rotate": rotate,
        "sampling.track": track,
    }
    asked = Asked(student_id, exam_id, profile, all_pairs(changes or [], named))
    engine = {"jobs": jobs, "scheduler": scheduler}
    chosen = {name: value for name, value in engine.items() if value is not None}
    with services_for(chosen, keep=not no_store, prepares=not live) as services:
        errands = errands_of([Path(video) for video in videos], asked, services.settings.analysis)
        work = Work(services.analyses, services.engine, services.kept, output, wanted, again)
        if live:
            batch = _watched(videos[0], services, seconds, record, errands[0], work)
        else:
            batch = work.run(errands)
    answer(batch, len(videos), as_json=as_json)
    raise typer.Exit(batch.code)


def _watched(
    address: str,
    services: Needed,
    seconds: float | None,
    record: Path | None,
    errand: Errand,
    work: Work,
) -> Batch:
    """What comes of one live source."""
    from proctor_desktop import bootstrap
    from proctor_desktop.cli.live import Sitting, watch

    keep = services.kept is not None
    capturing = bootstrap.build_live(services.settings, services.analyses, keep=keep)
    return watch(Sitting(address, capturing, seconds, record), errand, work)


def _check_live(videos: Sequence[str], *, live: bool, only_live: Mapping[str, object]) -> None:
    """Refuse what does not go together.

    Raises:
        typer.BadParameter: several live sources, or an option that needs ``--live`` without it.
    """
    if live and len(videos) != 1:
        raise typer.BadParameter("--live watches one source at a time.")
    for name, value in only_live.items():
        if value is not None and not live:
            raise typer.BadParameter(f"{name} goes with --live only.")
    streams = [video for video in videos if "://" in video]
    if streams and not live:
        raise typer.BadParameter(f"{streams[0]} is a stream: --live watches it.")
