"""Five dots: found by their flashes, and what they tell about a line of sight."""

import re

import numpy as np
import pytest

from proctor_desktop.calibration import dots
from proctor_desktop.calibration.dots import DotsOptions, dots_of, flashes_in
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.paths import resource
from proctor_desktop.scoring.assessment import Assessment, RuleOptions, assess
from tests.unit.synthetic import GAZE, Recording

SHOWN = DotsOptions(are_shown=True)
ACROSS, UP = GAZE
GAIN = np.array([0.6, 0.5])
"""This person's eyes are told so much too small."""


def brighten(recording: Recording, begins: float, levels: float) -> Recording:
    """The flashes on the face, over a light that drifts, with the camera's noise."""
    noise = np.random.default_rng(4).normal(0, 0.5, len(recording.times))
    recording.values[:, CHANNELS.index(Channel.BRIGHTNESS)] += noise.astype(np.float32)
    recording.vary(Channel.BRIGHTNESS, 3, 0.02)
    for number in range(dots.FLASHES):
        start = begins + number * dots.FLASH_SEC
        recording.add(Channel.BRIGHTNESS, start, start + dots.FLASH_SEC / 2, levels)
    return recording


def looked(seconds: float = 300, begins: float = 20.0, levels: float = 12.0) -> Recording:
    """Somebody calibrates, and then looks at the dots with eyes alone."""
    recording = brighten(Recording(seconds), begins, levels)
    for number, direction in enumerate(SHOWN.directions()):
        start = begins + dots.FLASHES * dots.FLASH_SEC + number * dots.DOT_SEC + 0.4
        for channel, angle in zip(GAZE, np.radians(direction * GAIN), strict=True):
            recording.add(channel, start, start + dots.DOT_SEC, float(angle))
    return recording


def assessed(recording: Recording, options: DotsOptions = SHOWN) -> Assessment:
    return assess(recording.track(), recording.record(), RuleOptions(dots=options))


@pytest.mark.parametrize("levels", [4.0, 12.0, -30.0 + 60.0])
@pytest.mark.parametrize("begins", [5.0, 20.04, 90.0])
def test_the_flashes_are_found_to_a_frame_or_two(begins: float, levels: float) -> None:
    found = flashes_in(looked(150, begins, levels).track())
    assert found is not None
    assert to_seconds(found) == pytest.approx(begins, abs=0.2)


def test_no_flashes_are_found_where_there_were_none() -> None:
    plain = brighten(Recording(200), 20, 0).vary(Channel.BRIGHTNESS, 6, 0.9)
    assert flashes_in(plain.add(Channel.BRIGHTNESS, 60, 80, 25).track()) is None


def test_a_line_of_sight_that_was_told_too_small_is_told_right() -> None:
    recording = looked()
    for start, share in ((200, 0.7), (220, -0.9)):
        recording.add(ACROSS, start, start + 4, float(np.radians(15 * share) * GAIN[0]))
    track = recording.track()
    found = dots_of(track, SHOWN)
    assert found is not None
    assert found.error_deg < 3
    told = sight(found.corrected(track))
    for start, share in ((200, 0.7), (220, -0.9)):
        inside = (track.times >= start * 1_000_000) & (track.times < (start + 4) * 1_000_000)
        assert np.nanmedian(told[inside]) == pytest.approx(15 * share, abs=3)


def sight(track: SignalTrack) -> np.ndarray:
    return np.degrees(track.column(ACROSS)) + track.column(Channel.YAW)


def test_the_screen_is_never_aside_and_what_lies_beyond_it_is() -> None:
    edge, beyond = np.radians([20.0, 55.0]) * GAIN[0]
    recording = looked().add(ACROSS, 150, 153, float(edge)).add(ACROSS, 200, 203, float(beyond))
    found = assessed(recording)
    assert found.calibration.status is CalibrationStatus.SUCCESS
    assert [event.kind for event in found.events] == [EventKind.GAZE_DEVIATION]
    assert found.events[0].interval.onset == pytest.approx(200e6, abs=2e5)


def test_a_head_that_turns_far_is_told_as_ever() -> None:
    plain = assessed(looked().add(Channel.YAW, 150, 154, 40), DotsOptions())
    found = assessed(looked().add(Channel.YAW, 150, 154, 40))
    turns = [e for e in found.events if e.kind is EventKind.HEAD_MOVEMENT]
    assert [e.interval for e in turns] == [
        e.interval for e in plain.events if e.kind is EventKind.HEAD_MOVEMENT
    ]


def said(found: Assessment) -> list[str]:
    return [f.sentence for f in found.calibration.findings if f.fault.value.startswith("dots")]


def test_the_report_says_that_the_dots_were_used_and_how_well() -> None:
    (sentence,) = said(assessed(looked()))
    assert re.fullmatch(
        r"Five dots from 0:(19\.9|20\.[01]) on tell this candidate's line of sight; they are met "
        r"within \d\.\d degrees\.",
        sentence,
    )


@pytest.mark.parametrize(
    ("recording", "words"),
    [
        pytest.param(Recording(120), "flashes of the five dots were not found", id="none"),
        pytest.param(brighten(Recording(120), 20, 12), "were missed by", id="not_looked_at"),
        pytest.param(
            looked(120).hide(24, 40, Missing.EYES_CLOSED), "were missed by", id="not_measured"
        ),
    ],
)
def test_dots_that_tell_nothing_are_said_and_change_nothing(
    recording: Recording, words: str
) -> None:
    found, plain = assessed(recording), assessed(recording, DotsOptions())
    (sentence,) = said(found)
    assert words in sentence
    assert found.events == plain.events
    assert found.calibration.baseline == plain.calibration.baseline


def test_without_them_nothing_is_looked_for() -> None:
    assert dots_of(looked().track(), DotsOptions()) is None
    assert said(assessed(looked(), DotsOptions())) == []


def test_their_time_can_be_given() -> None:
    recording = looked(levels=0.0)
    given = DotsOptions(are_shown=True, begins_sec=20.0)
    assert dots_of(recording.track(), SHOWN).begins is None  # type: ignore[union-attr]
    assert dots_of(recording.track(), given).fit is not None  # type: ignore[union-attr]


def test_right_is_the_pictures_right_and_up_is_up() -> None:
    middle, upper_left, *_ = SHOWN.directions()
    assert np.allclose(middle, 0)
    assert upper_left[0] > 0, "the candidate's left is the picture's right"
    assert upper_left[1] > 0
    assert SHOWN.directions()[1][0] == pytest.approx(20.0, abs=0.1)


def test_the_page_shows_what_the_program_knows_and_asks_nothing_of_a_network() -> None:
    page = resource("dots.html").read_text("utf-8")
    numbers = re.search(r"FLASHES = (\d+), FLASH_MS = (\d+), DOT_MS = (\d+)", page)
    assert numbers is not None
    assert [int(each) for each in numbers.groups()] == [
        dots.FLASHES,
        dots.FLASH_SEC * 1000,
        dots.DOT_SEC * 1000,
    ]
    places = re.search(r"PLACES = (\[\[.*\]\]);", page)
    assert places is not None
    assert [tuple(each) for each in eval(places.group(1))] == list(dots.PLACES)
    assert not re.search(r"https?:|src=|@import|fetch\(", page)
