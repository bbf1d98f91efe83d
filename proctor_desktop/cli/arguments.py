"""Arguments and options of commands, each with the words of its help."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Videos: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="VIDEO...",
        help="Video files; with --live one camera (its number or name), rtsp:// or http:// "
        "address, or file.",
        show_default=False,
    ),
]
StudentId: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="The candidate; each video's name without suffix if not given."
    ),
]
ExamId: TypeAlias = Annotated[str, typer.Option(metavar="NAME", help="The exam.")]
CalibrationDuration: TypeAlias = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        help="How long the candidate looks at their screen at the start; 0 skips calibration. "
        "Short clips need a short one.",
    ),
]
ExamBegins: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--exam-begins",
        metavar="SECONDS",
        help="When the exam and its calibration begin in the recording; nothing before is charged.",
    ),
]
ExamEnds: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--exam-ends",
        metavar="SECONDS",
        help="When the exam ends in the recording; nothing after is charged.",
    ),
]
Dots: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--dots",
        help="The page dots.html was shown to the candidate at the beginning; its flashes are "
        "found in the recording.",
    ),
]
ProfileName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Accommodation: glasses, involuntary_movement, low_vision, fixed_posture, "
        "paper_exam, second_screen or reader.",
    ),
]
Rotation: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="DEGREES",
        help="Turn the picture clockwise by 90, 180 or 270 degrees where the file does not "
        "say how it was filmed.",
    ),
]
Track: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        min=1,
        max=99,
        help="Look at this track of pictures, counted from 1, where a file holds several; without "
        "it the one that shows a face.",
    ),
]
Changes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Change one analysis option, for example sampling.target_fps=10; may be repeated.",
    ),
]
Jobs: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", help="Worker processes; 0 takes one for each core.")
]
Scheduler: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Dask scheduler that shares the work: tls://..., on this computer tcp://...",
    ),
]
Live: TypeAlias = Annotated[
    bool,
    typer.Option("--live", help="Watch a camera or stream, or a file at its own pace."),
]
Seconds: TypeAlias = Annotated[
    float | None,
    typer.Option("--for", metavar="SECONDS", help="End --live after this time."),
]
RecordFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="FILE",
        help="New Matroska file (.mkv) that --live records into, in place of one of its own name.",
    ),
]
OutputFolder: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Write report files into this folder.")
]
ALL_FORMATS = "json,csv,html,pdf"
Formats: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="LIST",
        help=f"Which files --output gets: {ALL_FORMATS}, and all of them if not given. Files that "
        "are there stay; new ones get a number.",
    ),
]
AsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Print one JSON document and nothing else.")
]
NoStore: TypeAlias = Annotated[
    bool,
    typer.Option("--no-store", help="Do not keep the reports in this computer's database."),
]
Again: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--again",
        help="Also analyse recordings that have a report of the same settings.",
    ),
]
