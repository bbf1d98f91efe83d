"""Frames of a file: the right pictures at the right times, whatever the file is like."""

import hashlib
import itertools
import random
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest

from proctor_desktop.domain.errors import SourceEmptyError, SourceError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.media.coverage import joined_record
from proctor_desktop.media.sampling import PHASE
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.films import ends_of, every, number_of, numbered_picture, write_film

VARIABLE = list(itertools.accumulate([0] + [20, 50, 33, 120] * 30))


def read(path: Path, **arguments: object) -> tuple[list[Frame], DecodeRecord]:
    with VideoFile(path, **arguments) as video:  # type: ignore[arg-type]  # passed on as they are
        return list(video.frames()), video.record()


def shown_on_grid(times: list[int], fps: float = 12.0) -> list[tuple[int, int]]:
    """(microseconds, number) of the pictures that are on display at the looking times."""
    ends = ends_of(times)
    looks = [(index + PHASE) * 1000 / fps for index in range(round(ends[-1] * fps / 1000) + 1)]
    return [
        (start * 1000, number)
        for number, (start, end) in enumerate(zip(times, ends, strict=True))
        if any(start <= look < end for look in looks)
    ]


@pytest.mark.parametrize(
    ("name", "times", "settings"),
    [
        pytest.param("a.mp4", every(25, 3), {}, id="mp4"),
        pytest.param("a.mp4", every(30, 3), {"b_frames": 3}, id="mp4_reordered"),
        pytest.param("a.mov", every(30, 3), {"codec": "libx265", "b_frames": 2}, id="hevc"),
        pytest.param("a.mkv", every(30, 3), {"b_frames": 3}, id="mkv_reordered"),
        pytest.param("a.webm", every(25, 3), {"codec": "libvpx"}, id="webm"),
        pytest.param("a.avi", every(25, 3), {"codec": "mpeg4"}, id="avi"),
        pytest.param("a.avi", every(25, 3), {"codec": "mpeg4", "b_frames": 2}, id="avi_reordered"),
        pytest.param("a.avi", every(25, 3), {"b_frames": 2}, id="avi_h264"),
        pytest.param("a.mp4", every(4, 6), {}, id="four_a_second"),
        pytest.param("a.mp4", every(60, 2), {}, id="sixty_a_second"),
        pytest.param("a.mkv", every(12, 4), {}, id="as_fast_as_the_grid"),
        pytest.param("a.mp4", VARIABLE, {"b_frames": 2}, id="variable_mp4"),
        pytest.param("a.mkv", VARIABLE, {}, id="variable_mkv"),
        pytest.param(
            "a.mp4",
            every(25, 3),
            {"options": {"movflags": "frag_keyframe+empty_moov"}, "key_every": 20},
            id="fragmented",
        ),
    ],
)
def test_the_pictures_on_display_at_the_looking_times_come_out(
    tmp_path: Path, name: str, times: list[int], settings: dict
) -> None:
    frames, record = read(write_film(tmp_path / name, times, **settings))
    expected = shown_on_grid(times)
    assert [number_of(frame.rgb) for frame in frames] == [number for _, number in expected]
    assert all(
        abs(frame.time - time) <= 1000 for frame, (time, _) in zip(frames, expected, strict=True)
    )
    assert record.share > 0.999
    assert record.sampled_frames == len(expected) <= record.decoded_frames <= len(times)
    assert record.decode_errors == 0


@pytest.mark.parametrize("name", ["late.mkv", "late.mp4"])
def test_time_counts_from_the_first_picture(tmp_path: Path, name: str) -> None:
    film = write_film(tmp_path / name, [5000 + time for time in every(25, 3)])
    frames, record = read(film)
    assert [frame.time for frame in frames][:2] == [0, 80_000]
    assert record.duration_sec == pytest.approx(3.0, abs=0.05)
    assert record.share > 0.999


@pytest.mark.parametrize(("name", "codec"), [("live.webm", "libvpx"), ("live.mkv", "libx264")])
def test_a_film_that_declares_no_duration_lasts_as_long_as_its_pictures(
    tmp_path: Path, name: str, codec: str
) -> None:
    film = write_film(tmp_path / name, every(25, 3), codec=codec, options={"live": "1"})
    with VideoFile(film) as video:
        assert video.facts.declared_sec is None
        assert len(list(video.frames())) == 36
        assert video.record().duration_sec == pytest.approx(3.0, abs=0.05)
        assert video.record().is_complete


@pytest.mark.parametrize("tag", [0, 90, 180, 270])
def test_a_rotation_tag_is_honoured(tmp_path: Path, tag: int) -> None:
    film = write_film(tmp_path / "turned.mp4", every(12, 1), rotation=tag, size=(160, 96))
    with VideoFile(film) as video:
        frame = next(video.frames())
        assert video.facts.rotation == tag
        assert (video.facts.width, video.facts.height) == (frame.width, frame.height)
    assert number_of(np.rot90(frame.rgb, tag // 90)) == 0
    upright = np.rot90(numbered_picture(0, 160, 96), -tag // 90)
    assert frame.rgb.shape == upright.shape


@pytest.mark.parametrize(
    ("tag", "asked", "turned"), [(90, 90, 90), (0, 90, 90), (90, 180, 180), (90, 360, 0)]
)
def test_a_manual_rotation_takes_the_place_of_the_tag(
    tmp_path: Path, tag: int, asked: int, turned: int
) -> None:
    film = write_film(tmp_path / "turned.mp4", every(12, 1), rotation=tag, size=(160, 96))
    with VideoFile(film, SamplingOptions(rotate=asked)) as video:
        frame = list(video.frames())[5]
        assert video.facts.rotation == turned
    assert number_of(np.rot90(frame.rgb, turned // 90)) == 5


@pytest.mark.parametrize(("limit", "shape"), [(320, (180, 320, 3)), (1280, (360, 640, 3))])
def test_pictures_are_reduced_and_never_enlarged(
    tmp_path: Path, limit: int, shape: tuple[int, int, int]
) -> None:
    film = write_film(tmp_path / "film.mp4", every(12, 1), size=(640, 360))
    frames, _ = read(film, sampling=SamplingOptions(max_frame_dimension=limit))
    assert frames[3].rgb.shape == shape
    assert [number_of(frame.rgb) for frame in frames] == list(range(12))


def test_facts_tell_what_the_file_says(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(25, 2), sound_seconds=2.0)
    with VideoFile(film) as video:
        facts = video.facts
    assert facts.sha256 == hashlib.sha256(film.read_bytes()).hexdigest()
    assert (facts.name, facts.container, facts.codec) == ("film.mp4", "mp4", "h264")
    assert facts.frame_rate == pytest.approx(25, abs=0.1)
    assert facts.declared_sec == pytest.approx(2.0, abs=0.05)
    assert facts.has_audio
    assert not facts.is_live


def test_a_single_picture_is_a_recording(tmp_path: Path) -> None:
    frames, record = read(write_film(tmp_path / "one.mp4", [0]))
    assert [number_of(frame.rgb) for frame in frames] == [0]
    assert record.sampled_frames == 1


@pytest.mark.parametrize(
    ("name", "times", "settings"),
    [
        pytest.param("a.mp4", every(30, 12), {"b_frames": 3, "key_every": 60}, id="mp4"),
        pytest.param("a.mkv", every(30, 12), {"b_frames": 3, "key_every": 60}, id="mkv"),
        pytest.param("a.mkv", [3000 + t for t in every(30, 12)], {"key_every": 45}, id="late"),
        pytest.param("a.webm", every(30, 12), {"codec": "libvpx", "key_every": 60}, id="webm"),
        pytest.param("a.avi", every(25, 12), {"key_every": 50}, id="avi"),
        pytest.param("a.gif", every(10, 6), {"codec": "gif"}, id="gif"),
        pytest.param("a.mp4", VARIABLE, {"b_frames": 2, "key_every": 20}, id="variable"),
    ],
)
def test_spans_give_together_exactly_what_the_whole_gives(
    tmp_path: Path, name: str, times: list[int], settings: dict
) -> None:
    film = write_film(tmp_path / name, times, **settings)
    whole, record = read(film)
    chance = random.Random(7)
    cuts = [0, *sorted(chance.sample(range(1, (times[-1] - times[0]) * 1000), 4)), 10**12]
    frames, records = [], []
    for onset, offset in itertools.pairwise(cuts):
        part, part_record = read(film, span=Interval(Micros(onset), Micros(offset)))
        frames += part
        records.append(part_record)
    assert [frame.time for frame in frames] == [frame.time for frame in whole]
    assert all((a.rgb == b.rgb).all() for a, b in zip(frames, whole, strict=True))
    assert joined_record(records) == record


def test_a_lead_in_is_handed_out_and_not_counted(tmp_path: Path) -> None:
    film = write_film(tmp_path / "a.mp4", every(24, 10), key_every=48)
    span = Interval(Micros(5_000_000), Micros(7_000_000))
    bare, record = read(film, span=span)
    led, led_record = read(film, span=span, lead_in=1_000_000)
    assert led_record == record
    assert [frame.time for frame in led][-len(bare) :] == [frame.time for frame in bare]
    assert led[0].time == pytest.approx(4_000_000, abs=42_000)


def test_pictures_that_nobody_looks_at_are_not_decoded(tmp_path: Path) -> None:
    film = write_film(tmp_path / "a.mp4", every(60, 4), b_frames=3)
    _, record = read(film)
    assert record.decoded_frames < 0.85 * 240
    assert record.share > 0.999
    assert record.decode_errors == 0


def test_decoder_threads_change_nothing(tmp_path: Path) -> None:
    film = write_film(tmp_path / "a.mp4", every(30, 4), b_frames=3)
    one, record = read(film)
    many, many_record = read(film, threads=2)
    assert [frame.rgb.tobytes() for frame in one] == [frame.rgb.tobytes() for frame in many]
    assert record == many_record


def test_damaged_places_are_passed_over_and_show(tmp_path: Path) -> None:
    film = write_film(tmp_path / "a.mkv", every(25, 20), key_every=25)
    content = bytearray(film.read_bytes())
    chance = random.Random(1)
    for position in chance.sample(range(2000, len(content) - 2000), 200):
        content[position] ^= 1 << chance.randrange(8)
    film.write_bytes(content)
    frames, record = read(film)
    assert frames[-1].time > 15_000_000
    assert record.decode_errors > 0 or record.analysed_sec < record.duration_sec
    assert all(a.time < b.time for a, b in itertools.pairwise(frames))


def test_the_missing_half_of_a_cut_recording_is_seen(tmp_path: Path) -> None:
    fragmented = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
    for name, options in [("cut.mkv", {}), ("cut.mp4", {"movflags": "faststart"})]:
        film = write_film(tmp_path / name, every(25, 10), key_every=25, options=options)
        film.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
        _, record = read(film)
        assert record.duration_sec == pytest.approx(10.0, abs=0.1)
        assert not record.is_complete
    film = write_film(tmp_path / "frag.mp4", every(25, 10), key_every=25, options=fragmented)
    film.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    frames, _ = read(film)
    assert len(frames) > 40


def test_pictures_that_cannot_be_decoded_at_all_are_an_empty_source(tmp_path: Path) -> None:
    film = write_film(tmp_path / "a.mp4", every(25, 2), options={"movflags": "faststart"})
    content = bytearray(film.read_bytes())
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)
    film.write_bytes(content)
    with pytest.raises(SourceEmptyError, match="no picture that can be decoded"):
        read(film)


@pytest.mark.parametrize(
    ("name", "codec", "options"),
    [
        ("a.mp4", "libx264", {}),
        ("a.mp4", "libx264", {"movflags": "frag_keyframe+empty_moov"}),
        ("a.mkv", "libx264", {}),
        ("a.webm", "libvpx", {}),
        ("a.avi", "mpeg4", {}),
    ],
    ids=["mp4", "fragmented", "mkv", "webm", "avi"],
)
def test_a_mutated_file_gives_pictures_or_a_sentence(
    tmp_path: Path, name: str, codec: str, options: dict[str, str]
) -> None:
    film = write_film(tmp_path / name, every(24, 2), codec=codec, options=options, key_every=12)
    whole = film.read_bytes()
    chance = random.Random(name)
    for _ in range(12):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 20, 200])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        film.write_bytes(content[: chance.choice([len(content), len(content) * 2 // 3])])
        with suppress(SourceError):  # anything else is a bug
            frames, record = read(film)
            assert all(a.time < b.time for a, b in itertools.pairwise(frames))
            assert 0 <= record.share <= 1


@pytest.mark.real_data
def test_every_real_clip_is_read_whole(real_data: Path) -> None:
    for clip in sorted((real_data / "clips").iterdir()):
        frames, record = read(clip)
        assert record.share > 0.995, clip.name
        assert record.decode_errors == 0
        rate = len(frames) / record.duration_sec
        assert 11.3 < rate < 12.7, clip.name
        assert max(frames[-1].rgb.shape) <= 1280


@pytest.mark.parametrize(
    ("said", "began"),
    [
        ("2026-03-04T09:30:00.000000Z", datetime(2026, 3, 4, 9, 30, tzinfo=timezone.utc)),
        ("1970-01-01T00:00:00.000000Z", None),
        ("", None),
    ],
)
def test_a_file_says_when_it_was_recorded_unless_its_clock_was_never_set(
    tmp_path: Path, said: str, began: datetime | None
) -> None:
    for suffix in (".mp4", ".mkv"):
        film = write_film(tmp_path / f"film{suffix}", every(10, 1), made=said)
        with VideoFile(film) as file:
            assert file.facts.began == began


@pytest.mark.parametrize(
    ("matrix", "undone"),
    [
        pytest.param((-1, 0, 0, 1), lambda rgb: rgb[:, ::-1], id="left_for_right"),
        pytest.param((1, 0, 0, -1), lambda rgb: rgb[::-1], id="upside_down"),
    ],
)
def test_mirroring_that_the_file_says_is_undone(
    tmp_path: Path, matrix: tuple[int, ...], undone: Callable
) -> None:
    """The pictures are stored mirrored, as some front cameras do, and the track header says so."""
    film = write_film(tmp_path / "a.mp4", every(10, 1))
    content = bytearray(film.read_bytes())
    place = content.find(b"tkhd") + 44
    for offset, value in zip((0, 4, 12, 16), matrix, strict=True):
        content[place + offset : place + offset + 4] = struct.pack(">i", value * 65536)
    film.write_bytes(content)
    frames, _ = read(film)
    assert [number_of(undone(frame.rgb)) for frame in frames] == list(range(10))
    with VideoFile(film, SamplingOptions(rotate=360)) as stored:
        assert [number_of(frame.rgb) for frame in stored.frames()] == list(range(10))
