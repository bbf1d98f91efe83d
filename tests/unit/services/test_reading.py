"""A recording is read again as it was measured: its turn, its picture track, its mirroring."""

from dataclasses import replace

import pytest

from proctor_desktop.domain.report import Report
from proctor_desktop.services.reading import sampling_of
from tests.unit.report import samples


def made_with(settings: dict[str, object], rotation: int) -> Report:
    """A report whose recording was turned by ``rotation`` degrees when it was measured."""
    report = samples.report()
    analysis = report.analysis
    return replace(
        report,
        analysis=replace(
            analysis,
            provenance=replace(analysis.provenance, settings=settings),
            recording=replace(analysis.recording, rotation=rotation),
        ),
    )


@pytest.mark.parametrize(
    ("settings", "rotation", "asked"),
    [
        ({}, 0, (0, 0)),  # as the first version said nothing of tracks
        (
            {"sampling.rotate": 0},
            90,
            (0, 0),
        ),  # the file's own turn, and its mirroring, are followed
        ({"sampling.rotate": 90}, 90, (90, 0)),
        ({"sampling.rotate": 360}, 0, (360, 0)),
        ({"sampling.rotate": 90}, 0, (0, 0)),  # a live source was turned before it was recorded
        ({"sampling.rotate": 0, "sampling.track": 2}, 0, (0, 2)),
    ],
)
def test_a_recording_is_read_as_it_was_measured(
    settings: dict[str, object], rotation: int, asked: tuple[int, int]
) -> None:
    sampling = sampling_of(made_with(settings, rotation))
    assert (sampling.rotate, sampling.track) == asked
