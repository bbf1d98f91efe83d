"""Accuracy on labelled clips: the events that the whole pipeline reports against the labels.

Labels are read by eye: `TOLERANCE` around every labelled interval, and all time between them, is
not scored. A labelled interval is found when an event of its kind and direction covers half of it;
a false alarm is an event in the scored part of an interval that is labelled as quiet, or one that
covers half of a labelled interval in a direction that is not in the label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from proctor_desktop.domain.errors import ProctorError, SourceError
from proctor_desktop.domain.events import Axis, Event, EventKind
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, to_seconds
from proctor_desktop.evaluation.datasets import HeadCount, LabelledClip, Phase
from proctor_desktop.evaluation.honesty import Honesty, honest_rows, honesty_of
from proctor_desktop.evaluation.metrics import Row, Tally, scored_part, tally_rows
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Outcome, analyze

_MIN_CALIBRATION_SEC, _MAX_CALIBRATION_SEC = 3.0, 8.0
_COVERED = 0.5


def clip_rows(
    dataset: str, clips: Sequence[LabelledClip], options: AnalysisOptions
) -> Iterator[Row]:
    """Figures of every clip, as they are made, and of all together."""
    tallies: dict[str, Tally] = {}
    honest: list[Honesty] = []
    for clip in clips:
        try:
            outcome = analysed(clip, options)
        except SourceError:
            # One clip that cannot be used must not cost the figures of the others.
            yield Row(dataset, clip.name, "readable", "clip", 0.0, "1", 0)
            continue
        for axis, tally in score_clip(clip, outcome).items():
            tallies[axis] = tallies.get(axis, Tally(0, 0, 0)) + tally
            yield from tally_rows(dataset, clip.name, axis, tally)
        yield from _people_rows(dataset, clip, outcome.track)
        yield _coverage(dataset, clip.name, outcome.track)
        if clip.is_honest_work:
            honest.append(honesty_of(clip, outcome))
    yield from honest_rows(dataset, honest, options.policy)
    for axis, tally in tallies.items():
        yield from tally_rows(dataset, "all", axis, tally)
    everything = sum(tallies.values(), Tally(0, 0, 0))
    yield from tally_rows(dataset, "all", "events", everything)


def analysed(clip: LabelledClip, options: AnalysisOptions) -> Outcome:
    """The clip through the whole pipeline.

    Calibration lasts as long as the labels say that the clip begins quietly, eight seconds at most;
    it is skipped where that is less than three. Where the labels tell groups of people, it lasts as
    long as the options say, as it would in an exam. The exam is the whole clip, so that nothing of
    what is judged lies outside.
    """
    calibration = options.calibration
    if not clip.groups:
        calibration = replace(calibration, duration_sec=_calibration_seconds(clip))
    chosen = replace(
        options,
        sampling=replace(options.sampling, rotate=clip.rotate),
        calibration=calibration,
        exam=replace(options.exam, found_until_sec=0.0),
    )
    with VideoFile(clip.path, chosen.sampling, chosen.limits) as source:
        for update in analyze(source, chosen):
            if update.outcome is not None:
                return update.outcome
    raise ProctorError(f"{clip.name} ended without a result.")


def _calibration_seconds(clip: LabelledClip) -> float:
    starts = [
        to_seconds(phase.interval.offset)
        for phase in (*clip.head, *clip.gaze)
        if not phase.directions and phase.interval.onset == 0
    ]
    quiet = min([*starts, _MAX_CALIBRATION_SEC]) if starts else 0.0
    return quiet if quiet >= _MIN_CALIBRATION_SEC else 0.0


def score_clip(clip: LabelledClip, outcome: Outcome) -> dict[str, Tally]:
    """Hits, misses and false alarms by what was labelled."""
    events = outcome.assessment.events
    tallies = {}
    for axis, kind, phases in (
        ("head_movement", EventKind.HEAD_MOVEMENT, clip.head),
        ("gaze_deviation", EventKind.GAZE_DEVIATION, clip.gaze),
    ):
        if phases:
            tallies[axis] = _score_phases([e for e in events if e.kind is kind], phases)
    counts = (*clip.people, *(HeadCount(each, 0) for each in clip.absent))
    if counts:
        for kind in (EventKind.FACE_ABSENCE, EventKind.MULTIPLE_FACES):
            own = [event for event in events if event.kind is kind]
            tallies[kind.value] = _score_counts(own, kind, counts, outcome.track.end)
    return tallies


def _score_phases(events: Sequence[Event], phases: Sequence[Phase]) -> Tally:
    hits = misses = 0
    false: set[int] = set()
    for phase in phases:
        if not phase.directions:
            false |= _within_core(events, phase.interval)
            continue
        covering = [number for number, event in enumerate(events) if _covers(event, phase.interval)]
        right = [number for number in covering if _agrees(events[number], phase)]
        hits += bool(right)
        misses += not right
        if not right:
            false |= set(covering)
    return Tally(hits, misses, len(false))


def _score_counts(
    events: Sequence[Event], kind: EventKind, counts: Sequence[HeadCount], end: Micros
) -> Tally:
    hits = misses = 0
    false: set[int] = set()
    right: set[int] = set()
    for count in counts:
        interval = count.interval or Interval(Micros(0), Micros(max(1, end)))
        expected = count.number == 0 if kind is EventKind.FACE_ABSENCE else count.number >= 2
        if expected:
            found = {n for n, event in enumerate(events) if _covers(event, interval)}
            hits += bool(found)
            misses += not found
            right |= found
        else:
            false |= _within_core(events, interval)
    return Tally(hits, misses, len(false - right))


def _agrees(event: Event, phase: Phase) -> bool:
    """Whether an event goes where the label says."""
    tilts = event.axis is Axis.ROLL
    return event.direction in phase.directions and (tilts or not phase.tilts)


def _covers(event: Event, interval: Interval) -> bool:
    return event.interval.overlap(interval) >= _COVERED * interval.duration


def _within_core(events: Sequence[Event], interval: Interval) -> set[int]:
    """Numbers of the events that reach into the scored part of a quiet interval."""
    core = scored_part(interval)
    if core is None:
        return set()
    return {number for number, event in enumerate(events) if event.interval.overlap(core) > 0}


def _people_rows(dataset: str, clip: LabelledClip, track: SignalTrack) -> Iterator[Row]:
    """Share of the people detector's looks that saw the right number."""
    seen = track.column(Channel.PEOPLE)
    right = looks = 0
    for count in clip.people:
        within = np.isfinite(seen)
        if count.interval is not None:
            within &= (track.times >= count.interval.onset) & (track.times < count.interval.offset)
        looks += int(within.sum())
        right += int((seen[within] == count.number).sum())
    if looks:
        yield Row(dataset, clip.name, "looks_right", "people", right / looks, "1", looks)


def _coverage(dataset: str, name: str, track: SignalTrack) -> Row:
    """Share of the samples of a visible face whose gaze could be measured."""
    there = np.isfinite(track.column(Channel.FACE_X))
    gaze = np.isfinite(track.column(Channel.GAZE_HORIZONTAL))
    share = float(gaze[there].mean()) if there.any() else float("nan")
    return Row(dataset, name, "measured", "gaze", share, "1", int(there.sum()))
