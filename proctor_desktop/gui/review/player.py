"""The clock of the review: plays both ways at any speed over exact frames."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Interval, Micros, from_seconds
from proctor_desktop.gui.review.frames import FrameStore
from proctor_desktop.media.source import SamplingOptions

TICK_MS = 33
SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0, 4.0)
SHUTTLE = (1.0, 2.0, 4.0)
LEAD_IN = from_seconds(2.0)
LEAD_OUT = from_seconds(1.0)
LONGEST_TICK = from_seconds(0.5)


class Player(QObject):
    """Moves a playhead; frames follow as they are read.

    Signals:
        moved: time of the playhead in microseconds.
        showed: the frame on display.
        playing_changed: whether it plays.
        speed_changed: signed speed.
        reached: key of the stop that playback came to.
        failed: the exception that ended reading.
    """

    moved = Signal(object)
    showed = Signal(object)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    reached = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, frames: FrameStore | None = None) -> None:
        """``frames`` are those of another source of pictures, for tests."""
        super().__init__(parent)
        self._frames = frames or FrameStore(self)
        self._frames.arrived.connect(self._arrived)
        self._frames.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._clock = QElapsedTimer()
        self._time = Micros(0)
        self._duration = Micros(0)
        self._speed = 1.0
        self._shown: Frame | None = None
        self._stops: list[tuple[str, Interval]] = []
        self._loop: Interval | None = None
        self.stops_at_incidents = True
        self.skips_quiet = False

    # the recording

    @property
    def duration(self) -> Micros:
        """Length of the recording."""
        return self._duration

    def open(
        self, path: Path | None, duration: Micros, read: SamplingOptions | None = None
    ) -> None:
        """Play another recording; without a path the playhead moves over signals alone."""
        self.pause()
        self._shown = self._loop = None
        self._stops = []
        self._duration = duration
        if path is None:
            self._frames.forget()
        else:
            self._frames.open(path, read)
        self.seek(0)

    def set_stops(self, stops: Sequence[tuple[str, Interval]]) -> None:
        """Spans at whose beginning playback may stop, each with its key, in time order."""
        self._stops = list(stops)

    def close(self) -> None:
        """End timer and threads."""
        self._timer.stop()
        self._frames.close()

    @property
    def has_pictures(self) -> bool:
        """Whether there is a recording to show."""
        return self._frames.is_open

    @property
    def lacks_picture(self) -> bool:
        """Whether the recording shows nothing at the playhead."""
        return self._frames.is_open and self._frames.lacks(self._time)

    # the playhead

    @property
    def time(self) -> Micros:
        """Where the playhead stands."""
        return self._time

    @property
    def is_playing(self) -> bool:
        """Whether time runs."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Signed speed."""
        return self._speed

    @property
    def shown(self) -> Frame | None:
        """The frame on display."""
        return self._shown

    @property
    def loop(self) -> Interval | None:
        """The span that is played again and again."""
        return self._loop

    @Slot(object)
    def seek(self, time: int) -> None:
        """Move the playhead; outside of the span that is repeated, that ends."""
        if self._loop is not None and not self._loop.onset <= time <= self._loop.offset:
            self._loop = None
        self._time = Micros(min(max(0, int(time)), self._duration))
        self.moved.emit(self._time)
        self._show()

    def step(self, direction: int) -> None:
        """Move by exactly one frame, forwards (1) or backwards (-1)."""
        self.pause()
        here = self._shown.time if self._shown is not None else self._time
        frame = self._frames.following(here) if direction > 0 else self._frames.preceding(here)
        if frame is not None:
            self.seek(frame.time)

    def skip(self, seconds: float) -> None:
        """Move by seconds."""
        self.seek(self._time + from_seconds(seconds))

    # playing

    def repeat(self, span: Interval) -> None:
        """Play a span again and again; without pictures only its beginning is shown."""
        self._loop = None
        self.seek(span.onset)
        self._loop = span
        if self.has_pictures:
            self.play(1.0)

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self.pause()
        else:
            self.play(abs(self._speed))

    def play(self, speed: float) -> None:
        """Play at a signed speed."""
        if speed > 0 and self._time >= self._duration:
            self.seek(0)
        self._set_speed(speed)
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()
            self.playing_changed.emit(True)

    @Slot()
    def pause(self) -> None:
        """Stop."""
        if self._timer.isActive():
            self._timer.stop()
            self.playing_changed.emit(False)

    def shuttle(self, direction: int) -> None:
        """Play in a direction, faster with each call while it does already."""
        speed = SHUTTLE[0]
        if self.is_playing and self._speed * direction > 0:
            faster = [each for each in SHUTTLE if each > abs(self._speed)]
            speed = faster[0] if faster else SHUTTLE[-1]
        self.play(direction * speed)

    def change_speed(self, steps: int) -> None:
        """Faster or slower by places in the list of speeds; the direction stays."""
        sizes = list(SPEEDS)
        nearest = min(range(len(sizes)), key=lambda at: abs(sizes[at] - abs(self._speed)))
        size = sizes[min(len(sizes) - 1, max(0, nearest + steps))]
        self.take_speed(size)

    def take_speed(self, size: float) -> None:
        """Play at another speed; the direction stays."""
        self._set_speed(size if self._speed >= 0 else -size)

    def _set_speed(self, speed: float) -> None:
        if speed != self._speed:
            self._speed = speed
            self.speed_changed.emit(speed)

    @Slot()
    def _tick(self) -> None:
        elapsed = min(self._clock.restart() * 1000, LONGEST_TICK)
        if self._frames.is_open and self._frames.at(self._time) is None and not self.lacks_picture:
            return  # still reading: time waits for the picture
        target = self._time + round(elapsed * self._speed)
        if self._loop is not None:
            self.seek(_within(self._loop, target))
            return
        if self._speed > 0 and self._stop_before(target):
            return
        if self._speed > 0 and self.skips_quiet:
            target = self._beyond_quiet(target)
        self.seek(target)
        self._frames.want(self._time // MICROS_PER_SECOND + (1 if self._speed > 0 else -1))
        if (self._speed > 0 and self._time >= self._duration) or (
            self._speed < 0 and self._time <= 0
        ):
            self.pause()

    def _stop_before(self, target: int) -> bool:
        """Pause at the beginning of the first stop between here and ``target``."""
        if not self.stops_at_incidents:
            return False
        for key, stop in self._stops:
            if self._time < stop.onset <= target:
                self.pause()
                self.seek(stop.onset)
                self.reached.emit(key)
                return True
        return False

    def _beyond_quiet(self, target: int) -> int:
        """``target``, or shortly before the next stop where nothing happens at ``target``."""
        for _, stop in self._stops:
            if target < stop.onset - LEAD_IN:
                return stop.onset - LEAD_IN
            if target <= stop.offset + LEAD_OUT:
                return target
        return self._duration

    # pictures

    @Slot(int)
    def _arrived(self, _second: int) -> None:
        self._show()

    def _show(self) -> None:
        frame = self._frames.at(self._time)
        if frame is None and not self.lacks_picture:
            return  # what is there stays until the next one was read
        if frame is not self._shown:
            self._shown = frame
            self.showed.emit(frame)

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self.pause()
        self._frames.forget()
        self.failed.emit(error)


def _within(span: Interval, time: int) -> int:
    """``time``, or the other end of the span behind which it has run."""
    if time >= span.offset:
        return span.onset
    return span.offset if time < span.onset else time
