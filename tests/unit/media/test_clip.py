"""A span of a recording as a file of its own."""

import threading
from itertools import pairwise
from pathlib import Path

import av
import pytest

from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    DiskFullError,
    SourceEmptyError,
    SourceOpenError,
    StorageError,
)
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.media import clip
from proctor_desktop.media.clip import write_clip
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.films import every, number_of, write_film


def span(start: float, end: float) -> Interval:
    return Interval(from_seconds(start), from_seconds(end))


def numbers(path: Path) -> list[int]:
    with VideoFile(path, SamplingOptions(target_fps=60)) as file:
        return [number_of(frame.rgb) for frame in file.frames()]


def test_a_clip_has_every_picture_of_its_span_at_its_time(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(30, 6), b_frames=2)
    write_clip(film, span(2, 4), tmp_path / "clip.mp4")
    assert numbers(tmp_path / "clip.mp4") == list(range(60, 120))
    with av.open(str(tmp_path / "clip.mp4")) as written:
        assert written.streams.video[0].codec_context.name == "h264"
        assert written.duration == pytest.approx(2_000_000, abs=50_000)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_without_an_encoder_for_h264_another_one_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = write_film(tmp_path / "film.mp4", every(30, 2))
    monkeypatch.setattr(clip, "CODECS", {"no such encoder": {}, "mpeg4": clip.CODECS["mpeg4"]})
    write_clip(film, span(0, 1), tmp_path / "clip.mp4")
    assert numbers(tmp_path / "clip.mp4") == list(range(30))


def test_gaps_of_the_recording_stay(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mkv", [*every(12, 2), *(5000 + t for t in every(12, 2))])
    write_clip(film, span(1, 6), tmp_path / "clip.mp4")
    with VideoFile(tmp_path / "clip.mp4") as file:
        times = [frame.time for frame in file.frames()]
    assert max(b - a for a, b in pairwise(times)) == pytest.approx(3_083_000, abs=5_000)


def test_the_sound_is_kept(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 6), sound_seconds=6)
    write_clip(film, span(2, 4), tmp_path / "clip.mp4")
    with av.open(str(tmp_path / "clip.mp4")) as written:
        heard = list(written.decode(audio=0))
    assert sum(frame.samples for frame in heard) / 48_000 == pytest.approx(2.0, abs=0.1)
    assert heard[0].time == pytest.approx(0.0, abs=0.05)


def test_pictures_are_turned_as_the_report_says(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2), rotation=90)
    write_clip(film, span(0, 1), tmp_path / "tagged.mp4")
    write_clip(film, span(0, 1), tmp_path / "stored.mp4", read=SamplingOptions(rotate=360))
    sizes = []
    for name in ("tagged.mp4", "stored.mp4"):
        with VideoFile(tmp_path / name) as file:
            sizes.append((file.facts.width, file.facts.height))
    assert sizes == [(120, 160), (160, 120)]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2))
    (tmp_path / "clip.mp4").write_bytes(b"a clip")
    with pytest.raises(StorageError, match=r"clip\.mp4 is there already"):
        write_clip(film, span(0, 1), tmp_path / "clip.mp4")
    assert (tmp_path / "clip.mp4").read_bytes() == b"a clip"


def test_a_clip_that_was_stopped_leaves_nothing(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2))
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(AnalysisCancelled):
        write_clip(film, span(0, 1), tmp_path / "clip.mp4", cancelled=cancelled)
    assert [each.name for each in tmp_path.iterdir()] == ["film.mp4"]


def test_a_recording_without_a_picture_there_leaves_a_sentence_and_nothing_else(
    tmp_path: Path,
) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2))
    with pytest.raises(SourceEmptyError, match=r"film\.mp4 has no picture from 0:30\.0 to 0:31\.0"):
        write_clip(film, span(30, 31), tmp_path / "clip.mp4")
    with pytest.raises(SourceOpenError):
        write_clip(tmp_path / "gone.mp4", span(0, 1), tmp_path / "clip.mp4")
    assert [each.name for each in tmp_path.iterdir()] == ["film.mp4"]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2))
    with pytest.raises(DiskFullError, match=r"clip\.mp4 cannot be written"):
        write_clip(film, span(0, 1), tmp_path / "none" / "clip.mp4")
