"""Pictures of incidents: which moments, how they are taken, what is kept of them."""

import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le
from numpy.typing import NDArray
from PIL import Image
from typing_extensions import Doc

from proctor_desktop.detection.gaze_deviation import unusual_gaze
from proctor_desktop.domain.calibration import Baseline
from proctor_desktop.domain.errors import SourceError
from proctor_desktop.domain.events import Axis, Event, EventKind, Incident
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.report import Contribution, Evidence
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds
from proctor_desktop.media.source import VideoSource


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """How many pictures go with a report, and how large they are."""

    max_incidents: Annotated[
        int, Ge(0), Le(500), Doc("Incidents that get pictures, those with the most points first.")
    ] = 40
    before_sec: Annotated[
        float, Ge(0), Le(10), Doc("Seconds before the incident of the picture to compare; 0 none.")
    ] = 1.0
    long_side: Annotated[int, Ge(160), Le(1920), Doc("Longer side of a picture in pixels.")] = 480
    quality: Annotated[int, Ge(30), Le(95), Doc("JPEG quality in percent.")] = 80
    parts: Annotated[
        int, Ge(1), Le(8), Doc("Pictures within an incident that lasts or has several events.")
    ] = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at which a picture of an incident is wanted, and whether its eyes are the matter."""

    incident_id: str
    time: Micros
    shows_eyes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One picture: its entry in the report and the bytes of the JPEG file."""

    incident_id: str
    evidence: Evidence
    jpeg: bytes


EyeBand = tuple[float, float, float, float]
"""Left, upper, right and lower edge of a part of a frame, in fractions of its width and height."""

FindEyes = Callable[[Frame], EyeBand | None]
"""Where in a frame the candidate's eyes are, None where no face is found."""

_LONG_SEC = 10.0
"""An event that lasts longer is shown near its beginning and its end too."""

_APART = from_seconds(1.0)
"""Pictures that are nearer to each other show the same."""

_EDGES = (1 / 6, 5 / 6)
_EYES_SHARE = 0.5
"""Part of a picture's height that the enlarged eyes below it take at most."""


def moments(
    incidents: Sequence[Incident],
    contributions: Sequence[Contribution],
    track: SignalTrack,
    baseline: Baseline,
    options: EvidenceOptions,
) -> tuple[Moment, ...]:
    """Times of the pictures, in time order: before each incident, and where its parts peak."""
    points = {part.incident_id: part.points for part in contributions}
    heaviest = sorted(incidents, key=lambda one: (-points.get(one.id, 0.0), one.id))
    wanted = []
    for incident in heaviest[: options.max_incidents]:
        before = incident.interval.onset - from_seconds(options.before_sec)
        if options.before_sec > 0 and before >= 0:
            wanted.append(Moment(incident.id, Micros(before), _is_gaze(incident.primary)))
        wanted += _within(incident, track, baseline, options.parts)
    return tuple(sorted(wanted, key=lambda moment: (moment.time, moment.incident_id)))


def _within(incident: Incident, track: SignalTrack, baseline: Baseline, count: int) -> list[Moment]:
    """Where the charged event peaks, then the longest others, then the ends of a long one."""
    primary = incident.primary
    others = sorted(
        (one for one in incident.events if one is not primary),
        key=lambda one: -one.interval.duration,
    )
    parts = [(peak_time(one, track, baseline), one) for one in (primary, *others)]
    if primary.interval.seconds >= _LONG_SEC:
        begin, length = primary.interval.onset, primary.interval.duration
        parts += [(Micros(begin + int(share * length)), primary) for share in _EDGES]
    chosen: list[Moment] = []
    for time, event in parts:
        if len(chosen) < count and all(abs(time - one.time) >= _APART for one in chosen):
            chosen.append(Moment(incident.id, time, _is_gaze(event)))
    return chosen


def _is_gaze(event: Event) -> bool:
    return event.kind is EventKind.GAZE_DEVIATION


def peak_time(event: Event, track: SignalTrack, baseline: Baseline) -> Micros:
    """Time of the sample that lies furthest from the baseline; the middle where none was measured.

    An absence has no peak: its middle is shown.
    """
    part = track.between(event.interval)
    middle = Micros(event.interval.onset + event.interval.duration // 2)
    deviation = _deviation(event, part, baseline)
    if deviation is None or not np.isfinite(deviation).any():
        return middle
    return Micros(int(part.times[int(np.nanargmax(deviation))]))


def grab(
    wanted: Iterable[Moment],
    open_span: Callable[[Interval], VideoSource],
    options: EvidenceOptions,
    find_eyes: FindEyes = lambda frame: None,
) -> tuple[Picture, ...]:
    """The pictures at these moments; a moment that cannot be decoded has none.

    Where the eyes are the matter, they stand enlarged below the picture.

    Args:
        wanted: incident and time of each picture.
        open_span: opens the recording for the given part of its media time.
        options: size and quality.
        find_eyes: asked where the eyes are the matter.
    """
    pictures = []
    for moment in wanted:
        frame = _frame_at(moment.time, open_span)
        if frame is not None:
            eyes = find_eyes(frame) if moment.shows_eyes else None
            pictures.append(
                picture_of(moment.incident_id, frame.time, encode(frame, options, eyes))
            )
    return tuple(pictures)


def picture_of(incident_id: str, time: Micros, jpeg: bytes) -> Picture:
    """The JPEG of a frame at ``time`` as a picture of an incident."""
    seconds = round(to_seconds(time), 3)
    name = f"{incident_id}-{seconds:.3f}s.jpg"
    return Picture(incident_id, Evidence(seconds, name, hashlib.sha256(jpeg).hexdigest()), jpeg)


def encode(frame: Frame, options: EvidenceOptions, eyes: EyeBand | None = None) -> bytes:
    """JPEG bytes of the frame, reduced where its longer side is too long; the eyes below it."""
    whole = Image.fromarray(frame.rgb)
    image = whole.copy()
    image.thumbnail((options.long_side, options.long_side), Image.Resampling.LANCZOS)
    if eyes is not None:
        image = _above(image, _cut_out(whole, eyes))
    written = io.BytesIO()
    image.save(written, "JPEG", quality=options.quality, optimize=True)
    return written.getvalue()


def _cut_out(whole: Image.Image, part: EyeBand) -> Image.Image:
    """The part of a picture, as far as it lies within."""
    left, above, right, below = part
    width, height = whole.size
    edges = (max(0.0, left), max(0.0, above), min(1.0, right), min(1.0, below))
    box = [round(edge * side) for edge, side in zip(edges, (width, height) * 2, strict=True)]
    return whole.crop((box[0], box[1], max(box[0] + 1, box[2]), max(box[1] + 1, box[3])))


def _above(image: Image.Image, eyes: Image.Image) -> Image.Image:
    """The picture with the eyes below it, as wide as it is or as their share of height allows."""
    scale = min(image.width / eyes.width, _EYES_SHARE * image.height / eyes.height)
    size = max(1, round(eyes.width * scale)), max(1, round(eyes.height * scale))
    sheet = Image.new("RGB", (image.width, image.height + size[1]))
    sheet.paste(image, (0, 0))
    sheet.paste(
        eyes.resize(size, Image.Resampling.LANCZOS), ((image.width - size[0]) // 2, image.height)
    )
    return sheet


def by_incident(pictures: Iterable[Picture]) -> dict[str, tuple[Evidence, ...]]:
    """Entries for the report, in time order."""
    entries: dict[str, tuple[Evidence, ...]] = {}
    for one in sorted(pictures, key=lambda one: one.evidence.time):
        entries[one.incident_id] = (*entries.get(one.incident_id, ()), one.evidence)
    return entries


def _frame_at(time: Micros, open_span: Callable[[Interval], VideoSource]) -> Frame | None:
    """The first picture at or after ``time``, within a second."""
    try:
        with open_span(Interval(time, Micros(time + from_seconds(1.0)))) as source:
            return next(iter(source.frames()), None)
    except SourceError:
        # the recording was readable when it was analysed; a damaged part has no picture
        return None


def _deviation(event: Event, part: SignalTrack, baseline: Baseline) -> NDArray[np.float64] | None:
    """How far each sample lies from the baseline, in the event's own measure."""
    if event.kind is EventKind.MULTIPLE_FACES:
        return part.column(Channel.PEOPLE).astype(np.float64)
    if event.kind is EventKind.GAZE_DEVIATION:
        return unusual_gaze(part, baseline).size
    if event.kind is EventKind.HEAD_MOVEMENT:
        centers = {
            Axis.YAW: (Channel.YAW, baseline.yaw.center),
            Axis.PITCH: (Channel.PITCH, baseline.pitch.center),
            Axis.ROLL: (Channel.ROLL, baseline.roll.center),
        }
        channel, center = centers[event.axis or Axis.YAW]
        turned: NDArray[np.float64] = np.abs(part.column(channel).astype(np.float64) - center)
        return turned
    return None
